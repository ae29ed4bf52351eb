#include "report/before_after_figure.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for isfinite

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double letter = 13.0;
constexpr double page_width = 1040.0;
constexpr std::size_t most_arms_in_half_page = 4;
constexpr double plot_left = 62.0;
constexpr double plot_top = 52.0;
constexpr double plot_height = 190.0;

using Panel = std::vector<EndpointChange>;

std::vector<Panel> panels_of(const std::vector<EndpointChange>& changes) {
  std::vector<Panel> panels;
  for (const EndpointChange& change : changes) {
    if (panels.empty() || panels.back().front().analyte != change.analyte) panels.emplace_back();
    panels.back().push_back(change);
  }
  return panels;
}

AxisScale axis_of(const Panel& panel) {
  std::vector<double> ends;
  for (const EndpointChange& change : panel) {
    for (const MeanAndError& each : {change.before, change.after}) {
      const double se = std::isfinite(each.se) ? each.se : 0.0;
      ends.push_back(each.mean + se);
      ends.push_back(each.mean - se);
    }
  }
  return AxisScale::linear(ends, true);
}

void draw_axis(SvgCanvas& canvas, Point origin, const AxisScale& axis, double right,
               const std::string& title) {
  for (const Tick& tick : axis.ticks()) {
    const double y = axis.pixel(tick.value);
    canvas.line({origin.x + plot_left, y}, {right, y}, {.stroke = grid_grey});
    canvas.text({origin.x + plot_left - 6.0, y + 4.5}, tick.label, {.size = letter - 1.0, .anchor = "end"});
  }
  canvas.text({origin.x + 14.0, origin.y + plot_top + plot_height / 2},
              shorten(title, plot_height + 40.0, 12.0), {.size = 12.0, .anchor = "middle", .rotate = -90.0});
}

// Before is an outline, after is filled.
void draw_column(SvgCanvas& canvas, const MeanAndError& value, double centre, double width,
                 const AxisScale& axis, std::string_view colour, bool filled) {
  if (!std::isfinite(value.mean)) return;
  const double zero = axis.pixel(0.0);
  const double top = axis.pixel(value.mean);
  canvas.rect(centre - width / 2, std::min(zero, top), width, std::max(0.5, std::fabs(zero - top)),
              {.fill = filled ? colour : paper_white, .stroke = colour, .stroke_width = 2.0});
  if (!std::isfinite(value.se)) return;
  const double high = axis.pixel(value.mean + value.se);
  const double low = axis.pixel(value.mean - value.se);
  const Paint whisker{.stroke = ink, .stroke_width = 1.4};
  canvas.line({centre, low}, {centre, high}, whisker);
  canvas.line({centre - 5.0, high}, {centre + 5.0, high}, whisker);
  canvas.line({centre - 5.0, low}, {centre + 5.0, low}, whisker);
}

// "0.012" or "< 0.001", where columns are narrow.
std::string without_p(const std::string& p) {
  const std::string equals = "P\u00a0=\u00a0";
  return p.rfind(equals, 0) == 0 ? p.substr(equals.size()) : p.substr(3);
}

double letters_of(double slot) {
  return slot < 80.0 ? 10.0 : 12.0;
}

std::vector<std::string> name_lines(const EndpointChange& change, double slot, double size) {
  std::vector<std::string> lines = wrap_words(change.arm_label, slot - 2.0, size);
  if (lines.size() > 3) lines = {lines[0], lines[1], shorten(lines[2] + " …", slot - 2.0, size)};
  return lines;
}

std::size_t most_lines(const Panel& panel, double slot) {
  std::size_t lines = 0;
  for (const EndpointChange& change : panel) {
    lines = std::max(lines, name_lines(change, slot, letters_of(slot)).size());
  }
  return lines;
}

double panel_width(std::size_t arms) {
  return arms > most_arms_in_half_page ? page_width : page_width / 2;
}

double slot_width(std::size_t arms) {
  return (panel_width(arms) - plot_left - 14.0) / static_cast<double>(arms);
}

// Plot and what stands below it: names, n, directions, verdict.
double panel_height(const Panel& panel) {
  const double slot = slot_width(panel.size());
  const double lines = static_cast<double>(most_lines(panel, slot)) + 4.0;
  return plot_top + plot_height + 16.0 + lines * 1.32 * letters_of(slot) + 16.0;
}

void draw_arm(SvgCanvas& canvas, const EndpointChange& change, std::size_t arm, double left, double slot,
              const AxisScale& axis, double base, std::size_t lines) {
  const double centre = left + slot / 2;
  const double width = std::min(44.0, slot * 0.34);
  const double size = letters_of(slot);
  const std::string_view colour = arm_style(arm).colour;
  draw_column(canvas, change.before, centre - width * 0.58, width, axis, colour, false);
  draw_column(canvas, change.after, centre + width * 0.58, width, axis, colour, true);
  canvas.text({centre, base - plot_height - 10.0},
              slot < 80.0 && std::isfinite(change.p_printed) ? without_p(p_value(change.p_printed))
                                                             : p_value(change.p_printed),
              {.size = size + (slot < 80.0 ? 0.0 : 1.0), .anchor = "middle", .bold = true});
  const Lettering middle{.size = size, .anchor = "middle"};
  double y = canvas.text_lines({centre, base + 16.0}, name_lines(change, slot, size), middle);
  canvas.text({centre, y}, "n = " + std::to_string(change.pairs), middle);
  y = base + 16.0 + (static_cast<double>(lines) + 1.0) * size * 1.32;
  canvas.text({centre, y}, shorten("here " + direction_words(change.direction), slot, size), middle);
  y += size * 1.32;
  if (change.published.empty()) {
    canvas.text({centre, y}, shorten("paper –", slot, size), middle);
  } else {
    canvas.text({centre, y}, shorten("paper " + direction_words(change.published), slot, size), middle);
    canvas.text({centre, y + size * 1.32}, shorten(agreement_words(change.agreement), slot, size),
                {.size = size, .anchor = "middle", .bold = true});
  }
}

void draw_panel(SvgCanvas& canvas, const Panel& panel, Point origin, char letter_of_panel) {
  AxisScale axis = axis_of(panel);
  const double base = origin.y + plot_top + plot_height;
  const double right = origin.x + panel_width(panel.size()) - 14.0;
  axis.place(base, origin.y + plot_top + 4.0);
  const EndpointChange& first = panel.front();
  canvas.text({origin.x + 10.0, origin.y + 18.0},
              std::string(1, letter_of_panel) + "  " + short_name(first.analyte),
              {.size = 15.0, .bold = true});
  draw_axis(canvas, origin, axis, right, "mean ± SE, " + first.unit);
  const double slot = slot_width(panel.size());
  const std::size_t lines = most_lines(panel, slot);
  for (std::size_t arm = 0; arm < panel.size(); ++arm) {
    draw_arm(canvas, panel[arm], arm, origin.x + plot_left + static_cast<double>(arm) * slot, slot, axis,
             base, lines);
  }
  canvas.line({origin.x + plot_left, axis.pixel(0.0)}, {right, axis.pixel(0.0)},
              {.stroke = ink, .stroke_width = 1.3});
}

std::string description(const std::vector<EndpointChange>& changes) {
  std::string out;
  for (const EndpointChange& change : changes) {
    out += short_name(change.analyte) + ", " + change.arm_label + " (" +
           plural(change.pairs, "pair", "pairs") + "): ";
    if (change.pairs == 0) {
      out += "no pairs. ";
      continue;
    }
    out += "mean " + number(change.before.mean) + " before, " + number(change.after.mean) + " after " +
           change.unit + ", " + p_value(change.p_printed) + "; paper " + direction_words(change.published) +
           ", " + agreement_words(change.agreement) + ". ";
  }
  return out;
}

}  // namespace

std::string draw_before_after(const std::vector<EndpointChange>& changes) {
  const std::vector<Panel> panels = panels_of(changes);
  if (panels.empty()) return {};
  const double width = panel_width(panels.front().size());
  const std::size_t columns = panels.size() == 1 || width >= page_width ? 1 : 2;
  const std::size_t rows = (panels.size() + columns - 1) / columns;
  constexpr double legend = 34.0;
  double height = 0.0;
  for (const Panel& panel : panels) height = std::max(height, panel_height(panel));
  SvgCanvas canvas(
      "before-after", width * static_cast<double>(columns), legend + height * static_cast<double>(rows),
      "Mean and standard error before and after treatment, by arm and endpoint", description(changes));
  canvas.rect(16.0, 8.0, 18.0, 14.0, {.fill = paper_white, .stroke = soft_ink, .stroke_width = 2.0});
  canvas.text({40.0, 20.0}, "before", {.size = letter});
  canvas.rect(104.0, 8.0, 18.0, 14.0, {.fill = soft_ink, .stroke = soft_ink, .stroke_width = 2.0});
  canvas.text({128.0, 20.0}, "after", {.size = letter});
  canvas.text({180.0, 20.0}, "whisker: ± 1 SE", {.size = letter});
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const Point origin{width * static_cast<double>(i % columns),
                       legend + height * static_cast<double>(i / columns)};
    draw_panel(canvas, panels[i], origin, static_cast<char>('A' + static_cast<int>(i % 26)));
  }
  return canvas.finish();
}

}  // namespace azoo::report
