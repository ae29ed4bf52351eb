// A strict little reader of markup for tests: every tag closed in order, every attribute quoted, ids unique.
#pragma once

#include <cctype>  // for isalpha
#include <set>     // for set
#include <string>  // for string
#include <vector>  // for vector

namespace azoo::report::fixture {

struct MarkupFacts {
  std::string fault;  // empty: well-formed
  std::vector<std::string> tags;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<int> headings;  // levels in order
};

inline std::string tag_name(const std::string& inside) {
  std::size_t end = 0;
  while (end < inside.size() && inside[end] != ' ' && inside[end] != '\n' && inside[end] != '/') ++end;
  return inside.substr(0, end);
}

// Reads `name="value"` pairs; returns false at anything else.
inline bool read_attributes(const std::string& inside, MarkupFacts& facts) {
  std::size_t at = tag_name(inside).size();
  while (at < inside.size()) {
    if (inside[at] == ' ' || inside[at] == '\n') {
      ++at;
      continue;
    }
    if (inside[at] == '/' && at + 1 == inside.size()) return true;
    const std::size_t equals = inside.find("=\"", at);
    if (equals == std::string::npos) return false;
    const std::size_t end = inside.find('"', equals + 2);
    if (end == std::string::npos) return false;
    facts.attributes.emplace_back(inside.substr(at, equals - at),
                                  inside.substr(equals + 2, end - equals - 2));
    at = end + 1;
  }
  return true;
}

inline MarkupFacts read_markup(const std::string& markup) {
  MarkupFacts facts;
  std::vector<std::string> open;
  for (std::size_t at = markup.find('<'); at != std::string::npos; at = markup.find('<', at)) {
    if (markup.compare(at, 9, "<!DOCTYPE") == 0) {
      at = markup.find('>', at);
      continue;
    }
    const std::size_t end = markup.find('>', at);
    if (end == std::string::npos) return facts.fault = "a tag never ends", facts;
    const std::string inside = markup.substr(at + 1, end - at - 1);
    at = end;
    if (inside.empty() || (inside[0] != '/' && std::isalpha(static_cast<unsigned char>(inside[0])) == 0)) {
      return facts.fault = "a bare < before: " + markup.substr(end, 40), facts;
    }
    if (inside[0] == '/') {
      if (open.empty() || open.back() != inside.substr(1)) {
        return facts.fault = "</" + inside.substr(1) + "> closes " + (open.empty() ? "nothing" : open.back()),
               facts;
      }
      open.pop_back();
      continue;
    }
    const std::string name = tag_name(inside);
    facts.tags.push_back(name);
    if (!read_attributes(inside, facts))
      return facts.fault = "an attribute without quotes in <" + inside + ">", facts;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      facts.headings.push_back(name[1] - '0');
    if (inside.back() != '/') open.push_back(name);
    if (name == "style" || name == "script") at = markup.find("</" + name, at) - 1;
  }
  if (!open.empty()) facts.fault = "<" + open.back() + "> is never closed";
  std::set<std::string> ids;
  for (const auto& [name, value] : facts.attributes) {
    if (name == "id" && !ids.insert(value).second) facts.fault = "id " + value + " twice";
  }
  return facts;
}

inline std::size_t count_of_text(const std::string& where, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + what.size()))
    ++count;
  return count;
}

}  // namespace azoo::report::fixture
