// How often each test of the analysis calls a difference, over the replicates of a simulated trial, with the
// Monte Carlo error as an exact interval (Morris, White & Crowther 2019, Stat. Med. 38:2074-2102, on
// reporting simulation studies; Clopper & Pearson 1934 for the interval).
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/html_text.hpp"  // for Markup
#include "trial/records.hpp"     // for AnalysisRow

namespace azoo::report {

struct OperatingCharacteristic {
  std::string analysis;
  std::string endpoint;
  std::string contrast;
  std::string method;
  int computed = 0;  // replicates with a finite P
  int below = 0;     // of them, P (adjusted where adjusted) below alpha
};

[[nodiscard]] std::vector<OperatingCharacteristic> operating_characteristics(
    const std::vector<trial::AnalysisRow>& analysis, double alpha);
[[nodiscard]] Markup operating_characteristics_table(const std::vector<trial::AnalysisRow>& analysis,
                                                     double alpha, int replicates);

}  // namespace azoo::report
