// What the analysis does with data that are missing, constant, below the limit, in other orders and in other
// numbers of arms and replicates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "trial/analysis.hpp"
#include "trial/small_trial.hpp"

namespace azoo::trial::test {
namespace {

using ::testing::HasSubstr;

std::vector<AnalysisRow> select(const std::vector<AnalysisRow>& rows, const std::string& analysis,
                                const std::string& endpoint, const std::string& method) {
  std::vector<AnalysisRow> found;
  for (const AnalysisRow& row : rows) {
    const bool same = row.analysis == analysis && row.endpoint == endpoint && row.method.starts_with(method);
    if (same) found.push_back(row);
  }
  return found;
}

// Every row can be written and read, and empty numbers come with a reason.
void expect_honest(const std::vector<AnalysisRow>& rows) {
  Problems problems;
  const std::string text = to_csv(rows);
  EXPECT_EQ(to_csv(parse_analysis({"analysis.csv", text}, problems)), text);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  for (const AnalysisRow& row : rows) {
    EXPECT_FALSE(std::isnan(row.estimate) && row.note.empty()) << row.endpoint << ": " << row.method;
    if (std::isnan(row.ci_low) || std::isnan(row.estimate)) continue;
    EXPECT_LE(row.ci_low, row.estimate) << row.endpoint << ": " << row.method;
    EXPECT_GE(row.ci_high, row.estimate) << row.endpoint << ": " << row.method;
  }
}

TEST(Analysis, reads_back_to_the_same_bytes) {
  const std::vector<AnalysisRow> rows = analyse(small_design(), small_records());
  expect_honest(rows);
  const TrialRecords records = small_records();
  const std::string texts[] = {to_csv(records.participants), to_csv(records.visits), to_csv(records.events)};
  Problems problems;
  const Design design = small_design();
  const TrialRecords read =
      parse_records({{"p", texts[0]}, {"v", texts[1]}, {"e", texts[2]}, std::nullopt}, &design, problems);
  EXPECT_EQ(to_csv(analyse(design, read)), to_csv(rows));
}

TEST(Analysis, does_not_depend_on_the_order_of_the_rows_or_the_number_of_threads) {
  TrialRecords records = small_records(0);
  const TrialRecords other = small_records(3);
  for (const ParticipantRow& row : other.participants) records.participants.push_back(row);
  for (const VisitRow& row : other.visits) records.visits.push_back(row);
  for (const EventRow& row : other.events) records.events.push_back(row);
  const std::string ordered = to_csv(analyse(small_design(), records));
  std::reverse(records.participants.begin(), records.participants.end());
  std::reverse(records.events.begin(), records.events.end());
  std::stable_sort(records.visits.begin(), records.visits.end(),
                   [](const VisitRow& a, const VisitRow& b) { return a.value < b.value; });
  EXPECT_EQ(to_csv(analyse(small_design(), records)), ordered);
  EXPECT_EQ(to_csv(analyse(small_design(), records, 4)), ordered);
}

TEST(Analysis, gives_every_replicate_the_rows_it_would_have_alone) {
  TrialRecords both = small_records(0);
  const TrialRecords second = small_records(1);
  both.participants.insert(both.participants.end(), second.participants.begin(), second.participants.end());
  both.visits.insert(both.visits.begin(), second.visits.begin(), second.visits.end());
  both.events.insert(both.events.end(), second.events.begin(), second.events.end());
  std::vector<AnalysisRow> expected = analyse(small_design(), small_records(0));
  for (const AnalysisRow& row : analyse(small_design(), second)) expected.push_back(row);
  EXPECT_EQ(to_csv(analyse(small_design(), both)), to_csv(expected));
}

TEST(Analysis, of_an_empty_arm_refuses_with_n_and_reason) {
  TrialRecords records = small_records();
  std::erase_if(records.participants, [](const ParticipantRow& row) { return row.arm == "hormones"; });
  std::erase_if(records.visits, [](const VisitRow& row) { return row.arm == "hormones"; });
  const std::vector<AnalysisRow> rows = analyse(small_design(), records);
  expect_honest(rows);
  const auto sums = select(rows, "recommended", "sperm_concentration", "Wilcoxon rank-sum");
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums[0].n1, 5);
  EXPECT_EQ(sums[0].n2, 0);
  EXPECT_TRUE(std::isnan(sums[0].p));
  EXPECT_THAT(sums[0].note, HasSubstr("not computed"));
}

TEST(Analysis, of_no_participants_at_all_is_all_refusals) {
  const std::vector<AnalysisRow> rows = analyse(small_design(), {});
  ASSERT_FALSE(rows.empty());
  expect_honest(rows);
  for (const AnalysisRow& row : rows) EXPECT_TRUE(std::isnan(row.estimate)) << row.endpoint << row.method;
}

TEST(Analysis, sets_values_below_the_limit_to_half_of_it_and_counts_them) {
  TrialRecords records = small_records();
  for (VisitRow& row : records.visits) {
    if (row.participant == "C5" && row.analyte == "fsh" && row.visit == "day_180") {
      row.value = none;
      row.flag = "below_lloq";
    }
  }
  const auto rows = select(analyse(small_design(), records), "recommended", "fsh", "one-sample t test");
  ASSERT_EQ(rows.size(), 2U);
  // R: f[5] <- 0.15; exp(mean(log(f) - log(b))), 15 digits printed.
  EXPECT_NEAR(rows[0].estimate, 0.285886758412316, 1e-12);
  EXPECT_EQ(rows[0].n1, 5);
  EXPECT_THAT(rows[0].note, HasSubstr("1 value(s) below the limit of quantification set to half of it"));
}

TEST(Analysis, of_values_all_below_the_limit_shows_no_change_and_no_responder) {
  TrialRecords records = small_records();
  for (VisitRow& row : records.visits) {
    row.value = 1;
    row.flag = "below_lloq";
  }
  const std::vector<AnalysisRow> rows = analyse(small_design(), records);
  expect_honest(rows);
  for (const AnalysisRow& row : select(rows, "recommended", "fsh", "Wilcoxon")) {
    EXPECT_THAT(row.note, HasSubstr("not computed"));
  }
  for (const AnalysisRow& row :
       select(rows, "recommended", "responders: sperm_concentration > 0", "Clopper-Pearson")) {
    EXPECT_EQ(row.estimate, 0);
  }
}

TEST(Analysis, of_a_zero_on_the_log_scale_uses_the_limit_or_refuses) {
  TrialRecords records = small_records();
  for (VisitRow& row : records.visits) {
    if (row.participant == "C5" && row.analyte == "fsh" && row.visit == "day_180") row.value = 0;
  }
  Design design = small_design();
  const auto with_limit = select(analyse(design, records), "recommended", "fsh", "one-sample t test");
  EXPECT_NEAR(with_limit.at(0).estimate, 0.285886758412316, 1e-12);  // as in the test above
  EXPECT_THAT(with_limit.at(0).note, HasSubstr("1 zero(s)"));
  design.assays.clear();
  const std::vector<AnalysisRow> rows = analyse(design, records);
  expect_honest(rows);
  const auto without = select(rows, "recommended", "fsh", "one-sample t test");
  EXPECT_TRUE(std::isnan(without.at(0).estimate));
  EXPECT_EQ(without.at(0).n1, 5);
  EXPECT_THAT(without.at(0).note, HasSubstr("a value of 0 has no logarithm"));
}

TEST(Analysis, leaves_men_without_a_final_value_out_and_says_how_many) {
  TrialRecords records = small_records();
  std::erase_if(records.visits,
                [](const VisitRow& row) { return row.participant == "C1" && row.visit == "day_180"; });
  const std::vector<AnalysisRow> rows = analyse(small_design(), records);
  expect_honest(rows);
  const auto paired = select(rows, "as_printed", "testosterone", "paired t test");
  EXPECT_EQ(paired.at(0).n1, 4);
  EXPECT_THAT(paired.at(0).note, HasSubstr("1 of 5 men left out: value missing"));
}

TEST(Analysis, of_constant_data_and_of_single_men_refuses_tests_but_describes) {
  TrialRecords records;
  add_arm(records, "cells", "C", 3,
          {{"fsh", {5, 5, 5}, {5, 5, 5}},
           {"testosterone", {9, 9, 9}, {9.5, 9.5, 9.5}},
           {"sperm_concentration", {0, 0, 0}, {0, 0, 0}}});
  add_arm(records, "hormones", "H", 1,
          {{"fsh", {5}, {6}}, {"testosterone", {9}, {9}}, {"sperm_concentration", {0}, {0}}});
  const std::vector<AnalysisRow> rows = analyse(small_design(), records);
  expect_honest(rows);
  const auto mean = select(rows, "descriptive", "fsh", "mean");
  EXPECT_EQ(mean.at(0).estimate, 5);
  EXPECT_TRUE(std::isnan(mean.at(0).ci_low));
  for (const AnalysisRow& row : select(rows, "as_printed", "fsh", "paired")) EXPECT_TRUE(std::isnan(row.p));
}

TEST(Analysis, of_a_single_arm_has_no_contrast_and_says_so) {
  Design design = small_design();
  design.arms.pop_back();
  TrialRecords records;
  add_arm(records, "cells", "C", 2, {{"testosterone", {9, 8}, {10, 12}}});
  const std::vector<AnalysisRow> rows = analyse(design, records);
  expect_honest(rows);
  const auto sums = select(rows, "recommended", "sperm_concentration", "Wilcoxon rank-sum");
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_THAT(sums[0].note, HasSubstr("there is no second arm to compare with"));
}

TEST(Analysis, of_seven_arms_compares_each_with_the_reference_arm) {
  Design design = small_design();
  TrialRecords records = small_records();
  for (int i = 3; i <= 7; ++i) {
    Arm arm;
    arm.name = "arm" + std::to_string(i);
    design.arms.push_back(arm);
    add_arm(records, arm.name, arm.name + "-", 3,
            {{"fsh", {20, 30, 25}, {18, 31, 20}}, {"sperm_concentration", {0, 0, 0}, {0, 1, 0}}});
  }
  const std::vector<AnalysisRow> rows = analyse(design, records);
  expect_honest(rows);
  EXPECT_EQ(select(rows, "recommended", "fsh", "Wilcoxon rank-sum").size(), 6U);
  EXPECT_EQ(select(rows, "as_printed", "fsh", "Student").size(), 6U);
  // The primary endpoint belongs to the corrected family in every contrast but the primary one.
  const auto primary = select(rows, "recommended", "sperm_concentration", "Wilcoxon rank-sum");
  EXPECT_THAT(primary.at(0).note, HasSubstr("primary efficacy test"));
  EXPECT_THAT(primary.at(1).note, HasSubstr("Holm over 2 endpoint(s)"));
}

TEST(Analysis, refuses_records_that_the_reader_would_refuse) {
  TrialRecords twice = small_records();
  twice.visits.push_back(twice.visits.front());
  EXPECT_THROW((void)analyse(small_design(), twice), std::invalid_argument);
  TrialRecords same_man = small_records();
  same_man.participants.push_back(same_man.participants[1]);
  EXPECT_THROW((void)analyse(small_design(), same_man), std::invalid_argument);
  TrialRecords stranger = small_records();
  stranger.participants[1].arm = "exosomes";
  EXPECT_THROW((void)analyse(small_design(), stranger), std::invalid_argument);
}

TEST(Analysis, listing_every_method_is_the_same_as_listing_none) {
  Design design = small_design();
  const std::string all = to_csv(analyse(design, small_records()));
  design.analysis.as_printed = as_printed_methods();
  design.analysis.recommended = recommended_methods();
  EXPECT_EQ(to_csv(analyse(design, small_records())), all);
}

TEST(Analysis, names_methods_it_does_not_know) {
  Design design = small_design();
  design.analysis.recommended = {"rank_sum", "ancova"};
  const std::vector<AnalysisRow> rows = analyse(design, small_records());
  EXPECT_EQ(select(rows, "recommended", "all", "ancova").size(), 1U);
  EXPECT_TRUE(select(rows, "recommended", "fsh", "Welch").empty());
}

}  // namespace
}  // namespace azoo::trial::test
