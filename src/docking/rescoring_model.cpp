#include "docking/rescoring_model.hpp"

#include <string>  // for string, to_string

#include "core/csv.hpp"    // for read_csv
#include "core/files.hpp"  // for data_folder

namespace azoo::docking {
namespace {

// data/docking/contact-kinds.csv: type, kind.
std::vector<bool> load_polar_types(const AtomTypes& types, Problems& problems) {
  const CsvTable table = read_csv(data_folder() / "docking" / "contact-kinds.csv", problems);
  std::vector<bool> polar(types.names().size(), false), seen(types.names().size(), false);
  if (problems.any()) return polar;
  const auto type = table.column("type");
  const auto kind = table.column("kind");
  if (!type || !kind) {
    problems.add({table.file, 0, 0}, "", "other columns", "type and kind");
    return polar;
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto index = types.index(table.rows[i][*type]);
    const std::string& word = table.rows[i][*kind];
    if (word != "apolar" && word != "polar") problems.add(table.place(i), "kind", word, "apolar or polar");
    if (!index || seen[*index]) {
      problems.add(table.place(i), "type", table.rows[i][*type], "each type of atom-types.csv once");
      continue;
    }
    seen[*index] = true;
    polar[*index] = word == "polar";
  }
  for (std::size_t t = 0; t < seen.size(); ++t)
    if (!seen[t])
      problems.add({table.file, 0, 0}, "type", "no row for " + types.names()[t],
                   "each type of atom-types.csv once");
  return polar;
}

}  // namespace

std::optional<RescoringModel> load_rescoring(const AtomTypes& types, const ParameterSet& parameters,
                                             Problems& problems) {
  const auto number = [&](const std::string& name, const char* unit) {
    return parameters.value("docking.rescoring." + name, unit);
  };
  const auto list = [&](const std::string& name, const char* unit) {
    return parameters.values("docking.rescoring." + name, unit);
  };
  RescoringModel model;
  model.polar_type = load_polar_types(types, problems);
  const auto near = list("shell_near", "A"), far = list("shell_far", "A");
  const auto apolar = list("apolar", "1"), unlike = list("unlike", "1"), polar = list("polar", "1");
  for (const auto* each : {&far, &apolar, &unlike, &polar})
    if (each->size() != near.size())
      problems.add({}, "docking.rescoring", std::to_string(each->size()) + " numbers",
                   std::to_string(near.size()) + ", one for each of shell_near");
  if (problems.any()) return std::nullopt;
  for (std::size_t s = 0; s < near.size(); ++s) {
    model.shells.push_back({near[s], far[s]});
    model.weights.insert(model.weights.end(), {apolar[s], unlike[s], polar[s]});
  }
  model.weights.insert(model.weights.end(),
                       {number("repulsion", "1"), number("clash", "1"), number("far_charges", "1")});
  model.search_share = number("search_share", "1");
  model.clash_reach_A = number("clash_reach", "A");
  model.far_charges_core_A = number("far_charges_core", "A");
  model.far_charges_reach_A = number("far_charges_reach", "A");
  return model;
}

}  // namespace azoo::docking
