// How fast is the docking? Pairs made up to take grids of given sides are searched, and timed:
//   docking_speed [transforms] [parts] [threads] [--preset default] [--weights balanced] [--sides
//   54,64,72,80,96,108]
//                 [--turns 5]
// transforms: FFTs a second of the search, all its work included, against a bare loop of FFTW; parts: where
// the time of a rotation goes; threads: one whole dock() at the preset fast and the search alone, one thread
// against two, best of seven, beside a control that only computes. Without a word all three. CPU time of one
// thread; `threads` wall time.
#include <fmt/format.h>

#include <algorithm>  // for min, max, find
#include <cstdio>     // for stderr

#include "arguments.hpp"             // for Arguments, refuse
#include "bare_transforms.hpp"       // for bare_transform_s
#include "core/parallel.hpp"         // for parallel_for
#include "core/random.hpp"           // for RandomStream
#include "cost.hpp"                  // for cpu_seconds, wall_seconds
#include "docking/dock.hpp"          // for dock
#include "docking/rotation_set.hpp"  // for even_rotations
#include "docking/search_pair.hpp"   // for refine_again, refine_pair
#include "speed_case.hpp"            // for SpeedCase

namespace azoo::bench {
namespace {

constexpr double huge_s = 1e9;

// As many rotations as one turn of about half a second takes, in whole pieces of the search.
std::vector<docking::Quaternion> rotations_for_a_turn(double transform_s, std::size_t transforms) {
  constexpr std::size_t piece = 16;
  const auto count = static_cast<std::size_t>(0.5 / (transform_s * static_cast<double>(transforms)));
  return docking::even_rotations(std::max<std::size_t>(1, (count + piece / 2) / piece) * piece);
}

void time_transforms(const Shipped& data, const std::vector<std::size_t>& sides, unsigned turns) {
  fmt::print(
      "FFTs a second of the search (forth for every channel and one back a rotation; turning, sharing atoms "
      "among\n"
      "cells, multiplying and looking for minima included) against a bare loop of FFTW; CPU, best of {}\n\n",
      turns);
  fmt::print("{:>5} {:>6} {:>13} {:>8} {:>8} {:>10} {:>10} {:>7} {:>12} {:>7}\n", "side", "corner", "atoms",
             "channels", "bare ms", "bare 1/s", "search 1/s", "ratio", "measured ms", "ratio");
  for (const std::size_t side : sides) {
    const SpeedCase pair(data, side);
    const auto& transform = pair.search().transform();
    const std::size_t transforms = pair.search().transforms_a_rotation();
    double bare_s = bare_transform_s(transform, 4), measured_s = huge_s, search_s = huge_s;
    const auto rotations = rotations_for_a_turn(bare_s, transforms);
    const auto pairs = std::max<std::size_t>(4, static_cast<std::size_t>(0.1 / bare_s));
    const auto in_all = static_cast<double>(rotations.size() * transforms);
    for (unsigned turn = 0; turn < turns; ++turn) {
      fmt::print(stderr, "side {}, turn {} of {}\n", side, turn + 1, turns);
      bare_s = std::min(bare_s, bare_transform_s(transform, pairs));
      search_s = std::min(search_s, cpu_seconds([&] { (void)pair.run(rotations, 1); }) / in_all);
      measured_s = std::min(measured_s, measured_transform_s(side, pairs));
    }
    fmt::print("{:>5} {:>6} {:>13} {:>8} {:>8.3f} {:>10.0f} {:>10.0f} {:>6.0f}% {:>12.3f} {:>6.0f}%{}\n",
               side, transform.corner(),
               fmt::format("{} + {}", pair.frames().standing.size(), pair.frames().moving.size()),
               transforms - 1, 1e3 * bare_s, 1.0 / bare_s, 1.0 / search_s, 100.0 * bare_s / search_s,
               1e3 * measured_s, 100.0 * measured_s / search_s,
               transform.from_wisdom() ? "" : "  no wisdom for this size: FFTW's estimate");
    std::fflush(stdout);
  }
  fmt::print(
      "\nmeasured: a bare loop with plans that FFTW measures now on this machine, in place of those "
      "shipped.\n\n");
}

struct Parts {
  double deposit_s = huge_s, forward_s = huge_s, backward_s = huge_s, minima_s = huge_s, rotation_s = huge_s,
         refinement_s = huge_s, again_s = huge_s;
};

// One channel's sharing of atoms among cells and its transform; means over channels and some rotations.
void time_channels(const SpeedCase& pair, const std::vector<docking::Quaternion>& rotations, Parts& best) {
  const auto& ligand = pair.frames().moving;
  docking::GridBuffer density(pair.search().grid().side);
  std::vector<float> x(ligand.size()), y(ligand.size()), z(ligand.size());
  double deposit_s = 0.0, forward_s = 0.0;
  for (const docking::Quaternion& rotation : rotations) {
    const auto matrix = docking::matrix_of(rotation);
    for (std::size_t i = 0; i < ligand.size(); ++i) {
      const docking::Vector3 p = matrix * ligand.positions_A[i];
      x[i] = static_cast<float>(p.x);
      y[i] = static_cast<float>(p.y);
      z[i] = static_cast<float>(p.z);
    }
    for (const docking::Channel& channel : pair.channels()) {
      deposit_s +=
          cpu_seconds([&] { deposit(channel.ligand_values, x, y, z, pair.search().grid(), density); });
      forward_s += cpu_seconds([&] { pair.search().transform().forward_corner(density); });
    }
  }
  const auto times = static_cast<double>(rotations.size() * pair.channels().size());
  best.deposit_s = std::min(best.deposit_s, deposit_s / times);
  best.forward_s = std::min(best.forward_s, forward_s / times);
}

// What is done once a rotation.
void time_rotation(const Shipped& data, const SpeedCase& pair,
                   const std::vector<docking::Quaternion>& rotations, Parts& best) {
  const std::size_t side = pair.search().grid().side;
  const auto apart = static_cast<std::size_t>(4.0 / pair.search().grid().spacing_A) + 1;
  docking::GridBuffer scores(side);
  docking::MinimumFinder finder(side);
  std::vector<docking::GridMinimum> minima;
  double backward_s = 0.0, minima_s = 0.0;
  for (const docking::Quaternion& rotation : rotations) {
    pair.search().scores(rotation, scores);
    minima_s += cpu_seconds([&] { finder.find(scores.real(), data.preset.poses_a_rotation, apart, minima); });
    pair.search().transform().forward(scores);
    backward_s += cpu_seconds([&] { pair.search().transform().backward(scores); });
  }
  const auto times = static_cast<double>(rotations.size());
  best.backward_s = std::min(best.backward_s, backward_s / times);
  best.minima_s = std::min(best.minima_s, minima_s / times);
  best.rotation_s = std::min(best.rotation_s, cpu_seconds([&] { (void)pair.run(rotations, 1); }) / times);
}

void time_refinement(const Shipped& data, const SpeedCase& pair,
                     const std::vector<docking::Quaternion>& rotations, Parts& best) {
  std::vector<docking::RigidMotion> motions;
  for (const docking::SearchHit& hit : pair.run(rotations, 1)) {
    if (motions.size() == 64) break;
    motions.push_back(pair.search().motion_of(hit, rotations));
  }
  const docking::PairScore score(pair.frames(), data.model, pair.restraints());
  docking::Poses poses;
  const double all_s = cpu_seconds([&] { poses = docking::refine_pair(score, motions, {1, {}, nullptr}); });
  best.refinement_s = std::min(best.refinement_s, all_s / static_cast<double>(motions.size()));
  const double again_s = cpu_seconds([&] {
    (void)docking::refine_again(score, poses, poses.size(), {1, {}, nullptr});
  });
  best.again_s = std::min(best.again_s, again_s / static_cast<double>(poses.size()));
}

void time_parts(const Shipped& data, const std::vector<std::size_t>& sides, unsigned turns) {
  fmt::print(
      "Where the time goes, ms of CPU, best of {}: for one channel, once a rotation, and for one pose "
      "refined\n\n",
      turns);
  fmt::print("{:>5} | {:>8} {:>14} | {:>8} {:>7} {:>20} {:>9} | {:>10} {:>6}\n", "side", "deposit",
             "forward corner", "backward", "minima", "turning, multiplying", "rotation", "refinement",
             "again");
  for (const std::size_t side : sides) {
    const SpeedCase pair(data, side);
    const auto rotations = docking::even_rotations(32);
    Parts best;
    for (unsigned turn = 0; turn < turns; ++turn) {
      fmt::print(stderr, "side {}, turn {} of {}\n", side, turn + 1, turns);
      time_channels(pair, rotations, best);
      time_rotation(data, pair, rotations, best);
      time_refinement(data, pair, rotations, best);
    }
    const auto channels = static_cast<double>(pair.channels().size());
    const double rest_s =
        best.rotation_s - channels * (best.deposit_s + best.forward_s) - best.backward_s - best.minima_s;
    fmt::print("{:>5} | {:>8.3f} {:>14.3f} | {:>8.3f} {:>7.3f} {:>20.3f} {:>9.3f} | {:>10.3f} {:>6.3f}\n",
               side, 1e3 * best.deposit_s, 1e3 * best.forward_s, 1e3 * best.backward_s, 1e3 * best.minima_s,
               1e3 * rest_s, 1e3 * best.rotation_s, 1e3 * best.refinement_s, 1e3 * best.again_s);
    std::fflush(stdout);
  }
  fmt::print(
      "\nrotation: all of one rotation as searched. turning, multiplying: what of it is left over. "
      "Refinement: the mean\n"
      "of the best 64 places of 32 rotations, each ranked too. Again: on the score that ranks them.\n\n");
}

// Best of seven turns; wall seconds with one thread and with two.
struct Threads {
  double best_s[2] = {huge_s, huge_s};
  template <class Work>
  void turn(Work work) {
    for (const unsigned threads : {1U, 2U})
      best_s[threads - 1] = std::min(best_s[threads - 1], wall_seconds([&] { work(threads); }));
  }
  void tell(const char* name) const {
    fmt::print("{:<28} {:>9.2f} {:>9.2f} {:>7.2f}\n", name, best_s[0], best_s[1], best_s[0] / best_s[1]);
  }
};

void time_threads() {
  const Shipped data = shipped("fast", "balanced");
  const SpeedCase pair(data, 54);
  const auto rotations = docking::even_rotations(512);
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  std::vector<std::uint32_t> sums(64);
  Threads whole, search, control;
  for (int turn = 0; turn < 7; ++turn) {
    fmt::print(stderr, "threads, turn {} of 7\n", turn + 1);
    whole.turn([&](unsigned threads) {
      Problems problems;
      docking::DockOptions options;
      options.preset = "fast";
      options.threads = threads;
      (void)docking::dock(pair.pair().receptor, pair.pair().ligand, data.parameters, options, problems);
      problems.throw_if_any();
    });
    search.turn([&](unsigned threads) { (void)pair.run(rotations, threads); });
    // Arithmetic on registers alone.
    control.turn([&](unsigned threads) {
      parallel_for(sums.size(), threads, [&](std::size_t i) {
        for (std::uint32_t n = 0; n < 1'000'000; ++n)
          sums[i] ^= stream.block(n, static_cast<std::uint32_t>(i), 0)[0];
      });
    });
  }
  fmt::print("Two threads against one, wall seconds, best of seven\n\n");
  fmt::print("{:<28} {:>9} {:>9} {:>7}\n", "", "one", "two", "times");
  whole.tell("dock(), preset fast, side 54");
  search.tell("512 rotations of the search");
  control.tell("control that only computes");
  unsigned all = 0;
  for (const std::uint32_t sum : sums) all ^= sum;
  fmt::print("(check of the control: {:08x})\n", all);
}

std::vector<std::size_t> sides_of(const Arguments& arguments) {
  std::vector<std::size_t> sides;
  for (const std::string& text : arguments.list("sides")) {
    const auto& known = docking::grid_sides();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](std::size_t side) { return std::to_string(side) == text; });
    if (found == known.end()) refuse("--sides", text, "sides of a search grid, such as 54,108");
    sides.push_back(*found);
  }
  return sides.empty() ? std::vector<std::size_t>{54, 64, 72, 80, 96, 108} : sides;
}

int run_speed(int argc, const char* const* argv) {
  const Arguments arguments(argc, argv, {"preset", "weights", "sides", "turns"});
  const auto& words = arguments.words();
  for (const std::string& word : words)
    if (word != "transforms" && word != "parts" && word != "threads")
      refuse("table", word, "transforms, parts or threads");
  const auto asked = [&](const char* table) {
    return words.empty() || std::find(words.begin(), words.end(), table) != words.end();
  };
  const Shipped data = shipped(arguments.value("preset", "default"), arguments.value("weights", "balanced"));
  const unsigned turns = std::max(1U, arguments.count("turns", 5));
  if (asked("transforms")) time_transforms(data, sides_of(arguments), turns);
  if (asked("parts")) time_parts(data, sides_of(arguments), turns);
  if (asked("threads")) time_threads();
  return 0;
}

}  // namespace
}  // namespace azoo::bench

int main(int argc, char** argv) {
  try {
    return azoo::bench::run_speed(argc, argv);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 2;
  }
}
