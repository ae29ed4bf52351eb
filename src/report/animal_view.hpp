// The records of an animal study looked up as a report needs them: values by group, day and read-out, doses
// by group, read-outs by family. Holds pointers into the records, which must outlive it.
#pragma once

#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <tuple>        // for tuple
#include <vector>       // for vector

#include "animal/design.hpp"   // for Design
#include "animal/records.hpp"  // for AnimalRecords

namespace azoo::report {

struct GroupView {
  std::string name;
  std::string label;                     // as people read it
  const animal::Group* group = nullptr;  // null for a group that only the records know
  std::vector<const animal::AnimalRow*> animals;
  std::vector<double> days;  // of sacrifice, ascending
};

// Read-outs such as stage_frequency_VII, of which there is one for each stage or type of cell.
struct Family {
  std::string prefix;  // "stage_frequency_"
  std::string name;    // "stage frequency"
};
[[nodiscard]] const std::vector<Family>& families();

class AnimalView {
 public:
  AnimalView(const animal::Design& design, const animal::AnimalRecords& records);

  [[nodiscard]] const std::vector<GroupView>& groups() const { return groups_; }
  // Finite values of the group's animals on that day.
  [[nodiscard]] std::vector<double> values(std::string_view group, double day,
                                           std::string_view readout) const;
  // Read-outs with at least one value, in the order of the records: those outside every family, or those of
  // one.
  [[nodiscard]] std::vector<std::string> single_readouts() const;
  [[nodiscard]] std::vector<std::string> members(const Family& family) const;
  [[nodiscard]] const std::string& unit_of(const std::string& readout) const;
  // Days on which any animal was killed, ascending.
  [[nodiscard]] const std::vector<double>& days() const { return days_; }
  [[nodiscard]] bool one_day_each() const;  // no group has a second day

 private:
  std::vector<GroupView> groups_;
  std::vector<std::string> readouts_;
  std::vector<double> days_;
  std::map<std::string, std::string, std::less<>> units_;
  std::map<std::tuple<std::string, double, std::string>, std::vector<double>> values_;
};

// "testis_weight" -> "Testis weight"; the member of a family by its last part: "VII".
[[nodiscard]] std::string readout_name(std::string_view readout);
[[nodiscard]] std::string member_name(std::string_view readout, const Family& family);
// A unit of the records in print: "µm", "million/d".
[[nodiscard]] std::string unit_words(std::string_view unit);
// Of the doses of an agent, "mg/kg"; empty when the data do not say.
[[nodiscard]] std::string dose_unit(const ParameterSet& parameters, std::string_view agent);
// "busulfan, dose 10 mg/kg × 2, every 14 d from day 0".
[[nodiscard]] std::string insult_words(const animal::InsultPlan& insult, std::string_view unit = {});
// Sum of the doses of an agent in a group.
[[nodiscard]] double total_dose(const animal::Group& group, std::string_view agent);

}  // namespace azoo::report
