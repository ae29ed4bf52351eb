// The comparison of the groups against values by hand.
#include "animal/summary.hpp"

#include <cmath>
#include <limits>

#include "animal/tables.hpp"
#include "small_study.hpp"

namespace azoo::animal {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Design design() {
  Design two;
  two.groups = {{"control", 3, {10.0, 20.0}, {}}, {"treated", 3, {10.0, 20.0}, {}}};
  two.control = "control";
  return two;
}

void add(AnimalRecords& records, const std::string& group, double day, const std::vector<double>& values,
         const std::string& flag = "") {
  for (const double value : values) {
    const std::string name = "A" + std::to_string(records.readouts.size());
    records.readouts.push_back({name, group, day, "testis_weight", value, "g", flag});
  }
}

const SummaryRow& row(const std::vector<SummaryRow>& rows, const std::string& group, double day) {
  for (const SummaryRow& one : rows) {
    if (one.group == group && one.day == day) return one;
  }
  ADD_FAILURE() << group << " " << day;
  return rows.front();
}

// Means 10 and 20, both CV 0.1, n = 3: variance of the log ratio 2 x 0.01 / 3, df 4, t 2.776445 (table).
TEST(RatioOfMeans, has_the_interval_of_the_delta_method) {
  const RatioOfMeans r = ratio_of_means({9, 10, 11}, {18, 20, 22}, 0.95);
  EXPECT_DOUBLE_EQ(r.ratio, 0.5);
  const double half = 2.776445 * std::sqrt(0.02 / 3.0);
  EXPECT_NEAR(r.low, 0.5 * std::exp(-half), 1e-6);
  EXPECT_NEAR(r.high, 0.5 * std::exp(half), 1e-6);
}

TEST(RatioOfMeans, without_spread_or_a_positive_mean_has_no_interval) {
  EXPECT_DOUBLE_EQ(ratio_of_means({0, 0, 0}, {18, 20, 22}, 0.95).ratio, 0.0);
  EXPECT_TRUE(std::isnan(ratio_of_means({0, 0, 0}, {18, 20, 22}, 0.95).low));
  EXPECT_TRUE(std::isnan(ratio_of_means({9, 10}, {0, 0}, 0.95).ratio));
  EXPECT_TRUE(std::isnan(ratio_of_means({9}, {18, 20}, 0.95).high));
  EXPECT_TRUE(std::isnan(ratio_of_means({9, 9}, {18, 18}, 0.95).low));
  EXPECT_TRUE(std::isnan(ratio_of_means({}, {18, 18}, 0.95).ratio));
}

TEST(Summary, compares_animals_of_the_same_day) {
  AnimalRecords records;
  add(records, "control", 10, {18, 20, 22});
  add(records, "control", 20, {28, 30, 32});
  add(records, "treated", 10, {9, 10, 11});
  add(records, "treated", 20, {30, 30, 33});
  const auto rows = summarise(design(), records);
  ASSERT_EQ(rows.size(), 4U);
  const SummaryRow& first = row(rows, "treated", 10);
  EXPECT_EQ(first.n, 3);
  EXPECT_DOUBLE_EQ(first.mean, 10.0);
  EXPECT_DOUBLE_EQ(first.sd, 1.0);
  EXPECT_DOUBLE_EQ(first.se, 1.0 / std::sqrt(3.0));
  EXPECT_DOUBLE_EQ(first.ratio, 0.5);
  // Welch: difference -10, SE sqrt(1/3 + 4/3), df = (5/3)^2 / ((1/9 + 16/9) / 2) = 50/17.
  EXPECT_NEAR(first.statistic, -10.0 / std::sqrt(5.0 / 3.0), 1e-12);
  EXPECT_NEAR(first.df, 50.0 / 17.0, 1e-12);
  EXPECT_LT(first.p, 0.01);
  EXPECT_DOUBLE_EQ(row(rows, "treated", 20).ratio, 31.0 / 30.0);
  const SummaryRow& control = row(rows, "control", 10);
  EXPECT_TRUE(control.control.empty());
  EXPECT_TRUE(std::isnan(control.ratio));
  EXPECT_TRUE(control.test.empty());
}

TEST(Summary, takes_the_only_day_of_the_control_and_says_so) {
  Design one_day = design();
  one_day.groups[0].sacrifice_d = {10.0};
  AnimalRecords records;
  add(records, "control", 10, {18, 20, 22});
  add(records, "treated", 20, {9, 10, 11});
  const auto rows = summarise(one_day, records);
  EXPECT_DOUBLE_EQ(row(rows, "treated", 20).ratio, 0.5);
  EXPECT_EQ(row(rows, "treated", 20).note, "control animals of day 10");
  // With two days of the control, but not this one, there is nothing to compare with.
  Design other = design();
  other.groups[1].sacrifice_d = {20.0};
  other.groups[0].sacrifice_d = {0.0, 10.0};
  EXPECT_EQ(row(summarise(other, records), "treated", 20).note, "no control animals on this day");
}

TEST(Summary, says_how_many_gave_no_value_or_less_than_can_be_seen) {
  AnimalRecords records;
  add(records, "control", 10, {18, 20, 22});
  add(records, "treated", 10, {none}, "undefined");
  add(records, "treated", 10, {0.0}, "below_detection");
  add(records, "treated", 10, {4.0});
  const auto rows = summarise(design(), records);
  EXPECT_EQ(row(rows, "treated", 10).n, 2);
  EXPECT_DOUBLE_EQ(row(rows, "treated", 10).mean, 2.0);
  EXPECT_TRUE(row(rows, "treated", 10).note.starts_with("1 without a value; 1 below detection, taken as 0"));
}

TEST(Tables, of_an_animal_study_read_back_to_the_same_bytes) {
  const Design design = small_design();
  const Conduct conduct(design, shipped_parameters(), shipped_parameters());
  std::vector<AnimalRecords> parts;
  for (std::size_t i = 0; i < conduct.animals(); ++i) parts.push_back(conduct.follow(i, 1, nullptr));
  const AnimalRecords records = assemble(std::move(parts));
  EXPECT_EQ(records.animals.size(), 6U);
  const std::string animals = to_csv(records.animals);
  const std::string readouts = to_csv(records.readouts);
  const std::string sections = to_csv(records.sections);
  Problems problems;
  const AnimalRecords again = parse_records({animals, readouts, sections}, "test", problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(to_csv(again.animals), animals);
  EXPECT_EQ(to_csv(again.readouts), readouts);
  EXPECT_EQ(to_csv(again.sections), sections);
  // One animal of each group and day keeps its sections: three of six, five sections in each testis.
  EXPECT_EQ(records.sections.back().tubule, 9);
  EXPECT_EQ(to_csv(summarise(design, again)), to_csv(summarise(design, records)));
}

}  // namespace
}  // namespace azoo::animal
