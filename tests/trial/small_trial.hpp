// A trial small enough to check by hand: 5 men with cells, 4 with hormones, one screen failure; FSH on the
// log scale, testosterone on the raw scale, sperm concentration by ranks and primary.
#pragma once

#include <cmath>   // for NaN
#include <limits>  // for quiet_NaN
#include <string>
#include <vector>

#include "trial/design.hpp"
#include "trial/records.hpp"
#include "trial/tables.hpp"

namespace azoo::trial::test {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

inline Design small_design() {
  Design design;
  design.name = "small";
  Criterion criterion;
  criterion.id = "age_18_50";
  design.eligibility = {criterion};
  Arm cells;
  cells.name = "cells";
  cells.size = 5;
  cells.surgery = true;
  cells.product = ProductPlan{};
  cells.product->product = "bm-msc";
  Arm hormones;
  hormones.name = "hormones";
  hormones.size = 4;
  hormones.drugs = {
      {.drug = "hcg", .dose = 1000, .unit = "IU", .interval_d = 3.5, .first_day = 0, .last_day = 180}};
  design.arms = {cells, hormones};
  design.allocation.method = "sequential";
  const std::vector<std::string> analytes = {"fsh", "testosterone", "sperm_concentration"};
  design.visits = {{.name = "baseline", .anchor = "surgery", .day = 0, .window_d = 0, .analytes = analytes},
                   {.name = "day_180", .anchor = "surgery", .day = 180, .window_d = 7, .analytes = analytes}};
  design.assays = {{.analyte = "fsh", .unit = "IU/L", .cv = 0.05, .lloq = 0.3, .uloq = 200, .method = ""}};
  const auto endpoint = [](const char* analyte, const char* scale, bool primary) {
    Endpoint e;
    e.analyte = analyte;
    e.baseline_visit = "baseline";
    e.final_visit = "day_180";
    e.scale = scale;
    e.primary_efficacy = primary;
    return e;
  };
  design.endpoints = {endpoint("fsh", "log", false), endpoint("testosterone", "raw", false),
                      endpoint("sperm_concentration", "rank", true)};
  design.analysis.reference_arm = "hormones";
  design.analysis.primary_contrast_arm = "cells";
  design.analysis.responder_analyte = "sperm_concentration";
  design.analysis.responder_threshold = 0.0;
  return design;
}

inline void add_man(TrialRecords& records, const std::string& code, const std::string& arm,
                    const std::string& status = "completed", int replicate = 0) {
  ParticipantRow row;
  row.replicate = replicate;
  row.participant = code;
  row.status = status;
  row.arm = arm;
  row.age_y = 31.45;
  row.testis_volume_mL = none;
  row.active_tubule_fraction = 0.1;
  row.secondary_infertility = "no";
  row.product_cells_planned = arm == "cells" ? 4e7 : none;
  row.product_cells_given = arm == "cells" ? 2.1e7 : none;
  row.product_viability_percent = none;
  row.product_exosome_ug_given = none;
  records.participants.push_back(row);
}

inline void add_value(TrialRecords& records, const std::string& code, const std::string& arm,
                      const std::string& visit, const std::string& analyte, double value, int replicate = 0) {
  const double day = visit == "baseline" ? 0.0 : 181.25;
  const std::string flag = std::isnan(value) ? "missing" : "";
  records.visits.push_back(
      {replicate, code, arm, visit, day, analyte, value, find_observable(analyte)->unit, flag});
}

struct Series {
  std::string analyte;
  std::vector<double> baseline;
  std::vector<double> final;
};

inline void add_arm(TrialRecords& records, const std::string& arm, const std::string& prefix, std::size_t men,
                    const std::vector<Series>& series, int replicate = 0) {
  for (std::size_t i = 0; i < men; ++i) {
    const std::string code = prefix + std::to_string(i + 1);
    add_man(records, code, arm, "completed", replicate);
    for (const Series& s : series) {
      add_value(records, code, arm, "baseline", s.analyte, s.baseline[i], replicate);
      add_value(records, code, arm, "day_180", s.analyte, s.final[i], replicate);
    }
  }
}

inline TrialRecords small_records(int replicate = 0) {
  TrialRecords records;
  add_man(records, "S1", "", "screen_failure", replicate);
  records.participants.back().failed_criteria = "age_18_50";
  add_arm(records, "cells", "C", 5,
          {{"fsh", {20, 31.5, 12, 44, 18}, {10.5, 22, 11, 30, 9}},
           {"testosterone", {9.1, 7.4, 12, 8.8, 10.2}, {11.3, 9.9, 12.4, 13, 10.1}},
           {"sperm_concentration", {0, 0, 0, 0, 0}, {0, 0.4, 0, 1.2, 0.1}}},
          replicate);
  add_arm(records, "hormones", "H", 4,
          {{"fsh", {25, 16, 33, 21}, {22, 17, 30, 15}},
           {"testosterone", {8, 9.5, 7.7, 11}, {12.1, 13, 9.4, 15.2}},
           {"sperm_concentration", {0, 0, 0, 0}, {0, 0, 0.2, 0}}},
          replicate);
  const auto event = [&](const char* code, const char* term, int grade, const char* serious) {
    records.events.push_back({replicate, code, "cells", 2.5, "adverse_event", term, grade, serious, "surgery",
                              "said \"sore\", mild"});
  };
  event("C1", "scrotal pain", 1, "no");
  event("C1", "scrotal pain", 2, "no");
  event("C2", "haematoma", 3, "yes");
  records.events.push_back({replicate, "C3", "cells", none, "deviation", "late visit", 0, "", "none", ""});
  records.sections.push_back({replicate, "C1", 180, 0, "active", 1, 24, "V", "a_dark:1;pachytene:2", 0.5});
  return records;
}

}  // namespace azoo::trial::test
