// The published record of a study as data: what it printed, and where its statements cannot both hold.
// Rows stand in data/evidence/*.csv; numbers are kept as printed and, beside that, normalised.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"  // for Problems

namespace azoo::evidence {

// data/evidence/outcomes.csv
struct PublishedOutcome {
  std::string id;         // "E003-O01"
  std::string study;      // "zhankina-2024"
  std::string arm;        // arm as the paper names it
  std::string endpoint;   // analyte key, e.g. "fsh"
  std::string time;       // "baseline", "6 months", "change"
  std::string printed;    // exactly as printed
  std::string direction;  // up | down | none | ""
  double value = 0.0;     // normalised; NaN when only a direction is printed
  double low = 0.0;       // interval as printed, NaN when none
  double high = 0.0;
  std::string unit;       // "not stated" where the paper gives none
  std::string place;      // "Results, clinical safety and efficacy"
  std::string note;
};

// data/evidence/contradictions.csv
struct Contradiction {
  std::string id;
  std::string study;
  std::string statement_a;
  std::string place_a;
  std::string statement_b;
  std::string place_b;
  std::string treatment;  // how the model treats it
};

[[nodiscard]] std::vector<PublishedOutcome> read_outcomes(const std::filesystem::path& file, Problems& problems);
[[nodiscard]] std::vector<Contradiction> read_contradictions(const std::filesystem::path& file, Problems& problems);

}  // namespace azoo::evidence
