// How well one complex was docked, told by its known structure, and what it cost.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/dock.hpp"        // for DockResult
#include "docking/evaluation.hpp"  // for CapriClass, ReferenceComplex

namespace azoo::bench {

// A ranked list of poses, or of the representatives of clusters, seen by its quality.
class RankedQuality {
 public:
  void add(const docking::Quality& quality);
  // The rank, from 1, of the first that is at least of this class; 0: none.
  [[nodiscard]] std::size_t first(docking::CapriClass least) const;
  [[nodiscard]] bool within(std::size_t top, docking::CapriClass least) const;
  [[nodiscard]] double best_dockq(std::size_t top) const;  // 0 of an empty list
  [[nodiscard]] std::size_t size() const { return qualities_.size(); }

 private:
  std::vector<docking::Quality> qualities_;
};

struct ComplexResult {
  std::string name;
  std::string failure;  // empty: docked
  RankedQuality poses;
  RankedQuality clusters;
  docking::SearchRecord record;
  double cpu_s = 0.0;      // of dock(), all threads
  double memory_MB = 0.0;  // the most while it was docked
};

[[nodiscard]] RankedQuality quality_of_poses(const docking::DockResult& docked,
                                             const docking::ReferenceComplex& reference);
// Each cluster by its representative.
[[nodiscard]] RankedQuality quality_of_clusters(const docking::DockResult& docked,
                                                const docking::ReferenceComplex& reference);

}  // namespace azoo::bench
