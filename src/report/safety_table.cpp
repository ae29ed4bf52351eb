#include "report/safety_table.hpp"

#include <algorithm>  // for any_of
#include <array>      // for array
#include <map>        // for map
#include <set>        // for set

#include "report/number_style.hpp"
#include "statistics/proportion.hpp"

namespace azoo::report {

namespace {

bool is_adverse(const trial::EventRow& event) {
  return event.kind == "adverse_event";
}

// "0 of 40; upper 95 % limit 8.8 %"
std::string with_limit(int count, int treated) {
  if (treated == 0) return "no men";
  const statistics::TestResult exact = statistics::clopper_pearson(count, treated);
  if (count == 0)
    return "0 of " + std::to_string(treated) + "; up to " + percent(exact.ci_high) + " not excluded";
  return count_of(count, treated) + "; " + percent(exact.ci_low) + " to " + percent(exact.ci_high);
}

struct TermCount {
  std::set<std::string> men;
  int events = 0;
  int serious = 0;
  std::array<int, 6> by_grade{};
};
using Terms = std::map<std::pair<std::string, std::string>, TermCount>;  // cause, term

bool exposed(const trial::Arm& arm, const std::string& cause) {
  if (cause == "aspiration") return arm.aspiration;
  if (cause == "surgery") return arm.surgery;
  if (cause == "injection") return arm.vehicle || arm.product.has_value();
  if (cause == "hormones") return !arm.drugs.empty();
  if (cause == "cells") return arm.product && arm.product->dose_unit == "cells";
  if (cause == "exosomes") return arm.product && arm.product->dose_unit == "ug";
  return true;
}

// Terms that the design expects stay in the table with zero events.
Terms terms_of(const trial::Design& design, const TrialView& view, const ArmView& arm) {
  Terms terms;
  for (const trial::AdverseEventRate& rate : design.adverse_events) {
    if (arm.arm != nullptr && exposed(*arm.arm, rate.cause)) terms[{rate.cause, rate.term}];
  }
  for (const trial::EventRow* event : view.events()) {
    if (!is_adverse(*event) || event->arm != arm.name) continue;
    TermCount& term = terms[{event->related_to, event->term}];
    term.men.insert(event->participant);
    ++term.events;
    term.serious += static_cast<int>(event->serious == "yes");
    if (event->grade >= 0 && event->grade <= 5) ++term.by_grade[static_cast<std::size_t>(event->grade)];
  }
  return terms;
}

Markup overview(const TrialView& view) {
  HtmlTable table(
      "Men with adverse events, with the exact two-sided 95 % interval (Clopper-Pearson). Where none was "
      "seen, the "
      "upper limit is what the number of men still leaves open.",
      {"Arm", "Men treated", "Any adverse event", "Grade 3 or higher", "Serious"});
  for (const ArmView& arm : view.arms()) {
    const SafetyCount count = count_safety(view, arm);
    table.row(std::vector<std::string>{
        arm.label, std::to_string(count.treated), with_limit(count.men_any, count.treated),
        with_limit(count.men_grade3, count.treated), with_limit(count.men_serious, count.treated)});
  }
  return table.finish();
}

Markup by_cause(const trial::Design& design, const TrialView& view) {
  HtmlTable table("Adverse events by cause and CTCAE grade: events, and the men who had them",
                  {"Event", "Cause", "Men, with 95 % interval", "Events", "Grade 1", "Grade 2", "Grade 3",
                   "Grade 4", "Grade 5", "Serious"});
  for (const ArmView& arm : view.arms()) {
    const Terms terms = terms_of(design, view, arm);
    table.group(arm.label + ": " + men(static_cast<int>(arm.men.size())) + " treated");
    for (const auto& [name, term] : terms) {
      std::vector<std::string> cells{
          spaced(name.second), spaced(name.first),
          with_limit(static_cast<int>(term.men.size()), static_cast<int>(arm.men.size())),
          std::to_string(term.events)};
      for (std::size_t grade = 1; grade <= 5; ++grade) cells.push_back(std::to_string(term.by_grade[grade]));
      cells.push_back(std::to_string(term.serious));
      table.row(cells);
    }
    if (terms.empty())
      table.row(std::vector<std::string>{"none recorded", "–", "–", "0", "0", "0", "0", "0", "0", "0"});
  }
  return table.finish();
}

Markup other_events(const TrialView& view) {
  std::map<std::pair<std::string, std::string>, std::map<std::string, int>> counts;  // kind, term -> arm -> n
  for (const trial::EventRow* event : view.events()) {
    if (!is_adverse(*event)) ++counts[{event->kind, event->term}][event->arm];
  }
  if (counts.empty())
    return paragraph("No withdrawals and no protocol deviations are recorded among the events.");
  std::vector<std::string> columns{"What", "Kind"};
  for (const ArmView& arm : view.arms()) columns.push_back(arm.label);
  HtmlTable table("Withdrawals and protocol deviations (events)", columns);
  for (const auto& [name, by_arm] : counts) {
    std::vector<std::string> cells{spaced(name.second), spaced(name.first)};
    for (const ArmView& arm : view.arms()) {
      const auto found = by_arm.find(arm.name);
      cells.push_back(std::to_string(found == by_arm.end() ? 0 : found->second));
    }
    table.row(cells);
  }
  return table.finish();
}

}  // namespace

SafetyCount count_safety(const TrialView& view, const ArmView& arm) {
  std::set<std::string> any;
  std::set<std::string> grade3;
  std::set<std::string> serious;
  for (const trial::EventRow* event : view.events()) {
    if (!is_adverse(*event) || event->arm != arm.name) continue;
    any.insert(event->participant);
    if (event->grade >= 3) grade3.insert(event->participant);
    if (event->serious == "yes") serious.insert(event->participant);
  }
  return {static_cast<int>(arm.men.size()), static_cast<int>(any.size()), static_cast<int>(grade3.size()),
          static_cast<int>(serious.size())};
}

Markup safety_tables(const TrialReportInput& input, const TrialView& view) {
  if (view.arms().empty()) return paragraph("The records hold no arms, so there is no safety to show.");
  const bool any =
      std::any_of(view.events().begin(), view.events().end(), [](const auto* e) { return is_adverse(*e); });
  Markup out;
  if (!any) {
    out += paragraph(
        "No adverse events were recorded. That does not show that there are none: the upper limits "
        "below say how frequent an event could still be.");
  }
  return out + overview(view) + by_cause(input.design, view) + other_events(view);
}

}  // namespace azoo::report
