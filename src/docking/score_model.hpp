// What a pose is scored by. The score is a sum over pairs of heavy atoms, one of each partner:
//
//   E = sum_ij  w_rep s_i s_j R(r_ij) - w_att A(r_ij) + w_el q_i q_j G(r_ij) + w_pair e(t_i, t_j) C(r_ij)
//
// with smooth kernels of the distance r (A a sum of steps), the firmness s of an atom (1 where buried), its
// charge q and type t. It is linear in what belongs to the ligand, so that each term is a correlation of a
// field of the receptor with a density of the ligand. Arbitrary units; lower is better.
#pragma once

#include <array>        // for array
#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"          // for ParameterSet
#include "core/problem.hpp"             // for Problems
#include "docking/atom_types.hpp"       // for AtomTypes
#include "docking/rescoring_model.hpp"  // for RescoringModel

namespace azoo::docking {

// share within near_A, falling to 0 at far_A.
struct Step {
  double near_A = 0.0;
  double far_A = 0.0;
  double share = 0.0;
};

// Distances in A. A contact C falls from 1 at `near` to 0 at `far`; attraction is a sum of such steps, some
// negative.
struct Kernels {
  double repulsion_reach_A = 0.0;
  std::vector<Step> attraction;
  double contact_near_A = 0.0;
  double contact_far_A = 0.0;
  double electrostatic_core_A = 0.0;
  double electrostatic_reach_A = 0.0;
  // Firmness grows from least to 1 as the neighbours within 10 A grow from `exposed` to `buried`.
  double firmness_least = 0.0;
  double neighbours_exposed = 0.0;
  double neighbours_buried = 0.0;
  // Where on its partner an atom lies (surface_sites.hpp).
  double terminus_reach_A = 0.0;
  double enclosure_raise_A = 0.0;
  double enclosure_near_A = 0.0;
  double enclosure_far_A = 0.0;
};

struct Weights {
  double repulsion = 0.0;
  double attraction = 0.0;
  double electrostatics = 0.0;
  double pair_potential = 0.0;
  bool rescoring = false;  // whether RescoringModel and SiteWeights rank poses too
};

// Of SiteScore's features.
struct SiteWeights {
  double from_first_per_A = 0.0;
  double from_last_per_A = 0.0;
  double enclosure = 0.0;  // a standard deviation
  static constexpr std::size_t count = 3;
  [[nodiscard]] std::array<double, count> in_order() const {
    return {from_first_per_A, from_last_per_A, enclosure};
  }
};

// e(a, b), symmetric; negative where a and b meet more often in complexes than in decoys.
struct PairPotential {
  std::size_t types = 0;
  std::vector<double> values;  // types x types
  [[nodiscard]] double operator()(std::size_t a, std::size_t b) const { return values[a * types + b]; }
};

struct ScoreModel {
  AtomTypes types;
  Kernels kernels;
  Weights weights;
  PairPotential potential;
  RescoringModel rescoring = {};
  SiteWeights site = {};
};

// Problems: an unknown weight set (the known ones are named), a potential that does not fit the types.
[[nodiscard]] std::optional<ScoreModel> load_score_model(const ParameterSet& parameters,
                                                         std::string_view weights, Problems& problems);
// The farthest that repulsion, attraction and contacts reach.
[[nodiscard]] double short_reach_A(const Kernels& kernels);

[[nodiscard]] Kernels load_kernels(const ParameterSet& parameters);
// data/docking/pair-potential.csv: type_a, type_b, value.
[[nodiscard]] std::optional<PairPotential> load_pair_potential(const AtomTypes& types, Problems& problems);

}  // namespace azoo::docking
