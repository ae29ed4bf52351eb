#include "report/heat_map.hpp"

#include <fmt/format.h>

#include <algorithm>  // for clamp, min, max
#include <array>      // for array
#include <cmath>      // for isfinite, lround

#include "report/number_style.hpp"
#include "report/palette.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double page_width = 760.0;
constexpr double cell_height = 30.0;
constexpr double letter = 12.5;
constexpr double top_room = 50.0;
constexpr double pale_until = 0.55;  // darker cells carry light letters

// Lightness falls evenly from stop to stop: near white, the blue of the palette, near black.
constexpr std::array<std::array<double, 3>, 5> stops = {
    {{243, 247, 250}, {171, 205, 229}, {86, 152, 199}, {0, 92, 150}, {3, 38, 74}}};

struct Range {
  double low = 0.0;
  double high = 0.0;
  bool any = false;
};

Range range_of(const std::vector<double>& values) {
  Range range;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    range.low = range.any ? std::min(range.low, value) : value;
    range.high = range.any ? std::max(range.high, value) : value;
    range.any = true;
  }
  return range;
}

double strength_of(double value, const Range& range, bool lower_is_stronger) {
  if (!(range.high > range.low)) return 0.5;
  const double share = (value - range.low) / (range.high - range.low);
  return lower_is_stronger ? 1.0 - share : share;
}

bool holds(const std::vector<bool>& marks, std::size_t cell) {
  return cell < marks.size() && marks[cell];
}

// All numbers of a map with the same decimals, so that they can be compared at a glance.
std::string cell_words(double value, int decimals) {
  if (!std::isfinite(value)) return number(value);
  std::string words = fmt::format("{:.{}f}", value, decimals);
  if (words.starts_with('-')) words.replace(0, 1, "−");
  return words;
}

int decimals_of(const HeatMap& map, const Range& range) {
  if (map.decimals >= 0) return map.decimals;
  const double largest = std::max(std::fabs(range.low), std::fabs(range.high));
  if (largest >= 100.0) return 0;
  return largest >= 10.0 ? 1 : 2;
}

struct Layout {
  double left = 0.0;
  double cell_width = 0.0;
  double letter = 12.5;
  int decimals = 0;
};

Layout layout_of(const HeatMap& map, const Range& range) {
  Layout layout;
  layout.decimals = decimals_of(map, range);
  double widest = 60.0;
  for (const std::string& row : map.rows) widest = std::max(widest, text_width(row, letter));
  layout.left = std::min(1.12 * widest + 18.0, 180.0);
  const auto columns = static_cast<double>(map.columns.size());
  layout.cell_width = std::clamp((page_width - layout.left - 8.0) / columns, 14.0, 84.0);
  layout.letter = layout.cell_width < 50.0 ? 10.0 : letter;
  return layout;
}

void draw_cell(SvgCanvas& canvas, const HeatMap& map, const Range& range, const Layout& layout,
               std::size_t row, std::size_t column) {
  const std::size_t cell = column * map.rows.size() + row;
  const double value = map.values[cell];
  const double x = layout.left + layout.cell_width * static_cast<double>(column);
  const double y = top_room + cell_height * static_cast<double>(row);
  const bool known = std::isfinite(value);
  const double strength = known ? strength_of(value, range, map.lower_is_stronger) : 0.0;
  const std::string colour = known ? heat_colour(strength) : std::string(paper_white);
  canvas.rect(x + 1.0, y + 1.0, layout.cell_width - 2.0, cell_height - 2.0,
              {.fill = colour, .stroke = known ? std::string_view("none") : grid_grey});
  if (holds(map.framed, cell))
    canvas.rect(x + 2.5, y + 2.5, layout.cell_width - 5.0, cell_height - 5.0,
                {.stroke = "#E69F00", .stroke_width = 3.0});
  std::string words = cell_words(value, layout.decimals);
  if (holds(map.starred, cell)) words += "*";
  if (text_width(words, layout.letter) > layout.cell_width + 4.0) return;
  canvas.text({x + layout.cell_width / 2.0, y + cell_height / 2.0 + layout.letter * 0.35}, words,
              {.size = layout.letter,
               .anchor = "middle",
               .bold = holds(map.starred, cell),
               .fill = strength > pale_until ? paper_white : ink});
}

void draw_scale(SvgCanvas& canvas, const HeatMap& map, const Range& range, int decimals, double y) {
  constexpr int steps = 24;
  constexpr double width = 192.0;
  const double left = 8.0;
  for (int i = 0; i < steps; ++i) {
    const double share = (static_cast<double>(i) + 0.5) / steps;
    canvas.rect(left + width * i / steps, y, width / steps + 0.3, 12.0, {.fill = heat_colour(share)});
  }
  const double weak = map.lower_is_stronger ? range.high : range.low;
  const double strong = map.lower_is_stronger ? range.low : range.high;
  canvas.text({left, y + 26.0}, cell_words(weak, decimals), {.size = 11.5});
  canvas.text({left + width, y + 26.0}, cell_words(strong, decimals), {.size = 11.5, .anchor = "end"});
  canvas.text({left + width + 14.0, y + 11.0}, map.scale, {.size = 11.5});
  std::string marks;
  if (!map.frame_meaning.empty()) marks = "Frame: " + map.frame_meaning + ".";
  if (!map.star_meaning.empty())
    marks += std::string(marks.empty() ? "" : " ") + "*: " + map.star_meaning + ".";
  canvas.text({left + width + 14.0, y + 26.0}, marks, {.size = 11.5});
}

std::string words_of(const HeatMap& map, int decimals) {
  std::string words;
  for (std::size_t column = 0; column < map.columns.size(); ++column) {
    words += map.columns[column] + ":";
    for (std::size_t row = 0; row < map.rows.size(); ++row)
      words +=
          " " + map.rows[row] + " " + cell_words(map.values[column * map.rows.size() + row], decimals) + ";";
    words += " ";
  }
  return words;
}

}  // namespace

std::string heat_colour(double strength) {
  const double at = std::clamp(strength, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(at), stops.size() - 2);
  const double share = at - static_cast<double>(below);
  std::string colour = "#";
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const double value = stops[below][channel] + share * (stops[below + 1][channel] - stops[below][channel]);
    colour += fmt::format("{:02X}", std::lround(value));
  }
  return colour;
}

std::string draw_heat_map(const HeatMap& map) {
  if (map.rows.empty() || map.columns.empty()) return "";
  const Range range = range_of(map.values);
  const Layout layout = layout_of(map, range);
  const double cells_right = layout.left + layout.cell_width * static_cast<double>(map.columns.size());
  const double bottom = top_room + cell_height * static_cast<double>(map.rows.size());
  SvgCanvas canvas(map.name, std::max(page_width, cells_right + 8.0), bottom + 52.0, map.title,
                   words_of(map, layout.decimals));
  canvas.text({8.0, 18.0}, map.title, {.size = 14.0, .bold = true});
  for (std::size_t column = 0; column < map.columns.size(); ++column) {
    const double x = layout.left + layout.cell_width * (static_cast<double>(column) + 0.5);
    canvas.text({x, top_room - 8.0}, shorten(map.columns[column], layout.cell_width - 2.0, layout.letter),
                {.size = layout.letter, .anchor = "middle"});
  }
  for (std::size_t row = 0; row < map.rows.size(); ++row) {
    const double y = top_room + cell_height * static_cast<double>(row) + cell_height / 2.0 + 4.0;
    canvas.text({layout.left - 8.0, y}, shorten(map.rows[row], layout.left - 12.0, letter),
                {.size = letter, .anchor = "end"});
    for (std::size_t column = 0; column < map.columns.size(); ++column)
      draw_cell(canvas, map, range, layout, row, column);
  }
  if (range.any) draw_scale(canvas, map, range, layout.decimals, bottom + 14.0);
  return canvas.finish();
}

}  // namespace azoo::report
