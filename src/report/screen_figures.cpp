// The figures of a screen.
#include "report/agreement_figure.hpp"
#include "report/heat_map.hpp"
#include "report/screen_report.hpp"
#include "report/standing_figure.hpp"

namespace azoo::report {

namespace {

HeatMap empty_map(const screen::Matrix& matrix, const char* name, const char* title,
                  const std::string& scale) {
  HeatMap map;
  map.name = name;
  map.title = title;
  map.scale = scale;
  map.rows = matrix.ligands;
  map.columns = matrix.receptors;
  return map;
}

std::vector<bool> stars(const screen::Matrix& matrix) {
  std::vector<bool> starred;
  for (const screen::Cell& cell : matrix.cells) starred.push_back(cell.stands_out);
  return starred;
}

void frame_winners(HeatMap& map, const std::vector<std::optional<std::size_t>>& winners) {
  map.framed.assign(map.rows.size() * map.columns.size(), false);
  for (std::size_t column = 0; column < winners.size(); ++column) {
    if (winners[column]) map.framed[column * map.rows.size() + *winners[column]] = true;
  }
  map.frame_meaning = "best of its column";
}

HeatMap scores_map(const ScreenReportInput& input) {
  HeatMap map = empty_map(input.matrix, "scores", "Score of the best pose of each pair",
                          "score, arbitrary units; lower is better (dark)");
  map.values = screen::scores_of(input.matrix);
  std::vector<std::optional<std::size_t>> winners;
  for (const screen::Standing& each : input.standings) winners.push_back(each.lead.winner);
  frame_winners(map, winners);
  if (input.matrix.calibrated) {
    map.starred = stars(input.matrix);
    map.star_meaning = "stands out";
  }
  return map;
}

HeatMap z_map(const ScreenReportInput& input) {
  HeatMap map = empty_map(input.matrix, "z", "The same against unrelated molecules of the same sizes",
                          "z, larger is further beyond chance (dark)");
  map.lower_is_stronger = false;
  map.decimals = 1;
  for (const screen::Cell& cell : input.matrix.cells) map.values.push_back(cell.chance.z);
  std::vector<std::optional<std::size_t>> winners;
  for (const screen::Standing& each : input.standings) winners.push_back(each.excess_lead.winner);
  frame_winners(map, winners);
  map.starred = stars(input.matrix);
  map.star_meaning = "stands out after correction";
  return map;
}

HeatMap printed_map(const ScreenReportInput& input) {
  HeatMap map = empty_map(
      input.matrix, "printed", "The printed matrix",
      (input.printed->program.empty() ? "printed score" : input.printed->program + " score, as printed") +
          "; lower is better (dark)");
  map.values = input.printed->scores;
  map.decimals = 1;
  std::vector<std::optional<std::size_t>> winners;
  for (const screen::ReceptorAgreement& each : input.agreement->receptors)
    winners.push_back(each.printed.winner);
  frame_winners(map, winners);
  return map;
}

}  // namespace

std::vector<Figure> screen_figures(const ScreenReportInput& input) {
  std::vector<Figure> figures;
  const auto add = [&](const char* name, std::string svg, std::string caption) {
    if (!svg.empty()) figures.push_back({name, std::move(svg), std::move(caption)});
  };
  add("scores", draw_heat_map(scores_map(input)),
      "Score of the best pose of each ligand (rows) on each receptor (columns). Larger molecules score "
      "better whatever "
      "they are: colours may be compared within a column only with care, and between columns not at all.");
  if (input.matrix.calibrated)
    add("z", draw_heat_map(z_map(input)),
        "How far each score lies beyond those of unrelated molecules of the same sizes: z is as unlikely "
        "under chance as a "
        "normal value of z. Only these may be compared between pairs.");
  add("standings", draw_standings(input.matrix, input.standings),
      "Every ligand of each receptor by score. Filled: the best; the bar: its lead over the next. P: the "
      "chance of a lead "
      "as large when all ligands are alike; the bar is orange only when that is below 0.05.");
  if (input.printed != nullptr && input.agreement != nullptr) {
    add("printed", draw_heat_map(printed_map(input)),
        "The published scores: " + input.printed->source +
            (input.printed->unit.empty()
                 ? ""
                 : "; printed with the unit " + input.printed->unit + ", which docking scores do not have") +
            ".");
    add("agreement", draw_agreement(input.matrix, *input.printed, *input.agreement),
        "Rank of each pair in the printed matrix and in ours. On the dashed line both rank it alike.");
  }
  return figures;
}

}  // namespace azoo::report
