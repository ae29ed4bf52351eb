// How far does a docking score stand out of what two unrelated molecules of the same sizes reach by chance?
// Best scores of a search are extremes and grow with size; a Gumbel distribution whose location grows with
// the logarithms of both sizes was fitted to unrelated pairs (docs/docking-chance.md). A small p says that
// the pair scores better than unrelated ones do, under this preset and these weights; it is no energy, no
// affinity and no proof of binding.
#pragma once

#include <array>        // for array
#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems

namespace azoo::docking {

struct Chance {
  // Normal equivalent of the fitted tail: P(Z > z) = model_p. Not held back by smallest_p, so that it can
  // rank; beyond the z of smallest_p it leans on the fitted curve alone.
  double z = 0;
  double p = 1;               // max(model_p, smallest_p)
  double smallest_p = 0;      // 1 / (pairs + 1): what this many unrelated pairs can tell from chance
  double model_p = 1;         // upper tail of the fitted distribution
  double residual = 0;        // (-score - location) / scale, of Gumbel's standard distribution under chance
  bool extrapolated = false;  // a size outside those that were docked for the calibration
};

// With l and s the heavy atoms of the larger and the smaller partner, and -score so that larger is better:
// location = a0 + a1 ln(l/1000) + a2 ln(s/1000), ln(scale) = b0 + b1 ln(s/1000).
struct ChanceCoefficients {
  std::string preset;
  std::string weights;
  std::array<double, 3> location{};
  std::array<double, 2> log_scale{};
  std::size_t pairs = 0;                 // unrelated pairs behind the fit
  std::array<double, 2> larger_atoms{};  // least and most in the calibration
  std::array<double, 2> smaller_atoms{};
};

// ln(larger / 1000), ln(smaller / 1000): the same whichever partner is named first.
[[nodiscard]] std::array<double, 2> chance_covariates(double receptor_atoms, double ligand_atoms);

class ChanceModel {
 public:
  explicit ChanceModel(ChanceCoefficients coefficients);

  // From data/docking/chance.toml. Nothing, and no problem, when there is no calibration for this preset and
  // these weights.
  [[nodiscard]] static std::optional<ChanceModel> load(std::string_view preset, std::string_view weights,
                                                       Problems& problems);
  // The same from parameters that were read before ("chance.<preset>.<weights>.*"). Problems: a number is
  // missing, or cannot be (no pairs, a range that ends before it begins).
  [[nodiscard]] static std::optional<ChanceModel> from(const ParameterSet& parameters,
                                                       std::string_view preset, std::string_view weights,
                                                       Problems& problems);

  // Of the best pose's score (DockResult.poses.front().score) and the counts of heavy atoms
  // (Structure::atoms). Everything is NaN where the score is not finite or a count is below 1.
  [[nodiscard]] Chance of(double best_score, double receptor_atoms, double ligand_atoms) const;

  [[nodiscard]] const ChanceCoefficients& coefficients() const { return coefficients_; }

 private:
  ChanceCoefficients coefficients_;
};

}  // namespace azoo::docking
