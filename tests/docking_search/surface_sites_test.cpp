// How enclosed an atom is and how far from its chain's ends.
#include "docking/surface_sites.hpp"

#include <gtest/gtest.h>

#include "docking/fragments.hpp"
#include "docking/kernels.hpp"
#include "docking/partner.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

// The number as written in the header, without lists of cells.
double plain_enclosure(const std::vector<Vector3>& points, std::size_t i, double raise_A, double near_A,
                       double far_A) {
  Vector3 sum;
  double count = 0.0;
  for (const Vector3& p : points)
    if (squared_distance(p, points[i]) <= 100.0) {
      sum = sum + p;
      count += 1.0;
    }
  const Vector3 outward = points[i] - (1.0 / count) * sum;
  const Vector3 above = points[i] + (raise_A / length(outward)) * outward;
  double about = 0.0;
  for (const Vector3& p : points)
    about += fall_off(squared_distance(p, above), near_A * near_A, far_A * far_A);
  return about;
}

TEST(SurfaceSites, enclosure_counts_the_atoms_about_a_point_above) {
  const std::vector<Vector3> points = places_of(receptor_helix());
  for (const double raise : {2.0, 4.0}) {
    const std::vector<double> found = enclosures(points, raise, 6.0, 9.0);
    for (std::size_t i = 0; i < points.size(); ++i)
      EXPECT_NEAR(found[i], plain_enclosure(points, i, raise, 6.0, 9.0), 1e-9);
  }
}

TEST(SurfaceSites, a_hollow_is_more_enclosed_than_a_knob) {
  // Two balls that touch: the groove between them, and the far pole of one.
  const Structure balls = made::joined(made::ball(12.0, 3.0), made::ball(12.0, 3.0, {24.0, 0.0, 0.0}));
  const std::vector<Vector3> points = places_of(balls);
  const std::vector<double> found = enclosures(points, 4.0, 14.0, 18.0);
  std::size_t groove = 0, pole = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (squared_distance(points[i], {9.0, 6.0, 0.0}) < 0.1) groove = i;
    if (squared_distance(points[i], {-12.0, 0.0, 0.0}) < 0.1) pole = i;
  }
  ASSERT_NE(groove, pole);
  EXPECT_GT(found[groove], 1.5 * found[pole]);
}

TEST(SurfaceSites, an_average_place_of_the_surface_has_zero) {
  const Structure structure = receptor_helix();
  const std::vector<Vector3> points = places_of(structure);
  std::vector<bool> surface;
  for (std::size_t i = 0; i < points.size(); ++i) surface.push_back(i % 3 != 0);
  const SurfaceSites sites = surface_sites(structure, points, surface, model().kernels);
  double count = 0.0, enclosure = 0.0, squares = 0.0, first = 0.0, last = 0.0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!surface[i]) continue;
    count += 1.0;
    enclosure += sites.enclosure[i];
    squares += sites.enclosure[i] * sites.enclosure[i];
    first += sites.from_first_A[i];
    last += sites.from_last_A[i];
  }
  EXPECT_NEAR(enclosure, 0.0, 1e-9);
  EXPECT_NEAR(squares / count, 1.0, 1e-9);
  EXPECT_NEAR(first, 0.0, 1e-9);
  EXPECT_NEAR(last, 0.0, 1e-9);
}

TEST(SurfaceSites, the_surface_of_a_partner_is_what_is_less_than_half_buried) {
  const Kernels& k = model().kernels;
  const ScoredPartner partner = scored_partner(made::ball(16.0, 3.0), model().types, k);
  double sum = 0.0, of_all = 0.0;
  for (std::size_t i = 0; i < partner.size(); ++i) {
    const double buried = (partner.firmness[i] - k.firmness_least) / (1.0 - k.firmness_least);
    of_all += partner.sites.enclosure[i];
    if (buried < 0.5) sum += partner.sites.enclosure[i];
  }
  EXPECT_NEAR(sum, 0.0, 1e-9);
  EXPECT_GT(std::abs(of_all), 1.0);
}

TEST(SurfaceSites, distances_are_to_the_nearest_end_as_far_as_they_count) {
  const Structure structure = made::strand("AKLEYRDSWHGVMFKE");
  const std::vector<Vector3> points = places_of(structure);
  const SurfaceSites sites =
      surface_sites(structure, points, std::vector<bool>(points.size(), true), model().kernels);
  const Vector3 first = find_atom(structure, structure.residues.front(), "CA")->position_A;
  const Vector3 last = find_atom(structure, structure.residues.back(), "CA")->position_A;
  const double reach = model().kernels.terminus_reach_A;
  bool beyond = false;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto capped = [&](const Vector3& end, std::size_t k) {
      return std::min(reach, length(points[k] - end));
    };
    EXPECT_NEAR(sites.from_first_A[i] - sites.from_first_A[0], capped(first, i) - capped(first, 0), 1e-9);
    EXPECT_NEAR(sites.from_last_A[i] - sites.from_last_A[0], capped(last, i) - capped(last, 0), 1e-9);
    beyond = beyond || length(points[i] - first) > reach;
  }
  EXPECT_TRUE(beyond);
}

TEST(SurfaceSites, a_partner_without_surface_or_atoms_has_zeros) {
  const Structure structure = ligand_helix();
  const std::vector<Vector3> points = places_of(structure);
  const SurfaceSites none =
      surface_sites(structure, points, std::vector<bool>(points.size(), false), model().kernels);
  for (const auto* values : {&none.enclosure, &none.from_first_A, &none.from_last_A})
    EXPECT_EQ(*values, std::vector<double>(points.size(), 0.0));
  EXPECT_TRUE(surface_sites(Structure{}, {}, {}, model().kernels).enclosure.empty());
}

}  // namespace
}  // namespace azoo::docking::search_tests
