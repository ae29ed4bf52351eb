// One partner of a docking as the user names it - a file or a PDB identifier, perhaps with chains - found and
// read.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"        // for Problems
#include "docking/structure.hpp"   // for Structure
#include "study/dock_request.hpp"  // for PartnerRequest

namespace azoo::study {

// The name taken apart: "complex.pdb:H,L". A name that is itself a file has no chains at its end.
struct PartnerName {
  std::string file;        // empty when it is an identifier
  std::string identifier;  // "1BRS"
  std::vector<std::string> chains;
};

// Problems: neither a file nor an identifier; chains that are no names divided by commas. `role` (receptor,
// ligand) is named in messages.
[[nodiscard]] std::optional<PartnerName> name_of_partner(const std::string& input, const std::string& role,
                                                         Problems& problems);

// For names of folders and tables: "1brs", "complex", "complex-H-L"; no characters that a file name cannot
// have.
[[nodiscard]] std::string short_name(const PartnerName& name);

struct Partner {
  docking::Structure structure;
  std::string short_name;
  std::vector<std::string> messages;  // what the file says it is, held against what it was called
};

// Finds, fetches if need be, and reads. Problems: those of the name, of fetching and of reading; chains given
// twice.
[[nodiscard]] std::optional<Partner> read_partner(const PartnerRequest& request, const std::string& role,
                                                  bool offline, Problems& problems);

}  // namespace azoo::study
