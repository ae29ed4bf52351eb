// Work space of one block of the sheet while it is advanced; one a thread, kept between blocks and steps.
#pragma once

#include <array>    // for array
#include <cstdint>  // for int64_t, uint16_t, uint32_t
#include <vector>   // for vector

#include "core/random_batch.hpp"         // for RandomBatch
#include "testis/cohort_batch.hpp"       // for CohortBatch
#include "testis/sheet_moves.hpp"        // for Pulse
#include "testis/syncytia_kinetics.hpp"  // for NicheRates

namespace azoo::testis {

struct SheetScratch {
  std::vector<Pulse> pulses;
  std::vector<NicheRates> niche;   // by row of the block
  std::vector<std::uint32_t> due;  // sites of the segment
  std::vector<std::uint32_t> again;
  RandomBatch batch;
  CohortBatch passing;                         // cohorts at transitions that do not spread
  CohortBatch dividing;                        // and at those that do
  std::array<std::uint16_t, 512> daughters{};  // random bits of those of one division
  std::array<std::uint32_t, 512> there{};      // sites that they walk to
  // By transition, until the block is done.
  struct Passed {
    std::int64_t cells = 0;
    std::int64_t alive = 0;
  };
  std::array<Passed, 256> passed{};

  void count(std::size_t transition, int cells, int alive) {
    passed[transition].cells += cells;
    passed[transition].alive += alive;
  }

  void fit(std::uint32_t sites, int rows) {
    if (due.size() < sites) {
      pulses.reserve(sites);
      due.resize(sites);
      again.resize(sites);
    }
    if (niche.size() < static_cast<std::size_t>(rows)) niche.resize(static_cast<std::size_t>(rows));
  }

  [[nodiscard]] static SheetScratch& of_this_thread() {
    thread_local SheetScratch scratch;
    return scratch;
  }
};

}  // namespace azoo::testis
