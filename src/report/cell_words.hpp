// Germ cells and states of tubules in words, for legends and captions.
#pragma once

#include <map>     // for map
#include <string>  // for string

#include "report/histology_style.hpp"  // for HistologyStyle

namespace azoo::report {

using CellCounts = std::map<std::string, int, std::less<>>;

// "A1 to A4 spermatogonia 4, pachytene spermatocytes 41", in order of development; types that share a label
// are counted together, types without a style come last.
[[nodiscard]] std::string cells_by_label(const CellCounts& counts, const HistologyStyle& style);
// "Sertoli cells only" for "sertoli_only".
[[nodiscard]] std::string state_name(const std::string& state);

}  // namespace azoo::report
