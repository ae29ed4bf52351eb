#include "body/testis_environment.hpp"

#include <algorithm>

namespace azoo::body {

namespace {

bool same(const testis::Constitution& a, const testis::Constitution& b) {
  return a.extra_ros_production == b.extra_ros_production && a.inflammatory_drive == b.inflammatory_drive &&
         a.mitogen_capacity_factor == b.mitogen_capacity_factor &&
         a.leydig_capacity_factor == b.leydig_capacity_factor;
}

}  // namespace

TestisEnvironment::TestisEnvironment(std::vector<testis::Constitution> constitutions,
                                     const testis::EnvironmentParameters& parameters)
    : parameters_(&parameters), conditions_(constitutions.size()) {
  for (const testis::Constitution& constitution : constitutions) {
    std::size_t g = 0;
    while (g < groups_.size() && !same(groups_[g].constitution, constitution)) ++g;
    if (g == groups_.size()) {
      groups_.push_back({constitution, testis::settle(constitution, parameters), {constitution}, -1, 0});
    }
    ++groups_[g].segments;
    group_of_.push_back(g);
  }
}

void TestisEnvironment::expose(const ActingProduct& product,
                               std::vector<product::SegmentExposure> exposures) {
  product_ = product;
  exposures_ = std::move(exposures);
  for (std::size_t s = 0; s < std::min(exposures_.size(), group_of_.size()); ++s) {
    if (!exposures_[s].reached() && !exposures_[s].injured()) continue;
    Group own = groups_[group_of_[s]];
    own.exposure = static_cast<int>(s);
    own.segments = 1;
    --groups_[group_of_[s]].segments;
    group_of_[s] = groups_.size();
    groups_.push_back(own);
  }
}

testis::EnvironmentInputs TestisEnvironment::inputs(const Group& group, double day, double step_d) const {
  testis::EnvironmentInputs inputs{group.constitution};
  if (group.exposure < 0 || day + step_d <= product_.day) return inputs;
  const product::SegmentExposure& exposure = exposures_[static_cast<std::size_t>(group.exposure)];
  const double from = std::max(0.0, day - product_.day);
  const product::Actions actions =
      product::act(product_.potency, product_.hypotheses, exposure.mean(from, from + step_d));
  inputs.ros_clearance = actions.ros_clearance;
  inputs.antioxidant_induction = actions.antioxidant_induction;
  inputs.death_hazard_ratio = actions.death_hazard_ratio;
  inputs.anti_inflammatory = actions.anti_inflammatory;
  inputs.niche_mitogen = actions.niche_mitogen;
  inputs.leydig_support = actions.leydig_support;
  inputs.injury_ros_production = exposure.pressure_ros(from);
  return inputs;
}

void TestisEnvironment::advance(double day, double step_d, double leydig_factor) {
  for (Group& group : groups_) {
    if (group.segments == 0) continue;
    group.acting = inputs(group, day, step_d);
    group.acting.constitution.leydig_capacity_factor *= leydig_factor;
    group.state = testis::advance(group.state, group.acting, *parameters_, step_d);
  }
}

std::span<const testis::SegmentConditions> TestisEnvironment::conditions(
    const endocrine::GermLineGates& gates) {
  for (std::size_t s = 0; s < group_of_.size(); ++s) {
    const Group& group = groups_[group_of_[s]];
    conditions_[s] = testis::conditions(group.state, group.acting, *parameters_);
    conditions_[s].spermatogonial_gate = gates.spermatogonial;
    conditions_[s].spermatid_gate = gates.spermatid;
  }
  return conditions_;
}

double TestisEnvironment::mean_leydig_capacity() const {
  double sum = 0.0;
  for (const Group& group : groups_) sum += group.segments * group.state.leydig_capacity;
  return sum / static_cast<double>(group_of_.size());
}

}  // namespace azoo::body
