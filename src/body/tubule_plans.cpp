#include "body/tubule_plans.hpp"

#include <algorithm>

namespace azoo::body {

namespace {

testis::SegmentState state_of(TubuleKind kind) {
  switch (kind) {
    case TubuleKind::active:
      return testis::SegmentState::active;
    case TubuleKind::sertoli_only:
      return testis::SegmentState::sertoli_only;
    case TubuleKind::sclerosed:
      break;
  }
  return testis::SegmentState::sclerosed;
}

// An environmental arrest lies in the surroundings of the germ cells and may be released; a constitutional
// one lies in the cells and may not.
testis::Constitution environment_of(const Model& model, const Constitution& man) {
  testis::Constitution environment;
  environment.leydig_capacity_factor = man.leydig_capacity;
  if (man.inflamed) environment.inflammatory_drive = model.pathology.inflamed_drive;
  if (man.arrest == Arrest::environmental) {
    environment.extra_ros_production = model.pathology.arrest_extra_ros_production;
    environment.mitogen_capacity_factor = model.pathology.arrest_mitogen_capacity_factor;
  }
  return environment;
}

void add_foci(const Model& model, const Constitution& man, std::size_t side, int sites_per_segment,
              TubulePlans& plans) {
  const int foci = man.foci[side];
  const int simulated = std::min(foci, model.pathology.modelled_foci);
  testis::SegmentPlan focus;
  focus.survival_factor = model.pathology.focus_survival_factor;
  testis::Constitution spared;
  spared.leydig_capacity_factor = man.leydig_capacity;
  for (int f = 0; f < simulated; ++f) {
    focus.weight = static_cast<double>(foci) / simulated * model.pathology.focus_sites / sites_per_segment;
    plans.segments.push_back(focus);
    plans.environments.push_back(spared);
  }
}

}  // namespace

TubulePlans plan_tubules(const Model& model, const Constitution& man, std::size_t side,
                         int sites_per_segment) {
  const std::vector<TubuleKind>& tubules = man.tubules[side];
  const double sites = static_cast<double>(tubules.size()) * sites_per_segment;
  testis::SegmentPlan plan;
  plan.survival_factor = man.survival_factor;
  plan.stem_density_factor = man.stem_density_factor;
  plan.stem_cells = man.stem_density_factor > 0.0;
  plan.weight = model.species.sertoli_cells_per_testis * man.sertoli_number_factor / sites;
  if (man.arrest == Arrest::constitutional) plan.arrest_type = model.species.germ_cell_index(man.arrest_type);
  TubulePlans plans;
  for (const TubuleKind kind : tubules) {
    plan.state = state_of(kind);
    plans.segments.push_back(plan);
    plans.environments.push_back(environment_of(model, man));
  }
  add_foci(model, man, side, sites_per_segment, plans);
  return plans;
}

}  // namespace azoo::body
