// A trial as its protocol states it: who is screened, who may enter, which arms, what is given when,
// what is measured and how it is analysed. Filled by the study reader; names equal the keys of the
// study file. Days count from surgery (or start of treatment) = day 0; times before it are negative.
#pragma once

#include <cstdint>   // for uint64_t
#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

namespace azoo::trial {

// One condition on one observable or drawn characteristic; limits are inclusive unless said, absent ones NaN.
struct Condition {
  std::string observable;  // key of `azoo observables trial`, or "age"
  double low = 0.0;        // value must be >= low
  double high = 0.0;       // value must be <= high
  double below = 0.0;      // value must be < below
};

// [[eligibility.criterion]]
struct Criterion {
  std::string id;                    // "varicocele_grade_2_3"
  std::string role;                  // include | exclude
  std::string text;                  // as the protocol words it, in our own words
  std::vector<Condition> all_of;     // role include: all must hold; exclude: all holding excludes
  std::optional<double> prevalence;  // instead of conditions: share of referred men with this reason
  std::string source;
};

// [screening]
struct Screening {
  int screened = 0;               // men screened
  int enrolled = 0;               // men treated: sum of the arms
  std::string rule;               // condition: keep the printed screened/eligible split exactly
                                  // rate: screen men in order until the arms are full
  int semen_analyses = 2;         // pellets that must be without sperm
  double semen_interval_d = 0.0;  // between them
  double first_day = 0.0;         // of screening (negative)
};

// [population]
struct Population {
  std::string mix;                             // data/populations file: "noa"
  std::vector<std::string> histology_classes;  // with histology_weights; empty: the mix as published
  std::vector<double> histology_weights;
  double age_mean_y = 0.0, age_sd_y = 0.0, age_low_y = 0.0, age_high_y = 0.0;
  double secondary_infertility_fraction = 0.0;
  // Baseline that the drawn men are matched to (MODEL 6); no matching when candidates_per_place is 1.
  std::string match_analyte;  // "fsh" or ""
  double match_median = 0.0;
  double match_sigma_log = 0.0;
  int candidates_per_place = 1;
};

// [[arm.drug]]
struct DrugCourse {
  std::string drug;  // hcg | clomiphene
  double dose = 0.0;
  std::string unit;  // IU | mg
  double interval_d = 0.0;
  double first_day = 0.0;
  double last_day = 0.0;
};

// [[arm.product.site]]
struct ProductSite {
  std::string route;  // seminiferous_tubules | rete_testis | intratesticular | vas_deferens | intravenous
  double dose = 0.0;  // per testis (per man when intravenous)
  double volume_mL = 0.0;  // per testis
};

// [arm.product]
struct ProductPlan {
  std::string product;    // data/products file: "bm-msc", "bm-msc-exosomes"
  std::string dose_unit;  // cells | ug
  std::vector<ProductSite> sites;
  int testes = 2;
  double marrow_mL = 0.0;  // autologous cells
  double culture_days_low = 0.0, culture_days_high = 0.0;
  double day = 0.0;
};

// [[arm]]
struct Arm {
  std::string name;   // "cells"
  std::string label;  // "BM-MSC + hormones"
  int size = 0;
  bool aspiration = false;  // of marrow, before surgery
  bool surgery = false;     // microTESE and biopsy
  bool vehicle = false;     // injection of the vehicle without product
  std::optional<ProductPlan> product;
  std::vector<DrugCourse> drugs;
  std::string source;
};

// [allocation]
struct Allocation {
  std::string method;  // sequential (as printed: not random) | random (permuted blocks)
  int block_size = 0;  // 0: one block of the whole trial
};

// [[visit]]
struct Visit {
  std::string name;       // "screening_1", "baseline", "day_180"
  std::string anchor;     // surgery | aspiration
  double day = 0.0;       // from the anchor
  double window_d = 0.0;  // actual day is uniform within +- window
  std::vector<std::string> analytes;
};

// [[assay]]
struct Assay {
  std::string analyte;  // testosterone | lh | fsh | inhibin_b | prolactin | estradiol | shbg ...
  std::string unit;
  double cv = 0.0;    // coefficient of variation, fraction
  double lloq = 0.0;  // lower limit of quantification, in `unit`
  double uloq = 0.0;  // upper; infinity when none
  std::string method;
};

// [semen]
struct SemenExamination {
  double pellet_fraction_examined = 1.0;  // share of the centrifuged pellet that is searched
  double detection_probability = 1.0;     // of a sperm that lies in the searched part
  double dispersion_k = 0.0;              // negative-binomial dispersion of counts between ejaculates
};

// [[endpoint]]
struct Endpoint {
  std::string analyte;
  std::string baseline_visit;
  std::string final_visit;
  std::string published_direction;  // up | down | none
  std::string scale;                // raw | log | rank: for the recommended analysis
  bool primary_efficacy = false;    // of the recommended analysis
};

// [analysis]
struct AnalysisPlan {
  double alpha = 0.05;
  std::string reference_arm;             // contrasts are arm - reference
  std::string primary_contrast_arm;      // recommended primary: this arm against reference_arm
  std::vector<std::string> as_printed;   // paired_t, student_t
  std::vector<std::string> recommended;  // names understood by trial/analysis
  // A responder has this analyte above the threshold at the final visit.
  std::string responder_analyte;
  double responder_threshold = 0.0;
};

// [[adverse_event]]
struct AdverseEventRate {
  std::string term;                  // plain name
  std::string cause;                 // aspiration | surgery | injection | hormones | cells | exosomes
  double probability = 0.0;          // per exposed man over the study
  std::vector<double> grade_shares;  // five numbers, sum 1
  double onset_day_median = 0.0;     // after the cause
  std::string how;                   // measured | derived | assumed
  std::string source;
};

// [withdrawal]
struct Withdrawal {
  double probability = 0.0;  // per man until the last visit
  std::string source;
};

// [[insult]]: harm to every man of the trial for a while, for studies of how the parts hang together
struct InsultPlan {
  double first_day = 0.0;
  double last_day = 0.0;
  std::string germ_cell;                // type whose survival falls; empty: none
  double survival_factor = 1.0;         // of the passage through that type, 0 .. 1
  double leydig_capacity_factor = 1.0;  // >= 0
};

// [sample]: how much tissue stands for a testis.
struct TissueSample {
  int segments_per_testis = 0;
  int sites_around = 0;
  int sites_along = 0;
  double step_d = 1.0;
};

struct Design {
  std::string name;
  std::string title;
  std::string question;
  std::string evidence;  // key of the published study in data/evidence/outcomes, or empty
  std::vector<std::string> evidence_rows;  // ids of the record that the study is about
  std::uint64_t seed = 1;
  int replicates = 1;
  Screening screening;
  std::vector<Criterion> eligibility;
  Population population;
  std::vector<Arm> arms;
  Allocation allocation;
  std::vector<Visit> visits;
  std::vector<Assay> assays;
  SemenExamination semen;
  std::vector<Endpoint> endpoints;
  AnalysisPlan analysis;
  std::vector<AdverseEventRate> adverse_events;
  Withdrawal withdrawal;
  std::vector<InsultPlan> insults;
  std::vector<std::string> hypotheses;  // names of product actions that are switched on
  TissueSample sample;
  int histology_participants = 1;  // per arm, whose sections are kept
  double aspiration_day = 0.0;     // about three weeks before surgery, negative
  double last_day = 0.0;
};

// A quantity that can be measured in a trial.
struct Observable {
  std::string key;  // "inhibin_b"
  std::string unit;
  std::string meaning;
  std::string kind;  // hormone | semen | biopsy | ultrasound | characteristic
};
[[nodiscard]] const std::vector<Observable>& observables();

}  // namespace azoo::trial
