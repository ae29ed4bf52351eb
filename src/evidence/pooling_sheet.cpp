// Pooled outcomes as a table, and their scales.
#include <cmath>
#include <set>

#include "core/number_text.hpp"
#include "evidence/pooling.hpp"

namespace azoo::evidence {

double on_data_scale(EffectScale scale, double effect) {
  if (scale == EffectScale::proportion) return 1.0 / (1.0 + std::exp(-effect));
  return scale == EffectScale::odds_ratio ? std::exp(effect) : effect;
}

std::string scale_words(EffectScale scale) {
  if (scale == EffectScale::proportion) return "proportion";
  return scale == EffectScale::odds_ratio ? "odds ratio" : "mean difference";
}

Sheet pooling_sheet(const std::vector<PooledOutcome>& outcomes) {
  Sheet sheet{"pooling", "Meta-analysis", {}, {}};
  for (const char* name : {"outcome", "comparison", "scale", "unit"})
    sheet.columns.push_back({name, FieldType::text, "", "", ""});
  sheet.columns.push_back({"studies", FieldType::integer, "", "", ""});
  for (const char* name :
       {"estimate", "ci_low", "ci_high", "prediction_low", "prediction_high", "tau2", "i2_percent", "q_p"})
    sheet.columns.push_back({name, FieldType::number, "", "", ""});
  sheet.columns.push_back({"not_poolable", FieldType::text, "", "", "why there is no pooled number"});
  sheet.columns.push_back({"caution", FieldType::text, "", "", ""});
  sheet.columns.push_back({"ids", FieldType::keys, "", "", ""});
  constexpr int digits = 4;
  for (const PooledOutcome& one : outcomes) {
    const auto number = [&](double value) {
      return std::isnan(value) ? std::string() : azoo::to_text(value, digits);
    };
    const auto scaled = [&](double value) { return number(on_data_scale(one.scale, value)); };
    std::set<std::string> works;
    std::string ids;
    for (const StudyEffect& study : one.studies) {
      works.insert(study.work);
      for (const std::string& id : study.ids) ids += (ids.empty() ? "" : "; ") + id;
    }
    const statistics::RandomEffects& p = one.pooled;
    sheet.rows.push_back({one.outcome, one.comparison, scale_words(one.scale), one.unit,
                          std::to_string(works.size()), scaled(p.estimate), scaled(p.ci_low),
                          scaled(p.ci_high), scaled(p.prediction_low), scaled(p.prediction_high),
                          number(p.tau2), number(p.i2_percent), number(p.q_p), one.reason, one.caution, ids});
  }
  return sheet;
}

}  // namespace azoo::evidence
