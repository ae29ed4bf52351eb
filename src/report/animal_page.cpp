#include "report/animal_report.hpp"
#include "report/animal_sections.hpp"
#include "report/animal_view.hpp"
#include "report/assumptions_table.hpp"
#include "report/page_frame.hpp"
#include "report/report_sections.hpp"

namespace azoo::report {

namespace {

Markup question(const AnimalReportInput& input, const AnimalView& view) {
  Markup out =
      paragraph(input.design.question.empty() ? "The study file states no question." : input.design.question);
  if (!input.design.evidence.empty()) {
    std::string words;
    for (const std::string& each : input.design.evidence) words += (words.empty() ? "" : ", ") + each;
    out += note("Published evidence named by the study: " + words + ".");
  }
  return out + summary_box("In five lines", animal_summary(input, view));
}

Markup courses(const std::vector<Figure>& figures) {
  Markup out =
      figures_with_prefix(figures, "course-", "", true) + figures_with_prefix(figures, "groups-", "", true);
  out += figures_with_prefix(figures, "courses-", "", false);
  const bool none = out.html.find("<figure") == std::string::npos;
  if (none) return paragraph("No read-outs were recorded, so there is nothing to plot.");
  return note(
             "Small dots: animals, each seen on one day only; marks: means; bars: SD, not the error of the "
             "mean. "
             "Read-outs that are 0 in every animal are in the table alone.") +
         out;
}

std::vector<PageSection> sections_of(const AnimalReportInput& input, const std::vector<Figure>& figures,
                                     const AnimalView& view) {
  std::vector<PageSection> out;
  out.push_back({"question", "What was asked", question(input, view)});
  out.push_back({"done", "What was done", groups_table(input, view)});
  out.push_back({"courses", "Read-outs of the groups", courses(figures)});
  out.push_back({"means", "Means, spread and ratio to control", means_table(input)});
  out.push_back({"dose", "Dose and response",
                 figure_named(figures, "dose-response",
                              "The groups do not differ by three or more doses of one agent.")});
  out.push_back({"stage-section", "Stages of the cycle",
                 figure_named(figures, "stages", "Stage frequencies were not among the read-outs.")});
  out.push_back({"histology", "Virtual histology", animal_histology_section(input, figures)});
  out.push_back({"arrive", "What a report on animals must say", arrive_table(input, view)});
  out.push_back(
      {"assumptions", "What was assumed", assumptions_tables(input.parameters, [&](const Parameter& each) {
         return concerns_animals(each, input.design);
       })});
  out.push_back({"repeat", "How to repeat this run", animal_repeat_section(input)});
  out.push_back({"reading", "How to read this page, and its limits", animal_reading_section(input)});
  return out;
}

}  // namespace

std::string animal_report_html(const AnimalReportInput& input, const std::vector<Figure>& figures) {
  const AnimalView view(input.design, input.records);
  const std::string title = input.design.title.empty() ? "Animal study without a title" : input.design.title;
  return page_html({title, title + " – simulated animal study", animal_banner(), input.version},
                   sections_of(input, figures, view));
}

}  // namespace azoo::report
