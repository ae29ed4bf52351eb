// The analysis of a trial, one path for real and for virtual data: records in, rows of analysis.csv out.
//
// Four analyses, one after the other, for every replicate:
// - descriptive: every arm, endpoint and visit. Mean with its t interval, standard error and standard
//   deviation, median with quartiles.
// - as_printed: what the published trial did (source 003, "Statistical analysis"): paired t tests of final
//   against baseline visit within each arm, Student's t tests between the arms at the final visit, no
//   correction for multiplicity.
// - recommended: changes from baseline on the endpoint's scale. Within an arm one-sample t on the change
//   and Wilcoxon's signed-rank test; between an arm and the reference arm the exact rank-sum
//   test with the Hodges-Lehmann estimate, analysis of covariance and Welch's t test on the change. On the
//   log scale estimates are ratios. One test is primary: rank-sum, endpoint with primary_efficacy,
//   primary_contrast_arm against reference_arm; its p_adjusted equals p. The other endpoints share Holm's
//   correction within each contrast and method. Responders: Clopper-Pearson by arm, Fisher's exact test
//   between arms.
// - safety: men with any adverse event, any of grade 3 or more, any serious one, and by term and grade, with
//   Clopper-Pearson intervals; men who withdrew.
//
// Rules, all said in `note`. A value below the lower limit of quantification is set to half that limit (the
// design's assay, else the recorded value is taken as the limit), one above the upper limit to that limit.
// Nothing else is imputed: a man without a value is left out, except that without a final value he counts as
// a non-responder in the population all_treated. Values on a log scale must be above zero; a zero that no
// flag explains is taken as below the limit where the assay has one, else the row is refused. In rank tests
// changes tie that are equal but for the rounding of the subtraction (2^-48 of the values).
// What cannot be computed is a row with empty numbers, the sample sizes and the reason. Rows between arms say
// what besides the product differs between the arms, and whether allocation was random.
//
// Throws std::invalid_argument for records that read_records refuses: a treated man in an arm the design does
// not have, a participant or a measurement twice. The order of the rows of the records does not matter.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "trial/design.hpp"   // for Design
#include "trial/records.hpp"  // for TrialRecords, AnalysisRow

namespace azoo::trial {

// Replicates are independent: the number of threads (0: all cores) does not change the result.
[[nodiscard]] std::vector<AnalysisRow> analyse(const Design& design, const TrialRecords& records,
                                               unsigned threads = 1);

// What [analysis] as_printed and recommended may list; an empty list means all of them.
// as_printed: paired_t, student_t.
// recommended: change_t and signed_rank within arms; rank_sum, log_ancova and welch_t between arms;
// responders (Clopper-Pearson and Fisher). The t-like ones leave out endpoints on the rank scale.
[[nodiscard]] const std::vector<std::string>& as_printed_methods();
[[nodiscard]] const std::vector<std::string>& recommended_methods();

}  // namespace azoo::trial
