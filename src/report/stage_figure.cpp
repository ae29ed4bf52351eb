#include "report/stage_figure.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for isfinite

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {
constexpr double letter = 12.5;
constexpr double left = 56.0;
constexpr double plot_top = 40.0;
constexpr double plot_height = 240.0;
}  // namespace

std::string draw_stage_frequencies(const std::vector<std::string>& stages,
                                   const std::vector<double>& duration_share,
                                   const std::vector<StageShares>& groups) {
  if (stages.empty() || groups.empty()) return {};
  std::vector<double> all = duration_share;
  std::string description = "Share of cross-sections in each stage. ";
  for (const StageShares& group : groups) {
    description += group.label + ":";
    for (std::size_t s = 0; s < stages.size(); ++s) {
      if (!std::isfinite(group.mean[s])) continue;
      all.push_back(std::min(1.0, group.mean[s] + (std::isfinite(group.sd[s]) ? group.sd[s] : 0.0)));
      description += " " + stages[s] + " " + number(group.mean[s]) + ";";
    }
    description += " ";
  }
  AxisScale axis = AxisScale::linear(all, true);
  const double base = plot_top + plot_height;
  axis.place(base, plot_top);
  const double bar = std::max(4.0, 54.0 / static_cast<double>(groups.size()));
  const double slot = bar * static_cast<double>(groups.size()) + 12.0;
  const double width = std::max(560.0, left + slot * static_cast<double>(stages.size()) + 16.0);
  const double key_rows = 1.0 + static_cast<double>(groups.size()) / 4.0;
  SvgCanvas canvas("stages", width, base + 44.0 + 20.0 * key_rows, "Stage frequencies", description);
  canvas.text({8.0, 20.0}, "Share of cross-sections in each stage, mean and SD of animals",
              {.size = 13.5, .bold = true});
  for (const Tick& tick : axis.ticks()) {
    const double y = axis.pixel(tick.value);
    canvas.line({left, y}, {width - 10.0, y}, {.stroke = grid_grey});
    canvas.text({left - 6.0, y + 4.0}, tick.label, {.size = letter - 1.0, .anchor = "end"});
  }
  for (std::size_t s = 0; s < stages.size(); ++s) {
    const double from = left + 6.0 + slot * static_cast<double>(s);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const double mean = groups[g].mean[s];
      if (!std::isfinite(mean)) continue;
      const double x = from + bar * static_cast<double>(g);
      canvas.rect(x + 0.5, axis.pixel(mean), bar - 1.0, base - axis.pixel(mean),
                  {.fill = arm_style(groups[g].style).colour, .opacity = 0.85});
      if (std::isfinite(groups[g].sd[s])) {
        const double middle = x + 0.5 * bar;
        canvas.line({middle, axis.pixel(std::max(0.0, mean - groups[g].sd[s]))},
                    {middle, axis.pixel(std::min(1.0, mean + groups[g].sd[s]))},
                    {.stroke = ink, .stroke_width = 1.1});
      }
    }
    if (s < duration_share.size()) {
      const double y = axis.pixel(duration_share[s]);
      canvas.line({from - 3.0, y}, {from + slot - 9.0, y},
                  {.stroke = ink, .stroke_width = 2.0, .dash = "5 3"});
    }
    canvas.text({from + 0.5 * (slot - 12.0), base + 17.0}, stages[s], {.size = letter, .anchor = "middle"});
  }
  canvas.line({left, base}, {width - 10.0, base}, {.stroke = ink, .stroke_width = 1.2});
  Point at{left, base + 42.0};
  canvas.line({at.x, at.y - 4.5}, {at.x + 18.0, at.y - 4.5},
              {.stroke = ink, .stroke_width = 2.0, .dash = "5 3"});
  canvas.text({at.x + 24.0, at.y}, "share of the cycle that the stage lasts", {.size = letter});
  at.x += 34.0 + text_width("share of the cycle that the stage lasts", letter);
  for (const StageShares& group : groups) {
    const double needed = 36.0 + text_width(group.label, letter);
    if (at.x + needed > width - 10.0) at = {left, at.y + 20.0};
    canvas.rect(at.x, at.y - 10.0, 14.0, 11.0, {.fill = arm_style(group.style).colour, .opacity = 0.85});
    canvas.text({at.x + 20.0, at.y}, group.label, {.size = letter});
    at.x += needed;
  }
  return canvas.finish();
}

}  // namespace azoo::report
