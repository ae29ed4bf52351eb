// The epididymis of one testis: sperm travel to the cauda with a distributed delay, wait there in a reserve
// that is slowly lost, and leave with ejaculates. Every sperm is accounted for. Uses ParameterSet of core.
#pragma once

#include <cstddef>  // for size_t
#include <iosfwd>   // for istream, ostream
#include <string>   // for string
#include <vector>   // for vector

#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::testis {

struct EpididymisParameters {
  double transit_d = 0.0;           // mean from spermiation to the cauda
  double transit_shortest_d = 0.0;  // nothing arrives earlier
  double transit_shape = 1.0;       // gamma shape of the time beyond the shortest
  double transit_survival = 1.0;
  double reserve_loss_per_d = 0.0;
  double ejaculated_fraction = 0.0;  // of the reserve, by one ejaculate
  // Reads "<prefix>.epididymis.*"; throws std::logic_error like Species::from.
  [[nodiscard]] static EpididymisParameters from(const ParameterSet& parameters, const std::string& prefix);
};

class Epididymis {
 public:
  Epididymis(const EpididymisParameters& parameters, double step_d);

  // The steady state of a constant production, just before an ejaculation, when there is one every
  // `ejaculation_interval_d` days (0: never). Tallies restart.
  void settle(double sperm_per_d, double ejaculation_interval_d);
  // One step: sperm released by the testis during it.
  void step(double sperm_released);
  // Takes the usual fraction of the reserve and returns it.
  double ejaculate();

  // The whole state, for an epididymis of the same parameters and step. Throws std::runtime_error when the
  // stream holds another's.
  void save(std::ostream& out) const;
  void load(std::istream& in);

  [[nodiscard]] double in_transit() const;
  [[nodiscard]] double reserve() const { return reserve_; }
  [[nodiscard]] double arrived_last_step() const { return arrived_last_step_; }
  // Since the start or settle: stated losses, in transit and from the reserve.
  [[nodiscard]] double lost_in_transit() const { return lost_in_transit_; }
  [[nodiscard]] double lost_from_reserve() const { return lost_from_reserve_; }
  [[nodiscard]] double ejaculated() const { return ejaculated_; }

 private:
  EpididymisParameters parameters_;
  double step_d_;
  std::vector<double> kernel_;    // share that arrives in the k-th step after the step of release
  std::vector<double> arrivals_;  // still to come, ring of steps
  std::size_t head_ = 0;
  double reserve_ = 0.0;
  double arrived_last_step_ = 0.0;
  double lost_in_transit_ = 0.0;
  double lost_from_reserve_ = 0.0;
  double ejaculated_ = 0.0;
};

}  // namespace azoo::testis
