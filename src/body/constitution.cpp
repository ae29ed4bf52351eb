#include "body/constitution.hpp"

#include <algorithm>

namespace azoo::body {

double active_tubule_fraction(const Constitution& man) {
  std::size_t active = 0;
  std::size_t all = 0;
  for (const auto& side : man.tubules) {
    active += static_cast<std::size_t>(std::count(side.begin(), side.end(), TubuleKind::active));
    all += side.size();
  }
  return all == 0 ? 0.0 : static_cast<double>(active) / static_cast<double>(all);
}

Constitution healthy_man(int segments_per_testis) {
  Constitution man;
  man.aetiology = "none";
  man.histology = "complete_spermatogenesis";
  for (auto& side : man.tubules)
    side.assign(static_cast<std::size_t>(segments_per_testis), TubuleKind::active);
  return man;
}

}  // namespace azoo::body
