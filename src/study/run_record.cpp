#include "study/run_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

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

}  // namespace azoo::study
