#include "trial/measurement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "body/biopsy.hpp"

namespace azoo::trial {

namespace {

struct HormoneAnalyte {
  const char* key;
  double endocrine::HormoneState::*field;
};

constexpr HormoneAnalyte hormone_analytes[] = {
    {"testosterone", &endocrine::HormoneState::testosterone_nmol_per_L},
    {"lh", &endocrine::HormoneState::lh_IU_per_L},
    {"fsh", &endocrine::HormoneState::fsh_IU_per_L},
    {"inhibin_b", &endocrine::HormoneState::inhibin_b_pg_per_mL},
    {"prolactin", &endocrine::HormoneState::prolactin_mIU_per_L},
    {"estradiol", &endocrine::HormoneState::estradiol_pmol_per_L},
    {"shbg", &endocrine::HormoneState::shbg_nmol_per_L},
};

bool asks_for(const Visit& visit, const std::string& analyte) {
  return std::find(visit.analytes.begin(), visit.analytes.end(), analyte) != visit.analytes.end();
}

}  // namespace

Laboratory::Laboratory(const Design& design, const ParameterSet& parameters, std::uint64_t seed)
    : seed_(seed) {
  for (const Observable& observable : observables()) units_[observable.key] = observable.unit;
  for (const HormoneAnalyte& hormone : hormone_analytes) {
    const std::string name = std::string("sampling.within_man_cv.") + hormone.key;
    assays_[hormone.key] = {parameters.value(name, "fraction"), 0.0, 0.0,
                            std::numeric_limits<double>::infinity()};
  }
  for (const Assay& assay : design.assays) {
    body::AssayRule& rule = assays_[assay.analyte];
    rule.assay_cv = assay.cv;
    rule.lloq = assay.lloq;
    rule.uloq = assay.uloq;
  }
  ejaculate_.volume_median_mL = parameters.value("sampling.ejaculate.volume_median_mL", "mL");
  ejaculate_.volume_sigma_log = parameters.value("sampling.ejaculate.volume_sigma_log", "1");
  ejaculate_.dispersion_k = design.semen.dispersion_k;
  ejaculate_.pellet_fraction_examined = design.semen.pellet_fraction_examined;
  ejaculate_.detection_probability = design.semen.detection_probability;
  ultrasound_cv_ = parameters.value("sampling.ejaculate.ultrasound_cv", "fraction");
}

VisitRow Laboratory::row(const std::string& analyte, double value, const std::string& flag) const {
  VisitRow row;
  row.analyte = analyte;
  row.value = value;
  row.unit = units_.at(analyte);
  row.flag = flag;
  return row;
}

void Laboratory::hormones(const body::Patient& patient, const Visit& visit, const RandomStream& stream,
                          int visit_index, std::vector<VisitRow>& rows) const {
  const endocrine::HormoneState state = patient.hormones();
  std::uint32_t analyte_index = 0;
  for (const HormoneAnalyte& hormone : hormone_analytes) {
    Draws draws(stream, analyte_index++, static_cast<std::uint32_t>(visit_index));
    if (!asks_for(visit, hormone.key)) continue;
    const body::Reading reading = body::measure(state.*hormone.field, assays_.at(hormone.key), draws);
    rows.push_back(row(hormone.key, reading.value, reading.flag));
  }
}

void Laboratory::semen(const body::Patient& patient, const Visit& visit, Draws& draws,
                       std::vector<VisitRow>& rows) const {
  const body::SemenReading reading = body::analyse_semen(patient.sperm_per_ejaculate(), ejaculate_, draws);
  if (asks_for(visit, "sperm_concentration")) {
    rows.push_back(row("sperm_concentration", reading.concentration_1e6_per_mL, ""));
  }
  if (asks_for(visit, "semen_volume")) rows.push_back(row("semen_volume", reading.volume_mL, ""));
  if (asks_for(visit, "total_sperm_count"))
    rows.push_back(row("total_sperm_count", reading.total_count_1e6, ""));
}

void Laboratory::biopsy(const body::Patient& patient, const Visit& visit, Draws& draws,
                        std::vector<VisitRow>& rows) const {
  const body::BiopsyReading reading = body::read_biopsy(patient, draws);
  const auto add = [&](const char* analyte, double value) {
    if (asks_for(visit, analyte)) rows.push_back(row(analyte, value, ""));
  };
  add("johnsen_score", reading.johnsen_score);
  add("tubules_with_germ_cells", reading.with_germ_cells_percent);
  add("tubules_sertoli_only", reading.sertoli_only_percent);
  add("tubules_sclerosed", reading.sclerosed_percent);
  add("sperm_found", reading.sperm_found ? 1.0 : 0.0);
}

// What no laboratory can see in a living man, without error: for studies of how the parts hang together.
void Laboratory::tissue(const body::Patient& patient, const Visit& visit, std::vector<VisitRow>& rows) const {
  const body::GermCellContent content = body::germ_cells_per_sertoli(patient);
  const auto add = [&](const char* analyte, double value) {
    if (asks_for(visit, analyte)) rows.push_back(row(analyte, value, ""));
  };
  add("spermatocytes_per_sertoli", content.spermatocytes);
  add("early_spermatids_per_sertoli", content.early_spermatids);
  add("late_spermatids_per_sertoli", content.late_spermatids);
}

std::vector<VisitRow> Laboratory::examine(const body::Patient& patient, const Visit& visit, int visit_index,
                                          bool biopsied, int replicate, std::uint64_t man) const {
  const auto replicate_key = static_cast<std::uint64_t>(replicate);
  const auto step = static_cast<std::uint32_t>(visit_index);
  std::vector<VisitRow> rows;
  const RandomStream assay_stream({seed_, replicate_key, man, Stream::assay});
  hormones(patient, visit, assay_stream, visit_index, rows);
  tissue(patient, visit, rows);
  const RandomStream semen_stream({seed_, replicate_key, man, Stream::semen_analysis});
  Draws semen_draws(semen_stream, 0, step);
  semen(patient, visit, semen_draws, rows);
  if (asks_for(visit, "testis_volume")) {
    Draws draws(assay_stream, 1000, step);
    const body::AssayRule ultrasound{0.0, ultrasound_cv_, 0.0, std::numeric_limits<double>::infinity()};
    rows.push_back(
        row("testis_volume", body::measure(patient.testis_volume_mL(), ultrasound, draws).value, ""));
  }
  if (biopsied) {
    const RandomStream stream({seed_, replicate_key, man, Stream::biopsy});
    Draws draws(stream, 0, step);
    biopsy(patient, visit, draws, rows);
  }
  return rows;
}

}  // namespace azoo::trial
