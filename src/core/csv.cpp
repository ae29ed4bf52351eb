#include "core/csv.hpp"

#include <set>

#include "core/files.hpp"

namespace azoo {

namespace {

// Walks the text once and hands back records with the line on which each begins.
class RecordReader {
 public:
  RecordReader(std::string_view text, const std::string& file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {}

  bool next(std::vector<std::string>& fields, int& line) {
    if (at_ >= text_.size()) return false;
    fields.assign(1, "");
    line = line_;
    bool quoted = false;
    int quote_line = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (quoted) {
        if (c == '"' && at_ < text_.size() && text_[at_] == '"') {
          fields.back() += text_[at_++];
        } else if (c == '"') {
          quoted = false;
        } else {
          if (c == '\n') ++line_;
          fields.back() += c;
        }
      } else if (c == '"' && fields.back().empty()) {
        quoted = true;
        quote_line = line_;
      } else if (c == ',') {
        fields.emplace_back();
      } else if (c == '\n') {
        ++line_;
        break;
      } else if (c != '\r') {
        fields.back() += c;
      }
    }
    if (quoted) problems_.add({file_, quote_line, 0}, "", "a quote that is never closed", "a closing quote");
    return true;
  }

 private:
  std::string_view text_;
  std::string file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
};

void check_header(const CsvTable& table, int line, Problems& problems) {
  std::set<std::string> seen;
  for (const std::string& name : table.header) {
    if (!seen.insert(name).second) {
      problems.add({table.file, line, 0}, name, "a column name that occurs twice", "each column once");
    }
  }
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i] == name) return i;
  }
  return std::nullopt;
}

CsvTable parse_csv(std::string_view text, const std::string& file, Problems& problems) {
  CsvTable table;
  table.file = file;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);  // byte order mark of spreadsheets
  if (!is_text(text)) {
    problems.add({file, 0, 0}, "", "a file that is not UTF-8 text", "a comma-separated table");
    return table;
  }
  RecordReader reader(text, file, problems);
  std::vector<std::string> fields;
  int line = 0;
  while (reader.next(fields, line)) {
    const bool blank = fields.size() == 1 && fields[0].empty();
    if (table.header.empty()) {
      if (blank || fields[0].starts_with('#')) continue;
      table.header = fields;
      check_header(table, line, problems);
    } else if (!blank) {
      if (fields.size() != table.header.size()) {
        problems.add({file, line, 0}, "", std::to_string(fields.size()) + " fields",
                     std::to_string(table.header.size()) + " as in the header");
        continue;
      }
      table.rows.push_back(fields);
      table.row_lines.push_back(line);
    }
  }
  if (table.header.empty())
    problems.add({file, 0, 0}, "", "no header line", "a first line with column names");
  return table;
}

CsvTable read_csv(const std::filesystem::path& path, Problems& problems) {
  const std::optional<std::string> text = read_file(path, problems);
  if (!text) return {path.string(), {}, {}, {}};
  return parse_csv(*text, path.string(), problems);
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    if (fields[i].find_first_of(",\"\n\r") == std::string::npos) {
      line += fields[i];
      continue;
    }
    line += '"';
    for (const char c : fields[i]) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + '\n';
}

}  // namespace azoo
