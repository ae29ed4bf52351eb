// Damaged and odd structures with what is to come of each: a number of residues and atoms, words of a note,
// or words of the message. The corpus of the robustness tests; fuzz tests start from other seeds.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/unpack_gzip.hpp"                 // for pack_gzip
#include "docking_structures/made_structures.hpp"  // for helix, pdb_text
#include "docking_structures/odd_seeds.hpp"        // for rich_pdb

namespace azoo::docking::made {

struct OddStructure {
  std::string name;
  std::string bytes;
  std::size_t residues = 0;  // 0: a message is expected
  std::size_t atoms = 0;
  std::string words;  // of a note, or of the message; empty: no note at all
};

[[nodiscard]] inline std::string replaced(std::string text, const std::string& what,
                                          const std::string& with) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::logic_error("'" + what + "' is not in the text");
  return text.replace(at, what.size(), with);
}

// Of one atom, with its end.
inline constexpr std::size_t pdb_line_length = 79;

// An alanine helix of n residues: 5 atoms each.
[[nodiscard]] inline std::string alanines(std::size_t n, const std::string& chain = "A", int first = 1) {
  return pdb_text(helix(std::string(n, 'A'), chain, Detail::all_heavy, first));
}

[[nodiscard]] inline std::string without_end(std::string text) {
  return text.substr(0, text.size() - 4);
}

[[nodiscard]] inline std::string atom(const std::string& name, const std::string& residue, int number,
                                      double x, const std::string& element, bool het = false,
                                      char alternate = ' ', double occupancy = 1.0) {
  return pdb_line(1, name, residue, "A", number, {x, 50, 50}, element, ' ', alternate, occupancy, het);
}

// Files that hold no structure.
inline void add_no_structures(std::vector<OddStructure>& list) {
  list.push_back({"empty", "", 0, 0, "an empty file"});
  list.push_back({"blank lines", "\n\n   \n", 0, 0, "blank lines and comments"});
  list.push_back({"comments", "# nothing\n# at all\n", 0, 0, "blank lines and comments"});
  list.push_back({"web page", "<!DOCTYPE html><html><body>404</body></html>", 0, 0, "a web page"});
  list.push_back({"XML", "<?xml version=\"1.0\"?><PDBx:datablock/>", 0, 0, "XML"});
  list.push_back({"JSON", "{\"data_1ABC\": {}}", 0, 0, "JSON"});
  list.push_back({"zip", "PK\x03\x04 and so on", 0, 0, "zip"});
  list.push_back({"bzip2", "BZh91AY&SY", 0, 0, "bzip2"});
  list.push_back({"xz", std::string("\xfd") + "7zXZ", 0, 0, "xz"});
  list.push_back({"compress", "\x1f\x9d\x90", 0, 0, "(.Z)"});
  list.push_back({"UTF-16",
                  std::string("\xff\xfe"
                              "A\0T\0O\0M\0",
                              10),
                  0, 0, "UTF-16"});
  list.push_back({"FASTA", ">1ABC\nACDEF\n", 0, 0, "FASTA"});
  list.push_back({"mol2", "@<TRIPOS>MOLECULE\n", 0, 0, "mol2"});
  list.push_back({"binary", std::string("ATOM\0\1\2\3", 8) + std::string(100, '\0'), 0, 0, "no text"});
  list.push_back({"prose", "It was a dark and stormy night.\n", 0, 0, "begins 'It was a dark"});
  list.push_back({"only a head", "HEADER    HYDROLASE\nTITLE     X\nEND\n", 0, 0, "without atoms"});
  list.push_back({"only water", atom("O", "HOH", 1, 1, "O", true), 0, 0, "no atom that the rules let stay"});
  list.push_back({"only hydrogen", atom("HA", "ALA", 1, 1, "H"), 0, 0, "no atom that the rules let stay"});
  list.push_back(
      {"only glycerol", atom("C1", "GOL", 1, 1, "C", true), 0, 0, "no atom that the rules let stay"});
}

// Files that are damaged: a message with the line.
inline void add_damaged(std::vector<OddStructure>& list) {
  const std::string good = alanines(3);
  list.push_back({"cut off in an atom line", good.substr(0, pdb_line_length * 4 + 50), 0, 0, ":5: "});
  list.push_back(
      {"cut off: says so", good.substr(0, pdb_line_length * 4 + 50), 0, 0, "the file is cut off here"});
  list.push_back({"short atom line", "ATOM      1  CA  ALA A   1\n" + good, 0, 0, "at least 54 columns"});
  for (const char* number :
       {"     nan", "     inf", "********", "        ", " 1.2.3  ", "1e9     ", "10000.01", "-10001.0"})
    list.push_back({"x is '" + std::string(number) + "'", good.substr(0, 30) + number + good.substr(38), 0, 0,
                    "x (columns 31-38)"});
  list.push_back(
      {"residue number of letters", good.substr(0, 22) + " 1x " + good.substr(26), 0, 0, "residue number"});
  list.push_back(
      {"no residue number", good.substr(0, 22) + "    " + good.substr(26), 0, 0, "residue number"});
  list.push_back({"no atom name", good.substr(0, 12) + "    " + good.substr(16), 0, 0, "atom name"});
  list.push_back({"no residue name", good.substr(0, 17) + "   " + good.substr(20), 0, 0, "residue name"});
  list.push_back({"control byte", good.substr(0, 13) + "\x01" + good.substr(14), 0, 0, "printable"});
  list.push_back({"tabs for blanks",
                  "ATOM\t1\tCA\tALA\tA\t1\t1.0\t2.0\t3.0\t1.0\t0.0\tC                         \n", 0, 0,
                  "printable"});
  const std::string packed = pack_gzip(good);
  list.push_back({"packed and cut off", packed.substr(0, packed.size() / 2), 0, 0, "cut off"});
  list.push_back({"packed head only", packed.substr(0, 5), 0, 0, "cut off"});
  std::string wrong = packed;
  wrong[packed.size() / 2] = static_cast<char>(wrong[packed.size() / 2] ^ 0x55);
  list.push_back({"packed and damaged", wrong, 0, 0, "damaged"});
  list.push_back({"packed twice", pack_gzip(packed), 0, 0, "packed twice"});
  list.push_back({"nothing packed", pack_gzip(""), 0, 0, "an empty file"});
  const std::string cif = mmcif_text(helix("AAA"));
  list.push_back({"mmCIF cut off in the table", cif.substr(0, cif.size() - 20), 0, 0, "mmCIF that is whole"});
  list.push_back({"mmCIF without coordinates", "data_x\n_cell.length_a 10\n", 0, 0, "Cartn_x"});
  list.push_back(
      {"mmCIF with nan", replaced(cif, "0.000 0.000 0.000", "nan 0.000 0.000"), 0, 0, "Cartn_x of atom 1"});
  list.push_back({"mmCIF without a place", replaced(cif, "0.000 0.000 0.000", "? 0.000 0.000"), 0, 0,
                  "Cartn_x of atom 1"});
  list.push_back({"mmCIF without names of atoms", replaced(cif, "label_atom_id", "other_atom_id"), 0, 0,
                  "name of the atom"});
  list.push_back({"mmCIF with an open quote", replaced(cif, "\"CA\"", "\"CA"), 0, 0, "mmCIF that is whole"});
  list.push_back(
      {"mmCIF with an open text", cif + "_struct.title\n;never closed\n", 0, 0, "mmCIF that is whole"});
  list.push_back({"mmCIF with a column twice", replaced(cif, "_atom_site.label_alt_id", "_atom_site.id"), 0,
                  0, "mmCIF that is whole"});
  list.push_back(
      {"mmCIF with a table without rows",
       "data_x\nloop_\n_atom_site.id\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n", 0, 0,
       "expected"});
  list.push_back({"too many atoms", pdb_text(ball(78.0, 2.5)), 0, 0, "at most 120000"});
}

// Files whose form is odd, read all the same.
inline void add_odd_forms(std::vector<OddStructure>& list) {
  const std::string good = alanines(3);
  std::string crlf;
  std::string cr;
  for (const char c : good) {
    crlf += c == '\n' ? "\r\n" : std::string(1, c);
    cr += c == '\n' ? '\r' : c;
  }
  list.push_back({"as it should be", good, 3, 15, ""});
  list.push_back({"lines end with CR LF", crlf, 3, 15, ""});
  list.push_back({"lines end with CR", cr, 3, 15, ""});
  list.push_back({"byte order mark", "\xef\xbb\xbf" + good, 3, 15, ""});
  list.push_back({"no line end at the end", good.substr(0, pdb_line_length * 15 - 1), 3, 15, ""});
  list.push_back({"packed", pack_gzip(good), 3, 15, ""});
  list.push_back(
      {"packed in two members", pack_gzip(good.substr(0, 500)) + pack_gzip(good.substr(500)), 3, 15, ""});
  list.push_back({"bytes after the packed text", pack_gzip(good) + "junk", 3, 15, ""});
  list.push_back({"Latin letters in the title", "TITLE     \xe4 protein\n" + good, 3, 15, ""});
  list.push_back({"other records between",
                  "REMARK 999 X\nCRYST1\n" + good.substr(0, pdb_line_length) +
                      "ANISOU    1\nCONECT 1\nJUNK\n" + good.substr(pdb_line_length),
                  3, 15, ""});
  list.push_back({"serial numbers of six digits",
                  "ATOM  100000  N   ALA A   1       0.000   0.000   0.000  1.00 20.00           N\n", 1, 1,
                  "pushed to the right"});
  list.push_back({"serial number of stars",
                  "ATOM  *****  N   ALA A   1       0.000   0.000   0.000  1.00 20.00           N\n", 1, 1,
                  "a single atom"});
  list.push_back({"residue number as hybrid-36", good.substr(0, 22) + "A000" + good.substr(26), 4, 15,
                  "gap in the chains: A:10000 to A:1"});
  list.push_back({"residue number of five digits", good.substr(0, 22) + "12345" + good.substr(27), 4, 15,
                  "gap in the chains: A:12345 to A:1"});
  list.push_back({"no chain name", good.substr(0, 21) + ' ' + good.substr(22), 4, 15, "single atom"});
  list.push_back({"chain name of two letters",
                  pdb_line(1, "CA", "ALA", "A", 1, {0, 0, 0}, "C").replace(20, 2, "AB"), 1, 1,
                  "a single atom"});
  list.push_back(
      {"no occupancy and element", good.substr(0, 54) + "\n" + good.substr(pdb_line_length), 3, 15, ""});
  list.push_back({"only HETATM", atom("FE", "HEM", 1, 0, "FE", true) + atom("NA", "HEM", 1, 2, "N", true), 1,
                  2, "kept ligands"});
  list.push_back({"one atom", atom("CA", "GLY", 1, 0, "C"), 1, 1, "a single atom"});
  list.push_back({"a hundred thousand atoms", pdb_text(ball(72.0, 2.5)), 100137, 100137, "a single atom"});
  list.push_back({"models without ENDMDL", "MODEL        1\n" + without_end(good) + "MODEL        2\n" + good,
                  3, 15, "took model 1 of 2"});
  list.push_back({"two models of one number",
                  "MODEL        1\n" + without_end(good) + "ENDMDL\nMODEL        1\n" + good, 3, 15,
                  "took model 1 of 2"});
  list.push_back({"ENDMDL alone", without_end(good) + "ENDMDL\n" + good, 3, 15, "took model 1 of 2"});
  list.push_back({"frames divided by END", good + good, 3, 15, "took model 1 of 2"});
  list.push_back({"two files in one", good + pdb_text(shifted(helix("AA", "B"), {30, 0, 0})), 5, 25, ""});
  list.push_back({"mmCIF", mmcif_text(helix("AAA")), 3, 15, ""});
  list.push_back({"mmCIF packed", pack_gzip(mmcif_text(helix("AAA"))), 3, 15, ""});
  list.push_back({"mmCIF of the least columns",
                  "data_x\nloop_\n_atom_site.label_atom_id\n_atom_site.label_comp_id\n_atom_site.Cartn_x\n_"
                  "atom_site.Cartn_y\n"
                  "_atom_site.Cartn_z\nN ALA 0 0 0\nCA ALA 1.458 0 0\nHA ALA 2 1 0\n",
                  1, 2, "left out 1 hydrogen"});
  list.push_back(
      {"mmCIF of one atom without a loop",
       "data_x\n_atom_site.label_atom_id CA\n_atom_site.label_comp_id ALA\n_atom_site.Cartn_x 1.5(2)\n"
       "_atom_site.Cartn_y 2\n_atom_site.Cartn_z 3\n",
       1, 1, "a single atom"});
  list.push_back({"mmCIF with the atoms in the second block",
                  "data_first\n_cell.length_a 1\n" + mmcif_text(helix("AA")), 2, 10,
                  "2 data blocks; read MADE"});
  list.push_back({"mmCIF after comments", "# made\n\n" + mmcif_text(helix("AA")), 2, 10, ""});
}

// Files whose content is odd: each rule once.
inline void add_odd_contents(std::vector<OddStructure>& list) {
  const std::string good = without_end(alanines(3));
  const auto with = [&](const std::string& lines) { return good + lines; };
  list.push_back({"water", with(atom("O", "HOH", 9, 0, "O", true) + atom("O", "DOD", 10, 3, "O", true)), 3,
                  15, "left out 2 waters"});
  list.push_back({"water of four letters", with(atom("OH2", "TIP", 9, 0, "O").replace(20, 1, "3")), 3, 15,
                  "left out 1 water"});
  list.push_back({"hydrogen", with(atom("HA", "ALA", 3, 0, "H")), 3, 15, "left out 1 hydrogen atom"});
  list.push_back({"deuterium", with(atom("DA", "ALA", 3, 0, "D")), 3, 15, "left out 1 hydrogen atom"});
  list.push_back({"hydrogen without an element",
                  with(pdb_line(1, "1HB", "ALA", "A", 3, {1, 1, 1}, "  ").replace(12, 4, "1HB ")), 3, 15,
                  "left out 1 hydrogen atom"});
  list.push_back(
      {"zinc", with(atom("ZN", "ZN", 9, 0, "ZN", true)), 4, 16, "kept ligands, ions and glycans: 1 ZN"});
  list.push_back({"calcium", with(pdb_line(1, "CA", " CA", "A", 9, {9, 9, 9}, "CA", ' ', ' ', 1.0, true)), 4,
                  16, "1 CA"});
  list.push_back({"sodium and chloride",
                  with(atom("NA", "NA", 9, 0, "NA", true) + atom("CL", "CL", 10, 0, "CL", true)), 3, 15,
                  "crystallisation: 1 CL, 1 NA"});
  list.push_back({"glycerol and sulfate",
                  with(atom("C1", "GOL", 9, 0, "C", true) + atom("S", "SO4", 10, 0, "S", true)), 3, 15,
                  "crystallisation: 1 GOL, 1 SO4"});
  list.push_back({"glycan", with(atom("C1", "NAG", 9, 0, "C", true)), 4, 16, "1 NAG"});
  list.push_back({"haem", with(atom("FE", "HEM", 9, 0, "FE", true) + atom("C1A", "HEM", 9, 2, "C", true)), 4,
                  17, "1 HEM"});
  list.push_back({"unknown ligand name", with(atom("C1", "QQQ", 9, 0, "C", true)), 4, 16, "1 QQQ"});
  list.push_back({"free amino acid",
                  with(atom("N", "GLU", 9, 0, "N", true) + atom("CA", "GLU", 9, 1.5, "C", true) +
                       atom("C", "GLU", 9, 3, "C", true)),
                  4, 18, "kept ligands, ions and glycans: 1 GLU"});
  list.push_back(
      {"alternate locations",
       with(atom("OXT", "ALA", 3, 0, "O", false, 'A', 0.4) + atom("OXT", "ALA", 3, 1, "O", false, 'B', 0.6)),
       3, 16, "took one of several positions in 1 residue"});
  list.push_back(
      {"two residues at one place",
       with(atom("N", "SER", 4, 0, "N", false, 'A', 0.4) + atom("N", "THR", 4, 0, "N", false, 'B', 0.6)), 4,
       16, "left out 1 residue for another"});
  list.push_back({"an atom twice", with(atom("CB", "ALA", 3, 0, "C")), 3, 15, "given twice"});
  list.push_back({"the file twice under one END", good + good, 3, 15, "15 atoms given twice"});
  list.push_back({"numbers that begin again", good + without_end(pdb_text(shifted(helix("AAA"), {30, 0, 0}))),
                  6, 30, "3 residues have a number and a name"});
  list.push_back({"numbers that begin again after TER",
                  good + "TER\n" + without_end(pdb_text(shifted(helix("AAA"), {30, 0, 0}))), 6, 30, "1 gap"});
  list.push_back({"zero occupancy", with(atom("OXT", "ALA", 3, 0, "O", false, ' ', 0.0)), 3, 16,
                  "kept 1 atom of zero occupancy"});
  list.push_back({"negative occupancy", with(atom("OXT", "ALA", 3, 0, "O", false, ' ', -1.0)), 3, 16,
                  "kept 1 atom of zero occupancy"});
  list.push_back({"atom without a place", with(pdb_line(1, "OXT", "ALA", "A", 3, {9999, 9999, 9999}, "O")), 3,
                  15, "not placed"});
  list.push_back({"atoms at one place",
                  with(atom("O1", "QQQ", 4, 0, "O", true) + atom("O2", "QQQ", 4, 0, "O", true)), 4, 17,
                  "exactly on another"});
  list.push_back({"selenomethionine", replaced(pdb_text(helix("M")), " SD  MET", "SE   MSE"), 2, 8,
                  "modified residues"});
  list.push_back({"unknown residue", replaced(good, "CB  ALA A   3", "CB  UNK A   3"), 4, 15, "UNK"});
  list.push_back({"missing side chain", replaced(good, "CB  ALA A   3", "CX  ALA A   3"), 3, 15,
                  "1 residue lacks atoms and is taken as it stands: A:3 ALA"});
  list.push_back({"gap in the chain",
                  good + without_end(pdb_text(shifted(helix("A", "A", Detail::all_heavy, 9), {30, 0, 0}))), 4,
                  20, "1 gap in the chains: A:3 to A:9"});
  list.push_back({"C-alpha atoms only", pdb_text(ball(5.0, 3.8)), 7, 7, "7 amino acids have a single atom"});
  list.push_back({"RNA",
                  atom("P", "  U", 1, 0, "P") + atom("O5*", "  U", 1, 1, "O") + atom("O1P", "  U", 1, 2, "O"),
                  1, 3, "gave 2 atoms their standard name"});
  list.push_back({"DNA", atom("C1'", " DA", 1, 0, "C"), 1, 1, "1 nucleotide"});
  list.push_back({"names of simulation programs", replaced(good, "CB  ALA A   3", "OT1 ALA A   3"), 3, 15,
                  "standard name"});
  list.push_back({"element column with the name",
                  replaced(good, "CA  ALA A   1       1.458   0.000   0.000  1.00 20.00           C",
                           "CA  ALA A   1       1.458   0.000   0.000  1.00 20.00          CA"),
                  3, 15, ""});
  list.push_back({"unknown element", with(atom("Q1", "QQQ", 9, 0, "Q", true)), 4, 16,
                  "element of 1 atom cannot be told"});
  list.push_back({"everything together", rich_pdb(), 8, 40, "took model 1 of 2"});
}

[[nodiscard]] inline std::vector<OddStructure> odd_structures() {
  std::vector<OddStructure> list;
  add_no_structures(list);
  add_damaged(list);
  add_odd_forms(list);
  add_odd_contents(list);
  return list;
}

}  // namespace azoo::docking::made
