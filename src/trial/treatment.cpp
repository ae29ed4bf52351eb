#include "trial/treatment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/number_text.hpp"
#include "core/problem.hpp"

namespace azoo::trial {

namespace {

EventRow deviation(double day, std::string term, std::string note) {
  EventRow event;
  event.day = day;
  event.kind = "deviation";
  event.term = std::move(term);
  event.serious = "no";
  event.related_to = "none";
  event.note = std::move(note);
  return event;
}

}  // namespace

double planned_dose(const ProductPlan& plan) {
  double dose = 0.0;
  for (const ProductSite& site : plan.sites) {
    dose += site.dose * (site.route == "intravenous" ? 1.0 : static_cast<double>(plan.testes));
  }
  return dose;
}

Treatments::Treatments(const Design& design, const ParameterSet& parameters, std::uint64_t seed)
    : seed_(seed),
      manufacture_(product::read_manufacture(parameters)),
      exosomes_(product::read_exosomes(parameters)) {
  Problems problems;
  hypotheses_ = product::read_hypotheses(design.hypotheses, {}, "hypotheses", problems);
  problems.throw_if_any();
  for (const std::string& key : product::known_products())
    products_[key] = product::read_product(parameters, key);
  for (const Arm& arm : design.arms) {
    if (arm.product && vehicle_.product.empty()) vehicle_ = *arm.product;
  }
  for (ProductSite& site : vehicle_.sites) site.dose = 0.0;
}

// The truth about a product is one for all men of a replicate.
product::Potency Treatments::potency(const product::Product& product, int replicate) const {
  const RandomStream stream({seed_, static_cast<std::uint64_t>(replicate), 0, Stream::product_response});
  const auto index =
      static_cast<std::uint32_t>(std::distance(products_.begin(), products_.find(product.key)));
  Draws draws(stream, index, 0);
  return product::draw_potency(product.potency, draws);
}

Treatments::Batch Treatments::make_batch(const ProductPlan& plan, double age_y, Draws& draws,
                                         ParticipantRow& row, std::vector<EventRow>& deviations) const {
  const double planned = planned_dose(plan);
  Batch made;
  if (plan.dose_unit == "cells") {
    const product::CulturePlan culture{plan.marrow_mL, plan.culture_days_low, plan.culture_days_high,
                                       planned};
    const product::CellBatch batch = product::manufacture(manufacture_, culture, age_y, draws);
    row.product_cells_planned = planned;
    row.product_cells_given = batch.cells_given;
    row.product_viability_percent = batch.viability_percent;
    made.share_of_plan = batch.cells_given / planned;
    if (!batch.released) {
      std::string failures;
      for (const std::string& failure : batch.release_failures)
        failures += (failures.empty() ? "" : ", ") + failure;
      deviations.push_back(deviation(plan.day, "batch not released", "failed: " + failures));
    } else if (batch.shortfall) {
      deviations.push_back(deviation(plan.day, "fewer cells than planned",
                                     to_text(batch.cells_given, 3) + " of " + to_text(planned, 3) +
                                         " cells after " + to_text(batch.expansion.days, 3) +
                                         " days of culture"));
    }
    return made;
  }
  const product::ExosomeBatch batch = product::make_exosomes(exosomes_, planned, draws);
  row.product_exosome_ug_given = batch.ug_given;
  made.share_of_plan = batch.ug_given / planned;
  made.units_per_dose_unit = batch.particles_per_ug;
  if (batch.shortfall) {
    deviations.push_back(deviation(plan.day, "less exosome protein than planned",
                                   to_text(batch.ug_given, 3) + " of " + to_text(planned, 3) + " ug"));
  }
  return made;
}

Treatments::Prepared Treatments::prepare(const Arm& arm, const body::Patient& patient, int replicate,
                                         std::uint64_t man, ParticipantRow& row) const {
  const auto replicate_key = static_cast<std::uint64_t>(replicate);
  Prepared prepared;
  const ProductPlan plan = arm.product ? *arm.product : arm.vehicle ? vehicle_ : ProductPlan{};
  if (plan.product.empty()) return prepared;
  const product::Product& product = products_.at(plan.product);
  Batch batch;
  if (arm.product) {
    const RandomStream stream({seed_, replicate_key, man, Stream::product_manufacture});
    Draws draws(stream, 0, 0);
    batch = make_batch(plan, patient.constitution().age_y, draws, row, prepared.deviations);
    if (batch.share_of_plan <= 0.0) return prepared;  // nothing to inject
  }
  prepared.treatment.day = plan.day;
  prepared.treatment.potency = potency(product, replicate);
  prepared.treatment.hypotheses = arm.product ? hypotheses_ : product::Hypotheses{};
  const RandomStream stream({seed_, replicate_key, man, Stream::product_delivery});
  Draws man_draws(stream, 0, 0);
  const product::DeliveryParameters delivery = product::draw_man(
      product::fit_to_testis(product.delivery, patient.constitution().testis_volume_mL), man_draws);
  std::vector<product::SiteDose> doses;
  for (const ProductSite& site : plan.sites) {
    doses.push_back(
        {site.route, site.dose * batch.share_of_plan * batch.units_per_dose_unit, site.volume_mL});
  }
  for (std::size_t side = 0; side < prepared.treatment.segments.size(); ++side) {
    if (static_cast<int>(side) >= plan.testes) continue;
    Draws draws(stream, 1 + static_cast<std::uint32_t>(side), 0);
    prepared.treatment.segments[side] =
        product::deliver(delivery, doses, patient.segments(side), draws).segments;
  }
  return prepared;
}

std::vector<endocrine::Dose> Treatments::drug_doses(const Arm& arm, double last_day) {
  std::vector<endocrine::Dose> doses;
  for (const DrugCourse& course : arm.drugs) {
    const endocrine::Drug drug = course.drug == "hcg" ? endocrine::Drug::hcg : endocrine::Drug::clomiphene;
    const double end = std::min(course.last_day, last_day);
    for (int n = 0; course.first_day + n * course.interval_d <= end; ++n) {
      doses.push_back({drug, course.first_day + n * course.interval_d, course.dose});
    }
  }
  std::stable_sort(doses.begin(), doses.end(),
                   [](const endocrine::Dose& a, const endocrine::Dose& b) { return a.day < b.day; });
  return doses;
}

}  // namespace azoo::trial
