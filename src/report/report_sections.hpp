// The sections of the trial page that need no arithmetic of their own: figures put into the page, how to read
// it, how to repeat the run.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput, Figure
#include "report/trial_view.hpp"    // for TrialView

namespace azoo::report {

// <figure> with the picture inlined and its caption; says so when the figure is missing.
[[nodiscard]] Markup figure_named(const std::vector<Figure>& figures, std::string_view name,
                                  std::string_view missing, std::string_view css_class = {});
// All figures whose name begins with the prefix, in a grid that folds on narrow screens when `paired`; what
// is said when there are none may be nothing.
[[nodiscard]] Markup figures_with_prefix(const std::vector<Figure>& figures, std::string_view prefix,
                                         std::string_view missing, bool paired);

[[nodiscard]] Markup banner(const TrialReportInput& input);
[[nodiscard]] Markup responder_section(const TrialReportInput& input, const TrialView& view,
                                       const std::vector<Figure>& figures);
[[nodiscard]] Markup delivery_section(const TrialView& view, const std::vector<Figure>& figures);
[[nodiscard]] Markup histology_section(const TrialReportInput& input, const std::vector<Figure>& figures);
[[nodiscard]] Markup repeat_section(const TrialReportInput& input, int replicates);
[[nodiscard]] Markup reading_section(const TrialReportInput& input);

}  // namespace azoo::report
