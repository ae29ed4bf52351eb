#include "report/before_after_figure.hpp"
#include "report/delivery_figure.hpp"
#include "report/endpoint_change.hpp"
#include "report/flow_diagram.hpp"
#include "report/histology_picture.hpp"
#include "report/html_text.hpp"
#include "report/number_style.hpp"
#include "report/responder_figure.hpp"
#include "report/section_picture.hpp"
#include "report/trajectories_figure.hpp"
#include "report/trial_report.hpp"

namespace azoo::report {

namespace {

constexpr int shown_replicate = 0;

std::string pairs_note(const std::vector<EndpointChange>& changes) {
  int flagged = 0;
  for (const EndpointChange& change : changes) flagged += change.flagged;
  if (flagged == 0) return {};
  return " " + plural(flagged, "value lies", "values lie") + " outside the range of the assay and " +
         (flagged == 1 ? "enters" : "enter") + " as recorded.";
}

void add_trajectories(const TrialReportInput& input, const TrialView& view, std::vector<Figure>& figures) {
  for (const trial::Endpoint& endpoint : input.design.endpoints) {
    std::string svg = draw_trajectories(view, endpoint.analyte);
    if (svg.empty()) continue;
    std::string caption =
        short_name(endpoint.analyte) + " (" + view.unit_of(endpoint.analyte) +
        ") in every man. Thin lines: men; thick line with marks: median of each visit; dashed line: day 0.";
    if (svg.find("logarithmic scale") != std::string::npos) {
      caption += " Logarithmic scale.";
    }
    if (svg.find("a band for zero") != std::string::npos) {
      caption += " Values of zero lie in a band of their own at the bottom.";
    }
    figures.push_back({"trajectories-" + slug(endpoint.analyte), std::move(svg), std::move(caption)});
  }
}

void add_picture(const TrialReportInput& input, const ArmView& arm, const std::string& man, double day,
                 bool before, const HistologyStyle& style, const std::string& name,
                 std::vector<Figure>& figures) {
  const std::vector<CrossSection> sections =
      cross_sections(input.records.sections, shown_replicate, man, day);
  const std::string title =
      arm.label + ", " + man + ", day " + number(day) + (before ? " (before)" : " (after)");
  std::string svg =
      draw_histology(sections, style, picture_address(input.seed, shown_replicate, man, day), {name, title});
  if (svg.empty()) return;
  const std::size_t drawn = std::min(sections.size(), most_drawn_tubules);
  std::string caption =
      title + ". " + (drawn < sections.size() ? "The first " + std::to_string(drawn) + " of " : "All of ") +
      state_words(summarise_sections(sections)) + ".";
  figures.push_back({name, std::move(svg), std::move(caption)});
}

void add_histology(const TrialReportInput& input, const TrialView& view, std::vector<Figure>& figures) {
  const std::optional<HistologyStyle> style = histology_style(input.parameters, "human");
  if (!style) return;
  for (std::size_t i = 0; i < view.arms().size(); ++i) {
    const ArmView& arm = view.arms()[i];
    for (const trial::ParticipantRow* man : arm.men) {
      const std::vector<double> days =
          section_days(input.records.sections, shown_replicate, man->participant);
      if (days.empty()) continue;
      const std::string root = "histology-" + std::to_string(i + 1) + "-" + slug(arm.name);
      add_picture(input, arm, man->participant, days.front(), true, *style, root + "-before", figures);
      if (days.size() > 1) {
        add_picture(input, arm, man->participant, days.back(), false, *style, root + "-after", figures);
      }
      break;
    }
  }
}

std::string responder_definition(const trial::Design& design) {
  return "A responder has " + long_name(design.analysis.responder_analyte) + " above " +
         exact(design.analysis.responder_threshold) + " at " + spaced(responder_visit(design));
}

}  // namespace

std::vector<Figure> trial_figures(const TrialReportInput& input) {
  const TrialView view(input.design, input.records, shown_replicate);
  std::vector<Figure> figures;
  figures.push_back(
      {"flow", draw_flow_diagram(count_flow(input.design, view), input.design.allocation),
       "Flow of participants. A man may have been excluded for several reasons. Analysed: at least one "
       "endpoint measured both before and at its final visit."});
  if (std::string svg = draw_delivery(deliveries(view)); !svg.empty()) {
    figures.push_back(
        {"delivery", std::move(svg),
         "Product given to each man as a share of the planned dose. Each dot is one man; the dashed line is "
         "the plan."});
  }
  const std::vector<EndpointChange> changes = endpoint_changes(input, view);
  if (std::string svg = draw_before_after(changes); !svg.empty()) {
    figures.push_back(
        {"before-after", std::move(svg),
         "Mean and standard error before and after, men measured at both visits. P: paired test of the "
         "analysis as printed in the paper. Below each arm: direction here, direction the paper reports, "
         "verdict." +
             pairs_note(changes)});
  }
  add_trajectories(input, view, figures);
  const std::vector<ResponderCount> responders = count_responders(input.design, view);
  if (!responders.empty()) {
    const std::string definition = responder_definition(input.design);
    figures.push_back(
        {"responders", draw_responders(responders, definition),
         definition + ". Share of all men allocated, with the exact 95 % interval (Clopper-Pearson); men "
                      "without a final value count as no responders."});
  }
  add_histology(input, view, figures);
  return figures;
}

}  // namespace azoo::report
