#include "endocrine/set_points.hpp"

#include <array>
#include <cmath>
#include <string>

namespace azoo::endocrine {

namespace {

using S = SetPoints;

constexpr std::array fields = {
    SetPointField{"gnrh_drive", &S::gnrh_drive},
    SetPointField{"lh_drive", &S::lh_drive},
    SetPointField{"fsh_drive", &S::fsh_drive},
    SetPointField{"leydig_steroidogenesis", &S::leydig_steroidogenesis},
    SetPointField{"aromatase", &S::aromatase},
    SetPointField{"inhibin", &S::inhibin},
    SetPointField{"testosterone_clearance", &S::testosterone_clearance},
    SetPointField{"shbg", &S::shbg},
    SetPointField{"prolactin", &S::prolactin},
    SetPointField{"hcg_clearance", &S::hcg_clearance},
    SetPointField{"clomiphene_clearance", &S::clomiphene_clearance},
};
static_assert(fields.size() * sizeof(double) == sizeof(SetPoints));

}  // namespace

std::span<const SetPointField> set_point_fields() {
  return fields;
}

SetPoints draw_set_points(const ParameterSet& parameters, const RandomStream& stream) {
  SetPoints man;
  std::uint32_t agent = 0;  // one agent a factor: a factor added at the end moves no other
  for (const SetPointField& field : fields) {
    const double cv = parameters.value("axis.between_man." + std::string(field.name) + "_cv", "1");
    // SD of the logarithm of a log-normal with this coefficient of variation.
    const double sigma_log = std::sqrt(std::log1p(cv * cv));
    man.*field.field = Draws(stream, agent++, 0).lognormal(1.0, sigma_log);
  }
  return man;
}

}  // namespace azoo::endocrine
