// Answers of the shipped record beside what stands in the papers, read there by hand (paper and line of the
// answer are named at each). They hold the rows and the queries at once.
#include <gtest/gtest.h>

#include <set>

#include "core/number_text.hpp"
#include "evidence/query.hpp"
#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> ask(const std::string& table, const Cells& where, const Cells& fields) {
  Problems problems;
  auto sheet = make_sheet(fixture::real(), Citations(fixture::real()), table);
  if (!sheet) throw std::runtime_error("no sheet " + table);
  std::vector<Condition> conditions;
  for (const std::string& text : where) conditions.push_back(parse_condition(text, problems));
  filter(*sheet, conditions, fixture::real().words(), problems);
  select(*sheet, fields, problems);
  problems.throw_if_any();
  return sheet->rows;
}

std::set<std::string> column(const std::string& table, const Cells& where, const std::string& field) {
  std::set<std::string> values;
  for (const Cells& row : ask(table, where, {field})) values.insert(row[0]);
  return values;
}

using Set = std::set<std::string>;

// Source 000, Table 2: Wistar rats, CdCl2, retroorbital injection, 1x10^7 BM-MSCs on two consecutive days,
// (81).
TEST(ShippedAnswers, dose_and_route_of_an_experiment) {
  EXPECT_EQ(ask("experiments", {"id=E000-T2-21"},
                {"dose", "dose_unit", "route", "administrations", "interval_d", "reference"}),
            (std::vector<Cells>{{"1e7", "cells", "retro_orbital", "2", "1", "81"}}));
  // Table 2: BALB/c mice, busulfan, 1x10^5 ADSCs into the peritoneum, once, (64); Kunming mice 2.5x10^5
  // HUC-MSCs.
  EXPECT_EQ(ask("experiments", {"id=E000-T2-01"}, {"strain", "injury", "route", "dose", "reference"}),
            (std::vector<Cells>{{"BALB/c", "busulfan", "intraperitoneal", "1e5", "64"}}));
  const auto kunming =
      ask("experiments", {"source=000", "strain=Kunming", "injury=busulfan"}, {"dose", "tissue", "route"});
  ASSERT_EQ(kunming.size(), 1u);
  EXPECT_EQ(parse_number(kunming[0][0]), 250000.0);
  EXPECT_EQ(kunming[0][1], "umbilical_cord");
  EXPECT_EQ(kunming[0][2], "intratesticular");
}

// Source 000, Table 2: rows whose column of modelling prints busulfan (row 9: "busulfa"), counted over its
// pages.
TEST(ShippedAnswers, all_experiments_with_a_model) {
  EXPECT_EQ(column("experiments", {"source=000", "injury=busulfan", "place~=Table 2,"}, "id"),
            (Set{"E000-T2-01", "E000-T2-07", "E000-T2-09", "E000-T2-12", "E000-T2-14", "E000-T2-17",
                 "E000-T2-19", "E000-T2-25", "E000-T2-26"}));
}

// Source 000, Table 2, first row: mRNA of VASA and others goes up; the names resolve.
TEST(ShippedAnswers, what_raises_a_marker_by_any_of_its_names) {
  const auto raised = column("claims", {"target=VASA", "sign=up"}, "id");
  EXPECT_TRUE(raised.contains("E000-T2-01-A01"));
  EXPECT_EQ(raised, column("claims", {"target=DDX4", "sign=up"}, "id"));
  EXPECT_TRUE(column("experiments", {"markers_up=VASA"}, "id").contains("E000-T2-01"));
  EXPECT_EQ(column("claims", {"target=SCP3"}, "id"), column("claims", {"target=SYCP3"}, "id"));
  EXPECT_GE(column("claims", {"target=SCP3"}, "id").size(), 3u);
  for (const char* name : {"tissue=ADSC", "tissue=AT-MSC"})
    EXPECT_EQ(column("experiments", {name}, "id"), column("experiments", {"tissue=adipose"}, "id"));
  EXPECT_EQ(column("experiments", {"tissue=HUC-MSC"}, "id"), column("experiments", {"tissue=UC-MSC"}, "id"));
  EXPECT_GE(column("experiments", {"tissue=HUC-MSC"}, "id").size(), 10u);
}

// Source 001, Table 1, fifth row: adult adipose tissue, mouse; BMP4 EGF GDNF LIF Retinoic acid [69]. Table 1
// is male.
TEST(ShippedAnswers, male_inducers_of_a_row) {
  EXPECT_EQ(ask("male_inducers", {"id=E001-T1-05"}, {"tissue", "species", "inducers", "reference"}),
            (std::vector<Cells>{{"adipose", "mouse", "BMP4; EGF; GDNF; LIF; retinoic acid", "69"}}));
  for (const Cells& row : ask("inducers", {"id~=E001-T1-"}, {"germ_line"})) EXPECT_EQ(row[0], "male");
}

// Source 001, Table 4: five trials in Egypt; 002, Table 1: four.
TEST(ShippedAnswers, trials_by_country_phase_and_tissue) {
  EXPECT_EQ(column("trials", {"country=Egypt", "source=001"}, "registry"),
            (Set{"NCT02696889", "NCT02414295", "NCT02025270", "NCT02008799", "NCT02041910"}));
  EXPECT_EQ(column("trials", {"country=egypt", "source=002"}, "registry"),
            (Set{"NCT02414295", "NCT02025270", "NCT02008799", "NCT02041910"}));
  // Source 001: phase 1&2 for 02696889, 02025270 and 02041910, no data for the others.
  EXPECT_EQ(column("trials", {"country=egypt", "source=001", "phase=2", "tissue=bone marrow"}, "registry"),
            (Set{"NCT02696889", "NCT02025270", "NCT02041910"}));
}

// Source 003, Table 2: lowest score in each column, and the next.
TEST(ShippedAnswers, docking_winner_of_each_receptor_and_its_lead) {
  const auto rows =
      ask("docking_winners", {}, {"receptor", "ligand", "score", "second", "second_score", "lead"});
  EXPECT_EQ(rows, (std::vector<Cells>{{"AR", "PDGF-AA", "-1072.1", "CD81", "-1071.7", "0.4"},
                                      {"OPRD1", "CD81", "-987.5", "CACNA2D1", "-962.4", "25.1"},
                                      {"ESR1", "CD81", "-1199.1", "CSF3", "-1113.9", "85.2"},
                                      {"FSHR", "CD81", "-1528.3", "VEGFA", "-1411.2", "117.1"},
                                      {"GPER1", "CSF3", "-1607.7", "CD81", "-1406.7", "201"},
                                      {"OPRK1", "HLA-A", "-1677.5", "TGF-beta", "-1469", "208.5"},
                                      {"OPRM1", "HLA-A", "-1585.6", "CD81", "-1514.5", "71.1"}}));
  EXPECT_EQ(ask("docking_winners", {"receptor=KOR"}, {"ligand"}).size(), 1u);
}

// Source 004, Table 1: BMSCs, miR-182-5p, liver injury and pulmonary fibrosis, [29].
TEST(ShippedAnswers, disease_and_function_of_a_micro_rna) {
  const auto rows =
      ask("mirna", {"mirna=miR-182-5p", "place~=Table 1"}, {"disease", "function", "reference"});
  EXPECT_EQ(
      rows,
      (std::vector<Cells>{{"liver_injury; pulmonary_fibrosis", "anti_inflammatory; emt_inhibition", "29"}}));
}

// Source 000, section 3.2: of 60 men 36 respond; sperm in semen of 3, by puncture in 12, in a biopsy of 8.
TEST(ShippedAnswers, outcomes_of_a_trial_told_in_running_text) {
  const auto events = [](const char* endpoint) {
    return ask("outcomes", {"study=NCT02025270", std::string("endpoint=") + endpoint}, {"events", "out_of"});
  };
  EXPECT_EQ(events("responders"), (std::vector<Cells>{{"36", "60"}}));
  EXPECT_EQ(events("sperm_in_semen"), (std::vector<Cells>{{"3", "36"}}));
  EXPECT_EQ(events("sperm_in_biopsy"), (std::vector<Cells>{{"8", "36"}}));
}

// The 23 conflicts of the 2024 trial and one across papers were known before the record was made.
TEST(ShippedAnswers, conflicts_beyond_those_known_before) {
  EXPECT_GE(column("conflicts", {}, "id").size(), 40u);
  EXPECT_GE(column("conflicts", {"kind=across_papers"}, "id").size(), 5u);
  EXPECT_TRUE(column("conflicts", {"sources=000"}, "id").contains("E000-C01"));
}

// Every row of a printed table is there: numbers of rows counted in the papers.
TEST(ShippedAnswers, every_printed_table_is_whole) {
  std::set<std::string> tables;
  for (const Cells& row : ask("manifest", {}, {"source", "printed"})) tables.insert(row[0] + " " + row[1]);
  EXPECT_EQ(column("manifest", {}, "source"), (Set{"000", "001", "002", "003", "004"}));
  EXPECT_EQ(column("docking", {}, "id").size(), 84u);  // 12 ligands by 7 receptors
}

}  // namespace
}  // namespace azoo::evidence
