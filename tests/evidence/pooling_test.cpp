// What may be pooled and what not, on a record made up for it.
#include "evidence/pooling.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "evidence/small_record.hpp"
#include "statistics/random_effects.hpp"

namespace azoo::evidence {
namespace {

const char* const header =
    "id,work,source,place,record,target,outcome,time,arm,arm_label,printed,mean,spread,spread_kind,n,events,"
    "unit,note\n";

std::string group(const std::string& id, const std::string& work, const std::string& arm,
                  const std::string& numbers, const std::string& time = "day 60",
                  const std::string& unit = "1") {
  return id + "," + work + ",900,\"Table 1, row 1\",,,sperm," + time + "," + arm + ",a,p," + numbers + "," +
         unit + ",\n";
}

PooledOutcome pooled(const std::string& rows) {
  const fixture::SmallRecord folder;
  fixture::write(folder.folder() / "group_results/900.csv", header + rows);
  Problems problems;
  const Record record = load_record(folder.folder(), problems);
  problems.throw_if_any();
  for (const PooledOutcome& outcome : pool_outcomes(record)) {
    if (outcome.outcome == "sperm") return outcome;
  }
  throw std::runtime_error("no outcome");
}

TEST(EvidencePooling, proportions_of_several_studies_are_pooled) {
  const PooledOutcome outcome = pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,9") +
                                       group("E900-V02", "b-2002-x", "treated", ",,,20,8"));
  ASSERT_TRUE(outcome.poolable()) << outcome.reason;
  const std::vector<double> effects = {std::log(9.0 / 31.0), std::log(8.0 / 12.0)};
  const std::vector<double> variances = {1.0 / 9 + 1.0 / 31, 1.0 / 8 + 1.0 / 12};
  EXPECT_DOUBLE_EQ(outcome.pooled.estimate, statistics::random_effects(effects, variances).estimate);
  const double share = on_data_scale(outcome.scale, outcome.pooled.estimate);
  EXPECT_GT(share, 9.0 / 40.0);
  EXPECT_LT(share, 8.0 / 20.0);
}

TEST(EvidencePooling, means_are_held_against_the_comparator_with_errors_made_deviations) {
  const PooledOutcome outcome = pooled(group("E900-V01", "a-2001-x", "treated", "12,2,sd,10,") +
                                       group("E900-V02", "a-2001-x", "comparator", "9,2,sd,10,") +
                                       group("E900-V03", "b-2002-x", "treated", "11,0.5,se,16,") +
                                       group("E900-V04", "b-2002-x", "comparator", "7,0.5,se,16,"));
  ASSERT_TRUE(outcome.poolable()) << outcome.reason;
  EXPECT_EQ(outcome.studies[0].effect.value, 3.0);
  EXPECT_DOUBLE_EQ(outcome.studies[1].effect.variance, 0.5);  // 2^2/16 twice
}

TEST(EvidencePooling, says_why_there_is_no_pooled_number) {
  EXPECT_EQ(pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,9")).reason, "one study only");
  EXPECT_EQ(pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,9") +
                   group("E900-V02", "b-2002-x", "treated", ",,,20,8", "day 90"))
                .reason,
            "read at different times: day 60; day 90");
  EXPECT_EQ(pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,9") +
                   group("E900-V02", "b-2002-x", "treated", ",,,20,8") +
                   group("E900-V03", "b-2002-x", "treated", ",,,10,1"))
                .reason,
            "several groups of one study are not independent");
  const std::string a = group("E900-V01", "a-2001-x", "treated", "12,2,not_stated,10,") +
                        group("E900-V02", "a-2001-x", "comparator", "9,2,sd,10,");
  const std::string b = group("E900-V03", "b-2002-x", "treated", "12,2,sd,,") +
                        group("E900-V04", "b-2002-x", "comparator", "9,2,sd,10,");
  EXPECT_EQ(pooled(a + b).reason,
            "whether the spread of E900-V01 is a deviation or an error is not told; the size of group "
            "E900-V03 is not told");
  const std::string c = group("E900-V01", "a-2001-x", "treated", "12,2,sd,10,", "end", "g") +
                        group("E900-V02", "a-2001-x", "comparator", "9,2,sd,10,", "end", "g") +
                        group("E900-V03", "b-2002-x", "treated", "12,2,sd,8,", "end", "mg") +
                        group("E900-V04", "b-2002-x", "comparator", "9,2,sd,10,", "end", "mg");
  EXPECT_EQ(pooled(c).reason, "different units: g; mg");
}

TEST(EvidencePooling, other_comparisons_are_other_outcomes_and_untreated_is_untreated) {
  const std::string a = group("E900-V01", "a-2001-x", "treated", "12,2,sd,10,") +
                        group("E900-V02", "a-2001-x", "injured", "9,2,sd,10,");
  const std::string against_other = group("E900-V03", "b-2002-x", "treated", "12,2,sd,10,") +
                                    group("E900-V04", "b-2002-x", "comparator", "9,2,sd,10,");
  const std::string against_untreated = group("E900-V03", "b-2002-x", "treated", "12,2,sd,10,") +
                                        group("E900-V04", "b-2002-x", "injured", "9,2,sd,10,");
  EXPECT_EQ(pooled(a + against_other).reason, "one study only");
  EXPECT_EQ(pooled(a + against_untreated).comparison, "treated against untreated");
  EXPECT_TRUE(pooled(a + against_untreated).poolable());
}

TEST(EvidencePooling, cautions_where_studies_agree_better_than_their_errors_allow) {
  const auto with_second = [](const std::string& events, const std::string& time) {
    return pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,10") +
                  group("E900-V02", "b-2002-x", "treated", ",,,40," + events, time));
  };
  EXPECT_NE(with_second("10", "day 60").caution.find("narrower than the errors of the studies"),
            std::string::npos);
  EXPECT_EQ(with_second("30", "day 60").caution, "");
  EXPECT_EQ(with_second("30", "not stated").caution, "not every study tells when it was read");
}

TEST(EvidencePooling, a_number_told_twice_counts_once) {
  const PooledOutcome outcome = pooled(group("E900-V01", "a-2001-x", "treated", ",,,40,9") +
                                       group("E900-V02", "a-2001-x", "treated", ",,,40,9"));
  ASSERT_EQ(outcome.studies.size(), 1u);
  EXPECT_EQ(outcome.studies[0].ids.size(), 2u);
}

}  // namespace
}  // namespace azoo::evidence
