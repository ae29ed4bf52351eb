#include "endocrine/ensemble.hpp"

#include "core/csv.hpp"
#include "core/number_text.hpp"

namespace azoo::endocrine {

Ensemble read_ensemble(const std::filesystem::path& file, Problems& problems) {
  const CsvTable table = read_csv(file, problems);
  Ensemble ensemble;
  if (table.header.size() < 3 || table.header[0] != "member" || table.header[1] != "loss") {
    problems.add({table.file, 1, 0}, "header", table.header.empty() ? "nothing" : table.header[0],
                 "columns member, loss and one per parameter");
    return ensemble;
  }
  ensemble.names.assign(table.header.begin() + 2, table.header.end());
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    EnsembleMember member;
    for (std::size_t c = 0; c < table.header.size(); ++c) {
      const auto number = parse_number(table.rows[r][c]);
      if (!number) problems.add(table.place(r), table.header[c], table.rows[r][c], "a number");
      const double value = number.value_or(0.0);
      if (c == 0) {
        member.number = static_cast<int>(value);
      } else if (c == 1) {
        member.loss = value;
      } else {
        member.values.push_back(value);
      }
    }
    ensemble.members.push_back(member);
  }
  return ensemble;
}

ParameterSet with_values(const ParameterSet& parameters, const std::vector<std::string>& names,
                         const std::vector<double>& values) {
  TomlMap map;
  for (std::size_t i = 0; i < names.size(); ++i)
    map.entries.emplace_back(names[i], TomlValue{values.at(i), {}});
  ParameterSet changed = parameters;
  Problems problems;
  changed.override_from(TomlValue{map, {}}, problems);
  problems.throw_if_any();
  return changed;
}

}  // namespace azoo::endocrine
