#include "docking/clustering.hpp"

#include <algorithm>  // for max_element, sort
#include <cmath>      // for exp, log, sqrt
#include <cstdint>    // for uint32_t
#include <utility>    // for pair

#include "docking/pose_distance.hpp"  // for PoseDistances

namespace azoo::docking {
namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

// Of each pose the others within the radius, in order of index.
Neighbours neighbours_of(const PoseDistances& distances, double radius_A) {
  Neighbours neighbours(distances.size());
  for (std::size_t a = 0; a < distances.size(); ++a)
    for (std::size_t b = a + 1; b < distances.size(); ++b) {
      if (distances.squared_A(a, b) > radius_A * radius_A) continue;
      neighbours[a].push_back(static_cast<std::uint32_t>(b));
      neighbours[b].push_back(static_cast<std::uint32_t>(a));
    }
  return neighbours;
}

// Takes poses out one cluster after another and knows how many neighbours each one has left.
class Gathering {
 public:
  Gathering(const Neighbours& neighbours, ClusterOrder order)
      : neighbours_(neighbours), order_(order), left_(neighbours.size(), true) {
    for (const auto& near : neighbours) counts_.push_back(static_cast<long>(near.size()));
  }

  // The pose that opens the next cluster; the number of poses when none is left. A pose taken out counts -1.
  [[nodiscard]] std::size_t next() const {
    if (order_ != ClusterOrder::population)
      return static_cast<std::size_t>(std::find(left_.begin(), left_.end(), true) - left_.begin());
    const auto most = std::max_element(counts_.begin(), counts_.end());
    return most == counts_.end() || *most < 0 ? counts_.size()
                                              : static_cast<std::size_t>(most - counts_.begin());
  }

  [[nodiscard]] std::vector<std::size_t> take(std::size_t centre) {
    std::vector<std::size_t> members{centre};
    for (const std::uint32_t near : neighbours_[centre])
      if (left_[near]) members.push_back(near);
    std::sort(members.begin(), members.end());
    for (const std::size_t member : members) {
      left_[member] = false;
      counts_[member] = -1;
    }
    for (const std::size_t member : members)
      for (const std::uint32_t near : neighbours_[member])
        if (left_[near]) --counts_[near];
    return members;
  }

 private:
  const Neighbours& neighbours_;
  ClusterOrder order_;
  std::vector<bool> left_;
  std::vector<long> counts_;
};

double soft_minimum(const Cluster& cluster, const Poses& poses, double softness) {
  const double best = poses[cluster.members.front()].score;
  double sum = 0.0;
  for (const std::size_t member : cluster.members)
    sum += static_cast<double>(poses[member].hits) * std::exp((best - poses[member].score) / softness);
  return best - softness * std::log(sum);
}

void sort_by_soft_minimum(std::vector<Cluster>& clusters, const Poses& poses, double softness) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t c = 0; c < clusters.size(); ++c)
    order.emplace_back(soft_minimum(clusters[c], poses, softness), c);
  std::sort(order.begin(), order.end());  // equal ones by their best poses
  std::vector<Cluster> sorted;
  for (const auto& [depth, c] : order) sorted.push_back(std::move(clusters[c]));
  clusters = std::move(sorted);
}

}  // namespace

const std::vector<std::string>& cluster_order_words() {
  static const std::vector<std::string> words{"population", "score", "both"};
  return words;
}

std::string_view to_text(ClusterOrder order) {
  return cluster_order_words()[static_cast<std::size_t>(order)];
}

std::optional<ClusterOrder> cluster_order(std::string_view word) {
  for (const ClusterOrder order : {ClusterOrder::population, ClusterOrder::score, ClusterOrder::both})
    if (word == to_text(order)) return order;
  return std::nullopt;
}

std::vector<Cluster> cluster_poses(const Structure& receptor, const Structure& ligand, const Poses& poses,
                                   const ClusterRules& rules) {
  const PoseDistances distances(receptor, ligand, poses, rules.poses_taken);
  const Neighbours neighbours = neighbours_of(distances, rules.radius_A);
  Gathering gathering(neighbours, rules.order);
  std::vector<Cluster> clusters;
  while (clusters.size() < rules.clusters_kept) {
    const std::size_t centre = gathering.next();
    if (centre >= distances.size()) break;
    Cluster cluster{centre, gathering.take(centre)};
    if (rules.representative == ClusterRepresentative::best_score)
      cluster.representative = cluster.members.front();
    clusters.push_back(std::move(cluster));
  }
  if (rules.order == ClusterOrder::both) sort_by_soft_minimum(clusters, poses, rules.softness);
  return clusters;
}

std::vector<std::vector<double>> interface_rmsds_A(const Structure& receptor, const Structure& ligand,
                                                   const Poses& poses) {
  const PoseDistances distances(receptor, ligand, poses, poses.size());
  std::vector<std::vector<double>> rows(poses.size(), std::vector<double>(poses.size(), 0.0));
  for (std::size_t a = 0; a < poses.size(); ++a)
    for (std::size_t b = 0; b < poses.size(); ++b) rows[a][b] = std::sqrt(distances.squared_A(a, b));
  return rows;
}

}  // namespace azoo::docking
