#include "study/evidence_ids.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "evidence/record.hpp"

namespace azoo::study {

bool is_record_id(const std::string& text) {
  if (text.starts_with("EX-")) return true;
  const auto digit = [&text](std::size_t at) {
    return std::isdigit(static_cast<unsigned char>(text[at])) != 0;
  };
  return text.size() > 5 && text[0] == 'E' && digit(1) && digit(2) && digit(3) && text[4] == '-';
}

void check_record_ids(TomlReader& root, const std::vector<std::string>& texts,
                      const std::filesystem::path& data) {
  if (std::none_of(texts.begin(), texts.end(), is_record_id)) return;
  const std::set<std::string> ids = evidence::ids_of_record(data / "evidence");
  for (const std::string& text : texts) {
    if (is_record_id(text) && !ids.contains(text))
      root.fault("evidence",
                 "ids of rows of data/evidence, not " + text + " (azoo evidence lists the tables)");
  }
}

}  // namespace azoo::study
