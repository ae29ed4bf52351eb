#include "core/random_batch.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace azoo {

namespace {

// Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, doi:10.1145/2063384.2063405).
constexpr int rounds = 10;
constexpr std::uint32_t multiplier0 = 0xD2511F53U;
constexpr std::uint32_t multiplier1 = 0xCD9E8D57U;
constexpr std::uint32_t weyl0 = 0x9E3779B9U;
constexpr std::uint32_t weyl1 = 0xBB67AE85U;

struct Lanes {
  std::uint32_t* word[4];
  std::array<std::uint32_t, 2> key;
};

#if defined(__x86_64__)
// Whole numbers: every instruction set gives the same. The products of the even and the odd lanes are made
// apart and put together again.
__attribute__((target("avx2"))) void philox_avx2(const Lanes& lanes, std::size_t count) {
  const __m256i m0 = _mm256_set1_epi32(static_cast<int>(multiplier0));
  const __m256i m1 = _mm256_set1_epi32(static_cast<int>(multiplier1));
  for (std::size_t i = 0; i < count; i += 8) {
    __m256i x0 = _mm256_load_si256(reinterpret_cast<const __m256i*>(lanes.word[0] + i));
    __m256i x1 = _mm256_load_si256(reinterpret_cast<const __m256i*>(lanes.word[1] + i));
    __m256i x2 = _mm256_load_si256(reinterpret_cast<const __m256i*>(lanes.word[2] + i));
    __m256i x3 = _mm256_setzero_si256();
    std::uint32_t k0 = lanes.key[0];
    std::uint32_t k1 = lanes.key[1];
    for (int round = 0; round < rounds; ++round) {
      const __m256i even0 = _mm256_mul_epu32(x0, m0);
      const __m256i odd0 = _mm256_mul_epu32(_mm256_srli_epi64(x0, 32), m0);
      const __m256i even1 = _mm256_mul_epu32(x2, m1);
      const __m256i odd1 = _mm256_mul_epu32(_mm256_srli_epi64(x2, 32), m1);
      const __m256i high0 = _mm256_blend_epi32(_mm256_srli_epi64(even0, 32), odd0, 0xAA);
      const __m256i high1 = _mm256_blend_epi32(_mm256_srli_epi64(even1, 32), odd1, 0xAA);
      const __m256i low0 = _mm256_blend_epi32(even0, _mm256_slli_epi64(odd0, 32), 0xAA);
      const __m256i low1 = _mm256_blend_epi32(even1, _mm256_slli_epi64(odd1, 32), 0xAA);
      x0 = _mm256_xor_si256(_mm256_xor_si256(high1, x1), _mm256_set1_epi32(static_cast<int>(k0)));
      x1 = low1;
      x2 = _mm256_xor_si256(_mm256_xor_si256(high0, x3), _mm256_set1_epi32(static_cast<int>(k1)));
      x3 = low0;
      k0 += weyl0;
      k1 += weyl1;
    }
    _mm256_store_si256(reinterpret_cast<__m256i*>(lanes.word[0] + i), x0);
    _mm256_store_si256(reinterpret_cast<__m256i*>(lanes.word[1] + i), x1);
    _mm256_store_si256(reinterpret_cast<__m256i*>(lanes.word[2] + i), x2);
    _mm256_store_si256(reinterpret_cast<__m256i*>(lanes.word[3] + i), x3);
  }
}
#endif

void philox_plain(const Lanes& lanes, const RandomStream& stream, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const RandomBlock block = stream.block(lanes.word[0][i], lanes.word[1][i], lanes.word[2][i]);
    for (std::size_t w = 0; w < block.size(); ++w) lanes.word[w][i] = block[w];
  }
}

}  // namespace

void RandomBatch::draw(const RandomStream& stream) noexcept {
  const Lanes lanes{{words_[0].data(), words_[1].data(), words_[2].data(), words_[3].data()}, stream.key()};
#if defined(__x86_64__)
  // Whole registers: what lies behind the last address is never read. A few are quicker one by one.
  constexpr std::size_t few = 4;
  if (size_ > few && __builtin_cpu_supports("avx2")) return philox_avx2(lanes, size_);
#endif
  philox_plain(lanes, stream, size_);
}

}  // namespace azoo
