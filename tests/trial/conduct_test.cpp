// The conduct of a trial: who enters, in which arm, what he is given, and how the tables come together.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "trial/allocation.hpp"
#include "trial/conduct.hpp"
#include "trial/eligibility.hpp"
#include "trial/safety.hpp"
#include "trial/treatment.hpp"
#include "trial/visit_plan.hpp"

namespace azoo::trial {
namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

Design two_arms(const std::string& method, int block_size) {
  Design design;
  design.arms.resize(2);
  design.arms[0].name = "cells";
  design.arms[0].size = 40;
  design.arms[1].name = "hormones";
  design.arms[1].size = 20;
  design.allocation = {method, block_size};
  return design;
}

TEST(Allocation, sequential_fills_one_arm_after_the_other) {
  const std::vector<int> arms = allocate(two_arms("sequential", 0), 1, 0);
  ASSERT_EQ(arms.size(), 60U);
  EXPECT_TRUE(std::is_sorted(arms.begin(), arms.end()));
}

TEST(Allocation, random_blocks_hold_the_arms_in_their_ratio) {
  const std::vector<int> arms = allocate(two_arms("random", 6), 1, 0);
  ASSERT_EQ(arms.size(), 60U);
  for (auto block = arms.begin(); block != arms.end(); block += 6)
    EXPECT_EQ(std::count(block, block + 6, 1), 2);
  EXPECT_FALSE(std::is_sorted(arms.begin(), arms.end()));
}

TEST(Allocation, another_seed_and_another_replicate_give_another_order) {
  const Design design = two_arms("random", 0);
  EXPECT_EQ(allocate(design, 1, 0), allocate(design, 1, 0));
  EXPECT_NE(allocate(design, 1, 0), allocate(design, 2, 0));
  EXPECT_NE(allocate(design, 1, 0), allocate(design, 1, 1));
}

Criterion criterion(const std::string& id, const std::string& role, std::vector<Condition> conditions) {
  Criterion c;
  c.id = id;
  c.role = role;
  c.all_of = std::move(conditions);
  return c;
}

TEST(Eligibility, keeps_every_reason_and_excludes_only_when_all_conditions_hold) {
  const std::vector<Criterion> criteria = {
      criterion("age", "include", {{"age", 20.0, 50.0, none}}),
      criterion("hypogonadotropic", "exclude", {{"lh", none, none, 2.0}, {"fsh", none, none, 1.0}}),
  };
  const auto reasons = [&](double age, double lh, double fsh) {
    return joined(measured_reasons(criteria, [=](const std::string& key) -> std::optional<double> {
      return key == "age" ? age : key == "lh" ? lh : fsh;
    }));
  };
  EXPECT_EQ(reasons(30.0, 5.0, 5.0), "");
  EXPECT_EQ(reasons(20.0, 1.0, 5.0), "");  // limits are inclusive; one low hormone is not both
  EXPECT_EQ(reasons(51.0, 1.9, 0.9), "age;hypogonadotropic");
  EXPECT_EQ(reasons(30.0, 2.0, 0.5), "");  // "below 2" does not hold at 2
}

TEST(Eligibility, what_has_not_been_measured_excludes_nobody) {
  const std::vector<Criterion> criteria = {
      criterion("azoospermia", "include", {{"sperm_concentration", none, 0.0, none}})};
  EXPECT_TRUE(measured_reasons(criteria, [](const std::string&) { return std::nullopt; }).empty());
}

TEST(Eligibility, drawn_reasons_come_at_their_stated_rate) {
  Criterion varicocele;
  varicocele.id = "varicocele";
  varicocele.prevalence = 0.1;
  const RandomStream stream({3, 0, 0, Stream::candidate_characteristics});
  int failed = 0;
  constexpr int men = 20000;
  for (int i = 0; i < men; ++i) {
    Draws draws(stream, static_cast<std::uint32_t>(i), 0);
    failed += static_cast<int>(drawn_reasons({varicocele}, draws).size());
  }
  EXPECT_NEAR(static_cast<double>(failed) / men, 0.1, 4.0 * std::sqrt(0.09 / men));
}

TEST(DrugDoses, come_at_their_interval_from_the_first_day_to_the_last_in_order_of_time) {
  Arm arm;
  arm.drugs = {{"hcg", 1000.0, "IU", 3.5, 0.0, 14.0}, {"clomiphene", 50.0, "mg", 1.0, 0.0, 3.0}};
  const auto doses = Treatments::drug_doses(arm, 180.0);
  EXPECT_EQ(doses.size(), 5U + 4U);
  EXPECT_TRUE(
      std::is_sorted(doses.begin(), doses.end(), [](const auto& a, const auto& b) { return a.day < b.day; }));
  EXPECT_EQ(Treatments::drug_doses(arm, 3.4).size(), 1U + 4U);  // withdrawn on day 3.4
}

TEST(PlannedDose, counts_both_testes_and_an_intravenous_dose_once) {
  ProductPlan plan;
  plan.testes = 2;
  plan.sites = {{"seminiferous_tubules", 1e7, 0.3}, {"rete_testis", 1e7, 0.3}};
  EXPECT_EQ(planned_dose(plan), 4e7);
  plan.sites.push_back({"intravenous", 5e6, 0.0});
  EXPECT_EQ(planned_dose(plan), 4.5e7);
}

TEST(AdverseEvents, happen_only_to_those_exposed_to_their_cause_and_before_the_last_day) {
  Design design;
  AdverseEventRate rate;
  rate.term = "scrotal pain";
  rate.cause = "surgery";
  rate.probability = 1.0;
  rate.grade_shares = {0.0, 0.0, 1.0, 0.0, 0.0};
  rate.onset_day_median = 1.0;
  design.adverse_events = {rate};
  Arm operated;
  operated.surgery = true;
  const RandomStream stream({5, 0, 0, Stream::adverse_events});
  Draws first(stream, 0, 0);
  const auto events = adverse_events(design, exposure_of(operated, design), 180.0, first);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].grade, 3);
  EXPECT_EQ(events[0].serious, "yes");
  Draws second(stream, 0, 0);
  EXPECT_TRUE(adverse_events(design, exposure_of(Arm{}, design), 180.0, second).empty());
  Draws third(stream, 0, 0);
  EXPECT_TRUE(adverse_events(design, exposure_of(operated, design), -1.0, third).empty());
}

TrialRecords place(int number, int failures) {
  TrialRecords records;
  for (int i = 0; i <= failures; ++i) {
    ParticipantRow man;
    man.participant = std::to_string(number) + "/" + std::to_string(i);
    man.status = i < failures ? "screen_failure" : "completed";
    man.arm = i < failures ? "" : "cells";
    records.participants.push_back(man);
    VisitRow visit;
    visit.participant = man.participant;
    visit.analyte = "fsh";
    visit.value = number;
    records.visits.push_back(visit);
  }
  return records;
}

TEST(Assemble, conditioning_keeps_exactly_the_printed_number_of_failures) {
  Design design;
  design.screening.screened = 12;
  design.screening.enrolled = 8;
  design.screening.rule = "condition";
  std::vector<TrialRecords> places;
  for (int p = 0; p < 8; ++p) places.push_back(place(p, p % 3));
  const TrialRecords records = assemble(design, 1, 0, places);
  EXPECT_EQ(records.participants.size(), 12U);
  const auto failed = std::count_if(records.participants.begin(), records.participants.end(),
                                    [](const ParticipantRow& man) { return man.status == "screen_failure"; });
  EXPECT_EQ(failed, 4);
  EXPECT_EQ(records.visits.size(), 12U);
  design.screening.rule = "rate";
  EXPECT_EQ(assemble(design, 1, 0, places).participants.size(), 8U + 0 + 1 + 2 + 0 + 1 + 2 + 0 + 1);
}

TEST(Assemble, names_are_unique_rows_follow_their_man_and_enrolled_keep_their_order) {
  Design design;
  design.screening.rule = "rate";
  std::vector<TrialRecords> places;
  for (int p = 0; p < 6; ++p) places.push_back(place(p, 1));
  const TrialRecords records = assemble(design, 4, 2, places);
  std::set<std::string> names;
  double last = -1.0;
  for (const ParticipantRow& man : records.participants) {
    EXPECT_TRUE(names.insert(man.participant).second);
    EXPECT_EQ(man.replicate, 2);
    const auto row = std::find_if(records.visits.begin(), records.visits.end(), [&](const VisitRow& visit) {
      return visit.participant == man.participant;
    });
    ASSERT_NE(row, records.visits.end());
    if (man.status == "screen_failure") continue;
    EXPECT_GT(row->value, last);
    last = row->value;
  }
}

TEST(VisitPlan, screening_ends_with_the_baseline_and_visits_of_other_procedures_are_left_out) {
  Design design;
  design.aspiration_day = -21.0;
  design.visits = {{"screening", "surgery", -111.0, 0.0, {}},
                   {"baseline", "surgery", -21.0, 0.0, {}},
                   {"after_aspiration", "aspiration", 14.0, 0.0, {}},
                   {"surgery", "surgery", 0.0, 0.0, {}},
                   {"day_180", "surgery", 180.0, 7.0, {}}};
  design.endpoints.resize(1);
  design.endpoints[0].baseline_visit = "baseline";
  const VisitPlan plan(design, 1);
  EXPECT_EQ(plan.screening(0, 7).size(), 2U);
  Arm drugs_only;
  ASSERT_EQ(plan.follow_up(drugs_only, 0, 7).size(), 1U);
  Arm operated;
  operated.aspiration = operated.surgery = true;
  const auto visits = plan.follow_up(operated, 0, 7);
  ASSERT_EQ(visits.size(), 3U);
  EXPECT_EQ(visits[0].day, -7.0);
  EXPECT_LE(std::fabs(visits[2].day - 180.0), 7.0);
}

}  // namespace
}  // namespace azoo::trial
