// Texts from which fuzz tests start: one of each form and feature that the readers know.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking_structures/made_structures.hpp"  // for helix, pdb_text

namespace azoo::docking::made {

// A PDB file with everything in it: head, models, alternate locations, insertion codes, ions, waters, a
// modified residue.
[[nodiscard]] inline std::string rich_pdb() {
  std::string text =
      "HEADER    OXYGEN STORAGE                          28-MAR-07   1ABC              \n"
      "TITLE     A PROTEIN MADE FOR\n"
      "TITLE    2 TESTS\n"
      "COMPND    MOL_ID: 1;\n"
      "COMPND   2 MOLECULE: MADE PEPTIDE;\n"
      "COMPND   3 CHAIN: A, B;\n"
      "DBREF  1ABC A    1   154  UNP    P02185   MYG_PHYCD        1    153\n"
      "MODRES 1ABC MSE A    3  MET  SELENOMETHIONINE\n"
      "MODEL        1\n";
  Structure peptide = helix("AKMSE");
  peptide.residues[2].name = "MSE";
  peptide.residues[3].insertion = 'A';
  text += pdb_text(peptide).substr(0, pdb_text(peptide).size() - 4);
  text += pdb_line(90, "CG", "LEU", "A", 6, {1, 2, 30}, "C", ' ', 'A', 0.6);
  text += pdb_line(91, "CG", "LEU", "A", 6, {1, 2, 31}, "C", ' ', 'B', 0.4);
  text += "TER\n" + pdb_line(92, "ZN", "ZN", "A", 101, {9, 9, 9}, "ZN", ' ', ' ', 1.0, true);
  text += pdb_line(93, "O", "HOH", "A", 201, {9, 9, 19}, "O", ' ', ' ', 1.0, true);
  text += pdb_line(94, "C1", "GOL", "A", 301, {9, 19, 9}, "C", ' ', ' ', 1.0, true);
  text += pdb_line(95, "C1", "NAG", "B", 1, {19, 9, 9}, "C", ' ', ' ', 1.0, true);
  text += "ENDMDL\nMODEL        2\n" + pdb_line(1, "CA", "GLY", "A", 1, {0, 0, 0}, "C") + "ENDMDL\nEND\n";
  return text;
}

[[nodiscard]] inline std::string rich_mmcif() {
  Structure peptide = helix("GASR");
  peptide.residues[1].insertion = 'B';
  return "data_1ABC\n_entry.id 1ABC\n_struct.title 'A protein made for tests'\n"
         "loop_\n_entity.id\n_entity.type\n_entity.pdbx_description\n1 polymer 'Made peptide'\n2 water "
         "water\n"
         "loop_\n_struct_ref.id\n_struct_ref.entity_id\n_struct_ref.db_name\n_struct_ref.pdbx_db_"
         "accession\n1 1 UNP P02185\n"
         "loop_\n_pdbx_struct_mod_residue.id\n_pdbx_struct_mod_residue.label_comp_id\n"
         "_pdbx_struct_mod_residue.parent_comp_id\n1 MSE MET\n" +
         mmcif_text(peptide).substr(10);
}

[[nodiscard]] inline std::vector<std::string> odd_seeds() {
  Structure alpha = helix("ACDEFGHIKLMNPQRSTVWY");
  return {rich_pdb(),
          rich_mmcif(),
          pdb_text(helix("ACDE")),
          mmcif_text(helix("KLMN")),
          pdb_text(ball(5.0, 2.0)),
          pdb_text(joined(alpha, shifted(strand("GAG", "B"), {20, 0, 0})))};
}

}  // namespace azoo::docking::made
