// The four analyses of analysis.hpp as functions of one replicate, and the few things they share: how a
// result becomes a row, and what must be said about a comparison of two arms.
#pragma once

#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "statistics/test_result.hpp"  // for TestResult
#include "trial/analysis_data.hpp"     // for MenByArm
#include "trial/design.hpp"            // for Design
#include "trial/records.hpp"           // for AnalysisRow

namespace azoo::trial {

struct ReplicateData {
  const Design& design;
  int replicate = 0;
  MenByArm men;
};

void add_descriptive(const ReplicateData& data, std::vector<AnalysisRow>& rows);
void add_as_printed(const ReplicateData& data, std::vector<AnalysisRow>& rows);
void add_recommended(const ReplicateData& data, std::vector<AnalysisRow>& rows);
void add_responders(const ReplicateData& data, std::vector<AnalysisRow>& rows);
void add_safety(const ReplicateData& data, std::vector<AnalysisRow>& rows);

// What a row is about; its numbers are empty.
struct RowKey {
  std::string analysis;
  std::string endpoint;
  std::string population;
  std::string contrast;
};
[[nodiscard]] AnalysisRow empty_row(const ReplicateData& data, const RowKey& key);
// Refusal and note of the result come first in the row's note, `note` after them.
[[nodiscard]] AnalysisRow row_of(const ReplicateData& data, const RowKey& key,
                                 const statistics::TestResult& result, const std::string& unit,
                                 const std::string& note);
// A row that says why a whole comparison was left out.
[[nodiscard]] AnalysisRow refused_row(const ReplicateData& data, const RowKey& key, const std::string& method,
                                      const std::string& reason);

// A fraction with its interval as percentages.
[[nodiscard]] statistics::TestResult in_percent(statistics::TestResult fraction);
// 1 - alpha.
[[nodiscard]] double level_of(const Design& design);
[[nodiscard]] std::string unit_of(const std::string& analyte);
// The listed methods hold it, or the list is empty.
[[nodiscard]] bool wants(const std::vector<std::string>& listed, const std::string& method);
// Rows for listed methods that do not exist.
void add_unknown_methods(const ReplicateData& data, const std::string& analysis,
                         const std::vector<std::string>& listed, const std::vector<std::string>& known,
                         std::vector<AnalysisRow>& rows);

// The index of the reference arm; nothing when no arm has that name.
[[nodiscard]] std::optional<std::size_t> reference_arm(const Design& design);
// Why no arm can be compared with the reference arm, "" when one can.
[[nodiscard]] std::string no_contrast_reason(const Design& design);
// "differs from hormones in surgery and product: effects cannot be separated; allocation was not random"
[[nodiscard]] std::string contrast_caveat(const Design& design, const Arm& arm, const Arm& reference);

[[nodiscard]] std::string within_contrast(const Arm& arm, const Endpoint& endpoint);
[[nodiscard]] std::string between_contrast(const Arm& arm, const Arm& reference, const Endpoint& endpoint);

}  // namespace azoo::trial
