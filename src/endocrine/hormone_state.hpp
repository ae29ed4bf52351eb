// What goes into and comes out of the pituitary-gonadal axis of one man: the tissue his hormones
// depend on, the drugs he takes, the concentrations an assay would find, and what his hormones
// mean to the germ line. Plain values; the equations stand in axis_rates.hpp.
#pragma once

namespace azoo::endocrine {

// Working tissue of both testes together, relative to a healthy man (1 = his amount, >= 0).
struct TissueState {
  double sertoli = 1.0;        // Sertoli cells
  double spermatocytes = 1.0;  // primary spermatocytes
  double spermatids = 1.0;     // round and elongating spermatids
  double leydig = 1.0;         // Leydig capacity to make testosterone
};

enum class Drug {
  hcg,         // human chorionic gonadotropin, sc or im; amount in IU
  clomiphene,  // clomiphene citrate by mouth (enclomiphene + zuclomiphene); amount in mg
};

struct Dose {
  Drug drug = Drug::hcg;
  double day = 0.0;     // time of the axis, d
  double amount = 0.0;  // IU of hCG, mg of clomiphene citrate; >= 0
};

// Averages over pulses and over the day; assays add their own noise elsewhere.
struct HormoneState {
  double lh_IU_per_L = 0.0;
  double fsh_IU_per_L = 0.0;
  double testosterone_nmol_per_L = 0.0;  // total, serum
  double intratesticular_testosterone_nmol_per_L = 0.0;
  double estradiol_pmol_per_L = 0.0;
  double inhibin_b_pg_per_mL = 0.0;
  double prolactin_mIU_per_L = 0.0;
  double shbg_nmol_per_L = 0.0;
  double hcg_IU_per_L = 0.0;           // plasma
  double enclomiphene_mg = 0.0;        // in the body
  double zuclomiphene_mg = 0.0;        // in the body
  double leydig_trophic_memory = 1.0;  // capacity built up by days of LH or hCG, healthy man 1
  double leydig_responsiveness = 1.0;  // falls with desensitisation, healthy man 1
  double gnrh_drive = 1.0;             // averaged pulse drive, healthy man 1
};

// Androgen/FSH gates of the germ line: 1 in the healthy man, 0 .. 1.2. The first acts on entry and
// survival of spermatogonia, the second on spermatid survival and spermiation.
struct GermLineGates {
  double spermatogonial = 1.0;
  double spermatid = 1.0;
};

}  // namespace azoo::endocrine
