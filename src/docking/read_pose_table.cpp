#include <algorithm>  // for find, sort
#include <cmath>      // for abs
#include <limits>     // for numeric_limits
#include <set>        // for set

#include "core/csv.hpp"              // for CsvTable
#include "core/files.hpp"            // for read_file
#include "core/table_rows.hpp"       // for read_field, parse_table, header_line, FileProblems
#include "docking/pose_columns.hpp"  // for pose_columns
#include "docking/pose_table.hpp"    // for PoseTable

namespace azoo::docking {
namespace {

// Rotations printed with all digits stay as they are, to the last bit.
constexpr double unit_length_tolerance = 1e-12;
constexpr double least_length = 1e-6;

// Where the columns stand in the file; absent ones have no value.
struct Columns {
  std::optional<std::size_t> rank;
  std::optional<std::size_t> capri;
  std::vector<std::optional<std::size_t>> numbers;  // as pose_columns()
  bool has_terms = false;
  bool has_quality = false;
};

bool all_there(const Columns& columns, PoseColumnKind kind) {
  for (std::size_t k = 0; k < columns.numbers.size(); ++k)
    if (pose_columns()[k].kind == kind && !columns.numbers[k]) return false;
  return true;
}

Columns find_columns(const CsvTable& table, int line, FileProblems& problems) {
  Columns columns;
  columns.rank = table.column(rank_column);
  columns.capri = table.column(capri_column);
  std::string missing = columns.rank ? "" : std::string(rank_column);
  for (const PoseColumn& column : pose_columns()) {
    columns.numbers.push_back(table.column(column.name));
    if (column.kind == PoseColumnKind::required && !columns.numbers.back())
      missing += (missing.empty() ? "" : ", ") + std::string(column.name);
  }
  if (!missing.empty() && !table.header.empty())
    problems.add(line, "header", "no column " + missing,
                 "the columns rank, score, qw, qx, qy, qz, tx, ty, tz");
  columns.has_terms = all_there(columns, PoseColumnKind::term);
  columns.has_quality = columns.capri && all_there(columns, PoseColumnKind::quality);
  return columns;
}

double squared_length(const Quaternion& q) {
  return q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z;
}

struct Row {
  int rank = 0;
  int line = 0;
  Pose pose;
  Quality quality;
};

Row read_row(const std::vector<std::string>& fields, int line, const Columns& columns,
             FileProblems& problems) {
  Row row;
  row.line = line;
  static const FieldRule rank_rule =
      field::whole(0, std::numeric_limits<int>::max(), "a whole number from 0");
  if (columns.rank) read_field(fields[*columns.rank], rank_rule, rank_column, line, row.rank, problems);
  for (std::size_t k = 0; k < columns.numbers.size(); ++k) {
    const PoseColumn& column = pose_columns()[k];
    if (!columns.numbers[k] || (column.kind == PoseColumnKind::quality && !columns.has_quality)) continue;
    read_field(fields[*columns.numbers[k]], column.rule, column.name, line, column.in(row.pose, row.quality),
               problems);
  }
  if (columns.has_quality) {
    static const FieldRule capri_rule = field::one_of(capri_words());
    std::string word;
    read_field(fields[*columns.capri], capri_rule, capri_column, line, word, problems);
    const auto found = std::find(capri_words().begin(), capri_words().end(), word);
    if (found != capri_words().end())
      row.quality.capri = static_cast<CapriClass>(found - capri_words().begin());
  }
  // A component that could not be read is NaN and already told.
  Quaternion& rotation = row.pose.motion.rotation;
  const double squared = squared_length(rotation);
  if (squared < least_length * least_length)
    problems.add(line, "qw", "a quaternion of no length", "qw, qx, qy, qz of a rotation, such as 1, 0, 0, 0");
  else if (std::abs(squared - 1.0) > unit_length_tolerance)
    rotation = normalised(rotation);
  return row;
}

}  // namespace

std::optional<PoseTable> parse_poses(std::string_view text, const std::string& file, Problems& problems) {
  FileProblems found(file, problems);
  const CsvTable table = parse_table(text, found);
  const int header = header_line(text);
  const Columns columns = find_columns(table, header, found);
  std::vector<Row> rows;
  std::set<int> ranks;
  for (std::size_t r = 0; r < table.rows.size() && !found.full(); ++r) {
    rows.push_back(read_row(table.rows[r], table.row_lines[r], columns, found));
    if (columns.rank && !ranks.insert(rows.back().rank).second)
      found.add(rows.back().line, rank_column, std::to_string(rows.back().rank), "each rank once");
  }
  if (table.rows.empty() && !table.header.empty() && !found.any())
    found.add(header, "row", "no pose", "at least one row below the header");
  if (found.any()) return std::nullopt;
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.rank < b.rank; });
  PoseTable result;
  result.file = file;
  result.has_terms = columns.has_terms;
  for (const Row& row : rows) {
    result.poses.push_back(row.pose);
    result.ranks.push_back(row.rank);
    if (columns.has_quality) result.qualities.push_back(row.quality);
  }
  return result;
}

std::optional<PoseTable> read_poses(const std::filesystem::path& path, Problems& problems) {
  const std::optional<std::string> text = read_file(path, problems);
  if (!text) return std::nullopt;
  return parse_poses(*text, path.string(), problems);
}

}  // namespace azoo::docking
