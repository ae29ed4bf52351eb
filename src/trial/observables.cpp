#include "trial/design.hpp"

namespace azoo::trial {

const std::vector<Observable>& observables() {
  static const std::vector<Observable> list = {
      {"testosterone", "nmol/L", "total testosterone in serum", "hormone"},
      {"lh", "IU/L", "luteinising hormone in serum", "hormone"},
      {"fsh", "IU/L", "follicle-stimulating hormone in serum", "hormone"},
      {"inhibin_b", "pg/mL", "inhibin B in serum", "hormone"},
      {"prolactin", "mIU/L", "prolactin in serum", "hormone"},
      {"estradiol", "pmol/L", "oestradiol in serum", "hormone"},
      {"shbg", "nmol/L", "sex hormone-binding globulin in serum", "hormone"},
      {"sperm_concentration", "1e6/mL", "sperm per mL of ejaculate, pellet searched when none are seen",
       "semen"},
      {"semen_volume", "mL", "volume of the ejaculate", "semen"},
      {"total_sperm_count", "1e6", "sperm in the whole ejaculate", "semen"},
      {"testis_volume", "mL", "mean volume of both testes by ultrasound", "ultrasound"},
      {"johnsen_score", "score", "mean Johnsen score of the tubules in the biopsy, 1 to 10", "biopsy"},
      {"tubules_with_germ_cells", "%", "share of the tubules in the biopsy with any germ cell", "biopsy"},
      {"tubules_sertoli_only", "%", "share of the tubules in the biopsy with Sertoli cells only", "biopsy"},
      {"tubules_sclerosed", "%", "share of the tubules in the biopsy that are sclerosed or hyalinised",
       "biopsy"},
      {"sperm_found", "0/1", "1 when sperm were found in the biopsy or by micro-TESE, else 0", "biopsy"},
      {"spermatocytes_per_sertoli", "cells",
       "primary and secondary spermatocytes per Sertoli cell of a healthy man's testes; "
       "seen by the simulation only",
       "tissue"},
      {"early_spermatids_per_sertoli", "cells", "round spermatids, likewise", "tissue"},
      {"late_spermatids_per_sertoli", "cells", "elongating and elongated spermatids, likewise", "tissue"},
      {"age", "y", "age at screening", "characteristic"},
  };
  return list;
}

}  // namespace azoo::trial
