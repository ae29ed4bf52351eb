// Draws one SVG picture with title and description for readers who hear it. Coordinates are in pixels of the
// canvas with one decimal; everything that comes from data is escaped.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "report/palette.hpp"  // for Mark

namespace azoo::report {

struct Paint {
  std::string_view fill = "none";
  std::string_view stroke = "none";
  double stroke_width = 1.0;
  std::string_view dash = {};  // "4 3"
  double opacity = 1.0;
  bool round_caps = false;
};

struct Lettering {
  double size = 13.0;
  std::string_view anchor = "start";  // start | middle | end
  bool bold = false;
  std::string_view fill = "#1b1b1b";
  double rotate = 0.0;  // degrees about the anchor
};

struct Point {
  double x = 0.0;
  double y = 0.0;
};

// Shortest text with one decimal: "12.3", "12".
[[nodiscard]] std::string coordinate(double value);

// Lines that fit `width` at `size`; a word that is too long stands alone. Widths are estimated generously.
[[nodiscard]] std::vector<std::string> wrap_words(std::string_view plain, double width, double size);
// Cut with an ellipsis, at a character, to fit.
[[nodiscard]] std::string shorten(std::string_view plain, double width, double size);
[[nodiscard]] double text_width(std::string_view plain, double size);

class SvgCanvas {
 public:
  SvgCanvas(std::string name, double width, double height, std::string title, std::string description);

  void rect(double x, double y, double width, double height, const Paint& paint, double corner = 0.0);
  void line(Point from, Point to, const Paint& paint);
  void arrow(Point from, Point to);  // with a head at `to`
  void circle(Point centre, double radius, const Paint& paint);
  void polyline(const std::vector<Point>& points, const Paint& paint);
  void path(std::string_view d, const Paint& paint);
  void text(Point at, std::string_view plain, const Lettering& lettering = {});
  // Lines below one another; returns the y of the line after the last.
  double text_lines(Point at, const std::vector<std::string>& lines, const Lettering& lettering = {});
  void mark(Mark mark, Point centre, double radius, std::string_view colour, bool filled);
  // A clipping box named within this picture; drawing until close_group() stays inside it.
  void open_clip(double x, double y, double width, double height);
  void close_group();

  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }
  [[nodiscard]] std::string finish() const;

 private:
  std::string name_;
  double width_;
  double height_;
  std::string title_;
  std::string description_;
  std::string body_;
  int clips_ = 0;
};

}  // namespace azoo::report
