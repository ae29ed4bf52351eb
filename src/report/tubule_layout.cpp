#include "report/tubule_layout.hpp"

#include <algorithm>  // for max, min, clamp
#include <array>      // for array
#include <cmath>      // for sin, cos, hypot
#include <numbers>    // for pi

#include "report/nucleus_packing.hpp"
#include "report/section_sample.hpp"

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
constexpr std::size_t samples = 72;  // of outline and lumen
constexpr int heads_in_a_bundle = 8;

double ring_value(const std::vector<double>& ring, double angle) {
  const double turns = angle / two_pi;
  const double at = (turns - std::floor(turns)) * static_cast<double>(ring.size());
  const auto first = static_cast<std::size_t>(at) % ring.size();
  const double share = at - std::floor(at);
  return ring[first] * (1.0 - share) + ring[(first + 1) % ring.size()] * share;
}

// A circle bent by a few slow waves, as a tubule cut not quite across.
std::vector<double> bent_ring(double radius, double roughness, Draws& draws) {
  std::array<double, 4> size{};
  std::array<double, 4> phase{};
  for (std::size_t k = 0; k < size.size(); ++k) {
    size[k] = roughness * draws.normal() / static_cast<double>(k + 1);
    phase[k] = draws.uniform(0.0, two_pi);
  }
  std::vector<double> ring(samples, radius);
  for (std::size_t i = 0; i < samples; ++i) {
    const double angle = two_pi * static_cast<double>(i) / static_cast<double>(samples);
    double factor = 1.0;
    for (std::size_t k = 0; k < size.size(); ++k) {
      factor += size[k] * std::cos(static_cast<double>(k + 2) * angle + phase[k]);
    }
    ring[i] = radius * std::clamp(factor, 0.85, 1.12);
  }
  return ring;
}

// Size and direction of a nucleus whose place is known.
Nucleus shape_of(const SeenNucleus& seen, const HistologyStyle& style, double angle, double epithelium_um,
                 Draws& draws) {
  Nucleus out;
  out.cell = seen.cell;
  out.angle = angle;
  out.ripeness = seen.ripeness;
  if (seen.cell >= style.cells.size()) {
    out.width = out.length = 0.8 * style.sertoli_nucleus_um * seen.profile;
    out.radius = out.half_depth = 0.5 * out.width;
    out.target = 0.5 * epithelium_um;
    return out;
  }
  const CellStyle& cell = style.cells[seen.cell];
  const double r = seen.ripeness;
  out.width = cell.nucleus_um.at(r) * seen.profile * draws.uniform(0.95, 1.05);
  out.length = std::max(out.width, cell.length_um.at(r) * seen.profile);
  out.dividing = draws.bernoulli(cell.dividing.at(r));
  const double height = cell.height.at(r) + cell.band.at(r) * draws.uniform(-1.0, 1.0);
  out.target = std::max(0.5 * out.width + 0.6, epithelium_um * height);
  if (cell.look == Look::head) {
    out.tilt = angle;
    out.radius = 0.25 * (out.width + std::min(out.length, 3.0 * out.width));
    out.half_depth = 0.5 * out.length;
  } else if (!cell.length_um.values.empty()) {
    out.tilt = angle + 0.5 * std::numbers::pi + 0.15 * draws.normal();  // flat on the wall
    out.radius = 0.25 * (out.width + out.length);
    out.half_depth = 0.5 * out.width;
  } else {
    const bool turned = draws.bernoulli(cell.turned.at(r));
    out.tilt = turned ? angle + 0.25 * draws.normal() : draws.uniform(0.0, two_pi);
    out.radius = out.half_depth = 0.5 * out.width;
  }
  return out;
}

// Heads that lie side by side in the crypt of one Sertoli cell, and the room they take.
void place_bundle(std::vector<Nucleus>& heads, double angle, TubuleLayout& tubule, Packing& packing,
                  Draws& draws) {
  if (heads.empty()) return;
  double depth = 0.0;
  for (const Nucleus& head : heads) depth += head.target;
  depth /= static_cast<double>(heads.size());
  const double outer = tubule.outline_at(angle);
  const double spacing = 0.62 * heads.front().width + 0.25;
  const double first = -0.5 * spacing * static_cast<double>(heads.size() - 1);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    Nucleus& head = heads[i];
    const double aside = first + spacing * static_cast<double>(i);
    head.angle = angle + aside / std::max(10.0, outer - depth);
    head.target = depth + draws.uniform(-1.6, 1.6);
    head.tilt = head.angle + 0.02 * aside + 0.05 * draws.normal();
    head.at = tubule.polar(head.angle, tubule.outline_at(head.angle) - head.target);
    tubule.germ_cells.push_back(head);
  }
  const double half = 0.3 * heads.front().length;
  const double room = 0.5 * spacing * static_cast<double>(heads.size()) + 0.8;
  packing.obstacle(tubule.polar(angle, outer - depth + half), room);
  packing.obstacle(tubule.polar(angle, outer - depth - half), room);
}

void place_germ_cells(const SectionSample& sample, const HistologyStyle& style, double arc,
                      TubuleLayout& tubule, Packing& packing, Draws& draws) {
  std::map<std::pair<int, std::size_t>, std::vector<Nucleus>> bundles;  // by site and type
  for (const SeenNucleus& seen : sample.germ_cells) {
    const double angle = arc * (seen.site + seen.place);
    Nucleus nucleus = shape_of(seen, style, angle, tubule.epithelium_um, draws);
    if (seen.cell < style.cells.size() && style.cells[seen.cell].look == Look::head &&
        draws.bernoulli(style.cells[seen.cell].bundled.at(seen.ripeness))) {
      bundles[{seen.site, seen.cell}].push_back(nucleus);
      continue;
    }
    nucleus.at = tubule.polar(angle, tubule.outline_at(angle) - nucleus.target);
    tubule.germ_cells.push_back(nucleus);
    packing.movable.push_back(tubule.germ_cells.size() - 1);
  }
  for (auto& [where, heads] : bundles) {
    const auto count = (heads.size() + heads_in_a_bundle - 1) / heads_in_a_bundle;
    for (std::size_t b = 0; b < count; ++b) {
      std::vector<Nucleus> part;
      for (std::size_t i = b; i < heads.size(); i += count) part.push_back(heads[i]);
      const double place = (static_cast<double>(b) + draws.uniform(0.3, 0.7)) / static_cast<double>(count);
      place_bundle(part, arc * (where.first + place), tubule, packing, draws);
    }
  }
}

void place_sertoli(const SectionSample& sample, const HistologyStyle& style, double arc, TubuleLayout& tubule,
                   Draws& draws) {
  for (const SeenNucleus& seen : sample.sertoli) {
    Nucleus nucleus;
    nucleus.angle = arc * (seen.site + 0.15 + 0.7 * seen.place);
    nucleus.width = 0.86 * style.sertoli_nucleus_um * seen.profile;
    nucleus.length = 1.25 * style.sertoli_nucleus_um * seen.profile;
    nucleus.tilt = nucleus.angle + draws.uniform(-0.9, 0.9);
    nucleus.radius = nucleus.half_depth = 0.25 * (nucleus.width + nucleus.length);
    nucleus.target = style.sertoli_nucleus_depth_um + draws.uniform(-2.5, 3.5);
    nucleus.at = tubule.polar(nucleus.angle, tubule.outline_at(nucleus.angle) - nucleus.target);
    tubule.sertoli.push_back(nucleus);
  }
}

// What spermatids leave behind: at the lumen when they are about to go, later anywhere on the way to the
// wall.
void place_residual_bodies(const HistologyStyle& style, TubuleLayout& tubule, Draws& draws) {
  for (const Nucleus& head : tubule.germ_cells) {
    if (head.cell >= style.cells.size()) continue;
    const CellStyle& cell = style.cells[head.cell];
    if (!draws.bernoulli(cell.residual.at(head.ripeness))) continue;
    const bool leaving = cell.height.at(head.ripeness) > 0.9;
    Nucleus body;
    body.angle = head.angle + draws.uniform(-0.12, 0.12);
    body.width = draws.uniform(1.8, 3.4);
    body.target = tubule.epithelium_um * (leaving ? draws.uniform(0.86, 1.02) : draws.uniform(0.15, 1.0));
    body.at = tubule.polar(body.angle, tubule.outline_at(body.angle) - body.target);
    tubule.residual_bodies.push_back(body);
  }
}

// The lumen begins where the cells end, smoothed so that one cell makes no spike.
std::vector<double> lumen_edge(const TubuleLayout& tubule, const HistologyStyle& style, Draws& draws) {
  std::vector<double> depth(samples, std::min(style.sertoli_only_height_um, tubule.epithelium_um));
  const double step = two_pi / static_cast<double>(samples);
  for (const Nucleus& nucleus : tubule.germ_cells) {
    const double here = tubule.outline_at(nucleus.angle) -
                        std::hypot(nucleus.at.x - tubule.centre.x, nucleus.at.y - tubule.centre.y);
    // Sperm that have left hang free in the lumen and do not lift the epithelium.
    const double height = std::min(here + 0.5 * nucleus.width + 4.0, 1.04 * tubule.epithelium_um);
    const auto middle = static_cast<int>(std::lround(nucleus.angle / step)) + 2 * static_cast<int>(samples);
    for (int shift = -2; shift <= 2; ++shift) {
      double& each = depth[static_cast<std::size_t>((middle + shift) % static_cast<int>(samples))];
      each = std::max(each, height);
    }
  }
  std::vector<double> edge(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    double sum = 0.0;
    for (std::size_t k = 0; k < 9; ++k) sum += depth[(i + samples + k - 4) % samples];
    const double outer = tubule.outline[i];
    edge[i] = std::max(0.1 * outer, outer - sum / 9.0 + draws.uniform(-1.6, 1.6));
  }
  return edge;
}

// The lumen stays as wide as it was when germ cells are lost; some epithelium is always left.
double height_of_epithelium(double radius_um, const HistologyStyle& style) {
  if (!style.width) return style.epithelium_height_um;
  const double lumen = 0.5 * style.tubule_diameter_um - style.epithelium_height_um;
  return std::max(radius_um - lumen, 0.25 * radius_um);
}

bool is_free(const TubuleLayout& tubule, Point at, double room) {
  for (const auto* nuclei : {&tubule.germ_cells, &tubule.sertoli, &tubule.vacuoles}) {
    for (const Nucleus& nucleus : *nuclei) {
      const double away = std::hypot(nucleus.at.x - at.x, nucleus.at.y - at.y);
      if (away < room + 0.5 * std::max(nucleus.width, nucleus.length) + 0.5) return false;
    }
  }
  return true;
}

// An epithelium that has lost germ cells holds vacuoles between its Sertoli cells.
void place_vacuoles(double radius_um, const HistologyStyle& style, TubuleLayout& tubule, Draws& draws) {
  constexpr double in_an_empty_tubule = 40.0;
  const double left = radius_um / (0.5 * style.tubule_diameter_um);
  const int wanted = static_cast<int>(in_an_empty_tubule * std::max(0.0, 0.9 - left * left));
  for (int i = 0; i < wanted; ++i) {
    Nucleus vacuole;
    vacuole.width = vacuole.length = draws.uniform(2.5, 9.0);
    vacuole.angle = draws.uniform(0.0, two_pi);
    vacuole.target = std::max(0.5 * vacuole.width + 1.0, tubule.epithelium_um * draws.uniform(0.1, 0.8));
    vacuole.at = tubule.polar(vacuole.angle, tubule.outline_at(vacuole.angle) - vacuole.target);
    if (is_free(tubule, vacuole.at, 0.5 * vacuole.width)) tubule.vacuoles.push_back(vacuole);
  }
}

}  // namespace

double TubuleLayout::outline_at(double angle) const {
  return ring_value(outline, angle);
}

double TubuleLayout::lumen_at(double angle) const {
  return ring_value(lumen, angle);
}

Point TubuleLayout::polar(double angle, double radius_um) const {
  return {centre.x + radius_um * std::cos(angle), centre.y + radius_um * std::sin(angle)};
}

double drawn_radius_um(const CrossSection& section, const HistologyStyle& style) {
  if (style.width) return style.width->diameter_um(section) / 2.0;
  if (section.state == "sclerosed") return style.sclerosed_diameter_um / 2.0;
  if (section.state == "sertoli_only") return style.sertoli_only_diameter_um / 2.0;
  return style.tubule_diameter_um / 2.0;
}

TubuleLayout lay_out_tubule(const CrossSection& section, const HistologyStyle& style, Point centre,
                            const RandomStream& stream, std::uint32_t agent) {
  Draws draws(stream, agent, 1);
  TubuleLayout out;
  out.centre = centre;
  out.sclerosed = section.state == "sclerosed";
  const double drawn = drawn_radius_um(section, style);
  out.radius = drawn * draws.uniform(0.95, 1.04);
  out.epithelium_um = height_of_epithelium(drawn, style);
  out.outline = bent_ring(out.radius, out.sclerosed ? 0.07 : 0.035, draws);
  out.lumen.assign(samples, 0.25 * out.radius);
  if (out.sclerosed) return out;
  const SectionSample sample = sample_section(section, style, stream, agent);
  out.counts = sample.counts;
  const double arc = two_pi / std::max(1, section.sites_around);
  Packing packing;
  place_sertoli(sample, style, arc, out, draws);
  place_germ_cells(sample, style, arc, out, packing, draws);
  push_apart(out, packing);
  place_residual_bodies(style, out, draws);
  if (style.width) place_vacuoles(drawn, style, out, draws);
  out.lumen = lumen_edge(out, style, draws);
  return out;
}

}  // namespace azoo::report
