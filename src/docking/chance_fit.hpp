// Fits the calibration against chance (chance.hpp) to the scores of unrelated pairs, and says how well it
// describes them.
#pragma once

#include <array>        // for array
#include <cstddef>      // for size_t
#include <limits>       // for quiet_NaN
#include <span>         // for pairs
#include <string>       // for string
#include <string_view>  // for string_view

#include "docking/chance.hpp"                       // for ChanceCoefficients
#include "docking/chance_null.hpp"                  // for NullPair
#include "statistics/extreme_value_check.hpp"       // for FitCheck
#include "statistics/extreme_value_regression.hpp"  // for ExtremeValueFit

namespace azoo::docking {

struct ChanceFit {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  ChanceCoefficients coefficients;
  std::array<double, 3> location_se{};
  std::array<double, 2> log_scale_se{};  // NaN for a slope that is held at 0
  bool scale_grows = false;              // the slope of the log scale was worth its place (AIC)
  statistics::ExtremeValueFit constant_scale;
  statistics::ExtremeValueFit growing_scale;
  // The same with a free shape, against Gumbel's: twice the gain in log likelihood is chi-squared with 1 df.
  double shape = none;
  double shape_se = none;
  double shape_p = none;
  statistics::FitCheck check;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// Only the rows of this preset and these weights count. `draws`: samples of the parametric bootstrap, with a
// fixed seed, so that the same rows give the same numbers.
[[nodiscard]] ChanceFit fit_chance(std::span<const NullPair> pairs, std::string_view preset,
                                   std::string_view weights, std::size_t draws);

// The text of data/docking/chance.toml; `null_sha256` is that of the table of pairs.
[[nodiscard]] std::string chance_file(std::span<const ChanceFit> fits, std::string_view null_sha256);

}  // namespace azoo::docking
