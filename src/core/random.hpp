// Random numbers as a pure function of who asks. A stream is keyed by seed, replicate, participant
// and purpose; within it every number has an address (agent, step, draw). Thread count and visiting
// order therefore cannot change a result. Generator: Philox4x32-10 of Random123 (Salmon, Moraes,
// Dror & Shaw 2011, doi:10.1145/2063384.2063405).
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint32_t

namespace azoo {

// Every purpose for which random numbers are drawn. Values are part of what makes a run repeatable:
// append, never reorder.
enum class Stream : std::uint32_t {
  known_answer_test = 0,
  candidate_characteristics = 1,
  candidate_matching = 2,
  screening_order = 3,
  allocation = 4,
  histology = 5,
  sheet_start = 6,
  sheet_stem_fate = 7,
  sheet_spreading = 8,
  sheet_survival = 9,
  sheet_release = 10,
  hormone_set_points = 11,
  product_manufacture = 12,
  product_delivery = 13,
  product_response = 14,
  assay = 15,
  semen_analysis = 16,
  biopsy = 17,
  adverse_events = 18,
  withdrawal = 19,
  visit_timing = 20,
  foci = 21,
  parameter_ensemble = 22,
  histology_picture = 23,
  animal_characteristics = 24,
  histology_sampling = 25,
  sperm_count = 26,
  wave_start = 27,
  fit_check = 28,
};

struct StreamAddress {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  std::uint64_t participant = 0;
  Stream stream = Stream::known_answer_test;
};

using RandomBlock = std::array<std::uint32_t, 4>;

// One stream: 2^96 independent blocks of four 32-bit words, addressed, never advanced.
class RandomStream {
 public:
  explicit RandomStream(const StreamAddress& address) noexcept;
  [[nodiscard]] RandomBlock block(std::uint32_t agent, std::uint32_t step, std::uint32_t draw) const noexcept;
  // For RandomBatch.
  [[nodiscard]] const std::array<std::uint32_t, 2>& key() const noexcept { return key_; }

 private:
  std::array<std::uint32_t, 2> key_;
};

// Open interval (0, 1) with 32 random bits; never 0 or 1, so logarithms are safe.
[[nodiscard]] constexpr double uniform01(std::uint32_t word) noexcept {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

// The draws of one agent at one step, taken in order.
class Draws {
 public:
  // The stream must outlive the draws; a temporary would not.
  Draws(RandomStream&& stream, std::uint32_t agent, std::uint32_t step) = delete;
  Draws(const RandomStream& stream, std::uint32_t agent, std::uint32_t step) noexcept
      : stream_(&stream), agent_(agent), step_(step) {}

  [[nodiscard]] std::uint32_t word() noexcept;
  [[nodiscard]] double uniform() noexcept;  // (0, 1), 52 bits
  [[nodiscard]] double uniform(double low, double high) noexcept;
  [[nodiscard]] bool bernoulli(double probability) noexcept;
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) noexcept;  // 0 .. bound-1, bound > 0
  [[nodiscard]] double normal() noexcept;                           // mean 0, SD 1
  [[nodiscard]] double exponential() noexcept;                      // mean 1
  [[nodiscard]] double gamma(double shape) noexcept;                // scale 1, shape > 0
  [[nodiscard]] double beta(double a, double b) noexcept;
  [[nodiscard]] std::uint64_t poisson(double mean) noexcept;
  [[nodiscard]] std::uint64_t binomial(std::uint64_t trials, double probability) noexcept;
  // Probability varies between clusters: beta with the same mean and intra-cluster correlation rho.
  [[nodiscard]] std::uint64_t beta_binomial(std::uint64_t trials, double probability, double rho) noexcept;
  // Counts with mean and dispersion k: variance = mean + mean^2 / k.
  [[nodiscard]] std::uint64_t negative_binomial(double mean, double k) noexcept;
  // Log-normal by its median and the SD of the logarithm.
  [[nodiscard]] double lognormal(double median, double sigma_log) noexcept;

 private:
  [[nodiscard]] double log_gamma_variate(double shape) noexcept;

  const RandomStream* stream_;
  std::uint32_t agent_;
  std::uint32_t step_;
  std::uint32_t next_draw_ = 0;
  RandomBlock block_{};
  unsigned unused_ = 0;
};

}  // namespace azoo
