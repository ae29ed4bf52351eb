// Cross-sections of a man's sampled tubules as rows of sections.csv.
#pragma once

#include <vector>  // for vector

#include "body/patient.hpp"   // for Patient
#include "trial/records.hpp"  // for SectionRow

namespace azoo::trial {

// All sampled tubules of one testis, one ring of sites each; participant, day and replicate are left to the
// caller.
[[nodiscard]] std::vector<SectionRow> section_rows(const body::Patient& patient, std::size_t side);

}  // namespace azoo::trial
