#include "evidence/database.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/number_text.hpp"

namespace azoo::evidence {

struct Database::Handle {
  sqlite3* db = nullptr;
  const Words* words = nullptr;
  ~Handle() { sqlite3_close(db); }
};

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

void need(bool good, sqlite3* db) {
  if (!good) throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db));
}

void execute(sqlite3* db, const std::string& sql) {
  need(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, db);
}

Statement prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  need(sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size()), &raw, nullptr) == SQLITE_OK, db);
  return {raw, sqlite3_finalize};
}

std::string in_quotes(const std::string& name) {
  return "\"" + name + "\"";
}

const char* sql_type(FieldType type) {
  if (is_list(type)) return "TEXT";
  if (type == FieldType::number) return "REAL";
  return is_number(type) ? "INTEGER" : "TEXT";
}

void bind_text(sqlite3_stmt* statement, int at, std::string_view text) {
  sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

// What is empty in the record is NULL.
void bind_cell(sqlite3_stmt* statement, int at, const SheetColumn& column, const std::string& cell) {
  const bool number = is_number(column.type) && !is_list(column.type);
  if (cell.empty()) {
    sqlite3_bind_null(statement, at);
  } else if (const auto whole =
                 number && column.type != FieldType::number ? parse_integer(cell) : std::nullopt) {
    sqlite3_bind_int64(statement, at, *whole);
  } else if (const auto value = number ? parse_number(cell) : std::nullopt) {
    sqlite3_bind_double(statement, at, *value);
  } else {
    bind_text(statement, at, cell);
  }
}

void step_once(sqlite3* db, sqlite3_stmt* statement) {
  need(sqlite3_step(statement) == SQLITE_DONE, db);
  sqlite3_reset(statement);
}

void add_sheet(sqlite3* db, const Sheet& sheet) {
  std::string columns;
  std::string marks;
  for (const SheetColumn& column : sheet.columns) {
    columns += (columns.empty() ? "" : ", ") + in_quotes(column.name) + " " + sql_type(column.type);
    marks += marks.empty() ? "?" : ", ?";
  }
  execute(db, "CREATE TABLE " + in_quotes(sheet.name) + " (" + columns + ")");
  const Statement insert = prepare(db, "INSERT INTO " + in_quotes(sheet.name) + " VALUES (" + marks + ")");
  const Statement item = prepare(db, "INSERT INTO items VALUES (?, ?, ?, ?)");
  const auto id = sheet.column("id");
  for (const auto& row : sheet.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      bind_cell(insert.get(), static_cast<int>(c) + 1, sheet.columns[c], row[c]);
      if (!id || !is_list(sheet.columns[c].type)) continue;
      for (const auto text : items_of(row[c])) {
        bind_text(item.get(), 1, sheet.name);
        bind_text(item.get(), 2, row[*id]);
        bind_text(item.get(), 3, sheet.columns[c].name);
        bind_text(item.get(), 4, text);
        step_once(db, item.get());
      }
    }
    step_once(db, insert.get());
  }
}

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text == nullptr ? std::string_view() : std::string_view(text);
}

void has_function(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string list = fold(text_of(values[0]));
  const std::string wanted = fold(text_of(values[1]));
  const auto items = items_of(list);
  sqlite3_result_int(context, std::find(items.begin(), items.end(), wanted) != items.end() ? 1 : 0);
}

void named_function(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* words = static_cast<const Words*>(sqlite3_user_data(context));
  const std::string kind(text_of(values[0]));
  const std::string name(text_of(values[1]));
  const std::string* preferred = words->preferred(kind, name);
  const std::string& answer = preferred == nullptr ? name : *preferred;
  sqlite3_result_text(context, answer.data(), static_cast<int>(answer.size()), SQLITE_TRANSIENT);
}

// Whatever is not reading is refused when the statement is prepared.
int only_reading(void*, int action, const char* first, const char*, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_PRAGMA: {
      const std::string_view name = first == nullptr ? "" : first;
      return name == "table_info" || name == "table_list" || name == "database_list" ? SQLITE_OK
                                                                                     : SQLITE_DENY;
    }
    default:
      return SQLITE_DENY;
  }
}

std::string value_text(sqlite3_stmt* statement, int column) {
  if (sqlite3_column_type(statement, column) == SQLITE_NULL) return "";
  if (sqlite3_column_type(statement, column) == SQLITE_FLOAT)
    return to_text(sqlite3_column_double(statement, column));
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

FieldType value_type(sqlite3_stmt* statement, int column) {
  const int type = sqlite3_column_type(statement, column);
  return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? FieldType::number : FieldType::text;
}

bool only_blanks(const char* text) {
  return std::string_view(text).find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

Database::Database(const Record& record) : handle_(std::make_unique<Handle>()) {
  sqlite3*& db = handle_->db;
  handle_->words = &record.words();
  need(sqlite3_open(":memory:", &db) == SQLITE_OK, db);
  const int kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
  need(sqlite3_create_function(db, "has", 2, kind, nullptr, has_function, nullptr, nullptr) == SQLITE_OK, db);
  need(sqlite3_create_function(db, "named", 2, kind, const_cast<Words*>(handle_->words), named_function,
                               nullptr, nullptr) == SQLITE_OK,
       db);
  execute(db, "BEGIN");
  execute(db, "CREATE TABLE items (sheet TEXT, id TEXT, field TEXT, item TEXT)");
  const Citations citations(record);
  for (const std::string& name : sheet_names(record)) {
    if (const auto sheet = make_sheet(record, citations, name)) add_sheet(db, *sheet);
  }
  execute(db, "COMMIT");
  sqlite3_set_authorizer(db, only_reading, nullptr);
}

Database::~Database() = default;

Sheet Database::query(std::string_view statement, Problems& problems) {
  sqlite3* db = handle_->db;
  Sheet sheet{"sql", "", {}, {}};
  const std::string text(statement);
  const auto fault = [&](const std::string& expected) {
    problems.add({}, "sql", text.substr(0, 60) + (text.size() > 60 ? "..." : ""), expected);
  };
  sqlite3_stmt* raw = nullptr;
  const char* rest = "";
  const int prepared = sqlite3_prepare_v2(db, text.c_str(), -1, &raw, &rest);
  const Statement one(raw, sqlite3_finalize);
  const bool writes = prepared == SQLITE_OK && raw != nullptr && sqlite3_stmt_readonly(raw) == 0;
  if (prepared == SQLITE_AUTH || writes) {
    fault("a statement that only reads: the record changes in its CSV files alone");
  } else if (prepared != SQLITE_OK) {
    fault("SQL that SQLite can read; it says: " + std::string(sqlite3_errmsg(db)));
  } else if (raw == nullptr) {
    fault("a select statement");
  } else if (!only_blanks(rest)) {
    fault("one statement at a time");
  }
  if (prepared != SQLITE_OK || raw == nullptr || writes || !only_blanks(rest)) return sheet;
  const int columns = sqlite3_column_count(raw);
  for (int c = 0; c < columns; ++c)
    sheet.columns.push_back({sqlite3_column_name(raw, c), FieldType::text, "", "", ""});
  int state = SQLITE_ROW;
  while ((state = sqlite3_step(raw)) == SQLITE_ROW) {
    std::vector<std::string> row;
    for (int c = 0; c < columns; ++c) {
      FieldType& type = sheet.columns[static_cast<std::size_t>(c)].type;
      if (value_type(raw, c) == FieldType::number) type = FieldType::number;
      row.push_back(value_text(raw, c));
    }
    sheet.rows.push_back(std::move(row));
  }
  if (state != SQLITE_DONE) fault("SQL that SQLite can run; it says: " + std::string(sqlite3_errmsg(db)));
  return sheet;
}

std::string Database::bytes() const {
  sqlite3_set_authorizer(handle_->db, nullptr, nullptr);  // it asks the database for its size by a pragma
  sqlite3_int64 size = 0;
  unsigned char* content = sqlite3_serialize(handle_->db, "main", &size, 0);
  sqlite3_set_authorizer(handle_->db, only_reading, nullptr);
  if (content == nullptr) throw std::runtime_error("SQLite: cannot write the database out");
  std::string bytes(reinterpret_cast<const char*>(content), static_cast<std::size_t>(size));
  sqlite3_free(content);
  return bytes;
}

}  // namespace azoo::evidence
