#include "report/value_panel.hpp"

#include <algorithm>  // for clamp, sort, max, min
#include <cmath>      // for isfinite

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/palette.hpp"
#include "statistics/moments.hpp"

namespace azoo::report {

namespace {

constexpr double letter = 12.5;
constexpr double left_room = 64.0;
constexpr double label_room = 150.0;

struct Plot {
  double left = 0.0;
  double right = 0.0;
  double top = 0.0;
  double base = 0.0;
  AxisScale xs;
  AxisScale ys;
  std::size_t columns = 0;
  [[nodiscard]] double x(double value) const {
    if (columns == 0) return xs.pixel(value);
    return left + (right - left) * (value + 0.5) / static_cast<double>(columns);
  }
  [[nodiscard]] double y(double value) const { return std::clamp(ys.pixel(value), top, base); }
};

Plot make_plot(const ValuePanel& panel, const std::vector<ValueSeries>& series) {
  Plot plot;
  plot.left = panel.left + left_room;
  plot.right = panel.left + panel.width - (panel.label_series ? label_room : 12.0);
  plot.top = panel.top + 30.0;
  plot.base = panel.top + panel.height - (panel.columns.empty() ? 40.0 : 54.0);
  plot.columns = panel.columns.size();
  std::vector<double> xs;
  std::vector<double> ys;
  for (const ValueSeries& each : series) {
    for (const ValuePoint& point : each.points) {
      if (point.values.empty()) continue;
      xs.push_back(point.x);
      ys.insert(ys.end(), point.values.begin(), point.values.end());
    }
  }
  const double most = panel.unit == "%" ? 100.0 : panel.unit == "score" ? 10.0 : 1e300;
  for (const ValueSeries& each :
       series) {  // room for the bars of the SD, unless it made the axis logarithmic
    for (const ValuePoint& point : each.points) {
      if (point.values.size() < 2) continue;
      const statistics::Moments moments = statistics::moments(point.values);
      ys.push_back(std::min(most, moments.mean + moments.sd));
    }
  }
  // Shares and scores have natural ends; counts may span decades.
  const bool bounded =
      panel.unit == "%" || panel.unit == "fraction" || panel.unit == "score" || panel.unit == "µm";
  plot.ys = bounded ? AxisScale::linear(ys, true) : AxisScale::apt(ys);
  plot.ys.place(plot.base, plot.top);
  plot.xs = AxisScale::linear(xs, true);
  plot.xs.place(plot.left + 14.0, plot.right - 14.0);
  return plot;
}

void draw_axes(SvgCanvas& canvas, const ValuePanel& panel, const Plot& plot) {
  double last_y = 1e9;
  for (const Tick& tick : plot.ys.ticks()) {
    const double y = plot.ys.pixel(tick.value);
    canvas.line({plot.left, y}, {plot.right, y}, {.stroke = grid_grey});
    if (last_y - y < 13.0) continue;
    canvas.text({plot.left - 5.0, y + 4.0}, tick.label, {.size = letter - 1.0, .anchor = "end"});
    last_y = y;
  }
  canvas.line({plot.left, plot.base}, {plot.right, plot.base}, {.stroke = ink, .stroke_width = 1.2});
  if (panel.columns.empty()) {
    double last = -1e9;
    for (const Tick& tick : plot.xs.ticks()) {
      const double x = plot.xs.pixel(tick.value);
      if (x > plot.right + 1.0) continue;
      canvas.line({x, plot.base}, {x, plot.base + 4.0}, {.stroke = ink});
      if (x - last < 30.0) continue;
      canvas.text({x, plot.base + 17.0}, tick.label, {.size = letter - 1.0, .anchor = "middle"});
      last = x;
    }
  } else {
    const double slot = (plot.right - plot.left) / static_cast<double>(panel.columns.size());
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      std::vector<std::string> lines = wrap_words(panel.columns[i], slot - 4.0, letter - 1.0);
      if (lines.size() > 2) lines.resize(2);
      double y = plot.base + 15.0;
      for (const std::string& line : lines) {
        canvas.text({plot.x(static_cast<double>(i)), y}, line, {.size = letter - 1.0, .anchor = "middle"});
        y += letter + 1.0;
      }
    }
  }
  if (!panel.x_title.empty()) {
    canvas.text({0.5 * (plot.left + plot.right), panel.top + panel.height - 6.0}, panel.x_title,
                {.size = letter - 0.5, .anchor = "middle"});
  }
  const std::string words =
      panel.title +
      (panel.unit.empty() || panel.unit == "1" || panel.unit == "score" ? "" : ", " + panel.unit) +
      (plot.ys.is_logarithmic() ? ", log" : "");
  canvas.text({panel.left + 4.0, panel.top + 16.0}, shorten(words, panel.width - 8.0, letter),
              {.size = letter, .bold = true});
}

void draw_series(SvgCanvas& canvas, const ValuePanel& panel, const Plot& plot, const ValueSeries& series,
                 double dodge) {
  const ArmStyle& style = arm_style(series.style);
  std::vector<Point> means;
  for (const ValuePoint& point : series.points) {
    if (point.values.empty()) continue;
    const double x = plot.x(point.x) + dodge;
    const double n = static_cast<double>(point.values.size());
    for (std::size_t i = 0; i < point.values.size(); ++i) {
      const double aside = 14.0 * ((static_cast<double>(i) + 0.5) / n - 0.5);
      canvas.circle({x + aside, plot.y(point.values[i])}, 2.1, {.fill = style.colour, .opacity = 0.45});
    }
    const statistics::Moments moments = statistics::moments(point.values);
    if (point.values.size() > 1) {
      canvas.line({x, plot.y(moments.mean - moments.sd)}, {x, plot.y(moments.mean + moments.sd)},
                  {.stroke = style.colour, .stroke_width = 1.6});
    }
    means.push_back({x, plot.y(moments.mean)});
  }
  if (panel.join && means.size() > 1) canvas.polyline(means, {.stroke = style.colour, .stroke_width = 2.0});
  for (const Point& mean : means) canvas.mark(style.mark, mean, 4.0, style.colour, true);
}

// Names at the right end, pushed apart where series end close together.
void draw_labels(SvgCanvas& canvas, const Plot& plot, const std::vector<ValueSeries>& series) {
  struct Label {
    double y;
    const ValueSeries* series;
  };
  std::vector<Label> labels;
  for (const ValueSeries& each : series) {
    for (auto point = each.points.rbegin(); point != each.points.rend(); ++point) {
      if (point->values.empty()) continue;
      labels.push_back({plot.y(statistics::moments(point->values).mean), &each});
      break;
    }
  }
  std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
  constexpr double apart = 16.0;
  for (std::size_t i = 1; i < labels.size(); ++i)
    labels[i].y = std::max(labels[i].y, labels[i - 1].y + apart);
  const double too_low = labels.empty() ? 0.0 : std::max(0.0, labels.back().y - plot.base);
  for (std::size_t i = labels.size(); i-- > 0;) {
    labels[i].y -= too_low;
    if (i + 1 < labels.size()) labels[i].y = std::min(labels[i].y, labels[i + 1].y - apart);
  }
  for (const Label& label : labels) {
    const ArmStyle& style = arm_style(label.series->style);
    canvas.mark(style.mark, {plot.right + 10.0, label.y}, 4.0, style.colour, true);
    canvas.text({plot.right + 19.0, label.y + 4.5}, shorten(label.series->label, label_room - 22.0, letter),
                {.size = letter});
  }
}

}  // namespace

void draw_value_panel(SvgCanvas& canvas, const ValuePanel& panel, const std::vector<ValueSeries>& series) {
  const Plot plot = make_plot(panel, series);
  draw_axes(canvas, panel, plot);
  const bool side_by_side = panel.columns.empty();
  const double dodge_px = std::min(6.0, 24.0 / static_cast<double>(std::max<std::size_t>(1, series.size())));
  for (std::size_t i = 0; i < series.size(); ++i) {
    const double dodge =
        side_by_side ? dodge_px * (static_cast<double>(i) - 0.5 * static_cast<double>(series.size() - 1))
                     : 0.0;
    draw_series(canvas, panel, plot, series[i], dodge);
  }
  if (panel.label_series) draw_labels(canvas, plot, series);
}

double draw_series_key(SvgCanvas& canvas, Point at, double width, const std::vector<ValueSeries>& series) {
  const double start = at.x;
  for (const ValueSeries& each : series) {
    const double needed = 22.0 + text_width(each.label, letter) + 14.0;
    if (at.x > start && at.x + needed > start + width) at = {start, at.y + 20.0};
    const ArmStyle& style = arm_style(each.style);
    canvas.mark(style.mark, {at.x + 8.0, at.y - 4.5}, 4.6, style.colour, true);
    canvas.text({at.x + 19.0, at.y}, each.label, {.size = letter});
    at.x += needed;
  }
  return at.y + 10.0;
}

std::string series_words(const std::vector<ValueSeries>& series, const std::string& x_word) {
  std::string out;
  for (const ValueSeries& each : series) {
    out += each.label + ":";
    for (const ValuePoint& point : each.points) {
      if (point.values.empty()) continue;
      out += (x_word.empty() ? "" : " " + x_word + " " + number(point.x)) + " mean " +
             number(statistics::moments(point.values).mean) + " (n = " + std::to_string(point.values.size()) +
             ");";
    }
    out += " ";
  }
  return out;
}

bool has_values(const std::vector<ValueSeries>& series) {
  return std::any_of(series.begin(), series.end(), [](const ValueSeries& each) {
    return std::any_of(each.points.begin(), each.points.end(),
                       [](const ValuePoint& point) { return !point.values.empty(); });
  });
}

bool all_zero(const std::vector<ValueSeries>& series) {
  for (const ValueSeries& each : series) {
    for (const ValuePoint& point : each.points) {
      if (std::any_of(point.values.begin(), point.values.end(), [](double value) { return value != 0.0; }))
        return false;
    }
  }
  return true;
}

}  // namespace azoo::report
