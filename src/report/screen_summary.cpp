// The five lines that come first on the page of a screen, and on the terminal.
#include <algorithm>  // for count_if
#include <cmath>      // for isnan

#include "report/lead_words.hpp"
#include "report/number_style.hpp"
#include "report/screen_report.hpp"

namespace azoo::report {

namespace {

std::string pairs_words(std::int64_t count) {
  return plural(count, "pair", "pairs");
}

std::string docked_line(const ScreenReportInput& input) {
  const auto& cells = input.matrix.cells;
  const auto without = std::count_if(cells.begin(), cells.end(),
                                     [](const screen::Cell& cell) { return std::isnan(cell.scores.score); });
  return "Docked: " + plural(static_cast<std::int64_t>(input.design.ligands.size()), "ligand", "ligands") +
         " on " + plural(static_cast<std::int64_t>(input.design.receptors.size()), "receptor", "receptors") +
         ", " + pairs_words(static_cast<std::int64_t>(cells.size())) + " (preset " + input.design.preset +
         ", weights " + input.design.weights + ")" +
         (without == 0 ? "" : "; without a score: " + std::to_string(without)) +
         ". Scores are in arbitrary units: no energies, no affinities.";
}

std::string outstanding_line(const ScreenReportInput& input) {
  const screen::Matrix& matrix = input.matrix;
  if (!matrix.calibrated)
    return "Stands out: not known. There is no calibration against chance for this preset and these weights, "
           "and raw "
           "scores of different pairs must not be compared.";
  const std::string family = pairs_words(static_cast<std::int64_t>(matrix.family));
  const double smallest = screen::smallest_adjusted_p(matrix);
  const std::vector<screen::Pair> pairs = screen::outstanding(matrix);
  if (pairs.empty()) {
    return "Stands out: none of " + family + " once their number is counted" +
           (smallest >= matrix.significance ? "; nor could any, since the unrelated pairs of the calibration "
                                              "resolve no p small enough (after "
                                              "correction at least " +
                                                  number(smallest, 2) + ")."
                                            : ".");
  }
  std::string names;
  constexpr std::size_t told = 6;
  for (std::size_t i = 0; i < std::min(pairs.size(), told); ++i)
    names += (names.empty() ? "" : ", ") + matrix.ligands[pairs[i].ligand] + " on " +
             matrix.receptors[pairs[i].receptor];
  if (pairs.size() > told) names += " and others";
  return "Stands out: " + std::to_string(pairs.size()) + " of " + family +
         " once their number is counted: " + names + ".";
}

std::string lead_line(const ScreenReportInput& input) {
  std::string names;
  std::int64_t leads = 0;
  for (const screen::Standing& each : input.standings) {
    const screen::Lead& lead = input.matrix.calibrated ? each.excess_lead : each.lead;
    if (!is_lead(lead)) continue;
    ++leads;
    names += (names.empty() ? "" : ", ") + input.matrix.ligands[*lead.winner] + " at " +
             input.matrix.receptors[each.receptor];
  }
  return std::string("Leads") + (input.matrix.calibrated ? " beyond chance" : " by score") + ": at " +
         std::to_string(leads) + " of " +
         plural(static_cast<std::int64_t>(input.standings.size()), "receptor", "receptors") +
         " the best ligand lies further before the next than chance gives" +
         (names.empty() ? "; the other first places are no leads." : ": " + names + ".");
}

// Of the pairs that the printed matrix makes the best of their receptors.
std::string printed_winners_words(const ScreenReportInput& input) {
  if (!input.matrix.calibrated) return "";
  std::size_t stand_out = 0;
  std::string names;
  for (const screen::ReceptorAgreement& each : input.agreement->receptors) {
    if (!each.printed.winner || !input.matrix.at(*each.printed.winner, each.receptor).stands_out) continue;
    ++stand_out;
    names += (names.empty() ? ": " : ", ") + input.matrix.ligands[*each.printed.winner] + " on " +
             input.matrix.receptors[each.receptor];
  }
  return "; of the printed winners " + (stand_out == 0 ? "none" : std::to_string(stand_out)) + " stand" +
         (stand_out == 1 ? "s" : "") + " out" + names;
}

std::string agreement_line(const ScreenReportInput& input) {
  if (input.agreement == nullptr) return "Printed matrix: none was given to compare with.";
  const screen::Agreement& a = *input.agreement;
  return "Printed matrix: rank correlation with ours " + number(a.all_pairs.rho, 2) + " over " +
         pairs_words(static_cast<std::int64_t>(a.all_pairs.n)) + ", " + number(a.without_means.rho, 2) +
         " once the general level of each molecule is taken out; the printed winner is ours at " +
         std::to_string(a.same_winners) + " of " +
         plural(static_cast<std::int64_t>(a.compared_winners), "receptor", "receptors") +
         printed_winners_words(input) + ".";
}

std::string warnings_line(const ScreenReportInput& input) {
  std::string names;
  std::int64_t count = 0;
  const auto look = [&](const std::vector<MoleculeFacts>& facts,
                        const std::vector<screen::Molecule>& molecules) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (facts[i].warnings.empty()) continue;
      ++count;
      names += (names.empty() ? "" : ", ") + molecules[i].name;
    }
  };
  look(input.ligands, input.design.ligands);
  look(input.receptors, input.design.receptors);
  if (count == 0) return "Structures: no file contradicts what the study calls it.";
  return "Structures: the files of " + names + " say something else than the study; see below.";
}

}  // namespace

std::vector<std::string> screen_summary(const ScreenReportInput& input) {
  return {docked_line(input), outstanding_line(input), lead_line(input), agreement_line(input),
          warnings_line(input)};
}

}  // namespace azoo::report
