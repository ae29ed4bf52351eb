#include "docking/protein_phrases.hpp"

#include <algorithm>  // for any_of

namespace azoo::docking {
namespace {

// The phrase from this place on; how far it reaches, 0 when it does not.
std::size_t reach(std::string_view text, std::size_t begin, std::string_view phrase) {
  std::size_t at = begin;
  for (std::size_t p = 0; p < phrase.size(); ++p) {
    if (phrase[p] == ' ') {
      if (at < text.size() && text[at] == ' ') ++at;
      continue;
    }
    if (at >= text.size() || text[at] != phrase[p]) return 0;
    ++at;
  }
  return at;
}

}  // namespace

bool mentions(std::string_view text, std::string_view phrase) {
  if (phrase.empty()) return false;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && text[begin - 1] != ' ') continue;
    const std::size_t end = reach(text, begin, phrase);
    if (end > begin && (end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

bool means(std::string_view text, const std::vector<std::string>& phrases,
           const std::vector<std::string>& excluded) {
  const auto found = [&](const std::string& phrase) { return mentions(text, phrase); };
  return std::any_of(phrases.begin(), phrases.end(), found) &&
         std::none_of(excluded.begin(), excluded.end(), found);
}

}  // namespace azoo::docking
