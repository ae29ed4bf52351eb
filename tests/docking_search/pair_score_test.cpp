// The score off the grid: against a plain double loop, and what must not change it.
#include "docking/pair_score.hpp"

#include <gtest/gtest.h>

#include "docking/kernels.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

constexpr const char* names[] = {"repulsion", "attraction", "electrostatics", "pair potential", "restraints"};

Restraints wishes_of(bool exchanged) {
  const Partner first = exchanged ? Partner::ligand : Partner::receptor;
  const Partner second = exchanged ? Partner::receptor : Partner::ligand;
  Restraints wishes;
  wishes.masks.push_back({first, true, {"A:2-9"}});
  wishes.masks.push_back({second, false, {"B:1-4"}});
  DistanceRestraint distance{{"A:1-3"}, {"B:2-5"}, 1.0, 3.0};
  if (exchanged) std::swap(distance.receptor_residues, distance.ligand_residues);
  wishes.distances.push_back(distance);
  return wishes;
}

// Kernels and definitions as written above the score model, pair by pair, in the coordinates as read.
ScoreTerms plain_sum(const Structure& receptor, const Structure& ligand, const RigidMotion& pose) {
  const ScoreModel& m = model();
  const auto sq = [](double x) { return x * x; };
  const ScoredPartner a = scored_partner(receptor, m.types, m.kernels),
                      b = scored_partner(ligand, m.types, m.kernels);
  const double attract = shipped().value("docking.restraint.attract", "1");
  const double block = shipped().value("docking.restraint.block", "1");
  ScoreTerms sum;
  double least = 1e9;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double r2 = squared_distance(a.positions_A[i], moved(pose, b.positions_A[j]));
      sum.repulsion += m.weights.repulsion * a.firmness[i] * b.firmness[j] *
                       soft_core(r2, sq(m.kernels.repulsion_reach_A));
      for (const Step& step : m.kernels.attraction)
        sum.attraction -= m.weights.attraction * step.share * fall_off(r2, sq(step.near_A), sq(step.far_A));
      sum.electrostatics +=
          m.weights.electrostatics * a.charges_e[i] * b.charges_e[j] *
          damped_coulomb(r2, sq(m.kernels.electrostatic_core_A), sq(m.kernels.electrostatic_reach_A));
      const double contact = fall_off(r2, sq(m.kernels.contact_near_A), sq(m.kernels.contact_far_A));
      sum.pair_potential += m.weights.pair_potential * m.potential(a.types[i], b.types[j]) * contact;
      const int of_a = receptor.residues[receptor.atoms[i].residue].number;
      const int of_b = ligand.residues[ligand.atoms[j].residue].number;
      if (of_a >= 2 && of_a <= 9) sum.restraints -= attract * contact;
      if (of_b >= 1 && of_b <= 4) sum.restraints += block * contact;
      if (of_a >= 1 && of_a <= 3 && of_b >= 2 && of_b <= 5) least = std::min(least, std::sqrt(r2));
    }
  const double violation = std::max({0.0, least - 3.0, 1.0 - least});
  sum.restraints +=
      shipped().value("docking.restraint.distance", "1/A") * violation * violation / (1.0 + violation);
  return sum;
}

ScoreTerms score_of(const Structure& receptor, const Structure& ligand, const RigidMotion& pose,
                    const Restraints& wishes, bool receptor_stands) {
  const Pair pair = framed(receptor, ligand, wishes, receptor_stands);
  return PairScore(pair.frames, model(), pair.restraints).terms(pair.frames.in_frames(pose));
}

void expect_same(const ScoreTerms& found, const ScoreTerms& expected, double relative) {
  const auto f = as_list(found), e = as_list(expected);
  for (std::size_t k = 0; k < f.size(); ++k) EXPECT_NEAR(f[k], e[k], relative * std::abs(e[k])) << names[k];
}

TEST(PairScore, it_is_the_plain_sum_over_all_pairs_of_atoms) {
  Chance chance(51);
  const Structure receptor = moved(receptor_helix(), chance.motion()),
                  ligand = moved(ligand_helix(), chance.motion());
  const Pair pair = framed(receptor, ligand, wishes_of(false));
  const PairScore score(pair.frames, model(), pair.restraints);
  for (const double gap : {1.0, 2.5, 3.4, 5.0, 6.5, 9.0, 13.0, 30.0})
    for (int k = 0; k < 6; ++k) {
      const RigidMotion motion = touching(pair.frames, chance, gap);
      const ScoreTerms found = score.terms(motion);
      // Sums of at most some ten thousand numbers of either sign, in double precision.
      expect_same(found, plain_sum(receptor, ligand, pair.frames.as_asked(motion)), 1e-9);
      if (gap != 1.0) continue;
      for (const double term : as_list(found)) EXPECT_GT(std::abs(term), 1e-3);
    }
}

TEST(PairScore, moving_both_partners_together_changes_no_term) {
  Chance chance(52);
  const Structure receptor = receptor_helix(), ligand = ligand_helix();
  Restraints wishes = wishes_of(false);
  wishes.membrane.present = true;
  wishes.membrane.half_thickness_A = 4.0;
  std::array<double, 5> sizes{};
  for (int k = 0; k < 10; ++k) {
    const Pair pair = framed(receptor, ligand, wishes);
    const RigidMotion pose = pair.frames.as_asked(touching(pair.frames, chance, 2.5));
    const ScoreTerms before = score_of(receptor, ligand, pose, wishes, true);
    const RigidMotion common = chance.motion(300.0);
    Restraints turned = wishes;
    const Vector3 centre = moved(common, {0, 0, 0}), normal = matrix_of(common.rotation) * Vector3{0, 0, 1};
    turned.membrane.centre_A[0] = centre.x, turned.membrane.centre_A[1] = centre.y,
    turned.membrane.centre_A[2] = centre.z;
    turned.membrane.normal[0] = normal.x, turned.membrane.normal[1] = normal.y,
    turned.membrane.normal[2] = normal.z;
    // Both structures are moved, so the pose that says the same is the old one seen from the new place.
    const RigidMotion there = compose(common, compose(pose, inverse(common)));
    expect_same(score_of(moved(receptor, common), moved(ligand, common), there, turned, true), before, 1e-6);
    // And the ligand's file alone may be turned, the pose taking the turn back.
    expect_same(score_of(receptor, moved(ligand, common), compose(pose, inverse(common)), wishes, true),
                before, 1e-6);
    for (std::size_t t = 0; t < 5; ++t) sizes[t] += std::abs(as_list(before)[t]);
  }
  for (const double size : sizes) EXPECT_GT(size, 1e-3);
}

TEST(PairScore, exchanging_receptor_and_ligand_changes_no_term) {
  Chance chance(53);
  const Structure a = moved(receptor_helix(), chance.motion()), b = moved(ligand_helix(), chance.motion());
  std::array<double, 5> sizes{};
  for (int k = 0; k < 10; ++k) {
    const Pair pair = framed(a, b);
    const RigidMotion pose = pair.frames.as_asked(touching(pair.frames, chance, 2.5));
    const ScoreTerms before = score_of(a, b, pose, wishes_of(false), false);
    for (std::size_t t = 0; t < 5; ++t) sizes[t] += std::abs(as_list(before)[t]);
    expect_same(score_of(b, a, inverse(pose), wishes_of(true), false), before, 1e-6);
    expect_same(score_of(b, a, inverse(pose), wishes_of(true), true), before,
                1e-6);  // the smaller one stands
  }
  for (const double size : sizes) EXPECT_GT(size, 1e-3);
}

TEST(PairScore, firmness_does_not_hang_on_how_a_lattice_is_turned) {
  // Atoms exactly 10 A apart stand at the edge of what counts as a neighbour.
  const Structure ball = made::ball(14.0, 2.5);
  const ScoredPartner as_read = scored_partner(ball, model().types, model().kernels);
  Chance chance(54);
  for (int k = 0; k < 5; ++k)
    EXPECT_EQ(scored_partner(moved(ball, chance.motion()), model().types, model().kernels).firmness,
              as_read.firmness);
  EXPECT_EQ(*std::max_element(as_read.firmness.begin(), as_read.firmness.end()), 1.0);
  EXPECT_LT(*std::min_element(as_read.firmness.begin(), as_read.firmness.end()), 0.7);
  for (const double firmness : scored_partner(ligand_helix(), model().types, model().kernels).firmness) {
    EXPECT_GE(firmness, model().kernels.firmness_least);
    EXPECT_LT(firmness, 0.7);  // nothing is buried in a lone helix
  }
}

TEST(PairScore, partners_apart_score_nothing_but_what_restraints_ask) {
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  for (const Vector3& shift : {Vector3{500, 0, 0}, Vector3{0, -1e6, 0}, Vector3{0, 0, 1e12}})
    for (const double term : as_list(score.terms({{}, shift}))) EXPECT_EQ(term, 0.0);
}

}  // namespace
}  // namespace azoo::docking::search_tests
