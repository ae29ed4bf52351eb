#include "complex_result.hpp"

#include <algorithm>  // for max, min

namespace azoo::bench {

using docking::CapriClass;

void RankedQuality::add(const docking::Quality& quality) {
  qualities_.push_back(quality);
}

std::size_t RankedQuality::first(CapriClass least) const {
  for (std::size_t i = 0; i < qualities_.size(); ++i)
    if (qualities_[i].capri >= least) return i + 1;
  return 0;
}

bool RankedQuality::within(std::size_t top, CapriClass least) const {
  const std::size_t rank = first(least);
  return rank > 0 && rank <= top;
}

double RankedQuality::best_dockq(std::size_t top) const {
  double best = 0.0;
  for (std::size_t i = 0; i < std::min(top, qualities_.size()); ++i)
    best = std::max(best, qualities_[i].dockq);
  return best;
}

RankedQuality quality_of_poses(const docking::DockResult& docked,
                               const docking::ReferenceComplex& reference) {
  RankedQuality ranked;
  for (const docking::Pose& pose : docked.poses) ranked.add(reference.quality(pose.motion));
  return ranked;
}

RankedQuality quality_of_clusters(const docking::DockResult& docked,
                                  const docking::ReferenceComplex& reference) {
  RankedQuality ranked;
  for (const docking::Cluster& cluster : docked.clusters)
    ranked.add(reference.quality(docked.poses.at(cluster.representative).motion));
  return ranked;
}

}  // namespace azoo::bench
