// Searches training complexes and writes labelled poses, for deriving the potential and the weights:
//   docking_make_poses FOLDER OUT neutral|hard|docked PART PARTS [NAMES_FILE]
// PART (from 0) of PARTS complexes are done, of those that the file names or of all; those whose poses exist
// are passed over. `neutral` and `hard` are for the score of the search, `docked` is for the rescoring.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <random>
#include <string>

#include "core/files.hpp"
#include "core/parameters.hpp"
#include "docked_features.hpp"
#include "docking/dock.hpp"
#include "docking/neighbour_pairs.hpp"
#include "docking/pose_distance.hpp"
#include "docking/refine_pose.hpp"
#include "docking/rescoring.hpp"
#include "docking/search_grid.hpp"
#include "docking/search_pair.hpp"
#include "docking/site_score.hpp"
#include "pose_features.hpp"
#include "training_set.hpp"

namespace azoo::docking {
namespace {

LabelledPose labelled(const Complex& complex, const PairFrames& frames, const PairScore& score,
                      const Kernels& kernels, const RigidMotion& motion, bool seeded) {
  const Quality q = complex.reference.quality(frames.as_asked(motion));
  return {seeded,
          float(q.dockq),
          float(q.ligand_rmsd_A),
          float(q.interface_rmsd_A),
          float(q.fnat),
          int(q.capri),
          motion,
          features_of(score, kernels, motion)};
}

// Places around the known complex, refined by the score: what a search would find there.
std::vector<RigidMotion> around(const RigidMotion& ideal, std::size_t count) {
  std::vector<RigidMotion> motions{ideal};
  std::mt19937 engine(1);
  std::normal_distribution<double> normal;
  while (motions.size() < count) {
    const Vector3 turn{0.06 * normal(engine), 0.06 * normal(engine), 0.06 * normal(engine)};
    const Vector3 shift{normal(engine), normal(engine), normal(engine)};
    motions.push_back({product(rotation_about(turn), ideal.rotation), ideal.shift_A + shift});
  }
  return motions;
}

// One complex, searched; nothing where the search would cost too much.
struct Searched {
  Complex complex;
  PairFrames frames;
  RestraintScore none = {};
  PairScore score;
  SearchRecord record;
  std::vector<RigidMotion> motions;

  Searched(Complex taken, const ScoreModel& model)
      : complex(std::move(taken)),
        frames(pair_frames(complex.receptor, complex.ligand, model.types, model.kernels)),
        score(frames, model, none) {}
  Searched(const Searched&) = delete;  // the score refers to the frames
};

std::unique_ptr<Searched> searched(const std::filesystem::path& folder, const std::string& name,
                                   const ScoreModel& model, const Preset& preset, std::size_t most_cells) {
  auto pair = std::make_unique<Searched>(load_complex(folder, name), model);
  if (search_grid(pair->frames.standing, pair->frames.moving, preset.spacing_A)->side > most_cells) {
    std::printf("%s passed over: large\n", name.c_str());
    return nullptr;
  }
  pair->motions =
      search_pair(pair->frames, model, pair->none, preset, StageControl{1, {}, nullptr}, pair->record);
  return pair;
}

void keep(const std::filesystem::path& out, const std::string& name, const std::vector<LabelledPose>& poses) {
  write_poses(out / (name + ".tmp"), poses);
  std::filesystem::rename(out / (name + ".tmp"), out / (name + ".poses"));
}

constexpr std::size_t largest = 108;  // cells along a side: larger complexes cost too much
constexpr std::size_t largest_docked = 72;

void make(const std::filesystem::path& folder, const std::filesystem::path& out, const std::string& name,
          const ScoreModel& model, const Kernels& kernels, const Preset& preset) {
  const auto begin = std::chrono::steady_clock::now();
  const auto pair = searched(folder, name, model, preset, largest);
  if (!pair) return;
  auto& [complex, frames, none, score, record, motions] = *pair;
  const std::size_t found = motions.size();
  int grid_hits[3] = {0, 0, 0};
  long first = -1;
  for (std::size_t i = 0; i < found; ++i) {
    if (int(complex.reference.quality(frames.as_asked(motions[i])).capri) == 0) continue;
    if (first < 0) first = long(i);
    for (int k = 0; k < 3; ++k) grid_hits[k] += i < std::size_t(k == 0 ? 100 : k == 1 ? 1000 : 1000000);
  }
  motions.resize(std::min(found, preset.poses_refined));
  std::vector<LabelledPose> poses;
  for (const Pose& pose : refine_pair(score, motions, StageControl{1, {}, nullptr}))
    poses.push_back(labelled(complex, frames, score, kernels, frames.in_frames(pose.motion), false));
  NeighbourPairs pairs(score);
  for (const RigidMotion& seed : around(frames.in_frames(complex.reference.ideal_pose()), 40))
    poses.push_back(
        labelled(complex, frames, score, kernels, refined(score.ligand(), pairs, seed, {}), true));
  long refined_first = -1;
  for (std::size_t i = 0; i < poses.size() && refined_first < 0; ++i)
    if (!poses[i].seeded && poses[i].capri > 0) refined_first = long(i);
  keep(out, name, poses);
  const double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  std::printf(
      "%s side %zu transforms %zu poses %zu first-grid %ld in100 %d in1000 %d all %d first-refined %ld %.1f "
      "s\n",
      name.c_str(), record.grid[0], record.transforms, poses.size(), first, grid_hits[0], grid_hits[1],
      grid_hits[2], refined_first, s);
  std::fflush(stdout);
}

// Poses within 9 A of each, as clusters count them: of the partner that moved.
std::vector<std::size_t> crowds(const Complex& complex, const PairFrames& frames, const Poses& poses) {
  Poses moving = poses;
  if (frames.swapped)
    for (Pose& pose : moving) pose.motion = inverse(pose.motion);
  const PoseDistances distances(frames.swapped ? complex.ligand : complex.receptor,
                                frames.swapped ? complex.receptor : complex.ligand, moving, moving.size());
  std::vector<std::size_t> count(poses.size(), 0);
  for (std::size_t a = 0; a < poses.size(); ++a)
    for (std::size_t b = 0; b < poses.size(); ++b) count[a] += distances.squared_A(a, b) < 81.0;
  return count;
}

void make_docked(const std::filesystem::path& folder, const std::filesystem::path& out,
                 const std::string& name, const ScoreModel& model, const Preset& preset) {
  const auto pair = searched(folder, name, model, preset, largest_docked);
  if (!pair) return;
  auto& [complex, frames, none, score, record, motions] = *pair;
  motions.resize(std::min(motions.size(), preset.poses_refined));
  const Poses poses = refine_pair(score, motions, StageControl{1, {}, nullptr});
  const std::vector<std::size_t> crowd = crowds(complex, frames, poses);
  const Rescoring rescoring(score);
  const SiteScore site(score);
  std::vector<LabelledPose> labelled;
  for (std::size_t i = 0; i < poses.size(); ++i) {
    const Quality q = complex.reference.quality(poses[i].motion);
    const RigidMotion motion = frames.in_frames(poses[i].motion);
    std::vector<float> features{float(poses[i].score), float(crowd[i])};
    for (const double f : rescoring.features(motion)) features.push_back(float(f));
    for (const double f : site.features(motion)) features.push_back(float(f));
    labelled.push_back({false, float(q.dockq), float(q.ligand_rmsd_A), float(q.interface_rmsd_A),
                        float(q.fnat), int(q.capri), motion, std::move(features)});
  }
  keep(out, name, labelled);
  std::printf("%s poses %zu\n", name.c_str(), poses.size());
  std::fflush(stdout);
}

// Poses of every kind, of no score's choosing: local minima of shape at a few even rotations.
Preset neutral_preset() {
  return {120, 0, 0, 2.0, 1, 8, 1'000'000, 960};
}
// The best poses of the present score: what a better one has to see through.
Preset hard_preset() {
  return {1500, 0, 0, 2.4, 3, 4, 4000, 600};
}

// As the preset `fast`, with more poses refined.
Preset docked_preset() {
  return {3600, 0, 0, 2.4, 3, 3, 4000, 2000};
}

ScoreModel shape_model(const AtomTypes& types, const ParameterSet& parameters) {
  const std::size_t n = types.names().size();
  Kernels kernels = load_kernels(parameters);
  kernels.attraction = {{kernels.contact_near_A, kernels.contact_far_A, 1.0}};
  return {types, kernels, {0.25, 0.003, 0.0, 0.0}, {n, std::vector<double>(n * n, 0.0)}};
}

}  // namespace
}  // namespace azoo::docking

int main(int argc, char** argv) {
  using namespace azoo;
  if (argc != 6 && argc != 7) {
    std::fputs("docking_make_poses FOLDER OUT neutral|hard|docked PART PARTS [NAMES_FILE]\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1], out = argv[2];
  const std::string mode = argv[3];
  const std::size_t part = std::stoul(argv[4]), parts = std::stoul(argv[5]);
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  auto types = docking::AtomTypes::load(problems);
  problems.throw_if_any();
  auto shipped = docking::load_score_model(parameters, "balanced", problems);
  problems.throw_if_any();
  shipped->weights.rescoring = false;  // poses are ranked by the search's own score
  const docking::ScoreModel model = mode == "neutral" ? docking::shape_model(*types, parameters) : *shipped;
  const docking::Preset preset = mode == "neutral" ? docking::neutral_preset() : docking::hard_preset();
  std::filesystem::create_directories(out);
  std::vector<std::string> names;
  if (argc == 7) {
    std::ifstream list(argv[6]);
    for (std::string name; list >> name;) names.push_back(name);
  } else {
    names = docking::complex_names(folder);
  }
  for (std::size_t i = part; i < names.size(); i += parts) {
    if (std::filesystem::exists(out / (names[i] + ".poses"))) continue;
    try {
      if (mode == "docked")
        docking::make_docked(folder, out, names[i], model, docking::docked_preset());
      else
        docking::make(folder, out, names[i], model, shipped->kernels, preset);
    } catch (const std::exception& fault) {
      std::printf("%s: %s\n", names[i].c_str(), fault.what());
    }
  }
}
