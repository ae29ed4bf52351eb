// What stands in a report beside a result: the outcomes a study printed and the contradictions of its paper,
// taken from the tables of the record. Numbers are kept as printed and, beside that, normalised.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for Record

namespace azoo::evidence {

// A row of data/evidence/outcomes.
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
  std::string unit;   // "not stated" where the paper gives none
  std::string place;  // "Results, clinical safety and efficacy"
  std::string note;
};

// A row of data/evidence/conflicts with its sides; sides after the second are joined to it.
struct Contradiction {
  std::string id;
  std::string study;  // short names of the papers concerned, "roshandel-2022; zhankina-2024"
  std::string statement_a;
  std::string place_a;
  std::string statement_b;
  std::string place_b;
  std::string treatment;  // how the model treats it
};

// Problems: a number that is none, intervals that cannot be, rows that say nothing, no rows at all.
[[nodiscard]] std::vector<PublishedOutcome> read_outcomes(const Record& record, Problems& problems);
[[nodiscard]] std::vector<Contradiction> read_contradictions(const Record& record, Problems& problems);

}  // namespace azoo::evidence
