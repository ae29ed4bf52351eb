#include "report/nucleus_packing.hpp"

#include <algorithm>  // for clamp, min
#include <cmath>      // for atan2, hypot, fabs
#include <numbers>    // for pi

namespace azoo::report {

namespace {

constexpr int relaxations = 40;
// Centres apart, in sums of radii: wide at first, so that nuclei spread over their layer, then as they lie.
constexpr double first_gap = 1.9;
constexpr double last_gap = 1.1;

// Pulls a nucleus towards its layer and keeps it inside the basement membrane. Cells of the wall hold to it.
void settle(Nucleus& nucleus, const TubuleLayout& tubule) {
  constexpr double basal_um = 10.0;
  const double dx = nucleus.at.x - tubule.centre.x;
  const double dy = nucleus.at.y - tubule.centre.y;
  nucleus.angle = std::atan2(dy, dx);
  if (nucleus.angle < 0.0) nucleus.angle += 2.0 * std::numbers::pi;
  const double outer = tubule.outline_at(nucleus.angle);
  double depth = outer - std::hypot(dx, dy);
  depth += (nucleus.target < basal_um ? 0.4 : 0.1) * (nucleus.target - depth);
  depth = std::clamp(depth, nucleus.half_depth + 0.5, 0.93 * outer);
  nucleus.at = tubule.polar(nucleus.angle, outer - depth);
}

// Moves two discs apart by shares of what they overlap.
void separate(Point& a, Point& b, double wanted, double share_a, double share_b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  if (std::fabs(dx) >= wanted || std::fabs(dy) >= wanted) return;
  const double distance = std::hypot(dx, dy);
  if (distance >= wanted || distance < 1e-6) return;
  const double overlap = (wanted - distance) / distance;
  a.x -= share_a * overlap * dx;
  a.y -= share_a * overlap * dy;
  b.x += share_b * overlap * dx;
  b.y += share_b * overlap * dy;
}

}  // namespace

void push_apart(TubuleLayout& tubule, const Packing& packing) {
  std::vector<Nucleus*> all;
  for (Nucleus& each : tubule.sertoli) all.push_back(&each);
  for (const std::size_t i : packing.movable) all.push_back(&tubule.germ_cells[i]);
  for (int step = 0; step < relaxations; ++step) {
    const double share = std::min(1.0, 1.5 * step / relaxations);
    const double gap = first_gap + share * (last_gap - first_gap);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j) {
        separate(all[i]->at, all[j]->at, gap * (all[i]->radius + all[j]->radius), 0.5, 0.5);
      }
      for (const Packing::Disc& disc : packing.fixed) {
        Point there = disc.at;
        separate(all[i]->at, there, all[i]->radius + disc.radius, 0.8, 0.0);
      }
    }
    for (Nucleus* each : all) {
      const double before = each->angle;
      settle(*each, tubule);
      each->tilt += each->angle - before;  // what faced the wall still does
    }
  }
}

}  // namespace azoo::report
