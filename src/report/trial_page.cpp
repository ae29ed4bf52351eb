#include <algorithm>  // for max

#include "report/analysis_comparison.hpp"
#include "report/assumptions_table.hpp"
#include "report/baseline_table.hpp"
#include "report/direction_table.hpp"
#include "report/endpoint_change.hpp"
#include "report/number_style.hpp"
#include "report/operating_characteristics.hpp"
#include "report/page_frame.hpp"
#include "report/report_sections.hpp"
#include "report/safety_table.hpp"
#include "report/study_words.hpp"
#include "report/trial_report.hpp"
#include "report/trial_view.hpp"

namespace azoo::report {

namespace {

constexpr int shown_replicate = 0;

Markup replicate_words(int replicates) {
  if (replicates <= 1) return {};
  return note(
      "This trial was run " + std::to_string(replicates) +
      " times. The page shows replicate 0; how often each test calls a difference over all of them stands "
      "under operating characteristics.");
}

std::vector<PageSection> sections_of(const TrialReportInput& input, const std::vector<Figure>& figures,
                                     const TrialView& view, int replicates) {
  const std::vector<EndpointChange> changes = endpoint_changes(input, view);
  std::vector<PageSection> out;
  out.push_back({"question", "What was asked",
                 question_section(input, view) + replicate_words(replicates) +
                     summary_box("In five lines", summary_lines(input, view, changes))});
  out.push_back({"flow-of-men", "Who took part",
                 view.screened().empty()
                     ? paragraph("The records hold no participants; the counts below are therefore zero.") +
                           figure_named(figures, "flow", "The flow diagram is missing.")
                     : figure_named(figures, "flow", "The flow diagram is missing.")});
  out.push_back({"product", "What was given, against the plan", delivery_section(view, figures)});
  out.push_back({"baseline", "The men before treatment", baseline_table(input.design, view)});
  out.push_back({"figure-of-the-paper", "Before and after, as the paper shows it",
                 figure_named(figures, "before-after",
                              "No endpoint or no arm, so the figure of the paper cannot be drawn.") +
                     direction_table(changes) + subheading("What the paper printed") +
                     published_table(input)});
  out.push_back({"courses", "Every man's course",
                 figures_with_prefix(figures, "trajectories-",
                                     "No measurements were recorded, so there are no courses.", false)});
  out.push_back({"responders-section", "Responders", responder_section(input, view, figures)});
  out.push_back({"safety", "Safety", safety_tables(input, view)});
  out.push_back({"histology", "Virtual histology", histology_section(input, figures)});
  out.push_back({"analysis", "The analysis as printed, and as recommended",
                 analysis_comparison(input, shown_replicate)});
  if (replicates > 1) {
    out.push_back({"operating", "Operating characteristics",
                   operating_characteristics_table(input.analysis, input.design.analysis.alpha, replicates)});
  }
  out.push_back({"contradictions", "Contradictions in the paper", contradictions_table(input)});
  out.push_back({"assumptions", "What was assumed", assumptions_tables(input)});
  out.push_back({"repeat", "How to repeat this run", repeat_section(input, replicates)});
  out.push_back({"reading", "How to read this page, and its limits", reading_section(input)});
  return out;
}

}  // namespace

std::string trial_report_html(const TrialReportInput& input, const std::vector<Figure>& figures) {
  const TrialView view(input.design, input.records, shown_replicate);
  const int replicates = std::max(1, replicate_count(input.records, input.analysis));
  const std::string title = input.design.title.empty() ? "Trial without a title" : input.design.title;
  return page_html(
      {title, title + (input.simulated ? " – simulated trial" : ""), banner(input), input.version},
      sections_of(input, figures, view, replicates));
}

}  // namespace azoo::report
