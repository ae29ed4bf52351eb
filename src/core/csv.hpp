// Comma-separated tables after RFC 4180: quoted fields, doubled quotes, a header line.
#pragma once

#include <cstddef>      // for size_t
#include <filesystem>   // for path
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"  // for Problems, Place

namespace azoo {

struct CsvTable {
  std::string file;  // named in messages
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // every row has as many fields as the header
  std::vector<int> row_lines;                  // line on which each row begins

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  [[nodiscard]] Place place(std::size_t row) const { return {file, row_lines.at(row), 0}; }
};

// Lines that begin with '#' before the header are comments; empty lines are passed over. Problems: no header,
// a header name twice, columns divided by semicolons or tabs, a row of the wrong width, an open quote, text
// after a closing quote, a byte that is not UTF-8 text.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& file, Problems& problems);
[[nodiscard]] CsvTable read_csv(const std::filesystem::path& path, Problems& problems);

// One line with its line end; quotes where needed.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace azoo
