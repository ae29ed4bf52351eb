// The sections of the page of one docked pair.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/docking_page.hpp"  // for DockingPageInput, Figure
#include "report/html_text.hpp"     // for Markup

namespace azoo::report {

[[nodiscard]] Markup docking_banner();
[[nodiscard]] std::vector<std::string> docking_summary(const DockingPageInput& input);
[[nodiscard]] Markup partners_section(const DockingPageInput& input);
[[nodiscard]] Markup clusters_section(const DockingPageInput& input);
[[nodiscard]] Markup interface_section(const DockingPageInput& input, const std::vector<Figure>& figures);
[[nodiscard]] Markup docking_method_section(const DockingPageInput& input);
[[nodiscard]] Markup docking_reading_section();
// Whether the term is other than 0 in any pose.
[[nodiscard]] bool counts(const docking::Poses& poses, double docking::ScoreTerms::*term);
[[nodiscard]] std::string capri_words(docking::CapriClass capri);

}  // namespace azoo::report
