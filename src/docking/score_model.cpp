#include "docking/score_model.hpp"

#include <algorithm>  // for max
#include <cmath>      // for isfinite, isnan
#include <limits>     // for numeric_limits

#include "core/csv.hpp"          // for read_csv
#include "core/files.hpp"        // for data_folder
#include "core/number_text.hpp"  // for parse_number

namespace azoo::docking {
namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

std::string known_sets(const ParameterSet& parameters) {
  std::string names;
  for (const char* name : {"balanced", "electrostatic", "hydrophobic", "shape", "antibody"}) {
    if (!parameters.has("docking.weights." + std::string(name) + ".repulsion")) continue;
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return "one of " + names;
}

Weights load_weights(const ParameterSet& parameters, const std::string& set) {
  const std::string prefix = "docking.weights." + set + ".";
  return {parameters.value(prefix + "repulsion", "1"), parameters.value(prefix + "attraction", "1"),
          parameters.value(prefix + "electrostatics", "1"), parameters.value(prefix + "pair_potential", "1"),
          parameters.value(prefix + "rescoring", "1") != 0.0};
}

SiteWeights load_site_weights(const ParameterSet& parameters) {
  return {parameters.value("docking.site.from_first", "1/A"),
          parameters.value("docking.site.from_last", "1/A"), parameters.value("docking.site.enclosure", "1")};
}

}  // namespace

double short_reach_A(const Kernels& kernels) {
  double reach = std::max(kernels.repulsion_reach_A, kernels.contact_far_A);
  for (const Step& step : kernels.attraction) reach = std::max(reach, step.far_A);
  return reach;
}

Kernels load_kernels(const ParameterSet& parameters) {
  const auto number = [&](const std::string& name, const char* unit) {
    return parameters.value("docking.kernel." + name, unit);
  };
  Kernels kernels;
  kernels.repulsion_reach_A = number("repulsion_reach", "A");
  const auto list = [&](const std::string& name, const char* unit) {
    return parameters.values("docking.kernel." + name, unit);
  };
  const auto near = list("attraction_near", "A"), far = list("attraction_far", "A"),
             share = list("attraction_share", "1");
  for (std::size_t k = 0; k < near.size(); ++k)
    kernels.attraction.push_back({near[k], far.at(k), share.at(k)});
  kernels.contact_near_A = number("contact_near", "A");
  kernels.contact_far_A = number("contact_far", "A");
  kernels.electrostatic_core_A = number("electrostatic_core", "A");
  kernels.electrostatic_reach_A = number("electrostatic_reach", "A");
  kernels.firmness_least = number("firmness_least", "1");
  kernels.neighbours_exposed = number("neighbours_exposed", "1");
  kernels.neighbours_buried = number("neighbours_buried", "1");
  kernels.terminus_reach_A = parameters.value("docking.site.terminus_reach", "A");
  kernels.enclosure_raise_A = parameters.value("docking.site.enclosure_raise", "A");
  kernels.enclosure_near_A = parameters.value("docking.site.enclosure_near", "A");
  kernels.enclosure_far_A = parameters.value("docking.site.enclosure_far", "A");
  return kernels;
}

std::optional<PairPotential> load_pair_potential(const AtomTypes& types, Problems& problems) {
  const CsvTable table = read_csv(data_folder() / "docking" / "pair-potential.csv", problems);
  if (problems.any()) return std::nullopt;
  const auto a = table.column("type_a");
  const auto b = table.column("type_b");
  const auto value = table.column("value");
  if (!a || !b || !value) {
    problems.add({table.file, 0, 0}, "", "other columns", "type_a, type_b and value");
    return std::nullopt;
  }
  const std::size_t count = types.names().size();
  PairPotential potential{count, std::vector<double>(count * count, absent)};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const auto first = types.index(row[*a]);
    const auto second = types.index(row[*b]);
    const auto number = parse_number(row[*value]);
    if (!first || !second)
      problems.add(table.place(i), "type_a", row[*a] + "," + row[*b], "types of atom-types.csv");
    if (!number || !std::isfinite(*number))
      problems.add(table.place(i), "value", row[*value], "a finite number");
    if (!first || !second || !number) continue;
    double& value_of_pair = potential.values[*first * count + *second];
    if (!std::isnan(value_of_pair) && value_of_pair != *number)
      problems.add(table.place(i), "value", row[*a] + "," + row[*b] + " again, with another value",
                   "each pair once");
    value_of_pair = potential.values[*second * count + *first] = *number;
  }
  for (const double v : potential.values)
    if (std::isnan(v)) {
      problems.add({table.file, 0, 0}, "", "a pair of types is missing",
                   "every pair of types of atom-types.csv");
      break;
    }
  if (problems.any()) return std::nullopt;
  return potential;
}

std::optional<ScoreModel> load_score_model(const ParameterSet& parameters, std::string_view weights,
                                           Problems& problems) {
  const std::string set(weights);
  if (!parameters.has("docking.weights." + set + ".repulsion")) {
    problems.add({}, "weights", set, known_sets(parameters));
    return std::nullopt;
  }
  auto types = AtomTypes::load(problems);
  if (!types) return std::nullopt;
  auto potential = load_pair_potential(*types, problems);
  auto rescoring = load_rescoring(*types, parameters, problems);
  if (!potential || !rescoring) return std::nullopt;
  return ScoreModel{std::move(*types),     load_kernels(parameters), load_weights(parameters, set),
                    std::move(*potential), std::move(*rescoring),    load_site_weights(parameters)};
}

}  // namespace azoo::docking
