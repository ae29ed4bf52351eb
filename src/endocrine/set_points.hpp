// How one man's axis differs from another's: factors on the healthy parameter set, all 1 in the
// reference man. Drawn from log-normals with median 1 whose coefficients of variation are parameters
// (`axis.between_man.*`).
#pragma once

#include <span>         // for span
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for RandomStream

namespace azoo::endocrine {

struct SetPoints {
  double gnrh_drive = 1.0;              // GnRH pulse drive at given feedback
  double lh_drive = 1.0;                // LH secreted per GnRH
  double fsh_drive = 1.0;               // FSH secreted per GnRH and inhibin
  double leydig_steroidogenesis = 1.0;  // testosterone per unit of Leydig capacity and stimulus
  double aromatase = 1.0;               // oestradiol made per testosterone; 0 = complete inhibition
  double inhibin = 1.0;                 // inhibin B per Sertoli cell
  double testosterone_clearance = 1.0;  // of free testosterone
  double shbg = 1.0;                    // SHBG made by the liver
  double prolactin = 1.0;               // prolactin secreted
  double hcg_clearance = 1.0;
  double clomiphene_clearance = 1.0;  // of both isomers
};

struct SetPointField {
  std::string_view name;  // "gnrh_drive"
  double SetPoints::*field;
};
[[nodiscard]] std::span<const SetPointField> set_point_fields();

// One man, from a stream of purpose Stream::hormone_set_points.
[[nodiscard]] SetPoints draw_set_points(const ParameterSet& parameters, const RandomStream& stream);

}  // namespace azoo::endocrine
