#include "body/animal.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <numeric>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "body/assay.hpp"
#include "core/binary_values.hpp"
#include "core/random.hpp"

namespace azoo::body {

TestisSizes draw_sizes(const AnimalModel& model, const AnimalAddress& address) {
  const RandomStream stream({address.seed, 0, address.animal, Stream::animal_characteristics});
  Draws draws(stream, 0, 0);
  const double animal = error_factor(model.sertoli_number_cv, draws);
  TestisSizes sizes{};
  for (double& size : sizes) size = animal * error_factor(model.side_cv, draws);
  return sizes;
}

// The share that survives both divisions is beta distributed; each division has the same part in what an
// animal has more or less of it.
testis::Species draw_species(const AnimalModel& model, const AnimalAddress& address) {
  testis::Species species = model.species;
  if (!(model.meiotic_survival_sd > 0.0)) return species;
  std::vector<testis::GermCell*> dividing;
  double mean = 1.0;
  for (testis::GermCell& cell : species.germ_cells) {
    if (cell.compartment != testis::Compartment::spermatocyte || !cell.divides) continue;
    dividing.push_back(&cell);
    mean *= cell.division_survival;
  }
  const double variance = model.meiotic_survival_sd * model.meiotic_survival_sd;
  const double size = mean * (1.0 - mean) / variance - 1.0;  // a + b of the beta law
  if (dividing.empty() || !(size > 0.0)) return species;
  const RandomStream stream({address.seed, 0, address.animal, Stream::animal_characteristics});
  Draws draws(stream, 1, 0);
  const double factor = draws.beta(mean * size, (1.0 - mean) * size) / mean;
  for (testis::GermCell* cell : dividing)
    cell->division_survival *= std::pow(factor, 1.0 / static_cast<double>(dividing.size()));
  return species;
}

double draw_stem_density(const AnimalModel& model, const AnimalAddress& address) {
  if (!(model.stem_density_cv > 0.0)) return 1.0;
  const RandomStream stream({address.seed, 0, address.animal, Stream::animal_characteristics});
  Draws draws(stream, 2, 0);
  return error_factor(model.stem_density_cv, draws);
}

Animal::Testis Animal::make_testis(const TestisSample& sample, double size, const AnimalAddress& address,
                                   std::uint32_t side) const {
  testis::WholeTestis tubules = sample.tubules;
  if (sample.size == TestisSample::Size::whole) {
    for (testis::SegmentPlan& plan : tubules.plans) {
      const auto rows = static_cast<int>(std::lround(size * plan.rows));
      plan.rows = std::max(testis::fewest_rows, rows);
    }
    for (testis::TubulePiece& piece : tubules.shape.pieces) piece.length_mm *= size;
  }
  double sites = 0.0;
  for (const testis::SegmentPlan& plan : tubules.plans) {
    sites += static_cast<double>(plan.rows) * tubules.shape.sites_around;
  }
  const double cells = model_.species.sertoli_cells_per_testis;
  if (sample.size == TestisSample::Size::measured) size = sites / cells;
  const double density = draw_stem_density(model_, address);
  for (testis::SegmentPlan& plan : tubules.plans) {
    plan.weight = size * cells / sites;
    plan.stem_density_factor *= density;
  }
  const auto steps_of_a_cycle = static_cast<std::size_t>(std::lround(model_.species.cycle_d / step_d_));
  return {size,
          testis::Sheet(draw_species(model_, address), tubules.shape, std::move(tubules.plans), address.seed,
                        0, address.animal, side),
          testis::Epididymis(model_.epididymis, step_d_),
          std::vector<double>(std::max<std::size_t>(1, steps_of_a_cycle), 0.0)};
}

Animal::Animal(const AnimalModel& model, const TestisSample& sample, const TestisSizes& sizes,
               const AnimalAddress& address, std::vector<Exposure> exposures, unsigned threads,
               std::istream* state)
    : model_(model),
      exposures_(std::move(exposures)),
      threads_(threads),
      step_d_(sample.tubules.shape.step_d),
      day_(-std::ceil(sample.settling_d / step_d_) * step_d_),
      conditions_(sample.tubules.plans.size()),
      ejaculation_interval_d_(sample.ejaculation_interval_d) {
  for (int side = 0; side < sample.testes; ++side) {
    testes_.push_back(make_testis(sample, sizes[static_cast<std::size_t>(side)], address,
                                  static_cast<std::uint32_t>(side)));
  }
  for (const Exposure& exposure : exposures_) {
    for (const testis::Dose& dose : exposure.doses) {
      if (!arrival_) arrival_ = SpermArrival{dose.day, false, std::nullopt, 0.0};
      arrival_->first_insult_d = std::min(arrival_->first_insult_d, dose.day);
    }
  }
  state == nullptr ? settle() : load(*state);
}

// The epididymis is filled by the sperm that the testis releases while it settles.
void Animal::settle() {
  for (Testis& testis : testes_) testis.sheet.settle(conditions_, threads_);
  while (day_ < -0.5 * step_d_) step(false);
  day_ = 0.0;
  for (std::size_t side = 0; side < testes_.size(); ++side) {
    testes_[side].epididymis.settle(sperm_released_per_d(side), ejaculation_interval_d_);
  }
  if (!(ejaculation_interval_d_ > 0.0)) return;
  ejaculate();
  if (arrival_) semen_.emplace(model_.semen, arrival_->first_insult_d, *ejaculate_);
}

void Animal::ejaculate() {
  last_ejaculation_day_ = day_;
  ejaculate_ = 0.0;
  for (Testis& testis : testes_) *ejaculate_ += testis.epididymis.ejaculate();
  if (semen_) semen_->ejaculate(day_, *ejaculate_);
}

double Animal::sperm_released_per_d(std::size_t side) const {
  const Testis& testis = testes_[side];
  if (testis.filled == 0) return 0.0;
  const double sum = std::accumulate(testis.released.begin(), testis.released.end(), 0.0);
  return sum / (static_cast<double>(testis.filled) * step_d_);
}

void Animal::advance_to(double day) {
  // Half a thousandth of a step: days are sums of steps and may miss a whole number by rounding.
  constexpr double rounding = 5e-4;
  while (day_ + step_d_ <= day + rounding * step_d_) step(true);
}

void Animal::injure() {
  for (const Exposure& exposure : exposures_) {
    if (!exposure.insult.kills_between(exposure.doses, day_, day_ + step_d_)) continue;
    const testis::AcuteInjury injury = exposure.insult.losses(exposure.doses, day_, day_ + step_d_);
    for (Testis& testis : testes_) testis.sheet.injure_all(injury, threads_);
  }
}

void Animal::step(bool with_epididymis) {
  testis::SegmentConditions felt;
  testis::GermCellCounts survival_factors;
  survival_factors.fill(1.0);
  if (with_epididymis) {
    injure();
    for (const Exposure& exposure : exposures_) {
      exposure.insult.apply_lasting(exposure.doses, day_, felt, survival_factors);
    }
  }
  std::fill(conditions_.begin(), conditions_.end(), felt);
  for (Testis& testis : testes_) {
    testis.sheet.set_survival_factors(survival_factors);
    testis.sheet.step(conditions_, threads_);
    const double released = testis.sheet.sperm_released_last_step();
    testis.released[testis.next] = released;
    testis.next = (testis.next + 1) % testis.released.size();
    testis.filled = std::min(testis.filled + 1, testis.released.size());
    if (with_epididymis) testis.epididymis.step(released);
  }
  day_ += step_d_;
  if (!with_epididymis) return;
  watch_arrivals();
  if (!(ejaculation_interval_d_ > 0.0)) return;
  // Days are sums of steps and may miss a whole number by rounding.
  const double rounding = 5e-4 * step_d_;
  if (day_ - last_ejaculation_day_ >= ejaculation_interval_d_ - rounding) ejaculate();
}

void Animal::save(std::ostream& out) const {
  save_value(out, day_);
  save_value(out, arrival_.has_value());
  if (arrival_) {
    save_value(out, arrival_->ceased);
    save_value(out, arrival_->days_without);
    save_value(out, arrival_->again_d.value_or(-1.0));
  }
  save_value(out, ejaculate_.has_value());
  if (ejaculate_) {
    save_value(out, last_ejaculation_day_);
    save_value(out, *ejaculate_);
  }
  if (semen_) semen_->save(out);
  for (const Testis& testis : testes_) {
    testis.sheet.save(out);
    testis.epididymis.save(out);
    save_values(out, testis.released);
    save_value(out, testis.next);
    save_value(out, testis.filled);
  }
}

void Animal::load(std::istream& in) {
  load_value(in, day_);
  bool treated = false;
  load_value(in, treated);
  if (treated != arrival_.has_value()) throw std::runtime_error("the state of another animal");
  if (arrival_) {
    double again_d = 0.0;
    load_value(in, arrival_->ceased);
    load_value(in, arrival_->days_without);
    load_value(in, again_d);
    if (again_d >= 0.0) arrival_->again_d = again_d;
  }
  load_semen(in);
  for (Testis& testis : testes_) {
    testis.sheet.load(in);
    testis.epididymis.load(in);
    load_values(in, testis.released);
    load_value(in, testis.next);
    load_value(in, testis.filled);
  }
}

void Animal::load_semen(std::istream& in) {
  bool ejaculates = false;
  load_value(in, ejaculates);
  if (ejaculates != (ejaculation_interval_d_ > 0.0)) throw std::runtime_error("the state of another animal");
  if (!ejaculates) return;
  load_value(in, last_ejaculation_day_);
  load_value(in, ejaculate_.emplace(0.0));
  if (!arrival_) return;
  semen_.emplace(model_.semen, arrival_->first_insult_d, 0.0);
  semen_->load(in);
}

void Animal::watch_arrivals() {
  if (!arrival_ || day_ <= arrival_->first_insult_d) return;
  double arrived = 0.0;
  for (const Testis& testis : testes_) arrived += testis.epididymis.arrived_last_step();
  if (arrived > 0.0) {
    if (arrival_->ceased && !arrival_->again_d) arrival_->again_d = day_ - arrival_->first_insult_d;
  } else {
    arrival_->ceased = true;
    arrival_->days_without += step_d_;
  }
}

}  // namespace azoo::body
