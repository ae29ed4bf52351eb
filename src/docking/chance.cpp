#include "docking/chance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/files.hpp"                // for data_folder
#include "core/number_text.hpp"          // for to_text
#include "core/toml_value.hpp"           // for read_toml
#include "statistics/distributions.hpp"  // for normal_upper_quantile
#include "statistics/extreme_value.hpp"  // for ExtremeValue

namespace azoo::docking {

namespace {

constexpr double atoms_of_reference = 1000.0;  // a unit: where the intercepts are told

// z with P(Z > z) = P(X > x), by whichever tail has the digits.
double normal_equivalent(const statistics::ExtremeValue& law, double x) {
  constexpr double least = std::numeric_limits<double>::min();
  const double upper = law.upper_tail(x);
  if (upper <= 0.5) return statistics::normal_upper_quantile(std::max(upper, least));
  return -statistics::normal_upper_quantile(std::max(law.distribution(x), least));
}

bool is_size(double atoms) {
  return std::isfinite(atoms) && atoms >= 1.0;
}

// Reads the numbers of one calibration; what is missing is a problem.
class Reader {
 public:
  Reader(const ParameterSet& parameters, std::string prefix, Problems& problems)
      : parameters_(parameters), prefix_(std::move(prefix)), problems_(problems) {}

  double number(const std::string& key, const std::string& unit) {
    const std::string name = prefix_ + key;
    if (!parameters_.has(name)) {
      problems_.add({}, name, "missing", "every number of a calibration, in " + unit);
      return 0.0;
    }
    const Parameter& parameter = parameters_.at(name);
    if (parameter.unit != unit || parameter.values.size() != 1) {
      problems_.add(parameter.place, name, "in " + parameter.unit, "one number in " + unit);
      return 0.0;
    }
    return parameter.values.front();
  }

  std::array<double, 2> range(const std::string& key) {
    const std::array<double, 2> found = {number(key + "_least", "atoms"), number(key + "_most", "atoms")};
    if (found[0] > found[1] || found[0] < 0.0)
      problems_.add({}, prefix_ + key, to_text(found[0]) + " to " + to_text(found[1]), "a range of sizes");
    return found;
  }

 private:
  const ParameterSet& parameters_;
  std::string prefix_;
  Problems& problems_;
};

}  // namespace

std::array<double, 2> chance_covariates(double receptor_atoms, double ligand_atoms) {
  return {std::log(std::max(receptor_atoms, ligand_atoms) / atoms_of_reference),
          std::log(std::min(receptor_atoms, ligand_atoms) / atoms_of_reference)};
}

ChanceModel::ChanceModel(ChanceCoefficients coefficients) : coefficients_(std::move(coefficients)) {}

std::optional<ChanceModel> ChanceModel::load(std::string_view preset, std::string_view weights,
                                             Problems& problems) {
  const std::filesystem::path file = data_folder() / "docking" / "chance.toml";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::nullopt;
  Problems own;
  TomlValue document = read_toml(file, own);
  ParameterSet parameters;
  parameters.add(document, "chance", own);
  for (const Problem& problem : own.list()) problems.add(problem);
  if (own.any()) return std::nullopt;
  return from(parameters, preset, weights, problems);
}

std::optional<ChanceModel> ChanceModel::from(const ParameterSet& parameters, std::string_view preset,
                                             std::string_view weights, Problems& problems) {
  const std::string prefix = "chance." + std::string(preset) + "." + std::string(weights) + ".";
  const auto first = parameters.all().lower_bound(prefix);
  if (first == parameters.all().end() || !first->first.starts_with(prefix)) return std::nullopt;
  Problems own;
  Reader reader(parameters, prefix, own);
  ChanceCoefficients c;
  c.preset = preset;
  c.weights = weights;
  c.location = {reader.number("location_intercept", "score"), reader.number("location_log_larger", "score"),
                reader.number("location_log_smaller", "score")};
  c.log_scale = {reader.number("log_scale_intercept", "1"), reader.number("log_scale_log_smaller", "1")};
  const double pairs = reader.number("pairs", "pairs");
  if (!(pairs >= 1.0)) own.add({}, prefix + "pairs", to_text(pairs), "1 or more");
  c.pairs = pairs >= 1.0 ? static_cast<std::size_t>(pairs) : 0;
  c.larger_atoms = reader.range("larger_atoms");
  c.smaller_atoms = reader.range("smaller_atoms");
  for (const Problem& problem : own.list()) problems.add(problem);
  if (own.any()) return std::nullopt;
  return ChanceModel(std::move(c));
}

Chance ChanceModel::of(double best_score, double receptor_atoms, double ligand_atoms) const {
  const double larger = std::max(receptor_atoms, ligand_atoms);
  const double smaller = std::min(receptor_atoms, ligand_atoms);
  Chance chance;
  chance.smallest_p = 1.0 / (static_cast<double>(coefficients_.pairs) + 1.0);
  if (!std::isfinite(best_score) || !is_size(receptor_atoms) || !is_size(ligand_atoms)) {
    chance.z = chance.p = chance.model_p = chance.residual = std::nan("");
    return chance;
  }
  const std::array<double, 2> x = chance_covariates(receptor_atoms, ligand_atoms);
  const auto& a = coefficients_.location;
  const auto& b = coefficients_.log_scale;
  const statistics::ExtremeValue law{a[0] + a[1] * x[0] + a[2] * x[1], std::exp(b[0] + b[1] * x[1]), 0.0};
  chance.model_p = law.upper_tail(-best_score);
  chance.p = std::max(chance.model_p, chance.smallest_p);
  chance.z = normal_equivalent(law, -best_score);
  chance.residual = (-best_score - law.location) / law.scale;
  const auto outside = [](double size, const std::array<double, 2>& range) {
    return size < range[0] || size > range[1];
  };
  chance.extrapolated =
      outside(larger, coefficients_.larger_atoms) || outside(smaller, coefficients_.smaller_atoms);
  return chance;
}

}  // namespace azoo::docking
