// Draws of the sheet: batches give the numbers of single blocks, tables follow the beta-binomial law,
// daughters spread as the kernel says.
#include <gtest/gtest.h>

#include <map>

#include "core/random_batch.hpp"
#include "testis/man.hpp"
#include "testis/spread_kernel.hpp"
#include "testis/survival_table.hpp"

namespace azoo::testis {
namespace {

TEST(RandomBatch, gives_the_blocks_of_the_stream_one_by_one) {
  const RandomStream stream({7, 1, 2, Stream::known_answer_test});
  for (const std::size_t size : {std::size_t{1}, std::size_t{4}, std::size_t{5}, std::size_t{9},
                                 std::size_t{255}, RandomBatch::capacity}) {
    RandomBatch batch;
    for (std::size_t i = 0; i < size; ++i) {
      const auto n = static_cast<std::uint32_t>(i);
      batch.add(n * 2654435761U, ~n, n << 12);
    }
    batch.draw(stream);
    for (std::size_t i = 0; i < size; ++i) {
      const auto n = static_cast<std::uint32_t>(i);
      const RandomBlock block = stream.block(n * 2654435761U, ~n, n << 12);
      for (std::size_t w = 0; w < 4; ++w) ASSERT_EQ(batch.word(w, i), block[w]) << size << " " << i;
    }
  }
}

// P(k of n survive) by Polya's urn, over all orders.
double beta_binomial(int n, int k, double p, double rho) {
  const double size = 1.0 / rho - 1.0;
  double mass = 1.0;
  for (int i = 0; i < k; ++i) mass *= (p * size + i) * (n - i) / (i + 1.0);
  for (int i = 0; i < n - k; ++i) mass *= (1.0 - p) * size + i;
  for (int i = 0; i < n; ++i) mass /= size + i;
  return mass;
}

TEST(SurvivalTable, follows_the_beta_binomial_law_of_a_crowded_cohort) {
  const Species species = man();
  const TransitionChain chain(species);
  SurvivalTable table(chain, species.germ_line);
  const std::vector<double> survival(chain.size(), 0.8);
  table.set(survival, false);
  std::size_t crowded = 0;
  while (!(chain[crowded].capacity > 0.0)) ++crowded;
  for (const std::size_t transition : {std::size_t{0}, crowded}) {
    for (const int cells : {1, 2, 7, 30, 63}) {
      std::map<int, double> share;
      constexpr std::uint32_t words = 200000;
      for (std::uint32_t i = 0; i < words; ++i) {
        const auto word = static_cast<std::uint32_t>((i + 0.5) * (4294967296.0 / words));
        share[table.survivors(transition, cells, word)] += 1.0 / words;
      }
      double p = 0.8;
      if (transition == crowded) p *= capacity_survival(species.germ_line, chain[crowded].capacity, cells);
      EXPECT_DOUBLE_EQ(table.chance(transition, cells), p);
      for (int k = 0; k <= cells; ++k) {
        // Even words meet the law within one word at each border.
        EXPECT_NEAR(share[k], beta_binomial(cells, k, p, species.germ_line.overdispersion), 3.0 / words)
            << cells << " " << k;
      }
    }
  }
}

TEST(SurvivalTable, certain_survival_and_certain_death_are_kept) {
  const Species species = man();
  const TransitionChain chain(species);
  SurvivalTable table(chain, species.germ_line);
  std::vector<double> survival(chain.size(), 1.0);
  survival[1] = 0.0;
  table.set(survival, true);
  EXPECT_TRUE(table.certain(0));
  EXPECT_FALSE(table.certain(1));
  for (const std::uint32_t word : {0U, 1U << 31, 0xFFFFFFFFU}) EXPECT_EQ(table.survivors(1, 12, word), 0);
  survival[1] = 0.999;
  table.set(survival, true);
  EXPECT_EQ(table.survivors(1, 12, 0U), 12);
}

TEST(SpreadKernel, leaves_with_its_fraction_and_walks_in_no_direction) {
  const SpreadKernel kernel(0.6, 3, 24);
  double left = 0.0;
  double around = 0.0;
  double along = 0.0;
  double square = 0.0;
  for (std::uint32_t bits = 0; bits < 65536; ++bits) {
    const auto number = static_cast<std::uint16_t>(bits);
    if (!kernel.leaves(number)) continue;
    const Hop way = kernel.walk(number);
    ++left;
    around += way.around;
    along += way.along;
    // Squared length of a step in axial coordinates.
    square += way.around * way.around + way.along * way.along + way.around * way.along;
  }
  EXPECT_NEAR(left / 65536.0, 0.6, 1e-4);
  // 216 paths share 39,322 numbers: some get one more than others.
  EXPECT_NEAR(around / left, 0.0, 0.01);
  EXPECT_NEAR(along / left, 0.0, 0.01);
  EXPECT_NEAR(square / left, 3.0, 0.03);  // independent unit steps add up
}

}  // namespace
}  // namespace azoo::testis
