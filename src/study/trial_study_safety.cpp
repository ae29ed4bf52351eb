// What may go wrong, which actions of a product are believed, and how much tissue is computed.
#include <algorithm>
#include <cmath>

#include "product/hypotheses.hpp"
#include "study/trial_study_sections.hpp"

namespace azoo::study {

void read_adverse_event(TomlReader table, trial::AdverseEventRate& event) {
  event.term = table.text("term");
  event.cause = table.word("cause", {"aspiration", "surgery", "injection", "hormones", "cells", "exosomes"});
  event.probability = table.number("probability", fraction);
  event.grade_shares = table.numbers("grade_shares", fraction);
  double sum = 0.0;
  for (const double share : event.grade_shares) sum += share;
  // Shares are typed with a few decimals; a thousandth is far below what any of them is known to.
  constexpr double rounding = 1e-3;
  constexpr std::size_t grades = 5;  // CTCAE v5 grades 1 to 5
  if (event.grade_shares.size() != grades || !(std::fabs(sum - 1.0) <= rounding))
    table.fault("grade_shares", "five shares (CTCAE grades 1 to 5) that sum to 1");
  event.onset_day_median = table.number("onset_day_median", day_span);
  event.how = table.word("how", {"measured", "derived", "assumed"});
  event.source = table.text("source");
  table.finish();
}

void read_withdrawal(TomlReader table, trial::Withdrawal& withdrawal) {
  withdrawal.probability = table.number_or("probability", 0.0, fraction);
  withdrawal.source = table.text_or("source", "");
  table.finish();
}

void read_insult(TomlReader table, const std::vector<std::string>& germ_cells, trial::InsultPlan& insult) {
  insult.first_day = table.number("first_day", day_number);
  insult.last_day = table.number("last_day", day_number);
  if (insult.last_day < insult.first_day) table.fault("last_day", "a day that is not before first_day");
  if (table.has("germ_cell"))
    insult.germ_cell = read_name(table, "germ_cell", germ_cells, "data/species/human.toml");
  insult.survival_factor = table.number_or("survival_factor", 1.0, fraction);
  insult.leydig_capacity_factor = table.number_or("leydig_capacity_factor", 1.0, not_negative);
  if (insult.germ_cell.empty() && insult.survival_factor != 1.0)
    table.fault("germ_cell", "the type whose survival falls");
  table.finish();
}

void read_sample(TomlReader table, trial::TissueSample& sample) {
  constexpr NumberRule step{0.125, 1.0, false, "1, 0.5, 0.25 or 0.125 days"};
  sample.segments_per_testis = static_cast<int>(table.integer("segments_per_testis", 1, 10'000));
  // Every site needs six neighbours that are not itself, and sites are numbered with 16 bits.
  sample.sites_around = static_cast<int>(table.integer("sites_around", 3, 1000));
  sample.sites_along = static_cast<int>(table.integer("sites_along", 3, 10'000));
  constexpr int most_sites = 65'535;
  if (sample.sites_around > 0 && sample.sites_along > most_sites / sample.sites_around)
    table.fault("sites_along", "at most " + std::to_string(most_sites) + " sites around x along");
  sample.step_d = table.number_or("step_d", 1.0, step);
  // Binary fractions of a day add up to whole days exactly.
  if (sample.step_d >= step.low && sample.step_d <= step.high &&
      std::log2(sample.step_d) != std::round(std::log2(sample.step_d))) {
    table.fault("step_d", std::string(step.text));
  }
  table.finish();
}

void read_hypotheses(TomlReader& root, std::vector<std::string>& hypotheses) {
  std::vector<std::string> known;
  for (const product::ActionInfo& info : product::known_hypotheses()) known.push_back(info.name);
  hypotheses = read_words(root, "hypotheses", known);
  for (const product::ActionInfo& info : product::known_hypotheses()) {
    const bool wanted = std::find(hypotheses.begin(), hypotheses.end(), info.name) != hypotheses.end();
    if (wanted && !info.simulated)
      root.fault("hypotheses", "only actions that are simulated; " + info.name + " is not simulated yet");
  }
}

}  // namespace azoo::study
