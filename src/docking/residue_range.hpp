// Ranges of residues as a user writes them: "A:10-120", "B:5-40A", "A:-3-7", "H:52A", "A" for a whole chain
// and ":7" where the file names no chain.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::docking {

// An end without an insertion code takes all codes of its number: 5-40 holds 40A; 5-40A holds 40 and 40A, not
// 40B.
struct ResidueRange {
  std::string chain;
  bool whole_chain = false;
  int first = 0;
  int last = 0;
  char first_insertion = '\0';  // '\0': none given
  char last_insertion = '\0';
  [[nodiscard]] bool contains(const std::string& of_chain, int number, char insertion) const;
};

// nullopt when the text has another form or ends before it begins.
[[nodiscard]] std::optional<ResidueRange> parse_residue_range(std::string_view text);

}  // namespace azoo::docking
