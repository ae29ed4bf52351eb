#include "study/run_record.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/toml_value.hpp"
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

std::string run_identity(const TrialStudy& study, const std::string& data_sha256) {
  return "azoo " + version() + "\nresolved study " + sha256(write_toml(study.resolved)) + "\ndata " +
         data_sha256 + "\nseed " + std::to_string(study.design.seed) + "\n";
}

std::string run_json(const TrialStudy& study, const std::string& data_sha256, const Execution& execution,
                     unsigned threads, PlaceCounts places) {
  nlohmann::ordered_json record;
  record["program"] = "azoo";
  record["version"] = version();
  record["kind"] = "trial";
  record["study"] = study.design.name;
  record["seed"] = study.design.seed;
  record["replicates"] = study.design.replicates;
  record["simulated"] = true;
  record["not_for_patient_care"] = true;
  record["sha256"] = {{"study_file", study.sha256},
                      {"resolved_study", sha256(write_toml(study.resolved))},
                      {"data", data_sha256}};
  record["repeat_with"] = "azoo run study.toml --seed " + std::to_string(study.design.seed);
  record["execution"] = {{"started", execution.started},
                         {"finished", execution.finished},
                         {"wall_s", execution.wall_s},
                         {"cpu_s", execution.cpu_s},
                         {"peak_memory_MB", execution.peak_memory_MB},
                         {"threads", threads},
                         {"places_total", places.computed + places.from_checkpoint},
                         {"places_computed", places.computed},
                         {"places_from_checkpoint", places.from_checkpoint}};
  return record.dump(2) + "\n";
}

}  // namespace azoo::study
