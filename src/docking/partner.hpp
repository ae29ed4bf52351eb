// A molecule made ready for scoring: plain arrays of what the score needs of each heavy atom.
#pragma once

#include <cstdint>  // for uint8_t
#include <vector>   // for vector

#include "docking/score_model.hpp"    // for ScoreModel
#include "docking/structure.hpp"      // for Structure
#include "docking/surface_sites.hpp"  // for SurfaceSites
#include "docking/vector3.hpp"        // for Vector3

namespace azoo::docking {

struct ScoredPartner {
  std::vector<Vector3> positions_A;
  std::vector<std::uint8_t> types;
  std::vector<double> charges_e;
  std::vector<double> firmness;
  SurfaceSites sites;
  [[nodiscard]] std::size_t size() const { return positions_A.size(); }
};

// In the order of the structure's atoms.
[[nodiscard]] ScoredPartner scored_partner(const Structure& structure, const AtomTypes& types,
                                           const Kernels& kernels);

}  // namespace azoo::docking
