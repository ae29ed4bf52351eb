// Derivatives of axis_rates by the state, row by row in the order of the equations there; tests hold them
// to finite differences.
#include <algorithm>
#include <cmath>

#include "endocrine/axis_matrix.hpp"
#include "endocrine/axis_rates.hpp"

namespace azoo::endocrine {

namespace {

// d/dx of x^exponent, 0 where x is gone.
double power_slope(double x, double exponent) noexcept {
  return x > 0.0 ? exponent * std::pow(x, exponent - 1.0) : 0.0;
}

// d/dx of saturating(x, maximum).
double saturating_slope(double x, double maximum) noexcept {
  const double below = maximum - 1.0 + x;
  return maximum * (maximum - 1.0) / (below * below);
}

// Where the rates are taken, and what several rows share.
struct Point {
  const AxisVector& y;
  const AxisConstants& c;
  const AxisInput& input;
  const DrugLevels& drugs;
  double free_t, free_by_t, free_by_shbg;  // free testosterone and its slopes
  double oestrogen, oestrogen_by_e2;       // oestrogen signal and its slope
};

Point point_at(const AxisVector& y, const AxisConstants& c, const AxisInput& input,
               const DrugLevels& drugs) noexcept {
  const AxisParameters& p = c.p;
  const double binding = 1.0 - p.shbg_bound_share + p.shbg_bound_share * y[place_shbg];
  const double free_t = std::max(y[place_testosterone] / binding, 0.0);
  const double oestrogen = oestrogen_signal(y[place_estradiol], drugs, p);
  const double unblocked = 1.0 / (1.0 + drugs.enclomiphene_mg / p.enclomiphene_half_blockade_mg);
  return {.y = y,
          .c = c,
          .input = input,
          .drugs = drugs,
          .free_t = free_t,
          .free_by_t = free_t > 0.0 ? 1.0 / binding : 0.0,
          .free_by_shbg = -free_t * p.shbg_bound_share / binding,
          .oestrogen = oestrogen,
          .oestrogen_by_e2 = oestrogen > 0.0 ? unblocked : 0.0};
}

void gnrh_row(const Point& at, AxisMatrix& d) noexcept {
  const auto& [y, c, input, drugs, free_t, free_by_t, free_by_shbg, oestrogen, oestrogen_by_e2] = at;
  const AxisParameters& p = c.p;
  const SetPoints& man = input.man;
  const double brake = (1.0 - p.oestrogen_share) * std::pow(free_t, p.feedback_exponent) +
                       p.oestrogen_share * std::pow(oestrogen, p.feedback_exponent);
  const double prolactin_below = 1.0 + p.prolactin_inhibition * y[place_prolactin] * y[place_prolactin];
  const double drive = man.gnrh_drive * input.gnrh_support * (1.0 + p.prolactin_inhibition) /
                       prolactin_below * (1.0 + p.gnrh_reserve) / (1.0 + p.gnrh_reserve * brake);
  const double drive_by_brake = -drive * p.gnrh_reserve / (1.0 + p.gnrh_reserve * brake);
  const double brake_by_free = (1.0 - p.oestrogen_share) * power_slope(free_t, p.feedback_exponent);
  d[place_gnrh][place_testosterone] = c.gnrh_per_d * drive_by_brake * brake_by_free * free_by_t;
  d[place_gnrh][place_shbg] = c.gnrh_per_d * drive_by_brake * brake_by_free * free_by_shbg;
  d[place_gnrh][place_estradiol] = c.gnrh_per_d * drive_by_brake * p.oestrogen_share *
                                   power_slope(oestrogen, p.feedback_exponent) * oestrogen_by_e2;
  d[place_gnrh][place_prolactin] =
      -c.gnrh_per_d * drive * 2.0 * p.prolactin_inhibition * y[place_prolactin] / prolactin_below;
  d[place_gnrh][place_gnrh] = -c.gnrh_per_d;
}

void gonadotropin_rows(const Point& at, AxisMatrix& d) noexcept {
  const AxisVector& y = at.y;
  const AxisConstants& c = at.c;
  const AxisParameters& p = c.p;
  const SetPoints& man = at.input.man;
  const double gnrh = std::max(y[place_gnrh], 0.0);
  const double lh_stimulus = man.lh_drive * std::pow(gnrh, p.lh_exponent);
  d[place_lh][place_gnrh] = c.lh_per_d * saturating_slope(lh_stimulus, c.lh_ceiling) * man.lh_drive *
                            power_slope(gnrh, p.lh_exponent);
  d[place_lh][place_lh] = -c.lh_per_d;
  const double inhibin = std::max(y[place_inhibin], 0.0);
  const double inhibin_below = 1.0 + p.inhibin_strength * inhibin;
  const double inhibin_brake = (1.0 + p.inhibin_strength) / inhibin_below;
  const double by_gnrh = std::pow(gnrh, p.fsh_exponent);
  const double fsh_slope =
      c.fsh_per_d * saturating_slope(man.fsh_drive * by_gnrh * inhibin_brake, c.fsh_ceiling) * man.fsh_drive;
  d[place_fsh][place_gnrh] = fsh_slope * inhibin_brake * power_slope(gnrh, p.fsh_exponent);
  d[place_fsh][place_inhibin] =
      y[place_inhibin] > 0.0 ? -fsh_slope * by_gnrh * inhibin_brake * p.inhibin_strength / inhibin_below
                             : 0.0;
  d[place_fsh][place_fsh] = -c.fsh_per_d;
}

void leydig_rows(const Point& at, AxisMatrix& d) noexcept {
  const AxisVector& y = at.y;
  const AxisConstants& c = at.c;
  const AxisParameters& p = c.p;
  const SetPoints& man = at.input.man;
  const double stimulus = lh_receptor_stimulus(y[place_lh], at.drugs, p);
  const double stimulus_by_lh = y[place_lh] > 0.0 ? 1.0 : 0.0;
  const double response = std::max(y[place_response], 0.0);
  const double response_by_state = y[place_response] > 0.0 ? 1.0 : 0.0;
  const double felt = stimulus * response;
  const double capacity = c.itt_per_d * at.input.tissue.leydig * man.leydig_steroidogenesis;
  const double acute_slope = capacity * saturating_slope(felt, p.leydig_acute_maximum) * y[place_trophic];
  d[place_itt][place_lh] = acute_slope * response * stimulus_by_lh;
  d[place_itt][place_response] = acute_slope * stimulus * response_by_state;
  d[place_itt][place_trophic] = capacity * saturating(felt, p.leydig_acute_maximum);
  d[place_itt][place_itt] = -c.itt_per_d;
  const double trophic_slope = c.trophic_per_d * saturating_slope(felt, p.leydig_trophic_maximum);
  d[place_trophic][place_lh] = trophic_slope * response * stimulus_by_lh;
  d[place_trophic][place_response] = trophic_slope * stimulus * response_by_state;
  d[place_trophic][place_trophic] = -c.trophic_per_d;
  const double response_below = 1.0 + c.desensitisation * stimulus;
  d[place_response][place_lh] = -c.response_per_d * (1.0 + c.desensitisation) * c.desensitisation /
                                (response_below * response_below) * stimulus_by_lh;
  d[place_response][place_response] = -c.response_per_d;
}

void serum_rows(const Point& at, AxisMatrix& d) noexcept {
  const auto& [y, c, input, drugs, free_t, free_by_t, free_by_shbg, oestrogen, oestrogen_by_e2] = at;
  const AxisParameters& p = c.p;
  const SetPoints& man = input.man;
  const double clearance = c.testosterone_per_d * man.testosterone_clearance;
  d[place_testosterone][place_itt] = c.testosterone_per_d * (1.0 - p.adrenal_testosterone_share);
  d[place_testosterone][place_testosterone] = -clearance * free_by_t;
  d[place_testosterone][place_shbg] = -clearance * free_by_shbg;
  const double aromatase = c.estradiol_per_d * man.aromatase;
  d[place_estradiol][place_testosterone] = aromatase * (1.0 - p.testicular_estradiol_share) * free_by_t;
  d[place_estradiol][place_shbg] = aromatase * (1.0 - p.testicular_estradiol_share) * free_by_shbg;
  d[place_estradiol][place_itt] = aromatase * p.testicular_estradiol_share;
  d[place_estradiol][place_estradiol] = -c.estradiol_per_d;
  d[place_prolactin][place_estradiol] =
      c.prolactin_per_d * man.prolactin * p.prolactin_oestrogen_share * oestrogen_by_e2;
  d[place_prolactin][place_prolactin] = -c.prolactin_per_d;
  const double hepatic =
      std::max(y[place_estradiol], 0.0) + p.zuclomiphene_oestrogenicity_per_mg * drugs.zuclomiphene_mg;
  const double shbg_below = 1.0 - p.shbg_androgen_share + p.shbg_androgen_share * free_t;
  const double shbg_target =
      man.shbg * (1.0 - p.shbg_oestrogen_share + p.shbg_oestrogen_share * hepatic) / shbg_below;
  const double shbg_by_free = -c.shbg_per_d * shbg_target * p.shbg_androgen_share / shbg_below;
  d[place_shbg][place_estradiol] =
      y[place_estradiol] > 0.0 ? c.shbg_per_d * man.shbg * p.shbg_oestrogen_share / shbg_below : 0.0;
  d[place_shbg][place_testosterone] = shbg_by_free * free_by_t;
  d[place_shbg][place_shbg] = shbg_by_free * free_by_shbg - c.shbg_per_d;
}

void inhibin_row(const Point& at, AxisMatrix& d) noexcept {
  const AxisVector& y = at.y;
  const AxisConstants& c = at.c;
  const AxisParameters& p = c.p;
  const SetPoints& man = at.input.man;
  const double fsh = std::max(y[place_fsh], 0.0);
  const double below = c.fsh_half_inhibin + fsh;
  const double source =
      inhibin_secretion(at.input.tissue, 1.0, c);  // at reference FSH nothing else scales it
  d[place_inhibin][place_fsh] = y[place_fsh] > 0.0
                                    ? c.inhibin_per_d * man.inhibin * source * p.inhibin_fsh_share *
                                          (1.0 + c.fsh_half_inhibin) * c.fsh_half_inhibin / (below * below)
                                    : 0.0;
  d[place_inhibin][place_inhibin] = -c.inhibin_per_d;
}

}  // namespace

AxisMatrix axis_jacobian(const AxisVector& y, const AxisConstants& c, const AxisInput& input,
                         const DrugLevels& drugs) noexcept {
  AxisMatrix d{};
  const Point at = point_at(y, c, input, drugs);
  gnrh_row(at, d);
  gonadotropin_rows(at, d);
  leydig_rows(at, d);
  serum_rows(at, d);
  inhibin_row(at, d);
  return d;
}

}  // namespace azoo::endocrine
