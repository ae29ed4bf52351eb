// The pair potential by its eigenvectors, and the channels made of them.
#include <gtest/gtest.h>

#include "docking/channels.hpp"
#include "docking/pair_score.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

PairPotential rebuilt(const std::vector<EigenTerm>& terms, std::size_t types) {
  PairPotential sum{types, std::vector<double>(types * types, 0.0)};
  for (const EigenTerm& term : terms)
    for (std::size_t a = 0; a < types; ++a)
      for (std::size_t b = 0; b < types; ++b)
        sum.values[a * types + b] += term.value * term.vector[a] * term.vector[b];
  return sum;
}

double misfit(const PairPotential& a, const PairPotential& b) {
  double sum = 0.0;
  for (std::size_t k = 0; k < a.values.size(); ++k)
    sum += (a.values[k] - b.values[k]) * (a.values[k] - b.values[k]);
  return sum;
}

TEST(EigenTerms, all_of_them_together_are_the_potential) {
  const PairPotential& potential = model().potential;
  const auto terms = leading_eigenterms(potential, potential.types);
  ASSERT_EQ(terms.size(), potential.types);
  const PairPotential sum = rebuilt(terms, potential.types);
  for (std::size_t k = 0; k < potential.values.size(); ++k)
    EXPECT_NEAR(sum.values[k], potential.values[k], 1e-12);
}

TEST(EigenTerms, they_come_by_falling_size_and_each_one_added_brings_the_sum_nearer) {
  const PairPotential& potential = model().potential;
  const auto all = leading_eigenterms(potential, potential.types);
  double before = misfit(rebuilt({}, potential.types), potential);
  for (std::size_t count = 1; count <= all.size(); ++count) {
    if (count > 1) {
      EXPECT_GE(std::abs(all[count - 2].value), std::abs(all[count - 1].value));
    }
    const auto terms = leading_eigenterms(potential, count);
    ASSERT_EQ(terms.size(), count);
    EXPECT_EQ(terms.back().value, all[count - 1].value);
    // What is left is the sum of the squares of the eigenvalues left out.
    const double left = misfit(rebuilt(terms, potential.types), potential);
    EXPECT_NEAR(before - left, terms.back().value * terms.back().value, 1e-9);
    before = left;
  }
}

TEST(EigenTerms, more_than_there_are_gives_those_there_are) {
  EXPECT_EQ(leading_eigenterms(model().potential, 1000).size(), model().potential.types);
  EXPECT_TRUE(leading_eigenterms(model().potential, 0).empty());
}

// A channel off the grid: the sum over all pairs of strength x kernel x value.
double pair_sum(const Channel& channel, const PairFrames& frames, const RigidMotion& motion) {
  double sum = 0.0;
  for (std::size_t j = 0; j < frames.moving.size(); ++j) {
    const Vector3 at = moved(motion, frames.moving.positions_A[j]);
    for (const FieldSource& source : channel.sources)
      for (std::size_t i = 0; i < frames.standing.size(); ++i) {
        const double r2 = squared_distance(at, frames.standing.positions_A[i]);
        if (r2 < source.reach_A * source.reach_A)
          sum += source.strengths[i] * source.kernel(r2) * static_cast<double>(channel.ligand_values[j]);
      }
    if (channel.place_field) sum += channel.place_field(at) * static_cast<double>(channel.ligand_values[j]);
  }
  return sum;
}

TEST(Channels, each_is_its_term_of_the_score_when_all_eigenvectors_are_taken) {
  const Pair pair = framed(receptor_helix(), ligand_helix());
  const PairScore score(pair.frames, model(), pair.restraints);
  const auto channels = score_channels(pair.frames.standing, pair.frames.moving, model(), 1000);
  ASSERT_EQ(channels.size(), 3 + model().potential.types);
  Chance chance(31);
  double charged = 0.0;
  for (int k = 0; k < 10; ++k) {
    const RigidMotion motion = touching(pair.frames, chance, 2.5);
    const ScoreTerms terms = score.terms(motion);
    // Values of the ligand stand in single precision: 6e-8 each.
    const double close = 1e-6;
    EXPECT_NEAR(pair_sum(channels[0], pair.frames, motion), terms.repulsion,
                close * std::abs(terms.repulsion));
    EXPECT_NEAR(pair_sum(channels[1], pair.frames, motion), terms.attraction,
                close * std::abs(terms.attraction));
    double eigen = 0.0, size = 0.0;
    for (std::size_t c = 3; c < channels.size(); ++c) {
      const double part = pair_sum(channels[c], pair.frames, motion);
      eigen += part;
      size += std::abs(part);
    }
    EXPECT_NEAR(eigen, terms.pair_potential, close * size);
    EXPECT_NEAR(pair_sum(channels[2], pair.frames, motion), terms.electrostatics, close);
    EXPECT_GT(terms.repulsion, 0.0);
    EXPECT_NE(terms.attraction, 0.0);
    charged += std::abs(terms.electrostatics);
    EXPECT_NE(terms.pair_potential, 0.0);
  }
  EXPECT_GT(charged, 0.01);
}

TEST(Channels, a_term_without_weight_costs_no_channel) {
  ScoreModel plain = model();
  plain.weights.electrostatics = plain.weights.pair_potential = 0.0;
  const Pair pair = framed(receptor_helix(), ligand_helix());
  EXPECT_EQ(score_channels(pair.frames.standing, pair.frames.moving, plain, 4).size(), 2U);
  EXPECT_EQ(score_channels(pair.frames.standing, pair.frames.moving, model(), 4).size(), 7U);
}

}  // namespace
}  // namespace azoo::docking::search_tests
