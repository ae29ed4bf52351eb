// Test data: a made-up animal study in the shape of a busulfan dose-response, and a mouse's cross-sections of
// a given stage. The cells of each stage follow the chart of cellular associations of the mouse (Oakberg
// 1956; Russell 1990; remembered, not verified) and not the species file, so that the two can be held
// together.
#pragma once

#include <cmath>    // for nan
#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "core/files.hpp"            // for data_folder
#include "core/parameters.hpp"       // for ParameterSet
#include "core/random.hpp"           // for Draws
#include "report/animal_report.hpp"  // for AnimalReportInput
#include "report/section_site.hpp"   // for CrossSection

namespace azoo::report::fixture {

inline const ParameterSet& shipped_parameters() {
  static const ParameterSet parameters = [] {
    Problems problems;
    return ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data", problems);
  }();
  return parameters;
}

struct StageCells {
  const char* stage;
  std::vector<std::pair<const char*, int>> per_site;  // cells at one Sertoli cell
};

// Stages of the mouse with the generations that meet in them; counts round a Sertoli cell.
inline const std::vector<StageCells>& mouse_stages() {
  static const std::vector<StageCells> stages = {
      {"I", {{"a3", 1}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"II-III", {{"a4", 1}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"IV", {{"intermediate", 1}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"V", {{"b", 2}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"VI", {{"b", 2}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"VII", {{"preleptotene", 3}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"VIII", {{"preleptotene", 3}, {"pachytene", 3}, {"round_spermatid", 10}, {"elongated_spermatid", 10}}},
      {"IX", {{"a1", 1}, {"leptotene", 3}, {"pachytene", 3}, {"elongating_spermatid", 10}}},
      {"X", {{"a1", 1}, {"leptotene", 3}, {"pachytene", 3}, {"elongating_spermatid", 10}}},
      {"XI", {{"a2", 1}, {"zygotene", 3}, {"diplotene", 3}, {"elongating_spermatid", 10}}},
      {"XII", {{"a3", 1}, {"zygotene", 3}, {"secondary_spermatocyte", 5}, {"elongating_spermatid", 10}}}};
  return stages;
}

inline CrossSection mouse_section(const StageCells& stage, int tubule = 1, int sites = 30) {
  CrossSection out{tubule, "active", sites, {}};
  for (int site = 0; site < sites; ++site) {
    SiteCells cells{site, {}, stage.stage};
    for (const auto& [type, count] : stage.per_site) cells.counts[type] = count;
    out.sites.push_back(cells);
  }
  return out;
}

inline std::vector<body::SectionRow> rows_of(const CrossSection& section, const std::string& animal,
                                             double day) {
  std::vector<body::SectionRow> rows;
  for (const SiteCells& site : section.sites) {
    body::SectionRow row;
    row.participant = animal;
    row.day = day;
    row.tubule = section.tubule;
    row.tubule_state = section.state;
    row.site = site.site;
    row.sites_around = section.sites_around;
    row.stage = site.stage;
    for (const auto& [type, count] : site.counts) {
      row.cells += (row.cells.empty() ? "" : ";") + type + ":" + std::to_string(count);
    }
    rows.push_back(row);
  }
  return rows;
}

struct AnimalOptions {
  std::vector<double> doses = {0, 10, 20, 40};  // mg/kg; 0 is the control
  std::vector<double> days = {28, 56, 84};
  int animals = 5;
  bool sections = true;
  bool analysis = true;
};

struct AnimalTrial {
  animal::Design design;
  animal::AnimalRecords records;
  std::vector<animal::SummaryRow> analysis;

  [[nodiscard]] AnimalReportInput input() const {
    return {design, records, analysis, shipped_parameters(), "0.1.0", 7, std::string(64, 'a'), "STUDY.toml"};
  }
};

inline animal::SummaryRow summary_row(const std::string& group, double day, const std::string& readout, int n,
                                      bool control) {
  animal::SummaryRow row;
  row.group = group;
  row.day = day;
  row.readout = readout;
  row.unit = "g";
  row.n = n;
  row.mean = 0.08;
  row.sd = 0.01;
  row.control = control ? "" : "control";
  row.ratio = control ? std::nan("") : 0.8;
  row.ratio_low = control ? std::nan("") : 0.7;
  row.ratio_high = control ? std::nan("") : 0.91;
  row.test = control ? "" : "welch_t_test";
  row.p = control ? std::nan("") : 0.004;
  return row;
}

inline AnimalTrial make_animals(const AnimalOptions& options = {}) {
  AnimalTrial out;
  animal::Design& design = out.design;
  design.name = "busulfan-mouse";
  design.title = "Busulfan <dose> & response in the mouse";
  design.question = "How does recovery hang on the dose?";
  design.species = "mouse";
  design.control = "control";
  const RandomStream stream({7, 0, 1, Stream::known_answer_test});
  int number = 0;
  for (const double dose : options.doses) {
    animal::Group group;
    group.name = dose > 0 ? "busulfan_" + std::to_string(static_cast<int>(dose)) : "control";
    group.animals = options.animals;
    group.sacrifice_d = options.days;
    if (dose > 0) group.insults.push_back({"busulfan", 0, dose, 1, 0, ""});
    design.groups.push_back(group);
    for (const double day : options.days) {
      for (int i = 0; i < options.animals; ++i) {
        ++number;
        Draws draws(stream, static_cast<std::uint32_t>(number), 0);
        animal::AnimalRow animal;
        animal.animal = "A" + std::to_string(1000 + number).substr(1);
        animal.group = group.name;
        animal.species = "mouse";
        animal.sacrificed_d = day;
        if (dose > 30) animal.note = "busulfan 40 mg/kg: outside the data, extrapolated";
        out.records.animals.push_back(animal);
        const auto add = [&](const std::string& readout, const std::string& unit, double value) {
          out.records.readouts.push_back({animal.animal, group.name, day, readout, value, unit, ""});
        };
        const double loss = dose / (dose + 15.0) * 28.0 / day;
        add("testis_weight", "g", 0.1 * (1.0 - 0.6 * loss) * draws.lognormal(1.0, 0.05));
        add("repopulation_index", "%", 100.0 * (1.0 - loss));
        add("first_sperm_day", "d", std::nan(""));
        add("sperm_per_epididymis", "cells",
            dose > 30 ? 0.0 : 2e7 * (1.0 - loss) * draws.lognormal(1.0, 0.2));
        for (const StageCells& stage : mouse_stages()) {
          add(std::string("stage_frequency_") + stage.stage, "fraction", draws.uniform(0.05, 0.13));
        }
        add("cells_per_section_pachytene", "cells", 60.0 * (1.0 - loss));
        add("cells_per_section_round_spermatids", "cells", 150.0 * (1.0 - loss));
        if (options.sections && i == 0) {
          const int sections = 4;
          for (int s = 0; s < sections; ++s) {
            const auto& stage = mouse_stages()[static_cast<std::size_t>((number + 3 * s) % 11)];
            const auto rows = rows_of(mouse_section(stage, s), animal.animal, day);
            out.records.sections.insert(out.records.sections.end(), rows.begin(), rows.end());
          }
        }
      }
      if (options.analysis) {
        out.analysis.push_back(summary_row(group.name, day, "testis_weight", options.animals, dose <= 0));
      }
    }
  }
  return out;
}

}  // namespace azoo::report::fixture
