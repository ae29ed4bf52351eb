#include "report/tubule_layout.hpp"

#include <algorithm>  // for max, min, clamp
#include <array>      // for array
#include <cmath>      // for sin, cos, atan2, hypot
#include <numbers>    // for pi

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
constexpr std::size_t samples = 72;  // of outline and lumen
constexpr int relaxations = 14;      // steps that push overlapping nuclei apart

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
    ring[i] = radius * std::clamp(factor, 0.8, 1.15);
  }
  return ring;
}

bool is_head(const HistologyStyle& style, std::size_t cell) {
  return cell < style.cells.size() && style.cells[cell].look == "head";
}

void place_site(const SiteCells& site, double angle, double arc, const HistologyStyle& style,
                TubuleLayout& out, Draws& draws) {
  for (const auto& [type, count] : site.counts) {
    if (type == "sertoli") continue;  // every site carries one already
    const std::size_t cell = style.find(type);
    const bool known = cell < style.cells.size();
    const double diameter = known ? style.cells[cell].nucleus_um : style.sertoli_nucleus_um * 0.8;
    const double height = known ? style.cells[cell].height : 0.5;
    // Heads of late spermatids gather in one bundle in the Sertoli cell's crypt.
    const double spread = is_head(style, cell) ? 0.25 : 0.5;
    const double bundle = draws.uniform(-0.2, 0.2);
    for (int i = 0; i < count; ++i) {
      Nucleus nucleus;
      nucleus.cell = cell;
      nucleus.radius = diameter / 2.0;
      nucleus.angle = angle + arc * (bundle + draws.uniform(-spread, spread));
      nucleus.target =
          std::max(nucleus.radius + 0.5,
                   style.epithelium_height_um * (height + (height > 0.15 ? 0.045 * draws.normal() : 0.0)));
      nucleus.at = out.polar(nucleus.angle, out.outline_at(nucleus.angle) - nucleus.target);
      out.germ_cells.push_back(nucleus);
    }
  }
}

// Pulls a nucleus towards its layer and keeps it inside the basement membrane.
void settle(Nucleus& nucleus, const TubuleLayout& tubule) {
  const double dx = nucleus.at.x - tubule.centre.x;
  const double dy = nucleus.at.y - tubule.centre.y;
  nucleus.angle = std::atan2(dy, dx);
  const double outer = tubule.outline_at(nucleus.angle);
  double depth = outer - std::hypot(dx, dy);
  depth += (nucleus.target < 12.0 ? 0.7 : 0.12) * (nucleus.target - depth);
  depth = std::clamp(depth, nucleus.radius + 0.3, 0.93 * outer);
  nucleus.at = tubule.polar(nucleus.angle, outer - depth);
}

void push_apart(TubuleLayout& tubule, const HistologyStyle& style) {
  std::vector<Nucleus*> all;
  for (Nucleus& each : tubule.sertoli) all.push_back(&each);
  for (Nucleus& each : tubule.germ_cells) {
    if (!is_head(style, each.cell)) all.push_back(&each);
  }
  for (int step = 0; step < relaxations; ++step) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        const double dx = all[j]->at.x - all[i]->at.x;
        const double dy = all[j]->at.y - all[i]->at.y;
        const double wanted = 1.12 * (all[i]->radius + all[j]->radius);
        if (std::fabs(dx) >= wanted || std::fabs(dy) >= wanted) continue;
        const double distance = std::hypot(dx, dy);
        if (distance >= wanted || distance < 1e-6) continue;
        const double half = 0.5 * (wanted - distance) / distance;
        all[i]->at.x -= half * dx;
        all[i]->at.y -= half * dy;
        all[j]->at.x += half * dx;
        all[j]->at.y += half * dy;
      }
    }
    for (Nucleus* each : all) settle(*each, tubule);
  }
}

// The lumen begins where the cells end, smoothed so that one cell makes no spike.
std::vector<double> lumen_edge(const TubuleLayout& tubule, const HistologyStyle& style, Draws& draws) {
  std::vector<double> depth(samples, style.sertoli_only_height_um);
  const double step = two_pi / static_cast<double>(samples);
  for (const Nucleus& nucleus : tubule.germ_cells) {
    const double here = tubule.outline_at(nucleus.angle) -
                        std::hypot(nucleus.at.x - tubule.centre.x, nucleus.at.y - tubule.centre.y);
    // Sperm that have left hang free in the lumen and do not lift the epithelium.
    const double height = std::min(here + nucleus.radius + 4.0, 1.05 * style.epithelium_height_um);
    const auto middle = static_cast<int>(std::lround(nucleus.angle / step)) + static_cast<int>(samples);
    for (int shift = -2; shift <= 2; ++shift) {
      double& each = depth[static_cast<std::size_t>((middle + shift) % static_cast<int>(samples))];
      each = std::max(each, height);
    }
  }
  std::vector<double> edge(samples);
  for (std::size_t i = 0; i < samples; ++i) {
    double sum = 0.0;
    for (std::size_t k = 0; k < 5; ++k) sum += depth[(i + samples + k - 2) % samples];
    const double outer = tubule.outline[i];
    edge[i] = std::max(0.1 * outer, outer - sum / 5.0 + draws.uniform(-1.6, 1.6));
  }
  return edge;
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
  out.radius = drawn_radius_um(section, style) * draws.uniform(0.93, 1.05);
  out.outline = bent_ring(out.radius, out.sclerosed ? 0.07 : 0.045, draws);
  out.lumen.assign(samples, 0.25 * out.radius);
  if (out.sclerosed) return out;
  const int sites = std::max(section.sites_around, 1);
  const double arc = two_pi / static_cast<double>(sites);
  for (int site = 0; site < sites; ++site) {
    Nucleus sertoli;
    sertoli.radius = style.sertoli_nucleus_um / 2.0;
    sertoli.angle = arc * (site + 0.5 + draws.uniform(-0.3, 0.3));
    sertoli.target = sertoli.radius + draws.uniform(2.5, 9.0);
    sertoli.at = out.polar(sertoli.angle, out.outline_at(sertoli.angle) - sertoli.target);
    out.sertoli.push_back(sertoli);
  }
  for (const SiteCells& site : section.sites) {
    place_site(site, arc * (static_cast<double>(site.site) + 0.5), arc, style, out, draws);
  }
  push_apart(out, style);
  out.lumen = lumen_edge(out, style, draws);
  return out;
}

}  // namespace azoo::report
