#include "testis/phase_coupling.hpp"

namespace azoo::testis {

// No fused operations are used (-ffp-contract=off), so every instruction set gives the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
__attribute__((target_clones("avx2", "default"), optimize("O3")))
#endif
void row_pulls(const float* __restrict row, const float* __restrict next, std::size_t count,
               float* __restrict along, float* __restrict up, float* __restrict across) noexcept {
  for (std::size_t i = 0; i < count; ++i) along[i] = phase_pull(row[i + 2] - row[i + 1]);
  for (std::size_t i = 0; i < count; ++i) up[i] = phase_pull(next[i + 1] - row[i + 1]);
  for (std::size_t i = 0; i < count; ++i) across[i] = phase_pull(next[i] - row[i + 1]);
}

}  // namespace azoo::testis
