// Clusters of planted groups, the distance against the plain sum, and the rules of order and ties.
#include "docking/clustering.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

using testing::ElementsAre;

struct Pair {
  Structure receptor = made::named("receptor");
  Structure ligand = made::named("ligand");
  Pair() {
    made::add_helix(receptor, "A", 1, made::sequence(1, 40), {});
    made::add_helix(receptor, "A", 60, made::sequence(2, 40), {{}, {10.0, 0.0, 0.0}});
    made::add_helix(ligand, "B", 1, made::sequence(3, 24),
                    {rotation_about({1.0, 0.5, 0.0}), {30.0, 5.0, -9.0}});
  }
};

Pose pose(const RigidMotion& motion, double score = 0.0) {
  return {motion, score, {}};
}

// Poses near the receptor and around it, some of them far.
Poses scattered(const Pair& pair, std::size_t count, std::uint32_t seed) {
  made::Numbers numbers(seed);
  Vector3 middle;
  for (const Atom& atom : pair.ligand.atoms) middle = middle + atom.position_A;
  middle = (1.0 / static_cast<double>(pair.ligand.atoms.size())) * middle;
  Poses poses;
  for (std::size_t i = 0; i < count; ++i) {
    const RigidMotion turn{normalised(rotation_about(numbers.vector(3.0))), {}};
    RigidMotion motion = turn;
    motion.shift_A = Vector3{5.0, 0.0, 30.0} + numbers.vector(i % 7 == 6 ? 90.0 : 25.0) - moved(turn, middle);
    poses.push_back(pose(motion, static_cast<double>(i)));
  }
  return poses;
}

// The definition, atom by atom.
double plain_distance(const Pair& pair, const RigidMotion& a, const RigidMotion& b) {
  double sum = 0.0;
  double count = 0.0;
  for (const RigidMotion* first : {&a, &b}) {
    std::vector<Vector3> all;
    std::vector<Vector3> near;
    for (const Atom& atom : pair.ligand.atoms) {
      if (atom.name != "CA") continue;
      all.push_back(atom.position_A);
      const Vector3 placed = moved(*first, atom.position_A);
      const bool reached =
          std::any_of(pair.receptor.atoms.begin(), pair.receptor.atoms.end(),
                      [&](const Atom& other) { return length(other.position_A - placed) <= 10.0; });
      if (reached) near.push_back(atom.position_A);
    }
    for (const Vector3& point : near.empty() ? all : near) {
      sum += squared_distance(moved(a, point), moved(b, point));
      count += 1.0;
    }
  }
  return std::sqrt(sum / count);
}

TEST(InterfaceRmsd, equals_the_plain_sum_over_atoms_and_is_the_same_from_either_side) {
  const Pair pair;
  const Poses poses = scattered(pair, 28, 5);
  const auto rows = interface_rmsds_A(pair.receptor, pair.ligand, poses);
  for (std::size_t a = 0; a < poses.size(); ++a) {
    EXPECT_EQ(rows[a][a], 0.0);
    for (std::size_t b = 0; b < poses.size(); ++b) {
      // Squares of up to 200 A, told apart by a difference of sums: 1e-16 x 4e4 relative to distances of some
      // A.
      EXPECT_NEAR(rows[a][b], plain_distance(pair, poses[a].motion, poses[b].motion), 1e-8) << a << " " << b;
      EXPECT_EQ(rows[a][b], rows[b][a]);
    }
  }
}

TEST(InterfaceRmsd, small_motions_are_told_to_many_digits) {
  const Pair pair;
  made::Numbers numbers(9);
  const Poses near = scattered(pair, 6, 11);
  for (const Pose& start : near) {
    const Poses two{
        start, pose(compose({rotation_about(numbers.vector(1e-4)), numbers.vector(1e-3)}, start.motion))};
    const double distance = interface_rmsds_A(pair.receptor, pair.ligand, two)[0][1];
    EXPECT_NEAR(distance, plain_distance(pair, two[0].motion, two[1].motion), 1e-9);
    EXPECT_GT(distance, 1e-5);
  }
}

TEST(InterfaceRmsd, a_plain_shift_is_its_length) {
  const Pair pair;
  const Poses poses{pose({{}, {0, 0, 0}}), pose({{}, {2, 3, 6}})};
  EXPECT_NEAR(interface_rmsds_A(pair.receptor, pair.ligand, poses)[0][1], 7.0, 1e-12);
}

TEST(InterfaceRmsd, nucleotides_count_by_phosphorus_and_calcium_is_no_c_alpha) {
  Pair pair;
  Residue calcium;
  calcium.chain = "B";
  calcium.name = "CA";
  calcium.kind = ResidueKind::ion;
  made::add_residue(pair.ligand, calcium, {{{40.0, 5.0, -9.0}, "CA", "CA", 0}});
  // Turned about the calcium: every C-alpha moves as without it.
  const Poses poses = scattered(pair, 5, 3);
  EXPECT_EQ(interface_rmsds_A(pair.receptor, pair.ligand, poses),
            interface_rmsds_A(pair.receptor, Pair{}.ligand, poses));
  Structure nucleic = made::named("nucleic");
  Residue nucleotide;
  nucleotide.kind = ResidueKind::nucleotide;
  made::add_residue(nucleic, nucleotide, {{{1, 0, 0}, "O5'", "O", 0}, {{0, 2, 0}, "P", "P", 0}});
  made::add_residue(nucleic, nucleotide, {{{3, 0, 0}, "O5'", "O", 0}, {{0, 0, 0}, "C5'", "C", 0}});
  // Half a turn about z: P (0,2,0) moves by 4 A; of the second, which lacks P, the first atom (3,0,0) by 6 A.
  const Poses turned{pose({}), pose({{0, 0, 0, 1}, {}})};
  EXPECT_NEAR(interface_rmsds_A(pair.receptor, nucleic, turned)[0][1], std::sqrt((16.0 + 36.0) / 2.0), 1e-12);
}

TEST(InterfaceRmsd, a_small_molecule_counts_with_all_its_atoms) {
  const Pair pair;
  Structure drug = made::named("drug");
  Residue residue;
  residue.kind = ResidueKind::ligand;
  made::add_residue(drug, residue, {{{1, 0, 0}, "C1", "C", 0}, {{2, 0, 0}, "C2", "C", 0}});
  const Poses turned{pose({}), pose({{0, 0, 0, 1}, {}})};
  EXPECT_NEAR(interface_rmsds_A(pair.receptor, drug, turned)[0][1], std::sqrt((4.0 + 16.0) / 2.0), 1e-12);
}

// Group g of poses, jittered by little, at its own place far from the others.
struct Planted {
  Poses poses;
  std::vector<int> group;
};

Planted planted(const std::vector<int>& order) {
  made::Numbers numbers(77);
  const std::vector<Vector3> places{{0, 0, 0}, {0, 30, 0}, {0, 0, 40}, {-60, 0, 0}};
  Planted result;
  for (const int g : order) {
    RigidMotion motion{normalised(rotation_about(numbers.vector(0.02))), numbers.vector(0.5)};
    motion.shift_A = motion.shift_A + places[static_cast<std::size_t>(g)];
    result.poses.push_back(pose(motion, -100.0 + static_cast<double>(result.poses.size())));
    result.group.push_back(g);
  }
  return result;
}

std::vector<std::size_t> indices_of(const Planted& plan, int group) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < plan.group.size(); ++i)
    if (plan.group[i] == group) found.push_back(i);
  return found;
}

ClusterRules by_population() {
  ClusterRules rules;
  rules.order = ClusterOrder::population;
  return rules;
}

TEST(Clusters, planted_groups_are_found_the_largest_first) {
  const Pair pair;
  const Planted plan = planted({2, 0, 1, 0, 1, 0, 1, 0, 0, 3, 0});
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, plan.poses, by_population());
  ASSERT_EQ(clusters.size(), 4U);
  EXPECT_EQ(clusters[0].members, indices_of(plan, 0));
  EXPECT_EQ(clusters[1].members, indices_of(plan, 1));
  EXPECT_EQ(clusters[2].members,
            indices_of(plan, 2));  // of size one, like the next: the better pose goes first
  EXPECT_EQ(clusters[3].members, indices_of(plan, 3));
}

TEST(Clusters, by_score_the_group_of_the_best_pose_comes_first_and_it_stands_for_it) {
  const Pair pair;
  const Planted plan = planted({2, 0, 1, 0, 1, 0, 1, 0, 0, 3, 0});
  ClusterRules rules;
  rules.order = ClusterOrder::score;
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, plan.poses, rules);
  ASSERT_EQ(clusters.size(), 4U);
  std::vector<int> groups;
  for (const Cluster& cluster : clusters) {
    groups.push_back(plan.group[cluster.representative]);
    EXPECT_EQ(cluster.representative, cluster.members.front());
  }
  EXPECT_THAT(groups, ElementsAre(2, 0, 1, 3));
}

TEST(Clusters, score_and_population_together_put_many_good_poses_before_a_single_one_that_is_little_better) {
  const Pair pair;
  // Group 2 has the best pose and no other; group 0 six more; group 1 three.
  Planted plan = planted({2, 0, 1, 0, 1, 0, 1, 0, 0, 3, 0});
  const auto order = [&](double best, double hits) {
    for (std::size_t i = 0; i < plan.poses.size(); ++i) plan.poses[i].score = 0.0;
    plan.poses[0].score = best;
    plan.poses[0].hits = static_cast<std::size_t>(hits);
    std::vector<int> groups;
    for (const Cluster& cluster : cluster_poses(pair.receptor, pair.ligand, plan.poses, {}))
      groups.push_back(plan.group[cluster.representative]);
    return groups;
  };
  // -t ln(n exp(-s/t)) with t = 0.2: six poses of score 0 are worth one of -0.2 ln 6 = -0.358.
  EXPECT_THAT(order(-0.3, 1), ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(order(-0.4, 1), ElementsAre(2, 0, 1, 3));
  EXPECT_THAT(order(-0.2, 1), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(order(-0.3, 2), ElementsAre(2, 0, 1, 3)) << "a pose counts as often as places led to it";
  // Far better than t, and no overflow on the way.
  EXPECT_THAT(order(-1e6, 1), ElementsAre(2, 0, 1, 3));
  EXPECT_THAT(order(0.0, 1), ElementsAre(0, 1, 2, 3));
}

TEST(Clusters, orders_have_words) {
  for (const std::string& word : cluster_order_words()) EXPECT_EQ(to_text(cluster_order(word).value()), word);
  EXPECT_EQ(to_text(ClusterRules{}.order), "both");
  EXPECT_FALSE(cluster_order("size"));
}

// Shifts along y: the distance of two poses is the difference.
Poses on_a_line(const std::vector<double>& places_A) {
  Poses poses;
  for (const double place : places_A) poses.push_back(pose({{}, {0.0, place, 0.0}}));
  return poses;
}

TEST(Clusters, of_equal_counts_the_better_pose_opens_and_what_it_takes_counts_no_more) {
  const Pair pair;
  // Neighbours within 9 A: 0 has {1}, 1 has {0, 2}, 2 has {1, 3}, 3 has {2}. Pose 1 opens before 2 and takes
  // 0 and 2.
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 6, 12, 18}), by_population());
  ASSERT_EQ(clusters.size(), 2U);
  EXPECT_EQ(clusters[0].representative, 1U);
  EXPECT_THAT(clusters[0].members, ElementsAre(0, 1, 2));
  EXPECT_EQ(clusters[1].representative, 3U);
  EXPECT_THAT(clusters[1].members, ElementsAre(3));
}

TEST(Clusters, neighbours_are_counted_anew_among_the_poses_left) {
  const Pair pair;
  // Within 9 A: 0-1-2 about 6 (centre 1, with 3 of its own at 6), 4 at 14 has the most neighbours only
  // because of them.
  //   places    0   6  12   5   7    20    40  44
  const auto clusters =
      cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 6, 12, 5, 7, 20, 40, 44}), by_population());
  ASSERT_EQ(clusters.size(), 3U);
  EXPECT_EQ(clusters[0].representative, 1U);
  EXPECT_THAT(clusters[0].members, ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(clusters[1].representative, 6U);  // two of them; pose 5 has lost its neighbour 2
  EXPECT_THAT(clusters[1].members, ElementsAre(6, 7));
  EXPECT_THAT(clusters[2].members, ElementsAre(5));
}

TEST(Clusters, the_radius_itself_is_within) {
  const Pair pair;
  ClusterRules rules = by_population();
  rules.radius_A = 8.0;
  EXPECT_EQ(cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 8.0 - 1e-9}), rules).size(), 1U);
  EXPECT_EQ(cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 8.0 + 1e-9}), rules).size(), 2U);
  rules.radius_A = 0.0;
  EXPECT_EQ(cluster_poses(pair.receptor, pair.ligand, on_a_line({3, 3, 4}), rules).size(), 2U);
}

TEST(Clusters, the_best_member_can_stand_for_the_cluster) {
  const Pair pair;
  ClusterRules rules = by_population();
  rules.representative = ClusterRepresentative::best_score;
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 6, 12, 18}), rules);
  ASSERT_EQ(clusters.size(), 2U);
  EXPECT_EQ(clusters[0].representative, 0U);
  EXPECT_THAT(clusters[0].members, ElementsAre(0, 1, 2));
}

TEST(Clusters, only_as_many_poses_and_clusters_as_the_rules_say) {
  const Pair pair;
  ClusterRules rules = by_population();
  rules.poses_taken = 3;
  const auto few = cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 50, 51, 52, 53}), rules);
  ASSERT_EQ(few.size(), 2U);
  EXPECT_THAT(few[0].members, ElementsAre(1, 2));
  rules.poses_taken = 1000;
  rules.clusters_kept = 1;
  const auto one = cluster_poses(pair.receptor, pair.ligand, on_a_line({0, 50, 51, 52, 53}), rules);
  ASSERT_EQ(one.size(), 1U);
  EXPECT_THAT(one[0].members, ElementsAre(1, 2, 3, 4));
  rules.clusters_kept = 0;
  EXPECT_TRUE(cluster_poses(pair.receptor, pair.ligand, on_a_line({0}), rules).empty());
  EXPECT_TRUE(cluster_poses(pair.receptor, pair.ligand, {}, {}).empty());
}

TEST(Clusters, every_pose_is_in_one_cluster_and_near_the_pose_that_opened_it) {
  const Pair pair;
  const Poses poses = scattered(pair, 150, 21);
  ClusterRules rules = by_population();
  rules.clusters_kept = 1000;
  rules.radius_A = 14.0;
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, poses, rules);
  const auto rows = interface_rmsds_A(pair.receptor, pair.ligand, poses);
  std::set<std::size_t> seen;
  std::size_t largest = clusters.front().members.size();
  EXPECT_GT(largest, 3U);
  for (const Cluster& cluster : clusters) {
    EXPECT_LE(cluster.members.size(), largest);
    largest = cluster.members.size();
    EXPECT_TRUE(std::is_sorted(cluster.members.begin(), cluster.members.end()));
    for (const std::size_t member : cluster.members) {
      EXPECT_TRUE(seen.insert(member).second);
      EXPECT_LE(rows[cluster.representative][member], rules.radius_A);
    }
  }
  EXPECT_EQ(seen.size(), poses.size());
}

TEST(Clusters, moving_the_receptors_frame_or_the_ligands_changes_nothing) {
  const Pair pair;
  const Poses poses = scattered(pair, 120, 33);
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, poses, by_population());
  made::Numbers numbers(2);
  const RigidMotion receptor_move = numbers.motion(2.0, 50.0);
  const RigidMotion ligand_move = numbers.motion(2.0, 50.0);
  Poses moved_poses = poses;
  for (Pose& p : moved_poses) p.motion = compose(receptor_move, compose(p.motion, inverse(ligand_move)));
  const auto others = cluster_poses(moved(pair.receptor, receptor_move), moved(pair.ligand, ligand_move),
                                    moved_poses, by_population());
  ASSERT_EQ(others.size(), clusters.size());
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    EXPECT_EQ(others[c].representative, clusters[c].representative);
    EXPECT_EQ(others[c].members, clusters[c].members);
  }
}

TEST(Clusters, a_ranked_list_gives_the_same_clusters_however_it_was_shuffled_before) {
  const Pair pair;
  Poses poses = scattered(pair, 100, 44);
  const auto clusters = cluster_poses(pair.receptor, pair.ligand, poses, by_population());
  std::reverse(poses.begin(), poses.end());
  std::rotate(poses.begin(), poses.begin() + 37, poses.end());
  std::sort(poses.begin(), poses.end(), [](const Pose& a, const Pose& b) { return a.score < b.score; });
  const auto again = cluster_poses(pair.receptor, pair.ligand, poses, by_population());
  ASSERT_EQ(again.size(), clusters.size());
  for (std::size_t c = 0; c < clusters.size(); ++c) EXPECT_EQ(again[c].members, clusters[c].members);
}

}  // namespace
}  // namespace azoo::docking
