// The words of normalised fields and their other names: a query by any name finds all, a check refuses
// another name where the preferred one is meant. Names are compared without regard to case and to the
// kind of dash.
#pragma once

#include <map>            // for map
#include <string>         // for string
#include <string_view>    // for string_view
#include <unordered_map>  // for unordered_map
#include <vector>         // for vector

namespace azoo::evidence {

// ASCII letters in lower case; every dash of Unicode a hyphen, every blank of Unicode a blank.
[[nodiscard]] std::string fold(std::string_view text);

// The items of a list cell; a cell that is no list is one item, an empty one none.
[[nodiscard]] std::vector<std::string_view> items_of(std::string_view cell);

class Words {
 public:
  void add_term(const std::string& kind, const std::string& term, const std::string& label,
                const std::string& broader);
  void add_name(const std::string& kind, const std::string& name, const std::string& term);

  [[nodiscard]] bool is_term(const std::string& kind, const std::string& term) const;
  // The preferred name behind another name, a label or the preferred name itself; nullptr when it is unknown.
  // Blanks may stand for the underscores of terms.
  [[nodiscard]] const std::string* preferred(const std::string& kind, std::string_view name) const;
  // The preferred name that a listed other name stands for; nullptr when it is no other name.
  [[nodiscard]] const std::string* other_name(const std::string& kind, std::string_view name) const;
  // Other names of a preferred name, as listed, and its label.
  [[nodiscard]] const std::vector<std::string>& names_of(const std::string& kind,
                                                         std::string_view term) const;
  [[nodiscard]] std::string label(const std::string& kind, const std::string& term) const;
  // The term itself and what it belongs under, nearest first; ends at a circle.
  [[nodiscard]] std::vector<std::string> with_broader(const std::string& kind, const std::string& term) const;
  [[nodiscard]] std::vector<std::string> terms(const std::string& kind) const;  // in order of the alphabet

 private:
  struct Term {
    std::string label;
    std::string broader;
  };
  struct Kind {
    std::map<std::string, Term, std::less<>> terms;
    std::unordered_map<std::string, std::string> preferred;           // folded -> preferred
    std::unordered_map<std::string, std::string> other_names;         // folded -> preferred
    std::unordered_map<std::string, std::vector<std::string>> names;  // folded preferred -> names
  };
  [[nodiscard]] const Kind* find(const std::string& kind) const;
  std::map<std::string, Kind> kinds_;
};

}  // namespace azoo::evidence
