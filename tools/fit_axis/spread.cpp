#include "spread.hpp"

#include <fmt/core.h>

#include <cmath>

#include "core/random.hpp"
#include "endocrine/axis.hpp"
#include "endocrine/ensemble.hpp"
#include "least_squares.hpp"

namespace azoo::fit {

namespace {

using namespace azoo::endocrine;

// Hormones with a printed range, and its width in SD: 3.92 for 95 %, 2.563 for 10-90 centiles.
struct Range {
  const char* reference;
  double HormoneState::*hormone;
  double width_sd;
};
constexpr Range ranges[] = {
    {"lh", &HormoneState::lh_IU_per_L, 3.92},
    {"fsh", &HormoneState::fsh_IU_per_L, 3.92},
    {"testosterone", &HormoneState::testosterone_nmol_per_L, 3.92},
    {"estradiol", &HormoneState::estradiol_pmol_per_L, 3.92},
    {"inhibin_b", &HormoneState::inhibin_b_pg_per_mL, 2.563},
    {"prolactin", &HormoneState::prolactin_mIU_per_L, 3.92},
    {"shbg", &HormoneState::shbg_nmol_per_L, 3.92},
};
constexpr const char* set_points[] = {"gnrh_drive",
                                      "lh_drive",
                                      "fsh_drive",
                                      "leydig_steroidogenesis",
                                      "aromatase",
                                      "inhibin",
                                      "testosterone_clearance",
                                      "shbg",
                                      "prolactin"};

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
  constexpr std::uint64_t men_drawn = 1000;
  constexpr double tolerance = 0.03;  // of an SD of logarithms
  constexpr double pull = 0.5;        // towards the shipped values, per unit of logit
  std::vector<std::string> names;
  Vector start, limits;
  for (const char* set_point : set_points) {
    names.push_back("axis.between_man." + std::string(set_point) + "_cv");
    const Parameter& shipped = parameters.at(names.back());
    limits.push_back(shipped.high);
    start.push_back(std::log(shipped.values[0] / (shipped.high - shipped.values[0])));
  }
  const AxisParameters axis_values = axis_parameters(parameters);
  const auto cvs = [&](const Vector& logits) {
    Vector values;
    for (std::size_t i = 0; i < logits.size(); ++i)
      values.push_back(limits[i] / (1.0 + std::exp(-logits[i])));
    return values;
  };
  const auto residuals = [&](const Vector& logits) {
    const ParameterSet tried = with_values(parameters, names, cvs(logits));
    std::vector<HormoneState> men;
    for (std::uint64_t i = 0; i < men_drawn; ++i) {
      const RandomStream stream({.seed = 1, .participant = i, .stream = Stream::hormone_set_points});
      men.push_back(Axis(axis_values, draw_set_points(tried, stream)).state());
    }
    Vector r;
    for (const Range& range : ranges) {
      const Parameter& printed = parameters.at("axis.reference." + std::string(range.reference));
      const double wanted = std::log(printed.high / printed.low) / range.width_sd;
      r.push_back((spread_of(men, range.hormone) - wanted) / tolerance);
    }
    for (std::size_t i = 0; i < logits.size(); ++i) r.push_back(pull * (logits[i] - start[i]));
    return r;
  };
  const Vector best = least_squares(residuals, start);
  const Vector r = residuals(best);
  for (std::size_t k = 0; k < std::size(ranges); ++k)
    fmt::print("# spread of {}: SD of logarithms off by {:.3f}\n", ranges[k].reference, tolerance * r[k]);
  std::vector<std::pair<std::string, double>> result;
  for (std::size_t k = 0; k < names.size(); ++k) result.emplace_back(names[k], cvs(best)[k]);
  return result;
}

}  // namespace azoo::fit
