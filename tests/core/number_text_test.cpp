#include "core/number_text.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "core/random.hpp"

namespace azoo {
namespace {

TEST(NumberText, reads_back_every_random_double_exactly) {
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  for (std::uint32_t i = 0; i < 100000; ++i) {
    const RandomBlock words = stream.block(i, 0, 0);
    const auto value = std::bit_cast<double>((std::uint64_t{words[0]} << 32) | words[1]);
    if (!std::isfinite(value)) continue;
    const auto back = parse_number(to_text(value));
    ASSERT_TRUE(back.has_value()) << to_text(value);
    ASSERT_EQ(*back, value) << to_text(value);
  }
  for (const double value : {std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(),
                             std::numeric_limits<double>::lowest(), 0.1, 1e23}) {
    EXPECT_EQ(parse_number(to_text(value)), value);
  }
}

TEST(NumberText, both_zeros_give_the_same_bytes) {
  EXPECT_EQ(to_text(-0.0), "0");
  EXPECT_EQ(to_text(0.0), "0");
}

TEST(NumberText, significant_digits_survive_a_rounding_carry) {
  EXPECT_EQ(to_text(9.996, 3), "10.0");
  EXPECT_EQ(to_text(999.96, 4), "1000");
  EXPECT_EQ(to_text(0.00123456, 3), "0.00123");
  EXPECT_EQ(to_text(12345678.0, 3), "12300000");
  EXPECT_EQ(to_text(-9.996, 3), "-10.0");
  EXPECT_EQ(to_text(1.0, 3), "1.00");
  EXPECT_EQ(to_text(1.5e20, 3), "1.50e+20");
  EXPECT_EQ(to_text(1.5e-7, 2), "1.5e-07");
  EXPECT_EQ(to_text(-0.0, 3), "0");
}

TEST(NumberText, reads_numbers_strictly) {
  EXPECT_EQ(parse_number("1e3"), 1000.0);
  EXPECT_EQ(parse_number("+1.5"), 1.5);
  EXPECT_EQ(parse_number("-2"), -2.0);
  for (const char* wrong : {"", "+", "-", "+-5", "--5", " 1", "1 ", "1,5", "0x10", "nan", "inf", "-inf",
                            "1e400", "1.2.3", "12a"}) {
    EXPECT_FALSE(parse_number(wrong).has_value()) << wrong;
  }
}

TEST(NumberText, reads_whole_numbers_strictly) {
  EXPECT_EQ(parse_integer("-12"), -12);
  for (const char* wrong : {"", "1.0", "1e3", " 1", "9223372036854775808", "x"}) {
    EXPECT_FALSE(parse_integer(wrong).has_value()) << wrong;
  }
}

}  // namespace
}  // namespace azoo
