// What can be read from a sheet of seminiferous epithelium: totals of the testis, counts of a segment, a
// cross section, and flows of cells. Cells are counted by germ-cell type (Species::germ_cells).
#pragma once

#include <array>    // for array
#include <cstdint>  // for int64_t, uint8_t
#include <numeric>  // for accumulate
#include <vector>   // for vector

#include "testis/compartment.hpp"  // for compartments
#include "testis/species.hpp"      // for GermCellCounts, StemCounts

namespace azoo::testis {

struct Totals {
  GermCellCounts cells{};
  StemCounts stem{};           // cells by stem type
  double sertoli_cells = 0.0;  // of active and Sertoli-only tubules
  [[nodiscard]] double stem_cells() const { return std::accumulate(stem.begin(), stem.end(), 0.0); }
};

struct SegmentCounts {
  GermCellCounts cells{};
  StemCounts stem{};           // cells by stem type
  double sertoli_cells = 0.0;  // 0 in a sclerosed segment
  [[nodiscard]] double stem_cells() const { return std::accumulate(stem.begin(), stem.end(), 0.0); }
};

// Births and deaths balance: change of committed cells = committed + divided - died - released - lost.
struct Flows {
  double committed = 0.0;                   // entered as B spermatogonia
  double divided = 0.0;                     // cells gained by divisions of committed cells
  std::array<double, compartments> died{};  // committed cells, by Compartment
  double stem_died = 0.0;                   // undifferentiated spermatogonia
  double sperm_released = 0.0;
  double lost_to_saturation = 0.0;  // cells that did not fit their count, stem cells included
};

// The same in whole cells of one segment.
struct CellFlows {
  std::int64_t committed = 0;
  std::int64_t divided = 0;
  std::array<std::int64_t, compartments> died{};
  std::int64_t stem_died = 0;
  std::int64_t sperm_released = 0;
  std::int64_t lost_to_saturation = 0;

  CellFlows& operator+=(const CellFlows& other) noexcept;
};

[[nodiscard]] Flows weighted(const CellFlows& flows, double weight) noexcept;

struct RowPhase {
  double phase = 0.0;
  double agreement = 0.0;
};

// What a labelled stem cell has become.
struct CloneSize {
  std::uint32_t clone = 0;
  int gfra1_cells = 0;
  int undifferentiated_cells = 0;
};

struct SectionSite {
  int stage = 0;                                           // index in Species::stages
  double phase = 0.0;                                      // of the cycle, 0 = start of the first stage
  std::array<std::uint16_t, max_stem_types> stem{};        // by stem type
  std::array<std::uint16_t, max_germ_cell_types> cells{};  // by germ-cell type
};

struct CrossSection {
  bool tubule = true;              // false: sclerosed, nothing to see
  std::vector<SectionSite> sites;  // one per Sertoli cell around the ring
};

}  // namespace azoo::testis
