#include "score_data.hpp"

#include <fmt/format.h>

#include <vector>

#include "core/files.hpp"

namespace azoo::calibrate {

std::string score_data_sha256(const std::filesystem::path& folder, const ParameterSet& parameters,
                              std::string_view preset, std::string_view weights, Problems& problems) {
  std::string all;
  for (const char* file : {"atom-types.csv", "components.csv", "contact-kinds.csv", "pair-potential.csv"})
    all += fmt::format("{} {}\n", file, sha256(read_file(folder / file, problems).value_or("")));
  const std::vector<std::string> parts = {"docking.kernel.", "docking.rescoring.", "docking.site.",
                                          fmt::format("docking.weights.{}.", weights),
                                          fmt::format("docking.preset.{}.", preset)};
  for (const auto& [name, parameter] : parameters.all()) {
    for (const std::string& part : parts) {
      if (name.starts_with(part)) all += fmt::format("{} {}\n", name, fmt::join(parameter.values, " "));
    }
  }
  return sha256(all);
}

}  // namespace azoo::calibrate
