// The tables of scores on a screen's page: against chance, by rank, beside the printed matrix.
#include <algorithm>  // for sort
#include <cmath>      // for isnan

#include "report/lead_words.hpp"
#include "report/number_style.hpp"
#include "report/screen_sections.hpp"

namespace azoo::report {

namespace {

// Without "P " and its equals sign, which the heading says.
std::string bare_p(double p) {
  if (std::isnan(p)) return "–";
  const std::string words = p_value(p).substr(std::string_view("P\u00a0").size());
  const std::string_view equals = "=\u00a0";
  return words.starts_with(equals) ? words.substr(equals.size()) : words;
}

std::string rank_words(std::size_t rank) {
  return rank == 0 ? "–" : std::to_string(rank);
}

std::vector<screen::Pair> by_p(const screen::Matrix& matrix) {
  std::vector<screen::Pair> pairs;
  for (std::size_t r = 0; r < matrix.receptors.size(); ++r) {
    for (std::size_t l = 0; l < matrix.ligands.size(); ++l) {
      if (!std::isnan(matrix.at(l, r).chance.p)) pairs.push_back({l, r});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [&](screen::Pair a, screen::Pair b) {
    return matrix.at(a.ligand, a.receptor).chance.p < matrix.at(b.ligand, b.receptor).chance.p;
  });
  return pairs;
}

Markup size_note(const ScreenReportInput& input) {
  const auto ours = screen::size_correlation(input.matrix, screen::scores_of(input.matrix));
  std::string words = "Size alone orders our scores with a rank correlation of " + number(ours.rho, 2) +
                      " (1: the larger pair always scores better)";
  if (input.agreement != nullptr)
    words += ", and the printed ones with " + number(input.agreement->size_and_printed.rho, 2);
  return paragraph(words + ".");
}

// Sizes beyond those that were docked for the calibration.
Markup extrapolation_note(const screen::Matrix& matrix) {
  const auto beyond = std::count_if(matrix.cells.begin(), matrix.cells.end(),
                                    [](const screen::Cell& cell) { return cell.chance.extrapolated; });
  if (beyond == 0) return {};
  return paragraph(
      "Extrapolated: of " + count_of(beyond, static_cast<std::int64_t>(matrix.cells.size())) +
      " pairs a molecule is larger or smaller than any of the calibration; their z and P lean on the fitted "
      "curve beyond its data, and are marked † here.");
}

Markup correlation_table(const ScreenReportInput& input) {
  const screen::Agreement& a = *input.agreement;
  HtmlTable table("Rank correlation (Spearman) of the printed matrix with ours",
                  {"Over", "Pairs", "Correlation"});
  const auto row = [&](const std::string& what, const statistics::RankCorrelation& c) {
    table.row(std::vector<std::string>{what, std::to_string(c.n), number(c.rho, 2)});
  };
  row("All pairs", a.all_pairs);
  row("All pairs, the mean of each ligand and each receptor taken out", a.without_means);
  for (const screen::ReceptorAgreement& each : a.receptors)
    row("Ligands of " + input.matrix.receptors[each.receptor], each.correlation);
  return table.finish();
}

Markup winners_table(const ScreenReportInput& input) {
  const bool calibrated = input.matrix.calibrated;
  std::vector<std::string> columns = {"Receptor", "Printed winner and lead", "Our winner and lead"};
  if (calibrated) columns.emplace_back("Ours beyond chance");
  columns.insert(columns.end(),
                 {"Our rank of the printed winner", "Its P here", "After correction", "Stands out"});
  HtmlTable table("The winners, and what becomes of each printed one in our matrix", columns);
  for (const screen::ReceptorAgreement& each : input.agreement->receptors) {
    const std::vector<std::string>& names = input.matrix.ligands;
    const screen::Cell* cell =
        each.printed.winner ? &input.matrix.at(*each.printed.winner, each.receptor) : nullptr;
    const bool judged = cell != nullptr && !std::isnan(cell->p_adjusted);
    std::vector<std::string> row = {input.matrix.receptors[each.receptor], lead_words(each.printed, names),
                                    lead_words(each.ours, names)};
    if (calibrated) row.push_back(lead_words(input.standings[each.receptor].excess_lead, names));
    row.insert(row.end(), {rank_words(each.our_rank_of_printed_winner), judged ? bare_p(cell->chance.p) : "–",
                           judged ? bare_p(cell->p_adjusted) : "–",
                           judged ? (cell->stands_out ? "yes" : "no") : "not known"});
    table.row(row);
  }
  return table.finish();
}

}  // namespace

Markup chance_section(const ScreenReportInput& input) {
  const screen::Matrix& matrix = input.matrix;
  if (!matrix.calibrated)
    return paragraph(
               "There is no calibration for preset " + input.design.preset + " with weights " +
               input.design.weights +
               " as this study sets them, so no z and no p. Raw scores grow with size and cannot be compared "
               "between pairs: nothing on this page says that any pair stands out.") +
           size_note(input);
  HtmlTable table("Every pair against unrelated molecules of the same sizes, best first",
                  {"Pair", "Score", "z", "P", "After correction", "Stands out"});
  for (const screen::Pair pair : by_p(matrix)) {
    const screen::Cell& cell = matrix.at(pair.ligand, pair.receptor);
    table.row(std::vector<std::string>{
        matrix.ligands[pair.ligand] + " on " + matrix.receptors[pair.receptor] +
            (cell.chance.extrapolated ? " †" : ""),
        number(cell.scores.score, 4), number(cell.chance.z, 3), bare_p(cell.chance.p),
        bare_p(cell.p_adjusted), cell.stands_out ? "yes" : "no"});
  }
  return size_note(input) +
         paragraph(
             "Correction: Holm, over " + std::to_string(matrix.family) + " pairs, at " +
             exact(matrix.significance) +
             ". The smallest P that this calibration could give a pair after correction is " +
             number(screen::smallest_adjusted_p(matrix), 2) +
             (screen::smallest_adjusted_p(matrix) >= matrix.significance
                  ? ": too large for any pair to stand out. More unrelated pairs would be needed to say more."
                  : ".")) +
         extrapolation_note(matrix) + table.finish("long");
}

Markup ranking_table(const ScreenReportInput& input) {
  const screen::Matrix& matrix = input.matrix;
  HtmlTable table("Ligands of each receptor, best first. Margin: to the next in the order",
                  {"Ligand", "Rank", "Score", "Margin", "First cluster: poses", "First cluster: best score",
                   "z", "Rank by z", "P after correction"});
  for (const screen::Standing& standing : input.standings) {
    table.group(matrix.receptors[standing.receptor]);
    for (const screen::RankedLigand& each : standing.ligands) {
      const screen::Cell& cell = matrix.at(each.ligand, standing.receptor);
      const std::string name = matrix.ligands[each.ligand];
      table.row(std::vector<std::string>{
          name + (cell.scores.note.empty() ? "" : " (" + cell.scores.note + ")"), rank_words(each.rank),
          number(cell.scores.score, 4), number(each.margin, 3), std::to_string(cell.scores.cluster_size),
          number(cell.scores.cluster_score, 4), number(cell.chance.z, 3), rank_words(each.z_rank),
          bare_p(cell.p_adjusted)});
    }
  }
  return table.finish("long");
}

Markup agreement_tables(const ScreenReportInput& input) {
  if (input.printed == nullptr || input.agreement == nullptr)
    return paragraph("The study gives no published matrix.");
  return winners_table(input) + correlation_table(input);
}

}  // namespace azoo::report
