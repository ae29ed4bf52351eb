// The sections of an animal study's page that are words and tables: what was done, group means, what an
// ARRIVE reader asks for, how to repeat the run.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/animal_report.hpp"  // for AnimalReportInput
#include "report/animal_view.hpp"    // for AnimalView
#include "report/html_text.hpp"      // for Markup

namespace azoo::report {

[[nodiscard]] Markup animal_banner();
[[nodiscard]] std::vector<std::string> animal_summary(const AnimalReportInput& input, const AnimalView& view);
// Groups with number of animals, days, treatment; doses outside the data are marked.
[[nodiscard]] Markup groups_table(const AnimalReportInput& input, const AnimalView& view);
// One table for all read-outs: n, mean, SD, ratio to control with interval, P.
[[nodiscard]] Markup means_table(const AnimalReportInput& input);
// Items after ARRIVE 2.0 (Percie du Sert 2020, PLoS Biol 18:e3000410; remembered, not verified).
[[nodiscard]] Markup arrive_table(const AnimalReportInput& input, const AnimalView& view);
[[nodiscard]] Markup animal_histology_section(const AnimalReportInput& input,
                                              const std::vector<Figure>& figures);
[[nodiscard]] Markup animal_repeat_section(const AnimalReportInput& input);
[[nodiscard]] Markup animal_reading_section(const AnimalReportInput& input);
// Whether a parameter's file concerns this study: its species, its agents, how its kind is drawn, how animals
// vary and are looked at.
[[nodiscard]] bool concerns_animals(const Parameter& parameter, const animal::Design& design);

}  // namespace azoo::report
