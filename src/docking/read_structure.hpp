// Reads PDB and mmCIF files, packed with gzip or not. The kind of file is told by its content; the rules for
// what a file may hold stand in docs/structures.md, and what they did to a file in the notes of its
// Structure.
#pragma once

#include <filesystem>   // for path
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

struct StructureSelection {
  std::vector<std::string> chains;  // author's names; empty: all
  // Within the chains: "A:10-120", "B:5-40A"; empty: all residues. A chain of `chains` without a range stays
  // whole.
  std::vector<std::string> residues;
  int model = 0;               // 0: the first
  bool keep_cofactors = true;  // ligands, ions and glycans stay
  bool keep_buffer = false;    // so do crystallisation agents (class buffer of data/docking/components.csv)
};

// Problems: missing or unreadable file, no format it knows, no atoms left, coordinates that are not finite or
// beyond 10,000 A, an unknown chain, residue range or model, more atoms than max_atoms.
[[nodiscard]] std::optional<Structure> read_structure(const std::filesystem::path& path,
                                                      const StructureSelection& selection,
                                                      Problems& problems);
// The same for text already in memory, such as a fuzzer's; `file` is named in messages.
[[nodiscard]] std::optional<Structure> parse_structure(std::string_view bytes, const std::string& file,
                                                       const StructureSelection& selection,
                                                       Problems& problems);

inline constexpr std::size_t max_atoms = 120'000;

}  // namespace azoo::docking
