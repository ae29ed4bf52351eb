// Fits the hormone axis to the rows of data/targets/hormones.csv whose role is `fitted`, from scattered
// starts, and keeps every start that ends nearly as well as the best: the ensemble.
//
//   fit_axis DATA_FOLDER OUT.csv [STARTS=30; 0: spread only] [MEMBERS=20] [SEED=1]
//
// Writes the ensemble and prints its most central member, which goes into data/hormones/*.toml as `fitted`.
// Only the listed parameters move, each inside the range its data file gives.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <numeric>
#include <string>
#include <vector>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/random.hpp"
#include "endocrine/ensemble.hpp"
#include "endocrine/experiments.hpp"
#include "endocrine/hormone_targets.hpp"
#include "least_squares.hpp"
#include "spread.hpp"

namespace {

using namespace azoo;
using namespace azoo::endocrine;
using fit::Vector;

const std::vector<std::string> free_parameters = {
    "axis.turnover.gnrh_drive_time",
    "axis.turnover.testosterone_half_life",
    "axis.turnover.intratesticular_time",
    "axis.feedback.gnrh_reserve",
    "axis.feedback.oestrogen_share",
    "axis.feedback.exponent",
    "axis.feedback.lh_exponent",
    "axis.feedback.lh_ceiling",
    "axis.feedback.fsh_exponent",
    "axis.feedback.fsh_ceiling",
    "axis.leydig.acute_maximum",
    "axis.leydig.trophic_maximum",
    "axis.leydig.trophic_time",
    "axis.leydig.desensitisation",
    "axis.leydig.desensitisation_time",
    "axis.inhibin.sertoli_share",
    "axis.inhibin.spermatocyte_share",
    "axis.inhibin.fsh_share",
    "axis.serm_trial_men.aromatase",
    "drugs.hcg.absorption_half_life",
    "drugs.hcg.half_life",
    "drugs.hcg.lh_potency",
    "drugs.clomiphene.enclomiphene_half_blockade",
    "drugs.clomiphene.zuclomiphene_oestrogenicity",
};

// Each parameter by a free number z: the logistic of z runs through its range (in the logarithm where the
// range begins above 0).
double value_of(const Parameter& parameter, double z) {
  const double u = 1.0 / (1.0 + std::exp(-z));
  if (parameter.low > 0.0) return parameter.low * std::pow(parameter.high / parameter.low, u);
  return parameter.low + (parameter.high - parameter.low) * u;
}

struct Fit {
  const ParameterSet& shipped;
  std::vector<HormoneTarget> targets;  // fitted rows only

  [[nodiscard]] Vector values(const Vector& z) const {
    Vector result;
    for (std::size_t i = 0; i < z.size(); ++i)
      result.push_back(value_of(shipped.at(free_parameters[i]), z[i]));
    return result;
  }

  // Residuals in standard errors; a row whose value is an end of its interval is a limit and counts only
  // beyond it.
  [[nodiscard]] Vector target_residuals(const Vector& z) const {
    const Observables found = run_calibration_experiments(with_values(shipped, free_parameters, values(z)));
    Vector r;
    for (const HormoneTarget& target : targets) {
      const double scale = (target.high - target.low) / (2.0 * 1.96);
      const double residual = (found.at(target.observable) - target.value) / scale;
      const bool upper_limit = target.value == target.high;
      r.push_back(upper_limit ? 10.0 * std::max(residual, 0.0) : residual);
    }
    return r;
  }

  // A weak pull towards a point drawn for this search: directions that no target sees stay where they were
  // drawn, so that the ensemble keeps their spread.
  [[nodiscard]] Vector residuals(const Vector& z, const Vector& drawn) const {
    constexpr double pull = 0.3;
    Vector r;
    try {
      r = target_residuals(z);
    } catch (const std::exception&) {  // parameters that the axis refuses
      r.assign(targets.size(), 1e3);
    }
    for (std::size_t i = 0; i < z.size(); ++i) r.push_back(pull * (z[i] - drawn[i]));
    return r;
  }
};

struct Found {
  Vector z;
  double loss = 0.0;
};

std::vector<Found> search(const Fit& problem, int starts, std::uint64_t seed) {
  const RandomStream stream({.seed = seed, .stream = Stream::parameter_ensemble});
  std::vector<Found> all;
  for (int start = 0; start < starts; ++start) {
    Draws draws(stream, static_cast<std::uint32_t>(start), 0);
    Vector z;
    for (std::size_t i = 0; i < free_parameters.size(); ++i) {
      const double u = draws.uniform(0.1, 0.9);
      z.push_back(std::log(u / (1.0 - u)));
    }
    Found found;
    found.z = fit::least_squares([&](const Vector& at) { return problem.residuals(at, z); }, z);
    try {
      found.loss = fit::sum_of_squares(problem.target_residuals(found.z));
    } catch (const std::exception&) {
      continue;
    }
    all.push_back(found);
    fmt::print(stderr, "start {}: loss {:.3f}\n", start, found.loss);
  }
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.loss < b.loss; });
  return all;
}

// The member whose distances to all others sum to the least.
std::size_t most_central(const std::vector<Found>& members) {
  std::vector<double> sums;
  for (const Found& member : members) {
    double sum = 0.0;
    for (const Found& other : members) {
      double square = 0.0;
      for (std::size_t i = 0; i < member.z.size(); ++i)
        square += (member.z[i] - other.z[i]) * (member.z[i] - other.z[i]);
      sum += std::sqrt(square);
    }
    sums.push_back(sum);
  }
  return static_cast<std::size_t>(std::min_element(sums.begin(), sums.end()) - sums.begin());
}

void print_spread(const ParameterSet& parameters) {
  for (const auto& [name, cv] : fit::fit_spread(parameters)) fmt::print("{} {}\n", name, to_text(cv, 2));
}

void run(int argc, char** argv) {
  const std::filesystem::path data = argv[1];
  const int starts = argc > 3 ? std::atoi(argv[3]) : 30;
  const std::size_t wanted = argc > 4 ? static_cast<std::size_t>(std::atoi(argv[4])) : 20;
  const std::uint64_t seed = argc > 5 ? static_cast<std::uint64_t>(std::atoll(argv[5])) : 1;

  Problems problems;
  const ParameterSet shipped = ParameterSet::load(data / "hormones", problems);
  Fit problem{shipped, read_hormone_targets(data / "targets" / "hormones.csv", problems)};
  problems.throw_if_any();
  std::erase_if(problem.targets, [](const HormoneTarget& t) { return t.role != TargetRole::fitted; });

  if (starts == 0) {
    print_spread(shipped);
    return;
  }
  std::vector<Found> members = search(problem, starts, seed);
  if (members.size() > wanted) members.resize(wanted);

  std::string text = fmt::format(
      "# Parameter vectors that fit the rows `fitted` of data/targets/hormones.csv nearly alike: the best {} "
      "of {} starts, seed {}.\n"
      "# Made by tools/fit_axis; all other parameters as in data/hormones/*.toml. loss: sum of squared "
      "residuals in standard errors.\n",
      members.size(), starts, seed);
  std::vector<std::string> header = {"member", "loss"};
  header.insert(header.end(), free_parameters.begin(), free_parameters.end());
  text += csv_line(header);
  for (std::size_t m = 0; m < members.size(); ++m) {
    std::vector<std::string> fields = {std::to_string(m), to_text(members[m].loss, 4)};
    for (const double value : problem.values(members[m].z)) fields.push_back(to_text(value, 6));
    text += csv_line(fields);
  }
  write_file(argv[2], text);

  const std::size_t central = most_central(members);
  fmt::print("# most central: member {}, loss {:.3f}\n", central, members[central].loss);
  const Vector values = problem.values(members[central].z);
  for (std::size_t i = 0; i < values.size(); ++i)
    fmt::print("{} {}\n", free_parameters[i], to_text(values[i], 3));

  print_spread(with_values(shipped, free_parameters, values));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: fit_axis DATA_FOLDER OUT.csv [STARTS] [MEMBERS] [SEED]\n");
    return 2;
  }
  try {
    run(argc, argv);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 1;
  }
  return 0;
}
