#include "testis/wave_field.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <map>
#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

namespace azoo::testis {

namespace {

constexpr double cells_per_pace_length = 3.0;
constexpr double longest_step_d = 0.25;
// Takes the place of the day in the addresses of a start's draws.
constexpr std::uint32_t start_day = 0xFFFFFFFFU;

double odd_pull(double ahead) noexcept {
  return ahead * (1.0 - 2.0 * std::fabs(ahead));
}
double even_pull(double ahead) noexcept {
  return odd_pull(ahead) * odd_pull(ahead);
}

// Into -1/2 .. 1/2.
double shortest_way(double difference) noexcept {
  return difference - std::nearbyint(difference);
}

void write_all(std::ostream& out, std::span<const double> values) {
  out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
}

void read_all(std::istream& in, std::span<double> values) {
  in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
  if (!in) throw std::runtime_error("the saved phases of the tubules end too early");
}

}  // namespace

WaveKinetics WaveKinetics::from(const ParameterSet& parameters, const std::string& prefix) {
  WaveKinetics kinetics;
  const std::string wave = prefix + ".wave.";
  kinetics.cycle_d = parameters.value(prefix + ".cycle.duration_d", "d");
  kinetics.coupling_mm2_per_d = parameters.value(wave + "coupling_mm2_per_d", "mm2/d");
  kinetics.lead_gain_mm2_per_d = parameters.value(wave + "lead_gain_mm2_per_d", "mm2/d");
  kinetics.end_slope_per_mm = parameters.value(wave + "end_slope_per_mm", "1/mm");
  kinetics.pace_sd_per_d = parameters.value(wave + "pace_sd_per_d", "1/d");
  kinetics.pace_memory_d = parameters.value(wave + "pace_memory_d", "d");
  kinetics.pace_length_mm = parameters.value(wave + "pace_length_mm", "mm");
  kinetics.formation_d = parameters.value(wave + "formation_d", "d");
  return kinetics;
}

std::vector<TubulePiece> pieces_of(const Skeleton& skeleton) {
  std::map<std::pair<int, std::string>, int> nodes;
  const auto number = [&nodes](int tubule, const std::string& name) {
    if (Skeleton::at_rete(name)) return TubulePiece::at_rete;
    return nodes.try_emplace({tubule, name}, static_cast<int>(nodes.size())).first->second;
  };
  std::vector<TubulePiece> pieces;
  for (const SkeletonBranch& branch : skeleton.branches) {
    pieces.push_back({branch.tubule, branch.length_mm, number(branch.tubule, branch.start_node),
                      number(branch.tubule, branch.end_node)});
  }
  return pieces;
}

WaveField::WaveField(const WaveKinetics& kinetics, std::vector<TubulePiece> pieces,
                     const RandomStream& stream)
    : kinetics_(kinetics), stream_(stream), cell_mm_(kinetics.pace_length_mm / cells_per_pace_length) {
  const bool possible = kinetics.cycle_d > 0.0 && kinetics.coupling_mm2_per_d >= 0.0 &&
                        kinetics.lead_gain_mm2_per_d >= 0.0 && kinetics.pace_sd_per_d >= 0.0 &&
                        kinetics.pace_memory_d > 0.0 && kinetics.pace_length_mm > 0.0;
  if (!possible || pieces.empty()) throw std::invalid_argument("wave kinetics or tubules out of range");
  std::map<int, int> tubules;
  std::size_t cells = 0;
  for (const TubulePiece& piece : pieces) {
    if (!(piece.length_mm > 0.0)) throw std::invalid_argument("a tubule without length");
    const auto count = static_cast<std::size_t>(std::max(1L, std::lround(piece.length_mm / cell_mm_)));
    const int tubule = tubules.try_emplace(piece.tubule, static_cast<int>(tubules.size())).first->second;
    pieces_.push_back({cells, count, piece.length_mm / static_cast<double>(count), tubule});
    tubule_of_.insert(tubule_of_.end(), count, static_cast<std::uint32_t>(tubule));
    cells += count;
  }
  if (kinetics.coupling_mm2_per_d * longest_step_d > 0.5 * cell_mm_ * cell_mm_)
    throw std::invalid_argument("coupling of phases too strong for the step");
  cells_of_tubule_.assign(tubules.size(), 0.0);
  for (const std::uint32_t tubule : tubule_of_) cells_of_tubule_[tubule] += 1.0;
  phase_.assign(cells, 0.0);
  pace_.assign(cells, 0.0);
  change_.assign(cells, 0.0);
  mean_change_.assign(tubules.size(), 0.0);
  link_cells(pieces);
}

void WaveField::link_cells(const std::vector<TubulePiece>& pieces) {
  std::map<int, std::vector<std::uint32_t>> at_node;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    const auto first = static_cast<std::uint32_t>(pieces_[p].first);
    const auto last = static_cast<std::uint32_t>(pieces_[p].first + pieces_[p].cells - 1);
    for (std::uint32_t cell = first; cell < last; ++cell) links_.push_back({cell, cell + 1});
    for (const auto& [node, cell] : {std::pair{pieces[p].start_node, first}, {pieces[p].end_node, last}}) {
      if (node == TubulePiece::at_rete) {
        ends_.push_back(cell);
      } else {
        at_node[node].push_back(cell);
      }
    }
  }
  for (const auto& [node, cells] : at_node) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (std::size_t j = i + 1; j < cells.size(); ++j) links_.push_back({cells[i], cells[j]});
    }
  }
}

void WaveField::start_level() {
  std::vector<double> of_tubule;
  for (std::uint32_t tubule = 0; tubule < cells_of_tubule_.size(); ++tubule)
    of_tubule.push_back(Draws(stream_, tubule, start_day).uniform());
  for (std::size_t cell = 0; cell < phase_.size(); ++cell) phase_[cell] = of_tubule[tubule_of_[cell]];
  std::fill(pace_.begin(), pace_.end(), 0.0);
  day_ = 0.0;
}

void WaveField::start_random() {
  for (std::size_t cell = 0; cell < phase_.size(); ++cell)
    phase_[cell] = Draws(stream_, static_cast<std::uint32_t>(cell), start_day).uniform();
  std::fill(pace_.begin(), pace_.end(), 0.0);
  day_ = 0.0;
}

void WaveField::advance(double days) {
  while (days > 0.0) {
    const double into_day = day_ - std::floor(day_);
    if (into_day == 0.0) draw_pace();
    const double length = std::min({days, longest_step_d, 1.0 - into_day});
    step(length);
    day_ += length;
    days -= length;
  }
}

// From one day to the next; at day 0 the spread is drawn whole.
void WaveField::draw_pace() {
  const double kept = day_ == 0.0 ? 0.0 : std::exp(-1.0 / kinetics_.pace_memory_d);
  const double fresh = kinetics_.pace_sd_per_d * std::sqrt(1.0 - kept * kept);
  const auto today = static_cast<std::uint32_t>(day_);
  for (const Piece& piece : pieces_) {
    const double alike = std::exp(-piece.cell_mm / kinetics_.pace_length_mm);
    const double other = std::sqrt(1.0 - alike * alike);
    double along = 0.0;
    for (std::size_t cell = piece.first; cell < piece.first + piece.cells; ++cell) {
      const double draw = Draws(stream_, static_cast<std::uint32_t>(cell), today).normal();
      along = cell == piece.first ? draw : alike * along + other * draw;
      pace_[cell] = kept * pace_[cell] + fresh * along;
    }
  }
}

void WaveField::step(double days) {
  const double per_cell = days / (cell_mm_ * cell_mm_);
  const double pull = kinetics_.coupling_mm2_per_d * per_cell;
  const double lead = 0.5 * kinetics_.lead_gain_mm2_per_d * per_cell;  // half from either neighbour
  for (std::size_t cell = 0; cell < phase_.size(); ++cell) change_[cell] = pace_[cell] * days;
  for (const Link& link : links_) {
    const double ahead = shortest_way(phase_[link.right] - phase_[link.left]);
    const double odd = pull * odd_pull(ahead);
    const double even = lead * even_pull(ahead);
    change_[link.left] += even + odd;
    change_[link.right] += even - odd;
  }
  const double beyond = kinetics_.end_slope_per_mm * cell_mm_;
  for (const std::uint32_t cell : ends_) change_[cell] += pull * odd_pull(beyond) + lead * even_pull(beyond);
  std::fill(mean_change_.begin(), mean_change_.end(), 0.0);
  for (std::size_t cell = 0; cell < phase_.size(); ++cell)
    mean_change_[tubule_of_[cell]] += change_[cell] / cells_of_tubule_[tubule_of_[cell]];
  const double own = days / kinetics_.cycle_d;
  for (std::size_t cell = 0; cell < phase_.size(); ++cell)
    phase_[cell] += own + change_[cell] - mean_change_[tubule_of_[cell]];
}

double WaveField::phase(int piece, double along_mm) const {
  const Piece& at = pieces_.at(static_cast<std::size_t>(piece));
  const double place = std::clamp(along_mm / at.cell_mm - 0.5, 0.0, static_cast<double>(at.cells - 1));
  const auto left = static_cast<std::size_t>(place);
  const std::size_t right = std::min(left + 1, at.cells - 1);
  const double before = phase_[at.first + left];
  return before + (place - static_cast<double>(left)) * shortest_way(phase_[at.first + right] - before);
}

PhaseLine WaveField::line(int piece) const {
  const Piece& at = pieces_.at(static_cast<std::size_t>(piece));
  const auto first = phase_.begin() + static_cast<std::ptrdiff_t>(at.first);
  return {at.cell_mm, {first, first + static_cast<std::ptrdiff_t>(at.cells)}};
}

void WaveField::save(std::ostream& out) const {
  write_all(out, {&day_, 1});
  write_all(out, phase_);
  write_all(out, pace_);
}

void WaveField::load(std::istream& in) {
  read_all(in, {&day_, 1});
  read_all(in, phase_);
  read_all(in, pace_);
}

}  // namespace azoo::testis
