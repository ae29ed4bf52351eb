// Numbers of the pituitary-gonadal axis and of its drugs, as data/hormones/axis.toml (`axis.*`) and
// data/hormones/drugs.toml (`drugs.*`) give them. One set stands for a healthy man; disease changes
// tissue, and men differ by set-points, never by this set. Field names are the parameter names, so one table
// serves reading, fitting and the ensemble.
#pragma once

#include <span>         // for span
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::endocrine {

struct AxisParameters {
  // Healthy reference concentrations.
  double lh_reference_IU_per_L, fsh_reference_IU_per_L, testosterone_reference_nmol_per_L,
      intratesticular_testosterone_reference_nmol_per_L, estradiol_reference_pmol_per_L,
      inhibin_b_reference_pg_per_mL, prolactin_reference_mIU_per_L, shbg_reference_nmol_per_L;
  // Turnover.
  double gnrh_drive_time_h, lh_half_life_min, fsh_half_life_h, testosterone_half_life_min,
      estradiol_half_life_min, inhibin_b_half_life_h, prolactin_half_life_min, shbg_half_life_d,
      intratesticular_time_min;
  // Feedback on GnRH, LH and FSH.
  double gnrh_reserve, oestrogen_share, feedback_exponent, prolactin_inhibition, lh_exponent,
      lh_ceiling_IU_per_L, fsh_exponent, inhibin_strength, fsh_ceiling_IU_per_L;
  // Leydig cells.
  double leydig_acute_maximum, leydig_trophic_maximum, leydig_trophic_time_d, desensitisation_LH_IU_per_L,
      desensitisation_time_d, adrenal_testosterone_share;
  // Serum.
  double shbg_bound_share, testicular_estradiol_share, prolactin_oestrogen_share, shbg_oestrogen_share,
      shbg_androgen_share;
  // Inhibin B.
  double inhibin_sertoli_share, inhibin_spermatocyte_share, inhibin_fsh_share, inhibin_fsh_half_IU_per_L,
      germ_cells_per_sertoli_limit;
  // Gates of the germ line.
  double spermatogonial_fsh_share, spermatogonial_androgen_share, spermatid_fsh_share, gate_fsh_half_IU_per_L,
      gate_androgen_half, gate_androgen_exponent;
  // Drugs.
  double hcg_absorption_half_life_h, hcg_half_life_h, hcg_bioavailability, hcg_volume_L, hcg_lh_potency;
  double clomiphene_absorption_half_life_h, clomiphene_enclomiphene_share, enclomiphene_half_life_h,
      zuclomiphene_half_life_d, enclomiphene_half_blockade_mg, zuclomiphene_oestrogenicity_per_mg;
};

struct AxisParameterField {
  std::string_view name;  // "axis.feedback.oestrogen_share"
  std::string_view unit;
  double AxisParameters::*field;
};

// Every field, in the order of the struct.
[[nodiscard]] std::span<const AxisParameterField> axis_parameter_fields();

// Reads all fields; throws std::logic_error where data/ lacks one or gives another unit.
[[nodiscard]] AxisParameters axis_parameters(const ParameterSet& parameters);

}  // namespace azoo::endocrine
