// The sections of a trial study, each read by a function of its own into its part of the design. Ranges,
// words and unknown keys are checked here; what two sections must agree on, in trial_study_checks.
#pragma once

#include "core/toml_reader.hpp"         // for TomlReader, NumberRule
#include "study/trial_study_names.hpp"  // for StudyNames
#include "trial/design.hpp"             // for Design

namespace azoo::study {

// Limits of a study; they keep a slip of the finger from asking for years of computing.
inline constexpr int most_men_per_arm = 10'000;
inline constexpr int most_men_screened = 1'000'000;
inline constexpr int most_replicates = 1'000'000;

inline constexpr NumberRule day_number{-3660.0, 3660.0, false, "a number of days from -3660 to 3660"};
inline constexpr NumberRule day_span{0.0, 3660.0, false, "a number of days from 0 to 3660"};
inline constexpr NumberRule day_interval{0.0, 3660.0, true, "a number of days > 0 and at most 3660"};
inline constexpr NumberRule day_before{-3660.0, 0.0, false, "a number of days from -3660 to 0"};
inline constexpr NumberRule day_after{0.0, 3660.0, true, "a number of days > 0 and at most 3660"};

void read_screening(TomlReader table, trial::Screening& screening);
void read_eligibility(TomlReader table, std::vector<trial::Criterion>& criteria);
void read_population(TomlReader table, const StudyNames& names, trial::Population& population);
void read_arm(TomlReader table, const StudyNames& names, trial::Arm& arm);
void read_allocation(TomlReader table, trial::Allocation& allocation);
void read_visit(TomlReader table, trial::Visit& visit);
void read_assay(TomlReader table, trial::Assay& assay);
void read_semen(TomlReader table, trial::SemenExamination& semen);
void read_endpoint(TomlReader table, trial::Endpoint& endpoint);
void read_analysis(TomlReader table, trial::AnalysisPlan& analysis);
void read_adverse_event(TomlReader table, trial::AdverseEventRate& event);
void read_withdrawal(TomlReader table, trial::Withdrawal& withdrawal);
void read_insult(TomlReader table, const std::vector<std::string>& germ_cells, trial::InsultPlan& insult);
void read_sample(TomlReader table, trial::TissueSample& sample);
void read_hypotheses(TomlReader& root, std::vector<std::string>& hypotheses);

// A list of words out of `known`, none twice.
[[nodiscard]] std::vector<std::string> read_words(TomlReader& reader, std::string_view key,
                                                  const std::vector<std::string>& known);

}  // namespace azoo::study
