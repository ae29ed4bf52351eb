#include "trial/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <set>

#include "core/random.hpp"
#include "trial/small_trial.hpp"

namespace azoo::trial::test {
namespace {

using ::testing::HasSubstr;

struct Texts {
  std::string participants, visits, events, sections;
};

Texts texts_of(const TrialRecords& records) {
  return {to_csv(records.participants), to_csv(records.visits), to_csv(records.events),
          to_csv(records.sections)};
}

TrialRecords parse(const Texts& texts, Problems& problems, const Design* design = nullptr) {
  return parse_records({{"participants.csv", texts.participants},
                        {"visits.csv", texts.visits},
                        {"events.csv", texts.events},
                        TableText{"sections.csv", texts.sections}},
                       design, problems);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// The first problem as text, "" when there is none.
std::string complaint(const Texts& texts, const Design* design = nullptr) {
  Problems problems;
  (void)parse(texts, problems, design);
  return problems.any() ? to_text(problems.list().front()) : "";
}

TEST(TrialTables, reading_then_writing_gives_the_same_bytes) {
  const Design design = small_design();
  const Texts first = texts_of(small_records());
  Problems problems;
  const Texts second = texts_of(parse(first, problems, &design));
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(first.participants, second.participants);
  EXPECT_EQ(first.visits, second.visits);
  EXPECT_EQ(first.events, second.events);
  EXPECT_EQ(first.sections, second.sections);
}

TEST(TrialTables, header_is_the_field_names_and_missing_numbers_are_empty) {
  TrialRecords records;
  add_man(records, "C1", "cells");
  EXPECT_EQ(to_csv(records.participants),
            "replicate,participant,status,failed_criteria,arm,aetiology,histology,age_y,testis_volume_mL,"
            "active_tubule_fraction,secondary_infertility,product_cells_planned,product_cells_given,"
            "product_viability_percent,product_exosome_ug_given\n"
            "0,C1,completed,,cells,,,31.45,,0.1,no,4e+07,2.1e+07,,\n");
}

TEST(TrialTables, columns_may_stand_in_any_order_and_optional_ones_may_be_left_out) {
  Texts texts = texts_of(small_records());
  texts.participants = "arm,status,participant\ncells,completed,C1\n";
  texts.visits = "unit,value,analyte,day,visit,arm,participant\nIU/L,4.5,fsh,0,baseline,cells,C1\n";
  texts.events = "participant,arm,day,kind,term,grade,serious,related_to\n";
  texts.sections = to_csv(std::vector<SectionRow>{});
  Problems problems;
  const TrialRecords records = parse(texts, problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(records.visits.at(0).value, 4.5);
  EXPECT_EQ(records.visits.at(0).replicate, 0);
  EXPECT_TRUE(std::isnan(records.participants.at(0).age_y));
}

struct Fault {
  std::string Texts::*table;
  const char* from;
  const char* to;
  const char* said;
};

// First row of visits.csv: line 2, "0,C1,cells,baseline,0,fsh,20,IU/L,".
const std::vector<Fault> faults = {
    {&Texts::visits, ",fsh,20,IU/L", ",fshh,20,IU/L",
     "visits.csv:2: analyte = fshh; expected a key of `azoo observables trial` (did you mean fsh?)"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,20,IU/ml",
     "visits.csv:2: unit = IU/ml; expected IU/L, the unit of fsh"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,inf,IU/L",
     "visits.csv:2: value = inf; expected a finite number >= 0"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,nan,IU/L", "visits.csv:2: value = nan"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,-20,IU/L", "visits.csv:2: value = -20"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,+-20,IU/L", "visits.csv:2: value = +-20"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,<0.3,IU/L", "visits.csv:2: value = <0.3"},
    {&Texts::visits, ",fsh,20,IU/L", ",fsh,,IU/L",
     "visits.csv:2: value = an empty field or no number; expected a number, or the flag missing"},
    {&Texts::visits, "20,IU/L,\n", "20,IU/L,missing\n",
     "visits.csv:2: value = 20; expected an empty field, as flag is missing"},
    {&Texts::visits, "20,IU/L,\n", "20,IU/L,below_loq\n",
     "flag = below_loq; expected one of below_lloq, above_uloq, missing or an empty field (did you mean "
     "below_lloq?)"},
    {&Texts::visits, "0,C1,cells", "-1,C1,cells",
     "visits.csv:2: replicate = -1; expected a whole number >= 0"},
    {&Texts::visits, "0,C1,cells", "99999999999,C1,cells", "visits.csv:2: replicate = 99999999999"},
    {&Texts::visits, "0,C1,cells", "0,C11,cells",
     "visits.csv:2: participant = C11; expected a participant of replicate 0 in participants.csv (did you "
     "mean C1?)"},
    {&Texts::visits, "0,C1,cells", "1,C1,cells",
     "visits.csv:2: participant = C1; expected a participant of replicate 1"},
    {&Texts::visits, "0,C1,cells", "0,C1,hormones",
     "visits.csv:2: arm = hormones; expected cells, the arm of C1 in participants.csv"},
    {&Texts::visits, "cells,baseline", "cells,basline",
     "visits.csv:2: visit = basline; expected a visit of the study (did you mean baseline?)"},
    {&Texts::visits, "0,C1,cells,day_180,181.25,fsh", "0,C1,cells,baseline,0,fsh",
     "visits.csv:3: analyte = fsh of C1 at baseline a second time, first on line 2"},
    {&Texts::visits, "baseline,0,fsh", "baseline,,fsh", "visits.csv:2: day = an empty field"},
    {&Texts::visits, "analyte,value", "analyte,valeu", "visits.csv:1: header = no column value"},
    {&Texts::visits, ",flag\n", ",flags\n",
     "visits.csv:1: flags = an unknown column; expected a column of this table (did you mean flag?)"},
    {&Texts::visits, "20,IU/L,\n", "20,IU/L\n", "visits.csv:2: row = 8 fields; expected 9 as in the header"},
    {&Texts::participants, "C1,completed", "C1,complete",
     "participants.csv:3: status = complete; expected one of"},
    {&Texts::participants, "C1,completed,,cells", "C1,completed,,cell",
     "participants.csv:3: arm = cell; expected an arm of the study (did you mean cells?)"},
    {&Texts::participants, "C1,completed,,cells", "C1,completed,,",
     "participants.csv:3: arm = an empty field"},
    {&Texts::participants, "C2,completed", "C1,completed",
     "participants.csv:4: participant = C1 a second time, first on line 3"},
    {&Texts::participants, "age_18_50", "age_18", "participants.csv:2: failed_criteria = age_18"},
    {&Texts::participants, ",0.1,no", ",1.1,no",
     "participants.csv:2: active_tubule_fraction = 1.1; expected a number from 0 to 1"},
    {&Texts::participants, "31.45", "0", "participants.csv:2: age_y = 0; expected a finite number > 0"},
    {&Texts::events, "scrotal pain,1", "scrotal pain,6", "events.csv:2: grade = 6"},
    {&Texts::events, "scrotal pain,1", "scrotal pain,0",
     "events.csv:2: grade = 0; expected a CTCAE grade 1 to 5"},
    {&Texts::events, "scrotal pain,1,no", "scrotal pain,1,", "events.csv:2: serious = an empty field"},
    {&Texts::events, "surgery", "surgry", "events.csv:2: related_to = surgry"},
    {&Texts::events, "late visit,0", "late visit,1", "events.csv:5: grade = 1; expected 0"},
    {&Texts::sections, ",1,24,V", ",24,24,V", "sections.csv:2: site = 24"},
    {&Texts::sections, "V,0.5,a_dark", "V,1.5,a_dark",
     "sections.csv:2: phase = 1.5; expected a number from 0 to 1 or an empty field"},
    {&Texts::sections, "a_dark:1;", "a_dark;", "sections.csv:2: cells = a_dark;pachytene:2"},
};

TEST(TrialTables, every_fault_is_told_with_file_line_field_found_and_expected) {
  const Design design = small_design();
  for (const Fault& fault : faults) {
    Texts texts = texts_of(small_records());
    texts.*(fault.table) = replaced(texts.*(fault.table), fault.from, fault.to);
    EXPECT_THAT(complaint(texts, &design), HasSubstr(fault.said));
  }
}

TEST(TrialTables, scales_that_end_are_held) {
  TrialRecords records;
  add_man(records, "C1", "cells");
  const auto refuses = [&](const char* analyte, double value) {
    records.visits.clear();
    add_value(records, "C1", "cells", "baseline", analyte, value);
    return complaint(texts_of(records));
  };
  EXPECT_EQ(refuses("johnsen_score", 10), "");
  EXPECT_THAT(refuses("johnsen_score", 0.5), HasSubstr("a score from 1 to 10"));
  EXPECT_THAT(refuses("tubules_sclerosed", 101), HasSubstr("a percentage from 0 to 100"));
  EXPECT_THAT(refuses("sperm_found", 0.5), HasSubstr("0 or 1"));
}

TEST(TrialTables, an_empty_file_has_no_header_and_says_so_on_line_1) {
  Texts texts = texts_of(small_records());
  texts.events = "";
  EXPECT_EQ(complaint(texts),
            "events.csv:1: header = no header line; expected a first line with column names");
}

TEST(TrialTables, a_file_full_of_faults_lists_200_of_them) {
  Texts texts = texts_of(small_records());
  for (int i = 0; i < 1000; ++i) texts.events += "0,C1,cells,1,adverse_event,pain,9,no,none,\n";
  Problems problems;
  (void)parse(texts, problems);
  EXPECT_EQ(problems.list().size(), 201U);
  EXPECT_THAT(to_text(problems.list().back()), HasSubstr("more than 200 faults"));
}

TEST(TrialTables, the_folder_is_read_back_and_events_are_required) {
  const std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) / ("azoo_trial_tables" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  TrialRecords records = small_records();
  records.sections.clear();
  write_records(folder, records);
  EXPECT_FALSE(std::filesystem::exists(folder / "sections.csv"));
  const Design design = small_design();
  Problems none_found;
  EXPECT_EQ(to_csv(read_records(folder, &design, none_found).visits), to_csv(records.visits));
  EXPECT_FALSE(none_found.any());
  std::filesystem::remove(folder / "events.csv");
  Problems problems;
  (void)read_records(folder, &design, problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_THAT(to_text(problems.list().front()), HasSubstr("events.csv"));
  std::filesystem::remove_all(folder);
}

TEST(Observables, keys_are_unique_and_every_one_has_unit_meaning_and_kind) {
  const std::set<std::string> kinds = {"hormone",    "semen",  "biopsy",
                                       "ultrasound", "tissue", "characteristic"};
  std::set<std::string> keys;
  for (const Observable& o : observables()) {
    EXPECT_TRUE(keys.insert(o.key).second) << o.key;
    EXPECT_FALSE(o.unit.empty() || o.meaning.empty()) << o.key;
    EXPECT_EQ(kinds.count(o.kind), 1U) << o.key;
  }
  EXPECT_EQ(find_observable("fsh")->unit, "IU/L");
  EXPECT_EQ(find_observable("FSH"), nullptr);
}

}  // namespace
}  // namespace azoo::trial::test
