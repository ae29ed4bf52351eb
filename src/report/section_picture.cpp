#include "report/section_picture.hpp"

#include <algorithm>  // for max, max_element
#include <cmath>      // for hypot, ceil, floor
#include <numbers>    // for pi
#include <numeric>    // for accumulate
#include <utility>    // for move

#include "report/cell_words.hpp"
#include "report/interstitium.hpp"
#include "report/number_style.hpp"
#include "report/stain.hpp"
#include "report/svg_canvas.hpp"
#include "report/tubule_drawing.hpp"
#include "report/tubule_field.hpp"
#include "report/tubule_layout.hpp"

namespace azoo::report {

namespace {

constexpr double margin_um = 26.0;  // about the asked tubule, at least
constexpr double least_width_px = 760.0;
constexpr double least_height_px = 560.0;
constexpr double letter = 14.0;
constexpr std::size_t most_neighbours = 60;

// Nearer to the mean than to the largest radius, so that neighbours nestle into one another's bends.
double room_of(const TubuleLayout& tubule, const HistologyStyle& style) {
  const double largest = *std::max_element(tubule.outline.begin(), tubule.outline.end());
  return 0.65 * tubule.radius + 0.35 * largest + style.lamina_propria_um + 0.5 * style.gap_um;
}

void shift(TubuleLayout& tubule, Point by) {
  const auto move = [&](Point& point) { point = {point.x + by.x, point.y + by.y}; };
  move(tubule.centre);
  for (auto* nuclei : {&tubule.germ_cells, &tubule.sertoli, &tubule.residual_bodies, &tubule.vacuoles}) {
    for (Nucleus& nucleus : *nuclei) move(nucleus.at);
  }
}

struct Field {
  double width_um = 0.0;
  double height_um = 0.0;
  [[nodiscard]] Point middle() const { return {0.5 * width_um, 0.5 * height_um}; }
  [[nodiscard]] bool shows(Point centre, double radius) const {
    return centre.x + radius > 0.0 && centre.y + radius > 0.0 && centre.x - radius < width_um &&
           centre.y - radius < height_um;
  }
};

// The asked tubule first, then the others in turn until the field is full.
std::vector<TubuleLayout> lay_out_field(const SectionPictureInput& input, const Field& field,
                                        const RandomStream& stream) {
  std::vector<TubuleLayout> tubules;
  std::vector<double> radii;
  const std::size_t count = input.sections.size();
  const std::size_t wanted = input.neighbours && count > 1 ? most_neighbours + 1 : 1;
  const double corner = 0.5 * std::hypot(field.width_um, field.height_um);
  double covered = 0.0;  // area of the tubules over that of the field's circle
  for (std::size_t n = 0; n < wanted; ++n) {
    // Neighbours: the sections after the asked one, round and round without it.
    const std::size_t step = n == 0 ? 0 : 1 + (n - 1) % (count - 1);
    const std::size_t lap = n == 0 ? 0 : (n - 1) / (count - 1);
    const CrossSection& section = input.sections[(input.shown + step) % count];
    const auto agent =
        static_cast<std::uint32_t>(section.tubule + 1) + static_cast<std::uint32_t>(100000 * lap);
    tubules.push_back(lay_out_tubule(section, input.style, {0.0, 0.0}, stream, agent));
    radii.push_back(room_of(tubules.back(), input.style));
    covered += radii.back() * radii.back();
    const double reach = corner + 2.0 * radii[0];
    if (covered > reach * reach) break;
  }
  Draws draws(stream, static_cast<std::uint32_t>(input.sections[input.shown].tubule + 1), 5);
  const std::vector<Point> centres =
      cluster_of_discs(radii, field.middle(), draws.uniform(0.0, 2.0 * std::numbers::pi));
  std::vector<TubuleLayout> shown;
  for (std::size_t n = 0; n < tubules.size(); ++n) {
    if (!field.shows(centres[n], 1.2 * radii[n])) continue;
    shift(tubules[n], centres[n]);
    shown.push_back(std::move(tubules[n]));
  }
  return shown;
}

void draw_tissue(SvgCanvas& canvas, const SectionPictureInput& input, const Field& field,
                 const std::vector<TubuleLayout>& tubules, const PictureScale& scale,
                 const RandomStream& stream) {
  const auto agent = static_cast<std::uint32_t>(input.sections[input.shown].tubule + 1);
  std::vector<Clearing> clearings;
  for (const TubuleLayout& tubule : tubules) {
    const double largest = *std::max_element(tubule.outline.begin(), tubule.outline.end());
    clearings.push_back({tubule.centre, 0.4 * tubule.radius + 0.6 * largest + input.style.lamina_propria_um});
  }
  const StrokeBin::Frame frame{scale.corner, scale.length(field.width_um), scale.length(field.height_um)};
  StrokeBin between(frame);
  Draws scenery(stream, agent, 2);
  draw_interstitium(canvas, between, field.width_um, field.height_um, clearings, input.style, scale, scenery);
  between.draw(canvas);
  StrokeBin bin(frame);
  for (std::size_t n = 0; n < tubules.size(); ++n) {
    Draws draws(stream, agent + static_cast<std::uint32_t>(n) * 1000000U, 3);
    draw_tubule(canvas, bin, tubules[n], input.style, scale, draws);
  }
  bin.draw(canvas);
}

void draw_scale_bar(SvgCanvas& canvas, double width, double bottom, double um_per_px) {
  double bar_um = 10.0;
  for (const double each : {20.0, 50.0, 100.0, 200.0, 500.0, 1000.0}) {
    if (each / um_per_px < 0.26 * width) bar_um = each;
  }
  const double length = bar_um / um_per_px;
  canvas.rect(width - length - 26.0, bottom - 40.0, length + 20.0, 34.0,
              {.fill = paper_white, .opacity = 0.8}, 3.0);
  canvas.line({width - length - 16.0, bottom - 13.0}, {width - 16.0, bottom - 13.0},
              {.stroke = ink, .stroke_width = 4.0});
  canvas.text({width - 16.0 - length / 2, bottom - 22.0}, exact(bar_um) + " µm",
              {.size = letter, .anchor = "middle", .bold = true});
}

std::vector<std::string> caption_lines(const SectionPictureInput& input, const TubuleLayout& tubule,
                                       double width) {
  const CrossSection& section = input.sections[input.shown];
  std::vector<std::string> lines = wrap_words(
      input.who + ", tubule " + std::to_string(section.tubule) + " – simulated", width - 20.0, letter);
  const auto add = [&](const std::string& sentence) {
    for (std::string& line : wrap_words(sentence, width - 20.0, letter)) lines.push_back(std::move(line));
  };
  if (input.name_stage) {
    const std::string stages = stage_words(section);
    std::string found = "Tubule: " + state_name(section.state) + ".";
    if (!stages.empty()) found += " Stage at its Sertoli cells: " + stages + ".";
    const std::string germ_cells = cells_by_label(tubule.counts, input.style);
    if (!tubule.sclerosed) {
      found += " Nuclei of germ cells in the section: " + (germ_cells.empty() ? "none" : germ_cells) + ".";
    }
    add(found);
  }
  add("Drawing in the colours of haematoxylin and eosin, section of " + exact(input.style.section_um) +
      " µm, " + exact(input.um_per_px) + " µm a pixel" +
      (input.um_per_px <= 1.0 / 1.4 ? "; acrosomes as the PAS stain shows them" : "") +
      ". Not for patient care.");
  return lines;
}

Field field_of(const HistologyStyle& style, double um_per_px) {
  const double side = 1.08 * style.tubule_diameter_um + 2.0 * margin_um;
  return {std::max(1.2 * side, least_width_px * um_per_px), std::max(side, least_height_px * um_per_px)};
}

}  // namespace

StreamAddress picture_address(std::uint64_t seed, std::uint64_t replicate, const std::string& who,
                              double day) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : who + number(day)) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return {seed, replicate, hash & 0xFFFFFFFFULL, Stream::histology_picture};
}

PictureSize section_picture_size(const HistologyStyle& style, double um_per_px) {
  const Field field = field_of(style, um_per_px);
  return {std::ceil(field.width_um / um_per_px), std::ceil(field.height_um / um_per_px)};
}

SectionPicture draw_section_picture(const SectionPictureInput& input) {
  const Field field = field_of(input.style, input.um_per_px);
  const auto [width, tissue_height] = section_picture_size(input.style, input.um_per_px);
  const RandomStream stream(input.address);
  const std::vector<TubuleLayout> tubules = lay_out_field(input, field, stream);
  const std::vector<std::string> caption = caption_lines(input, tubules.front(), width);
  const double height =
      std::ceil(tissue_height + 14.0 + 1.32 * letter * static_cast<double>(caption.size()) + 4.0);
  std::string description = "Drawing, not a photograph.";
  for (const std::string& line : caption) description += " " + line;
  const PictureScale scale{1.0 / input.um_per_px, {0.0, 0.0}};
  SvgCanvas canvas(input.name, width, height, input.who, description);
  canvas.open_clip(0.0, 0.0, width, tissue_height);
  canvas.rect(0.0, 0.0, width, tissue_height, {.fill = stain::stroma});
  draw_tissue(canvas, input, field, tubules, scale, stream);
  canvas.close_group();
  draw_scale_bar(canvas, width, tissue_height, input.um_per_px);
  canvas.text({10.0, tissue_height + 1.32 * letter}, caption.front(), {.size = letter, .bold = true});
  canvas.text_lines({10.0, tissue_height + 2.64 * letter}, {caption.begin() + 1, caption.end()},
                    {.size = letter});
  return {canvas.finish(), static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace azoo::report
