// One pair made up for timing, ready to be searched on a grid of a given side.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "core/parameters.hpp"          // for ParameterSet
#include "docking/pair_frames.hpp"      // for PairFrames
#include "docking/presets.hpp"          // for Preset
#include "docking/restraint_score.hpp"  // for RestraintScore
#include "docking/rotation_search.hpp"  // for RotationSearch, SearchHit
#include "docking/score_model.hpp"      // for ScoreModel
#include "made_protein.hpp"             // for MadePair

namespace azoo::bench {

struct Shipped {
  ParameterSet parameters;
  docking::ScoreModel model;
  docking::Preset preset;
};
// Throws InputError.
[[nodiscard]] Shipped shipped(const std::string& preset, const std::string& weights);

class SpeedCase {
 public:
  SpeedCase(const Shipped& shipped, std::size_t side);
  SpeedCase(const SpeedCase&) = delete;  // the search refers to the frames
  SpeedCase& operator=(const SpeedCase&) = delete;

  [[nodiscard]] const MadePair& pair() const { return pair_; }
  [[nodiscard]] const docking::PairFrames& frames() const { return frames_; }
  [[nodiscard]] const docking::RotationSearch& search() const { return search_; }
  [[nodiscard]] const docking::RestraintScore& restraints() const { return none_; }
  [[nodiscard]] const std::vector<docking::Channel>& channels() const { return channels_; }

  // As search_pair runs it.
  std::vector<docking::SearchHit> run(const std::vector<docking::Quaternion>& rotations,
                                      unsigned threads) const;

 private:
  const Shipped& shipped_;
  MadePair pair_;
  docking::PairFrames frames_;
  docking::RestraintScore none_;
  std::vector<docking::Channel> channels_;
  docking::RotationSearch search_;
};

}  // namespace azoo::bench
