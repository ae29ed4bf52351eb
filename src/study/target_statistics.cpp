#include "study/target_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>

namespace azoo::study {

namespace {

const double undefined = std::numeric_limits<double>::quiet_NaN();

// Values of the animals of one group on one day.
using Sample = std::vector<double>;

double mean_of(const Sample& sample) {
  if (sample.empty()) return undefined;
  double sum = 0.0;
  for (const double value : sample) sum += value;
  return sum / static_cast<double>(sample.size());
}

// Order statistic at a real-numbered place, 0 .. 1; beyond the ends the outermost.
double quantile(Sample sample, double place) {
  std::sort(sample.begin(), sample.end());
  const double at = std::clamp(place, 0.0, 1.0) * static_cast<double>(sample.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const double share = at - static_cast<double>(below);
  if (share == 0.0 || sample[below] == sample[below + 1]) return sample[below];  // infinite ones too
  return sample[below] + share * (sample[below + 1] - sample[below]);
}

// Days that are still to come count as later than all.
Estimate median_of(const Sample& sample) {
  if (sample.empty()) return {undefined, undefined};
  const double apart = 0.5 / std::sqrt(static_cast<double>(sample.size()));
  const double error = 0.5 * (quantile(sample, 0.5 + apart) - quantile(sample, 0.5 - apart));
  return {quantile(sample, 0.5), std::isfinite(error) ? error : undefined};
}

double cv_of(const Sample& sample) {
  if (sample.size() < 2) return undefined;
  const double mean = mean_of(sample);
  double squares = 0.0;
  for (const double value : sample) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(sample.size() - 1)) / mean;
}

struct Line {
  double at_zero = undefined;
  double slope = undefined;
};

// Least squares; values that are not finite are passed over.
Line straight_line(std::span<const double> x, std::span<const double> y) {
  double n = 0.0, sum_x = 0.0, sum_y = 0.0, sum_xx = 0.0, sum_xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!std::isfinite(y[i])) continue;
    n += 1.0;
    sum_x += x[i];
    sum_y += y[i];
    sum_xx += x[i] * x[i];
    sum_xy += x[i] * y[i];
  }
  const double spread = n * sum_xx - sum_x * sum_x;
  if (n < 2.0 || !(spread > 0.0)) return {};
  const double slope = (n * sum_xy - sum_x * sum_y) / spread;
  return {(sum_y - slope * sum_x) / n, slope};
}

double dose_to_one_over_e(std::span<const double> doses, std::span<const double> y) {
  std::vector<double> logs;
  for (const double value : y) logs.push_back(std::log(value));
  return -1.0 / straight_line(doses, logs).slope;
}

// Dose at which the straight line through log(early / late) over dose is zero.
double dose_of_crossing(std::span<const double> doses, std::span<const double> early,
                        std::span<const double> late) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < doses.size(); ++i) differences.push_back(std::log(early[i] / late[i]));
  const Line line = straight_line(doses, differences);
  return -line.at_zero / line.slope;
}

// Samples in the order of groups, all of the first day, then all of the second.
double value_of(const AnimalTarget& target, const std::vector<Sample>& samples,
                const std::vector<double>& doses) {
  std::vector<double> means;
  for (const Sample& sample : samples) means.push_back(mean_of(sample));
  constexpr double percent = 100.0;
  switch (target.statistic) {
    case TargetStatistic::mean:
      return means[0];
    case TargetStatistic::pair:
      return 2.0 * means[0];
    case TargetStatistic::minimum:
      return samples[0].empty() ? undefined : *std::min_element(samples[0].begin(), samples[0].end());
    case TargetStatistic::cv:
      return cv_of(samples[0]);
    case TargetStatistic::ratio:
      return means[1] > 0.0 ? means[0] / means[1] : undefined;
    case TargetStatistic::d0:
      return dose_to_one_over_e(doses, means);
    case TargetStatistic::colony_d0:
      for (double& mean : means) mean = -std::log(1.0 - mean / percent);
      return dose_to_one_over_e(doses, means);
    case TargetStatistic::crossover: {
      const std::size_t groups = doses.size();
      std::vector<double> early, late;
      for (std::size_t g = 1; g < groups; ++g) {
        early.push_back(means[g] / means[0]);
        late.push_back(means[groups + g] / means[groups]);
      }
      return dose_of_crossing(std::span(doses).subspan(1), early, late);
    }
    case TargetStatistic::median:
    case TargetStatistic::parameter:
    case TargetStatistic::built_in:
      break;
  }
  throw std::logic_error("target " + target.id + " is not made of animals");
}

// Samples in the order of groups. Two days apart for a crossing; for all others the animals of all days
// together.
std::vector<Sample> samples_of(const AnimalTarget& target, const ObservedStudy& study) {
  std::vector<Sample> samples;
  std::vector<std::vector<double>> days = {target.days};
  if (target.statistic == TargetStatistic::crossover) days = {{target.days[0]}, {target.days[1]}};
  const bool days_to_come = target.statistic == TargetStatistic::median;
  for (const std::vector<double>& together : days) {
    for (const std::string& group : target.groups) {
      Sample& sample = samples.emplace_back();
      for (const Observation& one : study.observations) {
        if (one.group != group || one.readout != target.readout) continue;
        if (std::find(together.begin(), together.end(), one.day) == together.end()) continue;
        if (std::isfinite(one.value) || (days_to_come && std::isinf(one.value))) sample.push_back(one.value);
      }
    }
  }
  return samples;
}

}  // namespace

Estimate estimate(const AnimalTarget& target, const ObservedStudy& study) {
  std::vector<Sample> samples = samples_of(target, study);
  if (target.statistic == TargetStatistic::median) return median_of(samples[0]);
  std::vector<double> doses;
  for (const std::string& group : target.groups) {
    const auto dose = study.dose.find(group);
    doses.push_back(dose == study.dose.end() ? 0.0 : dose->second);
  }
  Estimate result{value_of(target, samples, doses), 0.0};
  double variance = 0.0;
  for (Sample& sample : samples) {
    const auto n = static_cast<double>(sample.size());
    if (sample.size() < 2) return {result.value, undefined};
    std::vector<double> without;
    for (std::size_t left_out = 0; left_out < sample.size(); ++left_out) {
      const double value = sample[left_out];
      sample.erase(sample.begin() + static_cast<std::ptrdiff_t>(left_out));
      without.push_back(value_of(target, samples, doses));
      sample.insert(sample.begin() + static_cast<std::ptrdiff_t>(left_out), value);
    }
    const double mean = mean_of(without);
    for (const double value : without) variance += (n - 1.0) / n * (value - mean) * (value - mean);
  }
  result.error = std::sqrt(variance);
  return result;
}

}  // namespace azoo::study
