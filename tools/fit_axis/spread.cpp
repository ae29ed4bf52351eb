#include "spread.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "endocrine/axis.hpp"
#include "endocrine/ensemble.hpp"

namespace azoo::fit {

namespace {

using namespace azoo::endocrine;

// Each hormone's range is answered by the set-point that moves it most.
struct Pair {
  const char* reference;
  const char* set_point;
  double HormoneState::*hormone;
  double width_sd;  // width of the printed range in SD: 3.92 for 95 %, 2.563 for 10-90 centiles
};
constexpr Pair pairs[] = {
    {"lh", "lh_drive", &HormoneState::lh_IU_per_L, 3.92},
    {"fsh", "fsh_drive", &HormoneState::fsh_IU_per_L, 3.92},
    {"testosterone", "leydig_steroidogenesis", &HormoneState::testosterone_nmol_per_L, 3.92},
    {"estradiol", "aromatase", &HormoneState::estradiol_pmol_per_L, 3.92},
    {"inhibin_b", "inhibin", &HormoneState::inhibin_b_pg_per_mL, 2.563},
    {"prolactin", "prolactin", &HormoneState::prolactin_mIU_per_L, 3.92},
    {"shbg", "shbg", &HormoneState::shbg_nmol_per_L, 3.92},
};

double spread_of(const std::vector<HormoneState>& men, double HormoneState::*hormone) {
  double sum = 0.0, squares = 0.0;
  for (const HormoneState& man : men) {
    const double log_level = std::log(man.*hormone);
    sum += log_level;
    squares += log_level * log_level;
  }
  const double n = static_cast<double>(men.size());
  return std::sqrt(squares / n - (sum / n) * (sum / n));
}

}  // namespace

std::vector<std::pair<std::string, double>> fit_spread(const ParameterSet& parameters) {
  constexpr std::uint64_t men_drawn = 2000;
  constexpr int rounds = 12;
  std::vector<std::string> names;
  std::vector<double> cvs;
  for (const Pair& pair : pairs) {
    names.push_back("axis.between_man." + std::string(pair.set_point) + "_cv");
    cvs.push_back(parameters.value(names.back(), "1"));
  }
  const AxisParameters axis_values = axis_parameters(parameters);
  for (int round = 0; round < rounds; ++round) {
    const ParameterSet tried = with_values(parameters, names, cvs);
    std::vector<HormoneState> men;
    for (std::uint64_t i = 0; i < men_drawn; ++i) {
      const RandomStream stream({.seed = 1, .participant = i, .stream = Stream::hormone_set_points});
      men.push_back(Axis(axis_values, draw_set_points(tried, stream)).state());
    }
    for (std::size_t k = 0; k < std::size(pairs); ++k) {
      const Parameter& range = parameters.at("axis.reference." + std::string(pairs[k].reference));
      const double wanted = std::log(range.high / range.low) / pairs[k].width_sd;
      const double ratio = wanted / spread_of(men, pairs[k].hormone);
      const Parameter& limits = parameters.at(names[k]);
      cvs[k] = std::clamp(cvs[k] * ratio, 0.02, limits.high);
    }
  }
  std::vector<std::pair<std::string, double>> result;
  for (std::size_t k = 0; k < names.size(); ++k) result.emplace_back(names[k], cvs[k]);
  return result;
}

}  // namespace azoo::fit
