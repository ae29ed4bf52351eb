// Reading a measured skeleton: lengths, nodes, faults with their place, and tables broken at random.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/random.hpp"
#include "testis/skeleton.hpp"
#include "waves/measured.hpp"

namespace azoo::testis {
namespace {

const std::string header = "V1,Tubule_ID,Branch_ID,X,Y,Z,Stage,Ref\n";
// Two branches of tubule 1 that meet at b1: 2 + sqrt(3) voxels, and 1 voxel.
const std::string good = header +
                         "1,1,1,0,0,0,9,R1\n2,1,1,0,1,0,255,0\n3,1,1,0,2,0,0,0\n4,1,1,1,3,1,12,b1\n"
                         "5,1,2,1,3,1,3,b1\n6,1,2,1,3,2,1,R2\n";

std::string faults_of(const std::string& text) {
  Problems problems;
  const Skeleton skeleton = parse_skeleton(text, "s.csv", 10.0, problems);
  EXPECT_EQ(problems.any(), skeleton.branches.empty());
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  return all;
}

TEST(Skeleton, gives_branches_in_order_with_nodes_stages_and_lengths_in_mm) {
  Problems problems;
  const Skeleton skeleton = parse_skeleton(good, "s.csv", 10.0, problems);
  ASSERT_FALSE(problems.any());
  ASSERT_EQ(skeleton.branches.size(), 2U);
  const SkeletonBranch& first = skeleton.branches[0];
  EXPECT_EQ(first.start_node, "R1");
  EXPECT_EQ(first.end_node, "b1");
  EXPECT_TRUE(Skeleton::at_rete(first.start_node));
  EXPECT_FALSE(Skeleton::at_rete(first.end_node));
  // Two steps along an edge and one across a voxel, 0.01 mm each edge.
  EXPECT_DOUBLE_EQ(first.length_mm, 0.01 * (2.0 + std::sqrt(3.0)));
  EXPECT_EQ(first.points[0].stage_code, 9);
  EXPECT_EQ(first.points[1].stage_code, no_stage_code) << "255 means not known";
  EXPECT_EQ(first.points[3].stage_code, 12);
  EXPECT_EQ(skeleton.tubules(), std::vector<int>{1});
  EXPECT_DOUBLE_EQ(skeleton.length_mm(1), skeleton.length_mm());
  EXPECT_DOUBLE_EQ(skeleton.length_mm(2), 0.0);
}

TEST(Skeleton, a_fault_is_told_with_line_field_what_stands_there_and_what_is_expected) {
  struct Case {
    std::string text;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"a,b\n1,2\n", "s.csv:1: Tubule_ID = no such column; expected the columns Tubule_ID Branch_ID X Y Z"},
      {header + "1,0,1,0,0,0,9,R1\n2,1,1,0,1,0,9,R2\n",
       "s.csv:2: Tubule_ID = 0; expected the tubule's number"},
      {header + "1,1,1,0,0,0,13,R1\n2,1,1,0,1,0,9,R2\n",
       "s.csv:2: Stage = 13; expected a stage code: 1 to 12"},
      {header + "1,1,1,0,0,0,1,R1\n2,1,1,zero,1,0,9,R2\n", "s.csv:3: X = zero; expected a place in voxels"},
      {header + "1,1,1,0,0,0,1,R1\n2,1,1,0,,0,9,R2\n", "s.csv:3: Y = nothing; expected a place in voxels"},
      {header + "1,1,1,0,0,0,1,R1\n2,1,1,0,90,0,9,R2\n",
       "s.csv:3: X = a point 90.0 voxels from the one before"},
      {header + "1,1,1,0,0,0,1,R1\n", "s.csv:2: Branch_ID = a branch without length"},
      {header + "1,1,1,0,0,0,1,0\n2,1,1,0,1,0,9,R2\n", "s.csv:2: Ref = 0; expected the name of the node"},
      {good + "7,1,1,0,0,0,9,R1\n8,1,1,0,1,0,9,b1\n",
       "s.csv:8: Branch_ID = branch 1 of tubule 1 a second time"},
      {header, "s.csv: no points; expected a row for each point"},
  };
  for (const Case& one : cases) EXPECT_THAT(faults_of(one.text), testing::HasSubstr(one.message));
  EXPECT_EQ(faults_of(good), "");
}

TEST(Skeleton, after_twenty_faults_the_rest_is_not_read) {
  std::string text = header;
  for (int row = 0; row < 1000; ++row) text += "1,1,1,x,y,z,1,0\n";
  const std::string all = faults_of(text);
  EXPECT_LE(std::count(all.begin(), all.end(), '\n'), 24);
  EXPECT_THAT(all, testing::HasSubstr("more than 20 faults"));
}

TEST(Skeleton, tables_broken_at_random_are_read_or_refused_never_worse) {
  const RandomStream stream({7, 0, 0, Stream::known_answer_test});
  const std::string bytes = "0123456789,,,\n\n-+.eERb\"#\xC3 x";
  for (std::uint32_t round = 0; round < 3000; ++round) {
    Draws draws(stream, round, 0);
    std::string text = good;
    const std::uint32_t changes = 1 + draws.below(5);
    for (std::uint32_t c = 0; c < changes && !text.empty(); ++c) {
      const std::size_t at = draws.below(static_cast<std::uint32_t>(text.size()));
      const char byte = bytes[draws.below(static_cast<std::uint32_t>(bytes.size()))];
      if (draws.bernoulli(0.3))
        text.erase(at, 1 + draws.below(9));
      else if (draws.bernoulli(0.5))
        text.insert(at, 1, byte);
      else
        text[at] = byte;
    }
    Problems problems;
    const Skeleton skeleton = parse_skeleton(text, "s.csv", 10.0, problems);
    ASSERT_EQ(problems.any(), skeleton.branches.empty()) << text;
    for (const Problem& problem : problems.list()) ASSERT_EQ(problem.place.file, "s.csv");
    for (const SkeletonBranch& branch : skeleton.branches) {
      ASSERT_GE(branch.points.size(), 2U);
      ASSERT_GT(branch.length_mm, 0.0);
      ASSERT_FALSE(branch.start_node.empty());
      for (const SkeletonPoint& point : branch.points) ASSERT_LE(point.stage_code, 12);
    }
  }
}

// Published lengths of T1 to T9 (mm), of the same repository as the skeleton. One voxel size for all: the
// nine ratios spread by 0.2 %; the longest is 0.19 % off.
TEST(Skeleton, the_measured_tubules_have_their_published_lengths) {
  AZOO_NEEDS_MEASURED_TUBULES();
  Problems problems;
  const Skeleton skeleton = read_skeleton(measured_skeleton(), measured_voxel_um, problems);
  problems.throw_if_any();
  const std::vector<double> published = {386.5, 120.7, 140.9, 328.5, 122.2, 80.6, 147.2, 178.6, 279.5};
  ASSERT_EQ(skeleton.tubules().size(), published.size());
  for (std::size_t t = 0; t < published.size(); ++t)
    EXPECT_NEAR(skeleton.length_mm(static_cast<int>(t) + 1) / published[t], 1.0, 0.002);
  EXPECT_NEAR(skeleton.length_mm(), 1784.51, 0.1);
  EXPECT_EQ(skeleton.branches.size(), 49U);
}

}  // namespace
}  // namespace azoo::testis
