// A visit: what is measured on one man on one day, through assays, semen analysis, ultrasound and biopsy.
#pragma once

#include <cstdint>  // for uint64_t
#include <map>      // for map
#include <string>   // for string
#include <vector>   // for vector

#include "body/assay.hpp"           // for AssayRule
#include "body/patient.hpp"         // for Patient
#include "body/semen_analysis.hpp"  // for EjaculateRule
#include "core/parameters.hpp"      // for ParameterSet
#include "trial/design.hpp"         // for Design, Visit
#include "trial/records.hpp"        // for VisitRow

namespace azoo::trial {

class Laboratory {
 public:
  Laboratory(const Design& design, const ParameterSet& parameters, std::uint64_t seed);

  // One row for each analyte of the visit that can be measured on this man; biopsy read-outs only at surgery.
  // `visit_index` addresses the random numbers, so that visits do not disturb each other.
  [[nodiscard]] std::vector<VisitRow> examine(const body::Patient& patient, const Visit& visit,
                                              int visit_index, bool biopsied, int replicate,
                                              std::uint64_t man) const;

 private:
  [[nodiscard]] VisitRow row(const std::string& analyte, double value, const std::string& flag) const;
  void hormones(const body::Patient& patient, const Visit& visit, const RandomStream& stream, int visit_index,
                std::vector<VisitRow>& rows) const;
  void semen(const body::Patient& patient, const Visit& visit, Draws& draws,
             std::vector<VisitRow>& rows) const;
  void biopsy(const body::Patient& patient, const Visit& visit, Draws& draws,
              std::vector<VisitRow>& rows) const;

  void tissue(const body::Patient& patient, const Visit& visit, std::vector<VisitRow>& rows) const;

  std::uint64_t seed_;
  std::map<std::string, body::AssayRule> assays_;
  std::map<std::string, std::string> units_;
  body::EjaculateRule ejaculate_;
  double ultrasound_cv_ = 0.0;
};

}  // namespace azoo::trial
