#include "docking/surface_sites.hpp"

#include <algorithm>  // for find, min
#include <cmath>      // for sqrt

#include "docking/cell_list.hpp"      // for CellList
#include "docking/chain_termini.hpp"  // for chain_termini
#include "docking/kernels.hpp"        // for fall_off
#include "docking/neighbourhood.hpp"  // for neighbourhood_A, neighbourhood_A2

namespace azoo::docking {
namespace {

struct Spread {
  double mean = 0.0;
  double deviation = 0.0;
};

Spread spread_over(const std::vector<double>& values, const std::vector<bool>& counted) {
  double count = 0.0, sum = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!counted[i]) continue;
    count += 1.0;
    sum += values[i];
  }
  const double mean = sum / count;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (counted[i]) squares += (values[i] - mean) * (values[i] - mean);
  return {mean, std::sqrt(squares / count)};
}

// unit: 0 where the surface is all alike.
void take_from_mean(std::vector<double>& values, double mean, double unit) {
  for (double& value : values) value = unit > 0.0 ? (value - mean) / unit : 0.0;
}

std::vector<double> distances_from(const std::vector<Vector3>& ends_A,
                                   const std::vector<Vector3>& positions_A, double reach_A) {
  std::vector<double> distances;
  distances.reserve(positions_A.size());
  for (const Vector3& p : positions_A) {
    double least2 = reach_A * reach_A;
    for (const Vector3& end : ends_A) least2 = std::min(least2, squared_distance(p, end));
    distances.push_back(std::sqrt(least2));
  }
  return distances;
}

}  // namespace

std::vector<double> enclosures(std::span<const Vector3> positions_A, double raise_A, double near_A,
                               double far_A) {
  const CellList cells(positions_A, 5.0);
  std::vector<double> counts;
  counts.reserve(positions_A.size());
  for (const Vector3& p : positions_A) {
    Vector3 sum;
    double count = 0.0;
    cells.for_each_near(p, 1.001 * neighbourhood_A, [&](std::uint32_t j) {
      if (squared_distance(p, positions_A[j]) > neighbourhood_A2) return;
      sum = sum + positions_A[j];
      count += 1.0;
    });
    const Vector3 outward = p - (1.0 / count) * sum;  // the atom itself is among them
    const double size = length(outward);
    const Vector3 above = size > 1e-6 ? p + (raise_A / size) * outward : p;
    double about = 0.0;
    cells.for_each_within(above, far_A, [&](std::uint32_t, double r2) {
      about += fall_off(r2, near_A * near_A, far_A * far_A);
    });
    counts.push_back(about);
  }
  return counts;
}

SurfaceSites surface_sites(const Structure& structure, const std::vector<Vector3>& positions_A,
                           const std::vector<bool>& on_surface, const Kernels& kernels) {
  if (std::find(on_surface.begin(), on_surface.end(), true) == on_surface.end()) {
    const std::vector<double> none(positions_A.size(), 0.0);
    return {none, none, none};
  }
  const ChainTermini termini = chain_termini(structure);
  SurfaceSites sites{
      distances_from(termini.first_A, positions_A, kernels.terminus_reach_A),
      distances_from(termini.last_A, positions_A, kernels.terminus_reach_A),
      enclosures(positions_A, kernels.enclosure_raise_A, kernels.enclosure_near_A, kernels.enclosure_far_A)};
  for (std::vector<double>* distances : {&sites.from_first_A, &sites.from_last_A})
    take_from_mean(*distances, spread_over(*distances, on_surface).mean, 1.0);
  const Spread enclosed = spread_over(sites.enclosure, on_surface);
  take_from_mean(sites.enclosure, enclosed.mean, enclosed.deviation);
  return sites;
}

}  // namespace azoo::docking
