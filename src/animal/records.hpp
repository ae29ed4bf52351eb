// The rows of the tables that an animal study leaves: which animals there were, what was read from them, and
// what the groups show. Column names of the CSV files equal the field names; a number that does not apply is
// NaN and written as an empty field.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "body/section_row.hpp"  // for SectionRow

namespace azoo::animal {

// animals.csv: one row an animal, in the order of groups, days of sacrifice and numbers in the group.
struct AnimalRow {
  std::string animal;  // "A001"
  std::string group;   // name of the group in the study file
  std::string species;
  double sacrificed_d = 0.0;
  std::string testes;                    // left | both: those from which the read-outs come
  double sertoli_cells = 0.0;            // of one testis of this animal
  double simulated_sites_percent = 0.0;  // of the Sertoli cells of a testis; 100 for a whole testis
  std::string note;                      // "busulfan 20 mg/kg: outside the data, extrapolated"; else empty
};

// readouts.csv: one row per measurement.
struct ReadoutRow {
  std::string animal;
  std::string group;
  double day = 0.0;     // of sacrifice
  std::string readout;  // key of `azoo observables animal`
  double value = 0.0;   // 0 when below_detection; NaN when there is no value
  std::string unit;
  std::string flag;  // "" | below_detection | not_reached | undefined
};

// sections.csv: the cross-sections that were scored, of the animals whose sections are kept. Participant is
// the animal, tubule the number of the cross-section.
using SectionRow = body::SectionRow;

// analysis.csv: one row per group, day and read-out.
struct SummaryRow {
  std::string group;
  double day = 0.0;
  std::string readout;
  std::string unit;
  int n = 0;  // animals with a value
  double mean = 0.0;
  double sd = 0.0;
  double se = 0.0;
  std::string control;  // name of the group compared with; empty for that group itself and without one
  double ratio = 0.0;   // mean over the control group's mean on the same day
  double ratio_low = 0.0;
  double ratio_high = 0.0;
  double ci_level = 0.95;
  std::string test;  // of the difference of the means; empty when none was possible
  double statistic = 0.0;
  double df = 0.0;
  double p = 0.0;
  std::string note;
};

struct AnimalRecords {
  std::vector<AnimalRow> animals;
  std::vector<ReadoutRow> readouts;
  std::vector<SectionRow> sections;
};

}  // namespace azoo::animal
