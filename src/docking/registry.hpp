// What a study calls a molecule, held against what the file itself says it is. Names and accessions come from
// data/docking/proteins.csv; identifiers that were printed for something else from
// data/docking/identifiers.csv. What a file says is read from the file; without one only a table with its
// source speaks.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

struct RegistryFinding {
  std::string called;      // by the study: "GPER"
  std::string identifier;  // as the study prints it: "5ZTY"
  std::string file_says;   // entity names, else the title; empty when the file says nothing or there is none
  bool agrees = false;
  std::string message;  // a sentence or two, always set
  bool checked = true;  // false: there was nothing to compare, so that `agrees` means nothing
  std::vector<std::string> chains = {};  // of the molecule that was called, where the file tells
};

struct ProteinNames {
  std::string symbol;
  std::string name;
  std::vector<std::string> called;
  std::vector<std::string> describes;  // normalised phrases
  std::vector<std::string> excludes;
  std::vector<std::string> accessions;  // of UniProt
};

struct IdentifierNote {
  std::string printed;
  std::string identifier;
  std::string symbol;
  std::string says;
  std::string source;
};

class Registry {
 public:
  // Problems: a table is missing or lacks a column.
  [[nodiscard]] static Registry load(Problems& problems);

  // By symbol or any name that a study may use, whatever its case and punctuation; nullptr when unknown.
  [[nodiscard]] const ProteinNames* find(std::string_view called) const;
  // The identifier to look for: "2OO4" for "2004", else the one given in capitals.
  [[nodiscard]] std::string resolved(std::string_view identifier) const;

  // Compares the file's entities (its title where it names none) with what the study calls the molecule.
  [[nodiscard]] RegistryFinding check(const std::string& called, const std::string& identifier,
                                      const Structure& structure) const;
  // What can be said of an identifier without its file.
  [[nodiscard]] RegistryFinding check_without_file(const std::string& called,
                                                   const std::string& identifier) const;

 private:
  [[nodiscard]] const IdentifierNote* note(std::string_view identifier) const;

  std::vector<ProteinNames> proteins_;
  std::vector<IdentifierNote> notes_;
};

// Four characters, a digit first ("2OO4"), or the extended form ("pdb_00002oo4").
[[nodiscard]] bool looks_like_identifier(std::string_view text);

// Small letters, Greek letters by name, everything else that is no letter or digit as one blank.
[[nodiscard]] std::string normalised_phrase(std::string_view text);

}  // namespace azoo::docking
