// A molecule as it is docked: heavy atoms, in residues, in the order of the file, of one model and one
// alternate location. Hydrogens and waters are gone; what else was left out or mended is told in the notes.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

struct Atom {
  Vector3 position_A;
  std::string name;         // "CA"
  std::string element;      // "C", capitals as in the periodic table
  std::size_t residue = 0;  // index into Structure::residues
};

enum class ResidueKind { amino_acid, nucleotide, glycan, ligand, ion };

struct Residue {
  std::string chain;  // the author's name
  int number = 0;     // the author's number
  char insertion = ' ';
  std::string name;  // "SER", as in the file
  std::string
      parent;  // the standard residue that a modified one is treated as ("MET" for MSE); else the name
  ResidueKind kind = ResidueKind::amino_acid;
  std::size_t first_atom = 0;
  std::size_t atom_count = 0;
  bool starts_fragment = false;  // no peptide bond to the residue before: a chain's begin, or after a gap
  bool ends_fragment = false;
  bool complete = true;  // every heavy atom of a standard residue is there
};

// What the file says the molecule is.
struct Entity {
  std::vector<std::string> chains;
  std::string description;                   // "Spike protein S1"
  std::vector<std::string> accessions = {};  // of UniProt, as the file gives them; a fusion has several
};

struct Structure {
  std::string name;        // for messages and tables: the file's stem or identifier
  std::string file;        // as given by the user
  std::string sha256;      // of the file's bytes
  std::string title;       // the file's own; may be empty
  std::string identifier;  // the file's own PDB code, lower or upper case as read; may be empty
  std::vector<Entity> entities;
  std::vector<Residue> residues;
  std::vector<Atom> atoms;
  std::vector<std::string> notes;  // what rules did: "left out 212 waters"; plain sentences
};

// "A:42A SER"
[[nodiscard]] std::string to_text(const Residue& residue);

// The structure with every atom moved.
[[nodiscard]] Structure moved(const Structure& structure, const struct RigidMotion& motion);

}  // namespace azoo::docking
