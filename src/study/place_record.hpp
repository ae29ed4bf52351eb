// One finished place of a trial as the payload of a journal record, and back.
#pragma once

#include <string>  // for string

#include "trial/records.hpp"  // for TrialRecords

namespace azoo::study {

[[nodiscard]] std::string to_payload(const trial::TrialRecords& records);
// Throws std::logic_error when the payload is none of ours.
[[nodiscard]] trial::TrialRecords from_payload(const std::string& payload);

}  // namespace azoo::study
