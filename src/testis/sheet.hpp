// The seminiferous epithelium as a sheet of sites, one Sertoli cell each, in independent periodic segments.
// Every site has a phase of the cycle, A-dark and A-pale spermatogonia and up to five cohorts of committed
// germ cells whose age is their own. The phase gates entry and spermiation only. Random draws are addressed
// by site, number of the entry and transition, never by step or order of work. Single thread; no allocation
// in step(). Uses species, transition_chain, hex_lattice, stem_pulse; random streams of core.
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint8_t, uint64_t
#include <span>     // for span
#include <string>   // for string
#include <vector>   // for vector

#include "core/random.hpp"                 // for RandomStream
#include "testis/acute_injury.hpp"         // for AcuteInjury
#include "testis/addressed_words.hpp"      // for AddressedWords
#include "testis/cohort_slots.hpp"         // for cohort_slots, Tick
#include "testis/conditions.hpp"           // for SegmentConditions
#include "testis/correlated_survival.hpp"  // for CorrelatedSurvival
#include "testis/hex_lattice.hpp"          // for HexLattice
#include "testis/segment_plan.hpp"         // for SegmentPlan
#include "testis/sheet_readings.hpp"       // for Totals, SegmentCounts, CrossSection, Flows
#include "testis/species.hpp"              // for Species
#include "testis/stem_pulse.hpp"           // for StemChances
#include "testis/transition_chain.hpp"     // for TransitionChain

namespace azoo::testis {

struct SheetShape {
  int sites_around = 24;
  int sites_along = 8;
  double step_d = 1.0;  // a whole number of 1/512 d, at most 1 d
};

class Sheet {
 public:
  // Throws std::invalid_argument on an impossible shape, step or plan. `side` is 0 or 1.
  Sheet(const Species& species, const SheetShape& shape, std::vector<SegmentPlan> plans, std::uint64_t seed,
        std::uint64_t replicate, std::uint64_t participant, std::uint32_t side);

  // Draws a state of equilibrium under these conditions (one per segment): the stem cells live through ten
  // cycles, the cohorts of the last five are taken through the chain to their present age. Day becomes 0.
  void settle(std::span<const SegmentConditions> conditions);
  // One step of step_d under these conditions (one per segment).
  void step(std::span<const SegmentConditions> conditions);

  // Days since settle.
  [[nodiscard]] double day() const { return static_cast<double>(step_count_ * step_ticks_) / ticks_per_d; }
  [[nodiscard]] double step_d() const { return static_cast<double>(step_ticks_) / ticks_per_d; }
  [[nodiscard]] int segments() const { return static_cast<int>(plans_.size()); }
  [[nodiscard]] const SegmentPlan& plan(int segment) const;
  [[nodiscard]] const Species& species() const { return species_; }

  // Weighted to the whole testis.
  [[nodiscard]] Totals totals() const;
  [[nodiscard]] Flows flows_last_step() const;
  [[nodiscard]] double sperm_released_last_step() const { return flows_last_step().sperm_released; }
  // One segment, unweighted, for exposure, biopsy and pictures.
  [[nodiscard]] SegmentCounts counts(int segment) const;
  [[nodiscard]] Flows segment_flows_last_step(int segment) const;
  // Since settle: cells of one segment, whole numbers.
  [[nodiscard]] Flows segment_flows_since_settle(int segment) const;
  // The ring of sites at a row along the segment, 0 .. sites_along-1.
  [[nodiscard]] CrossSection cross_section(int segment, int row) const;

  // Times that a count did not fit its byte; the cells lost so are in Flows::lost_to_saturation.
  [[nodiscard]] std::uint64_t saturated() const { return saturated_; }
  // Cohorts whose slot was needed before they had left; their cells count as spermatid deaths.
  [[nodiscard]] std::uint64_t overrun() const { return overrun_; }
  [[nodiscard]] double bytes_per_site() const;

  // From the next step on: multiplies the survival of the passage through each germ-cell type, in every
  // segment. All 1 at the start; values >= 0.
  void set_survival_factors(const GermCellCounts& factors);

  // Kills cells of one segment at once. Repeated calls draw anew.
  void injure(int segment, const AcuteInjury& injury);

 private:
  struct Pulse {
    std::uint16_t site;
    int overshoot_ticks;  // since the pulse
  };
  // One active segment: where its sites lie and what all its sites share.
  struct Segment {
    int index = 0;            // among all segments
    std::size_t first = 0;    // place of its first site
    std::uint32_t agent = 0;  // random address of its first site
    SegmentConditions conditions;
    std::vector<double> survival;  // of each transition under these conditions
    StemChances stem;
    std::array<std::int64_t, max_germ_cell_types> cells{};
    std::int64_t a_dark = 0;
    std::int64_t a_pale = 0;
    CellFlows step;
    CellFlows since_settle;
  };

  void check_conditions(std::span<const SegmentConditions> conditions) const;
  void set_conditions(Segment& segment, const SegmentConditions& conditions);
  [[nodiscard]] const Segment* active(int segment) const;

  // Phases (sheet_phase.cpp).
  void start_phases(const Segment& segment);
  // New phases of the segment into new_phase_: own pace and the pull of the neighbours over step_d.
  void couple_phases(const Segment& segment, double step_d, double own_pace_per_d);
  void advance_phases(Segment& segment);
  void recount(Segment& segment);

  // Cohorts (sheet_cohorts.cpp).
  void pulse(Segment& segment, int site, int overshoot_ticks, bool jitter);
  void run_due_transitions(Segment& segment);
  void transit(Segment& segment, int site, int slot, int late_ticks);
  int survivors_of(const Segment& segment, int site, int slot, const Transition& transition, int cells);
  void spread(Segment& segment, int site, int slot, int daughters);
  void ripen(Segment& segment, int site, int slot, int late_ticks);
  void leave(Segment& segment, std::size_t place, int slot, bool released);
  int store(Segment& segment, std::uint8_t& count, int cells);
  void migrate(Segment& segment, int site, const std::array<int, hex_neighbours>& migrants);
  [[nodiscard]] double crowding_at(const Segment& segment, int site) const;
  [[nodiscard]] int done() const { return static_cast<int>(chain_.size()) + 2; }
  [[nodiscard]] std::uint32_t entry_number(std::size_t place, int slot) const;
  [[nodiscard]] Tick committed_at(std::size_t place, std::size_t slot) const;

  // Settling (sheet_settle.cpp).
  void clear(const Segment& segment);
  void start_stem_cells(Segment& segment);
  void settle_segment(Segment& segment);
  void bring_to_age(Segment& segment, int site, int cycles_ago, bool before_spreading);

  Species species_;
  TransitionChain chain_;
  HexLattice lattice_;
  std::vector<SegmentPlan> plans_;
  std::vector<Segment> segments_;        // active ones with stem cells
  std::vector<int> active_of_;           // segment -> place in segments_, -1: none
  std::vector<int> type_of_next_;        // germ-cell type of a cohort by its next transition
  std::vector<int> age_of_next_;         // age in ticks at the next transition
  std::array<RandomStream, 5> streams_;  // start, stem fate, spreading, survival, release
  CorrelatedSurvival clone_survival_;
  double spermiation_phase_ = 0.0;  // cycles after entry, 0 .. 1
  int spread_gap_ticks_ = 0;
  int window_ticks_ = 0;
  int wait_ticks_ = 0;

  // State, structure of arrays: place = Segment::first + site; cohorts slot by slot.
  std::vector<float> phase_;  // cycles since the last pulse
  std::vector<std::uint8_t> a_pale_;
  std::vector<std::uint8_t> newcomers_;  // A-pale among them that have just divided elsewhere
  std::vector<std::uint8_t> a_dark_;
  std::vector<std::uint8_t> inbox_;   // daughters of neighbours that wait for this site's division
  std::vector<std::uint16_t> entry_;  // number of entries so far; the newest is in slot entry % 5
  std::array<std::vector<Tick>, cohort_slots> due_;           // time of the next transition
  std::array<std::vector<std::uint8_t>, cohort_slots> next_;  // next transition
  std::array<std::vector<std::uint8_t>, cohort_slots> cells_;

  GermCellCounts survival_factors_{};  // by germ-cell type, from outside
  std::int64_t step_count_ = 0;
  std::int64_t step_ticks_ = ticks_per_d;
  Tick now_ = 0;
  std::uint32_t injuries_ = 0;
  std::uint64_t saturated_ = 0;
  std::uint64_t overrun_ = 0;
  std::vector<float> new_phase_;  // scratch of one segment
  std::vector<Pulse> pulses_;
};

}  // namespace azoo::testis
