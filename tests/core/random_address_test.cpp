// The generator and its addressing: known answers, and independence of who asks in which order.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

#include "core/random.hpp"

namespace azoo {
namespace {

struct KnownAnswer {
  RandomBlock counter;
  std::array<std::uint32_t, 2> key;
  RandomBlock output;
};

// Philox4x32-10 lines of tests/kat_vectors in the Random123 distribution (release 1.14.0).
const KnownAnswer known_answers[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

// The slow reference, written from Salmon et al. 2011, doi:10.1145/2063384.2063405, section 3.3: ten rounds
// of two 32 x 32 bit products with the key bumped by Weyl constants in between.
RandomBlock reference_philox(RandomBlock c, std::array<std::uint32_t, 2> k) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * c[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * c[2];
    c = {static_cast<std::uint32_t>(b >> 32) ^ c[1] ^ k[0], static_cast<std::uint32_t>(b),
         static_cast<std::uint32_t>(a >> 32) ^ c[3] ^ k[1], static_cast<std::uint32_t>(a)};
    k = {k[0] + 0x9E3779B9U, k[1] + 0xBB67AE85U};
  }
  return c;
}

TEST(Philox, reference_gives_the_known_answers_of_the_random123_distribution) {
  for (const KnownAnswer& known : known_answers) {
    EXPECT_EQ(reference_philox(known.counter, known.key), known.output);
  }
}

TEST(RandomStream, equals_the_reference_keyed_as_documented) {
  const StreamAddress address{0x0123456789abcdefULL, 77, 0xfedcba9876543210ULL, Stream::semen_analysis};
  // Low half first: seed 0x0123456789abcdef is the key {0x89abcdef, 0x01234567}.
  const RandomBlock first = reference_philox({77, 0, 0x76543210U, 0xfedcba98U}, {0x89abcdefU, 0x01234567U});
  const RandomBlock second =
      reference_philox({first[2], first[3], static_cast<std::uint32_t>(Stream::semen_analysis), 0x417a6f6fU},
                       {first[0], first[1]});
  const RandomStream stream(address);
  for (const std::uint32_t agent : {0U, 1U, 4000000000U}) {
    EXPECT_EQ(stream.block(agent, 5, 9), reference_philox({agent, 5, 9, 0}, {second[0], second[1]}));
  }
}

TEST(RandomStream, visiting_order_does_not_change_a_draw) {
  const RandomStream stream({1, 2, 3, Stream::sheet_survival});
  std::vector<double> forward(1000);
  std::vector<double> backward(1000);
  for (std::uint32_t agent = 0; agent < 1000; ++agent) forward[agent] = Draws(stream, agent, 7).normal();
  for (std::uint32_t agent = 1000; agent-- > 0;) backward[agent] = Draws(stream, agent, 7).normal();
  EXPECT_EQ(forward, backward);
}

TEST(RandomStream, every_part_of_the_address_gives_other_numbers) {
  const StreamAddress base{1, 2, 3, Stream::assay};
  std::set<RandomBlock> seen;
  int asked = 0;
  for (std::uint64_t seed : {1ULL, 2ULL, 1ULL << 32, 1ULL << 63}) {
    for (std::uint64_t replicate : {2ULL, 3ULL, 3ULL << 32}) {
      for (std::uint64_t participant : {3ULL, 2ULL, 1ULL << 40}) {
        for (Stream stream : {Stream::assay, Stream::biopsy, Stream::foci}) {
          const RandomStream numbers({seed, replicate, participant, stream});
          for (std::uint32_t agent : {0U, 1U}) {
            for (std::uint32_t step : {0U, 1U}) {
              for (std::uint32_t draw : {0U, 1U}) {
                seen.insert(numbers.block(agent, step, draw));
                ++asked;
              }
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(static_cast<int>(seen.size()), asked);
  EXPECT_EQ(RandomStream(base).block(4, 5, 6), RandomStream(base).block(4, 5, 6));
}

TEST(RandomStream, neighbouring_participants_are_not_correlated) {
  const int n = 20000;
  double sum = 0.0;
  for (int i = 0; i < n; ++i) {
    const RandomStream one({9, 0, static_cast<std::uint64_t>(i), Stream::histology});
    const RandomStream next({9, 0, static_cast<std::uint64_t>(i) + 1, Stream::histology});
    sum += Draws(one, 0, 0).normal() * Draws(next, 0, 0).normal();
  }
  // Mean of n products of independent standard normals: SD 1/sqrt(n) = 0.0071; five SD.
  EXPECT_NEAR(sum / n, 0.0, 5.0 / std::sqrt(static_cast<double>(n)));
}

TEST(Uniform01, never_gives_0_or_1) {
  EXPECT_GT(uniform01(0), 0.0);
  EXPECT_LT(uniform01(0xffffffffU), 1.0);
}

}  // namespace
}  // namespace azoo
