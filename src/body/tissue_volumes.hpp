// What a testis weighs and how wide a tubule is, from the cells that are in it. A tubule holds its Sertoli
// cells, its germ cells and a lumen; between the tubules lies the interstitium, which germ-cell loss leaves
// as it is. The volumes are scaled so that a testis with the cells of a normal one has the weight and the
// tubule diameter of the species' table: normal weight and diameter are therefore identities, what changes
// them is not. Uses Species, CellClasses.
#pragma once

#include "body/cell_class.hpp"  // for ByClass
#include "core/parameters.hpp"  // for ParameterSet
#include "testis/species.hpp"   // for Species

namespace azoo::body {

class TissueVolumes {
 public:
  // `normal`: germ cells by class per Sertoli cell of a normal testis.
  TissueVolumes(const ParameterSet& parameters, const testis::Species& species,
                const ByClass<double>& normal);

  // Cells by class per Sertoli cell. The size is the number of Sertoli cells relative to the species' table.
  [[nodiscard]] double testis_weight_g(const ByClass<double>& per_sertoli, double size) const;
  [[nodiscard]] double tubule_diameter_um(const ByClass<double>& per_sertoli) const;
  [[nodiscard]] double lumen_diameter_um() const { return lumen_diameter_um_; }

 private:
  // Volume of a tubule with these cells relative to that of a normal one.
  [[nodiscard]] double relative_tubule(const ByClass<double>& per_sertoli) const;

  ByClass<double> volume_{};         // of a cell; only ratios matter
  double sertoli_volume_ = 0.0;      // likewise
  double normal_content_ = 0.0;      // Sertoli and germ cells per Sertoli cell of a normal testis
  double lumen_share_ = 0.0;         // of a normal tubule
  double interstitium_share_ = 0.0;  // of a normal testis
  double normal_weight_g_ = 0.0;
  double normal_diameter_um_ = 0.0;
  double lumen_diameter_um_ = 0.0;
};

}  // namespace azoo::body
