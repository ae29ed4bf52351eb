#include "screen/pair_scores.hpp"

#include <algorithm>  // for find

namespace azoo::screen {

namespace {

bool holds(const docking::Cluster& cluster, std::size_t pose) {
  return std::find(cluster.members.begin(), cluster.members.end(), pose) != cluster.members.end();
}

}  // namespace

PairScores scores_of(const docking::DockResult& result, const docking::Structure& receptor,
                     const docking::Structure& ligand) {
  PairScores scores;
  scores.ligand_atoms = ligand.atoms.size();
  scores.receptor_atoms = receptor.atoms.size();
  scores.poses = result.poses.size();
  scores.clusters = result.clusters.size();
  if (result.poses.empty()) {
    scores.note = "no pose was found";
    return scores;
  }
  scores.score = result.poses.front().score;
  if (result.clusters.empty()) return scores;
  const docking::Cluster& first = result.clusters.front();
  scores.cluster_size = first.members.size();
  scores.cluster_score = result.poses[first.members.front()].score;
  scores.centre_score = result.poses[first.representative].score;
  for (const docking::Cluster& cluster : result.clusters) {
    if (holds(cluster, 0) || cluster.members.empty()) continue;
    const double other = result.poses[cluster.members.front()].score;
    if (!(scores.next_cluster_score <= other)) scores.next_cluster_score = other;
  }
  return scores;
}

}  // namespace azoo::screen
