#include "study/run_study.hpp"

#include "core/problem.hpp"
#include "study/run_animal.hpp"
#include "study/run_trial.hpp"
#include "study/study_document.hpp"

namespace azoo::study {

namespace {

// A file that says nothing that is known goes to the reader of trials, which complains.
bool is_animal_study(const RunRequest& request) {
  Problems problems;
  const auto document = read_study_document(request.study, request.overrides, request.seed, problems);
  if (!document) problems.throw_if_any();
  return kind_of(document->root) == "animal";
}

}  // namespace

void check_study(const RunRequest& request) {
  is_animal_study(request) ? check_animal_study(request) : check_trial(request);
}

RunSummary run_study(const RunRequest& request) {
  return is_animal_study(request) ? run_animal_study(request) : run_trial(request);
}

}  // namespace azoo::study
