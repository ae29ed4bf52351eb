// What the reader does with a residue by its name: data/docking/components.csv first, then gemmi's table.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"  // for Problems

namespace azoo::docking {

enum class ComponentKind { amino_acid, nucleotide, glycan, water, buffer, ligand, unknown };

struct Component {
  ComponentKind kind = ComponentKind::unknown;
  std::string parent;              // standard residue; empty where there is none
  std::vector<std::string> atoms;  // heavy atoms of a whole standard residue, in their order
};

// Problems: the table is missing or wrong. It is read once.
void check_components(Problems& problems);
// unknown for a name in neither table.
[[nodiscard]] const Component& component(const std::string& name);

[[nodiscard]] constexpr bool is_polymer(ComponentKind kind) noexcept {
  return kind == ComponentKind::amino_acid || kind == ComponentKind::nucleotide;
}

}  // namespace azoo::docking
