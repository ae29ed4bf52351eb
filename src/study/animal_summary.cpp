#include "study/animal_summary.hpp"

#include <set>

#include "testis/provisional.hpp"

namespace azoo::study {

std::vector<std::string> animal_summary_lines(const animal::Design& design, const ParameterSet& parameters,
                                              const animal::AnimalRecords& records) {
  std::string groups;
  for (const animal::Group& group : design.groups) {
    groups += (groups.empty() ? "" : ", ") + group.name + " " +
              std::to_string(static_cast<std::size_t>(group.animals) * group.sacrifice_d.size());
  }
  std::vector<std::string> lines = {
      "Simulated, not for patient care: " + design.title + ".",
      std::to_string(records.animals.size()) + " animals (" + design.species + "): " + groups + ".",
      "The hormone axis of animals is not modelled: its effects on the germ line stay normal.",
  };
  const auto missing = testis::missing_items(parameters, design.species);
  if (!missing.empty())
    lines.push_back("The data of this species are provisional: " + std::to_string(missing.size()) +
                    " items are missing and assumed.");
  std::set<std::string> notes;
  for (const animal::AnimalRow& row : records.animals) {
    if (!row.note.empty() && notes.insert(row.group).second)
      lines.push_back("Note on " + row.group + ": " + row.note + ".");
  }
  lines.push_back("Seed " + std::to_string(design.seed) + ".");
  return lines;
}

}  // namespace azoo::study
