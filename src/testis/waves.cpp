#include "testis/waves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <limits>
#include <numbers>
#include <string_view>

namespace azoo::testis {

namespace {

const double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double turn = 2.0 * std::numbers::pi;
using Circle = std::complex<double>;

constexpr std::array<std::string_view, 12> roman = {"I",   "II",   "III", "IV", "V",  "VI",
                                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};

int number_of(std::string_view name) {
  for (std::size_t n = 0; n < roman.size(); ++n) {
    if (roman[n] == name) return static_cast<int>(n) + 1;
  }
  return 0;
}

// First and last number that a stage's name takes in: "IV" 4, 4; "II-III" 2, 3.
struct Numbers {
  int first;
  int last;
};
Numbers numbers_of(const Stage& stage) {
  const std::string_view name = stage.name;
  const std::size_t dash = name.find('-');
  if (dash == std::string_view::npos) return {number_of(name), number_of(name)};
  return {number_of(name.substr(0, dash)), number_of(name.substr(dash + 1))};
}

double total_duration(std::span<const Stage> stages) {
  double sum = 0.0;
  for (const Stage& stage : stages) sum += stage.duration_d;
  return sum;
}

double phase_of(const Circle& sum) {
  constexpr double nothing = 1e-9;
  if (std::abs(sum) < nothing) return unknown;
  const double phase = std::arg(sum) / turn;
  return phase - std::floor(phase);
}

// Sums of `values` over a window of `half` places to either side, as many on both: near an end a window is
// narrower, so that a slope stays where it is.
std::vector<Circle> window_sums(const std::vector<Circle>& values, std::size_t half) {
  const std::size_t n = values.size();
  std::vector<Circle> upto(n + 1);
  for (std::size_t i = 0; i < n; ++i) upto[i + 1] = upto[i] + values[i];
  std::vector<Circle> sums(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t reach = std::min({half, i, n - 1 - i});
    sums[i] = upto[i + reach + 1] - upto[i - reach];
  }
  return sums;
}

// Straight between the known neighbours; level beyond the first and the last.
void fill_unknown(std::vector<double>& phases) {
  std::size_t known = phases.size();
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (std::isnan(phases[i])) continue;
    const std::size_t from = known == phases.size() ? 0 : known + 1;
    for (std::size_t gap = from; gap < i; ++gap) {
      const double part =
          known == phases.size() ? 1.0 : static_cast<double>(gap - known) / static_cast<double>(i - known);
      phases[gap] = (known == phases.size() ? 0.0 : (1.0 - part) * phases[known]) + part * phases[i];
    }
    known = i;
  }
  for (std::size_t i = known + 1; known < phases.size() && i < phases.size(); ++i) phases[i] = phases[known];
}

struct Bounds {
  double from;
  double to;
};
std::vector<Bounds> bounds_of(std::span<const Stage> stages, std::span<const StageGroup> groups) {
  std::vector<Bounds> bounds;
  const double cycle = total_duration(stages);
  for (const StageGroup& group : groups) {
    double start = 0.0;
    Bounds of_group{unknown, unknown};
    for (const Stage& stage : stages) {
      const Numbers numbers = numbers_of(stage);
      if (numbers.first == number_of(group.first) || stage.name == group.first) of_group.from = start / cycle;
      start += stage.duration_d;
      if (numbers.last == number_of(group.last) || stage.name == group.last) of_group.to = start / cycle;
    }
    bounds.push_back(of_group);
  }
  return bounds;
}

class Shares {
 public:
  explicit Shares(std::vector<Bounds> bounds) : bounds_(std::move(bounds)), length_(bounds_.size(), 0.0) {}
  void add(double phase, double length) {
    if (std::isnan(phase)) return;
    known_ += length;
    for (std::size_t g = 0; g < bounds_.size(); ++g) {
      if (phase >= bounds_[g].from && phase < bounds_[g].to) length_[g] += length;
    }
  }
  [[nodiscard]] std::vector<double> result() const {
    std::vector<double> shares;
    for (const double length : length_) shares.push_back(known_ > 0.0 ? length / known_ : unknown);
    return shares;
  }

 private:
  std::vector<Bounds> bounds_;
  std::vector<double> length_;
  double known_ = 0.0;
};

}  // namespace

double phase_of_code(std::uint8_t code, std::span<const Stage> stages) {
  const double cycle = total_duration(stages);
  double start = 0.0;
  for (const Stage& stage : stages) {
    const Numbers numbers = numbers_of(stage);
    if (code >= 1 && numbers.first <= code && code <= numbers.last)
      return (start + 0.5 * stage.duration_d) / cycle;
    start += stage.duration_d;
  }
  return unknown;
}

PhaseLine phase_line(const SkeletonBranch& branch, std::span<const Stage> stages, double spacing_mm) {
  const auto bins = static_cast<std::size_t>(std::max(1.0, std::floor(branch.length_mm / spacing_mm)));
  std::array<double, roman.size() + 1> phases{};
  for (std::size_t code = 0; code < phases.size(); ++code)
    phases[code] = phase_of_code(static_cast<std::uint8_t>(code), stages);
  std::vector<Circle> sums(bins);
  for (const SkeletonPoint& point : branch.points) {
    const double phase = phases[point.stage_code];
    if (std::isnan(phase)) continue;
    const double place = point.along_mm / branch.length_mm * static_cast<double>(bins);
    sums[std::min(bins - 1, static_cast<std::size_t>(place))] += std::polar(1.0, turn * phase);
  }
  PhaseLine line{branch.length_mm / static_cast<double>(bins), {}};
  line.phases.reserve(bins);
  for (const Circle& sum : sums) line.phases.push_back(phase_of(sum));
  return line;
}

std::vector<double> continued_phases(const PhaseLine& line, double window_mm) {
  std::vector<Circle> points(line.phases.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!std::isnan(line.phases[i])) points[i] = std::polar(1.0, turn * line.phases[i]);
  }
  const auto half = static_cast<std::size_t>(std::lround(0.5 * window_mm / line.spacing_mm));
  std::vector<double> phases;
  phases.reserve(points.size());
  double last = unknown;
  for (const Circle& sum : window_sums(points, half)) {
    double phase = phase_of(sum);
    if (!std::isnan(phase)) {
      if (!std::isnan(last)) phase = last + std::remainder(phase - last, 1.0);
      last = phase;
    }
    phases.push_back(phase);
  }
  fill_unknown(phases);
  return phases;
}

std::vector<Wave> count_waves(const PhaseLine& line, double window_mm) {
  const std::vector<double> phases = continued_phases(line, window_mm);
  std::vector<Wave> waves;
  std::size_t lowest = 0;
  std::size_t highest = 0;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    if (std::isnan(phases[i])) continue;
    if (!(phases[i] > phases[lowest])) lowest = i;
    if (!(phases[i] < phases[highest])) highest = i;
    const bool up = phases[i] - phases[lowest] >= 1.0;
    const bool down = phases[highest] - phases[i] >= 1.0;
    if (!up && !down) continue;
    const std::size_t from = up ? lowest : highest;
    waves.push_back({static_cast<double>(from) * line.spacing_mm,
                     static_cast<double>(i - from) * line.spacing_mm, up ? 1 : -1});
    lowest = highest = i;
  }
  return waves;
}

WaveSummary summarise(std::span<const Wave> waves, double length_mm) {
  WaveSummary summary;
  summary.waves = static_cast<int>(waves.size());
  summary.length_mm = length_mm;
  summary.mean_mm = summary.sd_mm = summary.shortest_mm = summary.longest_mm = unknown;
  if (waves.empty()) return summary;
  summary.shortest_mm = summary.longest_mm = waves.front().length_mm;
  for (const Wave& wave : waves) {
    summary.in_waves_mm += wave.length_mm;
    summary.shortest_mm = std::min(summary.shortest_mm, wave.length_mm);
    summary.longest_mm = std::max(summary.longest_mm, wave.length_mm);
  }
  const auto n = static_cast<double>(waves.size());
  summary.mean_mm = summary.in_waves_mm / n;
  double squares = 0.0;
  for (const Wave& wave : waves)
    squares += (wave.length_mm - summary.mean_mm) * (wave.length_mm - summary.mean_mm);
  if (waves.size() > 1) summary.sd_mm = std::sqrt(squares / (n - 1.0));
  return summary;
}

std::vector<double> share_of_length(std::span<const SkeletonBranch> branches, std::span<const Stage> stages,
                                    std::span<const StageGroup> groups) {
  Shares shares(bounds_of(stages, groups));
  for (const SkeletonBranch& branch : branches) {
    for (std::size_t p = 0; p < branch.points.size(); ++p) {
      // Half the way to the point before and half the way to the next.
      const double from = branch.points[p == 0 ? 0 : p - 1].along_mm;
      const double to = branch.points[std::min(p + 1, branch.points.size() - 1)].along_mm;
      shares.add(phase_of_code(branch.points[p].stage_code, stages), 0.5 * (to - from));
    }
  }
  return shares.result();
}

std::vector<double> share_of_length(std::span<const PhaseLine> lines, std::span<const Stage> stages,
                                    std::span<const StageGroup> groups) {
  Shares shares(bounds_of(stages, groups));
  for (const PhaseLine& line : lines) {
    for (const double phase : line.phases) shares.add(phase - std::floor(phase), line.spacing_mm);
  }
  return shares.result();
}

}  // namespace azoo::testis
