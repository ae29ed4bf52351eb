#include "report/assumptions_table.hpp"
#include "report/network_view.hpp"
#include "report/page_frame.hpp"
#include "report/report_sections.hpp"
#include "report/screen_report.hpp"
#include "report/screen_sections.hpp"

namespace azoo::report {

namespace {

Markup question(const ScreenReportInput& input) {
  Markup out =
      paragraph(input.design.question.empty() ? "The study file states no question." : input.design.question);
  if (!input.design.evidence.empty()) {
    std::string words;
    for (const std::string& each : input.design.evidence) words += (words.empty() ? "" : ", ") + each;
    out += note("Published evidence named by the study: " + words + ".");
  }
  return out + summary_box("In five lines", screen_summary(input));
}

std::vector<PageSection> sections_of(const ScreenReportInput& input, const std::vector<Figure>& figures) {
  std::vector<PageSection> out;
  out.push_back({"question", "What was asked", question(input)});
  out.push_back({"structures", "What was docked", structures_section(input)});
  out.push_back({"matrix", "The matrix of scores", figure_named(figures, "scores", "No pair has a score.")});
  out.push_back({"chance", "Against chance",
                 (input.matrix.calibrated ? figure_named(figures, "z", "No pair has a z.") : Markup{}) +
                     chance_section(input)});
  out.push_back({"ranking", "Ligands of each receptor, and their leads",
                 figure_named(figures, "standings", "No pair has a score.") + ranking_table(input)});
  Markup printed = agreement_tables(input);
  if (input.printed != nullptr) {
    printed = figure_named(figures, "printed", "The printed matrix could not be drawn.") + printed +
              figure_named(figures, "agreement", "Fewer than three pairs have both scores.");
  }
  out.push_back({"printed-section", "Beside the printed matrix", printed});
  out.push_back({"network", "The network", network_view(input.network, input.cytoscape)});
  out.push_back({"search", "How it was searched", search_section(input)});
  out.push_back({"assumptions", "What was assumed",
                 assumptions_tables(input.parameters,
                                    [](const Parameter& each) { return each.name.starts_with("docking"); })});
  out.push_back({"repeat", "How to repeat this run", screen_repeat_section(input)});
  out.push_back({"reading", "What a score is not: how to read this page", screen_reading_section(input)});
  return out;
}

}  // namespace

std::string screen_report_html(const ScreenReportInput& input, const std::vector<Figure>& figures) {
  const std::string title = input.design.title.empty() ? "Screen without a title" : input.design.title;
  return page_html({title, title + " – docking screen", screen_banner(), input.version},
                   sections_of(input, figures));
}

}  // namespace azoo::report
