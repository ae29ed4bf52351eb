#include "null_file.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/files.hpp"
#include "core/table_rows.hpp"

namespace azoo::calibrate {

namespace fs = std::filesystem;

namespace {

// The header line of the table alone, or one row without it.
std::string header_text() {
  return table_to_csv(std::vector<docking::NullPair>{});
}

std::string row_text(const docking::NullPair& row) {
  return table_to_csv(std::vector<docking::NullPair>{row}).substr(header_text().size());
}

std::string second_line(const std::string& text) {
  const std::size_t begin = std::min(text.size(), text.find('\n')) + 1;
  return begin < text.size() ? text.substr(begin, text.find('\n', begin) - begin) : "none";
}

}  // namespace

NullFile::NullFile(fs::path path, const std::string& score_data, Problems& problems)
    : path_(std::move(path)) {
  const std::string first =
      "# Best docking scores of unrelated pairs (arbitrary units, lower is better), made by "
      "tools/docking/calibrate_chance\n# score data sha256 " +
      score_data + "\n";
  std::string text = first + header_text();
  if (fs::exists(path_)) {
    text = read_file(path_, problems).value_or("");
    text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
    if (!text.starts_with(first)) {
      problems.add({path_.string(), 2, 0}, "score data", second_line(text),
                   "the present score data, sha256 " + score_data + "; begin a new table");
      return;
    }
    rows_ = docking::read_null_pairs(text, path_.string(), problems);
  }
  if (problems.any()) return;
  write_file(path_, text);
  stream_.open(path_, std::ios::app | std::ios::binary);
}

bool NullFile::has(const docking::NullPair& work) const {
  return std::any_of(rows_.begin(), rows_.end(), [&](const auto& row) { return row.same_work(work); });
}

void NullFile::add(const docking::NullPair& row) {
  stream_ << row_text(row) << std::flush;
  if (!stream_) throw std::runtime_error("cannot write " + path_.string());
  rows_.push_back(row);
}

}  // namespace azoo::calibrate
