// The fixed sequence of transitions that a cohort meets between commitment and spermiation: when, how many
// survive, whether cells divide, spread or meet the capacity of their Sertoli cell. Built once from the
// species table; survival under given conditions is a pure function. Uses species.hpp and segment_plan.hpp.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "testis/cohort_slots.hpp"  // for ticks_per_d
#include "testis/conditions.hpp"    // for SegmentConditions
#include "testis/segment_plan.hpp"  // for SegmentPlan
#include "testis/species.hpp"       // for Species

namespace azoo::testis {

struct Transition {
  int type = 0;        // germ-cell type that meets it
  int type_after = 0;  // the same at a check point, the next at the end of a type
  int age_ticks = 0;   // since commitment
  int ticks_to_next = 0;
  Compartment compartment = Compartment::spermatogonium;
  double log_survival = 0.0;   // passage share, plus the division's
  double passage_share = 0.0;  // of the type's passage, for constitutional survival factors
  double gate_weight = 0.0;    // exponent of the compartment's hormonal gate
  bool divides = false;        // survivors double
  bool spreads = false;        // daughters spread to neighbouring sites
  double capacity = 0.0;       // cells of a cohort that a Sertoli cell can hold; 0: no limit
  bool ends_type = false;
};

class TransitionChain {
 public:
  // Throws std::logic_error when a later transition would follow the spreading division too closely.
  explicit TransitionChain(const Species& species);

  [[nodiscard]] const std::vector<Transition>& transitions() const { return transitions_; }
  [[nodiscard]] std::size_t size() const { return transitions_.size(); }
  [[nodiscard]] const Transition& operator[](std::size_t i) const { return transitions_[i]; }
  // Index of the last division whose daughters spread: a cohort still empty after it stays so. -1: none.
  [[nodiscard]] int last_spreading() const { return last_spreading_; }
  // Ticks from one spreading division to the next at least; 32 d where there is one at most.
  [[nodiscard]] int shortest_between_spreading() const;

 private:
  std::vector<Transition> transitions_;
  int last_spreading_ = -1;
};

// Survival through one transition, without the effect of capacity:
// min(1, (base * factor^share)^(hazard ratio) * gate^weight); 0 at the end of the type of arrest.
[[nodiscard]] double survival_of(const Transition& transition, const SegmentPlan& plan,
                                 const SegmentConditions& conditions);

// Share of the cells of a cohort that find room at their Sertoli cell: (1 + (cells / capacity)^s)^(-1/s).
[[nodiscard]] double capacity_survival(const GermLineParameters& line, double capacity, double cells);

}  // namespace azoo::testis
