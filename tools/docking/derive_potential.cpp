// Derives the pair potential and the weights from labelled poses of the training complexes:
//   docking_derive_potential NEUTRAL_POSES HARD_POSES OUT.csv [--repulsion 0.08] [--eigenvectors 3]
//                            [--ridge 0.1] [--cross-validate no|yes] [--leave-out FOLD]
// Reference state: the decoys. First e = -ln(share among near-native poses / share among the neutral decoys).
// Then attraction steps, electrostatics and a potential of few eigenvectors are fitted so that near-native
// poses rank before all decoys, the potential held near e times a constant by the ridge. Without --leave-out
// the weight sets are fitted and printed too; with it the complexes of that fold (0 to 4) take no part and
// are named, so that they can be docked with what was not fitted on them.
#include <cmath>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "docking/atom_types.hpp"
#include "potential_fit.hpp"
#include "ranked_sets.hpp"
#include "weight_sets.hpp"

namespace {

using namespace azoo;
using namespace azoo::docking;

struct Options {
  std::vector<std::string> folders_and_table;
  std::map<std::string, std::string> named = {{"repulsion", "0.08"},
                                              {"eigenvectors", "3"},
                                              {"ridge", "0.1"},
                                              {"cross-validate", "no"},
                                              {"leave-out", std::to_string(folds)}};
  [[nodiscard]] double number(const std::string& name, double least, double most) const {
    const auto value = parse_number(named.at(name));
    if (!value || !(*value >= least && *value <= most))
      throw std::invalid_argument("--" + name + " " + named.at(name) + ": a number from " + to_text(least) +
                                  " to " + to_text(most) + " is needed");
    return *value;
  }
  [[nodiscard]] std::size_t whole(const std::string& name, std::size_t least, std::size_t most) const {
    const double value = number(name, double(least), double(most));
    if (value != std::floor(value)) throw std::invalid_argument("--" + name + ": a whole number is needed");
    return std::size_t(value);
  }
  [[nodiscard]] bool yes(const std::string& name) const {
    const std::string& word = named.at(name);
    if (word != "yes" && word != "no") throw std::invalid_argument("--" + name + " " + word + ": yes or no");
    return word == "yes";
  }
};

Options options_of(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (!word.starts_with("--"))
      options.folders_and_table.push_back(word);
    else if (options.named.contains(word.substr(2)) && i + 1 < argc)
      options.named[word.substr(2)] = argv[++i];
    else
      throw std::invalid_argument("what is '" + word + "'?");
  }
  if (options.folders_and_table.size() != 3)
    throw std::invalid_argument("NEUTRAL_POSES, HARD_POSES and OUT.csv are needed");
  return options;
}

void cross_validate(const std::vector<RankedSet>& sets, const std::vector<RankedSet>& neutral,
                    const PotentialRules& rules) {
  std::vector<std::size_t> fitted, counted, in_the_fit;
  for (std::size_t f = 0; f < folds; ++f) {
    const auto kept = outside(all_of(sets), f);
    const FittedPotential result =
        fit_potential(kept, statistical_potential(of_the_same(kept, neutral)), rules);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (fold_of(i) == f) {
        fitted.push_back(native_rank(sets[i], result.weights));
        counted.push_back(native_rank(sets[i], result.counted));
      } else if (f == 0) {
        in_the_fit.push_back(native_rank(sets[i], result.weights));
      }
    }
  }
  print_ranks("statistical, left out", counted);
  print_ranks("fitted, left out", fitted);
  print_ranks("fitted, in the fit", in_the_fit);
}

void print_plain_parts(const Eigen::VectorXf& weights) {
  std::printf("repulsion %g\nelectrostatics %g\nattraction_share", double(weights[repulsion_part]),
              double(weights[electrostatics_part]));
  for (std::size_t k = 0; k < attraction_steps; ++k)
    std::printf(" %g", double(weights[Eigen::Index(first_step + k)]));
  std::printf("\n");
}

void write_table(const std::string& file, const AtomTypes& types, const Eigen::VectorXf& weights,
                 const Eigen::VectorXf& statistical) {
  std::ofstream out(file);
  out << "type_a,type_b,value,statistical\n";
  const auto& names = types.names();
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a; b < names.size(); ++b) {
      const auto k = Eigen::Index(pair_index(a, b, names.size()));
      char numbers[64];
      std::snprintf(numbers, sizeof numbers, "%.5f,%.4f", double(weights(k)), double(statistical(k)));
      out << names[a] << ',' << names[b] << ',' << numbers << '\n';
    }
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

void derive(const Options& options) {
  const PotentialRules rules{float(options.number("repulsion", 1e-6, 100.0)),
                             Eigen::Index(options.whole("eigenvectors", 1, 26)),
                             options.number("ridge", 0.0, 1e6)};
  const std::size_t left = options.whole("leave-out", 0, folds);
  const bool cross_validated = options.yes("cross-validate");
  Problems problems;
  const auto types = AtomTypes::load(problems);
  problems.throw_if_any();
  const std::vector<RankedSet> neutral = read_ranked_sets(options.folders_and_table[0]);
  const std::vector<RankedSet> sets = joined(neutral, read_ranked_sets(options.folders_and_table[1]));
  const auto kept = outside(all_of(sets), left);
  if (kept.empty()) throw std::runtime_error("no complex has a near-native pose");
  if (kept[0]->features.cols() != Eigen::Index(feature_count(types->names().size())))
    throw std::runtime_error("the poses have other features than atom-types.csv asks for");
  if (cross_validated) cross_validate(sets, neutral, rules);
  const Eigen::VectorXf statistical = statistical_potential(of_the_same(kept, neutral));
  const FittedPotential result = fit_potential(kept, statistical, rules);
  print_plain_parts(result.weights);
  if (left < folds) {
    std::printf("left out:");
    for (std::size_t i = left; i < sets.size(); i += folds) std::printf(" %s", sets[i].name.c_str());
    std::printf("\n");
  } else {
    print_weight_sets(sets, result.weights, rules.repulsion);
  }
  write_table(options.folders_and_table[2], *types, result.weights, statistical);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    derive(options_of(argc, argv));
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "docking_derive_potential: %s\n", fault.what());
    return 1;
  }
}
