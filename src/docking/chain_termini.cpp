#include "docking/chain_termini.hpp"

#include "docking/fragments.hpp"  // for find_atom

namespace azoo::docking {
namespace {

constexpr int longest_gap = 60;
// Between alpha carbons, as far as neighbours may lie (fragments.hpp).
constexpr double residue_span_A = 4.5;

struct Place {
  const Residue* residue;
  Vector3 alpha_carbon_A;
};

bool residues_missing(const Place& before, const Place& after) {
  const Residue& a = *before.residue;
  const Residue& b = *after.residue;
  const int steps = b.number == a.number && b.insertion != a.insertion ? 1 : b.number - a.number;
  if (a.chain != b.chain || steps < 1 || steps > longest_gap) return false;
  return length(after.alpha_carbon_A - before.alpha_carbon_A) <= steps * residue_span_A;
}

}  // namespace

ChainTermini chain_termini(const Structure& structure) {
  ChainTermini termini;
  Place last{nullptr, {}};
  bool broken = true;
  for (const Residue& residue : structure.residues) {
    if (residue.kind != ResidueKind::amino_acid) continue;
    broken = broken || residue.starts_fragment;
    const Atom* alpha_carbon = find_atom(structure, residue, "CA");
    if (alpha_carbon == nullptr) continue;
    const Place here{&residue, alpha_carbon->position_A};
    if (last.residue == nullptr) {
      termini.first_A.push_back(here.alpha_carbon_A);
    } else if (broken && !residues_missing(last, here)) {
      termini.last_A.push_back(last.alpha_carbon_A);
      termini.first_A.push_back(here.alpha_carbon_A);
    }
    last = here;
    broken = false;
  }
  if (last.residue != nullptr) termini.last_A.push_back(last.alpha_carbon_A);
  return termini;
}

}  // namespace azoo::docking
