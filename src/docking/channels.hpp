// The score as a sum of correlations: each channel has a field around the receptor and a number for every
// atom of the ligand. The field of a channel at an atom's place times its number, summed, is that part of the
// score.
#pragma once

#include <cstddef>     // for size_t
#include <functional>  // for function
#include <vector>      // for vector

#include "docking/partner.hpp"      // for ScoredPartner
#include "docking/score_model.hpp"  // for ScoreModel
#include "docking/vector3.hpp"      // for Vector3

namespace azoo::docking {

// A kernel that an atom of the receptor carries, by squared distance.
struct FieldSource {
  std::vector<double> strengths;  // one per atom of the receptor; those of 0 are passed over
  std::function<double(double r2)> kernel;
  double reach_A = 0.0;
};

struct Channel {
  std::vector<FieldSource> sources;                      // their fields are added
  std::vector<float> ligand_values;                      // one per atom of the ligand
  std::function<double(const Vector3& at)> place_field;  // added to the sources' fields; may be empty
  // On the periodic grid a cell beyond the receptor stands for a place on either side of it. The place's
  // field is read on the side to which this points, axis by axis; where it is 0, in the grid's own cell.
  Vector3 open_side = {};
};

// The pair potential as a sum over its leading eigenvectors, e(a, b) = sum_k value_k v_k(a) v_k(b), by
// falling |value|.
struct EigenTerm {
  double value = 0.0;
  std::vector<double> vector;  // one number per type
};
[[nodiscard]] std::vector<EigenTerm> leading_eigenterms(const PairPotential& potential, std::size_t count);

// Repulsion, attraction, electrostatics, then one channel for each of the leading eigenvectors; weights
// within; parts of no weight left out. The model must outlive the channels.
[[nodiscard]] std::vector<Channel> score_channels(const ScoredPartner& receptor, const ScoredPartner& ligand,
                                                  const ScoreModel& model, std::size_t eigenvectors);

}  // namespace azoo::docking
