// Derives the pair potential from labelled poses of the training complexes:
//   docking_derive_potential SHAPE_POSES POSES OUT.csv FIRMNESS RIDGE...
// Reference state: the decoys of SHAPE_POSES, found without the potential. First e = -ln(share among near-native poses / share among decoys), then that potential
// is moved, as far as the data hold, so that near-native poses rank before decoys. How far is chosen by
// five-fold cross-validation over complexes among the ridges named; the last fit uses all complexes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "docking/atom_types.hpp"
#include "pose_features.hpp"
#include "rank_fit.hpp"

namespace azoo::docking {
namespace {

constexpr std::size_t folds = 5;

RankedSet ranked(const std::string& name, const std::vector<LabelledPose>& poses) {
  RankedSet set{name, Eigen::MatrixXf(Eigen::Index(poses.size()), Eigen::Index(poses[0].features.size())), {}, {}};
  for (std::size_t i = 0; i < poses.size(); ++i) {
    for (std::size_t k = 0; k < poses[i].features.size(); ++k)
      set.features(Eigen::Index(i), Eigen::Index(k)) = poses[i].features[k];
    set.native.push_back(poses[i].capri > 0);
    set.seeded.push_back(poses[i].seeded);
  }
  return set;
}

// Ratio of shares, near-native against decoys, every complex with the same weight.
Eigen::VectorXf statistical(const std::vector<const RankedSet*>& sets, Eigen::Index width) {
  Eigen::VectorXf native = Eigen::VectorXf::Zero(width), decoy = Eigen::VectorXf::Zero(width);
  for (const RankedSet* set : sets) {
    Eigen::VectorXf n = Eigen::VectorXf::Zero(width), d = Eigen::VectorXf::Zero(width);
    for (std::size_t i = 0; i < set->native.size(); ++i)
      (set->native[i] ? n : d) += set->features.row(Eigen::Index(i)).transpose();
    n.head(3).setZero(), d.head(3).setZero();
    if (n.sum() <= 0 || d.sum() <= 0) continue;
    native += n / n.sum(), decoy += d / d.sum();
  }
  native /= native.sum(), decoy /= decoy.sum();
  Eigen::VectorXf potential = Eigen::VectorXf::Zero(width);
  // As many pseudo-contacts as keep rare pairs near nothing.
  constexpr float pseudo = 3e-4F;
  for (Eigen::Index k = 3; k < width; ++k)
    potential(k) = -std::log((native(k) + pseudo) / (decoy(k) + pseudo));
  return potential;
}

Eigen::VectorXf spread(const std::vector<const RankedSet*>& sets, Eigen::Index width, bool pairs) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(width);
  for (const RankedSet* set : sets) {
    const Eigen::VectorXf mean = set->features.colwise().mean();
    sum += ((set->features.rowwise() - mean.transpose()).array().square().colwise().mean()).matrix().transpose();
  }
  sum = (sum / float(sets.size())).cwiseSqrt();
  // Features that hardly vary are held back as if they did.
  if (!pairs) return sum.cwiseMax(1e-6F);
  const float floor = 0.05F * sum.tail(width - 3).maxCoeff();
  for (Eigen::Index k = 3; k < width; ++k) sum(k) = std::max(sum(k), floor);
  return sum;
}

// Poses that were refined by a score hold no clashes, and natives of unbound partners do: how firm the partners are can
// not be learnt from such poses. It is set here, and chosen by docking.
float firm = 0.25F;

struct Fit {
  Eigen::VectorXf weights;
  Eigen::VectorXf statistical_weights;  // four numbers fitted, the statistical potential as it is
};

// Repulsion, attraction, electrostatics and the potential as one number.
RankedSet four_parts(const RankedSet& set, const Eigen::VectorXf& potential) {
  RankedSet small{set.name, Eigen::MatrixXf(set.features.rows(), 4), set.native, set.seeded};
  small.features.leftCols(3) = set.features.leftCols(3);
  small.features.col(3) = set.features * potential;
  return small;
}

// Weights of the four parts; parts are tied or left out by the columns of `mix` (4 rows, a column a free number).
Eigen::VectorXf fit_parts(const std::vector<const RankedSet*>& sets, const Eigen::VectorXf& potential,
                          const Eigen::MatrixXf& mix) {
  std::vector<RankedSet> mixed;
  for (const RankedSet* set : sets) {
    RankedSet small = four_parts(*set, potential);
    small.features = (small.features * mix).eval();
    mixed.push_back(std::move(small));
  }
  std::vector<const RankedSet*> pointers;
  for (const RankedSet& set : mixed) pointers.push_back(&set);
  const Eigen::Index free = mix.cols();
  Eigen::VectorXf scale = spread(pointers, free, false);
  Eigen::VectorXf start = 0.3F * scale.cwiseInverse();
  start(0) = firm;
  return mix * fit_ranking(pointers, Eigen::VectorXf::Zero(free), scale, start, {1e-4, 100, 0});
}

Fit fit(const std::vector<const RankedSet*>& sets, const std::vector<const RankedSet*>& shape, Eigen::Index width,
        double ridge) {
  const Eigen::VectorXf e = statistical(shape, width);
  const Eigen::VectorXf w4 = fit_parts(sets, e, Eigen::MatrixXf::Identity(4, 4));
  Eigen::VectorXf prior = w4(3) * e;
  prior.head(3) = w4.head(3);
  Eigen::VectorXf scale = spread(sets, width, true);
  scale.head(3) *= 0.1F;  // the three others may move freely
  return {fit_ranking(sets, prior, scale, prior, {ridge, 150, 0}), prior};
}

void report(const char* what, const std::vector<std::size_t>& ranks) {
  double log_sum = 0;
  for (const auto r : ranks) log_sum += std::log(double(r) + 1.0);
  std::printf("%-28s top 1 %.3f  3 %.3f  10 %.3f  30 %.3f  mean log rank %.3f\n", what, success(ranks, 1), success(ranks, 3),
              success(ranks, 10), success(ranks, 30), log_sum / double(ranks.size()));
}

std::size_t fold_of(std::size_t i) { return i % folds; }

// Those of `shape` that are not among the sets left out.
std::vector<const RankedSet*> without(const std::vector<RankedSet>& shape, const std::vector<RankedSet>& sets,
                                      std::size_t fold) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (fold_of(i) == fold) out.insert(sets[i].name);
  std::vector<const RankedSet*> kept;
  for (const RankedSet& set : shape)
    if (!out.contains(set.name)) kept.push_back(&set);
  return kept;
}

void cross_validate(const std::vector<RankedSet>& sets, const std::vector<RankedSet>& shape, Eigen::Index width,
                    double ridge) {
  std::vector<std::size_t> ranks, plain, training;
  for (std::size_t f = 0; f < folds; ++f) {
    std::vector<const RankedSet*> fitted;
    for (std::size_t i = 0; i < sets.size(); ++i)
      if (fold_of(i) != f) fitted.push_back(&sets[i]);
    const Fit result = fit(fitted, without(shape, sets, f), width, ridge);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (fold_of(i) != f) {
        if (f == 0) training.push_back(native_rank(sets[i], result.weights));
        continue;
      }
      ranks.push_back(native_rank(sets[i], result.weights));
      plain.push_back(native_rank(sets[i], result.statistical_weights));
    }
  }
  std::printf("ridge %g\n", ridge);
  report("  statistical, left out", plain);
  report("  fitted, left out", ranks);
  report("  fitted, in the fit", training);
  std::fflush(stdout);
}

// Antibody complexes of protein docking benchmark 5 (categories A and AB of Vreven and others 2015).
bool antibody(const std::string& name) {
  static const std::set<std::string> names{
      "1AHW", "1BGX", "1DQJ", "1E6J", "1I9R", "1K4C", "1MLC", "1NCA", "1NSN", "1QFW", "2FD6", "2HMI",
      "2I25", "2JEL", "2VIS", "2VXT", "2W9E", "3EO1", "3EOA", "3G6D", "3HI6", "3HMX", "3L5W", "3RVW",
      "3V6Z", "4DN4", "4FQI", "4G6J", "4G6M", "4GXU", "9QFW"};
  return names.contains(name);
}

struct WeightSet {
  const char* name;
  Eigen::MatrixXf mix;
  bool antibodies = false;
};

// Ratios of the balanced set are doubled for what a set favours, the rest follows the data.
std::vector<WeightSet> weight_sets(const Eigen::VectorXf& balanced) {
  const float r = balanced(0), a = balanced(1), e = balanced(2), p = balanced(3);
  Eigen::MatrixXf all = Eigen::MatrixXf::Identity(4, 4);
  Eigen::MatrixXf electric(4, 3), oily(4, 3), shape(4, 2);
  electric << 1, 0, 0, 0, 1, 0, 0, 0, 2 * e, 0, 0, p;
  oily << 1, 0, 0, 0, 1, 0, 0, 0, 0.25F * e, 0, 0, p;
  shape << 1, 0, 0, 1, 0, 0.25F * e / a, 0, 0;
  (void)r;
  return {{"balanced", all, false}, {"electrostatic", electric, false}, {"hydrophobic", oily, false},
          {"shape", shape, false}, {"antibody", all, true}};
}

void print_weight_sets(const std::vector<RankedSet>& sets, const Eigen::VectorXf& potential) {
  std::vector<const RankedSet*> all;
  for (const RankedSet& set : sets) all.push_back(&set);
  const Eigen::VectorXf balanced = fit_parts(all, potential, Eigen::MatrixXf::Identity(4, 4));
  for (const WeightSet& kind : weight_sets(balanced)) {
    std::vector<const RankedSet*> chosen;
    for (const RankedSet& set : sets)
      if (!kind.antibodies || antibody(set.name)) chosen.push_back(&set);
    std::vector<std::size_t> left_out;
    for (std::size_t f = 0; f < folds; ++f) {
      std::vector<const RankedSet*> fitted;
      for (std::size_t i = 0; i < chosen.size(); ++i)
        if (fold_of(i) != f) fitted.push_back(chosen[i]);
      const Eigen::VectorXf w = fit_parts(fitted, potential, kind.mix);
      for (std::size_t i = f; i < chosen.size(); i += folds)
        left_out.push_back(native_rank(four_parts(*chosen[i], potential), w));
    }
    const Eigen::VectorXf w = fit_parts(chosen, potential, kind.mix);
    std::printf("[weights.%s] repulsion %.4g attraction %.4g electrostatics %.4g pair_potential %.4g (%zu complexes)\n",
                kind.name, double(w(0)), double(w(1)), double(w(2)), double(w(3)), chosen.size());
    report("  left out", left_out);
  }
}

std::vector<RankedSet> read_sets(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".poses") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<RankedSet> sets;
  for (const auto& file : files) {
    RankedSet set = ranked(file.stem().string(), read_poses(file));
    if (std::find(set.native.begin(), set.native.end(), true) != set.native.end()) sets.push_back(std::move(set));
  }
  std::printf("%s: %zu complexes with near-native poses, %zu without\n", folder.c_str(), sets.size(), files.size() - sets.size());
  return sets;
}

}  // namespace
}  // namespace azoo::docking

int main(int argc, char** argv) {
  using namespace azoo;
  using namespace azoo::docking;
  if (argc < 6) return 2;
  firm = std::stof(argv[4]);
  Problems problems;
  const auto types = AtomTypes::load(problems);
  problems.throw_if_any();
  const std::vector<RankedSet> shape = read_sets(argv[1]), sets = read_sets(argv[2]);
  const auto width = Eigen::Index(feature_count(types->names().size()));
  double last = 0;
  for (int k = 5; k < argc; ++k) {
    last = std::stod(argv[k]);
    cross_validate(sets, shape, width, last);
  }
  std::vector<const RankedSet*> all;
  for (const RankedSet& set : sets) all.push_back(&set);
  std::vector<const RankedSet*> all_shape;
  for (const RankedSet& set : shape) all_shape.push_back(&set);
  const Fit result = fit(all, all_shape, width, last);
  std::printf("weights: repulsion %g attraction %g electrostatics %g\n", double(result.weights(0)), double(result.weights(1)),
              double(result.weights(2)));
  {
    // How much each part varies among the poses of a complex, in units of the score.
    double part[4] = {0, 0, 0, 0};
    for (const RankedSet* set : all) {
      Eigen::MatrixXf terms(set->features.rows(), 4);
      for (int k = 0; k < 3; ++k) terms.col(k) = set->features.col(k) * result.weights(k);
      terms.col(3) = set->features.rightCols(width - 3) * result.weights.tail(width - 3);
      const Eigen::RowVectorXf mean = terms.colwise().mean();
      for (int k = 0; k < 4; ++k)
        part[k] += std::sqrt(double((terms.col(k).array() - mean(k)).square().mean())) / double(all.size());
    }
    std::printf("spread: repulsion %.2f attraction %.2f electrostatics %.2f potential %.2f\n", part[0], part[1], part[2], part[3]);
  }
  std::printf("statistical: repulsion %g attraction %g electrostatics %g\n", double(result.statistical_weights(0)),
              double(result.statistical_weights(1)), double(result.statistical_weights(2)));
  Eigen::VectorXf moved = Eigen::VectorXf::Zero(width);
  moved.tail(width - 3) = result.weights.tail(width - 3);
  std::printf("with the statistical potential\n");
  print_weight_sets(sets, statistical(all_shape, width));
  std::printf("with the fitted potential (it has seen the complexes left out)\n");
  print_weight_sets(sets, moved);
  std::ofstream out(argv[3]);
  out << "type_a,type_b,value,statistical\n";
  const auto& names = types->names();
  const Eigen::VectorXf e = statistical(all_shape, width);
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a; b < names.size(); ++b) {
      const auto k = Eigen::Index(pair_index(a, b, names.size()));
      char line[128];
      std::snprintf(line, sizeof line, "%s,%s,%.5f,%.4f\n", names[a].c_str(), names[b].c_str(), double(result.weights(k)), double(e(k)));
      out << line;
    }
}
