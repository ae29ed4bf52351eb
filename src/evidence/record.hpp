// The published record as loaded: every table with its schema, every row with the file and line it stands on,
// ids of all tables in one index, the words of the normalised fields. Loading looks at shape only; whether
// the rows hold what they should is for check.hpp.
#pragma once

#include <cstddef>        // for size_t
#include <cstdint>        // for uint32_t
#include <filesystem>     // for path
#include <optional>       // for optional
#include <set>            // for set
#include <string>         // for string
#include <string_view>    // for string_view
#include <unordered_map>  // for unordered_map
#include <vector>         // for vector

#include "core/problem.hpp"     // for Place, Problems
#include "evidence/schema.hpp"  // for TableSchema
#include "evidence/words.hpp"   // for Words

namespace azoo::evidence {

struct EvidenceRow {
  std::vector<std::string> cells;  // one a field of the schema
  std::uint32_t file = 0;          // position in EvidenceTable::files
  int line = 0;
};

struct EvidenceTable {
  TableSchema schema;
  std::vector<std::string> files;  // as named in messages
  std::vector<EvidenceRow> rows;

  // Empty when the table has no such field.
  [[nodiscard]] const std::string& cell(std::size_t row, std::string_view field) const;
  [[nodiscard]] Place place(std::size_t row) const { return {files[rows[row].file], rows[row].line, 0}; }
  [[nodiscard]] std::string file_stem(std::size_t row) const;  // "000", "common", "cross"
};

struct RowAddress {
  std::size_t table = 0;
  std::size_t row = 0;
};

class Record {
 public:
  explicit Record(std::vector<EvidenceTable> tables);

  [[nodiscard]] const std::vector<EvidenceTable>& tables() const { return tables_; }
  // A table without rows when there is none of that name.
  [[nodiscard]] const EvidenceTable& table(std::string_view name) const;
  [[nodiscard]] bool has_table(std::string_view name) const;
  // The first row with that id.
  [[nodiscard]] std::optional<RowAddress> find(const std::string& id) const;
  [[nodiscard]] const Words& words() const { return words_; }

 private:
  std::vector<EvidenceTable> tables_;
  std::unordered_map<std::string, RowAddress> ids_;
  Words words_;
};

// Problems: folders and files that are missing or unknown, schemas, headers that differ from the schema, rows
// of the wrong width. A file with a wrong header gives no rows.
[[nodiscard]] Record load_record(const std::filesystem::path& folder, Problems& problems);

// The ids of all rows, without schemas and checks: whether a row that somebody cites is there.
[[nodiscard]] std::set<std::string> ids_of_record(const std::filesystem::path& folder);

}  // namespace azoo::evidence
