// The weight sets of docking.toml: what each favours, and the weights that follow.
#pragma once

#include <Eigen/Core>  // for VectorXf
#include <vector>      // for vector

#include "rank_fit.hpp"  // for RankedSet

namespace azoo::docking {

// Prints [weights.NAME] for each set, fitted on all complexes with `fitted` as its potential and steps, and
// how complexes rank that were left out of that.
void print_weight_sets(const std::vector<RankedSet>& sets, const Eigen::VectorXf& fitted, float repulsion);

}  // namespace azoo::docking
