// Stage frequencies of the groups beside the shares of the cycle that the stages last.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

namespace azoo::report {

struct StageShares {
  std::string label;
  std::size_t style = 0;
  std::vector<double> mean;  // by stage; NaN where no animal has a value
  std::vector<double> sd;
};

[[nodiscard]] std::string draw_stage_frequencies(const std::vector<std::string>& stages,
                                                 const std::vector<double>& duration_share,
                                                 const std::vector<StageShares>& groups);

}  // namespace azoo::report
