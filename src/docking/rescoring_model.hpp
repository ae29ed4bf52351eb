// The numbers of the rescoring (rescoring.hpp): data/docking/contact-kinds.csv and the part [rescoring] of
// docking.toml.
#pragma once

#include <cstddef>   // for size_t
#include <optional>  // for optional
#include <vector>    // for vector

#include "core/parameters.hpp"     // for ParameterSet
#include "core/problem.hpp"        // for Problems
#include "docking/atom_types.hpp"  // for AtomTypes

namespace azoo::docking {

// Counts 1 within near_A, falling to 0 at far_A.
struct Shell {
  double near_A = 0.0;
  double far_A = 0.0;
};

struct RescoringModel {
  double search_share = 1.0;     // what the terms of the search count in the ranking
  std::vector<bool> polar_type;  // apolar else
  std::vector<Shell> shells;
  double clash_reach_A = 0.0;
  double far_charges_core_A = 0.0;
  double far_charges_reach_A = 0.0;
  // Of each feature: of each shell the contacts between apolar, unlike and polar atoms, then repulsion,
  // clashes, far charges.
  std::vector<double> weights;

  static constexpr std::size_t contact_kinds = 3;
  [[nodiscard]] static std::size_t contact_place(std::size_t shell, bool polar, bool other_polar) {
    return shell * contact_kinds + static_cast<std::size_t>(polar) + static_cast<std::size_t>(other_polar);
  }
  [[nodiscard]] std::size_t repulsion_place() const { return shells.size() * contact_kinds; }
  [[nodiscard]] std::size_t clash_place() const { return repulsion_place() + 1; }
  [[nodiscard]] std::size_t far_charges_place() const { return repulsion_place() + 2; }
  [[nodiscard]] std::size_t feature_count() const { return repulsion_place() + 3; }
};

// Problems: a file that cannot be read, a type without a kind or with two, lists of shells and weights that
// are not of one length.
[[nodiscard]] std::optional<RescoringModel> load_rescoring(const AtomTypes& types,
                                                           const ParameterSet& parameters,
                                                           Problems& problems);

}  // namespace azoo::docking
