// Phases of the seminiferous cycle: stage patches at the start, a weak pull towards the neighbours, pulses.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "testis/sheet.hpp"

namespace azoo::testis {

namespace {

// Steps between two sites on the periodic lattice (axial coordinates).
int torus_distance(int around, int along, const HexLattice& lattice) {
  int best = std::numeric_limits<int>::max();
  for (int i = -1; i <= 1; ++i) {
    for (int j = -1; j <= 1; ++j) {
      const int dx = around + i * lattice.sites_around();
      const int dy = along + j * lattice.sites_along();
      best = std::min(best, (std::abs(dx) + std::abs(dy) + std::abs(dx + dy)) / 2);
    }
  }
  return best;
}

// Pull of a neighbour that is `ahead` cycles ahead: odd, periodic, slope one at zero, nothing at half a cycle
// (the shape of Kuramoto's sine at the cost of a parabola).
float pull(float ahead) noexcept {
  ahead = ahead > 0.5F ? ahead - 1.0F : ahead;
  ahead = ahead < -0.5F ? ahead + 1.0F : ahead;
  return ahead * (1.0F - 2.0F * std::fabs(ahead));
}

constexpr double relaxation_step_d = 4.0;
constexpr int relaxation_steps = 12;

}  // namespace

// Patches in man: random centres, each site in the patch of the nearest, one random phase a patch; then the
// coupling rounds their edges.
void Sheet::start_phases(const Segment& segment) {
  const int sites = lattice_.sites();
  const int patches =
      std::clamp(static_cast<int>(std::lround(sites / species_.patch_sertoli_cells)), 1, sites);
  struct Patch {
    int around, along;
    float phase;
  };
  std::vector<Patch> centres;
  Draws draws(streams_[0], segment.agent, 0);
  for (int p = 0; p < patches; ++p) {
    const auto site = static_cast<int>(draws.below(static_cast<std::uint32_t>(sites)));
    centres.push_back({site % lattice_.sites_around(), site / lattice_.sites_around(),
                       static_cast<float>(draws.uniform())});
  }
  for (int site = 0; site < sites; ++site) {
    int nearest = std::numeric_limits<int>::max();
    for (const Patch& patch : centres) {
      const int distance = torus_distance(site % lattice_.sites_around() - patch.around,
                                          site / lattice_.sites_around() - patch.along, lattice_);
      if (distance >= nearest) continue;
      nearest = distance;
      phase_[segment.first + static_cast<std::size_t>(site)] = patch.phase;
    }
  }
  for (int round = 0; round < relaxation_steps; ++round) {
    couple_phases(segment, relaxation_step_d, 0.0);
    for (std::size_t i = 0; i < new_phase_.size(); ++i) {
      phase_[segment.first + i] = new_phase_[i] - std::floor(new_phase_[i]);
    }
  }
}

void Sheet::couple_phases(const Segment& segment, double step_d, double own_pace_per_d) {
  const float* phase = phase_.data() + segment.first;
  const auto own = static_cast<float>(own_pace_per_d * step_d);
  const auto strength = static_cast<float>(species_.phase_coupling_per_d * step_d);
  const std::size_t sites = new_phase_.size();
  for (std::size_t i = 0; i < sites; ++i) new_phase_[i] = phase[i] + own;
  // Every pair once: what one gains the other loses, so the mean pace is the species' own.
  for (std::size_t i = 0; i < sites; ++i) {
    const auto& neighbours = lattice_.neighbours(static_cast<int>(i));
    for (std::size_t n = 0; n < hex_neighbours; n += 2) {
      const std::size_t j = neighbours[n];
      const float gain = strength * pull(phase[j] - phase[i]);
      new_phase_[i] += gain;
      new_phase_[j] -= gain;
    }
  }
}

// Sites that complete a cycle enter cohorts in the order of time, so that competition does not depend on the
// step.
void Sheet::advance_phases(Segment& segment) {
  couple_phases(segment, step_d(), 1.0 / species_.cycle_d);
  float* phase = phase_.data() + segment.first;
  std::size_t pulses = 0;
  for (std::size_t i = 0; i < new_phase_.size(); ++i) {
    float after = new_phase_[i];
    if (after >= 1.0F) {
      const float part = (after - 1.0F) / (after - phase[i]);
      const auto overshoot = static_cast<int>(std::lround(part * static_cast<float>(step_ticks_)));
      pulses_[pulses++] = {static_cast<std::uint16_t>(i), overshoot};
      after -= 1.0F;
    }
    phase[i] = after;
  }
  std::sort(pulses_.begin(), pulses_.begin() + static_cast<std::ptrdiff_t>(pulses),
            [](const Pulse& a, const Pulse& b) {
              return a.overshoot_ticks != b.overshoot_ticks ? a.overshoot_ticks > b.overshoot_ticks
                                                            : a.site < b.site;
            });
  for (std::size_t p = 0; p < pulses; ++p) pulse(segment, pulses_[p].site, pulses_[p].overshoot_ticks, true);
}

}  // namespace azoo::testis
