// The files of a finished screen but for those of its pairs: tables, network, figures and report.
#pragma once

#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "docking/dock.hpp"        // for SearchRecord
#include "screen/agreement.hpp"    // for Agreement
#include "screen/matrix.hpp"       // for Matrix, ChanceFunction
#include "screen/pair_scores.hpp"  // for PairScores
#include "screen/ranking.hpp"      // for Standing
#include "study/screen_study.hpp"  // for ScreenStudy

namespace azoo::study {

// What docking gave, in the order of the design's pairs.
struct ScreenOutcome {
  std::vector<screen::PairScores> scores;
  std::vector<docking::SearchRecord> searches;
  bool calibrated = false;
};

class ScreenReporting {
 public:
  // The study must outlive it.
  ScreenReporting(const ScreenStudy& study, const ScreenOutcome& outcome,
                  const screen::ChanceFunction& chance);

  // Names and contents, figures/NAME.svg among them.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& files() const { return files_; }
  // What a person wants to know first.
  [[nodiscard]] const std::vector<std::string>& summary() const { return summary_; }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
  std::vector<std::string> summary_;
};

// structures.csv: what was docked, by its file's own words.
[[nodiscard]] std::string structures_csv(const ScreenStudy& study);
// searches.csv: how each pair was searched.
[[nodiscard]] std::string searches_csv(const screen::Design& design, const ScreenOutcome& outcome);

}  // namespace azoo::study
