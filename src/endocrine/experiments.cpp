#include "endocrine/experiments.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "endocrine/axis.hpp"
#include "endocrine/axis_parameters.hpp"

namespace azoo::endocrine {

namespace {

constexpr double hours_per_day = 24.0;

double ratio_to_normal(const ParameterSet& parameters, const AxisParameters& axis_values,
                       std::string_view name) {
  Axis man(axis_values, SetPoints{});
  const double normal = man.state().inhibin_b_pg_per_mL;
  man.settle(histology_tissue(parameters, name));
  return man.state().inhibin_b_pg_per_mL / normal;
}

void healthy_man(const AxisParameters& p, Observables& found) {
  const HormoneState now = Axis(p, SetPoints{}).state();
  found["healthy.lh"] = now.lh_IU_per_L;
  found["healthy.fsh"] = now.fsh_IU_per_L;
  found["healthy.testosterone"] = now.testosterone_nmol_per_L;
  found["healthy.inhibin_b"] = now.inhibin_b_pg_per_mL;
  found["healthy.prolactin"] = now.prolactin_mIU_per_L;
  found["healthy.estradiol"] = now.estradiol_pmol_per_L;
  found["healthy.shbg"] = now.shbg_nmol_per_L;
}

// Pulses are averaged, but LH reaches serum testosterone through two first-order stages; a rhythm of the
// pulses' period is delayed by their phase. Interval: T050.
void pulse_lag(const AxisParameters& p, const ParameterSet& parameters, Observables& found) {
  const double omega = 2.0 * std::numbers::pi / parameters.value("axis.reference.pulse_interval", "min");
  const double serum_min = p.testosterone_half_life_min / std::numbers::ln2;
  found["lag.lh_to_testosterone"] =
      (std::atan(omega * p.intratesticular_time_min) + std::atan(omega * serum_min)) / omega;
}

// T054: one injection; testosterone relative to before.
void hcg_single(const AxisParameters& p, const ParameterSet& parameters, Observables& found) {
  Axis man(p, SetPoints{});
  const TissueState healthy;
  const double before = man.state().testosterone_nmol_per_L;
  const Dose injection{Drug::hcg, 0.0, parameters.value("drugs.regimen.hcg_single.dose", "IU")};
  const auto fold_at = [&](double hour) {
    man.advance(hour / hours_per_day, healthy,
                man.day() > 0.0 ? std::span<const Dose>{} : std::span(&injection, 1));
    return man.state().testosterone_nmol_per_L / before;
  };
  found["hcg_single.fold_4h"] = fold_at(4.0);
  const double at_72 = fold_at(72.0);
  const double at_84 = fold_at(84.0);
  found["hcg_single.fold_72_96h"] = (at_72 + at_84 + fold_at(96.0)) / 3.0;
  found["hcg_single.fold_144h"] = fold_at(144.0);
}

// T056: hCG from the day on which gonadotropins are suppressed; intratesticular testosterone relative to
// before.
void hcg_under_suppression(const AxisParameters& p, const ParameterSet& parameters, Observables& found) {
  const std::string regimen = "drugs.regimen.hcg_under_suppression.";
  const double interval_d = parameters.value(regimen + "interval", "d");
  const double duration_d = parameters.value(regimen + "duration", "d");
  std::vector<double> doses_IU = parameters.values(regimen + "doses", "IU");
  doses_IU.push_back(0.0);
  for (const double dose_IU : doses_IU) {
    Axis man(p, SetPoints{});
    const double before = man.state().intratesticular_testosterone_nmol_per_L;
    man.set_gnrh_support(parameters.value(regimen + "gnrh_support", "fraction"));
    std::vector<Dose> doses;
    for (double day = 0.0; day < duration_d; day += interval_d) doses.push_back({Drug::hcg, day, dose_IU});
    man.advance(duration_d, TissueState{}, doses);
    found["hcg_under_suppression.itt_ratio_" + std::to_string(static_cast<int>(dose_IU))] =
        man.state().intratesticular_testosterone_nmol_per_L / before;
  }
}

// T057: end of treatment against the same men untreated, which is what a placebo arm is on average.
void serm_trial(const AxisParameters& p, const ParameterSet& parameters, Observables& found) {
  Axis man(p, serm_trial_men(parameters));
  const HormoneState before = man.state();
  const double interval_d = parameters.value("drugs.regimen.serm_trial.interval", "d");
  const double duration_d = parameters.value("drugs.regimen.serm_trial.duration", "d");
  const double dose_mg = parameters.value("drugs.regimen.serm_trial.dose", "mg");
  std::vector<Dose> doses;
  for (double day = 0.0; day < duration_d; day += interval_d)
    doses.push_back({Drug::clomiphene, day, dose_mg});
  man.advance(duration_d, TissueState{}, doses);
  const HormoneState after = man.state();
  found["serm_trial.baseline_testosterone"] = before.testosterone_nmol_per_L;
  found["serm_trial.baseline_lh"] = before.lh_IU_per_L;
  found["serm_trial.baseline_fsh"] = before.fsh_IU_per_L;
  found["serm_trial.delta_testosterone"] = after.testosterone_nmol_per_L - before.testosterone_nmol_per_L;
  found["serm_trial.delta_lh"] = after.lh_IU_per_L - before.lh_IU_per_L;
  found["serm_trial.delta_fsh"] = after.fsh_IU_per_L - before.fsh_IU_per_L;
}

// T058 and the remembered FSH by histology (D035-D038).
void histologies(const AxisParameters& p, const ParameterSet& parameters, Observables& found) {
  for (const char* name : {"maturation_arrest", "hypospermatogenesis", "focal_sertoli_cell_only",
                           "sertoli_cell_only", "klinefelter"}) {
    found["inhibin_b_ratio." + std::string(name)] = ratio_to_normal(parameters, p, name);
    Axis man(p, SetPoints{});
    man.settle(histology_tissue(parameters, name));
    const HormoneState now = man.state();
    found["fsh." + std::string(name)] = now.fsh_IU_per_L;
    found["lh." + std::string(name)] = now.lh_IU_per_L;
    found["testosterone." + std::string(name)] = now.testosterone_nmol_per_L;
  }
}

}  // namespace

TissueState histology_tissue(const ParameterSet& parameters, std::string_view histology) {
  const std::string prefix = "axis.histology." + std::string(histology) + ".";
  return {parameters.value(prefix + "sertoli", "1"), parameters.value(prefix + "spermatocytes", "1"),
          parameters.value(prefix + "spermatids", "1"), parameters.value(prefix + "leydig", "1")};
}

SetPoints serm_trial_men(const ParameterSet& parameters) {
  SetPoints man;
  for (const SetPointField& field : set_point_fields()) {
    const std::string name = "axis.serm_trial_men." + std::string(field.name);
    if (parameters.has(name)) man.*field.field = parameters.value(name, "1");
  }
  return man;
}

Observables run_calibration_experiments(const ParameterSet& parameters) {
  const AxisParameters p = axis_parameters(parameters);
  Observables found;
  healthy_man(p, found);
  pulse_lag(p, parameters, found);
  hcg_single(p, parameters, found);
  serm_trial(p, parameters, found);
  histologies(p, parameters, found);
  return found;
}

Observables run_hormone_experiments(const ParameterSet& parameters) {
  Observables found = run_calibration_experiments(parameters);
  hcg_under_suppression(axis_parameters(parameters), parameters, found);
  return found;
}

Observables run_trial_control(const ParameterSet& parameters, const TissueState& tissue) {
  const std::string regimen = "drugs.regimen.trial_control.";
  Axis man(axis_parameters(parameters), SetPoints{});
  man.settle(tissue);
  const HormoneState before = man.state();
  std::vector<Dose> doses;
  for (int day = 0; day < static_cast<int>(parameters.value(regimen + "duration", "d")); ++day) {
    if (day % 7 == 0 || day % 7 == 3)
      doses.push_back({Drug::hcg, day + 0.0, parameters.value(regimen + "hcg_dose", "IU")});
    doses.push_back({Drug::clomiphene, day + 0.0, parameters.value(regimen + "clomiphene_dose", "mg")});
  }
  man.advance(parameters.value(regimen + "duration", "d"), tissue, doses);
  const HormoneState after = man.state();
  Observables found;
  found["trial_control.delta_fsh"] = after.fsh_IU_per_L - before.fsh_IU_per_L;
  found["trial_control.delta_lh"] = after.lh_IU_per_L - before.lh_IU_per_L;
  found["trial_control.delta_testosterone"] = after.testosterone_nmol_per_L - before.testosterone_nmol_per_L;
  return found;
}

}  // namespace azoo::endocrine
