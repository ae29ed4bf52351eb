// Where a dose goes: what needle and reflux take, how much of the testis the volume reaches, which segments
// that is, and how long the product stays there. Exposure is product units (cells, or exosome particles) per
// Sertoli cell of the segment. Random numbers come from the caller's Draws.
#pragma once

#include <span>         // for span
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for Draws

namespace azoo::product {

// lumen: fills tubules; interstitium: a depot around the needle; systemic: reaches every segment alike.
enum class Compartment { lumen, interstitium, systemic };

struct RouteParameters {
  std::string name;  // seminiferous_tubules | rete_testis | vas_deferens | intratesticular | intravenous
  Compartment compartment = Compartment::lumen;
  double needle_loss = 0.0;      // fraction of the dose
  double reflux_loss = 0.0;      // fraction of what leaves the needle: dose and volume alike
  double target_fraction = 0.0;  // fraction of the rest that lies where it acts: dose and volume alike
};

// data/products/<product>.toml, [delivery], [[route]], [injection]; geometry from
// data/environment/segment.toml.
struct DeliveryParameters {
  double half_life_d = 0.0, half_life_sigma_log = 0.0;  // in lumen and interstitium
  double systemic_half_life_d = 0.0;
  double segment_shape = 0.0;         // gamma shape of the exposure between reached segments
  double reflux_concentration = 0.0;  // a + b of the beta distribution of reflux between men
  double interstitial_spread = 0.0;   // tissue volume reached per injected volume
  double lumen_volume_mL = 0.0;       // of all tubules of one testis
  double testis_volume_mL = 0.0;
  double sertoli_cells_per_testis = 0.0;
  double pressure_injury_probability = 0.0;  // per segment filled through the lumen
  double pressure_ros_production = 0.0;      // on the day, relative to healthy production
  double pressure_half_life_d = 0.0;
  std::vector<RouteParameters> routes;
};
[[nodiscard]] DeliveryParameters read_delivery(const ParameterSet& parameters, std::string_view product);
// The same for a testis of another volume: lumen in proportion, Sertoli cells as they are.
[[nodiscard]] DeliveryParameters fit_to_testis(DeliveryParameters parameters, double testis_volume_mL);
// One man's reflux and residence, drawn between men; once per man, both testes share it.
[[nodiscard]] DeliveryParameters draw_man(DeliveryParameters parameters, Draws& draws);
// Volume of the lumen of a tubule of this length and width.
[[nodiscard]] double lumen_volume_mL(double tubule_length_m, double lumen_diameter_um);

// One injection into one testis; intravenous: the dose of the man. dose in product units, 0 for the vehicle.
struct SiteDose {
  std::string route;
  double dose = 0.0;
  double volume_mL = 0.0;
};

class SegmentExposure {
 public:
  // Units per Sertoli cell; 0 before the dose.
  [[nodiscard]] double at(double day_since_dose) const;
  // Average over a step, exactly.
  [[nodiscard]] double mean(double from_day, double to_day) const;
  // Extra production of reactive oxygen species by injection pressure, relative to the healthy one.
  [[nodiscard]] double pressure_ros(double day_since_dose) const;
  [[nodiscard]] bool reached() const { return !parts_.empty(); }  // by product
  [[nodiscard]] bool filled() const { return filled_; }           // through the lumen, product or vehicle
  [[nodiscard]] bool injured() const { return pressure_ros_ > 0.0; }

  void add(double units_per_sertoli_cell, double half_life_d);
  void fill() { filled_ = true; }
  void injure(double ros_production, double half_life_d);

 private:
  struct Part {
    double start = 0.0;
    double loss_per_d = 0.0;
  };
  std::vector<Part> parts_;
  double pressure_ros_ = 0.0;
  double pressure_loss_per_d_ = 0.0;
  bool filled_ = false;
};

struct Delivery {
  std::vector<SegmentExposure> segments;
  double units_delivered = 0.0;   // in the testis after losses, all sites
  double expected_reached = 0.0;  // share of the segments that the volumes can reach
};
// What one testis receives; each of `segments` stands for an equal share of it. Throws std::invalid_argument
// on a route without parameters, a negative number, or a local injection without volume.
[[nodiscard]] Delivery deliver(const DeliveryParameters& parameters, std::span<const SiteDose> doses,
                               int segments, Draws& draws);

// What a site gives to one testis before chance: units that stay, share of the testis that they reach.
struct SiteReach {
  double units = 0.0;
  double reached_fraction = 0.0;
};
[[nodiscard]] SiteReach site_reach(const DeliveryParameters& parameters, const SiteDose& dose);

}  // namespace azoo::product
