// Spermatogenic waves along a tubule, counted alike in measured stages and in the model. A wave is a stretch
// along which the phase of the cycle passes through one whole cycle in one direction, wherever in the cycle
// it begins; it starts where the phase stood last at the far end of that cycle. Walking from one end of a
// piece of tubule, a wave is closed as soon as a whole cycle has been passed, up or down, and the next one is
// looked for from there. So a modulation (a stretch that turns back before the cycle is full) lengthens the
// wave it lies in, a site of reversal ends nothing by itself, and what is left at the end of a piece belongs
// to no wave. Phases are smoothed first over a window along the tubule, which takes out single stages called
// wrongly; points without a stage are passed over.
#pragma once

#include <cstdint>  // for uint8_t
#include <span>     // for span
#include <string>   // for string
#include <vector>   // for vector

#include "testis/skeleton.hpp"  // for SkeletonBranch
#include "testis/species.hpp"   // for Stage

namespace azoo::testis {

// Phases (cycles, 0 at the start of the first stage) at equal spacing; NaN where it is not known.
struct PhaseLine {
  double spacing_mm = 0.0;
  std::vector<double> phases;
};

struct Wave {
  double start_mm = 0.0;
  double length_mm = 0.0;
  int direction = 0;  // +1: stages rise with the distance from the start of the line
};

struct WaveSummary {
  int waves = 0;
  double mean_mm = 0.0;  // NaN without waves
  double sd_mm = 0.0;    // NaN with fewer than two
  double shortest_mm = 0.0;
  double longest_mm = 0.0;
  double in_waves_mm = 0.0;  // of length_mm; the rest belongs to no wave
  double length_mm = 0.0;
};

inline constexpr double wave_window_mm = 1.0;  // width of the window of smoothing

// Phase at the middle of the stage that a code of the skeleton table (1 .. 12) means, by its Roman name; a
// stage such as "II-III" takes both codes. NaN: none of the stages.
[[nodiscard]] double phase_of_code(std::uint8_t code, std::span<const Stage> stages);

// Mean phase (of the circle) of the points in each bin of about `spacing_mm`.
[[nodiscard]] PhaseLine phase_line(const SkeletonBranch& branch, std::span<const Stage> stages,
                                   double spacing_mm = 0.1);

// Each phase becomes the mean on the circle over the window around it. What is still unknown is drawn
// straight between its neighbours; then phases are continued across the ends of cycles (unwrapped).
[[nodiscard]] std::vector<double> continued_phases(const PhaseLine& line, double window_mm = wave_window_mm);

[[nodiscard]] std::vector<Wave> count_waves(const PhaseLine& line, double window_mm = wave_window_mm);

[[nodiscard]] WaveSummary summarise(std::span<const Wave> waves, double length_mm);

// Shares of the known length in groups of stages, named "I-VI" and so on by first and last stage.
struct StageGroup {
  std::string first;
  std::string last;
};
// Of the skeleton table, point by point along the tubule. NaN when no point has a stage.
[[nodiscard]] std::vector<double> share_of_length(std::span<const SkeletonBranch> branches,
                                                  std::span<const Stage> stages,
                                                  std::span<const StageGroup> groups);
[[nodiscard]] std::vector<double> share_of_length(std::span<const PhaseLine> lines,
                                                  std::span<const Stage> stages,
                                                  std::span<const StageGroup> groups);

}  // namespace azoo::testis
