// The analysis as the paper printed it next to the analysis as recommended, the same endpoint on the same
// row, with one sentence on what the difference means.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput

namespace azoo::report {

// Rows of one endpoint and contrast; either may be null, not both.
struct AnalysisPair {
  std::string endpoint;
  const trial::AnalysisRow* printed = nullptr;
  const trial::AnalysisRow* recommended = nullptr;
};

// In the order of the analysis, endpoints kept together. The same contrast meets the same contrast; what is
// left of an endpoint stands alone.
[[nodiscard]] std::vector<AnalysisPair> pair_analyses(const std::vector<trial::AnalysisRow>& analysis,
                                                      int replicate);
[[nodiscard]] std::string difference_sentence(const AnalysisPair& pair, double alpha);
// "cells - hormones" and "cells: day_180 - baseline" in the words of the arms' labels.
[[nodiscard]] std::string contrast_words(const trial::Design& design, const std::string& contrast);
[[nodiscard]] Markup analysis_comparison(const TrialReportInput& input, int replicate);
// The P value that counts: adjusted where the analysis adjusted it.
[[nodiscard]] double deciding_p(const trial::AnalysisRow& row);

}  // namespace azoo::report
