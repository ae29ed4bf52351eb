// Colours of haematoxylin and eosin, and a compact way to draw thousands of nuclei: a stroke of no length
// with round caps is a disc, a short one a rod, so that each costs a few bytes.
#pragma once

#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for pair

#include "report/svg_canvas.hpp"  // for SvgCanvas, Point

namespace azoo::report {

namespace stain {
inline constexpr std::string_view stroma = "#f6e3ea";
inline constexpr std::string_view fibre = "#e2a9c1";
inline constexpr std::string_view membrane = "#c65f93";
inline constexpr std::string_view cytoplasm = "#e9bdd2";
inline constexpr std::string_view streak = "#dba3c1";
inline constexpr std::string_view lumen = "#fdf7f9";
inline constexpr std::string_view hyaline = "#ee9fbf";
inline constexpr std::string_view hyaline_line = "#d97ba6";
inline constexpr std::string_view dark_nucleus = "#3a2064";
inline constexpr std::string_view mid_nucleus = "#6a4a96";
inline constexpr std::string_view pale_rim = "#7b5ca3";
inline constexpr std::string_view pale_inside = "#c3aed7";
inline constexpr std::string_view sertoli_rim = "#9d82b8";
inline constexpr std::string_view sertoli_inside = "#dccbe4";
inline constexpr std::string_view chromatin = "#37215f";
inline constexpr std::string_view tail = "#b58aa9";
inline constexpr std::string_view leydig = "#e79ab2";
inline constexpr std::string_view leydig_edge = "#cf7c9b";
inline constexpr std::string_view red_cell = "#d4574f";
inline constexpr std::string_view vessel = "#d58fae";
}  // namespace stain

// Strokes of one picture, gathered by layer, colour and width so that each kind is one path. Layers are drawn
// in ascending order.
class StrokeBin {
 public:
  void disc(int layer, std::string_view colour, Point at, double diameter);
  void rod(int layer, std::string_view colour, Point from, Point to, double width);
  void draw(SvgCanvas& canvas) const;

 private:
  struct Key {
    int layer;
    std::string colour;
    int width_tenths;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, std::string> paths_;
};

// A smooth closed outline through points.
[[nodiscard]] std::string smooth_ring(const std::vector<Point>& points);

}  // namespace azoo::report
