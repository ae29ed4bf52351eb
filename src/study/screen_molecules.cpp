#include "study/screen_molecules.hpp"

#include <algorithm>
#include <string>

#include "docking/residue_range.hpp"
#include "docking/restraints_file.hpp"
#include "study/trial_study_names.hpp"

namespace azoo::study {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void read_source(TomlReader& table, screen::Molecule& molecule) {
  molecule.identifier = table.text_or("pdb", "");
  molecule.file = table.text_or("file", "");
  if (!molecule.identifier.empty() && !is_pdb_identifier(molecule.identifier))
    table.fault("pdb", "a code of the Protein Data Bank, such as 2OO4: a digit and three letters or digits");
  if (molecule.identifier.empty() && molecule.file.empty())
    table.fault("pdb", "a code of the Protein Data Bank, or a structure's file at the key file");
}

void read_selection(TomlReader& table, docking::StructureSelection& selection) {
  selection.chains = table.texts_or("chains", {});
  selection.residues = table.texts_or("residues", {});
  selection.model = static_cast<int>(table.integer_or("model", 0, 0, 1'000'000));
  selection.keep_cofactors = table.flag_or("keep_cofactors", true);
  if (std::any_of(selection.residues.begin(), selection.residues.end(),
                  [](const std::string& text) { return !docking::parse_residue_range(text); }))
    table.fault("residues", "residues such as \"A:35\" or \"A:10-20\"");
}

void read_receptor_restraints(TomlReader& table, screen::Molecule& molecule, Problems& problems) {
  molecule.restraints = docking::read_restraints(table, problems);
  if (!molecule.restraints.distances.empty())
    table.fault("distance", "no such key here: a distance is that of a pair, [[pair.distance]]");
  for (const docking::SiteMask& mask : molecule.restraints.masks) {
    if (mask.partner == docking::Partner::receptor) continue;
    table.fault("mask", "masks of the receptor's own residues; those of a ligand stand in [[pair.mask]]");
    break;
  }
}

}  // namespace

bool is_pdb_identifier(std::string_view text) {
  constexpr std::size_t code = 4;
  constexpr std::string_view long_form = "pdb_0000";
  if (text.size() == long_form.size() + code) {
    for (std::size_t i = 0; i < long_form.size(); ++i) {
      const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
      if (c != long_form[i]) return false;
    }
    text.remove_prefix(long_form.size());
  }
  return text.size() == code && is_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), is_letter_or_digit);
}

screen::Molecule read_molecule(TomlReader& table, MoleculeRole role, Problems& problems) {
  screen::Molecule molecule;
  molecule.name = read_identifier(table, "name");
  if (molecule.name.find("--") != std::string::npos)
    table.fault("name", "a name without \"--\", which parts the names in a pair's folder");
  molecule.called = table.text_or("called", molecule.name);
  molecule.printed = table.text_or("printed", molecule.name);
  molecule.note = table.text_or("note", "");
  read_source(table, molecule);
  read_selection(table, molecule.selection);
  if (role == MoleculeRole::receptor) read_receptor_restraints(table, molecule, problems);
  table.finish();
  return molecule;
}

}  // namespace azoo::study
