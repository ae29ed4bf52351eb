#include "report/agreement_figure.hpp"

#include <cmath>   // for isfinite
#include <vector>  // for vector

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/palette.hpp"
#include "report/svg_canvas.hpp"
#include "statistics/midranks.hpp"

namespace azoo::report {

namespace {

constexpr double side = 380.0;
constexpr double left = 64.0;
constexpr double top = 26.0;
constexpr double letter = 12.0;

struct RankedPairs {
  std::vector<double> ours;
  std::vector<double> printed;
  std::vector<std::size_t> cells;
};

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> ranks;
  for (const auto doubled : statistics::midranks(values).doubled)
    ranks.push_back(static_cast<double>(doubled) / 2.0);
  return ranks;
}

RankedPairs ranked(const screen::Matrix& matrix, const screen::PrintedMatrix& printed) {
  RankedPairs pairs;
  for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
    const double ours = matrix.cells[i].scores.score;
    if (!std::isfinite(ours) || !std::isfinite(printed.scores[i])) continue;
    pairs.ours.push_back(ours);
    pairs.printed.push_back(printed.scores[i]);
    pairs.cells.push_back(i);
  }
  pairs.ours = ranks_of(pairs.ours);
  pairs.printed = ranks_of(pairs.printed);
  return pairs;
}

void draw_axes(SvgCanvas& canvas, const AxisScale& x, const AxisScale& y) {
  canvas.rect(left, top, side, side, {.stroke = soft_ink});
  for (const Tick& tick : x.ticks()) {
    canvas.text({x.pixel(tick.value), top + side + 16.0}, tick.label,
                {.size = letter, .anchor = "middle", .fill = soft_ink});
    canvas.text({left - 8.0, y.pixel(tick.value) + 4.0}, tick.label,
                {.size = letter, .anchor = "end", .fill = soft_ink});
  }
  canvas.line({x.pixel(x.ticks().front().value), y.pixel(x.ticks().front().value)},
              {x.pixel(x.ticks().back().value), y.pixel(x.ticks().back().value)},
              {.stroke = grid_grey, .dash = "4 3"});
  canvas.text({left + side / 2.0, top + side + 36.0}, "rank in the printed matrix (1: best)",
              {.size = letter, .anchor = "middle"});
  canvas.text({18.0, top + side / 2.0}, "rank in ours (1: best)",
              {.size = letter, .anchor = "middle", .rotate = -90.0});
}

}  // namespace

std::string draw_agreement(const screen::Matrix& matrix, const screen::PrintedMatrix& printed,
                           const screen::Agreement& agreement) {
  const RankedPairs pairs = ranked(matrix, printed);
  if (pairs.cells.size() < 3) return "";
  SvgCanvas canvas("agreement", 760.0, top + side + 50.0, "Ranks of the pairs, printed against ours",
                   "Rank correlation over " + std::to_string(pairs.cells.size()) +
                       " pairs: " + number(agreement.all_pairs.rho, 2) + ".");
  AxisScale x = AxisScale::linear({1.0, static_cast<double>(pairs.cells.size())}, true);
  AxisScale y = x;
  x.place(left + 10.0, left + side - 10.0);
  y.place(top + side - 10.0, top + 10.0);
  draw_axes(canvas, x, y);
  for (std::size_t i = 0; i < pairs.cells.size(); ++i) {
    const ArmStyle& style = arm_style(pairs.cells[i] / matrix.ligands.size());
    canvas.mark(style.mark, {x.pixel(pairs.printed[i]), y.pixel(pairs.ours[i])}, 4.5, style.colour, true);
  }
  double at = top + 14.0;
  canvas.text({left + side + 24.0, at}, "Receptor, rank correlation", {.size = letter, .bold = true});
  for (const screen::ReceptorAgreement& each : agreement.receptors) {
    at += 22.0;
    const ArmStyle& style = arm_style(each.receptor);
    canvas.mark(style.mark, {left + side + 32.0, at - 4.0}, 5.0, style.colour, true);
    canvas.text({left + side + 46.0, at},
                shorten(matrix.receptors[each.receptor] + "  " + number(each.correlation.rho, 2), 240.0,
                        letter + 1.0),
                {.size = letter + 1.0});
  }
  canvas.text({left + side + 24.0, at + 34.0}, "All pairs  " + number(agreement.all_pairs.rho, 2),
              {.size = letter + 1.0, .bold = true});
  return canvas.finish();
}

}  // namespace azoo::report
