// What the spermatogonia of one site do at the pulse of the cycle: a draw of fates. Uses stem_kinetics.hpp.
#pragma once

#include <array>  // for array

#include "testis/addressed_words.hpp"  // for AddressedWords
#include "testis/species.hpp"          // for StemParameters
#include "testis/tubule_lattice.hpp"   // for hex_neighbours

namespace azoo::testis {

// Chances that are the same for all sites of a segment at a time.
struct StemChances {
  double division = 0.0;           // of an A-pale cell
  double daughter_survival = 1.0;  // of its daughters
  double mitogen_supply = 1.0;     // per Sertoli cell, constitution times conditions
};

struct StemFates {
  int a_pale = 0;                              // that stay at the site
  int a_dark = 0;                              // at the site afterwards
  std::array<int, hex_neighbours> migrated{};  // renewed daughters, by direction
  int committed = 0;                           // enter as B spermatogonia
  int births = 0;                              // divisions
  int deaths = 0;                              // of daughters
};

[[nodiscard]] StemFates draw_stem_fates(const StemParameters& stem, const StemChances& chances, int a_pale,
                                        int a_dark, double crowding, AddressedWords& words);

}  // namespace azoo::testis
