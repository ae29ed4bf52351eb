#include "core/csv.hpp"

#include <set>
#include <utility>

#include "core/files.hpp"

namespace azoo {

namespace {

// Walks the text once and hands back records with the line on which each begins.
class RecordReader {
 public:
  RecordReader(std::string_view text, const std::string& file, Problems& problems)
      : text_(text), file_(file), problems_(problems) {}

  struct Record {
    std::vector<std::string> fields;
    int line = 0;
    bool blank = false;  // nothing at all on the line; a quoted empty field is something
  };

  // Comment lines are left out whole: a quote in one must not open a field.
  void skip_comments() {
    while (at_ < text_.size() && text_[at_] == '#') {
      while (at_ < text_.size() && !end_of_line()) ++at_;
    }
  }

  std::optional<Record> next() {
    if (at_ >= text_.size()) return std::nullopt;
    Record record{{""}, line_, true};
    while (at_ < text_.size() && !end_of_line()) {
      record.blank = false;
      if (text_[at_] == ',') {
        ++at_;
        record.fields.emplace_back();
      } else if (text_[at_] == '"' && record.fields.back().empty()) {
        quoted(record.fields.back());
      } else {
        record.fields.back() += text_[at_++];
      }
    }
    return record;
  }

 private:
  // Line ends of every system: \n, \r\n, and \r alone. Steps over the one it finds.
  bool end_of_line() {
    if (text_[at_] != '\n' && text_[at_] != '\r') return false;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2U : 1U;
    ++line_;
    return true;
  }

  void quoted(std::string& field) {
    const int first_line = line_;
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c != '"') {
        field += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        field += text_[at_++];
      } else {
        const bool ends = at_ == text_.size() || std::string_view(",\r\n").find(text_[at_]) < 3;
        if (!ends) {
          problems_.add({file_, line_, 0}, "", "text after a closing quote",
                        "a comma or the end of the line (a quote inside a quoted field is written twice)");
        }
        return;
      }
    }
    problems_.add({file_, first_line, 0}, "", "a quote that is never closed", "a closing quote");
  }

  std::string_view text_;
  std::string file_;
  Problems& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
};

void check_header(const CsvTable& table, int line, Problems& problems) {
  if (table.header.size() == 1 && table.header[0].find_first_of(";\t") != std::string::npos) {
    problems.add({table.file, line, 0}, "", "columns divided by semicolons or tabs",
                 "columns divided by commas, with a decimal point in numbers");
  }
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
  reader.skip_comments();
  while (auto record = reader.next()) {
    if (record->blank) {
      if (table.header.empty()) reader.skip_comments();
    } else if (table.header.empty()) {
      table.header = std::move(record->fields);
      check_header(table, record->line, problems);
    } else if (record->fields.size() != table.header.size()) {
      problems.add({file, record->line, 0}, "", std::to_string(record->fields.size()) + " fields",
                   std::to_string(table.header.size()) + " as in the header");
    } else {
      table.rows.push_back(std::move(record->fields));
      table.row_lines.push_back(record->line);
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
  if (fields.size() == 1 && fields[0].empty()) return "\"\"\n";  // an empty line would read as no row
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += ',';
    // A first field that begins with # would read as a comment.
    const bool plain = fields[i].find_first_of(",\"\n\r") == std::string::npos;
    if (plain && !(i == 0 && fields[i].starts_with('#'))) {
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
