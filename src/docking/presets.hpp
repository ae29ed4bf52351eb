// How thoroughly a pair is searched, from data/docking/docking.toml.
#pragma once

#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems

namespace azoo::docking {

struct Preset {
  std::size_t rotations = 0;
  // Coarse to fine: first these many rotations, then of `rotations` those near the best of them. 0: all at
  // once.
  std::size_t coarse_rotations = 0;
  std::size_t coarse_best = 0;
  double spacing_A = 0.0;
  std::size_t eigenvectors = 0;      // of the pair potential, in the search; off the grid all of them count
  std::size_t poses_a_rotation = 0;  // places kept of each rotation
  std::size_t poses_kept = 0;        // of all rotations together
  std::size_t poses_refined = 0;     // of these, the best
  std::size_t poses_refined_again = 0;  // of these, on the score that ranks them
};

// Problem: an unknown preset.
[[nodiscard]] std::optional<Preset> load_preset(const ParameterSet& parameters, std::string_view name,
                                                Problems& problems);

}  // namespace azoo::docking
