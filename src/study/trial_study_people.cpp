// Who is screened, who may enter, from which population the men are drawn.
#include <cmath>

#include "study/trial_study_sections.hpp"

namespace azoo::study {

using trial::Condition;
using trial::Criterion;

void read_screening(TomlReader table, trial::Screening& screening) {
  screening.rule = table.word("rule", {"condition", "rate"});
  screening.screened = static_cast<int>(table.integer("screened", 1, most_men_screened));
  screening.enrolled = static_cast<int>(table.integer("enrolled", 1, most_men_screened));
  screening.semen_analyses = static_cast<int>(table.integer("semen_analyses", 1, 20));
  screening.semen_interval_d = table.number("semen_interval_d", day_span);
  screening.first_day = table.number("first_day", day_before);
  table.finish();
}

namespace {

void read_condition(TomlReader table, Condition& condition) {
  condition.observable =
      table.word("observable", observable_keys({"hormone", "semen", "ultrasound", "characteristic"}));
  condition.low = table.has("low") ? table.number("low", any_number) : std::nan("");
  condition.high = table.has("high") ? table.number("high", any_number) : std::nan("");
  condition.below = table.has("below") ? table.number("below", any_number) : std::nan("");
  if (!table.has("low") && !table.has("high") && !table.has("below"))
    table.fault("low", "at least one of low, high, below");
  if (condition.low > condition.high) table.fault("low", "at most high");
  if (condition.low >= condition.below) table.fault("low", "less than below");
  table.finish();
}

void read_criterion(TomlReader table, Criterion& criterion) {
  criterion.id = read_identifier(table, "id");
  criterion.role = table.word("role", {"include", "exclude"});
  criterion.text = table.text("text");
  criterion.source = table.text_or("source", "");
  const bool conditions = table.has("all_of");
  const bool share = table.has("prevalence");
  if (conditions == share) {
    table.fault("prevalence", conditions ? "either all_of or prevalence, not both"
                                         : "all_of (conditions) or prevalence (share of referred men)");
  }
  if (share) criterion.prevalence = table.number("prevalence", fraction);
  for (TomlReader& item : table.tables("all_of", false)) {
    read_condition(item, criterion.all_of.emplace_back());
  }
  if (conditions && criterion.all_of.empty()) table.fault("all_of", "at least one condition");
  table.finish();
}

}  // namespace

void read_eligibility(TomlReader table, std::vector<Criterion>& criteria) {
  for (TomlReader& item : table.tables("criterion", false)) read_criterion(item, criteria.emplace_back());
  table.finish();
}

namespace {

constexpr NumberRule age{0.0, 120.0, false, "an age from 0 to 120 years"};
constexpr NumberRule age_sd{0.0, 60.0, true, "a number of years > 0 and at most 60"};

void read_histology(TomlReader& table, const StudyNames& names, trial::Population& population) {
  population.histology_classes = table.texts_or("histology_classes", {});
  population.histology_weights = table.numbers_or("histology_weights", {}, not_negative);
  const auto& classes = population.histology_classes;
  double sum = 0.0;
  for (const double weight : population.histology_weights) sum += weight;
  if (population.histology_weights.size() != classes.size()) {
    table.fault("histology_weights",
                "one weight for each of the " + std::to_string(classes.size()) + " histology_classes");
  } else if (!classes.empty() && !(sum > 0.0)) {
    table.fault("histology_weights", "weights that are not all zero");
  }
  const auto known = names.histology.find(population.mix);
  if (known == names.histology.end() || known->second.empty()) return;
  static_cast<void>(table.has("histology_classes") ? read_words(table, "histology_classes", known->second)
                                                   : std::vector<std::string>{});
}

void read_matching(TomlReader& table, trial::Population& population) {
  population.match_analyte = table.text_or("match_analyte", "");
  if (population.match_analyte.empty()) {
    for (const char* key : {"match_median", "match_sigma_log"}) {
      if (table.has(key)) table.fault(key, "no such key without match_analyte");
    }
    return;
  }
  population.match_analyte = table.word("match_analyte", observable_keys({"hormone", "ultrasound"}));
  population.match_median = table.number("match_median", positive);
  population.match_sigma_log = table.number("match_sigma_log", positive);
  if (population.candidates_per_place == 1)
    table.fault("candidates_per_place", "at least 2 candidates to match match_analyte from");
}

}  // namespace

void read_population(TomlReader table, const StudyNames& names, trial::Population& population) {
  population.mix = read_name(table, "mix", names.mix_names(), "data/populations");
  read_histology(table, names, population);
  population.age_mean_y = table.number("age_mean_y", age);
  population.age_sd_y = table.number("age_sd_y", age_sd);
  population.age_low_y = table.number("age_low_y", age);
  population.age_high_y = table.number("age_high_y", age);
  if (population.age_low_y >= population.age_high_y) table.fault("age_low_y", "less than age_high_y");
  if (population.age_mean_y < population.age_low_y || population.age_mean_y > population.age_high_y)
    table.fault("age_mean_y", "a mean from age_low_y to age_high_y");
  population.secondary_infertility_fraction =
      table.number_or("secondary_infertility_fraction", 0.0, fraction);
  population.candidates_per_place = static_cast<int>(table.integer_or("candidates_per_place", 1, 1, 1000));
  read_matching(table, population);
  table.finish();
}

}  // namespace azoo::study
