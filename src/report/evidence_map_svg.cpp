// The evidence map as one picture: a cell tells the number of works, species, directions, routes and doses.
#include <algorithm>
#include <array>

#include "evidence/words.hpp"
#include "report/evidence_map.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double label_width = 190.0;
constexpr double cell_width = 98.0;
constexpr double cell_height = 46.0;
constexpr double head_height = 158.0;
constexpr double group_height = 26.0;
constexpr double margin = 16.0;

struct DirectionStyle {
  const char* direction;
  const char* colour;
  const char* words;
};
constexpr std::array<DirectionStyle, 5> directions = {{{"improved", "#0072B2", "improved"},
                                                       {"mixed", "#E69F00", "mixed"},
                                                       {"no_change", "#8A8A8A", "no change"},
                                                       {"worsened", "#D55E00", "worsened"},
                                                       {"not_stated", "#d9d9d9", "result not told"}}};

std::string listed(const std::set<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

// The doses of a cell, each once, as far as the room reaches.
std::string doses_of(const EvidenceMap& map, const std::vector<std::size_t>& cell) {
  std::set<std::string> doses;
  for (const std::size_t e : cell) {
    if (!map.entries[e].dose.empty()) doses.insert(map.entries[e].dose);
  }
  return listed(doses);
}

void draw_bar(SvgCanvas& canvas, const EvidenceMap& map, const std::vector<std::size_t>& cell, double x,
              double y) {
  const double width = cell_width - 8.0;
  double at = x + 4.0;
  for (const DirectionStyle& style : directions) {
    const auto count = std::count_if(
        cell.begin(), cell.end(), [&](std::size_t e) { return map.entries[e].direction == style.direction; });
    const double part = width * static_cast<double>(count) / static_cast<double>(cell.size());
    if (count > 0) canvas.rect(at, y + cell_height - 8.0, part, 5.0, {.fill = style.colour});
    at += part;
  }
}

void draw_cell(SvgCanvas& canvas, const EvidenceMap& map, const std::vector<std::size_t>& cell, double x,
               double y) {
  canvas.rect(x, y, cell_width, cell_height,
              {.fill = cell.empty() ? "#f3f3f3" : "#ffffff", .stroke = grid_grey});
  if (cell.empty()) {
    canvas.circle({x + cell_width / 2.0, y + cell_height / 2.0}, 1.8, {.fill = "#b5b5b5"});
    return;
  }
  std::set<std::string> species;
  std::set<std::string> routes;
  for (const std::size_t e : cell) {
    if (map.entries[e].species != "not stated") species.insert(map.entries[e].species);
    for (const auto route : evidence::items_of(map.entries[e].route)) {
      if (route != "not stated") routes.emplace(route);
    }
  }
  const std::string count = std::to_string(works_of(map, cell).size());
  canvas.text({x + 5.0, y + 13.0}, count, {.size = 12.0, .bold = true});
  const double indent = 10.0 + text_width(count, 12.0);
  canvas.text({x + indent, y + 13.0}, shorten(listed(species), cell_width - indent - 2.0, 9.0),
              {.size = 9.0});
  const double room = cell_width - 8.0;
  canvas.text({x + 5.0, y + 24.0}, shorten(listed(routes), room, 8.5), {.size = 8.5, .fill = soft_ink});
  canvas.text({x + 5.0, y + 34.5}, shorten(doses_of(map, cell), room, 8.5), {.size = 8.5, .fill = soft_ink});
  draw_bar(canvas, map, cell, x, y);
}

void draw_head(SvgCanvas& canvas, const EvidenceMap& map) {
  canvas.text({margin, 30.0}, "Evidence map: source of cells by damage", {.size = 19.0, .bold = true});
  canvas.text({margin, 50.0},
              std::to_string(map.experiments) + " experiments in " + std::to_string(map.works) +
                  " published works, as five papers tell them. Number: published works. Below it: species, "
                  "routes, doses. "
                  "Bar: share of each result. Dot: nothing is recorded.",
              {.size = 12.0, .fill = soft_ink});
  double x = margin;
  for (const DirectionStyle& style : directions) {
    canvas.rect(x, 62.0, 14.0, 9.0, {.fill = style.colour});
    canvas.text({x + 19.0, 71.0}, style.words, {.size = 12.0});
    x += 34.0 + text_width(style.words, 12.0);
  }
  for (std::size_t c = 0; c < map.columns.size(); ++c) {
    const double middle = margin + label_width + (static_cast<double>(c) + 0.5) * cell_width;
    const auto lines = wrap_words(map.columns[c].label, cell_width - 6.0, 11.0);
    double y = head_height - 10.0 - 13.0 * (static_cast<double>(lines.size()) - 1.0);
    for (const std::string& line : lines) {
      canvas.text({middle, y}, line, {.size = 11.0, .anchor = "middle", .bold = true});
      y += 13.0;
    }
  }
}

}  // namespace

std::string evidence_map_svg(const EvidenceMap& map) {
  std::set<std::string> groups;
  for (const MapLine& row : map.rows) groups.insert(row.group);
  const double width = 2.0 * margin + label_width + static_cast<double>(map.columns.size()) * cell_width;
  const double height = head_height + static_cast<double>(map.rows.size()) * cell_height +
                        static_cast<double>(groups.size()) * group_height + margin;
  SvgCanvas canvas("evidence_map", width, height, "Evidence map",
                   "Matrix of damages by sources of cells with the number of published works in each cell");
  canvas.rect(0.0, 0.0, width, height, {.fill = paper_white});
  draw_head(canvas, map);
  double y = head_height;
  std::string group;
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    if (map.rows[r].group != group) {
      group = map.rows[r].group;
      canvas.rect(margin, y, width - 2.0 * margin, group_height, {.fill = "#ececec"});
      canvas.text({margin + 6.0, y + 17.0}, group, {.size = 13.0, .bold = true});
      y += group_height;
    }
    canvas.text({margin + 4.0, y + cell_height / 2.0 + 4.0},
                shorten(map.rows[r].label, label_width - 10.0, 12.0), {.size = 12.0});
    for (std::size_t c = 0; c < map.columns.size(); ++c)
      draw_cell(canvas, map, map.cells[r][c], margin + label_width + static_cast<double>(c) * cell_width, y);
    y += cell_height;
  }
  return canvas.finish();
}

}  // namespace azoo::report
