#include "evidence/words.hpp"

#include <algorithm>

namespace azoo::evidence {

namespace {

// Dashes U+2010 to U+2015 and U+2212; blanks U+00A0, U+2002 to U+200A and U+202F. Number of bytes, 0 for
// others.
std::size_t odd_character(std::string_view text, std::size_t at, char& plain) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  plain = '-';
  if (byte(0) == 0xE2U && byte(1) == 0x80U && byte(2) >= 0x90U && byte(2) <= 0x95U) return 3;
  if (byte(0) == 0xE2U && byte(1) == 0x88U && byte(2) == 0x92U) return 3;
  plain = ' ';
  if (byte(0) == 0xC2U && byte(1) == 0xA0U) return 2;
  if (byte(0) == 0xE2U && byte(1) == 0x80U && byte(2) >= 0x82U && (byte(2) <= 0x8AU || byte(2) == 0xAFU))
    return 3;
  return 0;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    char plain = c;
    if (static_cast<unsigned char>(c) >= 0x80U) {
      if (const std::size_t bytes = odd_character(text, at, plain); bytes > 0) {
        folded += plain;
        at += bytes;
        continue;
      }
      plain = c;
    }
    folded += plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain - 'A' + 'a') : plain;
    ++at;
  }
  return folded;
}

std::vector<std::string_view> items_of(std::string_view cell) {
  std::vector<std::string_view> items;
  if (cell.empty()) return items;
  for (std::size_t at = 0;;) {
    const std::size_t end = cell.find("; ", at);
    items.push_back(cell.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) return items;
    at = end + 2;
  }
}

void Words::add_term(const std::string& kind, const std::string& term, const std::string& label,
                     const std::string& broader) {
  Kind& words = kinds_[kind];
  words.terms.emplace(term, Term{label, broader});
  words.preferred[fold(term)] = term;
  words.preferred.emplace(fold(label), term);
  std::string spaced = term;
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  words.preferred.emplace(fold(spaced), term);
  if (fold(label) != fold(term) && !label.empty()) words.names[fold(term)].push_back(label);
}

void Words::add_name(const std::string& kind, const std::string& name, const std::string& term) {
  Kind& words = kinds_[kind];
  words.preferred[fold(name)] = term;
  words.preferred.emplace(fold(term), term);
  words.other_names[fold(name)] = term;
  words.names[fold(term)].push_back(name);
}

const Words::Kind* Words::find(const std::string& kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : &found->second;
}

bool Words::is_term(const std::string& kind, const std::string& term) const {
  const Kind* words = find(kind);
  return words != nullptr && words->terms.contains(term);
}

const std::string* Words::preferred(const std::string& kind, std::string_view name) const {
  const Kind* words = find(kind);
  if (words == nullptr) return nullptr;
  const auto found = words->preferred.find(fold(name));
  return found == words->preferred.end() ? nullptr : &found->second;
}

const std::string* Words::other_name(const std::string& kind, std::string_view name) const {
  const Kind* words = find(kind);
  if (words == nullptr) return nullptr;
  const auto found = words->other_names.find(fold(name));
  return found == words->other_names.end() ? nullptr : &found->second;
}

const std::vector<std::string>& Words::names_of(const std::string& kind, std::string_view term) const {
  static const std::vector<std::string> none;
  const Kind* words = find(kind);
  if (words == nullptr) return none;
  const auto found = words->names.find(fold(term));
  return found == words->names.end() ? none : found->second;
}

std::string Words::label(const std::string& kind, const std::string& term) const {
  const Kind* words = find(kind);
  if (words == nullptr) return term;
  const auto found = words->terms.find(term);
  return found == words->terms.end() || found->second.label.empty() ? term : found->second.label;
}

std::vector<std::string> Words::with_broader(const std::string& kind, const std::string& term) const {
  std::vector<std::string> chain = {term};
  const Kind* words = find(kind);
  while (words != nullptr) {
    const auto found = words->terms.find(chain.back());
    if (found == words->terms.end() || found->second.broader.empty()) break;
    if (std::find(chain.begin(), chain.end(), found->second.broader) != chain.end()) break;
    chain.push_back(found->second.broader);
  }
  return chain;
}

std::vector<std::string> Words::terms(const std::string& kind) const {
  std::vector<std::string> list;
  if (const Kind* words = find(kind)) {
    for (const auto& [term, rest] : words->terms) list.push_back(term);
  }
  return list;
}

}  // namespace azoo::evidence
