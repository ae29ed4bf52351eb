// Virtual sections of the mouse and man: what is drawn, where, and that a picture is a function of its input.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "report/animal_fixture.hpp"
#include "report/markup_check.hpp"
#include "report/nucleus_glyph.hpp"
#include "report/png_writer.hpp"
#include "report/section_picture.hpp"
#include "report/tubule_layout.hpp"

namespace azoo::report {
namespace {

using fixture::count_of_text;
using fixture::mouse_section;
using fixture::mouse_stages;
using fixture::read_markup;
using fixture::shipped_parameters;

const HistologyStyle& style_of(const std::string& species) {
  static std::map<std::string, HistologyStyle> styles;
  const auto found = styles.find(species);
  if (found != styles.end()) return found->second;
  return styles.emplace(species, histology_style(shipped_parameters(), species).value()).first->second;
}

const RandomStream& test_stream() {
  static const RandomStream stream({1, 0, 1, Stream::histology_picture});
  return stream;
}

const fixture::StageCells& stage(const std::string& name) {
  for (const auto& each : mouse_stages()) {
    if (each.stage == name) return each;
  }
  throw std::logic_error("no stage " + name);
}

SectionPicture draw(const std::vector<CrossSection>& sections, double um_per_px = 0.25, bool named = true) {
  return draw_section_picture({sections, 0, style_of("mouse"), picture_address(1, 0, "A001", 28), um_per_px,
                               "Mouse, animal A001, day 28", named, true});
}

// Depth of the nuclei of a type below the basement membrane, share of the radius: mean.
double mean_depth(const TubuleLayout& tubule, const std::string& type) {
  double sum = 0.0;
  int count = 0;
  for (const Nucleus& nucleus : tubule.germ_cells) {
    if (style_of("mouse").cells[nucleus.cell].name != type) continue;
    sum += 1.0 - std::hypot(nucleus.at.x, nucleus.at.y) / tubule.radius;
    ++count;
  }
  return sum / count;
}

TubuleLayout lay_out(const std::string& name) {
  return lay_out_tubule(mouse_section(stage(name)), style_of("mouse"), {0, 0}, test_stream(), 1);
}

TEST(GermCellTiming, puts_the_generations_of_the_mouse_into_the_stages_of_the_chart) {
  const GermCellTiming& timing = style_of("mouse").timing;
  // A type that the chart puts into a stage has a ripeness within its span there: neither clamped end means
  // that the species' durations put it elsewhere. Ends themselves are met where a type fills whole stages.
  for (const auto& each : mouse_stages()) {
    for (const auto& [type, count] : each.per_site) {
      bool inside = false;
      for (const double within : {0.05, 0.5, 0.95}) {
        const double ripeness = timing.ripeness(type, each.stage, within);
        inside = inside || (ripeness > 0.0 && ripeness < 1.0);
      }
      EXPECT_TRUE(inside) << type << " in stage " << each.stage;
    }
  }
}

TEST(GermCellTiming, ages_a_generation_from_stage_to_stage) {
  const GermCellTiming& timing = style_of("mouse").timing;
  double last = 0.0;
  for (const char* name : {"I", "II-III", "IV", "V", "VI", "VII", "VIII"}) {
    const double ripeness = timing.ripeness("round_spermatid", name);
    EXPECT_GT(ripeness, last) << name;
    EXPECT_NEAR(ripeness, timing.ripeness("elongated_spermatid", name), 1e-3) << name;  // one cycle apart
    last = ripeness;
  }
  EXPECT_DOUBLE_EQ(timing.ripeness("gfra1_single", "I"), 0.5);
  EXPECT_DOUBLE_EQ(timing.ripeness("pachytene", "XIX"), 0.5);
}

TEST(SpermatidSteps, show_the_acrosome_by_which_stages_are_named) {
  const CellStyle& round = style_of("mouse").cells[style_of("mouse").find("round_spermatid")];
  const auto degrees = [&](const char* name) {
    return round.acrosome_degrees.at(style_of("mouse").timing.ripeness("round_spermatid", name));
  };
  // Granule in II-III, then the angle of the cap (Russell 1990; remembered, not verified): below 40 degrees
  // in IV, 40 to 95 in V, 95 to 120 in VI, above in VII and VIII.
  EXPECT_LT(degrees("I"), 2.0);
  EXPECT_GT(degrees("II-III"), 2.0);
  EXPECT_LT(degrees("II-III"), 20.0);
  EXPECT_LT(degrees("IV"), 40.0);
  EXPECT_GT(degrees("V"), 40.0);
  EXPECT_LT(degrees("V"), 95.0);
  EXPECT_NEAR(degrees("VI"), 107.5, 12.5);
  EXPECT_GT(degrees("VII"), 120.0);
  EXPECT_GT(degrees("VIII"), degrees("VII"));
}

TEST(TubuleLayout, brings_bundles_deep_in_stage_v_and_lines_the_lumen_in_stage_viii) {
  EXPECT_LT(mean_depth(lay_out("V"), "elongated_spermatid"), mean_depth(lay_out("V"), "round_spermatid"));
  EXPECT_GT(mean_depth(lay_out("VIII"), "elongated_spermatid"),
            mean_depth(lay_out("VIII"), "round_spermatid") + 0.1);
  EXPECT_LT(mean_depth(lay_out("VII"), "preleptotene"), 0.1);
}

TEST(TubuleLayout, turns_the_caps_of_stage_viii_to_the_wall) {
  const auto share_turned = [&](const char* name) {
    const TubuleLayout tubule = lay_out(name);
    int turned = 0;
    int all = 0;
    for (const Nucleus& nucleus : tubule.germ_cells) {
      if (style_of("mouse").cells[nucleus.cell].look != Look::round_spermatid) continue;
      ++all;
      turned += std::cos(nucleus.tilt - nucleus.angle) > 0.7 ? 1 : 0;  // within 45 degrees
    }
    return static_cast<double>(turned) / all;
  };
  EXPECT_LT(share_turned("VI"), 0.5);
  EXPECT_GT(share_turned("VIII"), 0.8);
}

TEST(TubuleLayout, has_meiotic_figures_in_stage_xii_alone) {
  for (const auto& each : mouse_stages()) {
    int figures = 0;
    for (const Nucleus& nucleus : lay_out(each.stage).germ_cells) figures += nucleus.dividing ? 1 : 0;
    if (std::string(each.stage) == "XII") {
      EXPECT_GT(figures, 10);
    } else {
      EXPECT_EQ(figures, 0) << each.stage;
    }
  }
}

TEST(TubuleLayout, leaves_residual_bodies_about_spermiation_alone) {
  for (const auto& each : mouse_stages()) {
    const std::string name = each.stage;
    const std::size_t bodies = lay_out(name).residual_bodies.size();
    if (name == "VIII" || name == "IX") {
      EXPECT_GT(bodies, 15U) << name;
    } else if (name != "VI" && name != "VII" && name != "X") {
      EXPECT_EQ(bodies, 0U) << name;
    }
  }
}

TEST(TubuleLayout, lets_nuclei_overlap_little) {
  for (const auto& each : mouse_stages()) {
    const TubuleLayout tubule = lay_out(each.stage);
    std::vector<const Nucleus*> discs;
    for (const Nucleus& nucleus : tubule.sertoli) discs.push_back(&nucleus);
    for (const Nucleus& nucleus : tubule.germ_cells) {
      if (style_of("mouse").cells[nucleus.cell].look != Look::head) discs.push_back(&nucleus);
    }
    int bad = 0;
    for (std::size_t i = 0; i < discs.size(); ++i) {
      for (std::size_t j = i + 1; j < discs.size(); ++j) {
        const double distance = std::hypot(discs[i]->at.x - discs[j]->at.x, discs[i]->at.y - discs[j]->at.y);
        bad += distance < 0.6 * (discs[i]->radius + discs[j]->radius) ? 1 : 0;
      }
    }
    // A thick section does show some nuclei over one another; one in thirty is let pass.
    EXPECT_LE(bad, static_cast<int>(discs.size() / 30)) << each.stage;
  }
}

TEST(SectionPicture, is_well_formed_in_every_stage_and_says_what_it_shows) {
  for (const auto& each : mouse_stages()) {
    const SectionPicture picture = draw({mouse_section(each)});
    EXPECT_EQ(read_markup(picture.svg).fault, "") << each.stage;
    EXPECT_NE(picture.svg.find(std::string("Sertoli cells: ") + each.stage + " (30)"), std::string::npos);
    for (const char* words :
         {"simulated", "animal A001", "day 28", "tubule 1", "50 µm", "Not for patient care"}) {
      EXPECT_NE(picture.svg.find(words), std::string::npos) << words;
    }
  }
}

TEST(SectionPicture, leaves_stage_and_counts_out_for_blind_reading) {
  const SectionPicture picture = draw({mouse_section(stage("VII"))}, 0.25, false);
  EXPECT_EQ(picture.svg.find("VII"), std::string::npos);
  EXPECT_EQ(picture.svg.find("pachytene"), std::string::npos);
}

TEST(SectionPicture, counts_the_nuclei_that_the_sample_holds) {
  const CrossSection section = mouse_section(stage("VII"));
  const SectionPicture picture = draw({section});
  const TubuleLayout tubule =
      lay_out_tubule(section, style_of("mouse"), {0, 0}, RandomStream(picture_address(1, 0, "A001", 28)), 2);
  EXPECT_NE(picture.svg.find("round spermatids " + std::to_string(tubule.counts.at("round_spermatid"))),
            std::string::npos);
}

TEST(SectionPicture, of_the_same_input_has_the_same_bytes) {
  const std::vector<CrossSection> sections{mouse_section(stage("V"), 1), mouse_section(stage("XII"), 2)};
  EXPECT_EQ(draw(sections).svg, draw(sections).svg);
  EXPECT_NE(draw(sections).svg, draw({sections[0]}).svg);  // neighbours
}

TEST(SectionPicture, draws_chromatin_only_where_it_can_be_seen) {
  const std::vector<CrossSection> sections{mouse_section(stage("V"))};
  EXPECT_GT(draw(sections, 0.25).svg.size(), 3 * draw(sections, 1.0).svg.size() / 2);
}

TEST(SectionPicture, draws_tubules_without_germ_cells_and_ghosts) {
  const CrossSection bare{1, "sertoli_only", 30, {}};
  const CrossSection ghost{2, "sclerosed", 30, {}};
  for (const auto& each : {bare, ghost}) {
    const std::vector<CrossSection> sections{each};
    const SectionPicture picture = draw_section_picture(
        {sections, 0, style_of("human"), picture_address(1, 0, "P1", 0), 0.5, "Man", true, true});
    EXPECT_EQ(read_markup(picture.svg).fault, "");
  }
}

TEST(PngWriter, gives_a_png_of_the_asked_size_and_the_same_bytes_twice) {
  const SectionPicture picture = draw({mouse_section(stage("IX"))}, 0.5);
  const std::string png = png_from_svg(picture.svg, picture.width_px, picture.height_px);
  ASSERT_GT(png.size(), 1000U);
  EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  const auto number_at = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = 256 * value + static_cast<unsigned char>(png[at + i]);
    return value;
  };
  EXPECT_EQ(number_at(16), picture.width_px);
  EXPECT_EQ(number_at(20), picture.height_px);
  EXPECT_TRUE(png == png_from_svg(picture.svg, picture.width_px, picture.height_px));
}

TEST(PngWriter, refuses_what_is_no_svg) {
  EXPECT_THROW((void)png_from_svg("no picture", 10, 10), std::runtime_error);
}

}  // namespace
}  // namespace azoo::report
