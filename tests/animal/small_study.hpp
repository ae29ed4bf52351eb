// A small animal study in memory, on the shipped data: seconds for all animals together.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "animal/conduct.hpp"
#include "animal/observables.hpp"
#include "core/parameters.hpp"
#include "core/problem.hpp"

namespace azoo::animal {

inline const ParameterSet& shipped_parameters() {
  static const ParameterSet parameters = [] {
    Problems problems;
    ParameterSet set = ParameterSet::load(std::filesystem::path(AZOO_PROJECT_DIR) / "data", problems);
    EXPECT_FALSE(problems.any());
    return set;
  }();
  return parameters;
}

inline testis::Species species(const std::string& name) {
  return testis::Species::from(shipped_parameters(), name);
}

inline const body::AnimalModel& model(const std::string& name) {
  static const body::AnimalModel mouse(shipped_parameters(), shipped_parameters(), "mouse");
  static const body::AnimalModel human(shipped_parameters(), shipped_parameters(), "human");
  return name == "mouse" ? mouse : human;
}

// Two groups of two mice, a thousand sites a testis.
inline Design small_design() {
  Design design;
  design.name = "small";
  design.seed = 7;
  design.species = "mouse";
  design.testis = {.sample = 1000, .segments = 2, .testes = "both", .settling_d = 2.0};
  design.groups = {{"control", 2, {0.0, 3.0}, {}},
                   {"busulfan", 2, {3.0}, {{.agent = "busulfan", .day = 0.0, .dose = 40.0}}}};
  design.histology.cross_sections = 5;
  design.readouts = all_words(species("mouse"));
  design.control = "control";
  return design;
}

}  // namespace azoo::animal
