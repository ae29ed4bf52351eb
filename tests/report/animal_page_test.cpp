// The report of an animal study.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "report/animal_fixture.hpp"
#include "report/animal_report.hpp"
#include "report/animal_view.hpp"
#include "report/dose_response.hpp"
#include "report/markup_check.hpp"

namespace azoo::report {
namespace {

using fixture::AnimalTrial;
using fixture::make_animals;
using fixture::read_markup;

std::string page_of(const AnimalTrial& trial) {
  return animal_report_html(trial.input(), animal_figures(trial.input()));
}

bool has_figure(const std::vector<Figure>& figures, const std::string& name) {
  return std::any_of(figures.begin(), figures.end(), [&](const Figure& f) { return f.name == name; });
}

TEST(AnimalPage, is_well_formed_self_contained_and_holds_every_figure) {
  const AnimalTrial trial = make_animals();
  const std::vector<Figure> figures = animal_figures(trial.input());
  const std::string page = animal_report_html(trial.input(), figures);
  EXPECT_EQ(read_markup(page).fault, "");
  for (const Figure& figure : figures) {
    EXPECT_EQ(read_markup(figure.svg).fault, "") << figure.name;
    EXPECT_NE(page.find(figure.svg), std::string::npos) << figure.name;
  }
  for (const auto& [name, value] : read_markup(page).attributes) {
    if (name == "src" || name == "href") {
      EXPECT_EQ(value.substr(0, 1), "#") << value;
    }
    if (name != "xmlns") {
      EXPECT_EQ(value.find("://"), std::string::npos) << value;
    }
  }
  EXPECT_FALSE(std::regex_search(page, std::regex("\\b(nan|inf)\\b")));
}

TEST(AnimalPage, says_what_it_must) {
  const std::string page = page_of(make_animals());
  for (const char* words :
       {"Simulated – not for patient care", "no animal was used", "ARRIVE", "Blinding", "Randomisation",
        "extrapolated", "0.80 (0.70 to 0.91)", "welch t test", "Busulfan &lt;dose&gt; &amp; response",
        "What was assumed", "azoo run STUDY.toml --seed 7"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
}

TEST(AnimalFigures, hold_courses_families_doses_stages_and_sections_of_each_group) {
  const std::vector<Figure> figures = animal_figures(make_animals().input());
  for (const char* name :
       {"course-testis-weight", "course-sperm-per-epididymis", "courses-cells-per-cross-section",
        "dose-response", "stages", "histology-1-control", "histology-4-busulfan-40", "closeup-1-control"}) {
    EXPECT_TRUE(has_figure(figures, name)) << name;
  }
  EXPECT_FALSE(has_figure(figures, "course-first-sperm-day"));  // no animal has a value
}

TEST(AnimalFigures, stand_by_group_when_no_group_has_a_second_day) {
  const std::vector<Figure> figures = animal_figures(make_animals({.days = {28}}).input());
  EXPECT_TRUE(has_figure(figures, "groups-testis-weight"));
  EXPECT_FALSE(has_figure(figures, "course-testis-weight"));
}

TEST(AnimalPage, is_utf_8_throughout_and_leaves_out_what_has_no_value) {
  AnimalTrial trial = make_animals();
  animal::SummaryRow none = trial.analysis.front();
  none.readout = "wave_length";
  none.n = 0;
  none.mean = none.sd = none.ratio = none.p = std::nan("");
  trial.analysis.push_back(none);
  const std::string page = page_of(trial);
  EXPECT_TRUE(is_text(page));  // a name cut within a character would show as a box
  EXPECT_NE(page.find("Without a value in any group: Wave length."), std::string::npos);
  EXPECT_EQ(page.find("<td>– "), std::string::npos);
  EXPECT_EQ(page.find("1e+"), std::string::npos);
}

TEST(AnimalFigures, of_the_same_input_have_the_same_bytes) {
  EXPECT_EQ(page_of(make_animals()), page_of(make_animals()));
}

TEST(AnimalFigures, draw_every_animal_and_every_mean_of_a_course) {
  const AnimalTrial trial = make_animals({.doses = {0, 10}, .days = {28, 56}, .animals = 3});
  for (const Figure& figure : animal_figures(trial.input())) {
    if (figure.name != "course-testis-weight") continue;
    // Two groups, two days, three animals: small dots of radius 2.1.
    EXPECT_EQ(fixture::count_of_text(figure.svg, "r=\"2.1\""), 12U);
  }
}

TEST(DoseResponse, needs_three_doses_of_one_agent) {
  const auto found = [](const AnimalTrial& trial) {
    return dose_series(AnimalView(trial.design, trial.records));
  };
  EXPECT_TRUE(found(make_animals({.doses = {0, 10}})).groups.empty());
  const DoseSeries series = found(make_animals());
  EXPECT_EQ(series.doses, (std::vector<double>{0, 10, 20, 40}));
  EXPECT_EQ(series.day, 84.0);
  AnimalTrial mixed = make_animals({.doses = {0, 10, 20}});
  mixed.design.groups[2].insults.push_back({"x_ray", 0, 1, 1, 0, ""});
  EXPECT_TRUE(found(mixed).groups.empty());
}

TEST(AnimalPage, of_an_empty_study_says_that_there_is_nothing) {
  AnimalTrial empty;
  const std::string page = page_of(empty);
  EXPECT_EQ(read_markup(page).fault, "");
  for (const char* words : {"Animal study without a title", "no groups", "No sections were kept",
                            "nothing to plot", "no analysis"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
}

TEST(AnimalView, reads_names_and_doses) {
  EXPECT_EQ(readout_name("testis_weight"), "Testis weight");
  EXPECT_EQ(readout_name("stage_frequency_VII"), "Stage frequency, VII");
  EXPECT_EQ(insult_words({"busulfan", 0, 10, 2, 14, ""}), "busulfan, dose 10 × 2, every 14 d from day 0");
  EXPECT_EQ(insult_words({"busulfan", 0, 10, 1, 0, ""}, dose_unit(fixture::shipped_parameters(), "busulfan")),
            "busulfan, dose 10 mg/kg on day 0");
  EXPECT_EQ(unit_words("um"), "µm");
  EXPECT_EQ(unit_words("1e6/g/d"), "million/g/d");
  EXPECT_EQ(unit_words("cells"), "cells");
  animal::Group group;
  group.insults = {{"busulfan", 0, 10, 2, 14, ""}, {"x_ray", 0, 3, 1, 0, ""}};
  EXPECT_EQ(total_dose(group, "busulfan"), 20.0);
}

}  // namespace
}  // namespace azoo::report
