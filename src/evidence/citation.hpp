// What a reference number of a paper stands for: first author, year and DOI of the entry in that paper's
// reference list.
#pragma once

#include <cstddef>        // for size_t
#include <optional>       // for optional
#include <string>         // for string
#include <string_view>    // for string_view
#include <unordered_map>  // for unordered_map
#include <vector>         // for vector

#include "evidence/record.hpp"  // for Record

namespace azoo::evidence {

class Citations {
 public:
  explicit Citations(const Record& record);

  // Row in the table of citations.
  [[nodiscard]] std::optional<std::size_t> row(std::string_view source, std::string_view number) const;
  // "64: Ganjibakhsh M 2022; 65: Hua R 2025" for a list of numbers; "64: not in the list" where it is not.
  [[nodiscard]] std::string text(const std::string& source, const std::string& numbers) const;
  // DOIs of the numbers, where the list prints them.
  [[nodiscard]] std::string dois(const std::string& source, const std::string& numbers) const;
  // Keys of the published works behind the numbers, each once.
  [[nodiscard]] std::vector<std::string> works(const std::string& source, const std::string& numbers) const;
  // Short name of a paper of the record, "tian-2025", and the file its text was read from.
  [[nodiscard]] std::string paper(const std::string& source) const;
  [[nodiscard]] std::string file(const std::string& source) const;

 private:
  const EvidenceTable* table_;
  const Record* record_;
  std::unordered_map<std::string, std::size_t> rows_;  // "000/64"
};

}  // namespace azoo::evidence
