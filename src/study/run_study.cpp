#include "study/run_study.hpp"

#include <string>

#include "core/problem.hpp"
#include "study/run_animal.hpp"
#include "study/run_screen.hpp"
#include "study/run_trial.hpp"
#include "study/study_document.hpp"

namespace azoo::study {

namespace {

// A file that says nothing that is known goes to the reader of trials, which complains.
std::string kind_of_study(const RunRequest& request) {
  Problems problems;
  const auto document = read_study_document(request.study, request.overrides, std::nullopt, problems);
  if (!document) problems.throw_if_any();
  return std::string(kind_of(document->root));
}

}  // namespace

void check_study(const RunRequest& request) {
  const std::string kind = kind_of_study(request);
  if (kind == "animal") return check_animal_study(request);
  if (kind == "screen") return check_screen(request);
  check_trial(request);
}

RunSummary run_study(const RunRequest& request) {
  const std::string kind = kind_of_study(request);
  if (kind == "animal") return run_animal_study(request);
  if (kind == "screen") return run_screen(request);
  return run_trial(request);
}

}  // namespace azoo::study
