// A design as text, field by field, so that two designs can be compared with a readable difference. Every
// field of trial/design.hpp stands here.
#pragma once

#include <string>

#include "core/number_text.hpp"
#include "trial/design.hpp"

namespace azoo::study {

class DesignText {
 public:
  [[nodiscard]] static std::string of(const trial::Design& design) {
    DesignText text;
    text.head(design);
    text.people(design);
    for (const trial::Arm& arm : design.arms) text.arm(arm);
    text.schedule(design);
    text.analysis(design);
    text.safety(design);
    return text.out_;
  }

 private:
  void put(const std::string& value) { out_ += value + "|"; }
  void put(const char* value) { out_ += std::string(value) + "|"; }
  void put(double value) { put(to_text(value)); }
  void put(int value) { put(std::to_string(value)); }
  void put(std::uint64_t value) { put(std::to_string(value)); }
  void put(bool value) { put(value ? "yes" : "no"); }
  template <typename Item>
  void put(const std::vector<Item>& items) {
    put("list of " + std::to_string(items.size()));
    for (const Item& item : items) put(item);
  }
  template <typename... Values>
  void line(const char* name, const Values&... values) {
    out_ += name;
    out_ += ' ';
    (put(values), ...);
    out_ += '\n';
  }

  void head(const trial::Design& d) {
    line("head", d.name, d.title, d.question, d.evidence, d.seed, d.replicates, d.hypotheses,
         d.histology_participants, d.aspiration_day, d.last_day);
  }
  void people(const trial::Design& d) {
    const trial::Screening& s = d.screening;
    line("screening", s.screened, s.enrolled, s.rule, s.semen_analyses, s.semen_interval_d, s.first_day);
    for (const trial::Criterion& c : d.eligibility) {
      line("criterion", c.id, c.role, c.text, c.prevalence.has_value(), c.prevalence.value_or(0.0), c.source);
      for (const trial::Condition& one : c.all_of)
        line("condition", one.observable, one.low, one.high, one.below);
    }
    const trial::Population& p = d.population;
    line("population", p.mix, p.histology_classes, p.histology_weights, p.age_mean_y, p.age_sd_y, p.age_low_y,
         p.age_high_y, p.secondary_infertility_fraction, p.match_analyte, p.match_median, p.match_sigma_log,
         p.candidates_per_place);
  }
  void arm(const trial::Arm& a) {
    line("arm", a.name, a.label, a.size, a.aspiration, a.surgery, a.vehicle, a.source, a.product.has_value());
    if (a.product) {
      const trial::ProductPlan& p = *a.product;
      line("product", p.product, p.dose_unit, p.testes, p.marrow_mL, p.culture_days_low, p.culture_days_high,
           p.day);
      for (const trial::ProductSite& site : p.sites) line("site", site.route, site.dose, site.volume_mL);
    }
    for (const trial::DrugCourse& c : a.drugs)
      line("drug", c.drug, c.dose, c.unit, c.interval_d, c.first_day, c.last_day);
  }
  void schedule(const trial::Design& d) {
    line("allocation", d.allocation.method, d.allocation.block_size);
    for (const trial::Visit& v : d.visits) line("visit", v.name, v.anchor, v.day, v.window_d, v.analytes);
    for (const trial::Assay& a : d.assays) line("assay", a.analyte, a.unit, a.cv, a.lloq, a.uloq, a.method);
    line("semen", d.semen.pellet_fraction_examined, d.semen.detection_probability, d.semen.dispersion_k);
  }
  void analysis(const trial::Design& d) {
    for (const trial::Endpoint& e : d.endpoints) {
      line("endpoint", e.analyte, e.baseline_visit, e.final_visit, e.published_direction, e.scale,
           e.primary_efficacy);
    }
    const trial::AnalysisPlan& a = d.analysis;
    line("analysis", a.alpha, a.reference_arm, a.primary_contrast_arm, a.as_printed, a.recommended,
         a.responder_analyte, a.responder_threshold);
  }
  void safety(const trial::Design& d) {
    for (const trial::AdverseEventRate& e : d.adverse_events) {
      line("event", e.term, e.cause, e.probability, e.grade_shares, e.onset_day_median, e.how, e.source);
    }
    for (const trial::InsultPlan& i : d.insults) {
      line("insult", i.first_day, i.last_day, i.germ_cell, i.survival_factor, i.leydig_capacity_factor);
    }
    line("withdrawal", d.withdrawal.probability, d.withdrawal.source);
    const trial::TissueSample& s = d.sample;
    line("sample", s.segments_per_testis, s.sites_around, s.sites_along, s.step_d);
  }

  std::string out_;
};

}  // namespace azoo::study
