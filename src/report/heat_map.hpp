// A matrix of numbers as coloured cells with the numbers in them. One hue from light to dark, so that readers
// who see colours differently see the same order; a frame and a star say what colour does not.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

namespace azoo::report {

struct HeatMap {
  std::string name;  // of the figure
  std::string title;
  std::string scale;                 // what the colour means: "score, arbitrary units"
  std::vector<std::string> rows;     // names from top to bottom
  std::vector<std::string> columns;  // names from left to right
  std::vector<double> values;        // column by column; NaN: nothing to show
  bool lower_is_stronger = true;     // the strongest is dark
  int decimals = -1;                 // of the numbers; -1: three digits of the largest
  std::vector<bool> starred;         // as values; empty: none
  std::vector<bool> framed;
  std::string star_meaning;
  std::string frame_meaning;
};

// Empty without rows or columns.
[[nodiscard]] std::string draw_heat_map(const HeatMap& map);

// From light (0) to dark (1): "#RRGGBB".
[[nodiscard]] std::string heat_colour(double strength);

}  // namespace azoo::report
