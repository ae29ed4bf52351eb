// What can be asked for is what is listed, and what is listed is read.
#include "animal/observables.hpp"

#include <set>

#include "small_study.hpp"

namespace azoo::animal {
namespace {

TEST(Observables, each_have_a_key_a_unit_a_kind_and_a_meaning) {
  const std::set<std::string> kinds = {"organ", "histology", "tubule", "tissue", "sperm", "course"};
  std::set<std::string> keys;
  for (const Observable& o : observables()) {
    EXPECT_TRUE(keys.insert(o.key).second) << o.key;
    EXPECT_FALSE(o.unit.empty() || o.meaning.empty()) << o.key;
    EXPECT_TRUE(kinds.contains(o.kind)) << o.key;
  }
}

TEST(Observables, of_a_family_are_one_for_each_stage_class_and_type_of_the_species) {
  const testis::Species mouse = species("mouse");
  EXPECT_EQ(readouts_named(mouse, "stage_frequency").size(), mouse.stages.size());
  EXPECT_EQ(readouts_named(mouse, "cells_per_section").size(), body::cell_classes);
  EXPECT_EQ(readouts_named(mouse, "cells_per_testis").size(),
            mouse.germ_cells.size() + mouse.stem_types.size());
  ASSERT_EQ(readouts_named(mouse, "stage_frequency_VII").size(), 1U);
  EXPECT_EQ(readouts_named(mouse, "stage_frequency_VII").front().unit, "fraction");
  EXPECT_TRUE(readouts_named(mouse, "stage_frequency_STAGE").empty());
  EXPECT_TRUE(readouts_named(mouse, "stage_frequency_XX").empty());
  EXPECT_TRUE(readouts_named(mouse, "testis_wieght").empty());
}

TEST(Observables, of_man_know_no_a_single_spermatogonia) {
  EXPECT_EQ(readouts_named(species("mouse"), "a_single_per_testis").size(), 1U);
  EXPECT_TRUE(readouts_named(species("human"), "a_single_per_testis").empty());
}

TEST(Observables, asked_for_by_all_words_are_all_read_outs_of_the_species) {
  for (const char* name : {"mouse", "rat", "golden_hamster", "guinea_pig", "rabbit", "human"}) {
    const testis::Species here = species(name);
    std::vector<std::string> keys;
    for (const std::string& word : all_words(here)) {
      for (const Readout& readout : readouts_named(here, word)) keys.push_back(readout.key);
    }
    std::vector<std::string> expected;
    for (const Readout& readout : readouts_of(here)) expected.push_back(readout.key);
    EXPECT_EQ(keys, expected) << name;
  }
}

TEST(Observables, that_are_listed_are_read_from_every_animal) {
  const Design design = small_design();
  const Conduct conduct(design, shipped_parameters(), shipped_parameters());
  const AnimalRecords records = conduct.follow(0, 1, nullptr);
  std::vector<std::string> read;
  for (const ReadoutRow& row : records.readouts) read.push_back(row.readout);
  std::vector<std::string> listed;
  for (const Readout& readout : readouts_of(species("mouse"))) listed.push_back(readout.key);
  EXPECT_EQ(read, listed);
}

}  // namespace
}  // namespace azoo::animal
