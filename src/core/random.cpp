#include "core/random.hpp"

#include <Random123/philox.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace azoo {

namespace {

using Philox = r123::Philox4x32;

std::array<std::uint32_t, 2> halves(std::uint64_t value) {
  return {static_cast<std::uint32_t>(value), static_cast<std::uint32_t>(value >> 32)};
}

// log(k!). The plain lgamma also writes a global, which threads would race for.
double log_factorial(double k) {
  int sign = 0;
  return ::lgamma_r(k + 1.0, &sign);
}

RandomBlock philox(const std::array<std::uint32_t, 2>& key, const RandomBlock& counter) {
  const Philox::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
  const Philox::key_type k = {{key[0], key[1]}};
  const Philox::ctr_type out = Philox()(c, k);
  return {out[0], out[1], out[2], out[3]};
}

}  // namespace

// Two rounds of the generator itself turn the long address into a key: seed keys the first, its
// result (with the purpose) keys the second.
RandomStream::RandomStream(const StreamAddress& address) noexcept {
  const auto seed = halves(address.seed);
  const auto replicate = halves(address.replicate);
  const auto participant = halves(address.participant);
  const RandomBlock first = philox(seed, {replicate[0], replicate[1], participant[0], participant[1]});
  const RandomBlock second = philox(
      {first[0], first[1]}, {first[2], first[3], static_cast<std::uint32_t>(address.stream), 0x417a6f6fU});
  key_ = {second[0], second[1]};
}

RandomBlock RandomStream::block(std::uint32_t agent, std::uint32_t step, std::uint32_t draw) const noexcept {
  return philox(key_, {agent, step, draw, 0});
}

std::uint32_t Draws::word() noexcept {
  if (unused_ == 0) {
    block_ = stream_->block(agent_, step_, next_draw_++);
    unused_ = 4;
  }
  return block_[4 - unused_--];
}

// 52 bits and a half: with 53 the largest value would round to exactly 1.
double Draws::uniform() noexcept {
  const std::uint64_t high = word();
  const std::uint64_t low = word();
  return (static_cast<double>(((high << 32) | low) >> 12) + 0.5) * 0x1p-52;
}

double Draws::uniform(double low, double high) noexcept {
  return low + (high - low) * uniform();
}

bool Draws::bernoulli(double probability) noexcept {
  return uniform() < probability;
}

std::uint32_t Draws::below(std::uint32_t bound) noexcept {
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word()) * bound) >> 32);
}

// Box & Muller 1958; the second variate is left unused so that draws stay addressable.
double Draws::normal() noexcept {
  const double radius = std::sqrt(-2.0 * std::log(uniform()));
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double Draws::exponential() noexcept {
  return -std::log(uniform());
}

// Marsaglia & Tsang 2000, doi:10.1145/358407.358414; shapes below 1 by their boost.
double Draws::gamma(double shape) noexcept {
  if (!std::isfinite(shape)) return shape;  // the loop below would never accept
  if (shape < 1.0) return std::exp(log_gamma_variate(shape));
  const double d = shape - 1.0 / 3.0;
  const double c = 1.0 / std::sqrt(9.0 * d);
  for (;;) {
    const double x = normal();
    const double t = 1.0 + c * x;
    if (t <= 0.0) continue;
    const double v = t * t * t;
    if (std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
  }
}

// The logarithm of a gamma variate: for small shapes the variate itself underflows to 0.
double Draws::log_gamma_variate(double shape) noexcept {
  if (shape >= 1.0) return std::log(gamma(shape));
  const double boosted = std::log(gamma(shape + 1.0));
  return boosted + std::log(uniform()) / shape;
}

// x / (x + y) of two gamma variates, in logarithms so that small a and b do not give 0 / 0.
double Draws::beta(double a, double b) noexcept {
  const double log_x = log_gamma_variate(a);
  const double log_y = log_gamma_variate(b);
  return 1.0 / (1.0 + std::exp(log_y - log_x));
}

// Inversion below 30; above, the transformed rejection PTRS of Hoermann 1993,
// doi:10.1016/0167-6687(93)90997-4.
std::uint64_t Draws::poisson(double mean) noexcept {
  if (!(mean > 0.0)) return 0;
  if (mean < 30.0) {
    const double u = uniform();
    double probability = std::exp(-mean);
    double sum = probability;
    std::uint64_t k = 0;
    for (double before = -1.0; u > sum && sum > before;) {  // stops where rounding ends the sum below u
      ++k;
      probability *= mean / static_cast<double>(k);
      before = sum;
      sum += probability;
    }
    return k;
  }
  const double root = std::sqrt(mean);
  const double b = 0.931 + 2.53 * root;
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  const double v_r = 0.9277 - 3.6224 / (b - 2.0);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double us = 0.5 - std::fabs(u);
    const double k = std::floor((2.0 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= v_r) return static_cast<std::uint64_t>(k);
    if (k < 0.0 || (us < 0.013 && v > us)) continue;
    if (std::log(v) + std::log(inverse_alpha) - std::log(a / (us * us) + b) <=
        -mean + k * std::log(mean) - log_factorial(k)) {
      return static_cast<std::uint64_t>(k);
    }
  }
}

// Inversion while the expected count is small; above, the transformed rejection BTRS of
// Hoermann 1993, doi:10.1080/00949659308811496.
std::uint64_t Draws::binomial(std::uint64_t trials, double probability) noexcept {
  if (trials == 0 || !(probability > 0.0)) return 0;
  if (probability >= 1.0) return trials;
  if (probability > 0.5) return trials - binomial(trials, 1.0 - probability);
  const double n = static_cast<double>(trials);
  const double p = probability;
  const double q = 1.0 - p;
  if (n * p < 10.0) {
    const double u = uniform();
    double mass = std::exp(n * std::log1p(-p));
    double sum = mass;
    std::uint64_t k = 0;
    for (double before = -1.0; u > sum && sum > before && k < trials;) {
      ++k;
      mass *= (n - static_cast<double>(k) + 1.0) / static_cast<double>(k) * (p / q);
      before = sum;
      sum += mass;
    }
    return k;
  }
  const double spq = std::sqrt(n * p * q);
  const double b = 1.15 + 2.53 * spq;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double c = n * p + 0.5;
  const double v_r = 0.92 - 4.2 / b;
  const double alpha = (2.83 + 5.1 / b) * spq;
  const double mode = std::floor((n + 1.0) * p);
  const double log_ratio = std::log(p / q);
  const double h = log_factorial(mode) + log_factorial(n - mode);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double us = 0.5 - std::fabs(u);
    const double k = std::floor((2.0 * a / us + b) * u + c);
    if (k < 0.0 || k > n) continue;
    if (us >= 0.07 && v <= v_r) return static_cast<std::uint64_t>(k);
    if (std::log(v * alpha / (a / (us * us) + b)) <=
        h - log_factorial(k) - log_factorial(n - k) + (k - mode) * log_ratio) {
      return static_cast<std::uint64_t>(k);
    }
  }
}

std::uint64_t Draws::beta_binomial(std::uint64_t trials, double probability, double rho) noexcept {
  if (trials == 0 || !(probability > 0.0)) return 0;
  if (probability >= 1.0) return trials;
  if (!(rho > 0.0)) return binomial(trials, probability);
  if (rho >= 1.0) return bernoulli(probability) ? trials : 0;
  const double size = 1.0 / rho - 1.0;
  return binomial(trials, beta(probability * size, (1.0 - probability) * size));
}

std::uint64_t Draws::negative_binomial(double mean, double k) noexcept {
  if (!(mean > 0.0)) return 0;
  if (std::isinf(k)) return poisson(mean);  // the limit without extra variance
  return poisson(gamma(k) * mean / k);
}

double Draws::lognormal(double median, double sigma_log) noexcept {
  return median * std::exp(sigma_log * normal());
}

}  // namespace azoo
