#include "testis/stem_pulse.hpp"

#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

StemFates draw_stem_fates(const StemParameters& stem, const StemChances& chances, int a_pale, int a_dark,
                          double crowding, AddressedWords& words) {
  StemFates fates;
  fates.births = words.successes(a_pale, chances.division);
  const int daughters = words.successes(2 * fates.births, chances.daughter_survival);
  fates.deaths = 2 * fates.births - daughters;
  const int renewed = words.successes(daughters, renewal_probability(stem, crowding));
  fates.committed = daughters - renewed;
  const int to_reserve = words.successes(renewed, stem.refill_fraction);
  const int activated = words.successes(a_dark, activation_probability(stem, crowding));
  const int away = words.successes(renewed - to_reserve, stem.migration_fraction);
  for (int cell = 0; cell < away; ++cell) {
    const auto direction = (static_cast<std::uint64_t>(words.word()) * hex_neighbours) >> 32;
    ++fates.migrated[direction];
  }
  fates.a_pale = a_pale - fates.births + renewed - to_reserve - away + activated;
  fates.a_dark = a_dark - activated + to_reserve;
  return fates;
}

}  // namespace azoo::testis
