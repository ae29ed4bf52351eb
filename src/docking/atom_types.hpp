// The type and formal charge of each heavy atom, from data/docking/atom-types.csv.
#pragma once

#include <cstddef>      // for size_t
#include <cstdint>      // for uint8_t
#include <map>          // for map
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for pair
#include <vector>       // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/structure.hpp"  // for Atom, Residue

namespace azoo::docking {

struct AtomKind {
  std::uint8_t type = 0;
  double charge_e = 0.0;
};

class AtomTypes {
 public:
  // Problems: a file that cannot be read, an atom named twice, a charge that is no number, no row for other
  // atoms.
  [[nodiscard]] static std::optional<AtomTypes> load(Problems& problems);

  [[nodiscard]] AtomKind of(const Residue& residue, const Atom& atom) const;
  // In alphabetical order; a type is the index of its name.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::optional<std::size_t> index(std::string_view name) const;

 private:
  using Key = std::pair<std::string, std::string>;
  [[nodiscard]] std::optional<AtomKind> row(const std::string& residue, const std::string& atom) const;
  std::vector<std::string> names_;
  std::map<Key, AtomKind> rows_;
};

}  // namespace azoo::docking
