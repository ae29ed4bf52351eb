#include "docking/search_pair.hpp"

#include <algorithm>  // for stable_sort, min
#include <atomic>     // for atomic
#include <memory>     // for make_unique
#include <numbers>    // for pi
#include <stdexcept>  // for runtime_error

#include "docking/dock.hpp"             // for SearchRecord
#include "docking/neighbour_pairs.hpp"  // for NeighbourPairs
#include "docking/ranking_pairs.hpp"    // for RankingPairs
#include "docking/refine_pose.hpp"      // for refined
#include "docking/rescoring.hpp"        // for Rescoring
#include "docking/rotation_search.hpp"  // for RotationSearch
#include "docking/rotation_set.hpp"     // for even_rotations, rotations_near

namespace azoo::docking {
namespace {

constexpr double apart_A = 4.0;  // places of one rotation nearer than this lead to the same minimum

void tell(SearchRecord& record, const RotationSearch& search, std::size_t rotations) {
  record.spacing_A = search.grid().spacing_A;
  for (std::size_t& side : record.grid) side = search.grid().side;
  record.rotations = rotations;
  record.transforms = rotations * search.transforms_a_rotation();
  record.plan = search.transform().plan();
}

// The same place as a better pose: its centre and its orientation lie within these.
constexpr double same_shift_A = 0.5;
constexpr double same_turn_rad = 2.0 * std::numbers::pi / 180.0;

// A pose, and where it lies in the frames.
struct Place {
  RigidMotion end;
  Pose pose;
};

// By score; those that end in the place of a better one are taken once.
Poses ranked(std::vector<Place> places) {
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.pose.score < b.pose.score; });
  Poses kept;
  std::vector<const Place*> taken;
  for (const Place& place : places) {
    bool again = false;
    for (std::size_t k = 0; k < taken.size() && !again; ++k) {
      const RigidMotion& other = taken[k]->end;
      again = squared_distance(place.end.shift_A, other.shift_A) <= same_shift_A * same_shift_A &&
              angle_between(place.end.rotation, other.rotation) <= same_turn_rad;
      if (again) kept[k].hits += place.pose.hits;
    }
    if (again) continue;
    taken.push_back(&place);
    kept.push_back(place.pose);
  }
  return kept;
}

// Each motion moved downhill on a score that a thread gets from `gathered`, and scored as poses are ranked.
template <class Gathered>
std::vector<Place> descended(const Rescoring& rescoring, const std::vector<RigidMotion>& motions,
                             const std::vector<std::size_t>& hits, const StageControl& control,
                             const Gathered& gathered) {
  const PairScore& score = rescoring.score();
  std::vector<Place> places(motions.size());
  constexpr std::size_t piece = 16;
  std::atomic<std::size_t> finished{0};
  const auto work = [&](std::size_t p) {
    const auto near = gathered();
    const std::size_t end = std::min(motions.size(), (p + 1) * piece);
    for (std::size_t i = p * piece; i < end; ++i) {
      const RigidMotion there = refined(score.ligand(), *near, motions[i], {});
      const ScoreTerms terms = rescoring.terms(there);
      places[i] = {there, {score.frames().as_asked(there), terms.sum(), terms, hits[i]}};
    }
    const std::size_t now = finished += end - p * piece;
    if (control.progress) control.progress(static_cast<double>(now) / static_cast<double>(motions.size()));
  };
  if (!parallel_for((motions.size() + piece - 1) / piece, control.threads, work, control.stop))
    throw Interrupted("stopped during the refinement");
  return places;
}

// One pass over the rotations; its progress runs from `from` to 1.
std::vector<SearchHit> searched(const RotationSearch& search, const std::vector<Quaternion>& rotations,
                                const Preset& preset, const StageControl& control, double from,
                                double to = 1.0) {
  std::atomic<std::size_t> finished{0};
  std::vector<SearchHit> hits;
  const auto done = [&](std::size_t more) {
    const std::size_t now = finished += more;
    const double share = static_cast<double>(now) / static_cast<double>(rotations.size());
    if (control.progress) control.progress(from + (to - from) * share);
  };
  if (!search.run(rotations, preset.poses_a_rotation, apart_A, preset.poses_kept, control.threads, hits, done,
                  control.stop))
    throw Interrupted("stopped during the search");
  return hits;
}

// Coarse to fine: neighbours of 3,600 even rotations lie 12 to 15 degrees apart.
constexpr double coarse_reach_rad = 10.0 * std::numbers::pi / 180.0;
constexpr double coarse_share = 0.3;

std::vector<Quaternion> best_rotations(const RotationSearch& search, const Preset& coarse,
                                       const StageControl& control) {
  const std::vector<Quaternion> rotations = even_rotations(coarse.rotations);
  std::vector<Quaternion> best;
  for (const SearchHit& hit : searched(search, rotations, coarse, control, 0.0, coarse_share))
    best.push_back(rotations[hit.rotation]);
  return best;
}

}  // namespace

std::vector<RigidMotion> search_pair(const PairFrames& frames, const ScoreModel& model,
                                     const RestraintScore& restraints, const Preset& preset,
                                     const StageControl& control, SearchRecord& record) {
  const auto grid = search_grid(frames.standing, frames.moving, preset.spacing_A);
  if (!grid) throw std::runtime_error("the partners are too large for a search grid");
  auto channels = score_channels(frames.standing, frames.moving, model, preset.eigenvectors);
  for (Channel& channel : restraint_channels(restraints, frames, model.kernels))
    channels.push_back(std::move(channel));
  const RotationSearch search(frames.standing, frames.moving, std::move(channels), *grid);
  std::vector<Quaternion> rotations = even_rotations(preset.rotations);
  std::size_t coarse = 0;
  if (preset.coarse_rotations > 0) {
    coarse = preset.coarse_rotations;
    const Preset first{coarse, 0, 0, preset.spacing_A, preset.eigenvectors, 1, preset.coarse_best, 0};
    rotations = rotations_near(rotations, best_rotations(search, first, control), coarse_reach_rad);
  }
  tell(record, search, coarse + rotations.size());
  const std::vector<SearchHit> hits =
      searched(search, rotations, preset, control, coarse > 0 ? coarse_share : 0.0);
  std::vector<RigidMotion> motions;
  motions.reserve(hits.size());
  for (const SearchHit& hit : hits) motions.push_back(search.motion_of(hit, rotations));
  return motions;
}

Poses refine_pair(const PairScore& score, const std::vector<RigidMotion>& motions,
                  const StageControl& control) {
  const Rescoring rescoring(score);
  return ranked(descended(rescoring, motions, std::vector<std::size_t>(motions.size(), 1), control,
                          [&] { return std::make_unique<NeighbourPairs>(score); }));
}

Poses refine_again(const PairScore& score, const Poses& poses, std::size_t count,
                   const StageControl& control) {
  const Rescoring rescoring(score, PairScore::skin_A);
  count = std::min(count, poses.size());
  std::vector<RigidMotion> motions;
  std::vector<std::size_t> hits;
  for (const Pose& pose : poses) {
    motions.push_back(score.frames().in_frames(pose.motion));
    hits.push_back(pose.hits);
  }
  std::vector<Place> places =
      descended(rescoring, {motions.begin(), motions.begin() + static_cast<std::ptrdiff_t>(count)}, hits,
                control, [&] { return std::make_unique<RankingPairs>(rescoring); });
  // How far a pose can still go down says little of how good it is; two minima of it say more than one.
  for (std::size_t i = 0; i < count; ++i) {
    places[i].pose.terms = mean_of(places[i].pose.terms, poses[i].terms);
    places[i].pose.score = places[i].pose.terms.sum();
  }
  for (std::size_t i = count; i < poses.size(); ++i) places.push_back({motions[i], poses[i]});
  return ranked(std::move(places));
}

}  // namespace azoo::docking
