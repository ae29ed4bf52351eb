// Analyses trial data, real or simulated, with the code that a simulated trial uses.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string

namespace azoo::study {

struct AnalyseRequest {
  std::filesystem::path
      data;  // a folder with participants.csv, visits.csv, events.csv; or the visits.csv itself
  std::filesystem::path study;  // protocol; empty: study.toml beside the data
  std::filesystem::path out;    // folder for analysis.csv and report.html; empty: nothing is written
  bool force = false;
};

struct AnalyseResult {
  std::string analysis_csv;
  std::filesystem::path report;  // empty when nothing was written
};

// Throws InputError with every fault of the protocol and the data.
[[nodiscard]] AnalyseResult analyse_data(const AnalyseRequest& request);

}  // namespace azoo::study
