// What a segment of seminiferous epithelium feels from outside during a step: signals of its own
// environment and of the hormones, as dimensionless factors that are 1 in a healthy man.
#pragma once

namespace azoo::testis {

struct SegmentConditions {
  // Multiply the death hazard (-log survival) of every transition in the compartment. >= 0.
  double spermatogonial_death_hazard_ratio = 1.0;
  double spermatocyte_death_hazard_ratio = 1.0;
  double spermatid_death_hazard_ratio = 1.0;
  // Niche mitogen (GDNF, FGF) made per Sertoli cell, relative to a healthy one. >= 0.
  double niche_mitogen_supply = 1.0;
  // Androgen/FSH gates of the germ line, relative to a healthy man, 0 .. 1.2: the first acts on
  // spermatogonial entry and survival, the second on spermatid survival and spermiation.
  double spermatogonial_gate = 1.0;
  double spermatid_gate = 1.0;

  bool operator==(const SegmentConditions&) const = default;
};

}  // namespace azoo::testis
