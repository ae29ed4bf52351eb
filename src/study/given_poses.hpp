// Poses that were found elsewhere - a table of another docker, or whole models as structure files - scored,
// grouped and told of like those of a search.
#pragma once

#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "core/parameters.hpp"       // for ParameterSet
#include "core/problem.hpp"          // for Problems
#include "docking/dock.hpp"          // for DockOptions, DockResult
#include "docking/evaluation.hpp"    // for Quality
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/structure.hpp"     // for Structure
#include "study/dock_record.hpp"     // for DockInput
#include "study/dock_request.hpp"    // for DockRequest

namespace azoo::study {

struct GivenPose {
  docking::RigidMotion motion;
  std::string file;
  int number = 0;               // the pose's rank in its table, the model's place in its file
  std::optional<double> score;  // as given, in its own unit
  // Of a model: what a rigid motion cannot tell, and its quality as it was modelled.
  std::optional<double> receptor_rmsd_A;
  std::optional<double> ligand_rmsd_A;
  std::optional<docking::Quality> quality;
};

struct GivenPoses {
  std::vector<GivenPose> poses;
  std::vector<DockInput> inputs;
  std::vector<std::string> notes;
};

// Those that the request names, in its order. `reference` may be null. Problems: those of the files; no pose
// at all.
[[nodiscard]] GivenPoses read_given_poses(const DockRequest& request, const docking::Structure& receptor,
                                          const docking::Structure& ligand,
                                          const docking::Structure* reference, Problems& problems);

// By this program's score, best first; `given` is brought into the same order. Problems: those of
// score_poses.
[[nodiscard]] docking::DockResult score_given_poses(std::vector<GivenPose>& given,
                                                    const docking::Structure& receptor,
                                                    const docking::Structure& ligand,
                                                    const ParameterSet& parameters,
                                                    const docking::DockOptions& options, Problems& problems);

// given_poses.csv: for each rank of poses.csv where it comes from.
[[nodiscard]] std::string given_poses_csv(const std::vector<GivenPose>& given);

}  // namespace azoo::study
