// The conduct of a trial, place by place. A place is filled by screening men until one is eligible; he is
// then treated and followed as his arm asks. Places share nothing, so they can be worked on in any order.
#pragma once

#include <cstdint>  // for uint64_t
#include <memory>   // for unique_ptr
#include <vector>   // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "trial/design.hpp"     // for Design
#include "trial/records.hpp"    // for TrialRecords

namespace azoo::trial {

class Conduct {
 public:
  struct Parts;  // inside conduct.cpp

  Conduct(const Design& design, const ParameterSet& parameters, std::uint64_t seed);
  ~Conduct();

  // Places of one replicate that hold enrolled men.
  [[nodiscard]] int places() const;
  // The men screened for the place, in order, and all rows of the one who filled it. Participants carry
  // provisional names "place/attempt". Throws InputError when thousands of men in a row are not eligible.
  [[nodiscard]] TrialRecords fill_place(int replicate, int place) const;
  // One man more who fails screening: needed when the printed number of failures is larger than what came up.
  // Throws InputError when thousands of men in a row are eligible.
  [[nodiscard]] TrialRecords one_screen_failure(int replicate, int index) const;

 private:
  std::unique_ptr<Parts> parts_;
};

// The tables of a replicate out of its places, in order. Rule `condition` keeps the first screen failures up
// to the printed number (which makes the split of screened men the printed one by conditioning); rule `rate`
// keeps all. Names are given in order of screening, which is drawn at random.
[[nodiscard]] TrialRecords assemble(const Design& design, std::uint64_t seed, int replicate,
                                    const std::vector<TrialRecords>& places);

}  // namespace azoo::trial
