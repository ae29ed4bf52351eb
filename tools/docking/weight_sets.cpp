#include "weight_sets.hpp"

#include <cmath>             // for abs
#include <cstdio>            // for printf
#include <initializer_list>  // for initializer_list
#include <set>               // for set
#include <string>            // for string

#include "potential_fit.hpp"  // for fit_summed, summed
#include "ranked_sets.hpp"    // for folds, outside, print_ranks

namespace azoo::docking {
namespace {

constexpr auto repulsion_at = Eigen::Index(repulsion_part);
constexpr auto electrostatics_at = Eigen::Index(electrostatics_part);
constexpr auto step_at = Eigen::Index(first_step);

// Antibody complexes of protein docking benchmark 5 (categories A and AB of Vreven and others 2015).
bool antibody(const std::string& name) {
  static const std::set<std::string> names{"1AHW", "1BGX", "1DQJ", "1E6J", "1I9R", "1K4C", "1MLC", "1NCA",
                                           "1NSN", "1QFW", "2FD6", "2HMI", "2I25", "2JEL", "2VIS", "2VXT",
                                           "2W9E", "3EO1", "3EOA", "3G6D", "3HI6", "3HMX", "3L5W", "3RVW",
                                           "3V6Z", "4DN4", "4FQI", "4G6J", "4G6M", "4GXU", "9QFW"};
  return names.contains(name);
}

struct WeightSet {
  const char* name;
  Eigen::MatrixXf mix;
  bool antibodies = false;
};

// Columns: repulsion, the attraction's steps in the proportions of `fitted`, electrostatics, the potential.
// What a set favours is tied to the potential at a multiple of the fitted ratio; the rest follows the data.
std::vector<WeightSet> weight_sets(const Eigen::VectorXf& fitted) {
  const auto column = [&](float repulsion, float attraction, float electrostatics, float potential) {
    Eigen::VectorXf c = Eigen::VectorXf::Zero(own_parts + 1);
    c(repulsion_at) = repulsion;
    c(electrostatics_at) = electrostatics * fitted(electrostatics_at);
    c.segment(step_at, Eigen::Index(attraction_steps)) =
        attraction * fitted.segment(step_at, Eigen::Index(attraction_steps));
    c(own_parts) = potential;
    return c;
  };
  const auto mix = [](std::initializer_list<Eigen::VectorXf> columns) {
    Eigen::MatrixXf m(own_parts + 1, Eigen::Index(columns.size()));
    Eigen::Index k = 0;
    for (const auto& c : columns) m.col(k++) = c;
    return m;
  };
  const Eigen::VectorXf rep = column(1, 0, 0, 0), att = column(0, 1, 0, 0), el = column(0, 0, 1, 0),
                        pot = column(0, 0, 0, 1);
  return {{"balanced", mix({rep, att, el, pot}), false},
          {"electrostatic", mix({rep, att, column(0, 0, 3, 1)}), false},
          {"hydrophobic", mix({rep, att, column(0, 0, 0.25F, 1)}), false},
          {"shape", mix({rep, att, el}), false},
          {"antibody", mix({rep, att, el, pot}), true}};
}

// The step that says most surely what all steps were multiplied by.
Eigen::Index largest_step(const Eigen::VectorXf& fitted) {
  Eigen::Index step = 0;
  fitted.segment(step_at, Eigen::Index(attraction_steps)).cwiseAbs().maxCoeff(&step);
  return step_at + step;
}

}  // namespace

void print_weight_sets(const std::vector<RankedSet>& sets, const Eigen::VectorXf& fitted, float repulsion) {
  Eigen::VectorXf potential = fitted;
  potential.head(own_parts).setZero();
  const Eigen::Index step = largest_step(fitted);
  for (const WeightSet& kind : weight_sets(fitted)) {
    std::vector<const RankedSet*> chosen;
    for (const RankedSet& set : sets)
      if (!kind.antibodies || antibody(set.name)) chosen.push_back(&set);
    if (chosen.size() < folds) {
      std::printf("[weights.%s] not fitted: %zu complexes\n", kind.name, chosen.size());
      continue;
    }
    const Eigen::VectorXf w = fit_summed(chosen, potential, kind.mix, repulsion);
    std::printf(
        "[weights.%s] repulsion %.4g attraction %.4g electrostatics %.4g pair_potential %.4g (%zu "
        "complexes)\n",
        kind.name, double(w(repulsion_at)), double(w(step) / fitted(step)), double(w(electrostatics_at)),
        double(w(own_parts)), chosen.size());
    std::vector<std::size_t> left_out;
    for (std::size_t f = 0; f < folds; ++f) {
      const Eigen::VectorXf without = fit_summed(outside(chosen, f), potential, kind.mix, repulsion);
      for (std::size_t i = f; i < chosen.size(); i += folds)
        left_out.push_back(native_rank(summed(*chosen[i], potential), without));
    }
    print_ranks("  left out", left_out);
  }
}

}  // namespace azoo::docking
