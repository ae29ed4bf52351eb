#include "docking/read_structure.hpp"

#include <gemmi/gz.hpp>      // for MaybeGzipped
#include <gemmi/mmread.hpp>  // for read_structure_from_char_array
#include <gemmi/resinfo.hpp> // for find_tabulated_residue
#include <stdexcept>         // for exception

namespace azoo::docking {
namespace {

ResidueKind kind_of(const gemmi::Residue& residue) {
  const gemmi::ResidueInfo info = gemmi::find_tabulated_residue(residue.name);
  if (info.is_amino_acid()) return ResidueKind::amino_acid;
  if (info.is_nucleic_acid()) return ResidueKind::nucleotide;
  return residue.atoms.size() == 1 ? ResidueKind::ion : ResidueKind::ligand;
}

void take(const gemmi::Residue& source, const std::string& chain, Structure& structure) {
  Residue residue;
  residue.chain = chain;
  residue.number = source.seqid.num.value;
  residue.insertion = source.seqid.icode;
  residue.name = residue.parent = source.name;
  residue.kind = kind_of(source);
  residue.first_atom = structure.atoms.size();
  for (const gemmi::Atom& atom : source.atoms) {
    if (atom.is_hydrogen()) continue;
    structure.atoms.push_back({{atom.pos.x, atom.pos.y, atom.pos.z}, atom.name, atom.element.uname(),
                               structure.residues.size()});
  }
  residue.atom_count = structure.atoms.size() - residue.first_atom;
  if (residue.atom_count > 0) structure.residues.push_back(residue);
}

}  // namespace

std::optional<Structure> read_structure(const std::filesystem::path& path, const StructureSelection&,
                                        Problems& problems) {
  try {
    gemmi::MaybeGzipped input(path.string());
    gemmi::Structure source = gemmi::read_structure(input, gemmi::CoorFormat::Detect);
    Structure structure;
    structure.name = path.stem().string();
    structure.file = path.string();
    for (const gemmi::Chain& chain : source.models.at(0).chains)
      for (const gemmi::Residue& residue : chain.residues)
        if (!residue.is_water()) take(residue, chain.name, structure);
    return structure;
  } catch (const std::exception& fault) {
    problems.add({path.string(), 0, 0}, "", fault.what(), "a PDB or mmCIF file");
    return std::nullopt;
  }
}

}  // namespace azoo::docking
