#include "docking/solvent_area.hpp"

#include <algorithm>  // for max, any_of
#include <cmath>      // for sqrt, cos, sin
#include <numbers>    // for pi

#include "docking/cell_list.hpp"  // for CellList

namespace azoo::docking {

namespace {

// What one neighbour covers of a sphere: the points u (unit vectors) with u . towards > limit.
struct Cap {
  Vector3 towards;
  double limit = 0.0;
  [[nodiscard]] bool covers(const Vector3& point) const { return dot(point, towards) > limit; }
};

// With widened radii: |c + R u - c'|^2 < R'^2.
Cap cap_of(const Sphere& sphere, const Sphere& other, double probe_A) {
  const double radius = sphere.radius_A + probe_A;
  const double reach = other.radius_A + probe_A;
  const Vector3 towards = other.centre_A - sphere.centre_A;
  return {towards, (dot(towards, towards) + radius * radius - reach * reach) / (2.0 * radius)};
}

// A covered point's neighbours in the spiral are mostly covered by the same cap: it is asked first.
bool covered(const std::vector<Cap>& caps, std::size_t& last, const Vector3& point) {
  if (last < caps.size() && caps[last].covers(point)) return true;
  for (std::size_t k = 0; k < caps.size(); ++k) {
    if (!caps[k].covers(point)) continue;
    last = k;
    return true;
  }
  return false;
}

double widest(std::span<const Sphere> spheres) {
  double radius = 0.0;
  for (const Sphere& each : spheres) radius = std::max(radius, each.radius_A);
  return radius;
}

std::vector<Vector3> centres(std::span<const Sphere> spheres) {
  std::vector<Vector3> out;
  out.reserve(spheres.size());
  for (const Sphere& each : spheres) out.push_back(each.centre_A);
  return out;
}

bool touch(const Sphere& a, const Sphere& b, double probe_A, double squared) {
  const double reach = a.radius_A + b.radius_A + 2.0 * probe_A;
  return squared < reach * reach;
}

}  // namespace

std::vector<Vector3> golden_spiral(std::size_t points) {
  const double golden_angle = std::numbers::pi * (3.0 - std::sqrt(5.0));
  std::vector<Vector3> out;
  out.reserve(points);
  for (std::size_t k = 0; k < points; ++k) {
    const double z = 1.0 - (2.0 * static_cast<double>(k) + 1.0) / static_cast<double>(points);
    const double ring = std::sqrt(1.0 - z * z);
    const double angle = golden_angle * static_cast<double>(k);
    out.push_back({ring * std::cos(angle), ring * std::sin(angle), z});
  }
  return out;
}

SolventAreas solvent_areas(std::span<const Sphere> spheres, std::span<const Sphere> partner,
                           const Probe& probe) {
  SolventAreas areas{std::vector<double>(spheres.size()), std::vector<double>(spheres.size())};
  if (spheres.empty()) return areas;
  const std::vector<Vector3> unit = golden_spiral(probe.points);
  const std::vector<Vector3> own_centres = centres(spheres);
  const std::vector<Vector3> partner_centres = centres(partner);
  const double widest_own = widest(spheres);
  const double own_reach_A = 2.0 * (widest_own + probe.radius_A);
  const double partner_reach_A = widest_own + widest(partner) + 2.0 * probe.radius_A;
  const CellList own(own_centres, own_reach_A);
  const CellList others(partner_centres, partner_reach_A);
  std::vector<Cap> own_caps;
  std::vector<Cap> partner_caps;
  for (std::size_t i = 0; i < spheres.size(); ++i) {
    const Sphere& sphere = spheres[i];
    own_caps.clear();
    partner_caps.clear();
    bool counted_before = false;
    own.for_each_within(sphere.centre_A, own_reach_A, [&](std::size_t j, double squared) {
      if (j == i || !touch(sphere, spheres[j], probe.radius_A, squared)) return;
      counted_before = counted_before || (squared == 0.0 && sphere.radius_A == spheres[j].radius_A && j < i);
      own_caps.push_back(cap_of(sphere, spheres[j], probe.radius_A));
    });
    others.for_each_within(sphere.centre_A, partner_reach_A, [&](std::size_t j, double squared) {
      if (touch(sphere, partner[j], probe.radius_A, squared))
        partner_caps.push_back(cap_of(sphere, partner[j], probe.radius_A));
    });
    if (counted_before) continue;
    std::size_t free = 0;
    std::size_t buried = 0;
    std::size_t last_own = 0;
    std::size_t last_partner = 0;
    for (const Vector3& point : unit) {
      if (covered(own_caps, last_own, point)) continue;
      ++free;
      if (covered(partner_caps, last_partner, point)) ++buried;
    }
    const double radius = sphere.radius_A + probe.radius_A;
    const double share = 4.0 * std::numbers::pi * radius * radius / static_cast<double>(unit.size());
    areas.free_A2[i] = share * static_cast<double>(free);
    areas.buried_A2[i] = share * static_cast<double>(buried);
  }
  return areas;
}

}  // namespace azoo::docking
