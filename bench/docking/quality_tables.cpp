#include "quality_tables.hpp"

#include <fmt/format.h>

#include <algorithm>    // for count_if, max
#include <array>        // for array
#include <optional>     // for optional
#include <string_view>  // for string_view

namespace azoo::bench {
namespace {

using docking::CapriClass;

// MEGADOCK 4.1.3 at its defaults on dev: rank of its first acceptable pose (0: none), and how many of the 12
// complexes have a pose of the class in the top 1 / 10 / 100 / 1000. Source: README.md of the docking data
// (../shared/data/docking beside the project), measured on two cores.
struct OtherRank {
  std::string_view name;
  std::size_t first;
};
constexpr std::array<OtherRank, 12> megadock_first{{{"1AVX", 114},
                                                    {"1AY7", 372},
                                                    {"1BJ1", 10},
                                                    {"1EWY", 5},
                                                    {"1GRN", 188},
                                                    {"1KTZ", 552},
                                                    {"1MAH", 3},
                                                    {"1QA9", 0},
                                                    {"1VFB", 69},
                                                    {"1WEJ", 6},
                                                    {"2HLE", 4},
                                                    {"2SNI", 21}}};
constexpr std::array<std::size_t, 4> tops{1, 10, 100, 1000};
constexpr std::array<std::size_t, 4> megadock_acceptable{0, 5, 7, 11};
constexpr std::array<std::size_t, 4> megadock_medium{0, 3, 4, 10};
constexpr double megadock_cpu_s = 283.0;
constexpr double megadock_memory_MB = 164.0;

std::optional<std::size_t> megadock_rank(std::string_view name) {
  for (const OtherRank& other : megadock_first)
    if (other.name == name) return other.first;
  return std::nullopt;
}

std::string rank_text(std::size_t rank) {
  return rank == 0 ? "none" : std::to_string(rank);
}

// The published totals hold for all twelve of dev and for no other set.
bool are_the_twelve(std::span<const ComplexResult> results) {
  return results.size() == megadock_first.size() &&
         std::all_of(results.begin(), results.end(),
                     [](const ComplexResult& r) { return megadock_rank(r.name).has_value(); });
}

std::string other(bool known, std::size_t count) {
  return known ? std::to_string(count) : "-";
}

std::string classes(std::span<const ComplexResult> results, std::string_view label, CapriClass least,
                    const std::array<std::size_t, 4>& published) {
  const bool known = are_the_twelve(results);
  std::string text;
  for (std::size_t k = 0; k < tops.size(); ++k) {
    const std::string clusters = tops[k] <= 10 ? std::to_string(with_cluster(results, tops[k], least)) : "-";
    text += fmt::format("{:<20} top {:<5} {:>9} {:>7} {:>15}\n", label, tops[k], clusters,
                        with_pose(results, tops[k], least), other(known, published[k]));
  }
  return text;
}

}  // namespace

std::string heading() {
  return fmt::format("{:<8} {:>10} {:>10} {:>9}  {:^29}  {:^11}  {:>8} {:>7} {:>5} {:>6} {:>6}\n", "",
                     "acceptable", "acceptable", "MEGADOCK", "best DockQ of poses", "of clusters", "CPU",
                     "memory", "grid", "cell", "") +
         fmt::format(
             "{:<8} {:>10} {:>10} {:>9}  {:>5} {:>7} {:>7} {:>7}  {:>5} {:>5}  {:>8} {:>7} {:>5} {:>6} "
             "{:>6}\n",
             "complex", "pose", "cluster", "pose", "1", "10", "100", "1000", "1", "10", "s", "MB", "side",
             "A", "poses");
}

std::string row_of(const ComplexResult& r) {
  if (!r.failure.empty()) return fmt::format("{:<8} failed: {}\n", r.name, r.failure);
  const auto published = megadock_rank(r.name);
  return fmt::format(
      "{:<8} {:>10} {:>10} {:>9}  {:>5.2f} {:>7.2f} {:>7.2f} {:>7.2f}  {:>5.2f} {:>5.2f}  {:>8.1f} {:>7.0f} "
      "{:>5} "
      "{:>6.2f} {:>6}\n",
      r.name, rank_text(r.poses.first(CapriClass::acceptable)),
      rank_text(r.clusters.first(CapriClass::acceptable)), published ? rank_text(*published) : "-",
      r.poses.best_dockq(1), r.poses.best_dockq(10), r.poses.best_dockq(100), r.poses.best_dockq(1000),
      r.clusters.best_dockq(1), r.clusters.best_dockq(10), r.cpu_s, r.memory_MB, r.record.grid[0],
      r.record.spacing_A, r.poses.size());
}

std::string totals(std::span<const ComplexResult> results) {
  const bool known = are_the_twelve(results);
  return fmt::format("Complexes of {} with a hit\n", results.size()) +
         fmt::format("{:<20} {:<9} {:>9} {:>7} {:>15}\n", "", "", "clusters", "poses", "MEGADOCK poses") +
         classes(results, "acceptable or better", CapriClass::acceptable, megadock_acceptable) +
         classes(results, "medium or better", CapriClass::medium, megadock_medium) +
         fmt::format("mean CPU s a pair: {:.1f} (MEGADOCK {})\n", mean_cpu_s(results),
                     known ? fmt::format("{:.0f}", megadock_cpu_s) : "-") +
         fmt::format("peak memory, MB: {:.0f} (MEGADOCK {})\n", peak_memory_MB(results),
                     known ? fmt::format("{:.0f}", megadock_memory_MB) : "-") +
         "MEGADOCK 4.1.3, CPU, defaults: published with the docking data; it gives poses, not clusters.\n"
         "Scores are arbitrary units, no energy or affinity.\n";
}

std::size_t with_pose(std::span<const ComplexResult> results, std::size_t top, CapriClass least) {
  return static_cast<std::size_t>(std::count_if(
      results.begin(), results.end(), [&](const ComplexResult& r) { return r.poses.within(top, least); }));
}

std::size_t with_cluster(std::span<const ComplexResult> results, std::size_t top, CapriClass least) {
  return static_cast<std::size_t>(std::count_if(
      results.begin(), results.end(), [&](const ComplexResult& r) { return r.clusters.within(top, least); }));
}

double mean_cpu_s(std::span<const ComplexResult> results) {
  double sum = 0.0;
  std::size_t docked = 0;
  for (const ComplexResult& r : results) {
    if (!r.failure.empty()) continue;
    sum += r.cpu_s;
    ++docked;
  }
  return docked == 0 ? 0.0 : sum / static_cast<double>(docked);
}

double peak_memory_MB(std::span<const ComplexResult> results) {
  double most = 0.0;
  for (const ComplexResult& r : results) most = std::max(most, r.memory_MB);
  return most;
}

}  // namespace azoo::bench
