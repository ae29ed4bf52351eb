#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "azoo/commands.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "study/validation.hpp"

namespace azoo::app {

namespace {

void print(const std::vector<study::ScoreRow>& rows) {
  std::printf("%-6s %-46s %-44s %10s %19s %10s %19s %-10s %-9s %s\n", "id", "observable", "condition",
              "published", "interval", "model", "its range", "unit", "role", "");
  constexpr int digits = 3;
  const auto range = [](double low, double high) {
    return "[" + to_text(low, digits) + ", " + to_text(high, digits) + "]";
  };
  for (const study::ScoreRow& row : rows) {
    std::printf("%-6s %-46.46s %-44.44s %10s %19s %10s %19s %-10s %-9s %s\n", row.id.c_str(),
                row.observable.c_str(), row.condition.c_str(), to_text(row.published, digits).c_str(),
                range(row.low, row.high).c_str(), to_text(row.model, digits).c_str(),
                range(row.model_low, row.model_high).c_str(), row.unit.c_str(), row.role.c_str(),
                row.pass ? "pass" : "FAIL");
  }
}

// Told before the work, which takes minutes: a name that cannot become a file.
void check_writable(const std::string& out) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto refuse = [&out](const std::string& found) {
    throw InputError({{{out, 0, 0}, "--out", found, "the name of a file in a folder that can be written"}});
  };
  if (fs::is_directory(out, error)) refuse("a folder");
  const std::string trial = out + ".part";  // the name under which write_file begins
  const bool was_there = fs::exists(trial, error);
  if (std::FILE* file = std::fopen(trial.c_str(), "ab")) {
    std::fclose(file);
    if (!was_there) fs::remove(trial, error);
  } else {
    refuse(std::strerror(errno));
  }
}

}  // namespace

int validate_command(const Arguments& arguments) {
  const std::vector<std::string> groups = {"hormones", "testis", "null-power"};
  for (const std::string& group : arguments.only) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
      throw InputError({{{"", 0, 0}, "--only", group, "one of hormones, testis, null-power"}});
    }
  }
  if (!arguments.out.empty()) check_writable(arguments.out);
  const auto wanted = [&](const char* group) {
    return arguments.only.empty() ||
           std::find(arguments.only.begin(), arguments.only.end(), group) != arguments.only.end();
  };
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  problems.throw_if_any();
  std::vector<study::ScoreRow> rows;
  const auto add = [&rows](const std::vector<study::ScoreRow>& more) {
    rows.insert(rows.end(), more.begin(), more.end());
  };
  if (wanted("hormones")) add(study::validate_hormones(parameters));
  if (wanted("testis")) add(study::validate_testis(parameters));
  if (wanted("null-power")) {
    study::NullPowerRequest request{data_folder().parent_path() / "studies",
                                    data_folder(),
                                    arguments.replicates > 0 ? arguments.replicates : 200,
                                    arguments.threads,
                                    nullptr,
                                    {}};
    add(study::validate_null_and_power(request));
  }
  if (!arguments.quiet) print(rows);
  if (!arguments.out.empty()) write_file(arguments.out, study::scoreboard_csv(rows));
  const auto failed =
      std::count_if(rows.begin(), rows.end(), [](const study::ScoreRow& row) { return !row.pass; });
  std::printf(
      "%zu rows, %td outside their interval; identity rows are inputs read out again and are no evidence\n",
      rows.size(), failed);
  return 0;
}

}  // namespace azoo::app
