#include "study/run_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

nlohmann::ordered_json json_of(const TomlValue& value) {
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return *whole;
  if (const auto* number = std::get_if<double>(&value.data)) return *number;
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const TomlArray* items = value.array()) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const TomlValue& item : *items) list.push_back(json_of(item));
    return list;
  }
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [key, inner] : value.map()->entries) object[key] = json_of(inner);
  return object;
}

}  // namespace

std::string folder_sha256(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  Problems problems;
  for (const fs::path& file : files) {
    all += file.lexically_relative(folder).generic_string() + " ";
    all += sha256(read_file(file, problems).value_or("")) + "\n";
  }
  problems.throw_if_any();
  return sha256(all);
}

std::string run_identity(const StudyIdentity& study) {
  return "azoo " + version() + "\nresolved study " + study.resolved_sha256 + "\ndata " + study.data_sha256 +
         "\nseed " + (study.seed ? std::to_string(*study.seed) : "none") + "\n";
}

std::string run_json(const StudyIdentity& study, const Execution& execution, unsigned threads,
                     PieceCounts pieces) {
  nlohmann::ordered_json record;
  record["program"] = "azoo";
  record["version"] = version();
  record["kind"] = study.kind;
  record["study"] = study.name;
  if (study.seed) record["seed"] = *study.seed;
  if (study.replicates) record["replicates"] = *study.replicates;
  record["simulated"] = true;
  record["not_for_patient_care"] = true;
  record["sha256"] = {{"study_file", study.study_sha256},
                      {"resolved_study", study.resolved_sha256},
                      {"data", study.data_sha256}};
  for (const InputRecord& input : study.inputs)
    record["inputs"].push_back({{"name", input.name}, {"file", input.file}, {"sha256", input.sha256}});
  record["repeat_with"] =
      "azoo run study.toml" + (study.seed ? " --seed " + std::to_string(*study.seed) : std::string());
  record["execution"] = {{"started", execution.started},
                         {"finished", execution.finished},
                         {"wall_s", execution.wall_s},
                         {"cpu_s", execution.cpu_s},
                         {"peak_memory_MB", execution.peak_memory_MB},
                         {"threads", threads},
                         {study.pieces + "_total", pieces.computed + pieces.from_checkpoint},
                         {study.pieces + "_computed", pieces.computed},
                         {study.pieces + "_from_checkpoint", pieces.from_checkpoint}};
  return record.dump(2) + "\n";
}

TomlMap execution_record(const Execution& execution, unsigned threads) {
  TomlMap record;
  record.insert("started", {execution.started, {}});
  record.insert("finished", {execution.finished, {}});
  record.insert("wall_s", {execution.wall_s, {}});
  record.insert("cpu_s", {execution.cpu_s, {}});
  record.insert("peak_memory_MB", {execution.peak_memory_MB, {}});
  record.insert("threads", {static_cast<std::int64_t>(threads), {}});
  return record;
}

std::string to_json(const TomlValue& tree) {
  return json_of(tree).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace azoo::study
