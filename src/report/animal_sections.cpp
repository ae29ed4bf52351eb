#include "report/animal_sections.hpp"

#include <algorithm>   // for any_of
#include <cmath>       // for isfinite
#include <filesystem>  // for path
#include <set>         // for set

#include "report/number_style.hpp"
#include "report/report_sections.hpp"
#include "report/trial_view.hpp"

namespace azoo::report {

namespace {

std::string days_words(const std::vector<double>& days) {
  std::string out;
  for (const double day : days) out += (out.empty() ? "" : ", ") + exact(day);
  return out.empty() ? "none" : out;
}

std::string treatment_words(const GroupView& group, const ParameterSet& parameters) {
  if (group.group == nullptr) return "not in the study file";
  std::string out;
  for (const animal::InsultPlan& insult : group.group->insults) {
    out += (out.empty() ? "" : "; ") + insult_words(insult, dose_unit(parameters, insult.agent));
  }
  return out.empty() ? "none" : out;
}

// Notes of the group's animals, each once.
std::string note_words(const GroupView& group) {
  std::set<std::string> told;
  std::string out;
  for (const animal::AnimalRow* row : group.animals) {
    if (row->note.empty() || !told.insert(row->note).second) continue;
    out += (out.empty() ? "" : "; ") + row->note;
  }
  return out;
}

std::string ratio_words(const animal::SummaryRow& row) {
  if (!std::isfinite(row.ratio)) return "–";
  if (!std::isfinite(row.ratio_low)) return number(row.ratio, 2);
  return number(row.ratio, 2) + " (" + interval(row.ratio_low, row.ratio_high, 2) + ")";
}

}  // namespace

Markup animal_banner() {
  return element("div",
                 paragraph("Simulated – not for patient care. Every animal, measurement and section on this "
                           "page comes from a computer model; no animal was used."),
                 " class=\"banner\" role=\"note\"") +
         Markup{"\n"};
}

std::vector<std::string> animal_summary(const AnimalReportInput& input, const AnimalView& view) {
  std::vector<std::string> lines;
  int extrapolated = 0;
  for (const animal::AnimalRow& row : input.records.animals) {
    extrapolated += row.note.find("extrapolated") != std::string::npos ? 1 : 0;
  }
  lines.push_back("Animals: " + std::to_string(input.records.animals.size()) + " (" +
                  spaced(input.design.species) + ") in " +
                  plural(static_cast<std::int64_t>(view.groups().size()), "group", "groups") + ".");
  std::vector<std::string> treated;
  for (const GroupView& group : view.groups()) {
    if (group.group != nullptr && !group.group->insults.empty()) {
      treated.push_back(group.label + ": " + treatment_words(group, input.parameters));
    }
  }
  std::string words;
  for (const std::string& each : treated) words += (words.empty() ? "" : "; ") + each;
  lines.push_back("Treatment: " + (words.empty() ? "none in any group" : words) + ".");
  lines.push_back("Days of sacrifice: " + days_words(view.days()) + ".");
  lines.push_back(
      "Compared with: " + (input.design.control.empty() ? "no group" : spaced(input.design.control)) + ".");
  lines.push_back(extrapolated == 0
                      ? "Doses: all within the data they rest on."
                      : "Doses: " + plural(extrapolated, "animal", "animals") +
                            " got a dose outside the data; the results there are extrapolated.");
  return lines;
}

Markup groups_table(const AnimalReportInput& input, const AnimalView& view) {
  if (view.groups().empty()) return paragraph("The study has no groups.");
  HtmlTable table("What was done to whom", {"Group", "Animals", "Killed on days", "Treatment", "Remark"});
  for (const GroupView& group : view.groups()) {
    const std::string remark = note_words(group);
    table.row(std::vector<std::string>{group.label, std::to_string(group.animals.size()),
                                       days_words(group.days), treatment_words(group, input.parameters),
                                       remark.empty() ? "–" : remark});
  }
  return table.finish();
}

namespace {

std::vector<std::string> readouts_of(const std::vector<animal::SummaryRow>& rows) {
  std::vector<std::string> out;
  for (const animal::SummaryRow& row : rows)
    if (std::find(out.begin(), out.end(), row.readout) == out.end()) out.push_back(row.readout);
  return out;
}

std::string mean_words(double value, std::string_view unit) {
  return unit == "cells" ? cells(value) : number(value);
}

}  // namespace

Markup means_table(const AnimalReportInput& input) {
  if (input.analysis.empty()) return paragraph("There is no analysis of the groups.");
  HtmlTable table("Means of the groups; the ratio is to the control group's mean, with its interval",
                  {"Group", "Day", "n", "Mean", "SD", "Ratio to control", "P", "Remark"});
  std::string without;
  for (const std::string& readout : readouts_of(input.analysis)) {
    std::vector<const animal::SummaryRow*> rows;
    for (const animal::SummaryRow& row : input.analysis)
      if (row.readout == readout) rows.push_back(&row);
    if (std::all_of(rows.begin(), rows.end(), [](const auto* row) { return row->n == 0; })) {
      without += (without.empty() ? "" : ", ") + readout_name(readout);
      continue;
    }
    const std::string unit = unit_words(rows.front()->unit);
    table.group(readout_name(readout) + (unit.empty() || unit == "1" ? "" : ", " + unit));
    for (const animal::SummaryRow* row : rows) {
      // Without "P " and its equals sign, which the heading says.
      const std::string p =
          std::isfinite(row->p) ? p_value(row->p).substr(std::string_view("P\u00a0").size()) : "–";
      const std::string_view equals = "=\u00a0";
      table.row(std::vector<std::string>{
          spaced(row->group), exact(row->day), std::to_string(row->n), mean_words(row->mean, row->unit),
          mean_words(row->sd, row->unit), ratio_words(*row),
          p.starts_with(equals) ? p.substr(equals.size()) : p, row->note.empty() ? "–" : row->note});
    }
  }
  std::set<std::string> tests;
  for (const animal::SummaryRow& row : input.analysis) {
    if (!row.test.empty()) tests.insert(spaced(row.test));
  }
  std::string methods;
  for (const std::string& test : tests) methods += (methods.empty() ? "" : ", ") + test;
  return table.finish("long") +
         note((methods.empty() ? std::string("No test was possible.") : "Test: " + methods + ".") +
              " P values are not adjusted for the number of read-outs and days." +
              (without.empty() ? "" : " Without a value in any group: " + without + "."));
}

Markup arrive_table(const AnimalReportInput& input, const AnimalView& view) {
  const animal::Design& design = input.design;
  HtmlTable table("Items that ARRIVE 2.0 asks of a report on animals, answered for a simulated one",
                  {"Item", "Answer"});
  const auto row = [&](const char* item, const std::string& answer) {
    table.row(std::vector<std::string>{item, answer});
  };
  std::string sizes;
  for (const GroupView& group : view.groups()) {
    sizes += (sizes.empty() ? "" : "; ") + group.label + " " + std::to_string(group.animals.size());
  }
  row("Study design",
      plural(static_cast<std::int64_t>(view.groups().size()), "group", "groups") +
          (design.control.empty() ? ", none named as control" : ", control: " + spaced(design.control)) +
          "; the experimental unit is the animal.");
  row("Sample size", (sizes.empty() ? "No animals" : sizes) +
                         ". Set by the study file; the program made no calculation of it.");
  row("Inclusion and exclusion", "Every simulated animal is in the tables; none was excluded.");
  row("Randomisation",
      "Not needed: every animal is drawn anew from the same model with random numbers of its "
      "own, so that groups differ by treatment and chance alone.");
  row("Blinding",
      "Not applicable: read-outs are computed, and counting errors are drawn without regard to "
      "the group.");
  row("Outcome measures",
      std::to_string(design.histology.cross_sections) + " cross-sections a testis, counting error (CV) " +
          exact(design.histology.counting_error_cv) + ", correction of counts: " +
          (design.histology.correction.empty() ? "none" : design.histology.correction) + ".");
  row("Statistical methods",
      "Mean, SD and ratio to control by group and day; the test is named below the "
      "table of means. No adjustment for many tests.");
  row("Experimental animals", spaced(design.species) + ", adult, simulated; species data in data/species.");
  row("Experimental procedures",
      std::string("Treatment as in the table of groups; testes simulated ") +
          (design.testis.whole ? "whole"
                               : "by a sample of " + std::to_string(design.testis.sample) + " sites") +
          ", step " + exact(design.testis.step_d) + " d.");
  row("Results", "Every animal's values are in readouts.csv; figures show each of them.");
  row("Ethics", "No animal was used.");
  return table.finish();
}

Markup animal_histology_section(const AnimalReportInput& input, const std::vector<Figure>& figures) {
  if (input.records.sections.empty()) {
    return paragraph("No sections were kept in this study, so there is no histology to draw.");
  }
  return paragraph(
             "Drawn in the colours of haematoxylin and eosin from the recorded cells of one animal a "
             "group, on the last day whose sections were kept. A section shows the share of the nuclei "
             "that its thickness lets expect. Positions within a place, the bend of the tubules and "
             "everything between them (Leydig cells, vessels, fibres) are decoration and no result.") +
         figures_with_prefix(
             figures, "histology-",
             "Sections were kept, but they could not be drawn: no animal of a group has any, or "
             "the sizes in data/pictures are not loaded.",
             true) +
         figures_with_prefix(figures, "closeup-", "", true);
}

Markup animal_repeat_section(const AnimalReportInput& input) {
  const auto entry = [](std::string_view term, const Markup& value) {
    return element("dt", text(term)) + element("dd", value) + Markup{"\n"};
  };
  const auto code = [](const std::string& plain) { return element("code", text(plain)); };
  Markup list;
  list += entry("Program", text("Azoo " + input.version));
  list += entry("Study", text(input.design.name.empty() ? "unnamed" : input.design.name));
  list += entry("SHA-256 of the study", code(input.study_sha256.empty() ? "not given" : input.study_sha256));
  list += entry("Seed", code(std::to_string(input.seed)));
  return element("dl", list) + paragraph("The same version, study and seed give the same bytes:") +
         element("pre", code("azoo run " + input.study_file + " --seed " + std::to_string(input.seed))) +
         Markup{"\n"};
}

Markup animal_reading_section(const AnimalReportInput& input) {
  std::vector<Markup> points;
  const auto add = [&](std::string_view plain) { points.push_back(text(plain)); };
  add("A simulation answers for its assumptions. Numbers marked assumed carry no measurement; change them in "
      "the study file and run again to see what hangs on them.");
  add("Bars are standard deviations between animals, not errors of the mean. P says how odd the data would "
      "be "
      "without any effect; with simulated animals it can be made as small as one likes by taking more of "
      "them.");
  add("Read-outs of the kind \"tissue\" are known to the simulation only; the others carry the sampling and "
      "counting errors of a laboratory.");
  if (std::any_of(input.records.animals.begin(), input.records.animals.end(),
                  [](const animal::AnimalRow& row) { return !row.note.empty(); })) {
    add("Remarks in the table of groups say where a dose lies outside the data or numbers were borrowed from "
        "another species.");
  }
  add("A result of this page supports the planning of a study. It is no evidence that a treatment is safe or "
      "works.");
  return bullet_list(points);
}

bool concerns_animals(const Parameter& parameter, const animal::Design& design) {
  const std::filesystem::path file = parameter.place.file;
  const std::string folder = file.parent_path().filename().string();
  const std::string stem = file.stem().string();
  const auto uses = [&](const animal::InsultPlan& insult) {
    std::string agent = insult.agent;
    std::replace(agent.begin(), agent.end(), '_', '-');
    return agent == stem || insult.agent == stem;
  };
  if (folder == "species") return stem == design.species;
  if (folder == "pictures") return stem == (design.species == "human" ? "picture-primate" : "picture-rodent");
  if (folder == "insults") {
    return std::any_of(design.groups.begin(), design.groups.end(), [&](const animal::Group& group) {
      return std::any_of(group.insults.begin(), group.insults.end(), uses);
    });
  }
  return folder == "animals" || stem.substr(0, 6) == "animal";
}

}  // namespace azoo::report
