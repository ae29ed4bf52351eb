#include "docking/chance_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/number_text.hpp"          // for to_text
#include "core/random.hpp"               // for RandomStream
#include "statistics/distributions.hpp"  // for chi_squared_upper_tail, normal_upper_quantile

namespace azoo::docking {

namespace {

using statistics::ExtremeValueFit;
using statistics::ExtremeValueModel;

struct NullTable {
  std::vector<double> values;  // -score
  std::vector<double> larger;  // logarithms
  std::vector<double> smaller;
};

NullTable table_of(std::span<const NullPair> pairs, ChanceCoefficients& c) {
  NullTable table;
  for (const NullPair& pair : pairs) {
    if (pair.preset != c.preset || pair.weights != c.weights) continue;
    const double larger = std::max(pair.receptor_atoms, pair.ligand_atoms);
    const double smaller = std::min(pair.receptor_atoms, pair.ligand_atoms);
    if (table.values.empty()) {
      c.larger_atoms = {larger, larger};
      c.smaller_atoms = {smaller, smaller};
    }
    c.larger_atoms = {std::min(c.larger_atoms[0], larger), std::max(c.larger_atoms[1], larger)};
    c.smaller_atoms = {std::min(c.smaller_atoms[0], smaller), std::max(c.smaller_atoms[1], smaller)};
    const std::array<double, 2> x = chance_covariates(larger, smaller);
    table.values.push_back(-pair.best_score);
    table.larger.push_back(x[0]);
    table.smaller.push_back(x[1]);
  }
  c.pairs = table.values.size();
  return table;
}

double aic(const ExtremeValueFit& fit) {
  return 2.0 * static_cast<double>(fit.coefficients()) - 2.0 * fit.log_likelihood;
}

// One line of the file; low and high are the interval of 95 %, left out where there is none.
std::string line(const std::string& key, double value, double se, const std::string& unit,
                 const std::string& how, const std::string& source, const std::string& note = "") {
  std::string text = fmt::format("{} = {{ value = {}, ", key, to_text(value));
  if (std::isfinite(se)) {
    const double reach = statistics::normal_upper_quantile(0.025) * se;
    text += fmt::format("low = {}, high = {}, ", to_text(value - reach), to_text(value + reach));
  }
  text += fmt::format("unit = \"{}\", how = \"{}\", source = \"{}\"", unit, how, source);
  if (!note.empty()) text += fmt::format(", note = \"{}\"", note);
  return text + " }\n";
}

std::string section_of(const ChanceFit& fit) {
  const ChanceCoefficients& c = fit.coefficients;
  const std::string source = fmt::format(
      "maximum likelihood on {} unrelated pairs, data/docking/chance-null.csv; "
      "docs/docking-chance.md",
      c.pairs);
  const std::string counted = "data/docking/chance-null.csv";
  const char* const location[] = {"location_intercept", "location_log_larger", "location_log_smaller"};
  std::string text = fmt::format("\n[{}.{}]\n", c.preset, c.weights);
  for (std::size_t k = 0; k < c.location.size(); ++k)
    text += line(location[k], c.location[k], fit.location_se[k], "score", "fitted", source);
  text += line("log_scale_intercept", c.log_scale[0], fit.log_scale_se[0], "1", "fitted", source);
  text += line("log_scale_log_smaller", c.log_scale[1], fit.log_scale_se[1], "1", "fitted", source,
               fit.scale_grows ? "" : "held at 0: a slope did not lower AIC");
  const double none = ChanceFit::none;
  text += line("pairs", static_cast<double>(c.pairs), none, "pairs", "derived", counted);
  text += line("larger_atoms_least", c.larger_atoms[0], none, "atoms", "derived", counted);
  text += line("larger_atoms_most", c.larger_atoms[1], none, "atoms", "derived", counted);
  text += line("smaller_atoms_least", c.smaller_atoms[0], none, "atoms", "derived", counted);
  text += line("smaller_atoms_most", c.smaller_atoms[1], none, "atoms", "derived", counted);
  return text;
}

}  // namespace

ChanceFit fit_chance(std::span<const NullPair> pairs, std::string_view preset, std::string_view weights,
                     std::size_t draws) {
  ChanceFit fit;
  ChanceCoefficients& c = fit.coefficients;
  c.preset = preset;
  c.weights = weights;
  const NullTable table = table_of(pairs, c);
  ExtremeValueModel model{{table.larger, table.smaller}, {}, false};
  fit.constant_scale = statistics::fit_extreme_value(table.values, model);
  fit.refusal = fit.constant_scale.refusal;
  if (!fit.computed()) return fit;
  ExtremeValueModel growing = model;
  growing.log_scale = {table.smaller};
  fit.growing_scale = statistics::fit_extreme_value(table.values, growing);
  fit.scale_grows = fit.growing_scale.computed() && aic(fit.growing_scale) < aic(fit.constant_scale);
  if (fit.scale_grows) model = growing;
  const ExtremeValueFit& chosen = fit.scale_grows ? fit.growing_scale : fit.constant_scale;
  std::copy_n(chosen.location.begin(), 3, c.location.begin());
  std::copy_n(chosen.location_se.begin(), 3, fit.location_se.begin());
  fit.log_scale_se.fill(ChanceFit::none);
  std::copy(chosen.log_scale.begin(), chosen.log_scale.end(), c.log_scale.begin());
  std::copy(chosen.log_scale_se.begin(), chosen.log_scale_se.end(), fit.log_scale_se.begin());
  constexpr std::uint64_t seed = 1;
  fit.check = statistics::check_extreme_value(table.values, model, chosen,
                                              RandomStream({seed, 0, 0, Stream::fit_check}), draws);
  model.shape = true;
  const ExtremeValueFit shaped = statistics::fit_extreme_value(table.values, model);
  if (shaped.computed()) {
    fit.shape = shaped.shape;
    fit.shape_se = shaped.shape_se;
    fit.shape_p = statistics::chi_squared_upper_tail(
        std::max(0.0, 2.0 * (shaped.log_likelihood - chosen.log_likelihood)), 1.0);
  }
  return fit;
}

std::string chance_file(std::span<const ChanceFit> fits, std::string_view null_sha256) {
  std::string text =
      "# What the best docking score of two unrelated proteins is, by their sizes: a Gumbel distribution of "
      "-score with\n"
      "# location = location_intercept + location_log_larger ln(l/1000) + location_log_smaller ln(s/1000) "
      "and\n"
      "# ln(scale) = log_scale_intercept + log_scale_log_smaller ln(s/1000), l and s the heavy atoms of the "
      "larger and\n"
      "# the smaller partner. Made by tools/docking/calibrate_chance --fit; low and high are intervals of 95 "
      "%. Scores\n"
      "# are arbitrary units, no energy and no affinity. Parameter names begin with \"chance.\".\n\n";
  text += fmt::format("null_sha256 = \"{}\"  # of data/docking/chance-null.csv\n", null_sha256);
  for (const ChanceFit& fit : fits) {
    if (fit.computed()) text += section_of(fit);
  }
  return text;
}

}  // namespace azoo::docking
