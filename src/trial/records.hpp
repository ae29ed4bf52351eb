// The rows of the tables that a trial leaves, virtual or real: who took part, what was measured, what
// happened, what the analysis says. Column names of the CSV files equal the field names.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "body/section_row.hpp"  // for SectionRow

namespace azoo::trial {

// participants.csv: everyone who was screened. Numbers that do not apply are NaN and written as empty fields.
struct ParticipantRow {
  int replicate = 0;
  std::string participant;      // "P001": screening number
  std::string status;           // screen_failure | completed | withdrawn
  std::string failed_criteria;  // ids joined by ';', for screen failures
  std::string arm;              // arm name; empty for screen failures
  std::string aetiology;
  std::string histology;  // class drawn for the man (virtual) or read by the pathologist (real)
  double age_y = 0.0;
  double testis_volume_mL = 0.0;        // mean of both sides, ultrasound
  double active_tubule_fraction = 0.0;  // share of tubules with any germ cell
  std::string secondary_infertility;    // yes | no: fathered a child before
  double product_cells_planned = 0.0;   // cells; NaN without a cell product
  double product_cells_given = 0.0;     // may fall short of the plan
  double product_viability_percent = 0.0;
  double product_exosome_ug_given = 0.0;
};

// visits.csv: one row per measurement.
struct VisitRow {
  int replicate = 0;
  std::string participant;
  std::string arm;
  std::string visit;    // name of the visit in the study file
  double day = 0.0;     // actual day, day 0 = surgery or start of treatment
  std::string analyte;  // key of `azoo observables trial`
  double value = 0.0;   // NaN when missing
  std::string unit;
  std::string flag;  // "" | below_lloq | above_uloq | missing
};

// events.csv: adverse events, withdrawals, protocol deviations.
struct EventRow {
  int replicate = 0;
  std::string participant;
  std::string arm;
  double day = 0.0;
  std::string kind;  // adverse_event | withdrawal | deviation
  std::string term;
  int grade = 0;           // CTCAE v5 grade 1-5; 0 for other kinds
  std::string serious;     // yes | no
  std::string related_to;  // aspiration | surgery | injection | hormones | cells | exosomes | none
  std::string note;
};

// analysis.csv: one row per statistic.
struct AnalysisRow {
  int replicate = 0;
  std::string analysis;  // descriptive | as_printed | recommended | safety
  std::string endpoint;
  std::string population;  // all_treated | completers | ... with denominators said in note
  std::string contrast;    // "cells: day 180 - baseline" or "cells - hormones"
  std::string method;
  double estimate = 0.0;  // NaN and empty when not computed
  std::string unit;       // of the estimate and its interval
  double ci_low = 0.0;
  double ci_high = 0.0;
  double ci_level = 0.95;
  double statistic = 0.0;
  double df = 0.0;
  double p = 0.0;
  double p_adjusted = 0.0;
  int n1 = 0;
  int n2 = 0;
  std::string note;
};

// sections.csv.
using SectionRow = body::SectionRow;

struct TrialRecords {
  std::vector<ParticipantRow> participants;
  std::vector<VisitRow> visits;
  std::vector<EventRow> events;
  std::vector<SectionRow> sections;
};

}  // namespace azoo::trial
