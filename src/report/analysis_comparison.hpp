// The analysis as the paper printed it next to the analysis as recommended, the same endpoint on the same
// row, with one sentence on what the difference means.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput

namespace azoo::report {

// Rows of one endpoint that compare the same arms: "cells: ..." or "cells - hormones: ...", whatever follows
// the colon. Not all are empty.
struct AnalysisPair {
  std::string endpoint;
  std::string arms;
  std::vector<const trial::AnalysisRow*> printed;
  std::vector<const trial::AnalysisRow*> recommended;
};

// In the order of the analysis, endpoints kept together.
[[nodiscard]] std::vector<AnalysisPair> pair_analyses(const std::vector<trial::AnalysisRow>& analysis,
                                                      int replicate);
[[nodiscard]] std::string difference_sentence(const AnalysisPair& pair, double alpha);
// "cells - hormones" and "cells: day_180 - baseline" in the words of the arms' labels.
[[nodiscard]] std::string contrast_words(const trial::Design& design, const std::string& contrast);
[[nodiscard]] Markup analysis_comparison(const TrialReportInput& input, int replicate);
// The P value that counts: adjusted where the analysis adjusted it.
[[nodiscard]] double deciding_p(const trial::AnalysisRow& row);

}  // namespace azoo::report
