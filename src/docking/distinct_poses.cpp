#include "docking/distinct_poses.hpp"

namespace azoo::docking {

Poses distinct_poses(const Poses& ranked, const PoseDistances& distances, double apart_A) {
  const double nearest2 = apart_A * apart_A;
  Poses kept;
  std::vector<std::size_t> places;  // of those kept, among the ranked
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    std::size_t better = 0;
    while (better < kept.size() && distances.squared_A(places[better], i) >= nearest2) ++better;
    if (better < kept.size()) {
      kept[better].hits += ranked[i].hits;
    } else {
      kept.push_back(ranked[i]);
      places.push_back(i);
    }
  }
  return kept;
}

}  // namespace azoo::docking
