// The sections of a screen's page that are tables and words.
#pragma once

#include <vector>  // for vector

#include "report/html_text.hpp"      // for Markup
#include "report/screen_report.hpp"  // for ScreenReportInput

namespace azoo::report {

[[nodiscard]] Markup screen_banner();
// What was docked, and what the files of the structures object to.
[[nodiscard]] Markup structures_section(const ScreenReportInput& input);
// z, p and p after correction of every pair, best first; or why there are none.
[[nodiscard]] Markup chance_section(const ScreenReportInput& input);
[[nodiscard]] Markup ranking_table(const ScreenReportInput& input);
// The printed matrix beside ours: correlations, winners, and what becomes of each printed winner.
[[nodiscard]] Markup agreement_tables(const ScreenReportInput& input);
[[nodiscard]] Markup search_section(const ScreenReportInput& input);
[[nodiscard]] Markup screen_repeat_section(const ScreenReportInput& input);
[[nodiscard]] Markup screen_reading_section(const ScreenReportInput& input);

}  // namespace azoo::report
