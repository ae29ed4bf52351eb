// The command line of a benchmark: words, and options with one value each.
#pragma once

#include <map>     // for map
#include <set>     // for set
#include <string>  // for string
#include <vector>  // for vector

namespace azoo::bench {

class Arguments {
 public:
  // Throws InputError: an option that is not among `known` (names without dashes), or one without a value.
  Arguments(int argc, const char* const* argv, const std::set<std::string>& known);

  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] std::string value(const std::string& option, const std::string& otherwise) const;
  // Throws InputError where the value is no whole number >= 0.
  [[nodiscard]] unsigned count(const std::string& option, unsigned otherwise) const;
  // "a,b,c"; empty when the option is not given.
  [[nodiscard]] std::vector<std::string> list(const std::string& option) const;

 private:
  std::vector<std::string> words_;
  std::map<std::string, std::string> options_;
};

[[noreturn]] void refuse(const std::string& field, const std::string& found, const std::string& expected);

}  // namespace azoo::bench
