#include "report/axis_scale.hpp"

#include <algorithm>  // for min, max, clamp
#include <cmath>      // for log10, pow, floor, ceil, isfinite

#include "report/number_style.hpp"

namespace azoo::report {

namespace {

constexpr double zero_band_share = 0.13;  // of the axis, kept for zeros
constexpr double worth_a_logarithm = 20.0;

std::vector<double> finite_of(const std::vector<double>& values) {
  std::vector<double> out;
  for (const double value : values) {
    if (std::isfinite(value)) out.push_back(value);
  }
  return out;
}

// 1, 2 or 5 times a power of ten, for about five steps.
double round_step(double span) {
  const double raw = span / 5.0;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double digit = raw / power;
  if (digit <= 1.0) return power;
  if (digit <= 2.0) return 2.0 * power;
  return digit <= 5.0 ? 5.0 * power : 10.0 * power;
}

// Labels of one axis share their decimals, as many as the step needs.
std::string linear_label(double value, double step) {
  if (std::fabs(value) < step * 1e-6) return "0";
  if (std::fabs(value) >= 1e6) return cells(value);
  const int decimals = step >= 1.0 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
  const int digits = 1 + static_cast<int>(std::floor(std::log10(std::fabs(value)) + 1e-9)) + decimals;
  return number(value, std::max(1, digits));
}

std::string tick_label(double value) {
  if (std::fabs(value) >= 1e6) return cells(value);
  return std::fabs(value) >= 1.0 ? number(value, 0) : number(value, 1);
}

}  // namespace

AxisScale AxisScale::linear(const std::vector<double>& values, bool include_zero) {
  AxisScale axis;
  const std::vector<double> kept = finite_of(values);
  double low = include_zero || kept.empty() ? 0.0 : kept.front();
  double high = kept.empty() ? 1.0 : include_zero ? 0.0 : kept.front();
  for (const double value : kept) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (high <= low) high = low + (low == 0.0 ? 1.0 : std::fabs(low));
  const double step = round_step(high - low);
  axis.low_ = std::floor(low / step + 1e-9) * step;
  axis.high_ = std::ceil(high / step - 1e-9) * step;
  const auto steps = static_cast<int>(std::lround((axis.high_ - axis.low_) / step));
  for (int i = 0; i <= steps; ++i) {
    double value = axis.low_ + i * step;
    if (std::fabs(value) < step * 1e-6) value = 0.0;
    axis.ticks_.push_back({value, linear_label(std::round(value / step) * step, step)});
  }
  return axis;
}

AxisScale AxisScale::logarithmic(const std::vector<double>& values) {
  AxisScale axis;
  axis.logarithmic_ = true;
  double low = 0.0;
  double high = 0.0;
  bool any = false;
  for (const double value : finite_of(values)) {
    if (value <= 0.0) {
      axis.zero_band_ = true;
      continue;
    }
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
  if (!any) low = high = 1.0;
  // Ends at 1, 2 or 5 times a power of ten, so that a narrow range is not lost in a whole decade.
  const auto round_out = [](double value, bool up) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    double found = up ? 10.0 * power : power;
    for (const double digit : {1.0, 2.0, 5.0}) {
      if (up && digit * power >= value * 0.999) return digit * power;
      if (!up && digit * power <= value * 1.001) found = digit * power;
    }
    return found;
  };
  axis.low_ = std::log10(round_out(low, false));
  axis.high_ = std::log10(round_out(high, true));
  if (axis.high_ - axis.low_ < 0.3) axis.high_ = axis.low_ + 1.0;
  if (axis.zero_band_) axis.ticks_.push_back({0.0, "0"});
  const bool narrow = axis.high_ - axis.low_ < 3.0;
  for (double power = std::floor(axis.low_); power <= axis.high_; power += 1.0) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      const double value = digit * std::pow(10.0, power);
      const bool inside = std::log10(value) >= axis.low_ - 1e-9 && std::log10(value) <= axis.high_ + 1e-9;
      if (inside && (digit == 1.0 || narrow)) axis.ticks_.push_back({value, tick_label(value)});
    }
  }
  return axis;
}

AxisScale AxisScale::apt(const std::vector<double>& values) {
  double low = 0.0;
  double high = 0.0;
  for (const double value : finite_of(values)) {
    if (value < 0.0) return linear(values, true);
    if (value == 0.0) continue;
    low = low == 0.0 ? value : std::min(low, value);
    high = std::max(high, value);
  }
  return low > 0.0 && high / low > worth_a_logarithm ? logarithmic(values) : linear(values, true);
}

void AxisScale::place(double pixel_low, double pixel_high) {
  pixel_low_ = pixel_low;
  pixel_high_ = pixel_high;
}

double AxisScale::pixel(double value) const {
  if (!logarithmic_) return pixel_low_ + (value - low_) / (high_ - low_) * (pixel_high_ - pixel_low_);
  const double start = zero_band_ ? zero_band_share : 0.0;
  if (value <= 0.0) return pixel_low_ + 0.3 * start * (pixel_high_ - pixel_low_);
  const double share = std::clamp((std::log10(value) - low_) / (high_ - low_), 0.0, 1.0);
  return pixel_low_ + (start + share * (1.0 - start)) * (pixel_high_ - pixel_low_);
}

}  // namespace azoo::report
