#include "study/rejections.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/problem.hpp"
#include "statistics/proportion.hpp"
#include "trial/analysis.hpp"
#include "trial/conduct.hpp"

namespace azoo::study {

namespace {

// The design with the two arms of the primary contrast, its primary endpoint, and nothing else to analyse.
trial::Design primary_comparison(trial::Design design) {
  const auto compared = [&design](const trial::Arm& arm) {
    return arm.name == design.analysis.primary_contrast_arm || arm.name == design.analysis.reference_arm;
  };
  std::erase_if(design.arms, [&](const trial::Arm& arm) { return !compared(arm); });
  std::erase_if(design.endpoints, [](const trial::Endpoint& endpoint) { return !endpoint.primary_efficacy; });
  design.screening.screened -= design.screening.enrolled;
  design.screening.enrolled = 0;
  for (const trial::Arm& arm : design.arms) design.screening.enrolled += arm.size;
  design.screening.screened = design.screening.enrolled;
  design.allocation.block_size = 0;
  design.histology_participants = 0;
  design.analysis.as_printed = {"paired_t"};
  design.analysis.recommended = {"rank_sum"};
  return design;
}

const trial::AnalysisRow* primary_test(const trial::Design& design,
                                       const std::vector<trial::AnalysisRow>& rows) {
  const std::string contrast =
      design.analysis.primary_contrast_arm + " - " + design.analysis.reference_arm + ":";
  const std::string& endpoint = design.endpoints.front().analyte;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const trial::AnalysisRow& row) {
    return row.analysis == "recommended" && row.endpoint == endpoint && row.contrast.starts_with(contrast) &&
           row.method.find("rank-sum") != std::string::npos;
  });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

RejectionCount count_rejections(const TrialStudy& study, int replicates, unsigned threads,
                                const StopFlag* stop,
                                const std::function<void(std::size_t, std::size_t)>& progress) {
  const trial::Design design = primary_comparison(study.design);
  const trial::Conduct conduct(design, study.parameters, design.seed);
  const auto places = static_cast<std::size_t>(conduct.places());
  const std::size_t total = static_cast<std::size_t>(replicates) * places;
  std::atomic<std::size_t> done = 0;
  RejectionCount count;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    std::vector<trial::TrialRecords> records(places);
    const bool whole = parallel_for(
        places, threads,
        [&](std::size_t place) {
          records[place] = conduct.fill_place(replicate, static_cast<int>(place));
          if (progress) progress(++done, total);
        },
        stop);
    if (!whole) throw Interrupted("stopped by a signal");
    const auto rows = trial::analyse(design, trial::assemble(design, design.seed, replicate, records));
    const trial::AnalysisRow* test = primary_test(design, rows);
    ++count.replicates;
    if (test == nullptr || std::isnan(test->p)) continue;
    ++count.computed;
    if (test->p < design.analysis.alpha) ++count.rejected;
  }
  const statistics::TestResult interval = statistics::clopper_pearson(count.rejected, count.computed);
  count.rate = interval.estimate;
  count.low = interval.ci_low;
  count.high = interval.ci_high;
  return count;
}

}  // namespace azoo::study
