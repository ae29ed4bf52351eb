// The accessible surface against what geometry says exactly: a sphere, two that overlap, one inside another.
#include "docking/solvent_area.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "docking/cell_list.hpp"
#include "docking_interface/molecule.hpp"

namespace azoo::docking {
namespace {

constexpr double pi = std::numbers::pi;

double area_of(double radius) {
  return 4.0 * pi * radius * radius;
}

// Archimedes: a cap's area is 2 pi R h.
double cap_area(double radius, double other, double distance) {
  const double plane = (distance * distance + radius * radius - other * other) / (2.0 * distance);
  return 2.0 * pi * radius * (radius - plane);
}

// Repeatable spheres in a box, crowded as in a protein.
std::vector<Sphere> crowd(std::size_t count, double box_A, std::uint64_t seed) {
  std::vector<Sphere> out;
  std::uint64_t state = seed;
  const auto next = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 11U) * 0x1p-53;
  };
  for (std::size_t i = 0; i < count; ++i) {
    const double x = box_A * next(), y = box_A * next(), z = box_A * next();
    out.push_back({{x, y, z}, 1.4 + 0.5 * next()});
  }
  return out;
}

// The definition, without grid, caps or memory of the last neighbour.
double direct_area(const std::vector<Sphere>& spheres, std::size_t i, const Probe& probe) {
  const double radius = spheres[i].radius_A + probe.radius_A;
  std::size_t free = 0;
  for (const Vector3& unit : golden_spiral(probe.points)) {
    const Vector3 point = spheres[i].centre_A + radius * unit;
    bool covered = false;
    for (std::size_t j = 0; j < spheres.size() && !covered; ++j) {
      covered = j != i && length(point - spheres[j].centre_A) < spheres[j].radius_A + probe.radius_A;
    }
    free += covered ? 0U : 1U;
  }
  return area_of(radius) * static_cast<double>(free) / static_cast<double>(probe.points);
}

TEST(SolventArea, a_sphere_alone_shows_all_of_its_widened_surface) {
  const std::vector<Sphere> one = {{{3.0, -2.0, 8.0}, 1.87}};
  const SolventAreas areas = solvent_areas(one, {}, {1.4, 960});
  EXPECT_NEAR(areas.free_A2.at(0), area_of(1.87 + 1.4), 1e-9);
  EXPECT_EQ(areas.buried_A2.at(0), 0.0);
}

TEST(SolventArea, two_spheres_lose_the_caps_that_geometry_gives) {
  const double a = 1.87 + 1.4;
  const double b = 1.40 + 1.4;
  for (const double distance : {1.5, 2.4, 3.3, 4.8, 5.9}) {
    SCOPED_TRACE(distance);
    const std::vector<Sphere> first = {{{0, 0, 0}, 1.87}};
    const std::vector<Sphere> second = {{distance * Vector3{0.36, 0.48, 0.8}, 1.40}};
    const std::vector<Sphere> both = {first[0], second[0]};
    const Probe probe{1.4, 960};
    // The edge of a cap passes at most 3.5 sqrt(960) = 110 points' cells. Each rounds by up to half a point
    // either way, 0.29 in the mean, so that the sum scatters by 0.29 sqrt(110) = 3 points of 0.14 A2: 0.42
    // A2.
    const SolventAreas joined = solvent_areas(both, {}, probe);
    EXPECT_NEAR(joined.free_A2[0], area_of(a) - cap_area(a, b, distance), 0.42);
    EXPECT_NEAR(joined.free_A2[1], area_of(b) - cap_area(b, a, distance), 0.42);
    const SolventAreas apart = solvent_areas(first, second, probe);
    EXPECT_NEAR(apart.free_A2[0], area_of(a), 1e-9);
    EXPECT_NEAR(apart.buried_A2[0], cap_area(a, b, distance), 0.42);
    EXPECT_NEAR(apart.free_A2[0] - apart.buried_A2[0], joined.free_A2[0], 1e-9);
  }
}

TEST(SolventArea, more_points_come_nearer_to_the_exact_cap) {
  const std::vector<Sphere> both = {{{0, 0, 0}, 1.87}, {{1.1, 2.2, 1.3}, 1.76}};
  const double exact = area_of(3.27) - cap_area(3.27, 3.16, length(both[1].centre_A));
  const auto error = [&](std::size_t points) {
    return std::abs(solvent_areas(both, {}, {1.4, points}).free_A2[0] - exact);
  };
  // The mean over directions falls at least as 1/points; single values scatter, so three counts are summed.
  const double few = error(90) + error(100) + error(110);
  const double many = error(9000) + error(10000) + error(11000);
  EXPECT_GT(few, 0.0);
  EXPECT_LT(many, few / 20.0);
}

TEST(SolventArea, touching_from_afar_changes_nothing_and_a_swallowed_sphere_shows_nothing) {
  const Probe probe{1.4, 500};
  const std::vector<Sphere> apart = {{{0, 0, 0}, 1.5}, {{5.9, 0, 0}, 1.6}};
  EXPECT_NEAR(solvent_areas(apart, {}, probe).free_A2[0], area_of(2.9), 1e-9);
  const std::vector<Sphere> inside = {{{0.2, 0, 0}, 1.0}, {{0, 0, 0}, 2.0}};
  EXPECT_EQ(solvent_areas(inside, {}, probe).free_A2[0], 0.0);
  EXPECT_NEAR(solvent_areas(inside, {}, probe).free_A2[1], area_of(3.4), 1e-9);
  const std::vector<Sphere> twice = {{{1, 1, 1}, 1.7}, {{1, 1, 1}, 1.7}};
  const SolventAreas same = solvent_areas(twice, {}, probe);
  EXPECT_NEAR(same.free_A2[0] + same.free_A2[1], area_of(3.1), 1e-9);
}

TEST(SolventArea, a_crowd_equals_the_direct_count) {
  const std::vector<Sphere> spheres = crowd(150, 14.0, 7);
  const Probe probe{1.4, 200};
  const SolventAreas areas = solvent_areas(spheres, {}, probe);
  double shown = 0.0;
  for (std::size_t i = 0; i < spheres.size(); ++i) {
    EXPECT_NEAR(areas.free_A2[i], direct_area(spheres, i, probe), 1e-9) << i;
    shown += areas.free_A2[i];
  }
  EXPECT_GT(shown, 500.0);
}

TEST(SolventArea, what_a_partner_takes_is_the_difference_to_the_complex) {
  const std::vector<Sphere> left = crowd(80, 10.0, 1);
  std::vector<Sphere> right = crowd(80, 10.0, 2);
  for (Sphere& each : right) each.centre_A.x += 9.0;
  std::vector<Sphere> both = left;
  both.insert(both.end(), right.begin(), right.end());
  const Probe probe{1.4, 300};
  const SolventAreas apart = solvent_areas(left, right, probe);
  const SolventAreas joined = solvent_areas(both, {}, probe);
  double buried = 0.0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    EXPECT_NEAR(apart.free_A2[i] - apart.buried_A2[i], joined.free_A2[i], 1e-9) << i;
    buried += apart.buried_A2[i];
  }
  EXPECT_GT(buried, 50.0);
}

TEST(CellList, finds_all_that_is_near_and_nothing_else) {
  std::vector<Vector3> places;
  for (const Sphere& each : crowd(300, 20.0, 5)) places.push_back(each.centre_A - Vector3{10, 10, 10});
  const CellList cells(places, 4.0);
  std::size_t seen = 0;
  for (const Vector3& place : places) {
    std::vector<bool> found(places.size());
    cells.for_each_within(place, 4.0, [&](std::size_t i, double) { found[i] = true; });
    for (std::size_t i = 0; i < places.size(); ++i) {
      EXPECT_EQ(found[i], length(places[i] - place) < 4.0);
      seen += found[i] ? 1U : 0U;
    }
  }
  EXPECT_GT(seen, places.size());
}

TEST(Radii, follow_the_first_row_that_fits) {
  const InterfaceRules& rules = test::shipped_rules();
  const auto radius = [&](const char* residue, const char* atom, ResidueKind kind = ResidueKind::amino_acid) {
    const Structure made = test::one_residue("A", 1, residue, {{atom, {}}}, kind);
    return rules.radius_A(made.residues[0], made.atoms[0]);
  };
  EXPECT_EQ(radius("ALA", "CA"), 1.87);
  EXPECT_EQ(radius("ALA", "C"), 1.76);
  EXPECT_EQ(radius("PHE", "CZ"), 1.76);
  EXPECT_EQ(radius("LEU", "CD1"), 1.87);
  EXPECT_EQ(radius("LYS", "NZ"), 1.50);
  EXPECT_EQ(radius("ARG", "NH1"), 1.65);
  EXPECT_EQ(radius("MET", "SD"), 1.85);
  EXPECT_EQ(radius("SER", "OG"), 1.40);
  EXPECT_EQ(radius("A", "P", ResidueKind::nucleotide), 1.80);
  EXPECT_EQ(radius("HEM", "C1A", ResidueKind::ligand), 1.70);
  EXPECT_EQ(radius("XXX", "X", ResidueKind::ion), 1.80);
}

}  // namespace
}  // namespace azoo::docking
