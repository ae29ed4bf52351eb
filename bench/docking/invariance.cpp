// Does the answer depend on how the input lies? Docks every complex of a folder as read, then with both
// partners turned and shifted at random (fixed seed), with the partners swapped, or both, and tells how far
// the ligand of the top cluster then lies from where it lay at first, seen from the receptor as read:
//   docking_invariance FOLDER [--preset default] [--weights balanced] [--threads 0] [--only NAME,...]
//                      [--changes turned,swapped]     (also: both)
// Known structures are not looked at. The distance is the RMSD of the ligand's C-alpha atoms (all atoms
// without one).
#include <fmt/format.h>

#include <algorithm>  // for max
#include <cmath>      // for sqrt
#include <cstdio>     // for stderr
#include <random>     // for mt19937

#include "arguments.hpp"        // for Arguments, refuse
#include "core/files.hpp"       // for data_folder
#include "core/parameters.hpp"  // for ParameterSet
#include "docking/dock.hpp"     // for dock
#include "training_set.hpp"     // for complex_names, load_complex

namespace azoo::bench {
namespace {

using docking::RigidMotion;
using docking::Structure;

constexpr double same_place_A = 3.0;

// Even over all orientations (a normalised normal vector in four dimensions; Muller, Commun ACM 1959,
// doi 10.1145/377939.377946), shifts of tens of A.
RigidMotion random_motion(std::mt19937& engine) {
  std::normal_distribution<double> normal;
  const docking::Quaternion q{normal(engine), normal(engine), normal(engine), normal(engine)};
  return {docking::normalised(q), {20.0 * normal(engine), 20.0 * normal(engine), 20.0 * normal(engine)}};
}

double ligand_rmsd_A(const Structure& ligand, const RigidMotion& a, const RigidMotion& b) {
  const auto mean_square = [&](bool all) {
    double sum = 0.0;
    std::size_t count = 0;
    for (const docking::Atom& atom : ligand.atoms) {
      if (!all && (atom.name != "CA" || atom.element != "C")) continue;
      sum += squared_distance(moved(a, atom.position_A), moved(b, atom.position_A));
      ++count;
    }
    return count == 0 ? -1.0 : sum / static_cast<double>(count);
  };
  const double of_backbone = mean_square(false);
  return std::sqrt(of_backbone < 0.0 ? mean_square(true) : of_backbone);
}

class Changes {
 public:
  Changes(const ParameterSet& parameters, docking::DockOptions options)
      : parameters_(parameters), options_(std::move(options)) {}

  // The pose of the ligand in the coordinates as read that the top cluster stands for.
  [[nodiscard]] RigidMotion top(const docking::Complex& complex, bool turned, bool swapped) const {
    RigidMotion of_receptor, of_ligand;
    if (turned) {
      std::mt19937 engine(1);
      of_receptor = random_motion(engine);
      of_ligand = random_motion(engine);
    }
    const Structure receptor = moved(complex.receptor, of_receptor);
    const Structure ligand = moved(complex.ligand, of_ligand);
    const RigidMotion found =
        swapped ? inverse(top_cluster(ligand, receptor)) : top_cluster(receptor, ligand);
    return compose(inverse(of_receptor), compose(found, of_ligand));
  }

 private:
  [[nodiscard]] RigidMotion top_cluster(const Structure& receptor, const Structure& ligand) const {
    Problems problems;
    const auto docked = docking::dock(receptor, ligand, parameters_, options_, problems);
    problems.throw_if_any();
    if (docked.clusters.empty()) refuse("clusters", "none", "at least one");
    return docked.poses.at(docked.clusters.front().representative).motion;
  }

  const ParameterSet& parameters_;
  docking::DockOptions options_;
};

struct Tally {
  std::string change;
  std::size_t same = 0;
  double largest_A = 0.0;
};

void run_complex(const docking::Complex& complex, const Changes& changes, std::vector<Tally>& tallies) {
  const RigidMotion as_read = changes.top(complex, false, false);
  fmt::print("{:<8}", complex.name);
  for (Tally& tally : tallies) {
    const RigidMotion now = changes.top(complex, tally.change != "swapped", tally.change != "turned");
    const double apart_A = ligand_rmsd_A(complex.ligand, as_read, now);
    if (apart_A <= same_place_A) ++tally.same;
    tally.largest_A = std::max(tally.largest_A, apart_A);
    fmt::print(" {:>9.3f}", apart_A);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

std::vector<Tally> tallies_of(const Arguments& arguments) {
  std::vector<Tally> tallies;
  for (const std::string& change : arguments.list("changes")) {
    if (change != "turned" && change != "swapped" && change != "both")
      refuse("--changes", change, "turned, swapped, both");
    tallies.push_back({change, 0, 0.0});
  }
  return tallies.empty() ? std::vector<Tally>{{"turned", 0, 0.0}, {"swapped", 0, 0.0}} : tallies;
}

int run_invariance(int argc, const char* const* argv) {
  const Arguments arguments(argc, argv, {"preset", "weights", "threads", "only", "changes"});
  if (arguments.words().size() != 1 || !std::filesystem::is_directory(arguments.words()[0]))
    refuse("folder", arguments.words().empty() ? "nothing" : arguments.words()[0], "one folder of complexes");
  auto tallies = tallies_of(arguments);
  const std::filesystem::path folder = arguments.words()[0];
  auto names = arguments.list("only");
  if (names.empty()) names = docking::complex_names(folder);
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  problems.throw_if_any();
  docking::DockOptions options;
  options.preset = arguments.value("preset", "default");
  options.weights = arguments.value("weights", "balanced");
  options.threads = arguments.count("threads", 0);
  const Changes changes(parameters, options);
  fmt::print(
      "Top cluster: RMSD of the ligand's C-alpha atoms to that of the input as read, in A; preset {}, "
      "weights {}\n\n",
      options.preset, options.weights);
  fmt::print("{:<8}", "complex");
  for (const Tally& tally : tallies) fmt::print(" {:>9}", tally.change);
  fmt::print("\n");
  for (std::size_t i = 0; i < names.size(); ++i) {
    fmt::print(stderr, "docking {} ({} of {}), {} times\n", names[i], i + 1, names.size(),
               tallies.size() + 1);
    run_complex(docking::load_complex(folder, names[i]), changes, tallies);
  }
  fmt::print("\n");
  for (const Tally& tally : tallies)
    fmt::print("{}: within {} A in {} of {}, largest {:.2f} A\n", tally.change, same_place_A, tally.same,
               names.size(), tally.largest_A);
  return 0;
}

}  // namespace
}  // namespace azoo::bench

int main(int argc, char** argv) {
  try {
    return azoo::bench::run_invariance(argc, argv);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 2;
  }
}
