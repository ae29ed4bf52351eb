// Fits the weights of the rescoring from docked poses of the training complexes:
//   docking_fit_rescoring DOCKED_POSES
// Poses as docking_make_poses writes them in its mode `docked`, each complex docked with a score that was not
// fitted on it. First, five-fold cross-validation over complexes is printed, three times with other folds;
// then all complexes are fitted and the parts [rescoring] and [site] of docking.toml are printed. The site is
// fitted beside the rescoring, which is held.
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <numeric>
#include <random>
#include <string>

#include "basin_fit.hpp"
#include "core/files.hpp"
#include "core/parameters.hpp"
#include "core/problem.hpp"
#include "docked_features.hpp"
#include "docking/score_model.hpp"
#include "pose_features.hpp"

namespace azoo::docking {
namespace {

constexpr std::size_t folds = 5;

struct DockedSet {
  std::string name;
  BasinSet poses;
  Eigen::MatrixXf sites;  // SiteScore::features
  Eigen::VectorXf search_score;
};

constexpr auto site_width = Eigen::Index(SiteWeights::count);

DockedSet read_set(const std::filesystem::path& file, const RescoringModel& model) {
  const std::vector<LabelledPose> poses = read_poses(file);
  const auto rows = Eigen::Index(poses.size());
  DockedSet set{file.stem().string(), {}, Eigen::MatrixXf(rows, site_width), Eigen::VectorXf(rows)};
  const auto width = Eigen::Index(model.feature_count());
  set.poses.features.resize(rows, 1 + width);
  set.poses.share.resize(rows);
  for (Eigen::Index i = 0; i < rows; ++i) {
    const LabelledPose& pose = poses[std::size_t(i)];
    set.search_score(i) = pose.features[docked_search_score];
    set.poses.share(i) = 1.0F / std::max(1.0F, pose.features[docked_crowd]);
    for (Eigen::Index k = 0; k < width; ++k)
      set.poses.features(i, 1 + k) = pose.features[docked_first_feature + std::size_t(k)];
    for (Eigen::Index k = 0; k < site_width; ++k)
      set.sites(i, k) = pose.features[docked_first_feature + std::size_t(width + k)];
    set.poses.native.push_back(pose.capri > 0);
  }
  set.poses.features.col(0) = set.search_score;
  set.poses.features.rowwise() -= set.poses.features.colwise().mean().eval();
  set.sites.rowwise() -= set.sites.colwise().mean().eval();
  return set;
}

std::vector<DockedSet> read_sets(const std::filesystem::path& folder, const RescoringModel& model) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".poses") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<DockedSet> sets;
  for (const auto& file : files) sets.push_back(read_set(file, model));
  return sets;
}

// Root of the mean variance within a complex; a contact that hardly varies is held back as if it did.
Eigen::VectorXf spread(const std::vector<DockedSet>& sets, const RescoringModel& model) {
  Eigen::VectorXf sum = Eigen::VectorXf::Zero(sets.front().poses.features.cols());
  for (const DockedSet& set : sets)
    sum += set.poses.features.array().square().colwise().mean().matrix().transpose();
  sum = (sum / float(sets.size())).cwiseSqrt().cwiseMax(1e-6F);
  constexpr auto kinds = Eigen::Index(RescoringModel::contact_kinds);
  for (Eigen::Index s = 0; s < Eigen::Index(model.shells.size()); ++s) {
    auto block = sum.segment(1 + s * kinds, kinds);
    block = block.cwiseMax(0.1F * block.maxCoeff()).eval();
  }
  return sum;
}

bool has_native(const DockedSet& set) {
  return std::count(set.poses.native.begin(), set.poses.native.end(), true) > 0;
}

Eigen::VectorXf fit(const std::vector<const DockedSet*>& sets, const Eigen::VectorXf& scale) {
  std::vector<const BasinSet*> with_native;
  for (const DockedSet* set : sets)
    if (has_native(*set)) with_native.push_back(&set->poses);
  Eigen::VectorXf ridge = Eigen::VectorXf::Constant(scale.size(), 0.05F);
  ridge(0) = 0.0F;
  return fit_basins(with_native, scale, ridge).weights;
}

// What the rescoring ranks by in the first column, then the sites.
BasinSet sited(const DockedSet& set, const Eigen::VectorXf& rescoring) {
  BasinSet joined{Eigen::MatrixXf(set.sites.rows(), 1 + site_width), set.poses.share, set.poses.native};
  joined.features << set.poses.features * rescoring, set.sites;
  return joined;
}

// Weights of the sites beside the rescoring, which has the weight 1.
Eigen::VectorXf fit_sites(const std::vector<const DockedSet*>& sets, const Eigen::VectorXf& rescoring) {
  std::vector<BasinSet> joined;
  for (const DockedSet* set : sets)
    if (has_native(*set)) joined.push_back(sited(*set, rescoring));
  std::vector<const BasinSet*> fitted;
  Eigen::VectorXf scale = Eigen::VectorXf::Zero(1 + site_width);
  for (const BasinSet& set : joined) {
    fitted.push_back(&set);
    scale += set.features.array().square().colwise().mean().matrix().transpose();
  }
  scale = (scale / float(joined.size())).cwiseSqrt().cwiseMax(1e-6F);
  Eigen::VectorXf ridge = Eigen::VectorXf::Constant(scale.size(), 0.02F);
  ridge(0) = 0.0F;
  const Eigen::VectorXf weights = fit_basins(fitted, scale, ridge).weights;
  return weights / weights(0);
}

void report(const char* what, const std::vector<double>& before) {
  double logs = 0;
  std::size_t first = 0, ten = 0;
  for (const double n : before) {
    logs += std::log(1.0 + std::min(n, 200.0));
    first += n < 1.0;
    ten += n < 10.0;
  }
  const double count = double(before.size());
  std::printf("%-10s native first %.3f, within ten basins %.3f, mean log of basins before it %.3f\n", what,
              double(first) / count, double(ten) / count, logs / count);
}

void cross_validate(const std::vector<DockedSet>& sets, const Eigen::VectorXf& scale) {
  std::vector<double> plain, rescored, by_site;
  for (std::uint32_t split = 0; split < 3; ++split) {
    std::vector<std::size_t> order(sets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 engine(split);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[engine() % i]);
    for (std::size_t f = 0; f < folds; ++f) {
      std::vector<const DockedSet*> fitted;
      for (std::size_t i = 0; i < order.size(); ++i)
        if (i % folds != f) fitted.push_back(&sets[order[i]]);
      const Eigen::VectorXf w = fit(fitted, scale), site = fit_sites(fitted, w);
      for (std::size_t i = f; i < order.size(); i += folds) {
        const DockedSet& set = sets[order[i]];
        plain.push_back(basins_before_native(set.poses, set.search_score));
        rescored.push_back(basins_before_native(set.poses, set.poses.features * w));
        const BasinSet joined = sited(set, w);
        by_site.push_back(basins_before_native(joined, joined.features * site));
      }
    }
  }
  report("search", plain);
  report("rescored", rescored);
  report("by site", by_site);
}

// Scaled so that the ranking spreads the poses of a complex as much as the search's own score does.
float common_scale(const std::vector<DockedSet>& sets, const Eigen::VectorXf& w) {
  const auto deviation = [](const Eigen::VectorXf& v) {
    return std::sqrt((v.array() - v.mean()).square().mean());
  };
  float search = 0, rescored = 0;
  for (const DockedSet& set : sets) {
    search += deviation(set.search_score);
    rescored += deviation(set.poses.features * w);
  }
  return search / rescored;
}

void print_weights(const RescoringModel& model, const Eigen::VectorXf& weights) {
  const auto at = [&](std::size_t place) { return double(weights(1 + Eigen::Index(place))); };
  std::printf("search_share %.4f\n", double(weights(0)));
  const char* kinds[] = {"apolar", "unlike", "polar"};
  for (std::size_t kind = 0; kind < RescoringModel::contact_kinds; ++kind) {
    std::printf("%s", kinds[kind]);
    for (std::size_t s = 0; s < model.shells.size(); ++s)
      std::printf(" %.6f", at(RescoringModel::contact_place(s, kind > 0, kind > 1)));
    std::printf("\n");
  }
  std::printf("repulsion %.5f\nclash %.5f\nfar_charges %.4f\n", at(model.repulsion_place()),
              at(model.clash_place()), at(model.far_charges_place()));
}

}  // namespace
}  // namespace azoo::docking

int main(int argc, char** argv) {
  using namespace azoo;
  using namespace azoo::docking;
  if (argc != 2) {
    std::fputs("docking_fit_rescoring DOCKED_POSES\n", stderr);
    return 2;
  }
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  problems.throw_if_any();
  const auto score = load_score_model(parameters, "balanced", problems);
  problems.throw_if_any();
  const std::vector<DockedSet> sets = read_sets(argv[1], score->rescoring);
  const Eigen::VectorXf scale = spread(sets, score->rescoring);
  std::printf("%zu complexes\n", sets.size());
  cross_validate(sets, scale);
  std::vector<const DockedSet*> all;
  for (const DockedSet& set : sets) all.push_back(&set);
  const Eigen::VectorXf w = fit(all, scale), site = fit_sites(all, w);
  const float common = common_scale(sets, w);
  print_weights(score->rescoring, common * w);
  std::printf("site: from_first %.5f from_last %.5f enclosure %.4f\n", double(common * site(1)),
              double(common * site(2)), double(common * site(3)));
}
