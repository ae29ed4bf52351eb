#include "report/trajectories_figure.hpp"

#include <algorithm>  // for max, min
#include <map>        // for map

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"
#include "statistics/summary.hpp"

namespace azoo::report {

namespace {

constexpr double letter = 13.0;
constexpr double left_margin = 74.0;
constexpr double plot_height = 240.0;
constexpr double head = 46.0;
constexpr double foot = 46.0;

struct Course {
  std::vector<const trial::VisitRow*> rows;
};

// Median value at the median day of each visit.
struct VisitMedian {
  double day = 0.0;
  double value = 0.0;
  std::size_t men = 0;
};

std::vector<VisitMedian> medians(const std::vector<Course>& courses) {
  std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> by_visit;
  for (const Course& course : courses) {
    for (const trial::VisitRow* row : course.rows) {
      by_visit[row->visit].first.push_back(row->day);
      by_visit[row->visit].second.push_back(row->value);
    }
  }
  std::vector<VisitMedian> out;
  for (const auto& [visit, values] : by_visit) {
    out.push_back({statistics::quantile_type7(values.first, 0.5),
                   statistics::quantile_type7(values.second, 0.5), values.second.size()});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return out;
}

std::vector<Course> courses_of(const TrialView& view, const ArmView& arm, const std::string& analyte) {
  std::vector<Course> out;
  for (const trial::ParticipantRow* man : arm.men) {
    Course course{view.series(man->participant, analyte)};
    if (!course.rows.empty()) out.push_back(std::move(course));
  }
  return out;
}

std::string scale_words(const AxisScale& values) {
  if (!values.is_logarithmic()) return ", linear scale.";
  return values.has_zero_band() ? ", logarithmic scale with a band for zero." : ", logarithmic scale.";
}

void draw_lines(SvgCanvas& canvas, const std::vector<Course>& courses, std::size_t arm, const AxisScale& days,
                const AxisScale& values) {
  const std::string_view colour = arm_style(arm).colour;
  for (const Course& course : courses) {
    std::vector<Point> points;
    for (const trial::VisitRow* row : course.rows)
      points.push_back({days.pixel(row->day), values.pixel(row->value)});
    if (points.size() == 1) canvas.circle(points.front(), 1.8, {.fill = colour, .opacity = 0.5});
    if (points.size() > 1) canvas.polyline(points, {.stroke = colour, .stroke_width = 1.0, .opacity = 0.6});
  }
  std::vector<Point> middle;
  for (const VisitMedian& median : medians(courses))
    middle.push_back({days.pixel(median.day), values.pixel(median.value)});
  if (middle.size() > 1) {
    canvas.polyline(middle, {.stroke = paper_white, .stroke_width = 6.5, .round_caps = true});
    canvas.polyline(middle, {.stroke = ink, .stroke_width = 3.2, .round_caps = true});
  }
  for (const Point& point : middle) canvas.mark(arm_style(arm).mark, point, 5.0, ink, true);
}

void draw_frame(SvgCanvas& canvas, double left, double right, const AxisScale& days, const AxisScale& values,
                bool labels) {
  for (const Tick& tick : values.ticks()) {
    const double y = values.pixel(tick.value);
    canvas.line({left, y}, {right, y}, {.stroke = grid_grey});
    if (labels) canvas.text({left - 6.0, y + 4.5}, tick.label, {.size = letter - 1.0, .anchor = "end"});
  }
  const double base = head + plot_height;
  double last = -1e9;
  for (const Tick& tick : days.ticks()) {
    const double x = days.pixel(tick.value);
    canvas.line({x, base}, {x, base + 4.0}, {.stroke = ink});
    if (x - last < 34.0) continue;
    canvas.text({x, base + 18.0}, tick.label, {.size = letter - 1.0, .anchor = "middle"});
    last = x;
  }
  canvas.line({left, base}, {right, base}, {.stroke = ink, .stroke_width = 1.3});
  // Day 0 is the operation or the start of treatment.
  const double zero = days.pixel(0.0);
  if (zero > left + 1.0 && zero < right - 1.0) {
    canvas.line({zero, head}, {zero, base}, {.stroke = soft_ink, .stroke_width = 1.0, .dash = "4 3"});
  }
}

}  // namespace

std::string draw_trajectories(const TrialView& view, const std::string& analyte) {
  std::vector<std::vector<Course>> arms;
  std::vector<double> all_days;
  std::vector<double> all_values;
  std::string description;
  for (const ArmView& arm : view.arms()) {
    arms.push_back(courses_of(view, arm, analyte));
    for (const Course& course : arms.back()) {
      for (const trial::VisitRow* row : course.rows) {
        all_days.push_back(row->day);
        all_values.push_back(row->value);
      }
    }
    description += arm.label + ": " + men(static_cast<int>(arms.back().size())) + ", medians";
    for (const VisitMedian& median : medians(arms.back())) {
      description += " day " + number(median.day) + ": " + number(median.value) + ";";
    }
    description += " ";
  }
  if (all_values.empty()) return {};
  AxisScale values = AxisScale::apt(all_values);
  AxisScale days = AxisScale::linear(all_days, false);
  values.place(head + plot_height, head);
  const double columns = static_cast<double>(arms.size());
  const double slot = std::max(170.0, (1040.0 - left_margin - 10.0) / columns);
  const double width = left_margin + slot * columns + 10.0;
  const std::string unit = view.unit_of(analyte);
  SvgCanvas canvas("trajectories-" + analyte, width, head + plot_height + foot,
                   "Course of " + long_name(analyte) + " in every man",
                   description + "Unit " + unit + scale_words(values));
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const double left = left_margin + slot * static_cast<double>(arm);
    const double right = left + slot - 18.0;
    days.place(left + 8.0, right - 8.0);
    draw_frame(canvas, left, right, days, values, arm == 0);
    draw_lines(canvas, arms[arm], arm, days, values);
    std::vector<std::string> name = wrap_words(
        view.arms()[arm].label + " (n = " + std::to_string(arms[arm].size()) + ")", slot - 20.0, letter);
    if (name.size() > 2) name.resize(2);
    canvas.text_lines({left, name.size() > 1 ? 16.0 : 33.0}, name, {.size = letter, .bold = true});
  }
  canvas.text({14.0, head + plot_height / 2},
              shorten(short_name(analyte) + ", " + unit + (values.is_logarithmic() ? " (log)" : ""),
                      plot_height + 60.0, 12.5),
              {.size = 12.5, .anchor = "middle", .rotate = -90.0});
  canvas.text({left_margin + (width - left_margin) / 2, head + plot_height + 38.0},
              "day (0 = surgery or start of treatment)", {.size = letter, .anchor = "middle"});
  return canvas.finish();
}

}  // namespace azoo::report
