// Which published rules apply to a man: for and against a pathway and a source of cells, and which hang on
// what is not known of him. A look-up in the record, for research; not for patient care.
#pragma once

#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for Record
#include "evidence/sheet.hpp"   // for Sheet

namespace azoo::evidence {

struct Patient {
  std::vector<std::string> aetiologies;  // words of that kind, as resolved
  std::string karyotype;                 // empty: unknown
  std::string inflammation;              // "yes", "no", empty: unknown
  std::optional<double> age_years;
};

// Resolves other names; a cause that is a karyotype too sets both. Problems: words that are unknown, an age
// that cannot be.
[[nodiscard]] Patient read_patient(const Record& record, const std::vector<std::string>& aetiologies,
                                   const std::string& karyotype, const std::string& inflammation,
                                   std::optional<double> age_years, Problems& problems);

struct Advice {
  std::size_t row = 0;              // in the table of rules
  std::vector<std::string> unless;  // what must hold beside what is known; empty: the rule applies
};

// Rules that apply or may apply, in the order of the record.
[[nodiscard]] std::vector<Advice> advise(const Record& record, const Patient& patient);

// As text for people, and as a sheet (fields `verdict` and `depends_on` before those of the rules).
[[nodiscard]] std::string advice_text(const Record& record, const Patient& patient,
                                      const std::vector<Advice>& advice);
[[nodiscard]] Sheet advice_sheet(const Record& record, const std::vector<Advice>& advice);

inline constexpr const char* not_for_care =
    "What papers say, for research. Not for patient care: no reason to treat, or not to treat, a person.";

}  // namespace azoo::evidence
