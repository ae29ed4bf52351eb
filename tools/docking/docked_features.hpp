// What docking_make_poses writes of a docked pose, in its mode `docked`.
#pragma once

#include <cstddef>  // for size_t

namespace azoo::docking {

inline constexpr std::size_t docked_search_score = 0;   // without rescoring
inline constexpr std::size_t docked_crowd = 1;          // poses within 9 A interface RMSD, itself among them
inline constexpr std::size_t docked_first_feature = 2;  // Rescoring::features, then SiteScore::features

}  // namespace azoo::docking
