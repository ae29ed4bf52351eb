// Forest plot: each study's effect with its interval, the pooled mean as a diamond, the prediction interval
// as a bar; or the studies alone with the reason why they are not pooled.
#pragma once

#include <string>  // for string

#include "evidence/pooling.hpp"  // for PooledOutcome

namespace azoo::report {

[[nodiscard]] std::string forest_svg(const evidence::PooledOutcome& outcome);

}  // namespace azoo::report
