// The registry of biological numbers. Every number of the model stands in data/*.toml as
//   name = { value = 16.0, low = 15.0, high = 17.0, unit = "d", how = "assumed", source = "..." }
// and is asked for by its dotted name and its unit. A study may override a value; the registry then
// remembers the shipped one.
#pragma once

#include <filesystem>   // for path
#include <map>          // for map
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"     // for Problems, Place
#include "core/toml_value.hpp"  // for TomlValue

namespace azoo {

// How a number is known.
enum class Known { measured, derived, fitted, assumed };
[[nodiscard]] std::string to_text(Known known);

struct Parameter {
  std::string name;            // "human.germ_cell.pachytene.survival"
  std::vector<double> values;  // one, or a short list
  double low = 0.0;            // plausible range of each value; NaN when the source gives none
  double high = 0.0;
  std::string unit;  // "1" for pure numbers
  Known how = Known::assumed;
  std::string source;
  std::string note;
  Place place;
  std::optional<std::vector<double>> shipped;  // the value before a study overrode it
};

class ParameterSet {
 public:
  // Reads every *.toml below the folder, its subfolder evidence left out; names begin with the file's stem,
  // '-' written as '_'. In a list of tables the item's key `name` becomes part of the parameter's name.
  [[nodiscard]] static ParameterSet load(const std::filesystem::path& folder, Problems& problems);
  // Adds one document under a prefix (used by load and by tests).
  void add(TomlValue& document, const std::string& prefix, Problems& problems);

  // The value; a wrong name or unit is a fault of the program and throws std::logic_error.
  [[nodiscard]] double value(std::string_view name, std::string_view unit) const;
  [[nodiscard]] std::vector<double> values(std::string_view name, std::string_view unit) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const Parameter& at(std::string_view name) const;
  // Texts that are no numbers, such as a label ("human.germ_cell.pachytene.label"); empty when absent.
  [[nodiscard]] std::string text(std::string_view name) const;
  // Names of the items of a list of tables, in file order: items("human.germ_cell").
  [[nodiscard]] std::vector<std::string> items(std::string_view list) const;

  // Replaces values by those of a study's [parameters] table (nested or dotted). Unknown names, names
  // given twice, a unit that is not the parameter's own, and impossible values (not finite, negative where
  // the range is not, a fraction above 1) are problems; a value outside its published range is the user's
  // choice and is recorded.
  void override_from(const TomlValue& table, Problems& problems);

  [[nodiscard]] const std::map<std::string, Parameter, std::less<>>& all() const { return parameters_; }

 private:
  std::map<std::string, Parameter, std::less<>> parameters_;
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, std::vector<std::string>, std::less<>> items_;
};

}  // namespace azoo
