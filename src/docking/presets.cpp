#include "docking/presets.hpp"

#include <string>  // for string

namespace azoo::docking {

std::optional<Preset> load_preset(const ParameterSet& parameters, std::string_view name, Problems& problems) {
  const std::string prefix = "docking.preset." + std::string(name) + ".";
  if (!parameters.has(prefix + "rotations")) {
    problems.add({}, "preset", std::string(name), "fast, default or thorough");
    return std::nullopt;
  }
  const auto count = [&](const char* what) {
    return static_cast<std::size_t>(parameters.value(prefix + what, "1"));
  };
  return Preset{count("rotations"),        parameters.value(prefix + "spacing", "A"), count("eigenvectors"),
                count("poses_a_rotation"), count("poses_kept"),                       count("poses_refined")};
}

}  // namespace azoo::docking
