#include "docking/dock.hpp"

#include <algorithm>  // for max, min
#include <mutex>      // for mutex, lock_guard

#include "docking/distinct_poses.hpp"   // for distinct_poses
#include "docking/pair_score.hpp"       // for PairScore
#include "docking/pose_distance.hpp"    // for PoseDistances
#include "docking/presets.hpp"          // for load_preset
#include "docking/rescoring.hpp"        // for Rescoring
#include "docking/restraint_score.hpp"  // for restraint_score
#include "docking/score_model.hpp"      // for load_score_model
#include "docking/search_grid.hpp"      // for search_grid
#include "docking/search_pair.hpp"      // for search_pair, refine_pair

namespace azoo::docking {
namespace {

// About how the work is shared among the stages.
constexpr double search_share = 0.75;
constexpr double refined_share = 0.85;
constexpr double again_share = 0.98;

struct Task {
  ScoreModel model;
  Preset preset;
  PairFrames frames;
  RestraintScore restraints;
};

// Threads finish their pieces in any order; the listener is told by one at a time, and never that less is
// done.
class ProgressTeller {
 public:
  explicit ProgressTeller(const std::function<void(const DockProgress&)>& listener) : listener_(listener) {}
  void tell(double share, std::string_view stage) {
    if (!listener_) return;
    const std::lock_guard lock(mutex_);
    told_ = std::max(told_, share);
    listener_({told_, stage});
  }

 private:
  const std::function<void(const DockProgress&)>& listener_;
  std::mutex mutex_;
  double told_ = 0.0;
};

void check_partner(const Structure& structure, Problems& problems) {
  if (structure.atoms.size() < 3)
    problems.add({structure.file, 0, 0}, structure.name,
                 std::to_string(structure.atoms.size()) + " atoms to dock", "at least three heavy atoms");
}

std::optional<Task> prepared(const Structure& receptor, const Structure& ligand,
                             const ParameterSet& parameters, const DockOptions& options, Problems& problems) {
  check_partner(receptor, problems);
  check_partner(ligand, problems);
  auto model = load_score_model(parameters, options.weights, problems);
  const auto preset = load_preset(parameters, options.preset, problems);
  if (problems.any()) return std::nullopt;
  PairFrames frames =
      pair_frames(receptor, ligand, model->types, model->kernels, options.restraints.membrane.present);
  RestraintScore restraints =
      restraint_score(options.restraints, receptor, ligand, frames, parameters, problems);
  if (!search_grid(frames.standing, frames.moving, preset->spacing_A))
    problems.add({ligand.file, 0, 0}, "size", "partners that span more than about 1,000 A",
                 "partners that a grid of 256 cells of 4 A can hold");
  if (problems.any()) return std::nullopt;
  return Task{std::move(*model), *preset, std::move(frames), std::move(restraints)};
}

// Poses are measured by the points of the partner that moved, so that the order of the partners changes
// nothing.
struct AsMoved {
  const Structure& standing;
  const Structure& moving;
  Poses poses;
};

AsMoved as_moved(const Structure& receptor, const Structure& ligand, const Poses& poses, bool swapped) {
  if (!swapped) return {receptor, ligand, poses};
  AsMoved turned{ligand, receptor, poses};
  for (Pose& pose : turned.poses) pose.motion = inverse(pose.motion);
  return turned;
}

Poses distinct_of(const Structure& receptor, const Structure& ligand, const Poses& poses, bool swapped,
                  double apart_A) {
  if (apart_A <= 0.0) return poses;
  const AsMoved seen = as_moved(receptor, ligand, poses, swapped);
  const PoseDistances distances(seen.standing, seen.moving, seen.poses, seen.poses.size());
  return distinct_poses(poses, distances, apart_A);
}

std::vector<Cluster> clusters_of(const Structure& receptor, const Structure& ligand, const Poses& poses,
                                 bool swapped, const ClusterRules& rules) {
  const AsMoved seen = as_moved(receptor, ligand, poses, swapped);
  return cluster_poses(seen.standing, seen.moving, seen.poses, rules);
}

}  // namespace

DockResult dock(const Structure& receptor, const Structure& ligand, const ParameterSet& parameters,
                const DockOptions& options, Problems& problems,
                const std::function<void(const DockProgress&)>& progress, const StopFlag* stop) {
  const auto task = prepared(receptor, ligand, parameters, options, problems);
  DockResult result;
  if (!task) return result;
  ProgressTeller teller(progress);
  const auto stage = [&](double from, double to, std::string_view name) {
    teller.tell(from, name);
    StageControl control{options.threads, {}, stop};
    if (progress)
      control.progress = [&teller, from, to, name](double share) {
        teller.tell(from + share * (to - from), name);
      };
    return control;
  };
  result.record.partners_swapped = task->frames.swapped;
  std::vector<RigidMotion> motions =
      search_pair(task->frames, task->model, task->restraints, task->preset,
                  stage(0.0, search_share, "searching rotations"), result.record);
  motions.resize(std::min(motions.size(), task->preset.poses_refined));
  result.record.poses_refined = motions.size();
  const PairScore score(task->frames, task->model, task->restraints);
  const auto distinct = [&](const Poses& poses) {
    return distinct_of(receptor, ligand, poses, task->frames.swapped, options.poses_apart_A);
  };
  result.poses = distinct(refine_pair(score, motions, stage(search_share, refined_share, "refining poses")));
  // Without a rescoring the search's own score ranks, and the poses lie in its minima already.
  if (task->model.weights.rescoring && task->preset.poses_refined_again > 0) {
    result.record.poses_refined_again = std::min(result.poses.size(), task->preset.poses_refined_again);
    result.poses = distinct(refine_again(score, result.poses, result.record.poses_refined_again,
                                         stage(refined_share, again_share, "refining poses")));
  }
  teller.tell(again_share, "clustering");
  result.clusters = clusters_of(receptor, ligand, result.poses, task->frames.swapped, options.clusters);
  teller.tell(1.0, "clustering");
  return result;
}

Poses score_poses(const Structure& receptor, const Structure& ligand, const ParameterSet& parameters,
                  const DockOptions& options, const std::vector<RigidMotion>& motions, Problems& problems) {
  const auto task = prepared(receptor, ligand, parameters, options, problems);
  Poses poses;
  if (!task) return poses;
  const PairScore score(task->frames, task->model, task->restraints);
  const Rescoring rescoring(score);
  for (const RigidMotion& motion : motions) {
    const ScoreTerms terms = rescoring.terms(task->frames.in_frames(motion));
    poses.push_back({motion, terms.sum(), terms});
  }
  return poses;
}

}  // namespace azoo::docking
