#include "testis/spread_kernel.hpp"

#include <cmath>

namespace azoo::testis {

SpreadKernel::SpreadKernel(double fraction, int hops)
    : hops_(hops), leave_below_(static_cast<std::uint32_t>(std::lround(fraction * 65536.0))), paths_(1) {
  for (int step = 0; step < hops; ++step) {
    std::vector<Hop> longer;
    for (const Hop& path : paths_) {
      for (const Hop& way : hex_directions)
        longer.push_back({path.around + way.around, path.along + way.along});
    }
    paths_ = std::move(longer);
  }
  if (leave_below_ > 0) paths_per_number_ = (static_cast<std::uint64_t>(paths_.size()) << 32) / leave_below_;
}

}  // namespace azoo::testis
