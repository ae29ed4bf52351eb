// Men whose final value lies above a threshold: share by arm, and compared between arms.
#include <fmt/format.h>

#include <cmath>    // for isnan
#include <cstdint>  // for int64_t

#include "core/number_text.hpp"
#include "statistics/fisher.hpp"
#include "statistics/proportion.hpp"
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

using statistics::add_note;

namespace {

struct Responders {
  std::int64_t men = 0;        // denominator
  std::int64_t responded = 0;  // of them
  std::int64_t missing = 0;    // of them without a final value
  std::int64_t before = 0;     // of the responders, above the threshold at baseline already
};

// A value below the limit of quantification was not measured above any threshold.
bool above(const Measured& measured, double threshold) {
  return !measured.below_limit && measured.value > threshold;
}

Responders count(std::span<const Man> men, const Endpoint& endpoint, double threshold, bool completers_only) {
  Responders count;
  for (const Man& man : men) {
    const Measured last = man.at(endpoint.final_visit, endpoint.analyte);
    const bool missing = std::isnan(last.value);
    if (completers_only && (missing || man.row->status != "completed")) continue;
    ++count.men;
    if (missing) ++count.missing;
    if (!above(last, threshold)) continue;
    ++count.responded;
    if (above(man.at(endpoint.baseline_visit, endpoint.analyte), threshold)) ++count.before;
  }
  return count;
}

std::string note_of(const Responders& r) {
  std::string note = fmt::format("{} of {} men", r.responded, r.men);
  if (r.missing > 0) {
    add_note(note, fmt::format("{} without a final value counted as non-responders", r.missing));
  }
  if (r.before > 0)
    add_note(note, fmt::format("{} of the responders were above it at baseline too", r.before));
  return note;
}

const Endpoint* endpoint_of(const Design& design, const std::string& analyte) {
  for (const Endpoint& endpoint : design.endpoints) {
    if (endpoint.analyte == analyte) return &endpoint;
  }
  return nullptr;
}

void add_population(const ReplicateData& data, const Endpoint& endpoint, const std::string& name,
                    const std::string& population, std::vector<AnalysisRow>& rows) {
  const Design& design = data.design;
  const double level = level_of(design);
  const bool completers = population == "completers";
  std::vector<Responders> by_arm;
  for (std::size_t a = 0; a < design.arms.size(); ++a) {
    by_arm.push_back(count(data.men[a], endpoint, design.analysis.responder_threshold, completers));
    const Responders& r = by_arm.back();
    std::string note = note_of(r);
    if (completers)
      add_note(note, fmt::format("{} of {} treated men are completers with a final value", r.men,
                                 data.men[a].size()));
    rows.push_back(
        row_of(data, {"recommended", name, population, design.arms[a].name + ": " + endpoint.final_visit},
               in_percent(statistics::clopper_pearson(r.responded, r.men, level)), "%", note));
  }
  if (!no_contrast_reason(design).empty()) {
    rows.push_back(refused_row(data, {"recommended", name, population, "none"}, "Fisher's exact test",
                               no_contrast_reason(design)));
    return;
  }
  const std::size_t ref = *reference_arm(design);
  for (std::size_t a = 0; a < design.arms.size(); ++a) {
    if (a == ref) continue;
    const Responders& first = by_arm[a];
    const Responders& second = by_arm[ref];
    std::string note = fmt::format("{} of {} against {} of {} men", first.responded, first.men,
                                   second.responded, second.men);
    if (const std::string caveat = contrast_caveat(design, design.arms[a], design.arms[ref]);
        !caveat.empty()) {
      add_note(note, caveat);
    }
    const statistics::Table2x2 table{first.responded, first.men - first.responded, second.responded,
                                     second.men - second.responded};
    rows.push_back(row_of(
        data, {"recommended", name, population, between_contrast(design.arms[a], design.arms[ref], endpoint)},
        statistics::fisher_exact(table, level), "odds ratio", note));
  }
}

}  // namespace

void add_responders(const ReplicateData& data, std::vector<AnalysisRow>& rows) {
  const AnalysisPlan& plan = data.design.analysis;
  if (plan.responder_analyte.empty() || !wants(plan.recommended, "responders")) return;
  const std::string name =
      fmt::format("responders: {} > {}", plan.responder_analyte, to_text(plan.responder_threshold));
  const Endpoint* endpoint = endpoint_of(data.design, plan.responder_analyte);
  if (endpoint == nullptr) {
    rows.push_back(refused_row(data, {"recommended", name, "all_treated", "none"}, "Clopper-Pearson interval",
                               "no endpoint says at which visit " + plan.responder_analyte + " is final"));
    return;
  }
  for (const char* population : {"all_treated", "completers"}) {
    add_population(data, *endpoint, name, population, rows);
  }
}

}  // namespace azoo::trial
