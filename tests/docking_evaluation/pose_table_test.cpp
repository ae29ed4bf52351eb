// poses.csv and clusters.csv: what is written reads back to the last bit, and every fault is told with line
// and column.
#include "docking/pose_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "core/csv.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

PoseTable good(std::string_view text) {
  Problems problems;
  std::optional<PoseTable> table = parse_poses(text, "poses.csv", problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return table.value_or(PoseTable{});
}

std::vector<std::string> faults(std::string_view text) {
  Problems problems;
  EXPECT_FALSE(parse_poses(text, "poses.csv", problems).has_value());
  std::vector<std::string> lines;
  for (const Problem& problem : problems.list()) lines.push_back(to_text(problem));
  return lines;
}

Poses made_poses(std::size_t count) {
  made::Numbers numbers(61);
  Poses poses;
  for (std::size_t i = 0; i < count; ++i) {
    Pose pose{numbers.motion(3.0, 80.0),
              0.0,
              {numbers.uniform(0, 9), numbers.uniform(-900, 0), numbers.uniform(-9, 9),
               numbers.uniform(-1e-7, 1e-7), numbers.uniform(-9, 9), numbers.uniform(-2, 2),
               numbers.uniform(-1e12, 0)}};
    pose.score = pose.terms.sum();
    poses.push_back(pose);
  }
  return poses;
}

std::vector<Quality> made_qualities(std::size_t count) {
  made::Numbers numbers(62);
  std::vector<Quality> qualities;
  for (std::size_t i = 0; i < count; ++i)
    qualities.push_back({numbers.uniform(0, 1), numbers.uniform(0, 20), numbers.uniform(0, 60),
                         numbers.uniform(0, 1), static_cast<CapriClass>(i % 4)});
  return qualities;
}

std::vector<double> numbers_of(const Pose& p) {
  return {p.score,
          p.terms.repulsion,
          p.terms.attraction,
          p.terms.electrostatics,
          p.terms.pair_potential,
          p.terms.rescoring,
          p.terms.site,
          p.terms.restraints,
          p.motion.rotation.w,
          p.motion.rotation.x,
          p.motion.rotation.y,
          p.motion.rotation.z,
          p.motion.shift_A.x,
          p.motion.shift_A.y,
          p.motion.shift_A.z};
}

TEST(PoseTable, what_is_written_reads_back_to_the_last_bit) {
  Poses poses = made_poses(50);
  const double tiny = std::numeric_limits<double>::denorm_min();
  poses[7].score = std::nextafter(-100.0, 0.0);
  poses[8].terms.repulsion = tiny;
  poses[9].score = -std::numeric_limits<double>::max();
  const std::vector<Quality> qualities = made_qualities(50);
  const PoseTable table = good(poses_csv(poses, qualities));
  ASSERT_EQ(table.poses.size(), 50U);
  EXPECT_TRUE(table.has_terms);
  for (std::size_t i = 0; i < 50; ++i) {
    const std::vector<double> written = numbers_of(poses[i]);
    const std::vector<double> read = numbers_of(table.poses[i]);
    EXPECT_EQ(std::memcmp(written.data(), read.data(), written.size() * sizeof(double)), 0) << "pose " << i;
    EXPECT_EQ(table.ranks[i], static_cast<int>(i) + 1);
    EXPECT_EQ(table.qualities[i].fnat, qualities[i].fnat);
    EXPECT_EQ(table.qualities[i].interface_rmsd_A, qualities[i].interface_rmsd_A);
    EXPECT_EQ(table.qualities[i].ligand_rmsd_A, qualities[i].ligand_rmsd_A);
    EXPECT_EQ(table.qualities[i].dockq, qualities[i].dockq);
    EXPECT_EQ(table.qualities[i].capri, qualities[i].capri);
  }
  EXPECT_EQ(poses_csv(table.poses, table.qualities), poses_csv(poses, qualities));
}

TEST(PoseTable, columns_stand_in_the_documented_order) {
  const Poses poses{{{{0.5, 0.5, -0.5, 0.5}, {1, -2, 0.25}}, -3.5, {1, -4, 0.5, -1.25, 0.25, -0.5, 0}}};
  EXPECT_EQ(
      poses_csv(poses),
      "rank,score,repulsion,attraction,electrostatics,pair_potential,rescoring,site,restraints,qw,qx,qy,qz,"
      "tx,ty,tz\n"
      "1,-3.5,1,-4,0.5,-1.25,0.25,-0.5,0,0.5,0.5,-0.5,0.5,1,-2,0.25\n");
  EXPECT_EQ(
      poses_csv(poses, {{0.5, 1.25, 2.5, 0.75, CapriClass::medium}}),
      "rank,score,repulsion,attraction,electrostatics,pair_potential,rescoring,site,restraints,qw,qx,qy,qz,"
      "tx,ty,tz,"
      "fnat,irmsd_A,"
      "lrmsd_A,dockq,capri\n"
      "1,-3.5,1,-4,0.5,-1.25,0.25,-0.5,0,0.5,0.5,-0.5,0.5,1,-2,0.25,0.5,1.25,2.5,0.75,medium\n");
}

TEST(PoseTable, a_cluster_is_a_row_with_its_own_rank_its_size_and_its_representative) {
  const Poses poses = made_poses(6);
  const std::vector<Quality> qualities = made_qualities(6);
  const std::vector<Cluster> clusters{{4, {1, 4, 5}}, {0, {0}}};
  Problems problems;
  const CsvTable table = parse_csv(clusters_csv(poses, clusters, qualities), "clusters.csv", problems);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_THAT(std::vector<std::string>(table.header.begin(), table.header.begin() + 4),
              ElementsAre("rank", "size", "pose_rank", "score"));
  EXPECT_THAT(std::vector<std::string>(table.rows[0].begin(), table.rows[0].begin() + 3),
              ElementsAre("1", "3", "5"));
  EXPECT_THAT(std::vector<std::string>(table.rows[1].begin(), table.rows[1].begin() + 3),
              ElementsAre("2", "1", "1"));
  // It is a pose table too.
  const PoseTable read = good(clusters_csv(poses, clusters, qualities));
  EXPECT_EQ(numbers_of(read.poses[0]), numbers_of(poses[4]));
  EXPECT_EQ(numbers_of(read.poses[1]), numbers_of(poses[0]));
  EXPECT_EQ(read.qualities[0].dockq, qualities[4].dockq);
  EXPECT_THROW((void)clusters_csv(poses, clusters, made_qualities(5)), std::logic_error);
}

TEST(PoseTable, other_programs_tables_need_only_rank_score_and_motion) {
  const PoseTable table = good(
      "# made elsewhere\n"
      "tz,ty,tx,qz,qy,qx,qw,name,score,rank\n"
      "3,2,1,0,0,0,2,\"second, by rank\",17.5,9\n"
      "6,5,4,0,3,0,4,first,18,2\n");
  EXPECT_THAT(table.ranks, ElementsAre(2, 9));
  EXPECT_FALSE(table.has_terms);
  EXPECT_TRUE(table.qualities.empty());
  EXPECT_EQ(table.poses[0].score, 18.0);
  EXPECT_EQ(table.poses[0].motion.shift_A, (Vector3{4, 5, 6}));
  // 4 + 3j has length 5.
  EXPECT_DOUBLE_EQ(table.poses[0].motion.rotation.w, 0.8);
  EXPECT_DOUBLE_EQ(table.poses[0].motion.rotation.y, 0.6);
  EXPECT_DOUBLE_EQ(table.poses[1].motion.rotation.w, 1.0);
  EXPECT_EQ(table.poses[0].terms.sum(), 0.0);
}

TEST(PoseTable, quality_columns_count_only_when_all_are_there) {
  const PoseTable table =
      good("rank,score,qw,qx,qy,qz,tx,ty,tz,fnat,dockq\n1,2,1,0,0,0,0,0,0,not measured,\n");
  EXPECT_TRUE(table.qualities.empty());
}

constexpr std::string_view header = "rank,score,qw,qx,qy,qz,tx,ty,tz\n";

TEST(PoseTable, each_fault_is_told_with_line_and_column) {
  const std::string rows =
      "1,2,1,0,0,0,0,0,0\n"
      "2,nan,1,0,0,0,0,0,0\n"
      "x,3,1,0,0,0,0,,0\n"
      "4,3,0,0,0,0,0,0,0\n"
      "1,3,1,0,0,0,2e6,0,0\n";
  EXPECT_THAT(
      faults(std::string(header) + rows),
      ElementsAre(
          "poses.csv:3: score = nan; expected a finite number",
          "poses.csv:4: rank = x; expected a whole number from 0",
          "poses.csv:4: ty = an empty field; expected a shift in angstrom, -1e6 to 1e6",
          "poses.csv:5: qw = a quaternion of no length; expected qw, qx, qy, qz of a rotation, such as "
          "1, 0, 0, 0",
          "poses.csv:6: tx = 2e6; expected a shift in angstrom, -1e6 to 1e6",
          "poses.csv:6: rank = 1; expected each rank once"));
}

TEST(PoseTable, damaged_tables_are_refused) {
  EXPECT_THAT(
      faults("rank,score,qx,qy,qz,tx,ty\n1,1,0,0,0,0,0\n"),
      ElementsAre(
          "poses.csv:1: header = no column qw, tz; expected the columns rank, score, qw, qx, qy, qz, tx, "
          "ty, tz"));
  EXPECT_THAT(faults(header),
              ElementsAre("poses.csv:1: row = no pose; expected at least one row below the header"));
  EXPECT_FALSE(faults("").empty());
  EXPECT_FALSE(faults(std::string(header) + "1,2,1,0,0,0,0,0\n").empty());
  EXPECT_FALSE(faults(std::string(header) + "1,2,1,0,0,0,0,0,\"0\n").empty());
  EXPECT_FALSE(faults("rank;score;qw;qx;qy;qz;tx;ty;tz\n1;2;1;0;0;0;0;0;0\n").empty());
  EXPECT_FALSE(faults("rank,rank,score,qw,qx,qy,qz,tx,ty,tz\n1,1,2,1,0,0,0,0,0,0\n").empty());
  EXPECT_FALSE(faults(std::string(header) + std::string("1,2,1,0,0,0,0,0,\0\n", 17)).empty());
  EXPECT_FALSE(faults(std::string(header) + "-1,2,1,0,0,0,0,0,0\n").empty());
  EXPECT_FALSE(faults(std::string(header) + "1,2,1e400,0,0,0,0,0,0\n").empty());
  EXPECT_FALSE(faults(std::string(header) + "1,2,1,0,0,0,inf,0,0\n").empty());
  EXPECT_FALSE(faults(std::string(header) + "99999999999,2,1,0,0,0,0,0,0\n").empty());
}

TEST(PoseTable, a_quality_out_of_range_or_of_no_class_is_a_fault) {
  const std::string start =
      "rank,score,qw,qx,qy,qz,tx,ty,tz,fnat,irmsd_A,lrmsd_A,dockq,capri\n1,2,1,0,0,0,0,0,0,";
  EXPECT_EQ(good(start + "1,0,0,1,high\n").qualities.at(0).capri, CapriClass::high);
  EXPECT_THAT(
      faults(start + "1.1,-1,0,1,hihg\n"),
      ElementsAre(
          "poses.csv:2: fnat = 1.1; expected a number from 0 to 1", HasSubstr("poses.csv:2: irmsd_A"),
          "poses.csv:2: capri = hihg; expected one of incorrect, acceptable, medium, high (did you mean "
          "high?)"));
}

TEST(PoseTable, a_file_with_many_faults_does_not_flood) {
  std::string text(header);
  for (int i = 0; i < 5000; ++i) text += "x,x,x,x,x,x,x,x,x\n";
  EXPECT_LE(faults(text).size(), 220U);
}

TEST(PoseTable, a_missing_file_is_a_problem) {
  Problems problems;
  EXPECT_FALSE(read_poses("no such folder/poses.csv", problems).has_value());
  ASSERT_TRUE(problems.any());
  EXPECT_EQ(problems.list().front().place.file, "no such folder/poses.csv");
}

}  // namespace
}  // namespace azoo::docking
