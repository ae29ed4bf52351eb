// What ranks the refined poses, beyond the score that found them: contacts of apolar and of polar atoms
// counted by distance, a firmer repulsion, clashes, and charges that lie farther apart. A soft search finds
// poses of unbound partners, whose side chains are in each other's way; a firmer score ranks them. A pose's
// score is
//
//   share * (repulsion + attraction + electrostatics + pair potential) + sum_k w_k f_k + site + restraints
//
// and the rescoring term is what the first two add to the plain sum; site_score.hpp has the site. Arbitrary
// units, lower is better.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/pair_score.hpp"    // for PairScore
#include "docking/reach_lists.hpp"   // for ReachLists
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/score_model.hpp"   // for RescoringModel

namespace azoo::docking {

class Rescoring {
 public:
  // The score must outlive it. Its model may do without rescoring: then there are no features. margin_A: how
  // much farther than the reach its lists go, for RankingPairs the skin of PairScore.
  explicit Rescoring(const PairScore& score, double margin_A = 0.0);

  // The pose's terms, rescoring and, where the model asks for it, site among them.
  [[nodiscard]] ScoreTerms terms(const RigidMotion& motion) const;
  // The sums f_k, in the order of RescoringModel::weights.
  [[nodiscard]] std::vector<double> features(const RigidMotion& motion) const;

  [[nodiscard]] const PairScore& score() const { return score_; }
  // As far as the reach and the margin.
  [[nodiscard]] const ReachLists& lists() const { return lists_; }
  // The farthest that any of it reaches but the charges, the search's terms among it.
  [[nodiscard]] double reach_A() const { return reach_A_; }
  [[nodiscard]] bool polar_standing(std::size_t atom) const { return standing_polar_[atom]; }
  [[nodiscard]] bool polar_moving(std::size_t atom) const { return moving_polar_[atom]; }

 private:
  const PairScore& score_;
  const RescoringModel& model_;
  double reach_A_;
  ReachLists lists_;
  std::vector<bool> standing_polar_;
  std::vector<bool> moving_polar_;
};

}  // namespace azoo::docking
