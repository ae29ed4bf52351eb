// Writes structures and complexes as PDB or mmCIF text: receptor where it is and the ligand moved, one model
// for each pose. What is written reads back to the same atoms within 0.001 A. Occupancies and B factors are
// not held by Structure; 1.00 and 0.00 stand for them.
#pragma once

#include <optional>  // for optional
#include <span>      // for span
#include <string>    // for string
#include <vector>    // for vector

#include "core/problem.hpp"          // for Problems
#include "docking/chain_names.hpp"   // for ChainRename
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/structure.hpp"     // for Structure

namespace azoo::docking {

enum class StructureFileKind { pdb, mmcif };

struct WriteOptions {
  StructureFileKind kind = StructureFileKind::mmcif;
  std::string identifier = "azoo";
  std::string title;
  // Lines of free text: REMARK 6 of PDB, comments of mmCIF.
  std::vector<std::string> remarks;
};

struct WrittenStructure {
  std::string text;
  std::vector<ChainRename> renamed;  // partner 0: receptor, 1: ligand
  std::vector<std::string> notes;    // what the format could not hold as it was; also the renamed chains
};

// Problems, for PDB only: a coordinate or residue number that its columns cannot hold. Numbers above 99,999
// atoms and 9,999 residues are written as hybrid-36; names of atoms beyond four and of residues beyond three
// characters are cut.
[[nodiscard]] std::optional<WrittenStructure> write_structure(const Structure& structure,
                                                              const WriteOptions& options,
                                                              Problems& problems);
// One model for each pose of the ligand; without a pose the receptor alone in one model.
[[nodiscard]] std::optional<WrittenStructure> write_complex(const Structure& receptor,
                                                            const Structure& ligand,
                                                            std::span<const RigidMotion> poses,
                                                            const WriteOptions& options, Problems& problems);

}  // namespace azoo::docking
