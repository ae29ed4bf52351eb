// How often a trial rejects: its size when nothing works, its power under a planted effect. Counts the
// primary test of the recommended analysis over replicates.
#pragma once

#include <functional>  // for function

#include "core/parallel.hpp"      // for StopFlag
#include "study/trial_study.hpp"  // for TrialStudy

namespace azoo::study {

struct RejectionCount {
  int replicates = 0;
  int computed = 0;  // replicates whose test could be computed
  int rejected = 0;  // of them, p < alpha
  double rate = 0.0;
  double low = 0.0;  // Clopper-Pearson, 95 %
  double high = 0.0;
};

// Simulates only the two arms that the primary test compares: places share nothing, so the others cannot
// change it. Throws Interrupted when stopped.
[[nodiscard]] RejectionCount count_rejections(
    const TrialStudy& study, int replicates, unsigned threads, const StopFlag* stop = nullptr,
    const std::function<void(std::size_t, std::size_t)>& progress = {});

}  // namespace azoo::study
