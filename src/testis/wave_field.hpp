// The common phase of the seminiferous cycle along tubules, on a coarse grid (0.5 mm in the mouse): what
// makes spermatogenic waves form and last. Per cell, with phi in cycles and x along the tubule,
//
//   dphi/dt = 1/T + D phi_xx + G phi_x^2 + p(x, t) - (mean of the three over the tubule)
//
// D: neighbours pull each other; G: a stretch with a slope runs ahead of a level one, in either direction, so
// that the slope of the leading ends spreads inwards until two fronts meet (a site of reversal); at the ends
// at the rete the phase leads: phi_x = end_slope towards the rete. p: the pace of a stretch differs from its
// neighbours' by a few per cent and drifts (Ornstein-Uhlenbeck in time, exponential correlation along the
// tubule); it makes modulations. The mean pace of a tubule is 1/T exactly. Both pulls are periodic in the
// difference of neighbouring cells: odd part d (1 - 2|d|), even part its square, |d| <= 1/2. The form is
// that of the Sakaguchi-Kuramoto chain fitted to measured mouse tubules ("Self-organization of spermatogenic
// wave coordinates sustained sperm production in the mouse testis", its published code: odd and even coupling
// of neighbours, differences of pace, a fixed slope at the ends); the drift of pace is ours. Branches meet at
// nodes, where each pulls each. Explicit steps of at most 1/4 d; random draws by cell and day.
#pragma once

#include <cstdint>  // for uint32_t
#include <iosfwd>   // for istream, ostream
#include <string>   // for string
#include <vector>   // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for RandomStream
#include "testis/skeleton.hpp"  // for Skeleton
#include "testis/waves.hpp"     // for PhaseLine

namespace azoo::testis {

struct WaveKinetics {
  double cycle_d = 0.0;
  double coupling_mm2_per_d = 0.0;   // D
  double lead_gain_mm2_per_d = 0.0;  // G
  double end_slope_per_mm = 0.0;     // cycles; > 0: the ends at the rete lead
  double pace_sd_per_d = 0.0;        // cycles
  double pace_memory_d = 1.0;
  double pace_length_mm = 1.0;
  double formation_d = 0.0;  // from either start until the waves are as they stay

  // Reads "<prefix>.wave.coupling_mm2_per_d" and so on, and the cycle.
  [[nodiscard]] static WaveKinetics from(const ParameterSet& parameters, const std::string& prefix);
};

// A tubule, or a branch of one between two nodes.
struct TubulePiece {
  static constexpr int at_rete = -1;
  int tubule = 0;  // pieces with one number share their mean pace
  double length_mm = 0.0;
  int start_node = at_rete;  // or the number of a node that pieces share
  int end_node = at_rete;
};
[[nodiscard]] std::vector<TubulePiece> pieces_of(const Skeleton& skeleton);

class WaveField {
 public:
  // Throws std::invalid_argument on lengths, cycles or memories that are not > 0, or on a coupling that steps
  // of 1/4 d cannot follow (D > cell^2 / (2 * 1/4 d), cell = a third of the length of pace).
  WaveField(const WaveKinetics& kinetics, std::vector<TubulePiece> pieces, const RandomStream& stream);

  // Day 0. Level: every tubule at one phase, drawn for the tubule.
  void start_level();
  // Day 0. Every cell at a phase of its own.
  void start_random();
  void advance(double days);

  [[nodiscard]] double day() const { return day_; }
  [[nodiscard]] int pieces() const { return static_cast<int>(pieces_.size()); }
  // Phase (cycles since day 0 counted on, not reduced) at a place of a piece, straight between cell centres.
  [[nodiscard]] double phase(int piece, double along_mm) const;
  [[nodiscard]] PhaseLine line(int piece) const;

  void save(std::ostream& out) const;
  void load(std::istream& in);  // of a field made alike; throws std::runtime_error when the bytes end

 private:
  struct Piece {
    std::size_t first;  // cell
    std::size_t cells;
    double cell_mm;
    int tubule;  // place among the tubules
  };
  struct Link {
    std::uint32_t left;
    std::uint32_t right;
  };

  void link_cells(const std::vector<TubulePiece>& pieces);
  void draw_pace();
  void step(double days);

  WaveKinetics kinetics_;
  RandomStream stream_;
  double cell_mm_;  // about; each piece is cut evenly
  std::vector<Piece> pieces_;
  std::vector<Link> links_;
  std::vector<std::uint32_t> ends_;  // cells at the rete
  std::vector<std::uint32_t> tubule_of_;
  std::vector<double> cells_of_tubule_;
  double day_ = 0.0;
  std::vector<double> phase_;
  std::vector<double> pace_;
  std::vector<double> change_;       // of a step
  std::vector<double> mean_change_;  // by tubule
};

}  // namespace azoo::testis
