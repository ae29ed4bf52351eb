#include <unistd.h>
#include <algorithm>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "azoo/commands.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "study/validation.hpp"
#include "study/validation_animals.hpp"

namespace azoo::app {

namespace {

void print(const std::vector<study::ScoreRow>& rows) {
  std::printf("%-20s %-46s %-44s %10s %19s %10s %10s %19s %-10s %-9s %s\n", "id", "observable", "condition",
              "published", "interval", "simulated", "MC error", "its range", "unit", "role", "");
  constexpr int digits = 3;
  const auto number = [](double value) {
    return std::isnan(value) ? std::string("-") : to_text(value, digits);
  };
  const auto range = [&number](double low, double high) {
    if (std::isnan(low) && std::isnan(high)) return std::string("-");
    if (std::isnan(low)) return "<= " + number(high);
    if (std::isnan(high)) return ">= " + number(low);
    return "[" + number(low) + ", " + number(high) + "]";
  };
  for (const study::ScoreRow& row : rows) {
    std::printf("%-20s %-46.46s %-44.44s %10s %19s %10s %10s %19s %-10s %-9s %s\n", row.id.c_str(),
                row.observable.c_str(), row.condition.c_str(), number(row.published).c_str(),
                range(row.low, row.high).c_str(), number(row.model).c_str(), number(row.error).c_str(),
                range(row.model_low, row.model_high).c_str(), row.unit.c_str(), row.role.c_str(),
                !row.ran   ? "not run"
                : row.pass ? "pass"
                           : "FAIL");
  }
}

// What is being done, on the terminal of a person who waits.
std::function<void(std::string_view)> told_on_terminal(bool quiet) {
  if (quiet || isatty(STDERR_FILENO) == 0) return {};
  return [](std::string_view study) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(study.size()), study.data());
  };
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
  const std::vector<std::string> groups = {"hormones", "testis", "animals", "null-power"};
  for (const std::string& group : arguments.only) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
      throw InputError({{{"", 0, 0}, "--only", group, "one of hormones, testis, animals, null-power"}});
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
  std::vector<std::string> totals;
  const auto add = [&](const char* group, const std::vector<study::ScoreRow>& more) {
    rows.insert(rows.end(), more.begin(), more.end());
    totals.push_back(std::string(group) + ": " + study::scoreboard_totals(more));
  };
  const std::filesystem::path studies = data_folder().parent_path() / "studies";
  if (wanted("hormones")) add("hormones", study::validate_hormones(parameters));
  if (wanted("testis")) add("testis", study::validate_testis(parameters));
  if (wanted("animals")) {
    add("animals",
        study::validate_animals(parameters, {studies / "validation", data_folder(), arguments.threads,
                                             nullptr, told_on_terminal(arguments.quiet)}));
  }
  if (wanted("null-power")) {
    study::NullPowerRequest request{
        studies,           data_folder(), arguments.replicates > 0 ? arguments.replicates : 200,
        arguments.threads, nullptr,       {}};
    const std::vector<study::ScoreRow> design = study::validate_null_and_power(request);
    rows.insert(rows.end(), design.begin(), design.end());
  }
  if (!arguments.quiet) {
    print(rows);
    for (const std::string& line : totals) std::printf("%s\n", line.c_str());
  }
  if (!arguments.out.empty()) write_file(arguments.out, study::scoreboard_csv(rows));
  const auto failed = std::count_if(rows.begin(), rows.end(),
                                    [](const study::ScoreRow& row) { return row.ran && !row.pass; });
  std::printf(
      "%zu rows, %td outside their interval; %s; identity rows are inputs read out again and are no "
      "evidence\n",
      rows.size(), failed, study::scoreboard_totals(rows).c_str());
  return 0;
}

}  // namespace azoo::app
