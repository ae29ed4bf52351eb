// Damage at random to pose tables: the reader gives poses that are whole, or problems, and never anything
// else.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "docking/pose_table.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

std::string seed_table(made::Numbers& numbers) {
  Poses poses;
  for (int i = 0; i < 6; ++i) poses.push_back({numbers.motion(3.0, 50.0), numbers.uniform(-9, 9), {}});
  const std::vector<Quality> qualities(numbers.word() % 2 == 0 ? poses.size() : 0);
  return poses_csv(poses, qualities);
}

std::string damaged(std::string text, made::Numbers& numbers) {
  static const std::vector<std::string> tokens{",", "\n",   "\"",   "nan", "inf",  "-",           "1e999",
                                               "e", ".",    "\r\n", "\0",  "\xff", "0x1",         "#",
                                               ";", "rank", "qw",   "",    "999",  "\xEF\xBB\xBF"};
  const std::uint32_t wounds = 1 + numbers.word() % 2;
  for (std::uint32_t w = 0; w < wounds && !text.empty(); ++w) {
    const std::size_t at = numbers.word() % text.size();
    const std::size_t length = numbers.word() % 12;
    switch (numbers.word() % 4) {
      case 0:
        text[at] = static_cast<char>(numbers.word() % 256);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, tokens[numbers.word() % tokens.size()]);
        break;
      default:
        text.insert(at, text.substr(numbers.word() % text.size(), length * 8));
        break;
    }
  }
  return text;
}

bool whole(const PoseTable& table) {
  if (table.poses.empty() || table.ranks.size() != table.poses.size()) return false;
  for (const Pose& pose : table.poses) {
    const Quaternion& q = pose.motion.rotation;
    const double squared = q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z;
    if (!(std::abs(squared - 1.0) < 1e-9) || !std::isfinite(pose.score) ||
        !std::isfinite(length(pose.motion.shift_A)))
      return false;
  }
  return table.qualities.empty() || table.qualities.size() == table.poses.size();
}

TEST(PoseTableFuzz, damaged_tables_give_whole_poses_or_problems) {
  made::Numbers numbers(20260101);
  std::size_t read = 0;
  std::size_t refused = 0;
  for (int i = 0; i < 10000; ++i) {
    const std::string text = damaged(seed_table(numbers), numbers);
    Problems problems;
    const std::optional<PoseTable> table = parse_poses(text, "fuzz.csv", problems);
    ASSERT_NE(table.has_value(), problems.any()) << text;
    ASSERT_TRUE(!table || whole(*table)) << text;
    for (const Problem& problem : problems.list()) ASSERT_FALSE(problem.expected.empty()) << text;
    ++(table ? read : refused);
  }
  // Both ways are taken often.
  EXPECT_GT(read, 750U);
  EXPECT_GT(refused, 750U);
}

}  // namespace
}  // namespace azoo::docking
