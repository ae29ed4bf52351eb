// Derives the pair potential and the weights from labelled poses of the training complexes:
//   docking_derive_potential NEUTRAL_POSES HARD_POSES OUT.csv FIRMNESS RANK RIDGE...
// Reference state: the decoys. First e = -ln(share among near-native poses / share among the neutral decoys).
// Then attraction steps, electrostatics and a potential of RANK eigenvectors are fitted so that near-native
// poses rank before all decoys, the potential held near e times a constant by the RIDGE. For every ridge
// named, five-fold cross-validation over complexes is printed; the last fit uses the last ridge and all
// complexes. Environment: PARTS=0,2,3,4,5,6 names the plain parts in use; ONLY_FIT leaves the
// cross-validation out; LEAVE_OUT=0 leaves the first fold out of the last fit, so that its complexes can be
// docked with what was not fitted on them.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "docking/atom_types.hpp"
#include "low_rank_fit.hpp"
#include "pose_features.hpp"
#include "rank_fit.hpp"

namespace azoo::docking {
namespace {

constexpr std::size_t folds = 5;
constexpr auto own = Eigen::Index(plain_parts);

// Which of the parts are fitted; PARTS=0,1,2 names them, the rest are held at nothing.
Eigen::MatrixXf used_parts() {
  const char* names = std::getenv("PARTS");
  std::string text = names ? names : "0,1,2";
  std::vector<Eigen::Index> parts;
  for (std::size_t at = 0; at < text.size(); at += 2) parts.push_back(text[at] - '0');
  parts.push_back(own);
  Eigen::MatrixXf mix = Eigen::MatrixXf::Zero(own + 1, Eigen::Index(parts.size()));
  for (std::size_t k = 0; k < parts.size(); ++k) mix(parts[k], Eigen::Index(k)) = 1.0F;
  return mix;
}

RankedSet ranked(const std::string& name, const std::vector<LabelledPose>& poses) {
  RankedSet set{
      name, Eigen::MatrixXf(Eigen::Index(poses.size()), Eigen::Index(poses[0].features.size())), {}, {}};
  for (std::size_t i = 0; i < poses.size(); ++i) {
    for (std::size_t k = 0; k < poses[i].features.size(); ++k)
      set.features(Eigen::Index(i), Eigen::Index(k)) = poses[i].features[k];
    for (Eigen::Index k = 0; k < own; ++k)
      if (used_parts().row(k).isZero()) set.features(Eigen::Index(i), k) = 0.0F;
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
    n.head(own).setZero(), d.head(own).setZero();
    if (n.sum() <= 0 || d.sum() <= 0) continue;
    native += n / n.sum(), decoy += d / d.sum();
  }
  native /= native.sum(), decoy /= decoy.sum();
  Eigen::VectorXf potential = Eigen::VectorXf::Zero(width);
  // As many pseudo-contacts as keep rare pairs near nothing.
  constexpr float pseudo = 3e-4F;
  for (Eigen::Index k = own; k < width; ++k)
    potential(k) = -std::log((native(k) + pseudo) / (decoy(k) + pseudo));
  return potential;
}

Eigen::VectorXf spread(const std::vector<const RankedSet*>& sets, Eigen::Index width, bool pairs) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(width);
  for (const RankedSet* set : sets) {
    const Eigen::VectorXf mean = set->features.colwise().mean();
    sum +=
        ((set->features.rowwise() - mean.transpose()).array().square().colwise().mean()).matrix().transpose();
  }
  sum = (sum / float(sets.size())).cwiseSqrt();
  // Features that hardly vary are held back as if they did.
  if (!pairs) return sum.cwiseMax(1e-6F);
  const float floor = 0.05F * sum.tail(width - own).maxCoeff();
  for (Eigen::Index k = own; k < width; ++k) sum(k) = std::max(sum(k), floor);
  return sum;
}

// Poses that were refined by a score hold no clashes, and natives of unbound partners do: how firm the
// partners are can not be learnt from such poses. It is set here, and chosen by docking.
float firm = 0.25F;

// Eigenvectors that the fitted potential may have; 0: all.
Eigen::Index rank = 0;

Eigen::Index types_of(Eigen::Index width) {
  Eigen::Index n = 0;
  while (own + n * (n + 1) / 2 < width) ++n;
  return n;
}

struct Fit {
  Eigen::VectorXf weights;
  Eigen::VectorXf statistical_weights;  // four numbers fitted, the statistical potential as it is
};

// Repulsion, attraction, electrostatics and the potential as one number.
RankedSet four_parts(const RankedSet& set, const Eigen::VectorXf& potential) {
  RankedSet small{set.name, Eigen::MatrixXf(set.features.rows(), own + 1), set.native, set.seeded};
  small.features.leftCols(own) = set.features.leftCols(own);
  small.features.col(own) = set.features * potential;
  return small;
}

// Weights of the four parts; parts are tied or left out by the columns of `mix` (4 rows, a column a free
// number).
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
  if (firm > 0) start(0) = firm;
  return mix *
         fit_ranking(pointers, Eigen::VectorXf::Zero(free), scale, start, {1e-4, 100, firm > 0 ? 0 : -1});
}

Fit fit(const std::vector<const RankedSet*>& sets, const std::vector<const RankedSet*>& shape,
        Eigen::Index width, double ridge) {
  const Eigen::VectorXf e = statistical(shape, width);
  const Eigen::VectorXf w4 = fit_parts(sets, e, used_parts());
  Eigen::VectorXf prior = w4(own) * e;
  prior.head(own) = w4.head(own);
  Eigen::VectorXf scale = spread(sets, width, true);
  scale.head(own) *= 0.1F;
  for (Eigen::Index k = 0; k < own; ++k)
    if (scale(k) < 1e-9F) scale(k) = 1.0F;  // a part left out  // the three others may move freely
  if (std::getenv("PLAIN")) return {prior, prior};
  const Eigen::VectorXf full =
      fit_ranking(sets, prior, scale, prior, {ridge, rank == 0 ? 150 : 40, firm > 0 ? 0 : -1});
  if (rank == 0) return {full, prior};
  return {fit_low_rank(sets, prior, scale, full, {types_of(width), rank, ridge, 80}), prior};
}

void report(const char* what, const std::vector<std::size_t>& ranks) {
  double log_sum = 0;
  for (const auto r : ranks) log_sum += std::log(double(r) + 1.0);
  std::printf("%-28s top 1 %.3f  3 %.3f  10 %.3f  30 %.3f  mean log rank %.3f\n", what, success(ranks, 1),
              success(ranks, 3), success(ranks, 10), success(ranks, 30), log_sum / double(ranks.size()));
}

std::size_t fold_of(std::size_t i) {
  return i % folds;
}

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

void cross_validate(const std::vector<RankedSet>& sets, const std::vector<RankedSet>& shape,
                    Eigen::Index width, double ridge) {
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
  Eigen::VectorXf steps = fitted.head(own);
  steps(0) = 0, steps(2) = 0;
  const auto column = [&](float repulsion, float attraction, float electrostatics, float potential) {
    Eigen::VectorXf c(own + 1);
    c << attraction * steps, potential;
    c(0) = repulsion, c(2) = electrostatics * fitted(2);
    return c;
  };
  const auto mix = [](std::initializer_list<Eigen::VectorXf> columns) {
    Eigen::MatrixXf m(own + 1, Eigen::Index(columns.size()));
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

void print_weight_sets(const std::vector<RankedSet>& sets, const Eigen::VectorXf& fitted) {
  Eigen::VectorXf potential = fitted;
  potential.head(own).setZero();
  for (const WeightSet& kind : weight_sets(fitted)) {
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
    Eigen::Index step = 3;
    for (Eigen::Index k = 3; k < own; ++k)
      if (std::abs(fitted(k)) > std::abs(fitted(step))) step = k;
    std::printf(
        "[weights.%s] repulsion %.4g attraction %.4g electrostatics %.4g pair_potential %.4g (%zu "
        "complexes)\n",
        kind.name, double(w(0)), double(w(step) / fitted(step)), double(w(2)), double(w(own)), chosen.size());
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
    if (std::find(set.native.begin(), set.native.end(), true) != set.native.end())
      sets.push_back(std::move(set));
  }
  std::printf("%s: %zu complexes with near-native poses, %zu without\n", folder.c_str(), sets.size(),
              files.size() - sets.size());
  return sets;
}

// Poses of the same complex go together.
void join(std::vector<RankedSet>& sets, RankedSet more) {
  for (RankedSet& set : sets) {
    if (set.name != more.name) continue;
    Eigen::MatrixXf both(set.features.rows() + more.features.rows(), set.features.cols());
    both << set.features, more.features;
    set.features = std::move(both);
    set.native.insert(set.native.end(), more.native.begin(), more.native.end());
    set.seeded.insert(set.seeded.end(), more.seeded.begin(), more.seeded.end());
    return;
  }
  sets.push_back(std::move(more));
}

}  // namespace
}  // namespace azoo::docking

int main(int argc, char** argv) {
  using namespace azoo;
  using namespace azoo::docking;
  if (argc < 7) return 2;
  firm = std::stof(argv[4]);
  rank = std::stol(argv[5]);
  Problems problems;
  const auto types = AtomTypes::load(problems);
  problems.throw_if_any();
  const std::vector<RankedSet> shape = read_sets(argv[1]);
  std::vector<RankedSet> sets = shape;
  for (RankedSet& more : read_sets(argv[2])) join(sets, std::move(more));
  const auto width = Eigen::Index(feature_count(types->names().size()));
  double last = 0;
  for (int k = 6; k < argc; ++k) {
    last = std::stod(argv[k]);
    if (!std::getenv("ONLY_FIT")) cross_validate(sets, shape, width, last);
  }
  // LEAVE_OUT=0 leaves the first of the five folds out of the last fit, for docking them with what was not
  // fitted on them.
  const char* leave = std::getenv("LEAVE_OUT");
  const std::size_t left = leave ? std::stoul(leave) : folds;
  std::vector<const RankedSet*> all;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (fold_of(i) != left)
      all.push_back(&sets[i]);
    else
      std::printf("%s ", sets[i].name.c_str());
  }
  std::vector<const RankedSet*> all_shape = without(shape, sets, left);
  const Fit result = fit(all, all_shape, width, last);
  std::printf("weights:");
  for (Eigen::Index k = 0; k < own; ++k) std::printf(" %g", double(result.weights(k)));
  std::printf("\n");
  {
    // How much each part varies among the poses of a complex, in units of the score.
    double part[4] = {0, 0, 0, 0};
    for (const RankedSet* set : all) {
      Eigen::MatrixXf terms(set->features.rows(), 4);
      for (int k = 0; k < 3; ++k) terms.col(k) = set->features.col(k) * result.weights(k);
      terms.col(3) = set->features.rightCols(width - own) * result.weights.tail(width - own);
      const Eigen::RowVectorXf mean = terms.colwise().mean();
      for (int k = 0; k < 4; ++k)
        part[k] += std::sqrt(double((terms.col(k).array() - mean(k)).square().mean())) / double(all.size());
    }
    std::printf("spread: repulsion %.2f attraction %.2f electrostatics %.2f potential %.2f\n", part[0],
                part[1], part[2], part[3]);
  }
  std::printf("statistical: repulsion %g attraction %g electrostatics %g\n",
              double(result.statistical_weights(0)), double(result.statistical_weights(1)),
              double(result.statistical_weights(2)));
  std::fflush(stdout);
  if (left == folds) print_weight_sets(sets, result.weights);
  std::ofstream out(argv[3]);
  out << "type_a,type_b,value,statistical\n";
  const auto& names = types->names();
  const Eigen::VectorXf e = statistical(all_shape, width);
  for (std::size_t a = 0; a < names.size(); ++a)
    for (std::size_t b = a; b < names.size(); ++b) {
      const auto k = Eigen::Index(pair_index(a, b, names.size()));
      char line[128];
      std::snprintf(line, sizeof line, "%s,%s,%.5f,%.4f\n", names[a].c_str(), names[b].c_str(),
                    double(result.weights(k)), double(e(k)));
      out << line;
    }
}
