// The seminiferous epithelium as sheets of sites, one Sertoli cell each: representative pieces of tubule, or
// whole tubules. Every site has a phase of the cycle and up to five cohorts of committed germ cells whose age
// is their own; the phase gates entry and spermiation only. Undifferentiated spermatogonia are counts per
// site (man: A-dark and A-pale) or individual syncytia (rodents). Random draws are addressed by site, number
// of the entry and transition, or by syncytium and event, never by step or order of work. A segment is worked
// on in blocks of rows, neighbours never at the same time, in an order that threads cannot change. Nothing is
// allocated in step() but where syncytia multiply. What holds at every step: docs/decisions/0012.
#pragma once

#include <array>     // for array
#include <cstdint>   // for uint8_t, uint64_t
#include <iosfwd>    // for istream, ostream
#include <optional>  // for optional
#include <span>      // for span
#include <string>    // for string
#include <vector>    // for vector

#include "core/random.hpp"               // for RandomStream
#include "testis/acute_injury.hpp"       // for AcuteInjury
#include "testis/addressed_words.hpp"    // for AddressedWords
#include "testis/cohort_slots.hpp"       // for Cohort, Tick
#include "testis/conditions.hpp"         // for SegmentConditions
#include "testis/segment_plan.hpp"       // for SegmentPlan
#include "testis/sheet_moves.hpp"        // for Pulse, PhaseMove, SlotUntil, Division, Joining
#include "testis/sheet_readings.hpp"     // for Totals, SegmentCounts, CrossSection, Flows
#include "testis/species.hpp"            // for Species
#include "testis/spread_kernel.hpp"      // for SpreadKernel
#include "testis/stem_pulse.hpp"         // for StemChances
#include "testis/survival_table.hpp"     // for SurvivalTable
#include "testis/syncytia_kinetics.hpp"  // for DivisionWindow
#include "testis/syncytium.hpp"          // for Syncytium
#include "testis/transition_chain.hpp"   // for TransitionChain
#include "testis/tubule_lattice.hpp"     // for TubuleLattice
#include "testis/wave_field.hpp"         // for WaveField, TubulePiece, WaveKinetics

namespace azoo::testis {

// Phases at the start: the species' pattern of patches or waves, no order at all, or one phase in a tubule.
enum class StartPhases { pattern, random, uniform };

struct SheetShape {
  int sites_around = 24;
  int sites_along = 8;
  double step_d = 1.0;  // a whole number of 1/512 d, at most 1 d
  StartPhases start = StartPhases::pattern;
  // Whole tubules with waves, one piece a segment: the sites follow the common phase of their stretch.
  std::vector<TubulePiece> pieces = {};
  WaveKinetics waves = {};
};

// Work space of one block while it is advanced.
struct SheetScratch;

class Sheet {
 public:
  // Throws std::invalid_argument on an impossible shape, step or plan. `side` is 0 or 1.
  Sheet(const Species& species, const SheetShape& shape, std::vector<SegmentPlan> plans, std::uint64_t seed,
        std::uint64_t replicate, std::uint64_t participant, std::uint32_t side);

  // Draws a state of equilibrium under these conditions (one per segment): undifferentiated spermatogonia
  // live through ten cycles, in the last of which germ cells develop to spermiation. Day becomes 0.
  void settle(std::span<const SegmentConditions> conditions, unsigned threads = 1);
  // One step of step_d under these conditions (one per segment), on at most `threads` threads (0: all cores).
  void step(std::span<const SegmentConditions> conditions, unsigned threads = 1);

  // Days since settle.
  [[nodiscard]] double day() const { return static_cast<double>(ticks_) / ticks_per_d; }
  [[nodiscard]] double step_d() const { return static_cast<double>(step_ticks_) / ticks_per_d; }
  [[nodiscard]] int segments() const { return static_cast<int>(plans_.size()); }
  [[nodiscard]] int rows(int segment) const;
  [[nodiscard]] int sites_around() const { return shape_.sites_around; }
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
  // The ring of sites at a row along the segment, 0 .. rows-1.
  [[nodiscard]] CrossSection cross_section(int segment, int row) const;
  // Mean phase of the sites of a row, 0 .. 1 from the start of the first stage, and how well they agree
  // (length of the mean of unit vectors, 1: all alike). NaN where there is no germ line.
  [[nodiscard]] RowPhase row_phase(int segment, int row) const;

  // Marks every GFRa1+ syncytium as the founder of a clone of its own, by number from 1; species with
  // syncytia.
  void label_stem_cells();
  // Clones that still have undifferentiated spermatogonia.
  [[nodiscard]] std::vector<CloneSize> clones() const;
  // Losses of GFRa1+ cells by differentiation and death since settle, cells.
  [[nodiscard]] double stem_cells_lost_since_settle() const;

  // Times that a count did not fit its byte; the cells lost so are in Flows::lost_to_saturation.
  [[nodiscard]] std::uint64_t saturated() const;
  // Cohorts whose slot was needed before they had left; their cells count as spermatid deaths.
  [[nodiscard]] std::uint64_t overrun() const;
  [[nodiscard]] double bytes_per_site() const;

  // From the next step on: multiplies the survival of the passage through each germ-cell type, in every
  // segment. All 1 at the start; values >= 0.
  void set_survival_factors(const GermCellCounts& factors);

  // Kills cells of one segment, or of all, at once. Repeated calls draw anew.
  void injure(int segment, const AcuteInjury& injury);
  void injure_all(const AcuteInjury& injury, unsigned threads = 1);

  // The whole state, for a sheet made by the same constructor call (the step may differ). Throws
  // std::runtime_error when the stream fails or holds another sheet's state.
  void save(std::ostream& out) const;
  void load(std::istream& in);

 private:
  friend struct SheetScratch;
  // One segment with a germ line: where its sites lie and what all its sites share.
  struct Segment {
    int index = 0;  // among all segments
    TubuleLattice lattice;
    std::size_t first = 0;      // place of its first site
    std::size_t first_row = 0;  // place of its first row
    std::uint32_t agent = 0;    // random address of its first site
    std::size_t first_block = 0;
    std::size_t blocks = 0;
    SegmentConditions conditions;
    std::vector<double> survival;  // of each transition under these conditions
    SurvivalTable table;
    StemChances stem;           // A-dark and A-pale
    double mitogen_supply = 1;  // syncytia
  };
  // Rows of one segment that are worked on together; counts are those of what happened here.
  struct Block {
    std::size_t segment = 0;
    int first_row = 0;
    int rows = 0;
    std::size_t first = 0;         // place of its first site
    std::uint32_t first_site = 0;  // of its segment
    std::uint32_t sites = 0;
    int turn = 0;  // blocks of one turn have no common border
    std::array<std::int64_t, max_germ_cell_types> cells{};
    std::array<std::int64_t, max_stem_types> stem{};
    CellFlows step;
    CellFlows since_settle;
    std::int64_t stem_lost = 0;  // GFRa1+ cells differentiated or dead since settle
    std::uint64_t saturated = 0;
    std::uint64_t overrun = 0;
    std::vector<Syncytium> syncytia;
    std::array<std::vector<Syncytium>, 2> arrivals;  // from the block before and the block behind
  };
  enum class Living { stem_cells, all };

  void make_segments(std::uint32_t side);
  void make_blocks(Segment& segment);
  void check_conditions(std::span<const SegmentConditions> conditions) const;
  void set_conditions(Segment& segment, const SegmentConditions& conditions);
  void follow(std::span<const SegmentConditions> conditions);
  [[nodiscard]] const Segment* active(int segment) const;
  template <class Visit>
  void for_blocks(int segment, Visit visit) const;

  // One step (sheet_step.cpp).
  void live_one_step(Living living, unsigned threads);
  void begin_step(Block& block, Living living);
  void advance(Block& block, Living living);

  // Phases (sheet_phase.cpp, sheet_start.cpp).
  void start_phases(Segment& segment);
  void start_patches(const Segment& segment);
  void draw_waves(const Segment& segment);
  // New phases of the block into new_phase_: own pace, the pull of the neighbours and, where pulses are asked
  // for, of the common phase; pulses are added.
  void move_phases(Block& block, const PhaseMove& move, std::vector<Pulse>* pulses);
  // Common phase of a row since the pulse: from the field of its tubule, in a piece from its wave that moves
  // on.
  [[nodiscard]] bool has_common_phase() const { return field_.has_value() || !wave_of_row_.empty(); }
  [[nodiscard]] float common_phase(const Segment& segment, int row) const;
  void start_from_common(const Segment& segment);
  void find_pulses(const Segment& segment, std::uint32_t first_site, std::vector<Pulse>& pulses);
  void jitter(const Block& block, SheetScratch& scratch);
  // Ticks from the last pulse of a site to the end of the step, while less than 64 d.
  [[nodiscard]] int since_pulse(std::size_t place) const { return ticks_between(pulse_[place], now_); }
  [[nodiscard]] bool has_pulsed(std::size_t place) const {
    return static_cast<std::int64_t>(since_pulse(place)) < step_ticks_;
  }
  void forget_pulses(std::size_t first, std::size_t sites);

  // Entry at the pulse (sheet_entry.cpp).
  void open_cohort(Block& block, std::uint32_t site, int overshoot_ticks);
  void put_pulses_in_order(const Block& block, SheetScratch& scratch) const;
  void stem_pulse(Block& block, const Pulse& pulse, Living living);
  void migrate(Block& block, const Pulse& pulse, const std::array<int, hex_neighbours>& migrants);
  [[nodiscard]] bool pulse_is_near(std::size_t place, int overshoot_ticks) const;
  [[nodiscard]] double crowding_at(const Segment& segment, std::uint32_t site) const;

  // Syncytia (sheet_syncytia.cpp).
  void count_gfra1(const Block& block);
  void live_syncytia(Block& block, SheetScratch& scratch, Living living);
  // Takes one syncytium to a day; false when it has left the block or is no more.
  bool live(Block& block, SheetScratch& scratch, Syncytium& syncytium, double until_d, Living living);
  [[nodiscard]] int niche_half_rows() const;
  [[nodiscard]] RandomBlock next_words(Syncytium& syncytium) const;
  void be_born(Syncytium& syncytium) const;
  [[nodiscard]] double coming_pulse_d(std::size_t place, double after_d) const;
  void share_mitogen(const Block& block, SheetScratch& scratch) const;
  [[nodiscard]] double total_rate(const Syncytium& syncytium, const SyncytiumRates& rates) const;
  bool happen(Block& block, Syncytium& syncytium, const SyncytiumRates& rates, const RandomBlock& words,
              double phase);
  void break_off(Block& block, Syncytium& syncytium, int part, const RandomBlock& words);
  bool move(Block& block, Syncytium& syncytium, std::uint32_t word);
  void enter(Block& block, const Syncytium& syncytium, const RandomBlock& words);

  // Cohorts (sheet_cohorts.cpp, sheet_spreading.cpp, sheet_spermiation.cpp).
  void run_due_transitions(Block& block, SheetScratch& scratch);
  void run_transitions_until(Block& block, SheetScratch& scratch, Tick until);
  void run_list(Block& block, SheetScratch& scratch, SlotUntil of, std::size_t count);
  void pass_all(Block& block, SheetScratch& scratch, std::size_t slot);
  void divide_all(Block& block, SheetScratch& scratch, std::size_t slot);
  int survivors(Segment& segment, const Cohort& cohort, std::uint32_t word, CohortPlace of);
  int survivors_of_many(const Segment& segment, const Cohort& cohort, CohortPlace of);
  void pass_empty(std::size_t place, Cohort& cohort);
  void add_up(Block& block, SheetScratch& scratch) const;
  void spread(Block& block, SheetScratch& scratch, const Division& division, int alive);
  bool join(Block& block, std::size_t place, const Joining& joining);
  void walk(const Segment& segment, SheetScratch& scratch, const Division& division, int daughters) const;
  void wait_for_spermiation(Block& block, std::size_t place, Cohort& cohort);
  void rest(Cohort& cohort) const;
  [[nodiscard]] double phase_ago(std::size_t place, double ticks) const;
  void leave(Block& block, Cohort& cohort, bool released);
  // A count is a byte: returns what fits, or takes what does not off the block's cells of a type.
  static constexpr int most_cells = 255;
  int store(Block& block, std::uint8_t& count, int cells);
  void put(Block& block, std::uint8_t& count, int cells, std::size_t type);
  void lose(Block& block, int cells, std::size_t type);
  static constexpr int wait_parts = 128;
  [[nodiscard]] int done() const { return static_cast<int>(chain_.size()) + wait_parts + 1; }
  [[nodiscard]] Cohort& newest_cohort(std::size_t place) {
    return cohorts_[entry_[place] % cohort_slots][place];
  }
  [[nodiscard]] std::uint32_t entry_number(std::size_t place, std::size_t slot) const;

  [[nodiscard]] std::size_t type_waiting(std::size_t place) const;
  void read_site(std::size_t place, SectionSite& site) const;
  void injure_block(Block& block, const AcuteInjury& injury, std::uint32_t number);

  // Settling (sheet_settle.cpp).
  void clear(Segment& segment);
  void start_stem_cells(Segment& segment);
  void start_syncytia(Segment& segment);

  Species species_;
  TransitionChain chain_;
  SpreadKernel kernel_;
  DivisionWindow window_;
  SheetShape shape_;
  std::vector<SegmentPlan> plans_;
  std::vector<Segment> segments_;  // active ones with stem cells
  std::vector<Block> blocks_;
  std::array<std::vector<std::size_t>, 3> turns_;  // blocks by turn
  std::vector<int> active_of_;                     // segment -> place in segments_, -1: none
  std::vector<int> type_of_next_;                  // germ-cell type of a cohort by its next transition
  RandomStream start_stream_;
  RandomStream stem_stream_;
  RandomStream spreading_stream_;
  RandomStream survival_stream_;
  RandomStream injury_stream_;
  double spermiation_phase_ = 0.0;  // cycles after entry, 0 .. 1
  int spread_gap_ticks_ = 0;
  int longest_part_ticks_ = 0;  // of a step, for transitions
  int window_ticks_ = 0;
  int wait_ticks_ = 0;

  // State, structure of arrays: place = Segment::first + site; cohorts slot by slot.
  std::vector<float> phase_;      // cycles since the last pulse
  std::vector<float> new_phase_;  // at the end of the step that is being made
  std::vector<Tick> pulse_;       // time of the last pulse; needed within the step only
  std::vector<std::uint8_t> a_pale_;
  std::vector<std::uint8_t> newcomers_;  // A-pale among them that have just divided elsewhere
  std::vector<std::uint8_t> a_dark_;
  std::vector<std::uint8_t> inbox_;   // daughters of neighbours that wait for this site's division
  std::vector<std::uint16_t> entry_;  // number of entries so far; the newest is in slot entry % 5
  std::array<std::vector<Cohort>, cohort_slots> cohorts_;
  std::optional<WaveField> field_;
  std::vector<double> wave_of_row_;  // pieces with waves: common phase of each row on day 0
  std::vector<float> gfra1_of_row_;  // GFRa1+ cells of each row at the start of the step

  GermCellCounts survival_factors_{};  // by germ-cell type, from outside
  std::int64_t ticks_ = 0;             // since settle
  std::int64_t step_ticks_ = ticks_per_d;
  Tick now_ = 0;  // the same, modulo 128 d
  std::uint32_t injuries_ = 0;
};

}  // namespace azoo::testis
