// What cannot be docked is told, with what would be right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "docking_search/docked.hpp"

namespace azoo::docking::search_tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string messages(const Structure& receptor, const Structure& ligand, const DockOptions& options) {
  Problems problems, scored;
  const DockResult result = dock(receptor, ligand, small_search(), options, problems);
  EXPECT_TRUE(result.poses.empty());
  EXPECT_TRUE(score_poses(receptor, ligand, small_search(), options, {RigidMotion{}}, scored).empty());
  EXPECT_EQ(text_of(problems), text_of(scored));
  return text_of(problems);
}

std::string messages(const Restraints& wishes) {
  DockOptions options = fast();
  options.restraints = wishes;
  return messages(receptor_helix(), ligand_helix(), options);
}

TEST(DockMessages, an_unknown_preset_or_weight_set_names_the_known_ones) {
  DockOptions options = fast();
  options.preset = "hasty";
  EXPECT_THAT(messages(receptor_helix(), ligand_helix(), options),
              AllOf(HasSubstr("hasty"), HasSubstr("thorough")));
  options = fast();
  options.weights = "featherlight";
  EXPECT_THAT(messages(receptor_helix(), ligand_helix(), options),
              AllOf(HasSubstr("featherlight"), HasSubstr("balanced")));
}

TEST(DockMessages, a_partner_of_fewer_than_three_atoms_is_named) {
  Structure one = made::ball(0.5, 1.0);
  ASSERT_EQ(one.atoms.size(), 1U);
  one.file = "lonely.pdb";
  EXPECT_THAT(messages(receptor_helix(), one, fast()),
              AllOf(HasSubstr("lonely.pdb"), HasSubstr("three heavy atoms")));
  EXPECT_THAT(messages(one, ligand_helix(), fast()), HasSubstr("lonely.pdb"));
  EXPECT_THAT(messages(Structure{}, ligand_helix(), fast()), HasSubstr("three heavy atoms"));
}

TEST(DockMessages, three_atoms_in_a_line_are_docked) {
  Structure line = made::ball(0.5, 1.0, {}, "B");
  for (const double x : {1.5, 3.0}) line = made::joined(line, made::ball(0.5, 1.0, {x, 0, 0}, "B"));
  ASSERT_EQ(line.atoms.size(), 3U);
  EXPECT_FALSE(docked(receptor_helix(), line).poses.empty());
  EXPECT_FALSE(docked(line, line).poses.empty());
}

TEST(DockMessages, a_partner_torn_over_a_huge_box_is_too_large_for_the_grid) {
  const Structure torn = made::joined(ligand_helix(), made::shifted(ligand_helix(), {9000, 0, 0}));
  EXPECT_THAT(messages(receptor_helix(), torn, fast()), HasSubstr("span more than"));
  EXPECT_THAT(messages(torn, ligand_helix(), fast()), HasSubstr("span more than"));
}

TEST(DockMessages, residues_that_are_not_there_are_named) {
  Restraints wishes;
  wishes.masks.push_back({Partner::receptor, true, {"A:2", "A:99", "B:1"}});
  wishes.masks.push_back({Partner::ligand, false, {"A:3"}});
  wishes.distances.push_back({{"A:70-80"}, {"B:2"}, 0.0, 5.0});
  EXPECT_THAT(messages(wishes),
              AllOf(HasSubstr("A:99"), HasSubstr("B:1"), HasSubstr("A:3"), HasSubstr("A:70-80"),
                    testing::Not(HasSubstr("A:2;")), testing::Not(HasSubstr("B:2;"))));
  const std::string text = messages(wishes);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4) << text;
}

TEST(DockMessages, text_that_names_no_residue_is_told_with_an_example) {
  for (const char* text : {"", "A:", ":x", "A:1-", "A:7x9", "A:9-2", "A:1 0"}) {
    Restraints wishes;
    wishes.masks.push_back({Partner::receptor, true, {text}});
    EXPECT_THAT(messages(wishes), HasSubstr("A:10-20")) << text;
  }
}

TEST(DockMessages, a_restraint_without_residues_is_not_passed_over_in_silence) {
  Restraints mask, distance;
  mask.masks.push_back({Partner::receptor, true, {}});
  EXPECT_THAT(messages(mask), HasSubstr("residue"));
  distance.distances.push_back({{"A:1"}, {}, 0.0, 5.0});
  EXPECT_THAT(messages(distance), HasSubstr("residue"));
}

TEST(DockMessages, limits_that_are_no_range_and_membranes_without_direction_are_told) {
  const double nan = std::numeric_limits<double>::quiet_NaN(),
               infinite = std::numeric_limits<double>::infinity();
  for (const auto& [low, high] :
       {std::pair{5.0, 2.0}, {-1.0, 2.0}, {nan, 2.0}, {0.0, nan}, {infinite, infinite}}) {
    Restraints wishes;
    wishes.distances.push_back({{"A:1"}, {"B:2"}, low, high});
    EXPECT_THAT(messages(wishes), HasSubstr("min_A <= max_A")) << low << " " << high;
  }
  for (int fault = 0; fault < 6; ++fault) {
    Restraints wishes;
    Membrane& membrane = wishes.membrane;
    membrane.present = true;
    if (fault == 0) membrane.normal[2] = 0.0;
    if (fault == 1) membrane.normal[0] = nan;
    if (fault == 2) membrane.normal[0] = infinite;
    if (fault == 3) membrane.half_thickness_A = -1.0;
    if (fault == 4) membrane.half_thickness_A = infinite;
    if (fault == 5) membrane.centre_A[1] = nan;
    EXPECT_THAT(messages(wishes), HasSubstr("membrane")) << fault;
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
