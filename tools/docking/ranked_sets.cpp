#include "ranked_sets.hpp"

#include <algorithm>  // for find, find_if, sort
#include <cmath>      // for log
#include <cstdio>     // for fflush, printf
#include <set>        // for set

#include "pose_features.hpp"  // for LabelledPose, read_poses

namespace azoo::docking {
namespace {

RankedSet ranked(const std::string& name, const std::vector<LabelledPose>& poses) {
  const auto width = poses.empty() ? 0 : Eigen::Index(poses[0].features.size());
  RankedSet set{name, Eigen::MatrixXf(Eigen::Index(poses.size()), width), {}, {}};
  for (std::size_t i = 0; i < poses.size(); ++i) {
    for (Eigen::Index k = 0; k < width; ++k)
      set.features(Eigen::Index(i), k) = poses[i].features[std::size_t(k)];
    set.native.push_back(poses[i].capri > 0);
    set.seeded.push_back(poses[i].seeded);
  }
  return set;
}

void append(RankedSet& set, const RankedSet& more) {
  Eigen::MatrixXf both(set.features.rows() + more.features.rows(), set.features.cols());
  both << set.features, more.features;
  set.features = std::move(both);
  set.native.insert(set.native.end(), more.native.begin(), more.native.end());
  set.seeded.insert(set.seeded.end(), more.seeded.begin(), more.seeded.end());
}

}  // namespace

std::vector<RankedSet> read_ranked_sets(const std::filesystem::path& folder) {
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

std::vector<RankedSet> joined(std::vector<RankedSet> sets, const std::vector<RankedSet>& more) {
  for (const RankedSet& each : more) {
    const auto same =
        std::find_if(sets.begin(), sets.end(), [&](const RankedSet& s) { return s.name == each.name; });
    if (same == sets.end())
      sets.push_back(each);
    else
      append(*same, each);
  }
  return sets;
}

std::vector<const RankedSet*> all_of(const std::vector<RankedSet>& sets) {
  std::vector<const RankedSet*> all;
  for (const RankedSet& set : sets) all.push_back(&set);
  return all;
}

std::vector<const RankedSet*> outside(const std::vector<const RankedSet*>& sets, std::size_t fold) {
  std::vector<const RankedSet*> kept;
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (fold_of(i) != fold) kept.push_back(sets[i]);
  return kept;
}

std::vector<const RankedSet*> of_the_same(const std::vector<const RankedSet*>& sets,
                                          const std::vector<RankedSet>& others) {
  std::set<std::string> names;
  for (const RankedSet* set : sets) names.insert(set->name);
  std::vector<const RankedSet*> kept;
  for (const RankedSet& other : others)
    if (names.contains(other.name)) kept.push_back(&other);
  return kept;
}

void print_ranks(const char* what, const std::vector<std::size_t>& ranks) {
  double log_sum = 0.0;
  for (const std::size_t r : ranks) log_sum += std::log(double(r) + 1.0);
  std::printf("%-28s top 1 %.3f  3 %.3f  10 %.3f  30 %.3f  mean log rank %.3f\n", what, success(ranks, 1),
              success(ranks, 3), success(ranks, 10), success(ranks, 30), log_sum / double(ranks.size()));
  std::fflush(stdout);
}

}  // namespace azoo::docking
