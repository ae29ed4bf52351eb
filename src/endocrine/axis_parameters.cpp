#include "endocrine/axis_parameters.hpp"

#include <array>

namespace azoo::endocrine {

namespace {

using P = AxisParameters;

constexpr std::array fields = {
    AxisParameterField{"axis.reference.lh", "IU/L", &P::lh_reference_IU_per_L},
    AxisParameterField{"axis.reference.fsh", "IU/L", &P::fsh_reference_IU_per_L},
    AxisParameterField{"axis.reference.testosterone", "nmol/L", &P::testosterone_reference_nmol_per_L},
    AxisParameterField{"axis.reference.intratesticular_testosterone", "nmol/L",
                       &P::intratesticular_testosterone_reference_nmol_per_L},
    AxisParameterField{"axis.reference.estradiol", "pmol/L", &P::estradiol_reference_pmol_per_L},
    AxisParameterField{"axis.reference.inhibin_b", "pg/mL", &P::inhibin_b_reference_pg_per_mL},
    AxisParameterField{"axis.reference.prolactin", "mIU/L", &P::prolactin_reference_mIU_per_L},
    AxisParameterField{"axis.reference.shbg", "nmol/L", &P::shbg_reference_nmol_per_L},
    AxisParameterField{"axis.turnover.gnrh_drive_time", "h", &P::gnrh_drive_time_h},
    AxisParameterField{"axis.turnover.lh_half_life", "min", &P::lh_half_life_min},
    AxisParameterField{"axis.turnover.fsh_half_life", "h", &P::fsh_half_life_h},
    AxisParameterField{"axis.turnover.testosterone_half_life", "min", &P::testosterone_half_life_min},
    AxisParameterField{"axis.turnover.estradiol_half_life", "min", &P::estradiol_half_life_min},
    AxisParameterField{"axis.turnover.inhibin_b_half_life", "h", &P::inhibin_b_half_life_h},
    AxisParameterField{"axis.turnover.prolactin_half_life", "min", &P::prolactin_half_life_min},
    AxisParameterField{"axis.turnover.shbg_half_life", "d", &P::shbg_half_life_d},
    AxisParameterField{"axis.turnover.intratesticular_time", "min", &P::intratesticular_time_min},
    AxisParameterField{"axis.feedback.gnrh_reserve", "1", &P::gnrh_reserve},
    AxisParameterField{"axis.feedback.oestrogen_share", "fraction", &P::oestrogen_share},
    AxisParameterField{"axis.feedback.exponent", "1", &P::feedback_exponent},
    AxisParameterField{"axis.feedback.prolactin_inhibition", "1", &P::prolactin_inhibition},
    AxisParameterField{"axis.feedback.lh_exponent", "1", &P::lh_exponent},
    AxisParameterField{"axis.feedback.lh_ceiling", "IU/L", &P::lh_ceiling_IU_per_L},
    AxisParameterField{"axis.feedback.fsh_exponent", "1", &P::fsh_exponent},
    AxisParameterField{"axis.feedback.inhibin_strength", "1", &P::inhibin_strength},
    AxisParameterField{"axis.feedback.fsh_ceiling", "IU/L", &P::fsh_ceiling_IU_per_L},
    AxisParameterField{"axis.leydig.acute_maximum", "1", &P::leydig_acute_maximum},
    AxisParameterField{"axis.leydig.trophic_maximum", "1", &P::leydig_trophic_maximum},
    AxisParameterField{"axis.leydig.trophic_time", "d", &P::leydig_trophic_time_d},
    AxisParameterField{"axis.leydig.desensitisation", "IU/L", &P::desensitisation_LH_IU_per_L},
    AxisParameterField{"axis.leydig.desensitisation_time", "d", &P::desensitisation_time_d},
    AxisParameterField{"axis.leydig.adrenal_testosterone_share", "fraction", &P::adrenal_testosterone_share},
    AxisParameterField{"axis.serum.shbg_bound_share", "fraction", &P::shbg_bound_share},
    AxisParameterField{"axis.serum.testicular_estradiol_share", "fraction", &P::testicular_estradiol_share},
    AxisParameterField{"axis.serum.prolactin_oestrogen_share", "fraction", &P::prolactin_oestrogen_share},
    AxisParameterField{"axis.serum.shbg_oestrogen_share", "fraction", &P::shbg_oestrogen_share},
    AxisParameterField{"axis.serum.shbg_androgen_share", "fraction", &P::shbg_androgen_share},
    AxisParameterField{"axis.inhibin.sertoli_share", "fraction", &P::inhibin_sertoli_share},
    AxisParameterField{"axis.inhibin.spermatocyte_share", "fraction", &P::inhibin_spermatocyte_share},
    AxisParameterField{"axis.inhibin.fsh_share", "fraction", &P::inhibin_fsh_share},
    AxisParameterField{"axis.inhibin.fsh_half", "IU/L", &P::inhibin_fsh_half_IU_per_L},
    AxisParameterField{"axis.inhibin.germ_cells_per_sertoli_limit", "1", &P::germ_cells_per_sertoli_limit},
    AxisParameterField{"axis.gate.spermatogonial_fsh_share", "fraction", &P::spermatogonial_fsh_share},
    AxisParameterField{"axis.gate.spermatogonial_androgen_share", "fraction",
                       &P::spermatogonial_androgen_share},
    AxisParameterField{"axis.gate.spermatid_fsh_share", "fraction", &P::spermatid_fsh_share},
    AxisParameterField{"axis.gate.fsh_half", "IU/L", &P::gate_fsh_half_IU_per_L},
    AxisParameterField{"axis.gate.androgen_half", "fraction", &P::gate_androgen_half},
    AxisParameterField{"axis.gate.androgen_exponent", "1", &P::gate_androgen_exponent},
    AxisParameterField{"drugs.hcg.absorption_half_life", "h", &P::hcg_absorption_half_life_h},
    AxisParameterField{"drugs.hcg.half_life", "h", &P::hcg_half_life_h},
    AxisParameterField{"drugs.hcg.bioavailability", "fraction", &P::hcg_bioavailability},
    AxisParameterField{"drugs.hcg.volume", "L", &P::hcg_volume_L},
    AxisParameterField{"drugs.hcg.lh_potency", "1", &P::hcg_lh_potency},
    AxisParameterField{"drugs.clomiphene.absorption_half_life", "h", &P::clomiphene_absorption_half_life_h},
    AxisParameterField{"drugs.clomiphene.enclomiphene_share", "fraction", &P::clomiphene_enclomiphene_share},
    AxisParameterField{"drugs.clomiphene.enclomiphene_half_life", "h", &P::enclomiphene_half_life_h},
    AxisParameterField{"drugs.clomiphene.zuclomiphene_half_life", "d", &P::zuclomiphene_half_life_d},
    AxisParameterField{"drugs.clomiphene.enclomiphene_half_blockade", "mg",
                       &P::enclomiphene_half_blockade_mg},
    AxisParameterField{"drugs.clomiphene.zuclomiphene_oestrogenicity", "1/mg",
                       &P::zuclomiphene_oestrogenicity_per_mg},
};

// A field that is missing here would stay unread.
static_assert(fields.size() * sizeof(double) == sizeof(AxisParameters));

}  // namespace

std::span<const AxisParameterField> axis_parameter_fields() {
  return fields;
}

AxisParameters axis_parameters(const ParameterSet& parameters) {
  AxisParameters read{};
  for (const AxisParameterField& field : fields) read.*field.field = parameters.value(field.name, field.unit);
  return read;
}

}  // namespace azoo::endocrine
