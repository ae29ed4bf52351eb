// The recommended analysis of the endpoints: changes within arms and between arms, one primary test, Holm's
// correction over the others.
#include <algorithm>  // for max
#include <cstddef>    // for size_t
#include <map>        // for map
#include <utility>    // for move

#include "statistics/multiplicity.hpp"
#include "statistics/t_test.hpp"
#include "statistics/wilcoxon.hpp"
#include "trial/analysis.hpp"
#include "trial/analysis_change.hpp"
#include "trial/analysis_covariance.hpp"
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

using statistics::add_note;
using statistics::TestResult;

namespace {

constexpr const char* decides = "beside the rank-sum test, which decides";
constexpr const char* population = "available";  // treated men with baseline and final value

// The first endpoint that is marked; nullptr when none is.
const Endpoint* primary_endpoint(const Design& design) {
  for (const Endpoint& endpoint : design.endpoints) {
    if (endpoint.primary_efficacy) return &endpoint;
  }
  return nullptr;
}

void add_some(std::string& note, const std::string& sentence) {
  if (!sentence.empty()) add_note(note, sentence);
}

// Builds the rows of one replicate and remembers which p-values are corrected together.
class Recommended {
 public:
  Recommended(const ReplicateData& data, std::vector<AnalysisRow>& rows)
      : data_(data),
        design_(data.design),
        rows_(rows),
        t_options_{.ci_level = level_of(data.design)},
        rank_options_{.ci_level = level_of(data.design)},
        primary_(primary_endpoint(data.design)),
        reference_(reference_arm(data.design)) {}

  void add(const Endpoint& endpoint) {
    changes_.clear();
    for (std::size_t a = 0; a < design_.arms.size(); ++a) {
      const PairedSample pairs = paired_sample(data_.men[a], endpoint);
      changes_.push_back(changes_of(design_, endpoint, pairs));
      counts_[a] = pairs.baseline.size();
      within(endpoint, a);
    }
    if (!no_contrast_reason(design_).empty()) return;
    for (std::size_t a = 0; a < design_.arms.size(); ++a) {
      if (a != *reference_) between(endpoint, a);
    }
  }

  void correct() {
    for (const auto& [family, members] : families_) {
      std::vector<double> p;
      for (const std::size_t row : members) p.push_back(rows_[row].p);
      const statistics::AdjustedP adjusted = statistics::holm(p);
      for (std::size_t i = 0; i < members.size(); ++i) {
        AnalysisRow& row = rows_[members[i]];
        row.p_adjusted = adjusted.p[i];
        if (row.p_adjusted == row.p_adjusted) {
          add_note(row.note, "p_adjusted: Holm over " + std::to_string(adjusted.family) +
                                 " endpoint(s) of this contrast");
        }
      }
    }
  }

  // What keeps the primary test from being run, "" when nothing does.
  [[nodiscard]] std::string no_primary_reason() const {
    if (primary_ == nullptr) return "no endpoint is marked primary_efficacy";
    if (std::string reason = no_contrast_reason(design_); !reason.empty()) return reason;
    const std::string& name = design_.analysis.primary_contrast_arm;
    for (const Arm& arm : design_.arms) {
      if (arm.name == name && name != design_.analysis.reference_arm) return "";
    }
    return "primary_contrast_arm '" + name + "' is not an arm of the study other than the reference arm";
  }

 private:
  // `result` keeps the row's sample sizes also where the changes were refused.
  void push(const Endpoint& endpoint, const std::string& contrast, TestResult result,
            const std::string& refusal, const std::string& note, const std::string& family,
            const std::string& what = "change") {
    if (!refusal.empty()) {
      result = statistics::refused(std::move(result.method), result.n1, result.n2, refusal);
    }
    AnalysisRow row =
        row_of(data_, {"recommended", endpoint.analyte, population, contrast},
               on_endpoint_scale(std::move(result), endpoint, what), change_unit(endpoint), note);
    if (family.empty()) {
      row.p_adjusted = row.p;
    } else {
      families_[family].push_back(rows_.size());
    }
    rows_.push_back(std::move(row));
  }

  void within(const Endpoint& endpoint, std::size_t a) {
    const Changes& changes = changes_[a];
    const std::string contrast = within_contrast(design_.arms[a], endpoint);
    const std::vector<std::string>& listed = design_.analysis.recommended;
    const auto family = [&](const char* method) { return "within/" + std::to_string(a) + '/' + method; };
    if (wants(listed, "change_t") && endpoint.scale != "rank") {
      TestResult result = statistics::one_sample_t_test(changes.values, t_options_);
      result.n1 = counts_[a];
      push(endpoint, contrast, std::move(result), changes.refusal, changes.note, family("t"));
    }
    if (wants(listed, "signed_rank")) {
      const TiedChanges tied = with_true_ties(changes.values, {}, changes.magnitude);
      TestResult result = statistics::wilcoxon_signed_rank(tied.first, rank_options_);
      result.n1 = counts_[a];
      push(endpoint, contrast, std::move(result), changes.refusal, changes.note, family("rank"));
    }
  }

  void between(const Endpoint& endpoint, std::size_t a) {
    const Changes& first = changes_[a];
    const Changes& second = changes_[*reference_];
    const Arm& arm = design_.arms[a];
    const Arm& reference = design_.arms[*reference_];
    const std::string contrast = between_contrast(arm, reference, endpoint) + " - " + endpoint.baseline_visit;
    const std::string refusal = first.refusal.empty() ? second.refusal : first.refusal;
    const bool primary = &endpoint == primary_ && arm.name == design_.analysis.primary_contrast_arm;
    std::string note;
    if (!first.note.empty()) add_note(note, arm.name + ": " + first.note);
    if (!second.note.empty()) add_note(note, reference.name + ": " + second.note);
    add_some(note, contrast_caveat(design_, arm, reference));
    const auto family = [&](const char* method) { return "between/" + std::to_string(a) + '/' + method; };
    const std::vector<std::string>& listed = design_.analysis.recommended;
    if (wants(listed, "rank_sum")) {
      const TiedChanges tied =
          with_true_ties(first.values, second.values, std::max(first.magnitude, second.magnitude));
      TestResult result = statistics::wilcoxon_rank_sum(tied.first, tied.second, rank_options_);
      result.n1 = counts_[a];
      result.n2 = counts_[*reference_];
      std::string rank_note = primary ? "primary efficacy test: p is not corrected" : "";
      add_some(rank_note, note);
      push(endpoint, contrast, std::move(result), refusal, rank_note, primary ? "" : family("rank"));
    }
    if (wants(listed, "log_ancova") && endpoint.scale != "rank") {
      TestResult result = covariance_analysis({first.baseline, first.final}, {second.baseline, second.final},
                                              t_options_.ci_level);
      result.n1 = counts_[a];
      result.n2 = counts_[*reference_];
      std::string covariance_note = decides;
      add_some(covariance_note, note);
      push(endpoint, contrast, std::move(result), refusal, covariance_note, primary ? "" : family("ancova"),
           std::string(on_log_scale(endpoint) ? "" : "raw ") + "scale, baseline as covariate");
    }
    if (wants(listed, "welch_t") && endpoint.scale != "rank") {
      TestResult result = statistics::welch_t_test(first.values, second.values, t_options_);
      result.n1 = counts_[a];
      result.n2 = counts_[*reference_];
      std::string t_note = decides;
      add_some(t_note, note);
      push(endpoint, contrast, std::move(result), refusal, t_note, primary ? "" : family("t"));
    }
  }

  const ReplicateData& data_;
  const Design& design_;
  std::vector<AnalysisRow>& rows_;
  statistics::TestOptions t_options_;
  statistics::RankTestOptions rank_options_;
  const Endpoint* primary_;
  std::optional<std::size_t> reference_;
  std::vector<Changes> changes_;                              // of the endpoint at hand, by arm
  std::map<std::size_t, std::size_t> counts_;                 // pairs of the endpoint at hand, by arm
  std::map<std::string, std::vector<std::size_t>> families_;  // rows whose p-values are corrected together
};

}  // namespace

void add_recommended(const ReplicateData& data, std::vector<AnalysisRow>& rows) {
  const Design& design = data.design;
  add_unknown_methods(data, "recommended", design.analysis.recommended, recommended_methods(), rows);
  Recommended recommended(data, rows);
  if (const std::string reason = recommended.no_primary_reason();
      !reason.empty() && wants(design.analysis.recommended, "rank_sum")) {
    const Endpoint* primary = primary_endpoint(design);
    rows.push_back(
        refused_row(data, {"recommended", primary == nullptr ? "none" : primary->analyte, population, "none"},
                    "Wilcoxon rank-sum test", "no primary efficacy test: " + reason));
  }
  for (const Endpoint& endpoint : design.endpoints) recommended.add(endpoint);
  recommended.correct();
}

}  // namespace azoo::trial
