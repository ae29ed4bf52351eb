#include "report/histology_picture.hpp"

#include <algorithm>  // for min, max
#include <cmath>      // for fabs, sqrt
#include <numeric>    // for iota
#include <utility>    // for swap, move

#include "report/cell_words.hpp"
#include "report/interstitium.hpp"
#include "report/number_style.hpp"
#include "report/stain.hpp"
#include "report/svg_canvas.hpp"
#include "report/trial_view.hpp"
#include "report/tubule_drawing.hpp"
#include "report/tubule_layout.hpp"

namespace azoo::report {

namespace {

constexpr double picture_width = 720.0;
constexpr double head = 30.0;
constexpr double letter = 16.0;
constexpr double legend_line = 1.32 * letter;

struct Placement {
  std::vector<Point> centres;
  double height_um = 0.0;
};

constexpr double field_um = 940.0;  // of the picture, left to right: one magnification for all pictures

// The highest free place of a disc among those placed already, as when discs fall into a box.
Point highest_place(const std::vector<Point>& centres, const std::vector<double>& radii, double radius,
                    double width_um) {
  Point best{radius, 1e12};
  for (double x = radius; x <= std::max(radius, width_um - radius) + 1e-9; x += 3.0) {
    double y = radius;
    for (std::size_t j = 0; j < centres.size(); ++j) {
      const double reach = radius + radii[j];
      const double dx = x - centres[j].x;
      if (std::fabs(dx) < reach) y = std::max(y, centres[j].y + std::sqrt(reach * reach - dx * dx));
    }
    if (y < best.y - 1e-9) best = {x, y};
  }
  return best;
}

Placement fill_field(const std::vector<double>& radii, const std::vector<std::size_t>& order,
                     double width_um) {
  Placement out;
  std::vector<Point> placed;
  std::vector<double> sizes;
  out.centres.resize(radii.size());
  for (const std::size_t i : order) {
    placed.push_back(highest_place(placed, sizes, radii[i], width_um));
    sizes.push_back(radii[i]);
    out.centres[i] = placed.back();
    out.height_um = std::max(out.height_um, placed.back().y + radii[i]);
  }
  return out;
}

// Tubules lie close, as in a testis: of some random orders of laying them down the one that needs least room.
Placement place_tubules(const std::vector<CrossSection>& shown, const HistologyStyle& style, Draws& draws) {
  std::vector<double> radii;
  double all = 0.0;
  for (const CrossSection& each : shown) {
    radii.push_back(1.07 * drawn_radius_um(each, style) + style.lamina_propria_um + 0.5 * style.gap_um);
    all += 2.0 * radii.back();
  }
  const double width = std::min(field_um, all);
  std::vector<std::size_t> order(shown.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Placement best = fill_field(radii, order, width);
  for (int attempt = 0; attempt < 60; ++attempt) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[draws.below(static_cast<std::uint32_t>(i))]);
    }
    Placement other = fill_field(radii, order, width);
    if (other.height_um < best.height_um - 1e-9) best = std::move(other);
  }
  for (Point& each : best.centres) each.x += 0.5 * (field_um - width);
  return best;
}

std::vector<std::string> legend_lines(const std::vector<CrossSection>& shown,
                                      const std::vector<TubuleLayout>& tubules, const HistologyStyle& style) {
  CellCounts counts;
  for (const TubuleLayout& tubule : tubules) {
    for (const auto& [type, cells] : tubule.counts) counts[type] += cells;
  }
  const std::string germ = cells_by_label(counts, style);
  std::vector<std::string> lines =
      wrap_words("Drawn: " + state_words(summarise_sections(shown)) + ".", picture_width - 150.0, letter);
  const std::string all =
      germ.empty() ? "No germ cells in the sections drawn."
                   : "Germ cells drawn (sections of " + exact(style.section_um) + " µm): " + germ + ".";
  for (std::string& line : wrap_words(all, picture_width - 20.0, letter)) lines.push_back(std::move(line));
  return lines;
}

void draw_scale_bar(SvgCanvas& canvas, double right, double y, double px_per_um) {
  constexpr double bar_um = 100.0;
  const double length = bar_um * px_per_um;
  canvas.line({right - length, y}, {right, y}, {.stroke = ink, .stroke_width = 4.0});
  canvas.text({right - length / 2, y + 18.0}, "100 µm", {.size = letter, .anchor = "middle", .bold = true});
}

std::vector<TubuleLayout> lay_out(const std::vector<CrossSection>& shown, const HistologyStyle& style,
                                  const Placement& placement, const RandomStream& stream) {
  std::vector<TubuleLayout> tubules;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    tubules.push_back(lay_out_tubule(shown[i], style, placement.centres[i], stream,
                                     static_cast<std::uint32_t>(shown[i].tubule + 1)));
  }
  return tubules;
}

void draw_tissue(SvgCanvas& canvas, const std::vector<TubuleLayout>& tubules, const HistologyStyle& style,
                 const RandomStream& stream, double height_um, const PictureScale& scale) {
  std::vector<Clearing> clearings;
  for (const TubuleLayout& tubule : tubules) {
    clearings.push_back({tubule.centre, 1.05 * tubule.radius + style.lamina_propria_um});
  }
  StrokeBin bin;
  Draws scenery(stream, 0, 2);
  StrokeBin between;
  draw_interstitium(canvas, between, field_um, height_um, clearings, style, scale, scenery);
  between.draw(canvas);
  for (std::size_t i = 0; i < tubules.size(); ++i) {
    Draws draws(stream, static_cast<std::uint32_t>(i + 1), 3);
    draw_tubule(canvas, bin, tubules[i], style, scale, draws);
  }
  bin.draw(canvas);
}

}  // namespace

SectionSummary summarise_sections(const std::vector<CrossSection>& sections) {
  SectionSummary out;
  for (const CrossSection& section : sections) {
    ++out.tubules;
    ++out.states[section.state];
    for (const SiteCells& site : section.sites) {
      for (const auto& [type, count] : site.counts) out.cells[type] += count;
    }
  }
  return out;
}

std::string state_words(const SectionSummary& summary) {
  std::string out = plural(summary.tubules, "cross-section", "cross-sections") + ": ";
  bool first = true;
  for (const auto& [state, count] : summary.states) {
    out += (first ? "" : ", ") + std::to_string(count) + " " + state_name(state);
    first = false;
  }
  return out;
}

std::string draw_histology(const std::vector<CrossSection>& sections, const HistologyStyle& style,
                           const StreamAddress& address, const PictureLabels& labels) {
  const std::vector<CrossSection> shown(
      sections.begin(),
      sections.begin() + static_cast<std::ptrdiff_t>(std::min(sections.size(), most_drawn_tubules)));
  if (shown.empty()) return {};
  const RandomStream stream(address);
  Draws draws(stream, 0, 1);
  const Placement placement = place_tubules(shown, style, draws);
  const PictureScale scale{picture_width / field_um, {0.0, head}};
  const double tissue_height = scale.length(placement.height_um);
  const std::vector<TubuleLayout> tubules = lay_out(shown, style, placement, stream);
  const std::vector<std::string> legend = legend_lines(shown, tubules, style);
  const double height = head + tissue_height + 14.0 + legend_line * static_cast<double>(legend.size()) + 10.0;
  std::string description = "Drawing, not a photograph. ";
  for (const std::string& line : legend) description += line + " ";
  SvgCanvas canvas(labels.name, picture_width, height, labels.title, description);
  canvas.text({4.0, 20.0}, shorten(labels.title, picture_width - 10.0, letter),
              {.size = letter, .bold = true});
  canvas.open_clip(0.0, head, picture_width, tissue_height);
  canvas.rect(0.0, head, picture_width, tissue_height, {.fill = stain::stroma});
  draw_tissue(canvas, tubules, style, stream, placement.height_um, scale);
  canvas.close_group();
  canvas.rect(0.5, head, picture_width - 1.0, tissue_height, {.stroke = soft_ink});
  draw_scale_bar(canvas, picture_width - 10.0, head + tissue_height + 12.0, scale.px_per_um);
  canvas.text_lines({4.0, head + tissue_height + 22.0}, legend, {.size = letter});
  return canvas.finish();
}

}  // namespace azoo::report
