#include "endocrine/axis_rates.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace azoo::endocrine {

namespace {

constexpr double minutes_per_day = 1440.0;
constexpr double hours_per_day = 24.0;

// Powers of a quantity that the solver may carry a rounding error below zero.
double power(double base, double exponent) noexcept {
  return std::pow(std::max(base, 0.0), exponent);
}

// A share of the healthy level that needs the signal; the rest stands without it.
double partly(double share, double signal) noexcept {
  return 1.0 - share + share * signal;
}

}  // namespace

AxisConstants::AxisConstants(const AxisParameters& parameters) : p(parameters) {
  const double ln2 = std::numbers::ln2;
  gnrh_per_d = hours_per_day / p.gnrh_drive_time_h;
  lh_per_d = ln2 * minutes_per_day / p.lh_half_life_min;
  fsh_per_d = ln2 * hours_per_day / p.fsh_half_life_h;
  itt_per_d = minutes_per_day / p.intratesticular_time_min;
  testosterone_per_d = ln2 * minutes_per_day / p.testosterone_half_life_min;
  estradiol_per_d = ln2 * minutes_per_day / p.estradiol_half_life_min;
  inhibin_per_d = ln2 * hours_per_day / p.inhibin_b_half_life_h;
  prolactin_per_d = ln2 * minutes_per_day / p.prolactin_half_life_min;
  shbg_per_d = ln2 / p.shbg_half_life_d;
  trophic_per_d = 1.0 / p.leydig_trophic_time_d;
  response_per_d = 1.0 / p.desensitisation_time_d;
  lh_ceiling = p.lh_ceiling_IU_per_L / p.lh_reference_IU_per_L;
  fsh_ceiling = p.fsh_ceiling_IU_per_L / p.fsh_reference_IU_per_L;
  fsh_half_inhibin = p.inhibin_fsh_half_IU_per_L / p.fsh_reference_IU_per_L;
  desensitisation = p.lh_reference_IU_per_L / p.desensitisation_LH_IU_per_L;
  inhibin_spermatid_share = 1.0 - p.inhibin_sertoli_share - p.inhibin_spermatocyte_share;
}

double oestrogen_signal(double estradiol, const DrugLevels& drugs, const AxisParameters& p) noexcept {
  const double agonist = estradiol + p.zuclomiphene_oestrogenicity_per_mg * drugs.zuclomiphene_mg;
  return std::max(agonist, 0.0) / (1.0 + drugs.enclomiphene_mg / p.enclomiphene_half_blockade_mg);
}

double lh_receptor_stimulus(double lh, const DrugLevels& drugs, const AxisParameters& p) noexcept {
  const double hcg_IU_per_L = drugs.hcg_plasma_IU / p.hcg_volume_L;
  return std::max(lh, 0.0) + p.hcg_lh_potency * hcg_IU_per_L / p.lh_reference_IU_per_L;
}

// Sertoli cells secrete some inhibin B alone; spermatocytes and spermatids each add their share, but only
// through the Sertoli cells that nurse them, each of which answers to a limited germ cell load.
double inhibin_secretion(const TissueState& tissue, double fsh, const AxisConstants& c) noexcept {
  const double limit = c.p.germ_cells_per_sertoli_limit * tissue.sertoli;
  const double source = c.p.inhibin_sertoli_share * tissue.sertoli +
                        c.p.inhibin_spermatocyte_share * std::min(tissue.spermatocytes, limit) +
                        c.inhibin_spermatid_share * std::min(tissue.spermatids, limit);
  const double f = std::max(fsh, 0.0);
  const double by_fsh = (1.0 + c.fsh_half_inhibin) * f / (c.fsh_half_inhibin + f);
  return source * (1.0 - c.p.inhibin_fsh_share + c.p.inhibin_fsh_share * by_fsh);
}

AxisVector axis_rates(const AxisVector& y, const AxisConstants& c, const AxisInput& input,
                      const DrugLevels& drugs) noexcept {
  const AxisParameters& p = c.p;
  const SetPoints& man = input.man;
  const double free_t =
      std::max(free_testosterone(y[place_testosterone], y[place_shbg], p.shbg_bound_share), 0.0);
  const double oestrogen = oestrogen_signal(y[place_estradiol], drugs, p);

  // Feedback on the pulse drive: androgen and oestrogen each carry their share of the brake.
  const double brake = (1.0 - p.oestrogen_share) * power(free_t, p.feedback_exponent) +
                       p.oestrogen_share * power(oestrogen, p.feedback_exponent);
  const double by_prolactin = (1.0 + p.prolactin_inhibition) /
                              (1.0 + p.prolactin_inhibition * y[place_prolactin] * y[place_prolactin]);
  const double drive = man.gnrh_drive * input.gnrh_support * by_prolactin * (1.0 + p.gnrh_reserve) /
                       (1.0 + p.gnrh_reserve * brake);

  // Both gonadotropins saturate: no stimulus lifts them above the pituitary's ceiling.
  const double lh_stimulus = man.lh_drive * power(y[place_gnrh], p.lh_exponent);
  const double inhibin_brake =
      (1.0 + p.inhibin_strength) / (1.0 + p.inhibin_strength * std::max(y[place_inhibin], 0.0));
  const double fsh_stimulus = man.fsh_drive * power(y[place_gnrh], p.fsh_exponent) * inhibin_brake;

  // Leydig cells: acute response to the receptor stimulus they still feel, times the capacity built up over
  // days of stimulus; a high stimulus makes them refractory.
  const double stimulus = lh_receptor_stimulus(y[place_lh], drugs, p);
  const double felt = stimulus * std::max(y[place_response], 0.0);
  const double production = input.tissue.leydig * man.leydig_steroidogenesis *
                            saturating(felt, p.leydig_acute_maximum) * y[place_trophic];
  const double response_target = (1.0 + c.desensitisation) / (1.0 + c.desensitisation * stimulus);

  const double into_serum =
      (1.0 - p.adrenal_testosterone_share) * y[place_itt] + p.adrenal_testosterone_share;
  const double aromatised = man.aromatase * ((1.0 - p.testicular_estradiol_share) * free_t +
                                             p.testicular_estradiol_share * y[place_itt]);
  const double hepatic_oestrogen =
      std::max(y[place_estradiol], 0.0) + p.zuclomiphene_oestrogenicity_per_mg * drugs.zuclomiphene_mg;
  const double shbg_target =
      man.shbg * partly(p.shbg_oestrogen_share, hepatic_oestrogen) / partly(p.shbg_androgen_share, free_t);
  const double prolactin_target = man.prolactin * partly(p.prolactin_oestrogen_share, oestrogen);

  AxisVector rate;
  rate[place_gnrh] = c.gnrh_per_d * (drive - y[place_gnrh]);
  rate[place_lh] = c.lh_per_d * (saturating(lh_stimulus, c.lh_ceiling) - y[place_lh]);
  rate[place_fsh] = c.fsh_per_d * (saturating(fsh_stimulus, c.fsh_ceiling) - y[place_fsh]);
  rate[place_itt] = c.itt_per_d * (production - y[place_itt]);
  rate[place_testosterone] = c.testosterone_per_d * (into_serum - man.testosterone_clearance * free_t);
  rate[place_estradiol] = c.estradiol_per_d * (aromatised - y[place_estradiol]);
  rate[place_inhibin] =
      c.inhibin_per_d * (man.inhibin * inhibin_secretion(input.tissue, y[place_fsh], c) - y[place_inhibin]);
  rate[place_prolactin] = c.prolactin_per_d * (prolactin_target - y[place_prolactin]);
  rate[place_shbg] = c.shbg_per_d * (shbg_target - y[place_shbg]);
  rate[place_trophic] = c.trophic_per_d * (saturating(felt, p.leydig_trophic_maximum) - y[place_trophic]);
  rate[place_response] = c.response_per_d * (response_target - y[place_response]);
  return rate;
}

}  // namespace azoo::endocrine
