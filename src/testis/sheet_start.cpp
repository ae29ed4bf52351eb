// Phases at the start: stage patches, waves along the tubule, no order, or one phase.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "testis/sheet.hpp"

namespace azoo::testis {

namespace {

// Steps between two sites on the lattice (axial coordinates, closed around and, in a ring, along).
int lattice_distance(int around, int along, const TubuleLattice& lattice) {
  int best = std::numeric_limits<int>::max();
  const int turns_along = lattice.open_ends ? 0 : 1;
  for (int i = -1; i <= 1; ++i) {
    for (int j = -turns_along; j <= turns_along; ++j) {
      const int dx = around + i * lattice.around;
      const int dy = along + j * lattice.rows;
      best = std::min(best, (std::abs(dx) + std::abs(dy) + std::abs(dx + dy)) / 2);
    }
  }
  return best;
}

float wrapped(double phase) {
  const auto part = static_cast<float>(phase - std::floor(phase));
  return part < 1.0F ? part : 0.0F;
}

constexpr double relaxation_step_d = 4.0;
constexpr int relaxation_steps = 12;

}  // namespace

void Sheet::start_phases(Segment& segment) {
  const std::size_t sites = segment.lattice.sites();
  if (shape_.start == StartPhases::random) {
    for (std::size_t site = 0; site < sites; ++site) {
      Draws own(start_stream_, segment.agent + static_cast<std::uint32_t>(site), 1U << 21);
      phase_[segment.first + site] = wrapped(own.uniform());
    }
    return;
  }
  if (shape_.start == StartPhases::uniform && !field_) {
    Draws common(start_stream_, segment.agent, 0);
    const float one = wrapped(common.uniform());
    std::fill_n(phase_.begin() + static_cast<std::ptrdiff_t>(segment.first), sites, one);
    return;
  }
  if (species_.pattern == StagePattern::patches) return start_patches(segment);
  if (!field_) draw_waves(segment);
  start_from_common(segment);
}

void Sheet::start_from_common(const Segment& segment) {
  for (int row = 0; row < segment.lattice.rows; ++row) {
    const auto begin =
        phase_.begin() + static_cast<std::ptrdiff_t>(segment.first + segment.lattice.site(0, row));
    std::fill(begin, begin + segment.lattice.around, common_phase(segment, row));
  }
}

// Patches in man: random centres, each site in the patch of the nearest, one random phase a patch; then the
// coupling rounds their edges.
void Sheet::start_patches(const Segment& segment) {
  const TubuleLattice& lattice = segment.lattice;
  const auto sites = static_cast<int>(lattice.sites());
  const int patches =
      std::clamp(static_cast<int>(std::lround(sites / species_.patch_sertoli_cells)), 1, sites);
  struct Patch {
    int around, along;
    float phase;
  };
  std::vector<Patch> centres;
  Draws draws(start_stream_, segment.agent, 0);
  for (int p = 0; p < patches; ++p) {
    const auto site = static_cast<int>(draws.below(static_cast<std::uint32_t>(sites)));
    centres.push_back({site % lattice.around, site / lattice.around, wrapped(draws.uniform())});
  }
  for (int site = 0; site < sites; ++site) {
    int nearest = std::numeric_limits<int>::max();
    for (const Patch& patch : centres) {
      const int distance = lattice_distance(site % lattice.around - patch.around,
                                            site / lattice.around - patch.along, lattice);
      if (distance >= nearest) continue;
      nearest = distance;
      phase_[segment.first + static_cast<std::size_t>(site)] = patch.phase;
    }
  }
  for (int round = 0; round < relaxation_steps; ++round) {
    for (std::size_t b = segment.first_block; b < segment.first_block + segment.blocks; ++b) {
      move_phases(blocks_[b], {relaxation_step_d, 0.0}, nullptr);
    }
    for (std::size_t place = segment.first; place < segment.first + lattice.sites(); ++place) {
      phase_[place] = wrapped(static_cast<double>(new_phase_[place]));
    }
  }
}

// Waves of random length, one behind the other. Short pieces start evenly spread over the cycle, so that a
// sample of them shows all stages.
void Sheet::draw_waves(const Segment& segment) {
  const TubuleLattice& lattice = segment.lattice;
  const double rows_per_mm = species_.geometry.rows_per_mm(species_.sertoli_cells_per_testis);
  Draws common(start_stream_, 0, 1U << 22);
  const double shift = static_cast<double>(segment.index) / static_cast<double>(plans_.size());
  double phase = common.uniform() + shift;
  Draws draws(start_stream_, segment.agent, 0);
  int left = 0;
  double per_row = 0.0;
  for (int row = 0; row < lattice.rows; ++row, --left) {
    if (left <= 0) {
      constexpr double shortest = 0.15;  // of the mean; the measured range begins there
      const double length_mm =
          std::max(shortest * species_.wave_length_mm,
                   species_.wave_length_mm + species_.wave_length_sd_mm * draws.normal());
      left = std::max(1, static_cast<int>(std::lround(length_mm * rows_per_mm)));
      per_row = -1.0 / left;
    }
    phase += per_row;
    wave_of_row_[segment.first_row + static_cast<std::size_t>(row)] = phase;
  }
}

}  // namespace azoo::testis
