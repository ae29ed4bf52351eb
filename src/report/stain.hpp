// Colours of haematoxylin and eosin, and a compact way to draw thousands of nuclei: a stroke of no length
// with round caps is a disc, a short one a rod, so that each costs a few bytes.
#pragma once

#include <map>          // for map
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "report/svg_canvas.hpp"  // for SvgCanvas, Point

namespace azoo::report {

namespace stain {
inline constexpr std::string_view stroma = "#f8eaf0";
inline constexpr std::string_view fibre = "#e2a9c1";
inline constexpr std::string_view lamina = "#efbfd3";
inline constexpr std::string_view membrane = "#c4608f";
inline constexpr std::string_view cytoplasm = "#ebb9d0";
inline constexpr std::string_view halo = "#f2cedf";
inline constexpr std::string_view border = "#dca3c3";
inline constexpr std::string_view streak = "#e0a5c3";
inline constexpr std::string_view lumen = "#fdf8fa";
inline constexpr std::string_view hyaline = "#ee9fbf";
inline constexpr std::string_view hyaline_line = "#d97ba6";
inline constexpr std::string_view ghost_core = "#f6c9db";
inline constexpr std::string_view dark_nucleus = "#362163";
inline constexpr std::string_view mid_nucleus = "#644a9a";
inline constexpr std::string_view thread_inside = "#8d76b9";
inline constexpr std::string_view pale_rim = "#7863a8";
inline constexpr std::string_view pale_inside = "#b9a8d4";
inline constexpr std::string_view spermatid_inside = "#c6b8dd";
inline constexpr std::string_view sertoli_rim = "#9784bd";
inline constexpr std::string_view sertoli_inside = "#d9cde8";
inline constexpr std::string_view chromatin = "#321d5c";
inline constexpr std::string_view soft_chromatin = "#55408a";
inline constexpr std::string_view acrosome = "#c2347f";
inline constexpr std::string_view tail = "#c78bb0";
inline constexpr std::string_view residual = "#b0679a";
inline constexpr std::string_view leydig = "#e79ab2";
inline constexpr std::string_view leydig_edge = "#cf7c9b";
inline constexpr std::string_view leydig_nucleus = "#a58fca";
inline constexpr std::string_view red_cell = "#d4574f";
inline constexpr std::string_view vessel = "#d58fae";
}  // namespace stain

// Layers of the strokes, drawn in this order.
namespace layer {
inline constexpr int leydig_edge = -4;
inline constexpr int leydig = -3;
inline constexpr int vessel = -2;
inline constexpr int plasma = -1;
inline constexpr int texture = 0;
inline constexpr int halo = 1;
inline constexpr int tails = 2;
inline constexpr int rims = 3;
inline constexpr int insides = 4;
inline constexpr int chromatin = 5;
inline constexpr int caps = 6;
}  // namespace layer

// Strokes of one picture, gathered by layer, colour and width so that each kind is one path. Layers are drawn
// in ascending order. What lies wholly outside the frame, if there is one, is left out.
class StrokeBin {
 public:
  struct Frame {
    Point corner;
    double width = 0.0;
    double height = 0.0;
  };
  StrokeBin() = default;
  explicit StrokeBin(const Frame& frame) : frame_(frame) {}

  void disc(int layer, std::string_view colour, Point at, double diameter);
  void rod(int layer, std::string_view colour, Point from, Point to, double width);
  void curve(int layer, std::string_view colour, Point from, Point bend, Point to, double width);
  void draw(SvgCanvas& canvas) const;

 private:
  struct Key {
    int layer;
    std::string colour;
    int width_tenths;
    auto operator<=>(const Key&) const = default;
  };
  [[nodiscard]] bool outside(Point at, double reach) const;

  std::map<Key, std::string> paths_;
  std::optional<Frame> frame_;
};

// A smooth closed outline through points.
[[nodiscard]] std::string smooth_ring(const std::vector<Point>& points);

}  // namespace azoo::report
