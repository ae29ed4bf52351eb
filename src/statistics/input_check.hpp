// Checks that the procedures run on their input before any arithmetic. Each returns the refusal as a plain
// sentence, or an empty string when the input is fit.
#pragma once

#include <cstddef>      // for size_t
#include <span>         // for samples
#include <string>       // for the refusal
#include <string_view>  // for sample names

#include "statistics/test_result.hpp"  // for TestOptions

namespace azoo::statistics {

// "needs at least 2 values in the first sample, got 1"; `sample` is empty where there is only one.
[[nodiscard]] std::string check_size(std::span<const double> values, std::size_t least,
                                     std::string_view sample);

// "value 3 of the first sample is NaN"; counting starts at 1.
[[nodiscard]] std::string check_finite(std::span<const double> values, std::string_view sample);

// The level lies inside (0, 1) and the null value is finite.
[[nodiscard]] std::string check_options(const TestOptions& options);

// Options, size and finiteness of one sample, in that order; the first complaint wins.
[[nodiscard]] std::string check_one_sample(std::span<const double> values, std::size_t least,
                                           const TestOptions& options);
[[nodiscard]] std::string check_two_samples(std::span<const double> first, std::span<const double> second,
                                            std::size_t least, const TestOptions& options);
// Also that both have the same length.
[[nodiscard]] std::string check_pairs(std::span<const double> first, std::span<const double> second,
                                      std::size_t least, const TestOptions& options);

}  // namespace azoo::statistics
