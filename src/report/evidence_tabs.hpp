// The tabs of the evidence page beside the matrix. Each is a section that stands for itself: a table whose
// rows carry what the page's script filters by, and the filters.
#pragma once

#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "evidence/record.hpp"   // for Record
#include "report/html_text.hpp"  // for Markup

namespace azoo::report {

struct EvidenceTab {
  std::string id;
  std::string heading;
  Markup content;
};

[[nodiscard]] EvidenceTab inducers_tab(const evidence::Record& record);
[[nodiscard]] EvidenceTab trials_tab(const evidence::Record& record);
[[nodiscard]] EvidenceTab mirna_tab(const evidence::Record& record);
[[nodiscard]] EvidenceTab conflicts_tab(const evidence::Record& record);
[[nodiscard]] EvidenceTab pooling_tab(const evidence::Record& record);

// A choice of one value or all; `key` is the data attribute that items carry.
struct Filter {
  std::string key;
  std::string label;
  std::vector<std::string> values;
};
// Values in order of the alphabet, each once, lists taken apart.
void add_value(Filter& filter, const std::string& cell);
[[nodiscard]] Markup filter_bar(std::vector<Filter> filters);
// ` data-KEY="|value|value|"`; an item is shown when its list holds the chosen value.
[[nodiscard]] std::string data_attribute(const std::string& key, const std::string& cell);

}  // namespace azoo::report
