// A score model that ranks by a rescoring of which no part can be missed.
#pragma once

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {

// The search's weights of the fixture, and every part of the rescoring with a weight.
inline const ScoreModel& rescored_model() {
  static const ScoreModel made = [] {
    ScoreModel copy = model();
    copy.weights.rescoring = true;
    copy.rescoring.search_share = 0.7;
    for (std::size_t k = 0; k < copy.rescoring.weights.size(); ++k)
      copy.rescoring.weights[k] = (k % 2 == 0 ? -0.01 : 0.013) * static_cast<double>(k + 1);
    return copy;
  }();
  return made;
}

}  // namespace azoo::docking::search_tests
