// The tables by which the docking is judged, beside the published figures of MEGADOCK.
#pragma once

#include <span>    // for span
#include <string>  // for string

#include "complex_result.hpp"      // for ComplexResult
#include "docking/evaluation.hpp"  // for CapriClass

namespace azoo::bench {

[[nodiscard]] std::string heading();
[[nodiscard]] std::string row_of(const ComplexResult& result);
[[nodiscard]] std::string totals(std::span<const ComplexResult> results);

// Complexes with one of at least this class among the first `top`; one that failed counts as a miss.
[[nodiscard]] std::size_t with_pose(std::span<const ComplexResult> results, std::size_t top,
                                    docking::CapriClass least);
[[nodiscard]] std::size_t with_cluster(std::span<const ComplexResult> results, std::size_t top,
                                       docking::CapriClass least);
[[nodiscard]] double mean_cpu_s(std::span<const ComplexResult> results);  // of those that were docked
[[nodiscard]] double peak_memory_MB(std::span<const ComplexResult> results);

}  // namespace azoo::bench
