#include <optional>
#include <set>

#include "core/number_text.hpp"
#include "evidence/check.hpp"
#include "evidence/row_faults.hpp"

namespace azoo::evidence {

namespace {

// The running number of an id with that beginning.
std::optional<int> number_after(const std::string& id, const std::string& begin) {
  if (!id.starts_with(begin) || id.size() == begin.size() || id.size() > begin.size() + 4)
    return std::nullopt;
  const auto number = parse_integer(std::string_view(id).substr(begin.size()));
  if (!number || id[begin.size()] == '-' || id[begin.size()] == '+') return std::nullopt;
  return static_cast<int>(*number);
}

struct Line {
  std::string begin;
  std::string table;
  int first = 0;
  int last = 0;
  int rows = 0;
};

std::optional<Line> line_of(const EvidenceTable& manifest, std::size_t row) {
  const auto first = parse_integer(manifest.cell(row, "first"));
  const auto last = parse_integer(manifest.cell(row, "last"));
  const auto rows = parse_integer(manifest.cell(row, "rows"));
  if (!first || !last || !rows) return std::nullopt;
  return Line{manifest.cell(row, "ids"), manifest.cell(row, "held_in"), static_cast<int>(*first),
              static_cast<int>(*last), static_cast<int>(*rows)};
}

// "E000-T2-" of "E000-T2-07".
std::string beginning_of(const std::string& id) {
  std::size_t digits = id.size();
  while (digits > 0 && id[digits - 1] >= '0' && id[digits - 1] <= '9') --digits;
  return id.substr(0, digits);
}

class ManifestCheck {
 public:
  ManifestCheck(const Record& record, Problems& problems)
      : record_(record),
        manifest_(record.table("manifest")),
        faults_(manifest_, problems),
        problems_(problems) {}

  void run() {
    for (std::size_t row = 0; row < manifest_.rows.size(); ++row) {
      if (const auto line = line_of(manifest_, row)) check(row, *line);
    }
    find_uncounted();
  }

 private:
  void check(std::size_t row, const Line& line) {
    papers_.insert(manifest_.cell(row, "source"));
    counted_.insert(line.table + " " + line.begin);
    if (!record_.has_table(line.table)) {
      faults_.add(row, "held_in", in_marks(line.table), "the name of a table");
      return;
    }
    const EvidenceTable& table = record_.table(line.table);
    std::set<int> absent;
    for (int number = line.first; number <= line.last; ++number) absent.insert(number);
    int found = 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const auto number = number_after(table.cell(r, "id"), line.begin);
      if (!number || *number < line.first || *number > line.last) continue;
      ++found;
      absent.erase(*number);
      covered_.insert(table.cell(r, "id"));
    }
    if (found == line.rows && absent.empty()) return;
    if (found == line.rows && line.last - line.first + 1 != line.rows) {
      faults_.add(row, "rows", std::to_string(line.rows), "last - first + 1, or other ends");
      return;
    }
    faults_.add(row, "rows", std::to_string(found) + " rows of " + line.begin + "... in " + line.table,
                std::to_string(line.rows) + " as counted in the paper" +
                    (absent.empty() ? std::string() : "; absent: " + as_ranges(absent)));
  }

  // Rows beyond a count, and papers without one.
  void find_uncounted() {
    for (const EvidenceTable& table : record_.tables()) {
      RowFaults faults(table, problems_);
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string& id = table.cell(row, "id");
        if (counted_.contains(table.schema.table + " " + beginning_of(id)) && !covered_.contains(id))
          faults.add(row, "id", in_marks(id), "an id inside the counts of manifest, or other counts there");
      }
    }
    const EvidenceTable& sources = record_.table("sources");
    RowFaults faults(sources, problems_);
    for (std::size_t row = 0; row < sources.rows.size(); ++row) {
      if (!papers_.contains(sources.cell(row, "id")))
        faults.add(row, "id", in_marks(sources.cell(row, "id")), "counts of its rows in manifest");
    }
  }

  const Record& record_;
  const EvidenceTable& manifest_;
  RowFaults faults_;
  Problems& problems_;
  std::set<std::string> covered_;  // ids
  std::set<std::string> counted_;  // table and beginning of ids
  std::set<std::string> papers_;
};

}  // namespace

void check_manifest(const Record& record, Problems& problems) {
  ManifestCheck(record, problems).run();
}

}  // namespace azoo::evidence
