#include "body/section_table.hpp"

namespace azoo {

using namespace field;
using body::SectionRow;

template <>
const std::vector<Column<SectionRow>>& columns<SectionRow>() {
  using Row = SectionRow;
  static const std::vector<Column<Row>> list = {
      {"replicate", &Row::replicate, optional_column(whole_from_zero())},
      {"participant", &Row::participant, some_text("the participant's code")},
      {"day", &Row::day, finite()},
      {"tubule", &Row::tubule, whole_from_zero()},
      {"tubule_state", &Row::tubule_state, one_of({"active", "sertoli_only", "sclerosed"})},
      {"site", &Row::site, whole_from_zero()},
      {"sites_around", &Row::sites_around, whole_from_zero()},
      {"stage", &Row::stage, any_text()},
      {"phase", &Row::phase, optional_column(or_empty(number(0.0, 1.0, "a number from 0 to 1")))},
      {"cells", &Row::cells, any_text()},
  };
  return list;
}

}  // namespace azoo
