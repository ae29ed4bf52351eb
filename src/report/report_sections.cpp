#include "report/report_sections.hpp"

#include <algorithm>  // for any_of

#include "report/delivery_figure.hpp"
#include "report/histology_style.hpp"
#include "report/number_style.hpp"
#include "report/responder_figure.hpp"
#include "statistics/summary.hpp"

namespace azoo::report {

namespace {

Markup figure_markup(const Figure& figure, std::string_view css_class) {
  const std::string box = "<div class=\"scroll" + (css_class.empty() ? "" : " " + std::string(css_class)) +
                          "\" role=\"group\" tabindex=\"0\" aria-label=\"" + escape("Figure " + figure.name) +
                          "\">\n";
  return element("figure",
                 Markup{box + figure.svg + "</div>\n"} + element("figcaption", text(figure.caption))) +
         Markup{"\n"};
}

}  // namespace

Markup figure_named(const std::vector<Figure>& figures, std::string_view name, std::string_view missing,
                    std::string_view css_class) {
  for (const Figure& figure : figures) {
    if (figure.name == name) return figure_markup(figure, css_class);
  }
  return paragraph(missing);
}

Markup figures_with_prefix(const std::vector<Figure>& figures, std::string_view prefix,
                           std::string_view missing, bool paired) {
  Markup inner;
  for (const Figure& figure : figures) {
    if (figure.name.rfind(prefix, 0) == 0) inner += figure_markup(figure, paired ? "small" : "");
  }
  if (inner.html.empty()) return missing.empty() ? inner : paragraph(missing);
  return paired ? element("div", inner, " class=\"pair\"") + Markup{"\n"} : inner;
}

Markup banner(const TrialReportInput& input) {
  return element(
             "div",
             paragraph(
                 input.simulated
                     ? "Simulated – not for patient care. Every man, measurement and event on this page "
                       "comes from a computer model."
                     : "Not for patient care. This page analyses recorded trial data; it gives no advice on "
                       "the treatment of any man."),
             " class=\"banner\" role=\"note\"") +
         Markup{"\n"};
}

Markup responder_section(const TrialReportInput& input, const TrialView& view,
                         const std::vector<Figure>& figures) {
  const std::vector<ResponderCount> counts = count_responders(input.design, view);
  if (counts.empty()) return paragraph("The design defines no responder.");
  HtmlTable table(
      "Responders, of all men allocated and of men measured at " + spaced(responder_visit(input.design)),
      {"Arm", "Of men allocated", "Exact 95 % interval", "Of men measured"});
  for (const ResponderCount& count : counts) {
    table.row(std::vector<std::string>{
        count.arm_label, count_of(count.responders, count.allocated),
        count.allocated == 0 ? "–" : percent(count.low) + " to " + percent(count.high),
        count_of(count.responders, count.measured)});
  }
  return figure_named(figures, "responders", "The responder figure is missing.") + table.finish();
}

Markup delivery_section(const TrialView& view, const std::vector<Figure>& figures) {
  const std::vector<ArmDelivery> arms = deliveries(view);
  if (arms.empty()) return paragraph("No man was meant to get a product, so nothing could fall short.");
  HtmlTable table("Planned against given: median (smallest to largest) over the men of the arm",
                  {"Arm", "Men", "Planned, cells", "Given, cells", "Given, % of plan",
                   "Men short of the plan", "Viability, %"});
  const auto spread = [](const std::vector<double>& values, bool as_cells) -> std::string {
    if (values.empty()) return "–";
    const statistics::Summary s = statistics::summarise(values);
    const auto show = [&](double value) { return as_cells ? cells(value) : number(value); };
    if (s.minimum == s.maximum) return show(s.median);
    return show(s.median) + " (" + show(s.minimum) + " to " + show(s.maximum) + ")";
  };
  for (const ArmDelivery& arm : arms) {
    int behind = 0;
    for (const double share : arm.percent_of_plan) behind += static_cast<int>(share < 99.9);
    table.row(std::vector<std::string>{arm.label, std::to_string(arm.percent_of_plan.size()),
                                       spread(arm.cells_planned, true), spread(arm.cells_given, true),
                                       spread(arm.percent_of_plan, false),
                                       count_of(behind, static_cast<int>(arm.percent_of_plan.size())),
                                       spread(arm.viability_percent, false)});
  }
  return figure_named(figures, "delivery", "The delivery figure is missing.") + table.finish();
}

Markup histology_section(const TrialReportInput& input, const std::vector<Figure>& figures) {
  if (input.records.sections.empty()) {
    return paragraph("No sections were recorded in this trial, so there is no histology to draw.");
  }
  if (!histology_style(input.parameters, "human")) {
    return paragraph(
        "Sections were recorded, but the sizes needed to draw them (data/pictures) are not "
        "loaded.");
  }
  return paragraph(
             "Drawn in the colours of haematoxylin and eosin from the recorded cells: which germ cells sit "
             "at "
             "which place of which tubule. Positions within a place, the bend of the tubules and everything "
             "between "
             "the tubules (Leydig cells, vessels, fibres) are decoration and no result.") +
         figures_with_prefix(figures, "histology-",
                             "Sections were recorded, but none belongs to a man of this replicate's arms.",
                             true);
}

Markup repeat_section(const TrialReportInput& input, int replicates) {
  const auto entry = [](std::string_view term, const Markup& value) {
    return element("dt", text(term)) + element("dd", value) + Markup{"\n"};
  };
  const auto code = [](const std::string& plain) { return element("code", text(plain)); };
  Markup list;
  list += entry("Program", text("Azoo " + input.version));
  list += entry("Study", text(input.design.name.empty() ? "unnamed" : input.design.name));
  list += entry("SHA-256 of the study", code(input.study_sha256.empty() ? "not given" : input.study_sha256));
  list += entry("Seed", code(std::to_string(input.seed)));
  list += entry("Replicates", text(std::to_string(replicates)));
  const std::string command = input.simulated
                                  ? "azoo run " + input.study_file + " --seed " + std::to_string(input.seed)
                                  : "azoo analyse " + input.study_file;
  return element("dl", list) + paragraph("The same version, study and seed give the same bytes:") +
         element("pre", code(command)) + Markup{"\n"};
}

Markup reading_section(const TrialReportInput& input) {
  std::vector<Markup> points;
  const auto add = [&](std::string_view plain) { points.push_back(text(plain)); };
  add("A change between before and after in one arm is no proof that the treatment did it: values chosen for "
      "being "
      "extreme drift back by themselves, and time passes. Only a comparison of arms speaks to cause.");
  if (input.design.allocation.method != "random") {
    add("The men were not allocated at random. A difference between arms may come from who was in them.");
  }
  add("An interval shows which effects the data leave open. P says how odd the data would be without any "
      "effect; it is "
      "not the chance that the therapy works.");
  add("Hormones that move towards normal are not fertility. Sperm in the ejaculate, or a birth, would be.");
  if (input.simulated) {
    add("A simulation answers for its assumptions. Numbers marked assumed above carry no measurement; change "
        "them in "
        "the study file and run again to see what hangs on them.");
    add("A result of this page supports the planning of a study. It is no evidence that a product is safe or "
        "works in "
        "men.");
  }
  return bullet_list(points);
}

}  // namespace azoo::report
