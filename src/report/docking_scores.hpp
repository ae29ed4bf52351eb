// Two pictures of a docking run's scores: of all poses by rank, and of clusters by the number of their poses.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/dock.hpp"        // for DockResult
#include "docking/evaluation.hpp"  // for Quality

namespace azoo::report {

// `quality`: of each cluster's representative, or empty; those that are at least acceptable are marked.
[[nodiscard]] std::string scores_by_rank_svg(const docking::DockResult& result,
                                             const std::vector<docking::Quality>& quality);
[[nodiscard]] std::string clusters_by_size_svg(const docking::DockResult& result,
                                               const std::vector<docking::Quality>& quality);

}  // namespace azoo::report
