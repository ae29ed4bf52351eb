// The docked pair in three dimensions, for a page that works without a network: coordinates and poses as
// data, the viewer's script and ours inlined.
#pragma once

#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"              // for Problems
#include "docking/interface_tables.hpp"  // for RankedInterface
#include "docking/structure.hpp"         // for Structure
#include "report/html_text.hpp"          // for Markup

namespace azoo::report {

// 3Dmol.js as shipped in data/page. Problems: it is missing.
[[nodiscard]] std::string viewer_script(const std::filesystem::path& data_folder, Problems& problems);

// Once a page (its ids are fixed). Says so in words where there is no script, no WebGL or nothing to show.
// Above `most_atoms` atoms only backbones and residues in contact are put into the page.
[[nodiscard]] Markup structure_view(const docking::Structure& receptor, const docking::Structure& ligand,
                                    const std::vector<docking::RankedInterface>& interfaces,
                                    std::string_view viewer_script, std::size_t most_atoms = 30'000);

// The data of the view as JSON that may stand inside a <script> element.
[[nodiscard]] std::string structure_view_data(const docking::Structure& receptor,
                                              const docking::Structure& ligand,
                                              const std::vector<docking::RankedInterface>& interfaces,
                                              std::size_t most_atoms);

}  // namespace azoo::report
