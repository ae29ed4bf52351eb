#include "report/baseline_table.hpp"

#include <cmath>       // for isfinite
#include <functional>  // for function
#include <set>         // for set

#include "report/number_style.hpp"
#include "statistics/summary.hpp"

namespace azoo::report {

namespace {

using trial::ParticipantRow;

Markup described(const std::vector<double>& values, std::size_t men_in_arm) {
  if (values.empty()) return text("not recorded");
  const statistics::Summary s = statistics::summarise(values);
  std::string spread = std::isfinite(s.sd) ? " (" + number(s.sd) + ")" : "";
  Markup out = text(number(s.mean) + spread);
  out += Markup{"<br/>"} +
         text(number(s.median) + " (" + number(s.lower_quartile) + " to " + number(s.upper_quartile) + ")");
  if (values.size() < men_in_arm) {
    out += Markup{"<br/>"} + element("small", text("n = " + std::to_string(values.size())));
  }
  return out;
}

void numeric_row(HtmlTable& table, const TrialView& view, const std::string& label,
                 const std::function<double(const ParticipantRow&)>& value) {
  std::vector<Markup> cells{text(label)};
  for (const ArmView& arm : view.arms()) {
    std::vector<double> values;
    for (const ParticipantRow* man : arm.men) {
      if (const double each = value(*man); std::isfinite(each)) values.push_back(each);
    }
    cells.push_back(described(values, arm.men.size()));
  }
  table.row(cells);
}

void class_rows(HtmlTable& table, const TrialView& view, const std::string& heading,
                const std::function<std::string(const ParticipantRow&)>& value) {
  std::set<std::string> classes;
  for (const ArmView& arm : view.arms()) {
    for (const ParticipantRow* man : arm.men) classes.insert(value(*man));
  }
  table.group(heading);
  for (const std::string& each : classes) {
    std::vector<std::string> cells{each.empty() ? "not recorded" : spaced(each)};
    for (const ArmView& arm : view.arms()) {
      int count = 0;
      for (const ParticipantRow* man : arm.men) count += static_cast<int>(value(*man) == each);
      const auto men_in_arm = static_cast<int>(arm.men.size());
      cells.push_back(
          men_in_arm == 0 ? "–" : std::to_string(count) + " (" + percent(1.0 * count / men_in_arm) + ")");
    }
    table.row(cells);
  }
}

}  // namespace

Markup baseline_table(const trial::Design& design, const TrialView& view) {
  if (view.arms().empty()) return paragraph("The records hold no arms, so there is no baseline to show.");
  std::vector<std::string> columns{"Before treatment"};
  for (const ArmView& arm : view.arms()) {
    columns.push_back(arm.label + " (n = " + std::to_string(arm.men.size()) + ")");
  }
  HtmlTable table(
      "Baseline by arm. Numbers: mean (SD), below it median (quartiles). Classes: men (share of the arm).",
      columns);
  table.group("The man");
  numeric_row(table, view, "Age, years", [](const auto& man) { return man.age_y; });
  numeric_row(table, view, "Testis volume, mL (mean of both sides)",
              [](const auto& man) { return man.testis_volume_mL; });
  numeric_row(table, view, "Tubules with any germ cell, %",
              [](const auto& man) { return 100.0 * man.active_tubule_fraction; });
  table.group("Blood and semen at the baseline visit");
  for (const trial::Endpoint& endpoint : design.endpoints) {
    numeric_row(table, view, short_name(endpoint.analyte) + ", " + view.unit_of(endpoint.analyte),
                [&](const ParticipantRow& man) {
                  const auto* row = view.measured(man.participant, endpoint.baseline_visit, endpoint.analyte);
                  return row == nullptr ? std::nan("") : row->value;
                });
  }
  class_rows(table, view, "Histology", [](const auto& man) { return man.histology; });
  class_rows(table, view, "Cause of azoospermia", [](const auto& man) { return man.aetiology; });
  class_rows(table, view, "Fathered a child before (secondary infertility)",
             [](const auto& man) { return man.secondary_infertility; });
  return table.finish();
}

}  // namespace azoo::report
