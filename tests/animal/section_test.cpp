// Cross-sections made by hand, with known answers.
#include "animal/section_count.hpp"

#include <cmath>

#include "animal/readings.hpp"
#include "small_study.hpp"

namespace azoo::animal {
namespace {

using body::CellClass;

// A ring of twenty Sertoli cells of the mouse, each with the same cells; stage by index.
testis::CrossSection ring(const std::vector<std::pair<std::string, int>>& cells, int stage = 6) {
  const testis::Species mouse = species("mouse");
  testis::SectionSite site;
  site.stage = stage;
  for (const auto& [name, count] : cells) {
    const int type = mouse.germ_cell_index(name);
    if (type >= 0) {
      site.cells[static_cast<std::size_t>(type)] = static_cast<std::uint16_t>(count);
    } else {
      site.stem[static_cast<std::size_t>(mouse.stem_index(name))] = static_cast<std::uint16_t>(count);
    }
  }
  return {true, std::vector<testis::SectionSite>(20, site)};
}

SectionCount seen(const std::vector<std::pair<std::string, double>>& nuclei) {
  SectionCount count;
  const auto& names = body::cell_class_names();
  for (const auto& [name, value] : nuclei)
    count.nuclei[static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin())] =
        value;
  return count;
}

Readings read(const std::vector<SectionCount>& sections, const std::string& correction = "none") {
  Readings readings;
  HistologyPlan plan;
  plan.correction = correction;
  read_histology(model("mouse"), plan, sections, readings);
  return readings;
}

const RandomStream stream(StreamAddress{1, 0, 0, Stream::histology_sampling});

TEST(Section, shows_on_average_as_many_nuclei_as_thickness_and_size_allow) {
  const testis::CrossSection here = ring({{"pachytene", 3}, {"round_spermatid", 8}});
  constexpr int sections = 2000;
  double pachytene = 0.0;
  double round = 0.0;
  for (std::uint32_t i = 0; i < sections; ++i) {
    Draws draws(stream, 0, i);
    const SectionCount count = count_section(model("mouse"), here, 0.1, draws);
    pachytene += count.nuclei[index_of(CellClass::pachytene)] / sections;
    round += count.nuclei[index_of(CellClass::round_spermatid)] / sections;
  }
  const body::HistologyRules& rules = model("mouse").histology;
  // (thickness + nucleus) / distance of rows, of the data.
  const double expected_pachytene = 60.0 * (5.0 + 8.5) / rules.row_pitch_um;
  const double expected_round = 160.0 * (5.0 + 6.0) / rules.row_pitch_um;
  // Counting error 10 % and binomial scatter: SE of a mean of 2000 below 0.3 %; four of them.
  EXPECT_NEAR(pachytene / expected_pachytene, 1.0, 0.012);
  EXPECT_NEAR(round / expected_round, 1.0, 0.012);
}

TEST(Section, shows_a_nucleus_more_than_once_when_rows_are_closer_than_its_size) {
  body::AnimalModel close = model("mouse");
  close.histology.row_pitch_um = 4.0;  // (5 + 8.5) / 4 = 3.375
  double mean = 0.0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    Draws draws(stream, 1, i);
    mean +=
        count_section(close, ring({{"pachytene", 1}}), 0.0, draws).nuclei[index_of(CellClass::pachytene)] /
        1000.0;
  }
  EXPECT_NEAR(mean, 20.0 * 3.375, 0.3);  // SD of one section sqrt(20 x 0.375 x 0.625) = 2.2, SE 0.07
}

TEST(Section, without_germ_cells_is_narrow_and_has_no_stage) {
  Draws draws(stream, 2, 0);
  const SectionCount empty = count_section(model("mouse"), ring({}), 0.1, draws);
  EXPECT_EQ(empty.germ_cells(), 0.0);
  EXPECT_TRUE(empty.stages.empty());
  // Sertoli cells and lumen: well below the normal 195 um, above the lumen alone.
  EXPECT_LT(empty.diameter_um, 140.0);
  EXPECT_GT(empty.diameter_um, model("mouse").volumes.lumen_diameter_um() * 0.9);
}

TEST(Section, counts_in_parts_when_it_shows_two_stages) {
  testis::CrossSection two = ring({{"pachytene", 3}}, 6);
  for (std::size_t i = 0; i < 5; ++i) two.sites[i].stage = 7;
  Draws draws(stream, 3, 0);
  const SectionCount count = count_section(model("mouse"), two, 0.0, draws);
  ASSERT_EQ(count.stages.size(), species("mouse").stages.size());
  EXPECT_DOUBLE_EQ(count.stages[6], 0.75);
  EXPECT_DOUBLE_EQ(count.stages[7], 0.25);
}

TEST(Indices, of_four_sections_are_what_a_pathologist_would_say) {
  const std::vector<SectionCount> sections = {
      seen({}),                                                   // Sertoli cells only
      seen({{"undifferentiated", 4}, {"differentiating_a", 3}}),  // spermatogonia
      seen({{"differentiating_a", 1}, {"b_spermatogonium", 1}, {"pachytene", 2}, {"round_spermatid", 12}}),
      seen({{"undifferentiated", 1},
            {"pachytene", 20},
            {"diplotene", 4},
            {"round_spermatid", 60},
            {"elongated_spermatid", 50}})};
  const Readings readings = read(sections);
  EXPECT_DOUBLE_EQ(readings.at("percent_sertoli_only").value, 25.0);
  EXPECT_DOUBLE_EQ(readings.at("tubule_differentiation_index").value, 50.0);
  EXPECT_DOUBLE_EQ(readings.at("repopulation_index").value, 50.0);
  EXPECT_DOUBLE_EQ(readings.at("active_to_resting_spermatogonia").value, 5.0 / 5.0);
  EXPECT_DOUBLE_EQ(readings.at("spermiation_index").value, 25.0);
  EXPECT_DOUBLE_EQ(readings.at("tubular_fertility_index").value, 25.0);
  // Johnsen: Sertoli cells only 2, spermatogonia only 3, ten or more round spermatids 7, full 10.
  EXPECT_DOUBLE_EQ(readings.at("johnsen_score").value, (2.0 + 3.0 + 7.0 + 10.0) / 4.0);
  EXPECT_DOUBLE_EQ(readings.at("meiotic_index").value, 72.0 / 26.0);
  EXPECT_DOUBLE_EQ(readings.at("cells_per_section_undifferentiated").value, 5.0 / 4.0);
}

TEST(Indices, ask_for_as_many_cells_as_their_definition_says) {
  EXPECT_EQ(read({seen({{"b_spermatogonium", 2}})}).at("tubule_differentiation_index").value, 0.0);
  EXPECT_EQ(
      read({seen({{"b_spermatogonium", 2}, {"preleptotene", 1}})}).at("tubule_differentiation_index").value,
      100.0);
  EXPECT_EQ(read({seen({{"undifferentiated", 5}})}).at("repopulation_index").value, 0.0);
  EXPECT_EQ(read({seen({{"elongating_spermatid", 5}})}).at("spermiation_index").value, 0.0);
  EXPECT_EQ(read({seen({{"elongating_spermatid", 5}})}).at("tubular_fertility_index").value, 100.0);
}

TEST(Indices, without_the_cells_they_divide_by_are_undefined) {
  const Readings readings = read({seen({{"undifferentiated", 1}})});
  EXPECT_EQ(readings.at("active_to_resting_spermatogonia").value, 0.0);
  EXPECT_EQ(read({seen({{"b_spermatogonium", 1}})}).at("active_to_resting_spermatogonia").flag, "undefined");
  for (const char* key : {"meiotic_index", "spermatids_per_spermatocyte", "stage_frequency_VII"}) {
    EXPECT_TRUE(std::isnan(readings.at(key).value)) << key;
    EXPECT_EQ(readings.at(key).flag, "undefined") << key;
  }
}

TEST(Indices, correct_counts_for_the_size_of_nuclei_when_asked) {
  const std::vector<SectionCount> sections = {seen({{"pachytene", 27}, {"round_spermatid", 22}})};
  // 27 x 5 / (5 + 8.5) = 10, 22 x 5 / (5 + 6) = 10.
  const Readings readings = read(sections, "abercrombie");
  EXPECT_DOUBLE_EQ(readings.at("cells_per_section_pachytene").value, 10.0);
  EXPECT_DOUBLE_EQ(readings.at("cells_per_section_round_spermatid").value, 10.0);
  EXPECT_DOUBLE_EQ(readings.at("meiotic_index").value, 22.0 / 27.0);
}

// Four round spermatids come of each primary spermatocyte: numbers in the ratio of four times the durations.
TEST(Indices, give_four_spermatids_per_spermatocyte_when_none_is_lost) {
  const auto& duration_d = model("mouse").classes.duration_d();
  const auto& rules = model("mouse").histology;
  const auto cells = [&](CellClass c, double per_d) {
    return per_d * duration_d[index_of(c)] / abercrombie_factor(rules, c);
  };
  const Readings readings = read({seen({{"pachytene", cells(CellClass::pachytene, 10.0)},
                                        {"diplotene", cells(CellClass::diplotene, 10.0)},
                                        {"round_spermatid", cells(CellClass::round_spermatid, 40.0)}})});
  EXPECT_NEAR(readings.at("spermatids_per_spermatocyte").value, 4.0, 1e-12);
}

TEST(Homogenate, counts_the_spermatids_of_the_last_days_before_release) {
  testis::GermCellCounts cells{};
  const auto put = [&](const char* name, double count) {
    cells[static_cast<std::size_t>(species("mouse").germ_cell_index(name))] = count;
  };
  put("elongated_spermatid", 5.7672e6);  // a million a day over 5.7672 d
  put("elongating_spermatid", 2.8628e6);
  put("round_spermatid", 5e6);
  EXPECT_NEAR(homogenate_heads(model("mouse"), cells), 4.84e6, 1.0);
  body::AnimalModel longer = model("mouse");
  longer.histology.homogenate_divisor_d = 7.0;  // reaches into the elongating ones
  EXPECT_NEAR(homogenate_heads(longer, cells), 7e6, 1.0);
}

}  // namespace
}  // namespace azoo::animal
