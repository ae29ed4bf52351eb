// The shipped trials read without a fault and say what source 003 prints.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "study_files.hpp"

namespace azoo::study {
namespace {

const trial::Arm& arm(const trial::Design& design, const std::string& name) {
  const auto found = std::find_if(design.arms.begin(), design.arms.end(),
                                  [&](const trial::Arm& one) { return one.name == name; });
  EXPECT_NE(found, design.arms.end()) << name;
  return *found;
}

TEST(ShippedStudies, read_without_a_fault) {
  for (const char* name : {"phase1-2024.toml", "phase1-2024-separated.toml"}) {
    const Outcome outcome = read_with(shipped(name));
    EXPECT_EQ(outcome.messages, "") << name;
    EXPECT_TRUE(outcome.study) << name;
  }
}

// Protocol of source 003, Methods and Results.
TEST(Phase1Study, states_the_printed_protocol) {
  const Outcome outcome = read_with(shipped("phase1-2024.toml"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const trial::Design& design = outcome.study->design;
  EXPECT_EQ(design.screening.screened, 86);
  EXPECT_EQ(design.screening.enrolled, 80);
  EXPECT_EQ(design.screening.rule, "condition");
  EXPECT_EQ(design.eligibility.size(), 14u);  // 3 inclusion, 11 exclusion criteria in Table 1
  EXPECT_EQ(design.allocation.method, "sequential");
  ASSERT_EQ(design.arms.size(), 2u);

  const trial::Arm& cells = arm(design, "cells");
  EXPECT_EQ(cells.size, 40);
  EXPECT_TRUE(cells.aspiration && cells.surgery);
  EXPECT_TRUE(cells.drugs.empty());  // as the methods print it
  ASSERT_TRUE(cells.product);
  EXPECT_EQ(cells.product->marrow_mL, 70.0);
  double dose = 0.0;
  for (const trial::ProductSite& site : cells.product->sites) dose += site.dose * cells.product->testes;
  EXPECT_EQ(dose, 4e7);  // 1e7 + 1e7 in each testis

  const trial::Arm& hormones = arm(design, "hormones");
  EXPECT_EQ(hormones.size, 40);
  EXPECT_FALSE(hormones.surgery || hormones.aspiration || hormones.product);
  ASSERT_EQ(hormones.drugs.size(), 2u);
  EXPECT_EQ(hormones.drugs[0].dose, 1000.0);
  EXPECT_EQ(hormones.drugs[0].interval_d, 3.5);
  EXPECT_EQ(hormones.drugs[1].dose, 50.0);
}

TEST(Phase1Study, excludes_hypogonadotropic_men_by_both_hormones_together) {
  const Outcome outcome = read_with(shipped("phase1-2024.toml"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const auto& criteria = outcome.study->design.eligibility;
  const auto found = std::find_if(criteria.begin(), criteria.end(), [](const trial::Criterion& one) {
    return one.id == "hypogonadotropic_hypogonadism";
  });
  ASSERT_NE(found, criteria.end());
  ASSERT_EQ(found->all_of.size(), 2u);
  EXPECT_EQ(found->all_of[0].observable, "lh");
  EXPECT_EQ(found->all_of[0].below, 2.0);
  EXPECT_TRUE(std::isnan(found->all_of[0].low) && std::isnan(found->all_of[0].high));
  EXPECT_EQ(found->all_of[1].observable, "fsh");
  EXPECT_EQ(found->all_of[1].below, 1.0);
}

// Six of 86 failed; the assumed reasons must not contradict that by themselves.
TEST(Phase1Study, assumes_prevalences_that_give_the_printed_share_of_failures) {
  const Outcome outcome = read_with(shipped("phase1-2024.toml"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  double passes = 1.0;
  for (const trial::Criterion& criterion : outcome.study->design.eligibility)
    passes *= 1.0 - criterion.prevalence.value_or(0.0);
  EXPECT_NEAR(1.0 - passes, 6.0 / 86.0, 0.01);  // SD of 6 of 86 is 0.027; well inside it
}

TEST(SeparatedStudy, has_an_arm_that_lacks_each_cause) {
  const Outcome outcome = read_with(shipped("phase1-2024-separated.toml"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const trial::Design& design = outcome.study->design;
  ASSERT_EQ(design.arms.size(), 7u);
  EXPECT_EQ(design.allocation.method, "random");
  const trial::Arm& treated = arm(design, design.analysis.primary_contrast_arm);
  const trial::Arm& control = arm(design, design.analysis.reference_arm);
  EXPECT_EQ(treated.name, "cells_hormones");
  EXPECT_EQ(control.name, "surgery_hormones");
  EXPECT_EQ(treated.surgery, control.surgery);
  EXPECT_EQ(treated.drugs.size(), control.drugs.size());
  EXPECT_TRUE(treated.product && !control.product && control.vehicle);
  EXPECT_EQ(arm(design, "exosomes_hormones").product->dose_unit, "ug");
  EXPECT_FALSE(arm(design, "sham").surgery);
}

// Every number says where it comes from: by its own source, or by that of a table around it.
void expect_sources(const TomlValue& value, const std::string& field, bool told, const std::string& study) {
  const bool number =
      std::holds_alternative<std::int64_t>(value.data) || std::holds_alternative<double>(value.data);
  EXPECT_TRUE(!number || told) << study << ": " << field << " = " << describe(value) << " has no source";
  if (const TomlArray* items = value.array()) {
    for (std::size_t i = 0; i < items->size(); ++i)
      expect_sources((*items)[i], field + "." + std::to_string(i), told, study);
  }
  if (const TomlMap* map = value.map()) {
    for (const auto& [key, inner] : map->entries)
      expect_sources(inner, field + "." + key, told || map->find("source") != nullptr, study);
  }
}

TEST(ShippedStudies, give_a_source_for_every_number) {
  for (const char* name : {"phase1-2024.toml", "phase1-2024-separated.toml"}) {
    Problems problems;
    expect_sources(read_toml(shipped(name), problems), "", false, name);
    EXPECT_FALSE(problems.any());
  }
}

TEST(ShippedStudies, mark_every_adverse_event_rate_as_assumed) {
  for (const char* name : {"phase1-2024.toml", "phase1-2024-separated.toml"}) {
    const Outcome outcome = read_with(shipped(name));
    ASSERT_TRUE(outcome.study) << outcome.messages;
    for (const trial::AdverseEventRate& event : outcome.study->design.adverse_events)
      EXPECT_EQ(event.how, "assumed") << event.term;  // source 003 counts none
  }
}

}  // namespace
}  // namespace azoo::study
