#include "trial/population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace azoo::trial {

namespace {

std::size_t pick(const std::vector<double>& weights, Draws& draws) {
  double remaining = draws.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    remaining -= weights[i];
    if (remaining < 0.0) return i;
  }
  return weights.size() - 1;
}

double beta_by_mean(double mean, double concentration, Draws& draws) {
  if (mean <= 0.0 || mean >= 1.0) return mean;
  return draws.beta(mean * concentration, (1.0 - mean) * concentration);
}

double factor_by_cv(double cv, Draws& draws) {
  return draws.lognormal(1.0, std::sqrt(std::log1p(cv * cv)));
}

HistologyClass read_class(const ParameterSet& parameters, const std::string& prefix,
                          const std::string& name) {
  const auto number = [&](const char* key, const char* unit) {
    return parameters.value(prefix + "." + name + "." + key, unit);
  };
  HistologyClass c;
  c.name = name;
  c.arrest_type = parameters.text(prefix + "." + name + ".arrest_type");
  c.active_fraction = number("active_fraction", "fraction");
  c.active_concentration = number("active_concentration", "1");
  c.sertoli_only_share = number("sertoli_only_share", "fraction");
  c.arrest_share = number("arrest_share", "fraction");
  c.constitutional_share = number("constitutional_share", "fraction");
  c.survival_factor = number("survival_factor", "fraction");
  c.stem_density_factor = number("stem_density_factor", "fraction");
  c.foci_mean = number("foci_mean", "foci");
  c.foci_dispersion = number("foci_dispersion", "1");
  c.testis_volume_median_mL = number("testis_volume_median_mL", "mL");
  c.testis_volume_sigma_log = number("testis_volume_sigma_log", "1");
  c.leydig_median = number("leydig_median", "fraction");
  c.inflamed_share = number("inflamed_share", "fraction");
  return c;
}

}  // namespace

PopulationModel::PopulationModel(const ParameterSet& parameters, const Design& design)
    : parameters_(&parameters),
      population_(design.population),
      segments_per_testis_(design.sample.segments_per_testis) {
  const std::string mix = population_.mix;
  for (const std::string& name : parameters.items(mix + ".aetiology")) {
    aetiologies_.push_back({name, parameters.value(mix + ".aetiology." + name + ".weight", "fraction")});
  }
  const std::string prefix = mix + ".histology";
  const bool chosen = !population_.histology_classes.empty();
  const std::vector<std::string> names = chosen ? population_.histology_classes : parameters.items(prefix);
  for (std::size_t i = 0; i < names.size(); ++i) {
    histologies_.push_back(read_class(parameters, prefix, names[i]));
    histology_weights_.push_back(chosen ? population_.histology_weights[i]
                                        : parameters.value(prefix + "." + names[i] + ".weight", "fraction"));
  }
  sertoli_cv_ = parameters.value(mix + ".men.sertoli_cells_cv", "fraction");
  leydig_cv_ = parameters.value(mix + ".men.leydig_cells_cv", "fraction");
  leydig_reserve_exponent_ = parameters.value(mix + ".men.leydig_reserve_exponent", "1");
}

// A normal distribution cut to the printed range; the printed mean and SD are those of the cut one, so the
// parameters before the cut are only near them (the cut removes little).
double PopulationModel::drawn_age_y(Draws& draws) const {
  constexpr int attempts = 1000;
  for (int i = 0; i < attempts; ++i) {
    const double age = population_.age_mean_y + population_.age_sd_y * draws.normal();
    if (age >= population_.age_low_y && age <= population_.age_high_y) return age;
  }
  return std::clamp(population_.age_mean_y, population_.age_low_y, population_.age_high_y);
}

void PopulationModel::draw_tissue(const HistologyClass& histology, const RandomStream& stream,
                                  body::Constitution& man) const {
  Draws draws(stream, 0, 1);
  const double active = beta_by_mean(histology.active_fraction, histology.active_concentration, draws);
  for (std::size_t side = 0; side < man.tubules.size(); ++side) {
    Draws tubule(stream, static_cast<std::uint32_t>(side), 2);
    for (int s = 0; s < segments_per_testis_; ++s) {
      const bool is_active = tubule.bernoulli(active);
      const bool is_sertoli_only = tubule.bernoulli(histology.sertoli_only_share);
      man.tubules[side].push_back(is_active         ? body::TubuleKind::active
                                  : is_sertoli_only ? body::TubuleKind::sertoli_only
                                                    : body::TubuleKind::sclerosed);
    }
  }
  const bool arrested = draws.bernoulli(histology.arrest_share);
  const bool constitutional = draws.bernoulli(histology.constitutional_share);
  if (arrested) {
    man.arrest = constitutional ? body::Arrest::constitutional : body::Arrest::environmental;
    man.arrest_type = histology.arrest_type;
  }
  man.inflamed = draws.bernoulli(histology.inflamed_share);
  const auto foci = static_cast<int>(draws.negative_binomial(histology.foci_mean, histology.foci_dispersion));
  man.foci[0] = static_cast<int>(draws.binomial(static_cast<std::uint64_t>(foci), 0.5));
  man.foci[1] = foci - man.foci[0];
}

body::Constitution PopulationModel::draw(std::uint64_t seed, std::uint64_t replicate,
                                         std::uint64_t candidate) const {
  const RandomStream stream({seed, replicate, candidate, Stream::candidate_characteristics});
  Draws draws(stream, 0, 0);
  body::Constitution man;
  std::vector<double> weights;
  for (const WeightedName& aetiology : aetiologies_) weights.push_back(aetiology.weight);
  man.aetiology = aetiologies_[pick(weights, draws)].name;
  const HistologyClass& histology = histologies_[pick(histology_weights_, draws)];
  man.histology = histology.name;
  man.age_y = drawn_age_y(draws);
  man.secondary_infertility = draws.bernoulli(population_.secondary_infertility_fraction);
  man.testis_volume_mL =
      draws.lognormal(histology.testis_volume_median_mL, histology.testis_volume_sigma_log);
  man.sertoli_number_factor = factor_by_cv(sertoli_cv_, draws);
  man.leydig_capacity =
      histology.leydig_median * std::pow(factor_by_cv(leydig_cv_, draws), leydig_reserve_exponent_);
  man.survival_factor = histology.survival_factor;
  man.stem_density_factor = histology.stem_density_factor;
  const RandomStream tissue({seed, replicate, candidate, Stream::histology});
  draw_tissue(histology, tissue, man);
  const RandomStream hormones({seed, replicate, candidate, Stream::hormone_set_points});
  man.set_points = endocrine::draw_set_points(*parameters_, hormones);
  return man;
}

}  // namespace azoo::trial
