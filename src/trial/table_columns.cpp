#include "trial/table_columns.hpp"

namespace azoo {

using namespace field;
using trial::AnalysisRow;
using trial::EventRow;
using trial::ParticipantRow;
using trial::VisitRow;

template <>
const std::vector<Column<ParticipantRow>>& columns<ParticipantRow>() {
  using Row = ParticipantRow;
  static const std::vector<Column<Row>> list = {
      {"replicate", &Row::replicate, optional_column(whole_from_zero())},
      {"participant", &Row::participant, some_text("the participant's code")},
      {"status", &Row::status, one_of({"screen_failure", "completed", "withdrawn"})},
      {"failed_criteria", &Row::failed_criteria, optional_column(any_text())},
      {"arm", &Row::arm, any_text()},
      {"aetiology", &Row::aetiology, optional_column(any_text())},
      {"histology", &Row::histology, optional_column(any_text())},
      {"age_y", &Row::age_y, optional_column(or_empty(above_zero()))},
      {"testis_volume_mL", &Row::testis_volume_mL, optional_column(or_empty(not_below_zero()))},
      {"active_tubule_fraction", &Row::active_tubule_fraction,
       optional_column(or_empty(number(0, 1, "a number from 0 to 1")))},
      {"secondary_infertility", &Row::secondary_infertility,
       optional_column(or_empty(one_of({"yes", "no"})))},
      {"product_cells_planned", &Row::product_cells_planned, optional_column(or_empty(not_below_zero()))},
      {"product_cells_given", &Row::product_cells_given, optional_column(or_empty(not_below_zero()))},
      {"product_viability_percent", &Row::product_viability_percent,
       optional_column(or_empty(number(0, 100, "a number from 0 to 100")))},
      {"product_exosome_ug_given", &Row::product_exosome_ug_given,
       optional_column(or_empty(not_below_zero()))},
  };
  return list;
}

template <>
const std::vector<Column<VisitRow>>& columns<VisitRow>() {
  using Row = VisitRow;
  static const std::vector<Column<Row>> list = {
      {"replicate", &Row::replicate, optional_column(whole_from_zero())},
      {"participant", &Row::participant, some_text("the participant's code")},
      {"arm", &Row::arm, any_text()},
      {"visit", &Row::visit, some_text("the name of a visit")},
      {"day", &Row::day, or_empty(finite())},
      {"analyte", &Row::analyte, some_text("the key of an observable")},
      {"value", &Row::value, or_empty(not_below_zero())},
      {"unit", &Row::unit, some_text("the unit of the analyte")},
      {"flag", &Row::flag, optional_column(or_empty(one_of({"below_lloq", "above_uloq", "missing"})))},
  };
  return list;
}

template <>
const std::vector<Column<EventRow>>& columns<EventRow>() {
  using Row = EventRow;
  static const std::vector<Column<Row>> list = {
      {"replicate", &Row::replicate, optional_column(whole_from_zero())},
      {"participant", &Row::participant, some_text("the participant's code")},
      {"arm", &Row::arm, any_text()},
      {"day", &Row::day, or_empty(finite())},
      {"kind", &Row::kind, one_of({"adverse_event", "withdrawal", "deviation"})},
      {"term", &Row::term, some_text("the plain name of the event")},
      {"grade", &Row::grade, whole(0, 5, "a CTCAE grade 1 to 5, 0 for other kinds than adverse_event")},
      {"serious", &Row::serious, or_empty(one_of({"yes", "no"}))},
      {"related_to", &Row::related_to,
       one_of({"aspiration", "surgery", "injection", "hormones", "cells", "exosomes", "none"})},
      {"note", &Row::note, optional_column(any_text())},
  };
  return list;
}

template <>
const std::vector<Column<AnalysisRow>>& columns<AnalysisRow>() {
  using Row = AnalysisRow;
  const FieldRule share = or_empty(number(0, 1, "a number from 0 to 1"));
  static const std::vector<Column<Row>> list = {
      {"replicate", &Row::replicate, whole_from_zero()},
      {"analysis", &Row::analysis, one_of({"descriptive", "as_printed", "recommended", "safety"})},
      {"endpoint", &Row::endpoint, some_text("the endpoint")},
      {"population", &Row::population, some_text("who was analysed")},
      {"contrast", &Row::contrast, some_text("what is compared")},
      {"method", &Row::method, some_text("the method")},
      {"estimate", &Row::estimate, computed()},
      {"unit", &Row::unit, any_text()},
      {"ci_low", &Row::ci_low, computed()},
      {"ci_high", &Row::ci_high, computed()},
      {"ci_level", &Row::ci_level, share},
      {"statistic", &Row::statistic, computed()},
      {"df", &Row::df, or_empty(not_below_zero())},
      {"p", &Row::p, share},
      {"p_adjusted", &Row::p_adjusted, share},
      {"n1", &Row::n1, whole_from_zero()},
      {"n2", &Row::n2, whole_from_zero()},
      {"note", &Row::note, any_text()},
  };
  return list;
}

}  // namespace azoo
