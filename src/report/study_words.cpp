#include "report/study_words.hpp"

#include <algorithm>  // for max
#include <cmath>      // for isfinite

#include "report/analysis_comparison.hpp"
#include "report/assumptions_table.hpp"
#include "report/delivery_figure.hpp"
#include "report/flow_counts.hpp"
#include "report/flow_diagram.hpp"
#include "report/number_style.hpp"
#include "report/safety_table.hpp"
#include "statistics/proportion.hpp"
#include "statistics/summary.hpp"

namespace azoo::report {

namespace {

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string drug_name(const std::string& key) {
  return key == "hcg" ? "hCG" : spaced(key);
}

std::string drug_words(const trial::DrugCourse& drug) {
  std::string rhythm = "every " + exact(drug.interval_d) + " days";
  if (drug.interval_d == 1.0) rhythm = "daily";
  if (drug.interval_d == 3.5) rhythm = "twice a week";
  if (drug.interval_d == 7.0) rhythm = "once a week";
  return drug_name(drug.drug) + " " + exact(drug.dose) + " " + drug.unit + " " + rhythm + ", day " +
         exact(drug.first_day) + " to " + exact(drug.last_day);
}

std::string product_words(const trial::ProductPlan& plan) {
  std::vector<std::string> sites;
  for (const trial::ProductSite& site : plan.sites) {
    const std::string dose =
        plan.dose_unit == "cells" ? cells(site.dose) + " cells" : exact(site.dose) + " " + plan.dose_unit;
    std::string each = dose + " into the " + spaced(site.route);
    if (site.route == "intravenous") each = dose + " intravenously";
    if (std::isfinite(site.volume_mL) && site.volume_mL > 0.0) each += " (" + exact(site.volume_mL) + " mL)";
    sites.push_back(each);
  }
  return plan.product + " on day " + exact(plan.day) + ": " + joined(sites, " and ") +
         (plan.testes == 2 ? ", in each testis" : ", in one testis");
}

constexpr std::size_t most_arms_named = 3;  // in one line of the summary; the tables name all

std::string who_line(const TrialReportInput& input, const TrialView& view) {
  const FlowCounts flow = count_flow(input.design, view);
  std::vector<std::string> arms;
  int analysed = 0;
  for (const ArmFlow& arm : flow.arms) {
    arms.push_back(std::to_string(arm.allocated) + " to " + arm.label);
    analysed += arm.analysed;
  }
  return "Who: " + men(flow.screened) + " screened, " + std::to_string(flow.excluded) + " excluded, " +
         std::to_string(flow.allocated) + " allocated (" + allocation_words(input.design.allocation) + ")" +
         (arms.empty()                    ? ""
          : arms.size() > most_arms_named ? " to " + std::to_string(arms.size()) + " arms"
                                          : " (" + joined(arms, ", ") + ")") +
         "; " + std::to_string(analysed) + " analysed.";
}

std::string safety_line(const TrialView& view) {
  std::vector<std::string> parts;
  int serious = 0;
  int treated = 0;
  double widest = 0.0;
  for (const ArmView& arm : view.arms()) {
    const SafetyCount count = count_safety(view, arm);
    if (count.treated == 0) continue;
    const double high = statistics::clopper_pearson(count.men_serious, count.treated).ci_high;
    serious += count.men_serious;
    treated += count.treated;
    widest = std::max(widest, high);
    parts.push_back(arm.label + " " + std::to_string(count.men_serious) + " of " +
                    std::to_string(count.treated) + " (up to " + percent(high) + " not excluded)");
  }
  if (parts.empty()) return "Safety: no treated men.";
  if (parts.size() > most_arms_named) {
    return "Safety: " + std::to_string(serious) + " of " + men(treated) +
           " had a serious adverse event; arm by arm, up to " + percent(widest) + " is not excluded.";
  }
  return "Safety, men with a serious adverse event: " + joined(parts, "; ") + ".";
}

std::string printed_line(const TrialReportInput& input, const TrialView& view,
                         const std::vector<EndpointChange>& changes) {
  std::vector<std::string> arms;
  for (const ArmView& arm : view.arms()) {
    std::vector<std::string> names;
    int computed = 0;
    for (const EndpointChange& change : changes) {
      if (change.arm != arm.name || !std::isfinite(change.p_printed)) continue;
      ++computed;
      if (change.p_printed < input.design.analysis.alpha) {
        names.push_back(short_name(change.analyte) + " " + direction_words(change.direction));
      }
    }
    if (computed == 0) continue;
    const std::string all = names.empty() ? "nothing" : joined(names, ", ");
    const std::string share = std::to_string(names.size()) + " of " + std::to_string(computed);
    arms.push_back(arm.label + ": " + (view.arms().size() > most_arms_named ? share : all));
  }
  if (arms.empty()) return "As the paper analysed: no printed-style analysis was handed to the report.";
  const std::string what = view.arms().size() > most_arms_named ? ", endpoints" : "";
  return "As the paper analysed (before against after, P below " + exact(input.design.analysis.alpha) + what +
         "): " + joined(arms, "; ") + ".";
}

std::string recommended_line(const TrialReportInput& input, int replicate) {
  std::string primary;
  for (const trial::Endpoint& endpoint : input.design.endpoints) {
    if (endpoint.primary_efficacy) primary = endpoint.analyte;
  }
  const std::string wanted =
      input.design.analysis.primary_contrast_arm + " - " + input.design.analysis.reference_arm;
  const trial::AnalysisRow* best = nullptr;
  for (const trial::AnalysisRow& row : input.analysis) {
    if (row.replicate != replicate || row.analysis != "recommended" || row.endpoint != primary) continue;
    if (row.contrast.rfind(wanted, 0) != 0) continue;
    if (best == nullptr) best = &row;
  }
  if (best == nullptr) return "As recommended: no row for the primary comparison was handed to the report.";
  const double p = deciding_p(*best);
  std::string out = "As recommended, primary comparison (" + short_name(primary) + ", " +
                    contrast_words(input.design, best->contrast) + "): ";
  out += number(best->estimate) + (best->unit.empty() || best->unit == "1" ? "" : " " + best->unit);
  if (std::isfinite(best->ci_low) || std::isfinite(best->ci_high)) {
    out += ", " + percent(best->ci_level) + " interval " + interval(best->ci_low, best->ci_high);
  }
  out += ", " + p_value(p);
  if (!std::isfinite(p)) return out + ".";
  return out + (p < input.design.analysis.alpha ? ": a difference between the arms."
                                                : ": no difference between the arms is shown.");
}

std::string limits_line(const TrialReportInput& input, const TrialView& view) {
  std::vector<std::string> parts;
  if (input.simulated) parts.push_back("every man here is simulated");
  if (input.design.allocation.method != "random") {
    parts.push_back("men were not allocated at random, so arms may differ for other reasons");
  }
  for (const ArmDelivery& arm : deliveries(view)) {
    const double median = statistics::quantile_type7(arm.percent_of_plan, 0.5);
    if (median < 99.9)
      parts.push_back("half of the men in " + arm.label + " got " + number(median) +
                      " % of the planned dose or less");
  }
  int assumed = 0;
  for (const auto& [name, parameter] : input.parameters.all()) {
    assumed += static_cast<int>(parameter.how == Known::assumed && concerns_trial(parameter, input.design));
  }
  if (assumed > 0) parts.push_back(std::to_string(assumed) + " numbers of the model are assumed");
  return "Limits: " + (parts.empty() ? std::string("see the last sections") : joined(parts, "; ")) + ".";
}

}  // namespace

std::string treatment_words(const trial::Arm& arm) {
  std::vector<std::string> parts;
  if (arm.aspiration) parts.push_back("bone-marrow aspiration");
  if (arm.surgery) parts.push_back("testicular microsurgery with biopsy");
  if (arm.product) {
    parts.push_back(product_words(*arm.product));
  } else if (arm.vehicle) {
    parts.push_back("injection of the carrier fluid without product");
  }
  for (const trial::DrugCourse& drug : arm.drugs) parts.push_back(drug_words(drug));
  return parts.empty() ? "no treatment" : joined(parts, "; ");
}

Markup question_section(const TrialReportInput& input, const TrialView& view) {
  const trial::Design& design = input.design;
  Markup out = paragraph(design.question.empty() ? "The study file states no question." : design.question);
  std::vector<std::string> follow_up;
  for (const trial::Visit& visit : design.visits) {
    follow_up.push_back(spaced(visit.name) + " (day " + exact(visit.day) + " from " + visit.anchor + ")");
  }
  if (view.arms().empty()) {
    out += paragraph("The design names no arms.");
  } else {
    HtmlTable table("The arms and what each man in them was to receive", {"Arm", "Men planned", "Treatment"});
    for (const ArmView& arm : view.arms()) {
      table.row(std::vector<std::string>{
          arm.label, arm.arm == nullptr ? "not in the design" : std::to_string(arm.arm->size),
          arm.arm == nullptr ? "known only from the records" : treatment_words(*arm.arm)});
    }
    out += table.finish();
  }
  out += paragraph("Follow-up: to day " + exact(design.last_day) +
                   ". Visits: " + (follow_up.empty() ? "none named" : joined(follow_up, "; ")) + ".");
  const std::string switched = design.hypotheses.empty() ? "none" : joined(design.hypotheses, ", ");
  if (input.simulated)
    out += paragraph("Actions of the product that the simulation lets happen: " + spaced(switched) + ".");
  return out;
}

std::vector<std::string> summary_lines(const TrialReportInput& input, const TrialView& view,
                                       const std::vector<EndpointChange>& changes) {
  return {who_line(input, view), safety_line(view), printed_line(input, view, changes),
          recommended_line(input, view.replicate()), limits_line(input, view)};
}

}  // namespace azoo::report
