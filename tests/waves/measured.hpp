// The measured mouse tubules beside the project, which it does not ship: tests that need them skip without.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/parameters.hpp"
#include "testis/species.hpp"

namespace azoo::testis {

// Edge of a voxel: published length of all nine tubules, 1784.51 mm, over that of the skeleton in voxels,
// 194692.
inline constexpr double measured_voxel_um = 9.1658;

inline std::filesystem::path measured_skeleton() {
  return std::filesystem::path(AZOO_PROJECT_DIR) / "../shared/data/tubules/mouse_testis_skeleton.csv";
}

inline const ParameterSet& species_tables() {
  static const ParameterSet set = [] {
    Problems problems;
    return ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data/species", problems);
  }();
  return set;
}

inline const Species& mouse() {
  static const Species species = Species::from(species_tables(), "mouse");
  return species;
}

}  // namespace azoo::testis

#define AZOO_NEEDS_MEASURED_TUBULES()                                             \
  if (!std::filesystem::exists(azoo::testis::measured_skeleton())) {              \
    GTEST_SKIP() << "the measured tubules are not here: "                         \
                 << "../shared/data/tubules/mouse_testis_skeleton.csv is absent"; \
  }
