#include "speed_case.hpp"

#include "arguments.hpp"            // for refuse
#include "core/files.hpp"           // for data_folder
#include "docking/search_grid.hpp"  // for search_grid

namespace azoo::bench {
namespace {

constexpr double apart_A = 4.0;  // as search_pair has it

docking::SearchGrid grid_of(const docking::PairFrames& frames, double spacing_A) {
  const auto grid = docking::search_grid(frames.standing, frames.moving, spacing_A);
  if (!grid) refuse("size", "partners too large for a grid", "partners that a grid can hold");
  return *grid;
}

}  // namespace

Shipped shipped(const std::string& preset_name, const std::string& weights) {
  Problems problems;
  ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  problems.throw_if_any();
  auto model = docking::load_score_model(parameters, weights, problems);
  const auto preset = docking::load_preset(parameters, preset_name, problems);
  problems.throw_if_any();
  return {std::move(parameters), std::move(*model), *preset};
}

SpeedCase::SpeedCase(const Shipped& shipped, std::size_t side)
    : shipped_(shipped),
      pair_(pair_for_side(side, shipped.preset.spacing_A)),
      frames_(docking::pair_frames(pair_.receptor, pair_.ligand, shipped.model.types, shipped.model.kernels)),
      channels_(docking::score_channels(frames_.standing, frames_.moving, shipped.model,
                                        shipped.preset.eigenvectors)),
      search_(frames_.standing, frames_.moving, channels_, grid_of(frames_, shipped.preset.spacing_A)) {}

std::vector<docking::SearchHit> SpeedCase::run(const std::vector<docking::Quaternion>& rotations,
                                               unsigned threads) const {
  std::vector<docking::SearchHit> hits;
  (void)search_.run(rotations, shipped_.preset.poses_a_rotation, apart_A, shipped_.preset.poses_kept, threads,
                    hits, {}, nullptr);
  return hits;
}

}  // namespace azoo::bench
