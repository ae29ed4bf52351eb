// A syncytium of undifferentiated spermatogonia: cells joined by bridges after incomplete divisions (As, Apr,
// Aal). GFRa1+ syncytia are the stem-cell pool (Hara 2014, doi:10.1016/j.stem.2014.01.019), NGN3+ ones are
// primed for retinoic acid.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for uint8_t, uint16_t, uint32_t, uint64_t

namespace azoo::testis {

enum class SyncytiumState : std::uint8_t { gfra1, ngn3 };

struct Syncytium {
  std::uint64_t id = 0;      // with `events` it addresses every draw
  double lived_until_d = 0;  // day to which it has been taken
  double patience = 0;       // what its rates, summed over time, must reach for the next event
  std::uint32_t site = 0;    // of its segment
  std::uint32_t clone = 0;   // label, 0: none
  std::uint32_t events = 0;
  std::uint8_t cells = 1;
  SyncytiumState state = SyncytiumState::gfra1;
  std::uint16_t unused = 0;  // so that a saved state holds no bytes that nobody has set
};

// As, Apr, Aal.
[[nodiscard]] constexpr std::size_t size_class(int cells) noexcept {
  return cells == 1 ? 0U : cells == 2 ? 1U : 2U;
}
// Index in Species::stem_types.
[[nodiscard]] constexpr std::size_t stem_type(const Syncytium& s) noexcept {
  return size_class(s.cells) + (s.state == SyncytiumState::gfra1 ? 0U : 3U);
}

}  // namespace azoo::testis
