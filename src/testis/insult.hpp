// A drug or radiation that kills germ cells: what an agent does in one species, read from data/insults. A
// dose kills each type of cell by its own law, at once (radiation) or over a time course (drugs), and may
// leave a lasting change of the conditions. Uses ParameterSet of core and kill_law.hpp.
#pragma once

#include <span>    // for span
#include <string>  // for string
#include <vector>  // for vector

#include "core/parameters.hpp"      // for ParameterSet
#include "testis/acute_injury.hpp"  // for AcuteInjury
#include "testis/conditions.hpp"    // for SegmentConditions
#include "testis/kill_law.hpp"      // for KillLaw
#include "testis/species.hpp"       // for Species

namespace azoo::testis {

struct Dose {
  double day = 0.0;
  double amount = 0.0;  // in the agent's dose unit
};

// Names of the agents in data/insults: "busulfan", "x_ray".
[[nodiscard]] std::vector<std::string> insult_agents(const ParameterSet& parameters);

// Whose numbers an agent takes in a species. A species without numbers of its own may borrow those of
// another that has the same types of cells, which is flagged. When it cannot be, `found` and `expected` say
// why, for a message to the user.
struct InsultData {
  std::string species;  // whose table; empty when there is none
  std::string found;
  std::string expected;
  std::string flag;  // what a report must say of these numbers; may be empty
};
[[nodiscard]] InsultData find_insult_data(const ParameterSet& parameters, const std::string& agent,
                                          const Species& species, const std::string& borrow_from = {});

enum class DoseRange { within_data, extrapolated, refused };

struct DoseCheck {
  DoseRange range = DoseRange::within_data;
  std::string found;     // "busulfan 60 mg/kg on day 0"; empty within the data
  std::string expected;  // "at most 50 mg/kg"; for `extrapolated`, the range of the data
};

class Insult {
 public:
  // Throws std::invalid_argument with the message of find_insult_data when there are no numbers for all types
  // of cells, and std::logic_error when the table contradicts itself.
  [[nodiscard]] static Insult from(const ParameterSet& parameters, const std::string& agent,
                                   const Species& species, const std::string& borrow_from = {});

  [[nodiscard]] const std::string& agent() const { return agent_; }
  [[nodiscard]] const std::string& label() const { return label_; }
  [[nodiscard]] const std::string& dose_unit() const { return dose_unit_; }
  // What a report must say of the numbers themselves; empty when they were measured in this species.
  [[nodiscard]] const std::string& flag() const { return flag_; }

  // The worst of single doses, of those that fall together, and of the total.
  [[nodiscard]] DoseCheck check(std::span<const Dose> doses) const;

  // Survival over from_d <= time < to_d. Doses may come in any order and lie outside; earlier ones still act
  // when their time course is not over, or their damage not repaired. Cutting the interval leaves the product
  // of survivals as it is.
  [[nodiscard]] AcuteInjury losses(std::span<const Dose> doses, double from_d, double to_d) const;
  // False when losses() would kill nothing.
  [[nodiscard]] bool kills_between(std::span<const Dose> doses, double from_d, double to_d) const;
  // Survival of one dose after all of its time course.
  [[nodiscard]] AcuteInjury single_dose(double amount) const;

  // Multiplies what the doses before `day` have left behind into the conditions and into the survival of the
  // passage through each germ-cell type (for Sheet::set_survival_factors; start from all 1).
  void apply_lasting(std::span<const Dose> doses, double day, SegmentConditions& conditions,
                     GermCellCounts& survival_factors) const;
  [[nodiscard]] bool has_lasting_effect() const { return !lasting_.empty(); }

 private:
  struct CellLaw {
    bool stem = false;
    std::size_t type = 0;  // index in Species::stem_types or germ_cells
    KillLaw law;
  };
  struct LastingEffect {
    double SegmentConditions::*field = nullptr;  // null: survival of `types`
    std::vector<std::size_t> types;
    double d0 = 1.0;                    // the log of the factor is -dose / d0
    double recovery_half_time_d = 0.0;  // 0: for ever
  };
  struct Limits {
    double lowest = 0.0;
    double highest = 0.0;
    double refused_above = 0.0;
    double highest_total = 0.0;
    double acute_window_d = 0.0;
  };
  // A dose and what meets it: share of its kill done at a time, and damage of earlier doses not yet repaired.
  struct Exposure {
    Dose dose;
    double residual = 0.0;
  };

  [[nodiscard]] std::vector<Exposure> exposures(std::span<const Dose> doses) const;
  [[nodiscard]] double share_done(double days_after) const;
  void read_cells(const ParameterSet& parameters, const std::string& at, const Species& species);
  void read_lasting(const ParameterSet& parameters, const std::string& at, const Species& species);
  [[nodiscard]] KillLaw read_law(const ParameterSet& parameters, const std::string& at) const;

  std::string agent_;
  std::string label_;
  std::string dose_unit_;
  std::string flag_;
  double kill_half_time_d_ = 0.0;    // 0: at once
  double repair_half_time_d_ = 0.0;  // 0: doses act independently
  Limits limits_;
  std::vector<CellLaw> laws_;  // only types that can be killed
  std::vector<LastingEffect> lasting_;
};

}  // namespace azoo::testis
