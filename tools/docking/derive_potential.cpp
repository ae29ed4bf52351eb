// Derives the pair potential from labelled poses of the training complexes:
//   docking_derive_potential POSES OUT.csv [RIDGE...]
// Reference state: the decoys. First e = -ln(share among near-native poses / share among decoys), then that potential
// is moved, as far as the data hold, so that near-native poses rank before decoys. How far is chosen by
// five-fold cross-validation over complexes among the ridges named; the last fit uses all complexes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
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

Eigen::VectorXf spread(const std::vector<const RankedSet*>& sets, Eigen::Index width) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(width);
  for (const RankedSet* set : sets) {
    const Eigen::VectorXf mean = set->features.colwise().mean();
    sum += ((set->features.rowwise() - mean.transpose()).array().square().colwise().mean()).matrix().transpose();
  }
  sum = (sum / float(sets.size())).cwiseSqrt();
  // Features that hardly vary are held back as if they did.
  const float floor = 0.05F * sum.tail(width - 3).maxCoeff();
  for (Eigen::Index k = 3; k < width; ++k) sum(k) = std::max(sum(k), floor);
  return sum;
}

struct Fit {
  Eigen::VectorXf weights;
  Eigen::VectorXf statistical_weights;  // four numbers fitted, the statistical potential as it is
};

Fit fit(const std::vector<const RankedSet*>& sets, Eigen::Index width, double ridge) {
  const Eigen::VectorXf e = statistical(sets, width);
  // Four weights first: repulsion, attraction, electrostatics, potential.
  std::vector<RankedSet> four;
  for (const RankedSet* set : sets) {
    RankedSet small{set->name, Eigen::MatrixXf(set->features.rows(), 4), set->native, set->seeded};
    small.features.leftCols(3) = set->features.leftCols(3);
    small.features.col(3) = set->features * e;
    four.push_back(std::move(small));
  }
  std::vector<const RankedSet*> pointers;
  for (const RankedSet& set : four) pointers.push_back(&set);
  const Eigen::VectorXf scale4 = spread(pointers, 4);
  Eigen::VectorXf start(4);
  start << 8.0F * 0.05F, 0.05F * 0.05F, 3.0F, 0.05F;
  const Eigen::VectorXf w4 = fit_ranking(pointers, Eigen::VectorXf::Zero(4), scale4, start, {1e-4, 100});
  Eigen::VectorXf prior = w4(3) * e;
  prior.head(3) = w4.head(3);
  Eigen::VectorXf scale = spread(sets, width);
  scale.head(3) *= 0.1F;  // the three others may move freely
  return {fit_ranking(sets, prior, scale, prior, {ridge, 150}), prior};
}

void report(const char* what, const std::vector<std::size_t>& ranks) {
  double log_sum = 0;
  for (const auto r : ranks) log_sum += std::log(double(r) + 1.0);
  std::printf("%-28s top 1 %.3f  3 %.3f  10 %.3f  30 %.3f  mean log rank %.3f\n", what, success(ranks, 1), success(ranks, 3),
              success(ranks, 10), success(ranks, 30), log_sum / double(ranks.size()));
}

std::size_t fold_of(std::size_t i) { return i % folds; }

void cross_validate(const std::vector<RankedSet>& sets, Eigen::Index width, double ridge) {
  std::vector<std::size_t> ranks, plain, training;
  for (std::size_t f = 0; f < folds; ++f) {
    std::vector<const RankedSet*> fitted;
    for (std::size_t i = 0; i < sets.size(); ++i)
      if (fold_of(i) != f) fitted.push_back(&sets[i]);
    const Fit result = fit(fitted, width, ridge);
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

}  // namespace
}  // namespace azoo::docking

int main(int argc, char** argv) {
  using namespace azoo;
  using namespace azoo::docking;
  if (argc < 4) return 2;
  Problems problems;
  const auto types = AtomTypes::load(problems);
  problems.throw_if_any();
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.path().extension() == ".poses") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<RankedSet> sets;
  std::size_t without = 0;
  for (const auto& file : files) {
    RankedSet set = ranked(file.stem().string(), read_poses(file));
    if (std::find(set.native.begin(), set.native.end(), true) == set.native.end()) ++without;
    else sets.push_back(std::move(set));
  }
  const auto width = Eigen::Index(feature_count(types->names().size()));
  std::printf("%zu complexes with near-native poses, %zu without\n", sets.size(), without);
  double last = 0;
  for (int k = 3; k < argc; ++k) {
    last = std::stod(argv[k]);
    cross_validate(sets, width, last);
  }
  std::vector<const RankedSet*> all;
  for (const RankedSet& set : sets) all.push_back(&set);
  const Fit result = fit(all, width, last);
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
  std::ofstream out(argv[2]);
  out << "type_a,type_b,value,statistical\n";
  const auto& names = types->names();
  const Eigen::VectorXf e = statistical(all, width);
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a; b < names.size(); ++b) {
      const auto k = Eigen::Index(pair_index(a, b, names.size()));
      char line[128];
      std::snprintf(line, sizeof line, "%s,%s,%.5f,%.4f\n", names[a].c_str(), names[b].c_str(), double(result.weights(k)), double(e(k)));
      out << line;
    }
}
