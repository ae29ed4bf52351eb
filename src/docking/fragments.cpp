#include "docking/fragments.hpp"

#include <limits>  // for numeric_limits

#include "docking/vector3.hpp"  // for squared_distance

namespace azoo::docking {
namespace {

enum class Near { yes, no, unknown };

// unknown when one of the atoms is missing.
Near within(const Structure& structure, const Residue& a, const char* of_a, const Residue& b,
            const char* of_b, double limit_A) {
  const Atom* first = find_atom(structure, a, of_a);
  const Atom* second = find_atom(structure, b, of_b);
  if (first == nullptr || second == nullptr) return Near::unknown;
  return squared_distance(first->position_A, second->position_A) <= limit_A * limit_A ? Near::yes : Near::no;
}

bool is_polymer(const Residue& residue) {
  return residue.kind == ResidueKind::amino_acid || residue.kind == ResidueKind::nucleotide;
}

}  // namespace

const Atom* find_atom(const Structure& structure, const Residue& residue, const char* name) {
  for (std::size_t k = 0; k < residue.atom_count; ++k) {
    const Atom& atom = structure.atoms[residue.first_atom + k];
    if (atom.name == name) return &atom;
  }
  return nullptr;
}

bool follows(const Structure& structure, std::size_t i, std::size_t j) {
  const Residue& a = structure.residues[i];
  const Residue& b = structure.residues[j];
  if (a.kind != b.kind || a.chain != b.chain || !is_polymer(a)) return false;
  if (a.kind == ResidueKind::amino_acid) {
    const Near bond = within(structure, a, "C", b, "N", 2.0);
    return bond == Near::unknown ? within(structure, a, "CA", b, "CA", 4.5) == Near::yes : bond == Near::yes;
  }
  const Near bond = within(structure, a, "O3'", b, "P", 2.2);
  if (bond != Near::unknown) return bond == Near::yes;
  const Near phosphorus = within(structure, a, "P", b, "P", 8.5);
  if (phosphorus != Near::unknown) return phosphorus == Near::yes;
  return within(structure, a, "C4'", b, "C4'", 8.5) == Near::yes;
}

void mark_fragments(Structure& structure) {
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::size_t last = none;
  for (std::size_t i = 0; i < structure.residues.size(); ++i) {
    Residue& residue = structure.residues[i];
    residue.starts_fragment = residue.ends_fragment = true;
    if (!is_polymer(residue)) continue;
    if (last != none && follows(structure, last, i)) {
      residue.starts_fragment = false;
      structure.residues[last].ends_fragment = false;
    }
    last = i;
  }
}

}  // namespace azoo::docking
