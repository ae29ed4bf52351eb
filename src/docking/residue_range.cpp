#include "docking/residue_range.hpp"

#include <cctype>  // for isalpha
#include <tuple>   // for tie

#include "core/number_text.hpp"  // for parse_integer

namespace azoo::docking {
namespace {

// "-40A": a whole number with or without an insertion code.
bool read_end(std::string_view text, int& number, char& insertion) {
  if (!text.empty() && std::isalpha(static_cast<unsigned char>(text.back())) != 0) {
    insertion = text.back();
    text.remove_suffix(1);
  }
  const auto value = parse_integer(text);
  if (!value || *value < -10'000'000 || *value > 10'000'000) return false;
  number = static_cast<int>(*value);
  return true;
}

}  // namespace

std::optional<ResidueRange> parse_residue_range(std::string_view text) {
  if (text.empty()) return std::nullopt;
  ResidueRange range;
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) {
    range.chain = text;
    range.whole_chain = true;
    return range;
  }
  range.chain = text.substr(0, colon);
  const std::string_view numbers = text.substr(colon + 1);
  // The first character may be the sign of the first number.
  const std::size_t dash = numbers.size() < 2 ? std::string_view::npos : numbers.find('-', 1);
  if (!read_end(numbers.substr(0, dash), range.first, range.first_insertion)) return std::nullopt;
  range.last = range.first;
  range.last_insertion = range.first_insertion;
  if (dash != std::string_view::npos) {
    range.last_insertion = '\0';
    if (!read_end(numbers.substr(dash + 1), range.last, range.last_insertion)) return std::nullopt;
  } else if (range.first_insertion == '\0') {
    range.first_insertion = range.last_insertion = ' ';  // "A:52" is that residue alone, not 52A
  }
  if (range.last < range.first) return std::nullopt;
  if (range.last == range.first && range.last_insertion != '\0' &&
      range.first_insertion > range.last_insertion)
    return std::nullopt;
  return range;
}

bool ResidueRange::contains(const std::string& of_chain, int number, char insertion) const {
  if (of_chain != chain) return false;
  if (whole_chain) return true;
  if (number < first || number > last) return false;
  if (number == first && first_insertion != '\0' && insertion < first_insertion) return false;
  return !(number == last && last_insertion != '\0' && insertion > last_insertion);
}

}  // namespace azoo::docking
