#include "product/delivery.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "product/product.hpp"

namespace azoo::product {

namespace {

const RouteParameters& route_of(const DeliveryParameters& parameters, const std::string& name) {
  for (const RouteParameters& route : parameters.routes) {
    if (route.name == name) return route;
  }
  throw std::invalid_argument("no delivery route named " + name);
}

Compartment compartment_from(const std::string& word) {
  if (word == "lumen") return Compartment::lumen;
  if (word == "interstitium") return Compartment::interstitium;
  if (word == "systemic") return Compartment::systemic;
  throw std::invalid_argument("compartment = " + word + "; expected lumen, interstitium or systemic");
}

double loss_per_d(double half_life_d) {
  return std::numbers::ln2 / half_life_d;
}

}  // namespace

double lumen_volume_mL(double tubule_length_m, double lumen_diameter_um) {
  const double diameter_cm = lumen_diameter_um * 1e-4;
  const double length_cm = tubule_length_m * 1e2;
  return std::numbers::pi / 4.0 * diameter_cm * diameter_cm * length_cm;
}

DeliveryParameters read_delivery(const ParameterSet& set, std::string_view product) {
  const std::string at = parameter_prefix(product);
  DeliveryParameters p;
  p.half_life_d = set.value(at + ".delivery.half_life_d", "d");
  p.half_life_sigma_log = set.value(at + ".delivery.half_life_sigma_log", "1");
  p.systemic_half_life_d = set.value(at + ".delivery.systemic_half_life_d", "d");
  p.segment_shape = set.value(at + ".delivery.segment_shape", "1");
  p.reflux_concentration = set.value(at + ".delivery.reflux_concentration", "1");
  p.interstitial_spread = set.value(at + ".delivery.interstitial_spread", "1");
  p.lumen_volume_mL = lumen_volume_mL(set.value("segment.geometry.tubule_length_m", "m"),
                                      set.value("segment.geometry.lumen_diameter_um", "um"));
  p.testis_volume_mL = set.value("segment.geometry.testis_volume_mL", "mL");
  p.sertoli_cells_per_testis = set.value("segment.geometry.sertoli_cells_per_testis", "cells");
  p.pressure_injury_probability = set.value(at + ".injection.pressure_injury_probability", "fraction");
  p.pressure_ros_production = set.value(at + ".injection.pressure_ros_production", "1");
  p.pressure_half_life_d = set.value(at + ".injection.pressure_half_life_d", "d");
  // A study may override any of these by 0, which the registry cannot know to be impossible.
  for (const double divisor :
       {p.half_life_d, p.systemic_half_life_d, p.segment_shape, p.reflux_concentration, p.lumen_volume_mL,
        p.testis_volume_mL, p.sertoli_cells_per_testis, p.pressure_half_life_d}) {
    if (!(divisor > 0.0)) {
      throw std::invalid_argument(at + ".delivery, " + at + ".injection and segment.geometry: half-lives, " +
                                  "shapes, volumes and cell numbers must be > 0");
    }
  }
  for (const std::string& name : set.items(at + ".route")) {
    const std::string route = at + ".route." + name;
    p.routes.push_back({name, compartment_from(set.text(route + ".compartment")),
                        set.value(route + ".needle_loss", "fraction"),
                        set.value(route + ".reflux_loss", "fraction"),
                        set.value(route + ".target_fraction", "fraction")});
  }
  return p;
}

DeliveryParameters fit_to_testis(DeliveryParameters p, double testis_volume_mL) {
  if (!(testis_volume_mL > 0.0) || !std::isfinite(testis_volume_mL))
    throw std::invalid_argument("a testis without volume");
  p.lumen_volume_mL *= testis_volume_mL / p.testis_volume_mL;
  p.testis_volume_mL = testis_volume_mL;
  return p;
}

DeliveryParameters draw_man(DeliveryParameters p, Draws& draws) {
  const double stay = draws.lognormal(1.0, p.half_life_sigma_log);
  p.half_life_d *= stay;
  p.systemic_half_life_d *= stay;
  for (RouteParameters& route : p.routes) {
    const double mean = route.reflux_loss;
    if (mean > 0.0 && mean < 1.0)
      route.reflux_loss = draws.beta(mean * p.reflux_concentration, (1.0 - mean) * p.reflux_concentration);
  }
  return p;
}

SiteReach site_reach(const DeliveryParameters& p, const SiteDose& site) {
  const RouteParameters& route = route_of(p, site.route);
  if (!std::isfinite(site.dose) || site.dose < 0.0 || !std::isfinite(site.volume_mL) || site.volume_mL < 0.0)
    throw std::invalid_argument(site.route + ": a dose or volume that is negative or not finite");
  if (route.compartment != Compartment::systemic && site.volume_mL == 0.0)
    throw std::invalid_argument(site.route + ": a local injection without volume");
  const double stays = (1.0 - route.reflux_loss) * route.target_fraction;
  SiteReach reach;
  reach.units = site.dose * (1.0 - route.needle_loss) * stays;
  switch (route.compartment) {
    case Compartment::lumen:
      reach.reached_fraction = std::min(1.0, site.volume_mL * stays / p.lumen_volume_mL);
      break;
    case Compartment::interstitium:
      reach.reached_fraction =
          std::min(1.0, site.volume_mL * stays * p.interstitial_spread / p.testis_volume_mL);
      break;
    case Compartment::systemic:
      reach.reached_fraction = 1.0;
      break;
  }
  return reach;
}

Delivery deliver(const DeliveryParameters& p, std::span<const SiteDose> doses, int segments, Draws& draws) {
  if (segments < 0) throw std::invalid_argument("a negative number of segments");
  Delivery delivery;
  delivery.segments.resize(static_cast<std::size_t>(segments));
  double missed = 1.0;
  for (const SiteDose& site : doses) {
    const Compartment compartment = route_of(p, site.route).compartment;
    const SiteReach reach = site_reach(p, site);
    missed *= 1.0 - reach.reached_fraction;
    if (reach.reached_fraction <= 0.0) continue;
    delivery.units_delivered += reach.units;
    const double mean_units = reach.units / (p.sertoli_cells_per_testis * reach.reached_fraction);
    const bool systemic = compartment == Compartment::systemic;
    for (SegmentExposure& segment : delivery.segments) {
      if (!systemic && !draws.bernoulli(reach.reached_fraction)) continue;
      const double uneven = systemic ? 1.0 : draws.gamma(p.segment_shape) / p.segment_shape;
      segment.add(mean_units * uneven, systemic ? p.systemic_half_life_d : p.half_life_d);
      if (compartment != Compartment::lumen) continue;
      segment.fill();
      if (draws.bernoulli(p.pressure_injury_probability))
        segment.injure(p.pressure_ros_production, p.pressure_half_life_d);
    }
  }
  delivery.expected_reached = 1.0 - missed;
  return delivery;
}

void SegmentExposure::add(double units_per_sertoli_cell, double half_life_d) {
  if (units_per_sertoli_cell > 0.0) parts_.push_back({units_per_sertoli_cell, loss_per_d(half_life_d)});
}

void SegmentExposure::injure(double ros_production, double half_life_d) {
  pressure_ros_ += ros_production;
  pressure_loss_per_d_ = loss_per_d(half_life_d);
}

double SegmentExposure::at(double day) const {
  if (day < 0.0) return 0.0;
  double units = 0.0;
  for (const Part& part : parts_) units += part.start * std::exp(-part.loss_per_d * day);
  return units;
}

double SegmentExposure::mean(double from_day, double to_day) const {
  if (!(to_day > from_day)) return at(from_day);
  const double from = std::max(0.0, from_day);
  if (to_day <= from) return 0.0;
  double area = 0.0;
  for (const Part& part : parts_) {
    // exp(-k a) - exp(-k b) without cancellation.
    area += part.start / part.loss_per_d * std::exp(-part.loss_per_d * from) *
            -std::expm1(-part.loss_per_d * (to_day - from));
  }
  return area / (to_day - from_day);
}

double SegmentExposure::pressure_ros(double day) const {
  return day < 0.0 ? 0.0 : pressure_ros_ * std::exp(-pressure_loss_per_d_ * day);
}

}  // namespace azoo::product
