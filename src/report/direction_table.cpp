#include "report/direction_table.hpp"

#include <algorithm>

#include "report/number_style.hpp"

namespace azoo::report {

namespace {

std::string with_error(const MeanAndError& value) {
  return number(value.mean) + " (" + number(value.se) + ")";
}

// `studies` is a list: a contradiction may lie between papers.
bool of_this_study(const TrialReportInput& input, const std::string& studies) {
  const auto items = evidence::items_of(studies);
  return input.design.evidence.empty() ||
         std::find(items.begin(), items.end(), input.design.evidence) != items.end();
}

}  // namespace

Markup direction_table(const std::vector<EndpointChange>& changes) {
  if (changes.empty())
    return paragraph("The design names no endpoints or no arms, so there is nothing to compare.");
  HtmlTable table(
      "Mean (SE) before and after in men measured at both visits, P of the printed (paired) analysis, and "
      "the "
      "direction beside the published one",
      {"Arm", "Pairs", "Before", "After", "Unit", "P as printed", "Direction here", "Direction in the paper",
       "Verdict"});
  std::string analyte;
  for (const EndpointChange& change : changes) {
    if (change.analyte != analyte) table.group(short_name(change.analyte));
    analyte = change.analyte;
    std::string pairs = std::to_string(change.pairs);
    if (change.flagged > 0)
      pairs += " (" + plural(change.flagged, "value", "values") + " outside the assay's range)";
    table.row(std::vector<std::string>{change.arm_label, pairs, with_error(change.before),
                                       with_error(change.after), change.unit, p_value(change.p_printed),
                                       direction_words(change.direction), direction_words(change.published),
                                       agreement_words(change.agreement)});
  }
  return table.finish() + note(
                              "✓ agrees: same direction with P below alpha (or no change published and P not "
                              "below alpha). ✗ disagrees: "
                              "the other direction with P below alpha. ? not shown: P not below alpha. A "
                              "direction is compared only "
                              "where the paper gives one for that arm. The mean of a skewed analyte follows "
                              "its few largest values; "
                              "the recommended analysis further down does not.");
}

Markup published_table(const TrialReportInput& input) {
  HtmlTable table(
      "What the publication prints, word for word; no value is averaged or completed",
      {"Endpoint", "Arm in the paper", "Time", "As printed", "Unit", "Direction", "Where", "Note"});
  for (const evidence::PublishedOutcome& row : input.published) {
    if (!of_this_study(input, row.study)) continue;
    table.row(std::vector<std::string>{short_name(row.endpoint), row.arm, row.time, row.printed, row.unit,
                                       direction_words(row.direction), row.place, row.note});
  }
  if (table.empty()) return paragraph("No published outcomes are recorded for this study.");
  return table.finish("long");
}

Markup contradictions_table(const TrialReportInput& input) {
  HtmlTable table(
      "Statements of the publication that cannot both hold, kept side by side",
      {"Id", "One statement", "Where", "The other statement", "Where", "How the model treats it"});
  for (const evidence::Contradiction& row : input.contradictions) {
    if (!of_this_study(input, row.study)) continue;
    table.row(std::vector<std::string>{row.id, row.statement_a, row.place_a, row.statement_b, row.place_b,
                                       row.treatment});
  }
  if (table.empty()) return paragraph("No contradictions are recorded for this study.");
  return table.finish();
}

}  // namespace azoo::report
