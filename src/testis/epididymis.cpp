#include "testis/epididymis.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "core/binary_values.hpp"

namespace azoo::testis {

namespace {

// P(transit <= t): shifted gamma.
double arrived_by(const EpididymisParameters& p, double t_d) {
  if (t_d <= p.transit_shortest_d) return 0.0;
  const double scale_d = (p.transit_d - p.transit_shortest_d) / p.transit_shape;
  return boost::math::gamma_p(p.transit_shape, (t_d - p.transit_shortest_d) / scale_d);
}

// Released in the middle of a step on average; the tail beyond 1e-6 joins the last step, so that none is
// lost.
std::vector<double> arrival_kernel(const EpididymisParameters& p, double step_d) {
  std::vector<double> kernel;
  double before = 0.0;
  while (before < 1.0 - 1e-6) {
    const double after = arrived_by(p, (static_cast<double>(kernel.size()) + 0.5) * step_d);
    kernel.push_back(after - before);
    before = after;
  }
  kernel.back() += 1.0 - before;
  return kernel;
}

}  // namespace

EpididymisParameters EpididymisParameters::from(const ParameterSet& parameters, const std::string& prefix) {
  const std::string at = prefix + ".epididymis";
  EpididymisParameters p;
  p.transit_d = parameters.value(at + ".transit_d", "d");
  p.transit_shortest_d = parameters.value(at + ".transit_shortest_d", "d");
  p.transit_shape = parameters.value(at + ".transit_shape", "1");
  p.transit_survival = parameters.value(at + ".transit_survival", "fraction");
  p.reserve_loss_per_d = parameters.value(at + ".reserve_loss_per_d", "1/d");
  p.ejaculated_fraction = parameters.value(at + ".ejaculated_fraction", "fraction");
  if (!(p.transit_d > p.transit_shortest_d) || !(p.transit_shape > 0.0)) {
    throw std::logic_error(at + ": transit_d must be above transit_shortest_d and transit_shape above 0");
  }
  return p;
}

Epididymis::Epididymis(const EpididymisParameters& parameters, double step_d)
    : parameters_(parameters), step_d_(step_d) {
  if (!(step_d > 0.0)) throw std::invalid_argument("epididymis: step_d must be above 0");
  kernel_ = arrival_kernel(parameters_, step_d_);
  arrivals_.assign(kernel_.size(), 0.0);
}

void Epididymis::settle(double sperm_per_d, double ejaculation_interval_d) {
  head_ = 0;
  // The k-th coming step still gets the shares k+1 .. of the releases of the past.
  double rest = 1.0;
  for (std::size_t k = 0; k < arrivals_.size(); ++k) {
    rest -= kernel_[k];
    arrivals_[k] = sperm_per_d * step_d_ * std::max(0.0, rest);
  }
  const double inflow_per_d = sperm_per_d * parameters_.transit_survival;
  const double loss = parameters_.reserve_loss_per_d;
  const double interval_d = ejaculation_interval_d;
  if (interval_d > 0.0) {
    // before = after * exp(-loss * interval) + gain, after = (1 - fraction) * before
    const double kept = std::exp(-loss * interval_d);
    const double gain = loss > 0.0 ? inflow_per_d * (1.0 - kept) / loss : inflow_per_d * interval_d;
    reserve_ = gain / (1.0 - (1.0 - parameters_.ejaculated_fraction) * kept);
  } else {
    if (!(loss > 0.0)) throw std::invalid_argument("epididymis: a reserve without loss or ejaculation grows");
    reserve_ = inflow_per_d / loss;
  }
  arrived_last_step_ = inflow_per_d * step_d_;
  lost_in_transit_ = lost_from_reserve_ = ejaculated_ = 0.0;
}

void Epididymis::step(double sperm_released) {
  const std::size_t steps = arrivals_.size();
  for (std::size_t k = 0; k < steps; ++k) arrivals_[(head_ + k) % steps] += sperm_released * kernel_[k];
  const double reached = arrivals_[head_];
  arrivals_[head_] = 0.0;
  head_ = (head_ + 1) % steps;
  arrived_last_step_ = reached * parameters_.transit_survival;
  lost_in_transit_ += reached - arrived_last_step_;
  // Exact for arrivals spread evenly over the step.
  const double loss = parameters_.reserve_loss_per_d * step_d_;
  const double kept = std::exp(-loss);
  const double kept_of_new = loss > 0.0 ? (1.0 - kept) / loss : 1.0;
  const double after = reserve_ * kept + arrived_last_step_ * kept_of_new;
  lost_from_reserve_ += reserve_ + arrived_last_step_ - after;
  reserve_ = after;
}

double Epididymis::ejaculate() {
  const double sperm = parameters_.ejaculated_fraction * reserve_;
  reserve_ -= sperm;
  ejaculated_ += sperm;
  return sperm;
}

void Epididymis::save(std::ostream& out) const {
  save_values(out, arrivals_);
  save_value(out, head_);
  for (const double value : {reserve_, arrived_last_step_, lost_in_transit_, lost_from_reserve_, ejaculated_})
    save_value(out, value);
}

void Epididymis::load(std::istream& in) {
  load_values(in, arrivals_);
  load_value(in, head_);
  for (double* value : {&reserve_, &arrived_last_step_, &lost_in_transit_, &lost_from_reserve_, &ejaculated_})
    load_value(in, *value);
  if (head_ >= arrivals_.size()) throw std::runtime_error("a saved state of another epididymis");
}

double Epididymis::in_transit() const {
  return std::accumulate(arrivals_.begin(), arrivals_.end(), 0.0);
}

}  // namespace azoo::testis
