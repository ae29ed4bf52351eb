// What the record says of a tubule's shape: borders of cells, width by content, place within a stage.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "report/animal_fixture.hpp"
#include "report/cell_outline.hpp"
#include "report/section_picture.hpp"
#include "report/tubule_layout.hpp"
#include "report/tubule_width.hpp"

namespace azoo::report {
namespace {

using fixture::mouse_section;
using fixture::mouse_stages;
using fixture::shipped_parameters;

// Shoelace.
double area(const std::vector<Point>& outline) {
  double twice = 0.0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point& next = outline[(i + 1) % outline.size()];
    twice += outline[i].x * next.y - next.x * outline[i].y;
  }
  return 0.5 * std::fabs(twice);
}

TEST(CellOutline, of_a_cell_alone_is_its_disc_and_of_two_alike_ends_half_way) {
  const auto alone = cell_outlines({{{3.0, 4.0}, 5.0}}, 64);
  // A polygon of 64 corners covers sin(x)/x of the circle, x = 2 pi / 64: 0.998.
  EXPECT_NEAR(area(alone.front()), std::numbers::pi * 25.0, 0.003 * std::numbers::pi * 25.0);
  const auto pair = cell_outlines({{{0.0, 0.0}, 5.0}, {{6.0, 0.0}, 5.0}}, 64);
  for (const Point& corner : pair[0]) EXPECT_LE(corner.x, 3.0 + 1e-9);
  for (const Point& corner : pair[1]) EXPECT_GE(corner.x, 3.0 - 1e-9);
  EXPECT_NEAR(area(pair[0]), area(pair[1]), 1e-9);
}

TEST(CellOutline, never_lets_two_cells_share_ground) {
  const RandomStream stream({5, 0, 1, Stream::histology_picture});
  Draws draws(stream, 0, 0);
  std::vector<CellDisc> cells;
  for (int i = 0; i < 60; ++i)
    cells.push_back({{draws.uniform(0.0, 40.0), draws.uniform(0.0, 40.0)}, draws.uniform(2.0, 6.0)});
  const auto outlines = cell_outlines(cells, 12);
  ASSERT_EQ(outlines.size(), cells.size());
  const auto inside = [](const std::vector<Point>& outline, Point p) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Point& a = outline[i];
      const Point& b = outline[(i + 1) % outline.size()];
      if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < 1e-9) return false;
    }
    return outline.size() > 2;
  };
  for (int n = 0; n < 4000; ++n) {
    const Point p{draws.uniform(0.0, 40.0), draws.uniform(0.0, 40.0)};
    const auto owners = std::count_if(outlines.begin(), outlines.end(),
                                      [&](const auto& outline) { return inside(outline, p); });
    EXPECT_LE(owners, 1) << p.x << ", " << p.y;
  }
}

HistologyStyle mouse_style() {
  HistologyStyle style = histology_style(shipped_parameters(), "mouse").value();
  style.width = std::make_shared<TubuleWidth>(shipped_parameters(), shipped_parameters(), "mouse");
  return style;
}

CrossSection with_cells(const std::map<std::string, int, std::less<>>& counts,
                        const std::string& stage = "VII", double phase = std::nan("")) {
  CrossSection out{1, counts.empty() ? "sertoli_only" : "active", 30, {}};
  for (int site = 0; site < 30; ++site) out.sites.push_back({site, counts, stage, phase});
  return out;
}

TEST(TubuleWidth, shrinks_with_the_cells_that_are_lost_and_not_beyond_that_of_sertoli_cells) {
  const HistologyStyle style = mouse_style();
  const double full = drawn_radius_um(
      with_cells(
          {{"preleptotene", 3}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}),
      style);
  const double late_only = drawn_radius_um(with_cells({{"elongated_spermatid", 10}}), style);
  const double empty = drawn_radius_um(with_cells({}), style);
  EXPECT_LT(late_only, 0.9 * full);
  EXPECT_LT(empty, late_only);
  EXPECT_GT(empty, 0.5 * full);  // Sertoli cells and the lumen stay
  // A normal tubule has the width of the species' table; one stage is fuller than another.
  EXPECT_NEAR(full, 0.5 * style.tubule_diameter_um, 0.15 * 0.5 * style.tubule_diameter_um);
}

TEST(TubuleWidth, leaves_room_for_vacuoles_where_cells_are_gone_and_keeps_nuclei_inside_the_wall) {
  const HistologyStyle style = mouse_style();
  const RandomStream stream({1, 0, 1, Stream::histology_picture});
  const auto lay = [&](const CrossSection& section) {
    return lay_out_tubule(section, style, {0, 0}, stream, 1);
  };
  EXPECT_TRUE(lay(mouse_section(mouse_stages()[5])).vacuoles.empty());
  const TubuleLayout empty = lay(with_cells({}));
  EXPECT_FALSE(empty.vacuoles.empty());
  const TubuleLayout thin = lay(with_cells({{"round_spermatid", 4}, {"elongated_spermatid", 4}}));
  for (const TubuleLayout* tubule : {&empty, &thin}) {
    for (const auto* nuclei : {&tubule->germ_cells, &tubule->sertoli, &tubule->vacuoles}) {
      for (const Nucleus& nucleus : *nuclei)
        EXPECT_LT(std::hypot(nucleus.at.x, nucleus.at.y), tubule->outline_at(nucleus.angle));
    }
  }
}

TEST(TubuleWidth, of_early_and_late_stages_differs_in_what_the_recorded_phase_tells) {
  const HistologyStyle style = mouse_style();
  const GermCellTiming& timing = style.timing;
  const auto span = std::find_if(timing.stages.begin(), timing.stages.end(),
                                 [](const auto& each) { return each.name == "VII"; });
  ASSERT_NE(span, timing.stages.end());
  EXPECT_DOUBLE_EQ(timing.within("VII", span->from), 0.0);
  EXPECT_DOUBLE_EQ(timing.within("VII", 0.5 * (span->from + span->to)), 0.5);
  EXPECT_DOUBLE_EQ(timing.within("VII", span->to + 0.1), 1.0);
  EXPECT_DOUBLE_EQ(timing.within("VII", std::nan("")), 0.5);
  EXPECT_DOUBLE_EQ(timing.within("no stage", 0.3), 0.5);
  const RandomStream stream({1, 0, 1, Stream::histology_picture});
  const auto ripeness = [&](double phase) {
    const CrossSection section = with_cells({{"elongated_spermatid", 10}}, "VII", phase);
    return lay_out_tubule(section, style, {0, 0}, stream, 1).germ_cells.front().ripeness;
  };
  EXPECT_LT(ripeness(span->from), ripeness(span->to) - 0.05);
}

}  // namespace
}  // namespace azoo::report
