#include "report/standing_figure.hpp"

#include <algorithm>  // for min, max
#include <cmath>      // for isfinite

#include "report/axis_scale.hpp"
#include "report/lead_words.hpp"
#include "report/palette.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double width = 760.0;
constexpr double row_height = 52.0;
constexpr double letter = 12.0;
constexpr double top = 34.0;

void draw_row(SvgCanvas& canvas, const screen::Matrix& matrix, const screen::Standing& standing,
              const AxisScale& scale, double left, double y) {
  const auto score_of = [&](std::size_t ligand) { return matrix.at(ligand, standing.receptor).scores.score; };
  canvas.text({left - 14.0, y + 4.0}, shorten(matrix.receptors[standing.receptor], left - 20.0, letter + 1.0),
              {.size = letter + 1.0, .anchor = "end", .bold = true});
  canvas.line({left, y}, {width - 14.0, y}, {.stroke = grid_grey});
  const screen::Lead& lead = standing.lead;
  if (lead.winner && lead.next) {
    canvas.line({scale.pixel(score_of(*lead.winner)), y}, {scale.pixel(score_of(*lead.next)), y},
                {.stroke = is_lead(lead) ? arm_style(1).colour : soft_ink, .stroke_width = 4.0});
  }
  for (auto at = standing.ligands.rbegin(); at != standing.ligands.rend(); ++at) {
    const double score = score_of(at->ligand);
    if (!std::isfinite(score)) continue;
    const bool best = lead.winner == at->ligand;
    canvas.circle({scale.pixel(score), y}, best ? 6.5 : 4.5,
                  {.fill = best ? arm_style(0).colour : paper_white,
                   .stroke = arm_style(0).colour,
                   .stroke_width = 1.8});
  }
  canvas.text({left, y + 22.0}, shorten(lead_words(lead, matrix.ligands), width - left - 14.0, letter),
              {.size = letter});
}

}  // namespace

std::string draw_standings(const screen::Matrix& matrix, const std::vector<screen::Standing>& standings) {
  std::vector<double> scores;
  for (const screen::Cell& cell : matrix.cells) {
    if (std::isfinite(cell.scores.score)) scores.push_back(cell.scores.score);
  }
  if (scores.empty()) return "";
  double left = 70.0;
  for (const std::string& name : matrix.receptors)
    left = std::max(left, text_width(name, letter + 1.0) + 24.0);
  left = std::min(left, 190.0);
  const double bottom = top + row_height * static_cast<double>(standings.size());
  std::string words;
  for (const screen::Standing& each : standings)
    words += matrix.receptors[each.receptor] + ": " + lead_words(each.lead, matrix.ligands) + ". ";
  SvgCanvas canvas("standings", width, bottom + 42.0, "Ligands of each receptor by score", words);
  AxisScale scale = AxisScale::linear(scores, false);
  scale.place(left + 8.0, width - 22.0);
  for (const Tick& tick : scale.ticks()) {
    const double x = scale.pixel(tick.value);
    canvas.line({x, top - 12.0}, {x, bottom}, {.stroke = "#eeeeee"});
    canvas.text({x, bottom + 16.0}, tick.label, {.size = letter, .anchor = "middle", .fill = soft_ink});
  }
  for (std::size_t i = 0; i < standings.size(); ++i)
    draw_row(canvas, matrix, standings[i], scale, left, top + row_height * static_cast<double>(i) + 8.0);
  canvas.text({left, bottom + 36.0}, "← better", {.size = letter, .bold = true});
  canvas.text({(left + width) / 2.0, bottom + 36.0}, "score of the best pose, arbitrary units",
              {.size = letter, .anchor = "middle"});
  return canvas.finish();
}

}  // namespace azoo::report
