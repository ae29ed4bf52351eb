// Restraints on the grid agree with those off it, within what interpolation between cells may do.
#include <gtest/gtest.h>

#include "docking_search/correlation.hpp"

namespace azoo::docking::search_tests {
namespace {

struct Compared {
  double worst = -1e9;   // on the grid less off it, beyond the allowance
  double squares = 0.0;  // of the differences
  double size = 0.0;     // of the values off the grid, squared
  std::size_t places = 0;
};

// At every shift where the partners come near one another.
template <class Allowance>
Compared compared(const Pair& pair, std::vector<Channel> channels, const Quaternion& rotation,
                  double spacing_A, const Allowance& allowance) {
  const auto grid = search_grid(pair.frames.standing, pair.frames.moving, spacing_A);
  const Task task{pair, *grid, std::move(channels)};
  const ByTransforms found(task, rotation);
  ScoreModel unweighted = model();
  unweighted.weights = {};
  const PairScore score(pair.frames, unweighted, pair.restraints);
  Compared result;
  const std::size_t n = grid->side;
  for (std::size_t k = 0; k < n * n * n; ++k) {
    const RigidMotion motion{rotation, centre_at(*grid, k / n / n, k / n % n, k % n)};
    const double gap =
        least_distance_A(pair.frames.standing.positions_A, pair.frames.moving.positions_A, motion);
    if (gap < 1.0 || gap > 6.0) continue;
    const double off = score.terms(motion).restraints;
    const double apart = found.at(k / n / n, k / n % n, k % n) - off;
    result.worst = std::max(result.worst, apart - allowance(motion));
    result.squares += apart * apart;
    result.size += off * off;
    ++result.places;
  }
  return result;
}

// A cell beyond the receptor stands for places on two sides of the periodic grid and is read on the open one.
// So a pose on the open side never pays for what is on the other, and a pose in the membrane pays for most of
// what lies in it.
TEST(RestraintFields, no_pose_that_touches_pays_more_for_the_membrane_on_the_grid_than_off_it) {
  constexpr double spacing_A = 1.5;
  Chance chance(91);
  for (const Vector3& normal : {Vector3{1, 0, 0}, Vector3{0, 0, -1}, Vector3{-1, 2, 1}}) {
    Restraints wishes;
    Membrane& membrane = wishes.membrane;
    membrane.present = true;
    membrane.half_thickness_A = 5.0;
    membrane.normal[0] = normal.x, membrane.normal[1] = normal.y, membrane.normal[2] = normal.z;
    const Pair pair = framed(made::helix("KLEYDAR"), made::helix("RDSK", "B"), wishes);
    const MembraneTerm& term = *pair.restraints.membrane;
    // A linear interpolation is off by h^2/8 of the second derivative along each axis: 6/rim^2 of the weight,
    // rim 2 A, the squares of the normal's parts adding up to one; only for atoms that a cell's diagonal
    // parts from the rim.
    const double each = pair.restraints.membrane_weight * spacing_A * spacing_A / 8.0 * 6.0 / 4.0;
    const double near = spacing_A * std::sqrt(3.0);
    const auto allowance = [&](const RigidMotion& motion) {
      double sum = 1e-3;  // single precision
      for (const Vector3& p : pair.frames.moving.positions_A) {
        const double above = dot(term.normal, moved(motion, p)) - term.edge_A;
        if (above < near && above > -2.0 - near) sum += each;
      }
      return sum;
    };
    const Compared all = compared(pair, restraint_channels(pair.restraints, pair.frames, model().kernels),
                                  chance.rotation(), spacing_A, allowance);
    EXPECT_GT(all.places, 1000U);
    EXPECT_GT(all.size, 0.0);
    EXPECT_LE(all.worst, 0.0) << normal.x << " " << normal.y << " " << normal.z;
    EXPECT_LT(std::sqrt(all.squares / all.size), 0.6);
  }
}

TEST(RestraintFields, masks_on_the_grid_are_those_off_it) {
  Restraints wishes;
  wishes.masks.push_back({Partner::receptor, true, {"A:2-3"}});
  wishes.masks.push_back({Partner::ligand, false, {"B:1"}});
  const Pair pair = framed(made::helix("KLEYDAR"), made::helix("RDSK", "B"), wishes);
  Chance chance(93);
  const Quaternion rotation = chance.rotation();
  const auto error = [&](double spacing_A) {
    const Compared all = compared(pair, restraint_channels(pair.restraints, pair.frames, model().kernels),
                                  rotation, spacing_A, [](const RigidMotion&) { return 0.0; });
    return std::sqrt(all.squares / all.size);
  };
  // The contact kernel bends over 2.5 A; halving the cells leaves a quarter of the error.
  const double coarse = error(1.6), fine = error(0.8);
  EXPECT_LT(coarse, 0.05);
  EXPECT_LT(fine, 0.35 * coarse);
}

TEST(RestraintFields, a_distance_between_single_atoms_is_on_the_grid_what_it_is_off_it) {
  Structure a = made::helix("KLEYDAR"), b = made::helix("RDSK", "B");
  // Residues of one atom each, so that the mean over the atoms is the least.
  a = made::joined(a, made::ball(0.5, 1.0, a.atoms.back().position_A + Vector3{0, 0, 1.5}, "C"));
  b = made::joined(b, made::ball(0.5, 1.0, b.atoms.back().position_A + Vector3{0, 0, 1.5}, "D"));
  Restraints wishes;
  wishes.distances.push_back({{"C:1"}, {"D:1"}, 3.0, 6.0});
  const Pair pair = framed(a, b, wishes);
  Chance chance(94);
  const Compared all = compared(pair, restraint_channels(pair.restraints, pair.frames, model().kernels),
                                chance.rotation(), 1.0, [](const RigidMotion&) { return 0.0; });
  EXPECT_GT(all.places, 1000U);
  EXPECT_LT(std::sqrt(all.squares / all.size), 0.1);
}

}  // namespace
}  // namespace azoo::docking::search_tests
