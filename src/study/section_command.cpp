#include "study/section_command.hpp"

#include <algorithm>  // for find_if, find
#include <cctype>     // for toupper
#include <cmath>      // for isfinite
#include <set>        // for set
#include <vector>     // for vector

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/parameters.hpp"
#include "core/problem.hpp"
#include "core/toml_value.hpp"
#include "report/png_writer.hpp"
#include "report/section_picture.hpp"
#include "report/section_site.hpp"
#include "trial/tables.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

constexpr double least_um_per_px = 0.05;
constexpr double most_um_per_px = 4.0;
constexpr std::size_t most_listed = 12;

[[noreturn]] void refuse(const std::string& file, const std::string& field, const std::string& found,
                         const std::string& expected) {
  throw InputError({{{file, 0, 0}, field, found, expected}});
}

// "0, 14, 28 (9 more)"
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < std::min(words.size(), most_listed); ++i) out += (i > 0 ? ", " : "") + words[i];
  if (words.size() > most_listed) out += " (" + std::to_string(words.size() - most_listed) + " more)";
  return out;
}

bool is_png(const fs::path& out) {
  const std::string ending = out.extension().string();
  if (ending == ".png") return true;
  if (ending == ".svg") return false;
  refuse("", "--out", out.string(), "the name of a file that ends in .png or .svg");
}

void check_request(const SectionRequest& request) {
  (void)is_png(request.out);
  std::error_code error;
  if (!fs::is_directory(request.results, error)) {
    refuse(request.results.string(), "RESULTS",
           fs::exists(request.results, error) ? "a file" : "no such folder", "a results folder of azoo run");
  }
  if (!std::isfinite(request.um_per_px) || request.um_per_px < least_um_per_px ||
      request.um_per_px > most_um_per_px) {
    refuse("", "--um-per-px", to_text(request.um_per_px),
           "a number from " + to_text(least_um_per_px) + " to " + to_text(most_um_per_px));
  }
  const fs::path folder = request.out.has_parent_path() ? request.out.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error))
    refuse("", "--out", request.out.string(), "a file in a folder that exists");
}

// Man or animal: how the records call him, his group, his species.
struct Subject {
  std::string word;
  std::string group;
  std::string species;
};

Subject subject_of(const fs::path& results, const std::string& participant, Problems& problems) {
  std::error_code error;
  const bool animals = fs::exists(results / "animals.csv", error);
  const CsvTable table = read_csv(results / (animals ? "animals.csv" : "participants.csv"), problems);
  Subject subject{animals ? "animal" : "participant", "", animals ? "" : "human"};
  const auto name = table.column(animals ? "animal" : "participant");
  const auto group = table.column(animals ? "group" : "arm");
  const auto species = table.column("species");
  for (const auto& row : table.rows) {
    if (!name || row[*name] != participant) continue;
    if (group) subject.group = row[*group];
    if (animals && species) subject.species = row[*species];
    return subject;
  }
  problems.add({table.file, 0, 0}, subject.word, participant, "a row for everyone in sections.csv");
  return subject;
}

std::uint64_t seed_of(const TomlValue& study) {
  const TomlMap* root = study.map();
  const TomlValue* seed = root == nullptr ? nullptr : root->find("seed");
  if (seed != nullptr && seed->map() != nullptr) seed = seed->map()->find("value");
  const auto* number = seed == nullptr ? nullptr : std::get_if<std::int64_t>(&seed->data);
  return number == nullptr ? 0 : static_cast<std::uint64_t>(*number);
}

// Who is asked for, checked against those whose sections there are.
std::string choose(const SectionRequest& request, const std::vector<trial::SectionRow>& rows,
                   const std::string& file) {
  std::vector<std::string> known;
  for (const trial::SectionRow& row : rows) {
    if (row.replicate != request.replicate) continue;
    if (std::find(known.begin(), known.end(), row.participant) == known.end())
      known.push_back(row.participant);
  }
  if (known.empty()) {
    refuse(file, "--replicate", std::to_string(request.replicate), "a replicate whose sections were kept");
  }
  if (request.participant.empty()) {
    for (const std::string& who : known) {
      const std::vector<double> days = report::section_days(rows, request.replicate, who);
      if (std::find(days.begin(), days.end(), request.day) != days.end()) return who;
    }
    std::set<double> days;
    for (const trial::SectionRow& row : rows) days.insert(row.day);
    std::vector<std::string> words;
    for (const double day : days) words.push_back(to_text(day));
    refuse(file, "--day", to_text(request.day), "a day with sections: " + listed(words));
  }
  if (std::find(known.begin(), known.end(), request.participant) == known.end()) {
    refuse(file, "--animal or --participant", request.participant,
           "one whose sections were kept: " + listed(known));
  }
  return request.participant;
}

std::size_t number_of_tubule(const std::vector<report::CrossSection>& sections, int tubule,
                             const std::string& file) {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [&](const auto& section) { return section.tubule == tubule; });
  if (found == sections.end()) {
    refuse(file, "--tubule", std::to_string(tubule),
           "a number from " + std::to_string(sections.front().tubule) + " to " +
               std::to_string(sections.back().tubule));
  }
  return static_cast<std::size_t>(found - sections.begin());
}

report::HistologyStyle style_of(const TomlValue& study, const std::string& species, bool animals,
                                Problems& problems) {
  ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  const ParameterSet shipped = parameters;
  const TomlMap* root = study.map();
  const TomlValue* changed = root == nullptr ? nullptr : root->find("parameters");
  if (changed != nullptr) parameters.override_from(*changed, problems);
  problems.throw_if_any();
  auto style = report::histology_style(parameters, species);
  if (!style) {
    refuse("", "species", species, "a species of data/species with a picture in data/pictures");
  }
  if (animals) style->width = std::make_shared<report::TubuleWidth>(parameters, shipped, species);
  return *style;
}

std::string in_words(const Subject& subject, const std::string& who, double day) {
  std::string species = subject.species == "human" ? "man" : subject.species;
  std::replace(species.begin(), species.end(), '_', ' ');
  if (!species.empty()) species[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(species[0])));
  return species + ", " + subject.word + " " + who +
         (subject.group.empty() ? "" : (subject.word == "animal" ? ", group " : ", arm ") + subject.group) +
         ", day " + to_text(day);
}

}  // namespace

double um_per_px_of(double magnification) {
  return 100.0 / magnification;
}

SectionResult write_section(const SectionRequest& request) {
  check_request(request);
  Problems problems;
  const std::string file = (request.results / "sections.csv").string();
  std::error_code error;
  if (!fs::exists(file, error)) {
    refuse(file, "", "no such file", "a results folder whose study keeps sections");
  }
  const std::vector<trial::SectionRow> rows = trial::read_sections(file, problems);
  const TomlValue study = read_toml(request.results / "study.toml", problems);
  problems.throw_if_any();
  const std::string who = choose(request, rows, file);
  const Subject subject = subject_of(request.results, who, problems);
  problems.throw_if_any();
  const auto sections = report::cross_sections(rows, request.replicate, who, request.day);
  if (sections.empty()) {
    std::vector<std::string> days;
    for (const double day : report::section_days(rows, request.replicate, who)) days.push_back(to_text(day));
    refuse(file, "--day", to_text(request.day),
           "a day on which sections of " + who + " were kept: " + listed(days));
  }
  const std::size_t shown = number_of_tubule(sections, request.tubule, file);
  const report::HistologyStyle style = style_of(study, subject.species, subject.word == "animal", problems);
  const report::SectionPictureInput input{
      sections,
      shown,
      style,
      report::picture_address(seed_of(study), static_cast<std::uint64_t>(request.replicate), who,
                              request.day),
      request.um_per_px,
      in_words(subject, who, request.day),
      request.name_stage,
      request.neighbours};
  const report::SectionPicture picture = report::draw_section_picture(input);
  write_file(request.out, is_png(request.out)
                              ? report::png_from_svg(picture.svg, picture.width_px, picture.height_px)
                              : picture.svg);
  return {input.who + ", tubule " + std::to_string(request.tubule), picture.width_px, picture.height_px};
}

}  // namespace azoo::study
