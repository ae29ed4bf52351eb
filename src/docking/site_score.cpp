#include "docking/site_score.hpp"

#include <algorithm>  // for max, min
#include <numeric>    // for inner_product

#include "docking/kernels.hpp"  // for fall_off

namespace azoo::docking {
namespace {

struct SideMeans {
  double from_first_A = 0.0;
  double from_last_A = 0.0;
  double enclosure = 0.0;
};

// nearest2: of each atom, the squared distance to the other partner.
SideMeans means_of(const SurfaceSites& sites, const std::vector<double>& nearest2, double near2,
                   double far2) {
  SideMeans sums;
  double total = 0.0;
  for (std::size_t i = 0; i < nearest2.size(); ++i) {
    if (nearest2[i] >= far2) continue;
    const double weight = fall_off(nearest2[i], near2, far2);
    total += weight;
    sums.from_first_A += weight * sites.from_first_A[i];
    sums.from_last_A += weight * sites.from_last_A[i];
    sums.enclosure += weight * sites.enclosure[i];
  }
  if (total <= 0.0) return {};
  return {sums.from_first_A / total, sums.from_last_A / total, sums.enclosure / total};
}

}  // namespace

std::array<double, SiteWeights::count> SiteScore::features(const RigidMotion& motion) const {
  const ScoredPartner& standing = score_.receptor();
  const ScoredPartner& moving = score_.ligand();
  const Kernels& kernels = score_.model().kernels;
  const double near2 = kernels.contact_near_A * kernels.contact_near_A;
  const double far2 = kernels.contact_far_A * kernels.contact_far_A;
  const RotationMatrix rotation = matrix_of(motion.rotation);
  std::vector<double> of_standing(standing.size(), far2), of_moving(moving.size(), far2);
  for (std::size_t j = 0; j < moving.size(); ++j) {
    const Vector3 at = rotation * moving.positions_A[j] + motion.shift_A;
    for (const std::uint32_t i : score_.lists().near(at)) {
      const double r2 = squared_distance(at, standing.positions_A[i]);
      of_standing[i] = std::min(of_standing[i], r2);
      of_moving[j] = std::min(of_moving[j], r2);
    }
  }
  const SideMeans a = means_of(standing.sites, of_standing, near2, far2);
  const SideMeans b = means_of(moving.sites, of_moving, near2, far2);
  return {a.from_first_A + b.from_first_A, a.from_last_A + b.from_last_A, std::max(a.enclosure, b.enclosure)};
}

double SiteScore::value(const RigidMotion& motion) const {
  const auto sums = features(motion);
  const auto weights = score_.model().site.in_order();
  return std::inner_product(sums.begin(), sums.end(), weights.begin(), 0.0);
}

}  // namespace azoo::docking
