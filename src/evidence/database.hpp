// The record as an SQLite database: every sheet a table, and every item of every list a row of
// `items`. In memory; only reading is allowed. SQLite's header stays in the source file.
#pragma once

#include <memory>       // for unique_ptr
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"     // for Problems
#include "evidence/record.hpp"  // for Record
#include "evidence/sheet.hpp"   // for Sheet

namespace azoo::evidence {

class Database {
 public:
  // Functions beside SQLite's own: has(list, 'item') for lists, named(kind, 'other name') for the preferred
  // name.
  explicit Database(const Record& record);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // One select statement. Problems: a fault of the statement, a statement that would change anything, more
  // than one.
  [[nodiscard]] Sheet query(std::string_view statement, Problems& problems);

  // The whole database as the bytes of an SQLite file; the same record gives the same bytes.
  [[nodiscard]] std::string bytes() const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace azoo::evidence
