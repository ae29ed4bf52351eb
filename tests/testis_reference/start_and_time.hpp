// The reference epithelium: start, phases and the order of a step. See epithelium.hpp.
#pragma once

#include "testis_reference/epithelium.hpp"
// The closed-form content of man is where his stem cells begin; ten cycles of settling follow.
#include "testis/expected_content.hpp"

namespace azoo::testis::reference {

// A row beyond an open end is reflected, else the ring closes.
inline int Epithelium::next_door(int site, const Step& way) const {
  const int x = (site % shape_.around + way.around + shape_.around) % shape_.around;
  int row = site / shape_.around + way.along;
  if (!open_ends()) return (row + shape_.rows) % shape_.rows * shape_.around + x;
  if (row < 0) row = -row;
  if (row >= shape_.rows) row = 2 * (shape_.rows - 1) - row;
  return row * shape_.around + x;
}

inline void Epithelium::start_phases() {
  const auto part = [](double phase) { return phase - std::floor(phase); };
  Draws draws(start_, 0, 0);
  if (shape_.start == Start::uniform) {
    const double one = draws.uniform();
    for (Site& site : sites_) site.phase = part(one);
  } else if (shape_.start == Start::random) {
    for (std::size_t s = 0; s < sites_.size(); ++s) {
      sites_[s].phase = Draws(start_, static_cast<std::uint32_t>(s), 1U << 21).uniform();
    }
  } else if (open_ends()) {
    // Waves, one behind the other; the phase falls along each by a whole cycle.
    const double rows_per_mm = species_.geometry.rows_per_mm(species_.sertoli_cells_per_testis);
    double phase = Draws(start_, 0, 1U << 22).uniform();
    double per_row = 0.0;
    for (int row = 0, left = 0; row < shape_.rows; ++row, --left) {
      if (left == 0) {
        const double length_mm = species_.wave_length_mm + species_.wave_length_sd_mm * draws.normal();
        const double rows = std::max(0.15 * species_.wave_length_mm, length_mm) * rows_per_mm;
        left = std::max(1, static_cast<int>(std::lround(rows)));
        per_row = 1.0 / left;
      }
      phase -= per_row;
      wave_.push_back(phase);
      for (int x = 0; x < shape_.around; ++x)
        at(row * shape_.around + x).phase = part(common_phase(row, end_d_));
    }
  } else {
    // Patches: each site has the phase of the nearest of some random centres; 48 days of pull round the
    // edges.
    struct Centre {
      int site;
      double phase;
    };
    std::vector<Centre> centres;
    const auto sites = static_cast<double>(sites_.size());
    const auto number =
        std::clamp(std::lround(sites / species_.patch_sertoli_cells), 1L, static_cast<long>(sites_.size()));
    for (long c = 0; c < number; ++c) {
      const auto site = static_cast<int>(draws.below(static_cast<std::uint32_t>(sites_.size())));
      centres.push_back({site, draws.uniform()});
    }
    for (int s = 0; s < static_cast<int>(sites_.size()); ++s) {
      int nearest = 1 << 30;
      for (const Centre& centre : centres) {
        for (int turn = 0; turn < 9; ++turn) {
          const int dx = s % shape_.around - centre.site % shape_.around + (turn % 3 - 1) * shape_.around;
          const int dy = s / shape_.around - centre.site / shape_.around + (turn / 3 - 1) * shape_.rows;
          const int distance = (std::abs(dx) + std::abs(dy) + std::abs(dx + dy)) / 2;
          if (distance >= nearest) continue;
          nearest = distance;
          at(s).phase = centre.phase;
        }
      }
    }
    for (int round = 0; round < 12; ++round) {
      pull_phases(0.0);
      for (Site& site : sites_) site.phase = part(site.phase + 4.0 * site.speed);
    }
  }
}

// Speeds of all sites, from the phases at the start of the step; a piece of a wave that was cut from a tubule
// follows that wave, which moves on at the pace of the cycle.
inline void Epithelium::pull_phases(double own_per_d) {
  for (int s = 0; s < static_cast<int>(sites_.size()); ++s) {
    double sum = 0.0;
    for (const Step& way : ways) {
      const int row = s / shape_.around + way.along;
      if (open_ends() && (row < 0 || row >= shape_.rows)) continue;
      sum += pull(at(next_door(s, way)).phase - at(s).phase);
    }
    at(s).speed = own_per_d + species_.phase_coupling_per_d * sum;
    if (wave_.empty()) continue;
    // Where neighbours alone would take the site in this step, and from there towards the common phase.
    const double alone = at(s).phase + at(s).speed * shape_.step_d;
    const double share = 1.0 - std::exp(-species_.common_phase_pull_per_d * shape_.step_d);
    at(s).speed += share * pull(common_phase(s / shape_.around, end_d_) - alone) / shape_.step_d;
  }
}

// Sites whose phase reaches 1 in this step, in the order of time.
inline std::vector<std::pair<double, int>> Epithelium::pulses() {
  std::vector<std::pair<double, int>> found;
  for (int s = 0; s < static_cast<int>(sites_.size()); ++s) {
    Site& site = at(s);
    site.pulses = site.phase + site.speed * shape_.step_d >= 1.0;
    if (!site.pulses) continue;
    site.pulse_d = begin_d_ + (1.0 - site.phase) / site.speed;
    site.jitter = -2.0;
    for (int i = 0; i < 4; ++i) site.jitter += random_.uniform();
    // Variance of the sum of four uniform numbers: 1/3.
    site.jitter *= std::sqrt(3.0) * species_.cycle_jitter_d / species_.cycle_d;
    site.jitter = std::clamp(site.jitter, -0.25, 0.25);
    found.emplace_back(site.pulse_d, s);
  }
  std::sort(found.begin(), found.end());
  return found;
}

inline void Epithelium::step(const SegmentConditions& conditions) {
  conditions_ = conditions;
  begin_d_ = end_d_;
  end_d_ = begin_d_ + shape_.step_d;
  pull_phases(1.0 / species_.cycle_d);
  const auto due = pulses();
  if (rodent()) {
    for (const auto& [when, site] : due) open_cohort(site, when);
    constexpr double longest_d = 0.25;  // for which the mitogen is kept
    const int parts = static_cast<int>(std::ceil(shape_.step_d / longest_d));
    for (int p = 0; p < parts; ++p) {
      const double part_d = shape_.step_d / parts;
      live_chains(due, begin_d_ + p * part_d, p + 1 == parts ? end_d_ : begin_d_ + (p + 1) * part_d);
    }
  } else {
    for (const auto& [when, site] : due) {
      open_cohort(site, when);
      man_pulse(site, when);
    }
  }
  if (!stem_cells_only_) live_cohorts();
  for (Site& site : sites_) {
    site.phase = phase_at(site, end_d_);
    site.pulses = false;
  }
}

inline void Epithelium::settle(const SegmentConditions& conditions) {
  conditions_ = conditions;
  const auto steps = [&](double days) { return static_cast<int>(std::ceil(days / shape_.step_d)); };
  const int with_cohorts = steps(species_.development_d() + species_.germ_line.spermiation_wait_d);
  const int all = std::max(with_cohorts, steps((rodent() ? 6.0 : 10.0) * species_.cycle_d));
  end_d_ = -all * shape_.step_d;
  start_phases();
  start_stem_cells();
  for (int left = all; left > 0; --left) {
    stem_cells_only_ = left > with_cohorts;
    step(conditions);
  }
  flow_ = {};
}

inline void Epithelium::start_stem_cells() {
  if (rodent()) {
    for (int s = 0; s < static_cast<int>(sites_.size()); ++s) {
      for (auto n = random_.poisson(species_.syncytia.gfra1_at_balance * supply()); n > 0; --n) {
        chains_.push_back({.site = s, .cells = {'s'}});
      }
    }
    return;
  }
  const ExpectedContent expected = expected_content(species_, plan_, conditions_);
  for (Site& site : sites_) {
    for (auto n = random_.poisson(expected.a_pale); n > 0; --n) site.stem_cells.push_back({Kind::a_pale});
    for (auto n = random_.poisson(expected.a_dark); n > 0; --n) site.stem_cells.push_back({Kind::a_dark});
  }
}

inline void Epithelium::injure(const AcuteInjury& injury) {
  for (Site& site : sites_) {
    std::erase_if(site.stem_cells, [&](const StemCell& cell) {
      return !chance(injury.stem_survival[cell.kind == Kind::a_dark ? 0 : 1]);
    });
    for (Cohort& cohort : site.cohorts) {
      std::erase_if(cohort.cells, [&](const OneCell& cell) {
        if (chance(injury.survival[static_cast<std::size_t>(cell.type)])) return false;
        died(cell);
        return true;
      });
    }
  }
  for (Chain& chain : chains_) {
    const std::size_t size = chain.cells.size() == 1 ? 0U : chain.cells.size() == 2 ? 1U : 2U;
    if (!chance(injury.stem_survival[size + (chain.gfra1 ? 0U : 3U)])) die(chain);
  }
  std::erase_if(chains_, [](const Chain& chain) { return !chain.alive; });
}

inline void Epithelium::label() {
  int number = 0;
  for (Chain& chain : chains_) chain.clone = chain.gfra1 ? ++number : 0;
}

inline std::vector<SectionSite> Epithelium::readings() const {
  std::vector<SectionSite> read(sites_.size());
  for (std::size_t s = 0; s < sites_.size(); ++s) {
    const double phase = sites_[s].phase + species_.entry_phase;
    read[s].phase = phase - std::floor(phase);
    for (const StemCell& cell : sites_[s].stem_cells) ++read[s].stem[cell.kind == Kind::a_dark ? 0 : 1];
    for (const Cohort& cohort : sites_[s].cohorts) {
      for (const OneCell& cell : cohort.cells) ++read[s].cells[static_cast<std::size_t>(cell.type)];
    }
  }
  for (const Chain& chain : chains_) {
    const std::size_t size = chain.cells.size() == 1 ? 0U : chain.cells.size() == 2 ? 1U : 2U;
    auto& count = read[static_cast<std::size_t>(chain.site)].stem[size + (chain.gfra1 ? 0U : 3U)];
    count = static_cast<std::uint16_t>(count + chain.cells.size());
  }
  return read;
}

}  // namespace azoo::testis::reference
