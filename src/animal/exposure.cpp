#include <stdexcept>

#include "animal/conduct.hpp"
#include "testis/insult.hpp"

namespace azoo::animal {

namespace {

std::vector<testis::Dose> doses_of(const InsultPlan& plan) {
  std::vector<testis::Dose> doses;
  for (int i = 0; i < plan.doses; ++i) doses.push_back({plan.day + i * plan.interval_d, plan.dose});
  return doses;
}

}  // namespace

GroupExposure exposure_of(const Group& group, const ParameterSet& parameters, const testis::Species& species,
                          std::vector<ExposureProblem>& problems) {
  GroupExposure exposure;
  const auto note = [&](const std::string& agent, const std::string& text) {
    if (!text.empty()) exposure.notes.push_back(agent + ": " + text);
  };
  for (std::size_t i = 0; i < group.insults.size(); ++i) {
    const InsultPlan& plan = group.insults[i];
    const auto data = testis::find_insult_data(parameters, plan.agent, species, plan.borrow_from);
    if (data.species.empty()) {
      problems.push_back({i, plan.borrow_from.empty() ? "agent" : "borrow_from", data.found, data.expected});
      continue;
    }
    testis::Insult insult = testis::Insult::from(parameters, plan.agent, species, plan.borrow_from);
    std::vector<testis::Dose> doses = doses_of(plan);
    const testis::DoseCheck check = insult.check(doses);
    if (check.range == testis::DoseRange::refused)
      problems.push_back({i, "dose", check.found, check.expected});
    if (check.range == testis::DoseRange::extrapolated)
      note("extrapolated", check.found + "; " + check.expected);
    if (plan.dose > 0.0) note(insult.label(), insult.flag());
    exposure.exposures.push_back({std::move(insult), std::move(doses)});
  }
  return exposure;
}

}  // namespace azoo::animal
