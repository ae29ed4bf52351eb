// Finds a minimum by L-BFGS (Liu and Nocedal, Mathematical Programming 1989, doi 10.1007/BF01589116).
#pragma once

#include <Eigen/Core>  // for VectorXf
#include <functional>  // for function

#include "rank_fit.hpp"  // for RankLoss

namespace azoo::docking {

[[nodiscard]] Eigen::VectorXf minimised(Eigen::VectorXf start,
                                        const std::function<RankLoss(const Eigen::VectorXf&)>& evaluate,
                                        int steps);

}  // namespace azoo::docking
