// Actions of `azoo evidence` that write pictures; apart from those that answer in text.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "azoo/commands.hpp"    // for EvidenceArguments
#include "evidence/record.hpp"  // for Record

namespace azoo::app {

[[nodiscard]] int evidence_map_action(const evidence::Record& record, const EvidenceArguments& arguments);
[[nodiscard]] int evidence_pool_action(const evidence::Record& record, const EvidenceArguments& arguments);

// The ending of the file name, which must be one of these.
[[nodiscard]] std::string need_ending(const std::string& file, const std::vector<std::string>& endings);

}  // namespace azoo::app
