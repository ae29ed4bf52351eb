// Where several studies of the record report a comparable number: their effects, and the pooled one or the
// reason why there is none. Numbers come from the tables group_results and outcomes; studies are told apart
// by the published work, so that one study told by two papers counts once.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "evidence/record.hpp"            // for Record
#include "evidence/sheet.hpp"             // for Sheet
#include "statistics/effect_sizes.hpp"    // for EffectSize
#include "statistics/random_effects.hpp"  // for RandomEffects

namespace azoo::evidence {

// What the effects of an outcome are, and how they read on the scale of the data.
enum class EffectScale { proportion, odds_ratio, mean_difference };

struct StudyEffect {
  std::string work;
  std::string detail;  // "8 of 36", "32.8 against 25.4"
  std::string time;
  std::vector<std::string> ids;
  statistics::EffectSize effect;  // refusal: why this study gives none
};

struct PooledOutcome {
  std::string outcome;
  std::string comparison;  // "A against B"; empty for single groups
  std::string unit;
  EffectScale scale = EffectScale::proportion;
  std::vector<StudyEffect> studies;
  statistics::RandomEffects pooled;
  std::string reason;   // empty: pooled
  std::string caution;  // what the pooled number rests on beside the numbers

  [[nodiscard]] bool poolable() const { return reason.empty(); }
};

[[nodiscard]] std::vector<PooledOutcome> pool_outcomes(const Record& record);

// Value on the scale of the data: a proportion, an odds ratio, a difference.
[[nodiscard]] double on_data_scale(EffectScale scale, double effect);
[[nodiscard]] std::string scale_words(EffectScale scale);

// One row an outcome, for the command line.
[[nodiscard]] Sheet pooling_sheet(const std::vector<PooledOutcome>& outcomes);

}  // namespace azoo::evidence
