#include "evidence/citation.hpp"

#include <algorithm>

namespace azoo::evidence {

namespace {

std::string key_of(std::string_view source, std::string_view number) {
  return std::string(source) + "/" + std::string(number);
}

void append(std::string& list, const std::string& item) {
  if (item.empty()) return;
  if (!list.empty()) list += "; ";
  list += item;
}

}  // namespace

Citations::Citations(const Record& record) : table_(&record.table("citations")), record_(&record) {
  for (std::size_t row = 0; row < table_->rows.size(); ++row)
    rows_.emplace(key_of(table_->cell(row, "source"), table_->cell(row, "number")), row);
}

std::optional<std::size_t> Citations::row(std::string_view source, std::string_view number) const {
  const auto found = rows_.find(key_of(source, number));
  return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

std::string Citations::text(const std::string& source, const std::string& numbers) const {
  std::string list;
  for (const std::string_view number : items_of(numbers)) {
    const auto at = row(source, number);
    std::string one = std::string(number) + ": ";
    if (at) {
      const std::string& year = table_->cell(*at, "year");
      one += table_->cell(*at, "first_author") + (year.empty() ? ", no year printed" : " " + year);
    } else {
      one += "not in the list";
    }
    append(list, one);
  }
  return list;
}

std::string Citations::dois(const std::string& source, const std::string& numbers) const {
  std::string list;
  for (const std::string_view number : items_of(numbers)) {
    if (const auto at = row(source, number)) append(list, table_->cell(*at, "doi"));
  }
  return list;
}

std::vector<std::string> Citations::works(const std::string& source, const std::string& numbers) const {
  std::vector<std::string> works;
  for (const std::string_view number : items_of(numbers)) {
    const auto at = row(source, number);
    const std::string work = at ? table_->cell(*at, "work") : source + "-" + std::string(number);
    if (std::find(works.begin(), works.end(), work) == works.end()) works.push_back(work);
  }
  return works;
}

std::string Citations::paper(const std::string& source) const {
  const auto at = record_->find(source);
  return at ? record_->tables()[at->table].cell(at->row, "key") : std::string();
}

std::string Citations::file(const std::string& source) const {
  const auto at = record_->find(source);
  return at ? record_->tables()[at->table].cell(at->row, "file") : std::string();
}

}  // namespace azoo::evidence
