#include "testis/skeleton.hpp"

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"

namespace azoo::testis {

namespace {

constexpr std::size_t most_problems = 20;
constexpr double widest_gap_voxels = 5.0;
constexpr double mm_per_um = 1e-3;

enum Column : std::size_t { tubule, branch, x, y, z, stage, node, columns };
constexpr std::array<const char*, columns> column_names = {"Tubule_ID", "Branch_ID", "X",  "Y",
                                                           "Z",         "Stage",     "Ref"};

// Reads the rows of one table; the finished branches are in `skeleton`.
class SkeletonReader {
 public:
  SkeletonReader(const CsvTable& table, Skeleton& skeleton, Problems& problems)
      : table_(table), skeleton_(skeleton), problems_(problems) {}

  bool find_columns() {
    for (std::size_t c = 0; c < columns; ++c) {
      const std::optional<std::size_t> place = table_.column(column_names[c]);
      if (!place) problems_.add({table_.file, 1, 0}, column_names[c], "no such column", expected_columns());
      place_[c] = place.value_or(0);
    }
    return !problems_.any();
  }

  void read_rows() {
    for (std::size_t row = 0; row < table_.rows.size() && told_ < most_problems; ++row) read_row(row);
    finish_branch();
    if (told_ >= most_problems) {
      problems_.add({table_.file, 0, 0}, "", "more than " + std::to_string(most_problems) + " faults",
                    "a skeleton table; the rest was not read");
    }
  }

 private:
  static std::string expected_columns() {
    std::string list = "the columns";
    for (const char* name : column_names) list += std::string(" ") + name;
    return list;
  }

  const std::string& text(std::size_t row, Column column) const { return table_.rows[row][place_[column]]; }

  void wrong(std::size_t row, Column column, const std::string& expected) {
    wrong(row, column, text(row, column).empty() ? "nothing" : text(row, column), expected);
  }
  void wrong(std::size_t row, Column column, const std::string& found, const std::string& expected) {
    ++told_;
    problems_.add(table_.place(row), column_names[column], found, expected);
  }

  std::optional<int> whole(std::size_t row, Column column, int low, int high, const std::string& expected) {
    const std::optional<long long> value = parse_integer(text(row, column));
    if (value && *value >= low && *value <= high) return static_cast<int>(*value);
    wrong(row, column, expected);
    return std::nullopt;
  }

  std::optional<double> coordinate(std::size_t row, Column column) {
    constexpr double greatest_voxel = 1e6;
    const std::optional<double> value = parse_number(text(row, column));
    if (value && std::fabs(*value) <= greatest_voxel) return value;
    wrong(row, column, "a place in voxels, a number between -1e6 and 1e6");
    return std::nullopt;
  }

  static bool known_code(int code) { return (code >= 0 && code <= 12) || code == 255; }

  void read_row(std::size_t row) {
    constexpr int greatest_number = 1'000'000;
    const auto tubule_number = whole(row, tubule, 1, greatest_number, "the tubule's number, 1 or more");
    const auto branch_number = whole(row, branch, 1, greatest_number, "the branch's number, 1 or more");
    const auto code = whole(row, stage, 0, 255, "a stage code: 1 to 12; 0 or 255 where it is not known");
    const std::array<std::optional<double>, 3> at = {coordinate(row, x), coordinate(row, y),
                                                     coordinate(row, z)};
    if (!tubule_number || !branch_number || !code || !at[0] || !at[1] || !at[2]) return;
    if (!known_code(*code)) {
      wrong(row, stage, "a stage code: 1 to 12; 0 or 255 where it is not known");
      return;
    }
    open_branch_of(row, *tubule_number, *branch_number);
    const double edge_mm = skeleton_.voxel_um * mm_per_um;
    SkeletonPoint point{0.0, *at[0] * edge_mm, *at[1] * edge_mm, *at[2] * edge_mm, no_stage_code};
    if (*code <= 12) point.stage_code = static_cast<std::uint8_t>(*code);
    SkeletonBranch& now = skeleton_.branches.back();
    if (!now.points.empty()) {
      const SkeletonPoint& before = now.points.back();
      const double step =
          std::hypot(point.x_mm - before.x_mm, point.y_mm - before.y_mm, point.z_mm - before.z_mm);
      if (step > widest_gap_voxels * edge_mm) {
        wrong(row, x, "a point " + to_text(step / edge_mm, 3) + " voxels from the one before",
              "points of a branch in order, at most 5 voxels apart");
      }
      point.along_mm = before.along_mm + step;
    }
    now.points.push_back(point);
    last_row_ = row;
  }

  void open_branch_of(std::size_t row, int tubule_number, int branch_number) {
    const bool same = !skeleton_.branches.empty() && skeleton_.branches.back().tubule == tubule_number &&
                      skeleton_.branches.back().branch == branch_number;
    if (same) return;
    finish_branch();
    if (!seen_.insert({tubule_number, branch_number}).second) {
      wrong(row, branch,
            "branch " + std::to_string(branch_number) + " of tubule " + std::to_string(tubule_number) +
                " a second time",
            "all points of a branch one after the other");
    }
    SkeletonBranch next;
    next.tubule = tubule_number;
    next.branch = branch_number;
    next.start_node = text(row, node);
    skeleton_.branches.push_back(std::move(next));
    first_row_ = row;
  }

  void finish_branch() {
    if (skeleton_.branches.empty() || skeleton_.branches.back().points.empty()) return;
    SkeletonBranch& done = skeleton_.branches.back();
    done.end_node = text(last_row_, node);
    done.length_mm = done.points.back().along_mm;
    if (done.points.size() < 2 || !(done.length_mm > 0.0)) {
      wrong(first_row_, branch, "a branch without length", "two points or more, in different places");
      return;
    }
    for (const std::size_t row : {first_row_, last_row_}) {
      if (text(row, node).empty() || text(row, node) == "0")
        wrong(row, node,
              "the name of the node at the end of a branch (R1 at the rete, b1 where branches meet)");
    }
  }

  const CsvTable& table_;
  Skeleton& skeleton_;
  Problems& problems_;
  std::array<std::size_t, columns> place_{};
  std::set<std::pair<int, int>> seen_;
  std::size_t first_row_ = 0;
  std::size_t last_row_ = 0;
  std::size_t told_ = 0;
};

}  // namespace

std::vector<int> Skeleton::tubules() const {
  std::set<int> numbers;
  for (const SkeletonBranch& one : branches) numbers.insert(one.tubule);
  return {numbers.begin(), numbers.end()};
}

double Skeleton::length_mm(int tubule_number) const {
  double sum = 0.0;
  for (const SkeletonBranch& one : branches) sum += one.tubule == tubule_number ? one.length_mm : 0.0;
  return sum;
}

double Skeleton::length_mm() const {
  double sum = 0.0;
  for (const SkeletonBranch& one : branches) sum += one.length_mm;
  return sum;
}

Skeleton parse_skeleton(std::string_view text, const std::string& file, double voxel_um, Problems& problems) {
  if (!(voxel_um > 0.0) || !std::isfinite(voxel_um)) throw std::invalid_argument("voxel_um must be > 0");
  Skeleton skeleton{file, voxel_um, {}};
  Problems of_table;
  const CsvTable table = parse_csv(text, file, of_table);
  if (!of_table.any()) {
    SkeletonReader reader(table, skeleton, of_table);
    if (reader.find_columns()) reader.read_rows();
    if (!of_table.any() && skeleton.branches.empty())
      of_table.add({file, 0, 0}, "", "no points", "a row for each point of the centre lines");
  }
  for (const Problem& problem : of_table.list()) problems.add(problem);
  if (of_table.any()) skeleton.branches.clear();
  return skeleton;
}

Skeleton read_skeleton(const std::filesystem::path& path, double voxel_um, Problems& problems) {
  const std::optional<std::string> text = read_file(path, problems);
  if (!text) return {path.string(), voxel_um, {}};
  return parse_skeleton(*text, path.string(), voxel_um, problems);
}

}  // namespace azoo::testis
