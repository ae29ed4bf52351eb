// The two stages that find poses: the exhaustive search on the grid, and the refinement of its best poses off
// it.
#pragma once

#include <functional>  // for function
#include <vector>      // for vector

#include "core/parallel.hpp"            // for StopFlag
#include "docking/pair_frames.hpp"      // for PairFrames
#include "docking/pair_score.hpp"       // for PairScore
#include "docking/pose.hpp"             // for Poses
#include "docking/presets.hpp"          // for Preset
#include "docking/restraint_score.hpp"  // for RestraintScore
#include "docking/score_model.hpp"      // for ScoreModel

namespace azoo::docking {

struct SearchRecord;

struct StageControl {
  unsigned threads = 0;
  std::function<void(double share)> progress;  // of this stage; from any thread
  const StopFlag* stop = nullptr;
};

// Motions of the moving partner in the frames, best first, of the search's score on the grid. Throws
// Interrupted.
[[nodiscard]] std::vector<RigidMotion> search_pair(const PairFrames& frames, const ScoreModel& model,
                                                   const RestraintScore& restraints, const Preset& preset,
                                                   const StageControl& control, SearchRecord& record);

// Poses of the ligand as asked for, ranked by the score off the grid. Motions that end in the same place
// (within 0.5 A and 2 degrees of a better one) are taken once. Throws Interrupted.
[[nodiscard]] Poses refine_pair(const PairScore& score, const std::vector<RigidMotion>& motions,
                                const StageControl& control);

// The best `count` of them once more, on the score that ranks them (their weight set has a rescoring,
// rescoring.hpp). The terms of these are then means of those before and after, by which all are ranked anew.
// Throws Interrupted.
[[nodiscard]] Poses refine_again(const PairScore& score, const Poses& poses, std::size_t count,
                                 const StageControl& control);

}  // namespace azoo::docking
