#include "report/lead_words.hpp"

#include <cmath>  // for isnan

#include "core/number_text.hpp"
#include "report/number_style.hpp"

namespace azoo::report {

namespace {

// Three digits at most, without zeros behind them.
std::string brief(double value) {
  return exact(parse_number(to_text(value, 3)).value_or(value));
}

}  // namespace

bool is_lead(const screen::Lead& lead) {
  return lead.p < lead_level;
}

std::string lead_words(const screen::Lead& lead, const std::vector<std::string>& ligands) {
  if (!lead.winner) return "no score";
  const std::string& winner = ligands[*lead.winner];
  if (!lead.next) return winner + " alone has a score";
  const std::string& next = ligands[*lead.next];
  if (lead.lead == 0.0) return winner + " and " + next + " share the best score: no lead";
  const std::string by = winner + " before " + next + " by " + brief(lead.lead);
  if (std::isnan(lead.p)) return by + "; too few ligands to judge";
  return by + ", " + p_value(lead.p) + (is_lead(lead) ? ": a lead" : ": no lead");
}

}  // namespace azoo::report
