#include <gtest/gtest.h>

#include "report/histology_picture.hpp"
#include "report/markup_check.hpp"
#include "report/section_sample.hpp"
#include "report/trial_fixture.hpp"
#include "report/tubule_layout.hpp"

namespace azoo::report {
namespace {

using fixture::make_trial;

HistologyStyle shipped_style(const std::string& species = "human") {
  Problems problems;
  static const ParameterSet parameters =
      ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data", problems);
  EXPECT_FALSE(problems.any());
  return histology_style(parameters, species).value();
}

CrossSection active_section(const std::string& cells, int sites = 30) {
  CrossSection out{1, "active", sites, {}};
  for (int site = 0; site < sites; ++site) out.sites.push_back({site, parse_cells(cells), "II"});
  return out;
}

const RandomStream& test_stream() {
  static const RandomStream stream({1, 0, 1, Stream::histology_picture});
  return stream;
}

TEST(SectionCells, are_read_and_what_is_no_count_is_left_out) {
  const auto cells = parse_cells("a_dark:1;pachytene:2;;x:;:3;y:-1;pachytene:1;z:1.5");
  EXPECT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells.at("pachytene"), 3);
}

TEST(HistologyStyle, knows_the_types_by_name_and_close_relatives) {
  const HistologyStyle style = shipped_style();
  EXPECT_EQ(style.cells[style.find("pachytene")].name, "pachytene");
  EXPECT_EQ(style.cells[style.find("round_spermatid_2")].name, "round_spermatid");
  EXPECT_EQ(style.cells[style.find("b_spermatogonia")].name, "b_spermatogonium");
  EXPECT_EQ(style.find("lymphocyte"), style.cells.size());
}

TEST(HistologyStyle, knows_every_germ_cell_of_every_species) {
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data", problems);
  for (const char* name : {"human", "mouse", "rat", "golden_hamster", "guinea_pig", "rabbit"}) {
    const testis::Species species = testis::Species::from(parameters, name);
    const auto style = histology_style(parameters, name);
    ASSERT_TRUE(style) << name;
    for (const testis::StemType& type : species.stem_types) {
      EXPECT_LT(style->find(type.name), style->cells.size()) << name << " " << type.name;
    }
    for (const testis::GermCell& type : species.germ_cells) {
      EXPECT_EQ(style->cells.at(style->find(type.name)).name, type.name) << name;
    }
  }
}

TEST(SectionSample, shows_as_many_nuclei_as_the_thickness_of_the_section_lets_expect) {
  const HistologyStyle style = shipped_style("mouse");
  const CrossSection section = active_section("pachytene:3;round_spermatid:10");
  double pachytene = 0.0;
  double round = 0.0;
  constexpr int pictures = 200;
  for (std::uint32_t agent = 0; agent < pictures; ++agent) {
    SectionSample sample = sample_section(section, style, test_stream(), agent);
    pachytene += sample.counts["pachytene"];
    round += sample.counts["round_spermatid"];
    EXPECT_EQ(sample.germ_cells.size(),
              static_cast<std::size_t>(sample.counts["pachytene"] + sample.counts["round_spermatid"]));
  }
  // By hand: (T + D - caps) / row, rows and sites around from the species; stage II is not the mouse's, so
  // the diameters are those of half the passage. Binomial: SD of the mean below 0.5 %; allow 2 %.
  const double row_um = 1e3 / (3.5e6 / (30.0 * 2.0e3));
  const double seen_pachytene = (5.0 + 0.7 * 9.0) / row_um;
  const double seen_round = (5.0 + 0.7 * 6.1) / row_um;
  EXPECT_NEAR(pachytene / (pictures * 90.0), seen_pachytene, 0.02 * seen_pachytene);
  EXPECT_NEAR(round / (pictures * 300.0), seen_round, 0.02 * seen_round);
}

TEST(SectionSample, of_a_ring_with_fewer_sites_stands_for_the_whole_tubule) {
  const HistologyStyle style = shipped_style("mouse");
  EXPECT_NEAR(seen_per_cell(style, 5.0, 15), 2.0 * seen_per_cell(style, 5.0, 30), 1e-12);
}

TEST(TubuleLayout, draws_every_sampled_cell_once) {
  const HistologyStyle style = shipped_style();
  const CrossSection section = active_section("a_pale:1;pachytene:2;sd1_spermatid:3;odd:1");
  const TubuleLayout tubule = lay_out_tubule(section, style, {200, 200}, test_stream(), 1);
  const SectionSample sample = sample_section(section, style, test_stream(), 1);
  EXPECT_EQ(tubule.germ_cells.size(), sample.germ_cells.size());
  EXPECT_EQ(tubule.sertoli.size(), sample.sertoli.size());
  EXPECT_EQ(tubule.counts, sample.counts);
}

TEST(TubuleLayout, keeps_cells_inside_and_stages_from_base_to_lumen) {
  const HistologyStyle style = shipped_style();
  const TubuleLayout tubule =
      lay_out_tubule(active_section("a_pale:1;pachytene:1;round_spermatid:2;elongated_spermatid:1"), style,
                     {200, 200}, test_stream(), 1);
  std::map<std::string, std::pair<double, int>> depth;
  for (const Nucleus& nucleus : tubule.germ_cells) {
    const double from_centre = std::hypot(nucleus.at.x - 200, nucleus.at.y - 200);
    EXPECT_LE(from_centre, tubule.outline_at(std::atan2(nucleus.at.y - 200, nucleus.at.x - 200)));
    auto& [sum, count] = depth[style.cells[nucleus.cell].name];
    sum += tubule.radius - from_centre;
    ++count;
  }
  const auto mean = [&](const char* type) { return depth.at(type).first / depth.at(type).second; };
  EXPECT_LT(mean("a_pale"), mean("pachytene"));
  EXPECT_LT(mean("pachytene"), mean("round_spermatid"));
  EXPECT_LT(mean("round_spermatid"), mean("elongated_spermatid"));
}

TEST(TubuleLayout, a_tubule_without_germ_cells_has_the_wider_lumen) {
  const HistologyStyle style = shipped_style();
  CrossSection empty = active_section("");
  const TubuleLayout bare = lay_out_tubule(empty, style, {0, 0}, test_stream(), 1);
  const TubuleLayout full =
      lay_out_tubule(active_section("round_spermatid:3"), style, {0, 0}, test_stream(), 1);
  EXPECT_GT(bare.lumen_at(1.0), full.lumen_at(1.0) + 10.0);  // more than a cell's width, um
}

TEST(HistologyPicture, counts_in_its_legend_what_it_draws) {
  const std::vector<CrossSection> sections{active_section("pachytene:2", 10), {2, "sclerosed", 1, {{0, {}}}}};
  const HistologyStyle style = shipped_style();
  const StreamAddress address{1, 0, 1, Stream::histology_picture};
  const std::string svg = draw_histology(sections, style, address, {"h", "Title"});
  SectionSample sample = sample_section(sections[0], style, RandomStream(address), 2);  // tubule 1 is agent 2
  EXPECT_NE(svg.find("2 cross-sections: 1 active, 1 sclerosed"), std::string::npos);
  EXPECT_NE(svg.find("pachytene spermatocytes " + std::to_string(sample.counts["pachytene"])),
            std::string::npos);
  EXPECT_NE(svg.find("100 µm"), std::string::npos);
}

TEST(HistologyPicture, same_address_same_bytes_other_seed_other_picture) {
  const std::vector<CrossSection> sections{active_section("pachytene:2", 10)};
  const HistologyStyle style = shipped_style();
  const auto draw = [&](std::uint64_t seed) {
    return draw_histology(sections, style, {seed, 0, 1, Stream::histology_picture}, {"h", "Title"});
  };
  EXPECT_EQ(draw(1), draw(1));
  EXPECT_NE(draw(1), draw(2));
}

TEST(HistologyPicture, is_left_out_and_said_so_without_its_sizes) {
  fixture::Trial trial = make_trial({.men_per_arm = 2});
  trial.parameters = {};
  const auto figures = trial_figures(trial.input());
  for (const Figure& figure : figures) EXPECT_NE(figure.name.rfind("histology", 0), 0U);
  EXPECT_NE(trial_report_html(trial.input(), figures).find("are not loaded"), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
