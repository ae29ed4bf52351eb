// The conduct of an animal study, animal by animal: each is settled, treated, sacrificed on its day and read.
// Animals share nothing, so they can be worked on in any order.
#pragma once

#include <functional>  // for function
#include <iosfwd>      // for istream, ostream
#include <memory>      // for unique_ptr
#include <string>      // for string
#include <utility>     // for pair
#include <vector>      // for vector

#include "animal/design.hpp"    // for Design
#include "animal/records.hpp"   // for AnimalRecords
#include "body/animal.hpp"      // for Animal, TestisSample
#include "core/parallel.hpp"    // for StopFlag
#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems
#include "testis/skeleton.hpp"  // for Skeleton

namespace azoo::animal {

// How the testes of a study are simulated: whole tubules of the species' geometry or of a measured skeleton,
// or a sample of pieces.
[[nodiscard]] body::TestisSample sample_of(const TestisPlan& plan, const testis::Species& species,
                                           const ParameterSet& parameters,
                                           const testis::Skeleton* skeleton = nullptr);

// What a group undergoes. A dose that is refused, an agent without numbers for the species: a problem at
// "group.N.insult.M". What the results must say of doses outside the data and of borrowed or doubtful
// numbers goes into `notes`.
struct GroupExposure {
  std::vector<body::Exposure> exposures;
  std::vector<std::string> notes;
};
struct ExposureProblem {
  std::size_t insult = 0;
  std::string key;  // of the insult
  std::string found;
  std::string expected;
};
[[nodiscard]] GroupExposure exposure_of(const Group& group, const ParameterSet& parameters,
                                        const testis::Species& species,
                                        std::vector<ExposureProblem>& problems);

// One animal of the plan.
struct Subject {
  std::size_t group = 0;
  double sacrifice_d = 0.0;
  bool sections_kept = false;
  std::string name;  // "A001"
};
[[nodiscard]] std::vector<Subject> subjects(const Design& design);

// Where the state of an animal on its way is kept; the functions may be empty.
struct StateKeeper {
  double every_d = 0.0;  // 0: only when the animal is stopped on its way
  // The state kept last; nothing when there is none. Throws std::runtime_error when it cannot be used.
  std::function<std::unique_ptr<std::istream>()> open = {};
  std::function<void(const std::function<void(std::ostream&)>& write)> keep = {};
  std::function<void(const std::string& why)> refused = {};  // the state kept last, and the animal began anew
};

// Told the day that an animal has reached, from 0 on, after each step.
using DayTold = std::function<void(double day)>;

class Conduct {
 public:
  // `shipped` are the parameters before the study changed any. Throws std::logic_error where parameters
  // contradict themselves. The design must outlive the conduct.
  Conduct(const Design& design, const ParameterSet& parameters, const ParameterSet& shipped,
          const testis::Skeleton* skeleton = nullptr);

  [[nodiscard]] std::size_t animals() const { return subjects_.size(); }
  [[nodiscard]] const Subject& subject(std::size_t animal) const { return subjects_.at(animal); }
  // What the life before day 0 costs, in days after it; about.
  [[nodiscard]] double settling_cost_d() const;
  // All rows of one animal. Throws Interrupted when stopped on the way, its state kept; an animal that still
  // settles has no state. `threads` work inside the animal.
  [[nodiscard]] AnimalRecords follow(std::size_t animal, unsigned threads, const StopFlag* stop,
                                     const StateKeeper& keeper = {}, const DayTold& told = {}) const;

 private:
  [[nodiscard]] body::Animal begin(std::size_t animal, unsigned threads, const StopFlag* stop,
                                   const StateKeeper& keeper) const;
  [[nodiscard]] AnimalRecords read(const body::Animal& animal, std::size_t index) const;
  [[nodiscard]] AnimalRow row_of(const body::Animal& animal, const Subject& subject) const;

  const Design& design_;
  body::AnimalModel model_;
  body::TestisSample sample_;
  std::vector<Subject> subjects_;
  std::vector<GroupExposure> exposures_;                       // by group
  std::vector<std::pair<std::string, std::string>> readouts_;  // key, unit
};

// The tables of the study out of its animals, in order.
[[nodiscard]] AnimalRecords assemble(std::vector<AnimalRecords> animals);

}  // namespace azoo::animal
