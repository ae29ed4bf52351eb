#include "body/patient.hpp"

#include <algorithm>
#include <cmath>

#include "body/testis_environment.hpp"
#include "body/tubule_plans.hpp"
#include "endocrine/axis.hpp"
#include "testis/environment.hpp"
#include "testis/epididymis.hpp"
#include "testis/expected_content.hpp"

namespace azoo::body {

namespace {

constexpr std::size_t sides = 2;

// A healthy man's amounts in both testes, to which the hormone model refers.
struct HealthyAmounts {
  double sertoli = 0.0;
  double spermatocytes = 0.0;
  double spermatids = 0.0;
};

HealthyAmounts healthy_amounts(const testis::Species& species) {
  const testis::ExpectedContent content = testis::expected_content(species, {}, {});
  const double sertoli = static_cast<double>(sides) * species.sertoli_cells_per_testis;
  return {sertoli, sertoli * species.spermatocytes(content.cells),
          sertoli * species.spermatids(content.cells)};
}

}  // namespace

struct Patient::Organs {
  Organs(const Model& model, const Constitution& man, double step_d)
      : axis(model.axis, man.set_points),
        epididymis(model.epididymis, step_d),
        healthy(healthy_amounts(model.species)) {}

  endocrine::Axis axis;
  testis::Epididymis epididymis;
  HealthyAmounts healthy;
  std::vector<TestisEnvironment> environments;  // one per side
  std::vector<endocrine::Dose> doses;
  std::vector<Insult> insults;
  double leydig_insult_factor = 1.0;
  std::size_t next_dose = 0;
  double last_ejaculation_day = 0.0;
  double last_ejaculate_sperm = 0.0;
};

Patient::Patient(const Model& model, Constitution constitution, const SampleShape& shape,
                 const PatientAddress& address, double first_day)
    : model_(model),
      constitution_(std::move(constitution)),
      step_d_(shape.step_d),
      day_(first_day),
      organs_(std::make_unique<Organs>(model, constitution_, shape.step_d)) {
  const int sites = shape.sites_around * shape.sites_along;
  for (std::size_t side = 0; side < sides; ++side) {
    TubulePlans plans = plan_tubules(model, constitution_, side, sites);
    organs_->environments.emplace_back(std::move(plans.environments), model.environment);
    sheets_[side] = std::make_unique<testis::Sheet>(
        model.species, testis::SheetShape{shape.sites_around, shape.sites_along, shape.step_d},
        std::move(plans.segments), address.seed, address.replicate, address.participant,
        static_cast<std::uint32_t>(side));
  }
  settle();
}

Patient::~Patient() = default;

// Tissue sets the hormones and hormones set the tissue: the expected tissue gives the hormones, they give the
// state of the sheet, and that its own hormones. What is left settles before the first treatment.
void Patient::settle() {
  organs_->axis.settle(expected_tissue(model_, constitution_), day_);
  const endocrine::GermLineGates gates = organs_->axis.gates();
  double daily_release = 0.0;
  for (std::size_t side = 0; side < sides; ++side) {
    const auto conditions = organs_->environments[side].conditions(gates);
    sheets_[side]->settle(conditions);
    for (int s = 0; s < sheets_[side]->segments(); ++s) {
      const testis::SegmentPlan& plan = sheets_[side]->plan(s);
      const auto content =
          testis::expected_content(model_.species, plan, conditions[static_cast<std::size_t>(s)]);
      const double passing = s < sampled_segments(side) ? 1.0 : model_.pathology.focus_transit_survival;
      daily_release += passing * content.sperm_per_d * plan.weight * sheets_[side]->counts(s).sertoli_cells;
    }
  }
  organs_->epididymis.settle(daily_release, model_.ejaculation_interval_d);
  ejaculate();
  organs_->axis.settle(tissue(), day_);
}

void Patient::ejaculate() {
  organs_->last_ejaculation_day = day_;
  organs_->last_ejaculate_sperm = organs_->epididymis.ejaculate();
}

void Patient::give(ProductTreatment treatment) {
  const ActingProduct product{treatment.day, treatment.potency, treatment.hypotheses};
  for (std::size_t side = 0; side < sides; ++side) {
    organs_->environments[side].expose(product, std::move(treatment.segments[side]));
  }
}

void Patient::take(std::vector<endocrine::Dose> doses) {
  organs_->doses = std::move(doses);
  organs_->next_dose = 0;
}

void Patient::suffer(std::vector<Insult> insults) {
  organs_->insults = std::move(insults);
}

void Patient::apply_insults() {
  if (organs_->insults.empty()) return;
  testis::GermCellCounts factors;
  factors.fill(1.0);
  organs_->leydig_insult_factor = 1.0;
  for (const Insult& insult : organs_->insults) {
    if (day_ < insult.first_day || day_ > insult.last_day) continue;
    if (insult.germ_cell >= 0) factors[static_cast<std::size_t>(insult.germ_cell)] *= insult.survival_factor;
    organs_->leydig_insult_factor *= insult.leydig_capacity_factor;
  }
  for (const auto& sheet : sheets_) sheet->set_survival_factors(factors);
}

void Patient::advance_to(double day) {
  // Half a thousandth of a step: days are sums of steps and may miss a whole number by rounding.
  constexpr double rounding = 5e-4;
  while (day_ + step_d_ <= day + rounding * step_d_) step();
}

void Patient::step() {
  apply_insults();
  Organs& organs = *organs_;
  const double next_day = day_ + step_d_;
  const std::size_t first_dose = organs.next_dose;
  while (organs.next_dose < organs.doses.size() && organs.doses[organs.next_dose].day < next_day)
    ++organs.next_dose;
  organs.axis.advance(next_day, tissue(),
                      std::span(organs.doses).subspan(first_dose, organs.next_dose - first_dose));
  const endocrine::GermLineGates gates = organs.axis.gates();
  double released = 0.0;
  for (std::size_t side = 0; side < sides; ++side) {
    organs.environments[side].advance(day_, step_d_, organs.leydig_insult_factor);
    sheets_[side]->step(organs.environments[side].conditions(gates));
    released += sheets_[side]->sperm_released_last_step();
    for (int s = sampled_segments(side); s < sheets_[side]->segments(); ++s) {
      released -= (1.0 - model_.pathology.focus_transit_survival) * sheets_[side]->plan(s).weight *
                  sheets_[side]->segment_flows_last_step(s).sperm_released;
    }
  }
  organs.epididymis.step(std::max(0.0, released));
  day_ = next_day;
  if (day_ - organs.last_ejaculation_day >= model_.ejaculation_interval_d) ejaculate();
}

endocrine::HormoneState Patient::hormones() const {
  return organs_->axis.state();
}

endocrine::TissueState Patient::tissue() const {
  endocrine::TissueState tissue{0.0, 0.0, 0.0, 0.0};
  for (const TestisEnvironment& environment : organs_->environments) {
    tissue.leydig += environment.mean_leydig_capacity() / static_cast<double>(sides);
  }
  for (const auto& sheet : sheets_) {
    const testis::Totals totals = sheet->totals();
    tissue.sertoli += totals.sertoli_cells / organs_->healthy.sertoli;
    tissue.spermatocytes += model_.species.spermatocytes(totals.cells) / organs_->healthy.spermatocytes;
    tissue.spermatids += model_.species.spermatids(totals.cells) / organs_->healthy.spermatids;
  }
  return tissue;
}

double Patient::sperm_per_ejaculate() const {
  return organs_->last_ejaculate_sperm;
}

int Patient::segments(std::size_t side) const {
  return sheets_[side]->segments();
}

endocrine::TissueState expected_tissue(const Model& model, const Constitution& man) {
  const HealthyAmounts healthy = healthy_amounts(model.species);
  endocrine::TissueState tissue{0.0, 0.0, 0.0, 0.0};
  constexpr int one_site = 1;
  for (std::size_t side = 0; side < sides; ++side) {
    TubulePlans plans = plan_tubules(model, man, side, one_site);
    TestisEnvironment environment(std::move(plans.environments), model.environment);
    const auto conditions = environment.conditions({});
    for (std::size_t s = 0; s < plans.segments.size(); ++s) {
      const testis::SegmentPlan& plan = plans.segments[s];
      if (plan.state == testis::SegmentState::sclerosed) continue;
      const auto content = testis::expected_content(model.species, plan, conditions[s]);
      tissue.sertoli += plan.weight / healthy.sertoli;
      tissue.spermatocytes +=
          plan.weight * model.species.spermatocytes(content.cells) / healthy.spermatocytes;
      tissue.spermatids += plan.weight * model.species.spermatids(content.cells) / healthy.spermatids;
    }
    tissue.leydig += environment.mean_leydig_capacity() / static_cast<double>(sides);
  }
  return tissue;
}

endocrine::HormoneState expected_hormones(const Model& model, const Constitution& constitution) {
  endocrine::Axis axis(model.axis, constitution.set_points);
  axis.settle(expected_tissue(model, constitution));
  return axis.state();
}

}  // namespace azoo::body
