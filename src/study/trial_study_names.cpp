#include "study/trial_study_names.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "core/csv.hpp"
#include "trial/design.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> toml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".toml") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string prefix_of(const fs::path& file) {
  std::string prefix = file.stem().string();
  std::replace(prefix.begin(), prefix.end(), '-', '_');
  return prefix;
}

template <typename Value>
std::vector<std::string> keys_of(const std::map<std::string, Value>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

std::vector<std::string> distinct_texts(const CsvTable& table, std::string_view column) {
  const std::optional<std::size_t> position = table.column(column);
  std::set<std::string> texts;
  for (const auto& row : table.rows) {
    if (position && *position < row.size()) texts.insert(row[*position]);
  }
  return {texts.begin(), texts.end()};
}

}  // namespace

std::vector<std::string> StudyNames::product_names() const {
  return keys_of(products);
}

std::vector<std::string> StudyNames::mix_names() const {
  return keys_of(histology);
}

StudyNames find_study_names(const fs::path& data, const ParameterSet& parameters, Problems& problems) {
  StudyNames names;
  for (const fs::path& file : toml_files(data / "products")) {
    const std::string prefix = prefix_of(file);
    names.products[file.stem().string()] = {parameters.text(prefix + ".dose_unit"),
                                            parameters.text(prefix + ".origin"),
                                            parameters.items(prefix + ".route")};
  }
  for (const fs::path& file : toml_files(data / "populations")) {
    names.histology[file.stem().string()] = parameters.items(prefix_of(file) + ".histology");
  }
  names.germ_cells = parameters.items("human.germ_cell");
  // The evidence module checks the table itself; here only the names of its studies matter.
  std::set<std::string> studies;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(data / "evidence" / "outcomes", error)) {
    if (entry.path().extension() != ".csv") continue;
    const auto more = distinct_texts(read_csv(entry.path(), problems), "study");
    studies.insert(more.begin(), more.end());
  }
  names.published_studies.assign(studies.begin(), studies.end());
  return names;
}

const std::vector<std::string>& study_kinds() {
  static const std::vector<std::string> kinds = {"trial", "animal", "culture", "screen", "repair"};
  return kinds;
}

const std::vector<std::string>& routes() {
  static const std::vector<std::string> words = {"seminiferous_tubules", "rete_testis", "intratesticular",
                                                 "vas_deferens", "intravenous"};
  return words;
}

const std::map<std::string, std::string>& drug_units() {
  static const std::map<std::string, std::string> units = {{"hcg", "IU"}, {"clomiphene", "mg"}};
  return units;
}

std::vector<std::string> observable_keys(const std::vector<std::string>& kinds) {
  std::vector<std::string> keys;
  for (const trial::Observable& observable : trial::observables()) {
    if (kinds.empty() || std::find(kinds.begin(), kinds.end(), observable.kind) != kinds.end())
      keys.push_back(observable.key);
  }
  return keys;
}

std::string observable_unit(std::string_view key) {
  for (const trial::Observable& observable : trial::observables()) {
    if (observable.key == key) return observable.unit;
  }
  return {};
}

std::string observable_kind(std::string_view key) {
  for (const trial::Observable& observable : trial::observables()) {
    if (observable.key == key) return observable.kind;
  }
  return {};
}

std::string read_name(TomlReader& reader, std::string_view key, const std::vector<std::string>& known,
                      std::string_view where) {
  if (!known.empty()) return reader.word(key, known);
  const std::string name = reader.text(key);
  if (!name.empty()) reader.fault(key, "a name found in " + std::string(where) + ", which holds none");
  return name;
}

std::string read_identifier(TomlReader& reader, std::string_view key) {
  const std::string name = reader.text(key);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  constexpr std::size_t longest = 64;
  if (!plain || name.size() > longest)
    reader.fault(key, "a name of letters, digits, '_' and '-', at most 64 of them");
  return name;
}

}  // namespace azoo::study
