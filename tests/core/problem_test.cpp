#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace azoo {
namespace {

TEST(Problem, reads_as_place_field_found_expected) {
  EXPECT_EQ(to_text(Problem{{"s.toml", 14, 8}, "arm.0.dose", "-1", "a number > 0"}),
            "s.toml:14:8: arm.0.dose = -1; expected a number > 0");
  EXPECT_EQ(to_text(Problem{{"s.toml", 0, 0}, "", "no such file", "a file"}),
            "s.toml: no such file; expected a file");
  EXPECT_EQ(to_text(Problem{{}, "", "two outputs", ""}), "two outputs");
}

TEST(Problems, are_thrown_together_in_the_order_of_the_file) {
  Problems problems;
  EXPECT_NO_THROW(problems.throw_if_any());
  problems.add({"b", 1, 0}, "x", "", "");
  problems.add({"a", 20, 0}, "x", "", "");
  problems.add({"a", 3, 0}, "x", "", "");
  try {
    problems.throw_if_any();
    FAIL() << "nothing was thrown";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "a:3: x\na:20: x\nb:1: x");
    EXPECT_EQ(error.problems().size(), 3U);
  }
}

}  // namespace
}  // namespace azoo
