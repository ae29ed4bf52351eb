// The epithelium of docs/decisions/0012 in the plainest way: every germ cell and every stem cell is an
// object, every site a list of cohorts, and what happens within a step stands in one queue in the order of
// time. Slow on purpose; of the fast engine it shares the species table, the readings' types and the random
// addresses of the phases at the start, so that both sheets of a pair begin in the same stages.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <queue>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "testis/acute_injury.hpp"
#include "testis/sheet_readings.hpp"
#include "testis_reference/laws.hpp"

namespace azoo::testis::reference {

enum class Start { pattern, random, uniform };

struct Shape {
  int around = 24;
  int rows = 8;
  double step_d = 1.0;
  Start start = Start::pattern;
};

struct OneCell {
  int type = 0;
  bool waits = false;  // for the division of the cohort it has joined
};

struct Cohort {
  int entry = 0;  // number of the pulse that opened it
  double opened_d = 0.0;
  double committed_d = 0.0;  // the same, or that of the first that came
  std::size_t made = 0;      // milestones passed
  int spreading_divisions = 0;
  double ripe_since_d = 0.0;
  std::vector<OneCell> cells;
};

enum class Kind { a_dark, a_pale };
struct StemCell {
  Kind kind = Kind::a_pale;
  bool sits_out = false;  // has just divided elsewhere
};

struct Site {
  double phase = 0.0;  // at the start of the step, cycles since the last pulse
  double speed = 0.0;  // cycles per day in this step
  double pulse_d = 0.0;
  bool pulses = false;  // in this step, at pulse_d
  double jitter = 0.0;
  int entries = 0;
  std::vector<Cohort> cohorts;       // oldest first
  std::vector<StemCell> stem_cells;  // man
};

struct Chain {  // a syncytium of rodents
  int site = 0;
  bool gfra1 = true;
  bool alive = true;
  int clone = 0;
  std::vector<char> cells = {'s'};
};

struct Flow {
  double committed = 0.0, divided = 0.0, stem_died = 0.0, released = 0.0;
  std::array<double, compartments> died{};
};

class Epithelium {
 public:
  Epithelium(const Species& species, const Shape& shape, const SegmentPlan& plan, std::uint64_t seed)
      : species_(species),
        shape_(shape),
        plan_(plan),
        way_(milestones(species)),
        window_(proliferation(species)),
        start_({seed, 0, 0, Stream::sheet_start}),
        stream_({seed, 0, 0, Stream::known_answer_test}),
        random_(stream_, 0, 0),
        sites_(static_cast<std::size_t>(shape.around * shape.rows)) {
    for (std::size_t m = 0; m < way_.size(); ++m) {
      if (way_[m].spreads) last_spreading_ = m;
    }
    const double cycles = species_.development_d() / species_.cycle_d;
    spermiation_phase_ = cycles - std::floor(cycles);
  }

  void settle(const SegmentConditions& conditions);
  void step(const SegmentConditions& conditions);
  void injure(const AcuteInjury& injury);
  void label();

  [[nodiscard]] const std::vector<Site>& sites() const { return sites_; }
  [[nodiscard]] const std::vector<Chain>& chains() const { return chains_; }
  [[nodiscard]] const Flow& flow() const { return flow_; }
  [[nodiscard]] double day() const { return end_d_; }
  [[nodiscard]] std::vector<SectionSite> readings() const;

 private:
  enum class What { pulse, chain, milestone, leave };
  struct Event {
    double when = 0.0;
    std::int64_t order = 0;  // among events of the same moment
    What what = What::pulse;
    int who = 0;  // site or chain
    int entry = 0;
    bool operator<(const Event& other) const {
      return when != other.when ? when > other.when : order > other.order;
    }
  };
  using Queue = std::priority_queue<Event>;
  struct Step {
    int around = 0;
    int along = 0;
  };
  // In the order of their angle.
  static constexpr std::array<Step, 6> ways = {{{1, 0}, {0, 1}, {-1, 1}, {-1, 0}, {0, -1}, {1, -1}}};

  [[nodiscard]] bool open_ends() const { return species_.pattern == StagePattern::waves; }
  [[nodiscard]] bool rodent() const { return species_.stem_scheme == StemScheme::syncytia; }
  [[nodiscard]] Site& at(int site) { return sites_[static_cast<std::size_t>(site)]; }
  [[nodiscard]] double supply() const { return plan_.stem_density_factor * conditions_.niche_mitogen_supply; }
  [[nodiscard]] bool chance(double p) { return p >= 1.0 || (p > 0.0 && random_.uniform() < p); }
  [[nodiscard]] int below(int n) { return static_cast<int>(random_.below(static_cast<std::uint32_t>(n))); }
  [[nodiscard]] int next_door(int site, const Step& way) const;
  [[nodiscard]] double phase_at(const Site& site, double when) const {
    const double passed = site.phase + site.speed * (when - begin_d_);
    return site.pulses && when >= site.pulse_d ? passed - 1.0 + site.jitter : passed;
  }
  [[nodiscard]] double common_phase(int row, double when) const {
    return wave_[static_cast<std::size_t>(row)] + when / species_.cycle_d - species_.entry_phase;
  }
  [[nodiscard]] double due_d(const Cohort& cohort) const {
    return cohort.committed_d + way_[cohort.made].age_d;
  }
  void push(Queue& queue, double when, What what, int who, int entry = 0) {
    if (when <= end_d_) queue.push({when, order_++, what, who, entry});
  }

  void start_phases();
  void start_stem_cells();
  void pull_phases(double own_per_d);
  std::vector<std::pair<double, int>> pulses();
  void open_cohort(int site, double when);
  void man_pulse(int site, double when);

  void live_chains(const std::vector<std::pair<double, int>>& pulses, double from, double to);
  [[nodiscard]] std::vector<double> mitogen_by_row() const;
  [[nodiscard]] Rates rates_of(const Chain& chain, const std::vector<double>& mitogen) const;
  void next_event(Queue& queue, int chain, double from, const std::vector<double>& mitogen);
  void happens_to(int chain, double when, const Rates& rates);
  void enter(Chain& chain, double when);
  void die(Chain& chain);

  void live_cohorts();
  void pass(Queue& queue, int site, int entry, double when);
  void place_daughter(Queue& queue, int site, Cohort& home, const OneCell& cell);
  void ripe(Queue& queue, int site, const Cohort& cohort, double from);
  void leave(Queue& queue, int site, int entry, double when);
  [[nodiscard]] bool near_spermiation(const Site& site, double when, double slack_d) const;
  void died(const OneCell& cell) {
    flow_.died[static_cast<std::size_t>(
        species_.germ_cells[static_cast<std::size_t>(cell.type)].compartment)] += 1;
  }

  Species species_;
  Shape shape_;
  SegmentPlan plan_;
  SegmentConditions conditions_;
  std::vector<Milestone> way_;
  Window window_;
  std::size_t last_spreading_ = 0;
  double spermiation_phase_ = 0.0;
  RandomStream start_;
  RandomStream stream_;
  Draws random_;
  std::vector<Site> sites_;
  std::vector<double> wave_;  // common phase of each row on day 0, where there is one
  std::vector<Chain> chains_;
  Flow flow_;
  double begin_d_ = 0.0;
  double end_d_ = 0.0;
  std::int64_t order_ = 0;
  bool stem_cells_only_ = false;
};

}  // namespace azoo::testis::reference

#include "testis_reference/cohorts.hpp"         // for the bodies of the second half
#include "testis_reference/start_and_time.hpp"  // and of the start
#include "testis_reference/stem_cells.hpp"      // for those of the stem cells
