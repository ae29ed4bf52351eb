// Read-outs against the dose, when the groups of a study differ by the dose of one agent.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/animal_view.hpp"  // for AnimalView

namespace azoo::report {

// The groups that form a series: no other agent than this one, three different doses at least (0 is one), a
// day on which all were looked at. Empty `groups` when the study has none.
struct DoseSeries {
  std::string agent;
  double day = 0.0;
  std::vector<std::size_t> groups;  // numbers in AnimalView::groups()
  std::vector<double> doses;        // total, in the agent's unit
};
[[nodiscard]] DoseSeries dose_series(const AnimalView& view);

// Empty without a series. The parameters tell the unit of the doses.
[[nodiscard]] std::string draw_dose_response(const AnimalView& view, const ParameterSet& parameters);

}  // namespace azoo::report
