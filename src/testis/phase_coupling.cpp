#include "testis/phase_coupling.hpp"

#include <cstdint>  // for int32_t
#include <cstring>  // for memcpy

namespace azoo::testis {

namespace {

// Eight phases at a time, in whatever registers the processor has.
using Phases = float __attribute__((vector_size(32)));
using Whole = std::int32_t __attribute__((vector_size(32)));
constexpr std::size_t lanes = sizeof(Phases) / sizeof(float);
static_assert(phase_lanes % lanes == 0);

inline Phases load(const float* from) noexcept {
  Phases phases;
  std::memcpy(&phases, from, sizeof phases);
  return phases;
}

// a (1 - 2 |a|) of the nearest a.
inline Phases pull(Phases ahead) noexcept {
  ahead = ahead > 0.5F ? ahead - 1.0F : ahead;
  ahead = ahead < -0.5F ? ahead + 1.0F : ahead;
  const Phases size = ahead < 0.0F ? -ahead : ahead;
  return ahead * (1.0F - 2.0F * size);
}

}  // namespace

// No fused operations are used (-ffp-contract=off), so every instruction set gives the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
__attribute__((target_clones("avx2", "default")))
#endif
int move_row(const float* before, const float* here, const float* next, std::size_t count, const RowPull& p,
             float* after) noexcept {
  const RowPull strength = p;
  Whole reached{};
  for (std::size_t i = 0; i < count; i += lanes) {
    const Phases phase = load(here + i + 1);
    const Phases along = pull(load(here + i) - phase) + pull(load(here + i + 2) - phase);
    const Phases back = pull(load(before + i + 1) - phase) + pull(load(before + i + 2) - phase);
    const Phases on = pull(load(next + i) - phase) + pull(load(next + i + 1) - phase);
    const Phases gain = along + strength.from_before * back + strength.from_next * on;
    const Phases alone = phase + strength.own + strength.neighbours * gain;
    const Phases behind = strength.common - (alone < 1.0F ? alone : alone - 1.0F);
    const Phases moved = alone + strength.to_common * pull(behind);
    std::memcpy(after + i, &moved, sizeof moved);
    reached += moved >= 1.0F;  // -1 where it has
  }
  int sum = 0;
  for (std::size_t lane = 0; lane < lanes; ++lane) sum -= reached[lane];
  return sum;
}

}  // namespace azoo::testis
