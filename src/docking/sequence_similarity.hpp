// Are two proteins related by sequence? The best local alignment, and the identity that an alignment of its
// length needs before it means a common fold: the twilight curve of Rost (Protein Eng 1999,
// doi 10.1093/protein/12.2.85).
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

// One letter a residue of the amino acids, in order of the file; modified ones as what they came from,
// unknown ones X. Other molecules are passed over.
[[nodiscard]] std::string sequence_of(const Structure& structure);

struct LocalAlignment {
  int score = 0;
  int length = 0;      // aligned pairs of residues, gaps not counted
  int identities = 0;  // of these, those that are the same; X is never the same
};

// Smith and Waterman's alignment with Gotoh's affine gaps. A match counts what an alignment of distant
// relatives gives it (see the source file). At most 32,000 residues each.
[[nodiscard]] LocalAlignment local_alignment(std::string_view a, std::string_view b);

// The share of identical residues, in percent, above which an alignment of this length means relation: Rost's
// curve at n = 0, 480 L^(-0.32 (1 + exp(-L / 1000))), 100 up to 11 residues and 19.5 beyond 450.
[[nodiscard]] double twilight_identity_percent(int length);

// The best local alignment is longer than 11 residues and lies on the curve or above.
[[nodiscard]] bool related(std::string_view a, std::string_view b);

}  // namespace azoo::docking
