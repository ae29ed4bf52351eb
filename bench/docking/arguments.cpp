#include "arguments.hpp"

#include <charconv>  // for from_chars
#include <sstream>   // for istringstream

#include "core/problem.hpp"  // for InputError

namespace azoo::bench {

void refuse(const std::string& field, const std::string& found, const std::string& expected) {
  throw InputError({{{}, field, found, expected}});
}

Arguments::Arguments(int argc, const char* const* argv, const std::set<std::string>& known) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (!word.starts_with("--")) {
      words_.push_back(word);
      continue;
    }
    const std::string name = word.substr(2);
    if (!known.contains(name)) {
      std::string names;
      for (const std::string& option : known) names += (names.empty() ? "--" : " --") + option;
      refuse("option", word, "one of " + names);
    }
    if (i + 1 == argc) refuse(word, "nothing", "a value after it");
    options_[name] = argv[++i];
  }
}

std::string Arguments::value(const std::string& option, const std::string& otherwise) const {
  const auto found = options_.find(option);
  return found == options_.end() ? otherwise : found->second;
}

unsigned Arguments::count(const std::string& option, unsigned otherwise) const {
  const auto found = options_.find(option);
  if (found == options_.end()) return otherwise;
  const std::string& text = found->second;
  unsigned number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
    refuse("--" + option, text, "a whole number >= 0");
  return number;
}

std::vector<std::string> Arguments::list(const std::string& option) const {
  std::istringstream text(value(option, ""));
  std::vector<std::string> items;
  for (std::string item; std::getline(text, item, ',');)
    if (!item.empty()) items.push_back(item);
  return items;
}

}  // namespace azoo::bench
