#include "docking/presets.hpp"

#include <cmath>   // for floor
#include <string>  // for string

#include "core/number_text.hpp"     // for to_text
#include "docking/search_grid.hpp"  // for coarsest_spacing_A

namespace azoo::docking {

std::optional<Preset> load_preset(const ParameterSet& parameters, std::string_view name, Problems& problems) {
  const std::string prefix = "docking.preset." + std::string(name) + ".";
  if (!parameters.has(prefix + "rotations")) {
    problems.add({}, "preset", std::string(name), "fast, default or thorough");
    return std::nullopt;
  }
  bool usable = true;
  const auto number = [&](const char* what, const char* unit, double most, const char* expected) {
    const double value = parameters.value(prefix + what, unit);
    if (value > 0.0 && value <= most) return value;
    problems.add(parameters.at(prefix + what).place, prefix + what, azoo::to_text(value), expected);
    usable = false;
    return 0.0;
  };
  const auto count = [&](const char* what) {
    constexpr double most = 1.0e7;  // more would not fit into memory
    const double value = number(what, "1", most, "a whole number from 1 to 10,000,000");
    if (value != std::floor(value)) {
      problems.add(parameters.at(prefix + what).place, prefix + what, azoo::to_text(value), "a whole number");
      usable = false;
    }
    return static_cast<std::size_t>(value);
  };
  const bool coarse = parameters.value(prefix + "coarse_rotations", "1") != 0.0;
  const auto count_or_none = [&](const char* what) {
    return parameters.value(prefix + what, "1") == 0.0 ? 0 : count(what);
  };
  const Preset preset{count("rotations"),
                      coarse ? count("coarse_rotations") : 0,
                      coarse ? count("coarse_best") : 0,
                      number("spacing", "A", coarsest_spacing_A, "a number of A above 0, at most 4"),
                      count("eigenvectors"),
                      count("poses_a_rotation"),
                      count("poses_kept"),
                      count("poses_refined"),
                      count_or_none("poses_refined_again")};
  if (!usable) return std::nullopt;
  return preset;
}

}  // namespace azoo::docking
