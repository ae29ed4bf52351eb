#include "testis/whole_testis.hpp"

#include <algorithm>
#include <cmath>

namespace azoo::testis {

namespace {

WholeTestis of_pieces(const Species& species, const ParameterSet& parameters,
                      std::vector<TubulePiece> pieces) {
  const double sertoli = species.sertoli_cells_per_testis;
  const double rows_per_mm = species.geometry.rows_per_mm(sertoli);
  WholeTestis testis;
  testis.shape.sites_around = species.geometry.sites_around(sertoli);
  for (const TubulePiece& piece : pieces) {
    SegmentPlan plan;
    plan.rows = std::max(fewest_rows, static_cast<int>(std::lround(piece.length_mm * rows_per_mm)));
    testis.plans.push_back(plan);
  }
  if (species.pattern == StagePattern::waves) {
    testis.shape.waves = WaveKinetics::from(parameters, species.name);
    testis.shape.pieces = std::move(pieces);
  }
  return testis;
}

}  // namespace

WholeTestis whole_testis(const Species& species, const ParameterSet& parameters) {
  constexpr double mm_per_m = 1e3;
  std::vector<TubulePiece> pieces;
  for (int tubule = 0; tubule < species.geometry.tubules; ++tubule) {
    pieces.push_back({tubule, mm_per_m * species.geometry.tubule_length_m / species.geometry.tubules});
  }
  return of_pieces(species, parameters, std::move(pieces));
}

WholeTestis whole_testis(const Species& species, const ParameterSet& parameters, const Skeleton& skeleton) {
  return of_pieces(species, parameters, pieces_of(skeleton));
}

}  // namespace azoo::testis
