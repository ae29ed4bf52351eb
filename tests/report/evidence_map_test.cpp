// The evidence map: what is counted where, and that page and picture are whole, escaped and need no network.
#include "report/evidence_map.hpp"

#include <gtest/gtest.h>

#include "evidence/small_record.hpp"
#include "report/forest_figure.hpp"
#include "report/markup_check.hpp"

namespace azoo::report {
namespace {

using evidence::fixture::real;
using evidence::fixture::small;

std::size_t line_of(const std::vector<MapLine>& lines, const std::string& key) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].key == key) return i;
  }
  throw std::runtime_error("no line " + key);
}

TEST(EvidenceMap, counts_published_works_in_each_cell_and_keeps_empty_ones) {
  const EvidenceMap map = evidence_map(small());
  EXPECT_EQ(map.experiments, 3u);
  EXPECT_EQ(map.works, 2u);  // the third experiment cites the works of the first two
  EXPECT_EQ(map.rows.size(), 3u);
  EXPECT_EQ(map.columns.size(), 3u);
  EXPECT_EQ(map.empty_cells, 6u);
  const auto& cell = map.cells[line_of(map.rows, "none")][line_of(map.columns, "umbilical_cord")];
  ASSERT_EQ(cell.size(), 1u);
  EXPECT_EQ(works_of(map, cell).size(), 2u);
  EXPECT_EQ(map.rows.back().key, "none");  // what is no damage comes last
}

TEST(EvidenceMap, entries_tell_species_route_dose_and_result) {
  const EvidenceMap map = evidence_map(small());
  EXPECT_EQ(map.entries[0].dose, "1e6 cells");
  EXPECT_EQ(map.entries[1].dose, "1e5; 1e6 cells a testis");
  EXPECT_EQ(map.entries[0].route, "tail vein");
  EXPECT_EQ(map.entries[1].direction, "mixed");
  EXPECT_EQ(map.entries[2].dose, "");
}

TEST(EvidenceMap, of_one_study_in_two_papers_counts_once) {
  const EvidenceMap map = evidence_map(real());
  const auto& cell = map.cells[line_of(map.rows, "busulfan")][line_of(map.columns, "adipose")];
  EXPECT_LT(works_of(map, cell).size(), cell.size());
}

TEST(EvidencePage, is_well_formed_and_asks_for_nothing_from_outside) {
  for (const auto* record : {&small(), &real()}) {
    const EvidenceMap map = evidence_map(*record);
    std::string page = evidence_map_html(*record, map, "0.1.0");
    EXPECT_EQ(page.find("src="), std::string::npos);
    EXPECT_EQ(page.find("@import"), std::string::npos);
    EXPECT_EQ(page.find("url("), std::string::npos);
    EXPECT_EQ(page.find("fetch("), std::string::npos);
    EXPECT_EQ(page.find("<link"), std::string::npos);
    const std::size_t script = page.find("<script>");
    page.erase(script, page.find("</script>") + 9 - script);  // the reader of markup knows no script
    EXPECT_EQ(fixture::read_markup(page).fault, "");
    for (const char* tab : {"id=\"map\"", "id=\"inducers\"", "id=\"trials\"", "id=\"mirna\"",
                            "id=\"conflicts\"", "id=\"pooling\"", "Not for patient care"})
      EXPECT_NE(page.find(tab), std::string::npos) << tab;
  }
}

TEST(EvidencePage, takes_nothing_from_the_record_for_markup) {
  const evidence::fixture::SmallRecord folder;
  const auto file = folder.folder() / "trials/900.csv";
  std::string text = evidence::fixture::content(file);
  text.replace(text.find("NCT00000000,"), 12, "<script>alert(1)</script>&,");
  evidence::fixture::write(file, text);
  Problems problems;
  const evidence::Record record = evidence::load_record(folder.folder(), problems);
  problems.throw_if_any();
  const std::string page = evidence_map_html(record, evidence_map(record), "0.1.0");
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)"), std::string::npos);
}

TEST(EvidencePicture, is_well_formed_and_names_every_line) {
  const EvidenceMap map = evidence_map(real());
  const std::string svg = evidence_map_svg(map);
  EXPECT_EQ(fixture::read_markup(svg).fault, "");
  EXPECT_NE(svg.find("Testis and sperm"), std::string::npos);
  EXPECT_NE(svg.find("busulfan"), std::string::npos);
}

evidence::PooledOutcome three_studies() {
  evidence::PooledOutcome outcome;
  outcome.outcome = "made_up";
  outcome.unit = "cells";
  outcome.scale = evidence::EffectScale::mean_difference;
  std::vector<double> effects;
  std::vector<double> variances;
  for (const double effect : {1.0, 2.5, 1.8}) {
    outcome.studies.push_back({"study", "x against y", "end", {"X"}, {effect, 0.2, ""}});
    effects.push_back(effect);
    variances.push_back(0.2);
  }
  outcome.pooled = statistics::random_effects(effects, variances);
  return outcome;
}

TEST(ForestFigure, shows_studies_diamond_and_prediction_interval) {
  const std::string svg = forest_svg(three_studies());
  EXPECT_EQ(fixture::read_markup(svg).fault, "");
  EXPECT_NE(svg.find("Random effects (REML, Hartung-Knapp)"), std::string::npos);
  EXPECT_NE(svg.find("Prediction interval"), std::string::npos);
  EXPECT_NE(svg.find("1.77"), std::string::npos);  // (1 + 2.5 + 1.8) / 3, variances are equal
}

TEST(ForestFigure, says_why_nothing_is_pooled) {
  evidence::PooledOutcome outcome = three_studies();
  outcome.reason = "read at different times: a; b";
  outcome.studies[1].effect.refusal = "the size is not told";
  const std::string svg = forest_svg(outcome);
  EXPECT_NE(svg.find("Not poolable: read at different times"), std::string::npos);
  EXPECT_NE(svg.find("the size is not told"), std::string::npos);
  EXPECT_EQ(svg.find("Random effects"), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
