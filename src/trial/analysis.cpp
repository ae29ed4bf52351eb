#include "trial/analysis.hpp"

#include "core/parallel.hpp"
#include "trial/analysis_data.hpp"
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

std::vector<AnalysisRow> analyse(const Design& design, const TrialRecords& records, unsigned threads) {
  const std::vector<ReplicateRecords> replicates = by_replicate(records);
  std::vector<std::vector<AnalysisRow>> parts(replicates.size());
  parallel_for(replicates.size(), threads, [&](std::size_t i) {
    const ReplicateData data{design, replicates[i].replicate, men_by_arm(design, replicates[i])};
    add_descriptive(data, parts[i]);
    add_as_printed(data, parts[i]);
    add_recommended(data, parts[i]);
    add_responders(data, parts[i]);
    add_safety(data, parts[i]);
  });
  std::vector<AnalysisRow> rows;
  for (std::vector<AnalysisRow>& part : parts) {
    for (AnalysisRow& row : part) rows.push_back(std::move(row));
  }
  return rows;
}

const std::vector<std::string>& as_printed_methods() {
  static const std::vector<std::string> list = {"paired_t", "student_t"};
  return list;
}

const std::vector<std::string>& recommended_methods() {
  static const std::vector<std::string> list = {"change_t",   "signed_rank", "rank_sum",
                                                "log_ancova", "welch_t",     "responders"};
  return list;
}

}  // namespace azoo::trial
