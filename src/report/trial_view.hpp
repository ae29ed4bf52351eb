// One replicate of the records, looked up the way a report needs it: men by arm, one measured value, pairs
// before and after, where a series runs. Holds pointers into the records, which must outlive it.
#pragma once

#include <cstddef>      // for size_t
#include <map>          // for map
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "trial/design.hpp"   // for Design, Arm, Endpoint
#include "trial/records.hpp"  // for TrialRecords and its rows

namespace azoo::report {

struct ArmView {
  std::string name;
  std::string label;                              // as people read it; the name when the design gives none
  const trial::Arm* arm = nullptr;                // null for an arm that only the records know
  std::vector<const trial::ParticipantRow*> men;  // allocated to it
};

// Values of the men who have both.
struct Pairs {
  std::vector<double> before;
  std::vector<double> after;
  int flagged = 0;  // of those values, how many lie outside the assay's range
};

class TrialView {
 public:
  TrialView(const trial::Design& design, const trial::TrialRecords& records, int replicate);

  [[nodiscard]] const std::vector<ArmView>& arms() const { return arms_; }
  [[nodiscard]] const std::vector<const trial::ParticipantRow*>& screened() const { return screened_; }
  [[nodiscard]] const std::vector<const trial::EventRow*>& events() const { return events_; }
  // The first value that is not missing; null when there is none.
  [[nodiscard]] const trial::VisitRow* measured(std::string_view man, std::string_view visit,
                                                std::string_view analyte) const;
  // All measurements of an analyte in one man, by day, missing ones left out.
  [[nodiscard]] std::vector<const trial::VisitRow*> series(std::string_view man,
                                                           std::string_view analyte) const;
  [[nodiscard]] Pairs pairs(const ArmView& arm, const trial::Endpoint& endpoint) const;
  [[nodiscard]] std::string unit_of(std::string_view analyte) const;
  [[nodiscard]] int replicate() const { return replicate_; }

 private:
  const trial::Design* design_;
  int replicate_;
  std::vector<ArmView> arms_;
  std::vector<const trial::ParticipantRow*> screened_;
  std::vector<const trial::EventRow*> events_;
  std::map<std::string, std::vector<const trial::VisitRow*>, std::less<>> by_man_and_analyte_;
  std::map<std::string, std::string, std::less<>> units_;
};

// Numbers of replicates in the records and the analysis, at least the design's when rows exist for it.
[[nodiscard]] int replicate_count(const trial::TrialRecords& records,
                                  const std::vector<trial::AnalysisRow>& analysis);

// "follicle-stimulating hormone" and "FSH" for "fsh"; the key with blanks for what has no name here.
[[nodiscard]] std::string long_name(std::string_view analyte);
[[nodiscard]] std::string short_name(std::string_view analyte);
// "screening_1" -> "screening 1"
[[nodiscard]] std::string spaced(std::string_view key);

}  // namespace azoo::report
