// The network of a screen to look at and to move: Cytoscape.js written into the page, with a slider for the
// weakest edge that is shown. Without scripts the page says where the same numbers stand.
#pragma once

#include <string_view>  // for string_view

#include "report/html_text.hpp"  // for Markup
#include "screen/network.hpp"    // for Network

namespace azoo::report {

// `cytoscape`: the text of data/page/cytoscape.min.js; empty: no view, and the page says so.
[[nodiscard]] Markup network_view(const screen::Network& network, std::string_view cytoscape);

}  // namespace azoo::report
