// One plot of single values with mean and SD: against days or doses, or one column a group. Points are
// animals.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/svg_canvas.hpp"  // for SvgCanvas

namespace azoo::report {

struct ValuePoint {
  double x = 0.0;  // day, dose, or number of the column
  std::vector<double> values;
};

struct ValueSeries {
  std::string label;
  std::size_t style = 0;  // of palette.hpp
  std::vector<ValuePoint> points;
};

struct ValuePanel {
  double left = 0.0;  // of the whole panel with its axis labels, pixels
  double top = 0.0;
  double width = 0.0;
  double height = 0.0;
  std::string title;
  std::string unit;
  std::string x_title;
  std::vector<std::string> columns;  // labels of columns; empty: x is a number
  bool join = true;                  // means of a series by a line
  bool label_series = false;         // names at the right end of each series
};

void draw_value_panel(SvgCanvas& canvas, const ValuePanel& panel, const std::vector<ValueSeries>& series);

// Marks and names of the series in a row; returns the y below it.
double draw_series_key(SvgCanvas& canvas, Point at, double width, const std::vector<ValueSeries>& series);

// "control: day 0 mean 4.1 (n = 5); ..." for readers who hear the picture.
[[nodiscard]] std::string series_words(const std::vector<ValueSeries>& series, const std::string& x_word);

[[nodiscard]] bool has_values(const std::vector<ValueSeries>& series);
// Such as counts that were lost, in a sound run: nothing to draw.
[[nodiscard]] bool all_zero(const std::vector<ValueSeries>& series);

}  // namespace azoo::report
