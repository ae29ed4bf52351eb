// Test data: a made-up trial in the shape of the phase I protocol, drawn from a seed. The numbers only need
// to look like measurements; no test judges them as biology.
#pragma once

#include <cmath>    // for nan, exp
#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "core/parameters.hpp"      // for ParameterSet
#include "core/random.hpp"          // for Draws
#include "report/trial_report.hpp"  // for TrialReportInput

namespace azoo::report::fixture {

struct Options {
  std::vector<std::pair<std::string, std::string>> arms = {{"cells", "BM-MSC + hormones"},
                                                           {"hormones", "hCG + clomiphene"}};
  int men_per_arm = 40;
  int screen_failures = 6;
  int replicates = 1;
  bool sections = true;
  bool adverse_events = true;
  bool analysis = true;
  double missing_share = 0.03;
  std::uint64_t seed = 7;
};

struct Trial {
  trial::Design design;
  trial::TrialRecords records;
  std::vector<trial::AnalysisRow> analysis;
  ParameterSet parameters;
  std::vector<evidence::PublishedOutcome> published;
  std::vector<evidence::Contradiction> contradictions;

  [[nodiscard]] TrialReportInput input() const {
    return {design,         records, analysis, parameters,          published,
            contradictions, "0.1.0", 20240601, std::string(64, 'a')};
  }
};

struct Analyte {
  const char* name;
  const char* unit;
  double median;
  double sigma;
  double change;  // factor in the treated arm
};
inline const std::vector<Analyte>& analytes() {
  static const std::vector<Analyte> list = {{"testosterone", "nmol/L", 9.6, 0.35, 1.35},
                                            {"fsh", "IU/L", 21.7, 0.74, 0.55},
                                            {"lh", "IU/L", 8.9, 0.58, 0.7},
                                            {"inhibin_b", "pg/mL", 32.0, 0.9, 1.5},
                                            {"prolactin", "mIU/L", 260.0, 0.45, 0.8},
                                            {"sperm_concentration", "million/mL", 0.0, 0.0, 0.0}};
  return list;
}

inline trial::Design make_design(const Options& options) {
  trial::Design design;
  design.name = "phase1-2024";
  design.title = "Bone-marrow stromal cells in non-obstructive azoospermia, phase I";
  design.question =
      "Do bone-marrow stromal cells injected at testicular surgery, given with hormones, change hormones and "
      "sperm within six months more than hormones alone, and are they safe?";
  design.evidence = "zhankina-2024";
  design.replicates = options.replicates;
  design.eligibility = {
      {"varicocele", "exclude", "varicocele of grade 2 or 3", {}, 0.03, ""},
      {"low_lh_fsh", "exclude", "LH below 2 IU/L and FSH below 1 IU/L (hypogonadotropic)", {}, {}, ""},
      {"age_range", "include", "age from 24 to 48 years", {}, {}, ""}};
  bool first = true;
  for (const auto& [name, label] : options.arms) {
    trial::Arm arm;
    arm.name = name;
    arm.label = label;
    arm.size = options.men_per_arm;
    if (first) {
      arm.aspiration = arm.surgery = true;
      trial::ProductPlan plan;
      plan.product = "bm-msc";
      plan.dose_unit = "cells";
      plan.sites = {{"seminiferous_tubules", 1e7, 0.3}, {"rete_testis", 1e7, 0.3}};
      arm.product = plan;
    }
    arm.drugs = {{"hcg", 1000, "IU", 3.5, 1, 180}, {"clomiphene", 50, "mg", 1, 1, 180}};
    design.arms.push_back(arm);
    first = false;
  }
  design.allocation.method = "sequential";
  design.visits = {{"screening_1", "surgery", -110, 5, {"sperm_concentration"}},
                   {"baseline", "surgery", -21, 3, {"fsh"}},
                   {"day_90", "surgery", 90, 7, {"fsh"}},
                   {"day_180", "surgery", 180, 7, {"fsh"}}};
  for (const Analyte& analyte : analytes()) {
    const std::string direction = analyte.change == 0.0 || analyte.change > 1.0 ? "up" : "down";
    design.endpoints.push_back(
        {analyte.name, "baseline", "day_180", direction, "log", std::string(analyte.name) == "fsh"});
  }
  if (options.arms.size() > 1) design.analysis.reference_arm = options.arms[1].first;
  if (!options.arms.empty()) design.analysis.primary_contrast_arm = options.arms[0].first;
  design.analysis.responder_analyte = "sperm_concentration";
  design.adverse_events = {{"bruise_at_aspiration", "aspiration", 0.1, {0.9, 0.1, 0, 0, 0}, 1, "assumed", ""},
                           {"scrotal_haematoma", "surgery", 0.05, {0.6, 0.3, 0.1, 0, 0}, 2, "assumed", ""},
                           {"gynaecomastia", "hormones", 0.04, {0.8, 0.2, 0, 0, 0}, 60, "assumed", ""}};
  design.hypotheses = {"paracrine", "immune"};
  design.last_day = 180;
  return design;
}

inline std::string id_of(int number) {
  std::string digits = std::to_string(number);
  return "P" + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

inline void add_visits(trial::TrialRecords& records, const trial::ParticipantRow& man, bool treated,
                       double missing, Draws& draws) {
  const std::vector<std::pair<std::string, double>> visits = {
      {"baseline", -21}, {"day_90", 90}, {"day_180", 180}};
  for (const Analyte& analyte : analytes()) {
    const double own = analyte.median > 0 ? draws.lognormal(analyte.median, analyte.sigma) : 0.0;
    const bool responds = draws.bernoulli(treated ? 0.22 : 0.1);
    for (const auto& [visit, day] : visits) {
      if (man.status == "withdrawn" && day > 100) continue;
      trial::VisitRow row{
          man.replicate, man.participant, man.arm, visit, day + draws.uniform(-3, 3), analyte.name,
          0.0,           analyte.unit,    ""};
      const double progress = day <= 0 ? 0.0 : day / 180.0;
      const double change = treated ? analyte.change : 1.0 + 0.4 * (analyte.change - 1.0);
      row.value = own * std::pow(analyte.median > 0 ? change : 1.0, progress) * draws.lognormal(1.0, 0.12);
      if (analyte.median <= 0)
        row.value = responds && progress > 0 ? draws.lognormal(0.08, 1.4) * progress : 0.0;
      if (std::string(analyte.name) == "inhibin_b" && row.value < 10.0) {
        row.value = 10.0;
        row.flag = "below_lloq";
      }
      if (draws.bernoulli(missing)) {
        row.value = std::nan("");
        row.flag = "missing";
      }
      records.visits.push_back(row);
    }
  }
}

inline std::string cells_at(const std::string& state, bool complete, Draws& draws) {
  if (state != "active") return {};
  std::string out;
  const auto add = [&](const char* type, double mean) {
    const auto count = draws.poisson(mean);
    if (count > 0) out += (out.empty() ? "" : ";") + std::string(type) + ":" + std::to_string(count);
  };
  add("a_dark", 0.35);
  add("a_pale", 0.4);
  add("b_spermatogonium", 0.25);
  add("preleptotene", 0.25);
  add("zygotene", 0.35);
  add("pachytene", complete ? 2.2 : 1.6);
  if (complete) {
    add("sa_spermatid", 3.6);
    add("sd2_spermatid", 2.6);
  }
  return out;
}

inline void add_sections(trial::TrialRecords& records, const trial::ParticipantRow& man, Draws& draws) {
  for (const double day : {0.0, 180.0}) {
    for (int tubule = 1; tubule <= 20; ++tubule) {
      const double u = draws.uniform();
      const std::string state = u < 0.3 ? "active" : u < 0.5 ? "sertoli_only" : "sclerosed";
      const bool complete = day > 0 && draws.bernoulli(0.5);
      const int sites = state == "sclerosed" ? 1 : state == "active" ? 34 : 26;
      for (int site = 0; site < sites; ++site) {
        records.sections.push_back({man.replicate, man.participant, day, tubule, state, site, sites, "III",
                                    cells_at(state, complete, draws)});
      }
    }
  }
}

inline void add_man(Trial& out, const Options& options, int replicate, int number, std::size_t arm,
                    bool first_of_arm) {
  const RandomStream stream({options.seed, static_cast<std::uint64_t>(replicate),
                             static_cast<std::uint64_t>(number), Stream::known_answer_test});
  Draws draws(stream, 0, 0);
  trial::ParticipantRow man;
  man.replicate = replicate;
  man.participant = id_of(number);
  man.status = draws.bernoulli(0.05) ? "withdrawn" : "completed";
  man.arm = options.arms[arm].first;
  man.aetiology = draws.bernoulli(0.2)   ? "klinefelter"
                  : draws.bernoulli(0.2) ? "cryptorchidism"
                                         : "idiopathic";
  man.histology = draws.bernoulli(0.4)   ? "sclerosis"
                  : draws.bernoulli(0.5) ? "sertoli_cell_only"
                                         : "maturation_arrest";
  man.age_y = 31.5 + 5.0 * draws.normal();
  man.testis_volume_mL = draws.lognormal(9.0, 0.3);
  man.active_tubule_fraction = draws.beta(2, 10);
  man.secondary_infertility = draws.bernoulli(0.22) ? "yes" : "no";
  man.product_cells_planned = man.product_cells_given = man.product_viability_percent = std::nan("");
  man.product_exosome_ug_given = std::nan("");
  const bool treated = arm == 0;
  if (treated) {
    man.product_cells_planned = 4e7;
    man.product_cells_given = std::min(4e7, draws.lognormal(2.3e7, 0.6));
    man.product_viability_percent = draws.uniform(94, 97);
  }
  out.records.participants.push_back(man);
  add_visits(out.records, man, treated, options.missing_share, draws);
  if (options.adverse_events && treated && draws.bernoulli(0.12)) {
    out.records.events.push_back({replicate, man.participant, man.arm, -20, "adverse_event",
                                  "bruise_at_aspiration", 1, "no", "aspiration", ""});
  }
  if (options.adverse_events && draws.bernoulli(0.06)) {
    out.records.events.push_back(
        {replicate, man.participant, man.arm, 60, "adverse_event", "gynaecomastia", 2, "no", "hormones", ""});
  }
  if (man.status == "withdrawn") {
    out.records.events.push_back(
        {replicate, man.participant, man.arm, 100, "withdrawal", "moved_away", 0, "no", "none", ""});
  }
  if (options.sections && first_of_arm && replicate == 0) add_sections(out.records, man, draws);
}

inline trial::AnalysisRow analysis_row(int replicate, const char* kind, const std::string& endpoint,
                                       const std::string& contrast, const char* method, double p,
                                       Draws& draws) {
  trial::AnalysisRow row;
  row.replicate = replicate;
  row.analysis = kind;
  row.endpoint = endpoint;
  row.population = "all_treated";
  row.contrast = contrast;
  row.method = method;
  row.estimate = draws.normal();
  row.unit = "IU/L";
  row.ci_low = row.estimate - 1.1;
  row.ci_high = row.estimate + 1.1;
  row.statistic = 2.0;
  row.df = 38;
  row.p = p;
  row.p_adjusted = std::string(kind) == "recommended" ? std::min(1.0, 6.0 * p) : std::nan("");
  row.n1 = 38;
  row.n2 = contrast.find(" - ") < contrast.find(':') ? 39 : 0;
  return row;
}

inline void add_analysis(Trial& out, const Options& options, int replicate) {
  const RandomStream stream(
      {options.seed, static_cast<std::uint64_t>(replicate), 9999, Stream::known_answer_test});
  Draws draws(stream, 0, 1);
  for (const Analyte& analyte : analytes()) {
    for (const auto& [name, label] : options.arms) {
      const double p = std::pow(draws.uniform(), name == options.arms.front().first ? 5.0 : 2.0);
      const std::string contrast = name + ": day_180 - baseline";
      out.analysis.push_back(
          analysis_row(replicate, "as_printed", analyte.name, contrast, "paired_t", p, draws));
      out.analysis.push_back(analysis_row(replicate, "recommended", analyte.name, contrast,
                                          "wilcoxon_signed_rank", std::min(1.0, 1.3 * p), draws));
    }
    if (options.arms.size() > 1) {
      const std::string contrast = options.arms[0].first + " - " + options.arms[1].first + ": day_180";
      out.analysis.push_back(
          analysis_row(replicate, "as_printed", analyte.name, contrast, "student_t", draws.uniform(), draws));
      out.analysis.push_back(analysis_row(replicate, "recommended", analyte.name, contrast, "ancova_log",
                                          draws.uniform(), draws));
    }
  }
}

inline Trial make_trial(const Options& options = {}) {
  Trial out;
  out.design = make_design(options);
  for (int replicate = 0; replicate < options.replicates; ++replicate) {
    int number = 1;
    for (int i = 0; i < options.screen_failures; ++i) {
      trial::ParticipantRow man;
      man.replicate = replicate;
      man.participant = id_of(number++);
      man.status = "screen_failure";
      man.failed_criteria = i % 3 == 0 ? "varicocele" : i % 3 == 1 ? "age_range;varicocele" : "low_lh_fsh";
      out.records.participants.push_back(man);
    }
    for (std::size_t arm = 0; arm < options.arms.size(); ++arm) {
      for (int i = 0; i < options.men_per_arm; ++i) add_man(out, options, replicate, number++, arm, i == 0);
    }
    if (options.analysis) add_analysis(out, options, replicate);
  }
  Problems problems;
  out.parameters = ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data", problems);
  const double none = std::nan("");
  out.published = {
      {"E003-O01", "zhankina-2024", "cell therapy", "fsh", "baseline", "28.6/21.7 (95% CI: 18.9, 29.8)", "",
       28.6, 18.9, 29.8, "not stated", "Results, clinical safety and efficacy",
       "meaning of the pair not stated"},
      {"E003-O02", "zhankina-2024", "cell therapy", "fsh", "change",
       "decreased by 10.4/8.8 (95% CI: 6.4, 13.6)", "down", none, 6.4, 13.6, "not stated", "Results", ""}};
  out.contradictions = {{"E003-C01", "zhankina-2024", "nine patients (22.5 %)", "Abstract",
                         "9 (47.4 %) patients", "Results",
                         "kept as two records with denominators 40 and 19"}};
  return out;
}

}  // namespace azoo::report::fixture
