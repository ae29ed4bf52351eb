#include "trial/tables.hpp"

#include "core/files.hpp"
#include "core/table_rows.hpp"
#include "trial/table_checks.hpp"
#include "trial/table_columns.hpp"

namespace azoo::trial {

std::string to_csv(const std::vector<ParticipantRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<VisitRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<EventRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<SectionRow>& rows) {
  return table_to_csv(rows);
}
std::string to_csv(const std::vector<AnalysisRow>& rows) {
  return table_to_csv(rows);
}

TrialRecords parse_records(const RecordTexts& texts, const Design* design, Problems& problems) {
  FileProblems in_participants(texts.participants.file, problems);
  auto participants = table_from_csv<ParticipantRow>(texts.participants.text, in_participants);
  const ParticipantIndex index(participants, in_participants);
  check_participants(participants, design, in_participants);
  const ParticipantIndex* known = in_participants.any() ? nullptr : &index;

  FileProblems in_visits(texts.visits.file, problems);
  auto visits = table_from_csv<VisitRow>(texts.visits.text, in_visits);
  check_visits(visits, known, design, in_visits);

  FileProblems in_events(texts.events.file, problems);
  auto events = table_from_csv<EventRow>(texts.events.text, in_events);
  check_events(events, known, in_events);

  LinedTable<SectionRow> sections;
  if (texts.sections) {
    FileProblems in_sections(texts.sections->file, problems);
    sections = table_from_csv<SectionRow>(texts.sections->text, in_sections);
    check_sections(sections, known, in_sections);
  }
  return {std::move(participants.rows), std::move(visits.rows), std::move(events.rows),
          std::move(sections.rows)};
}

std::vector<AnalysisRow> parse_analysis(const TableText& table, Problems& problems) {
  FileProblems in_file(table.file, problems);
  return table_from_csv<AnalysisRow>(table.text, in_file).rows;
}

TrialRecords read_records(const std::filesystem::path& folder, const Design* design, Problems& problems) {
  const auto name = [&](const char* file) { return (folder / file).string(); };
  const auto participants = read_file(name("participants.csv"), problems);
  const auto visits = read_file(name("visits.csv"), problems);
  const auto events = read_file(name("events.csv"), problems);
  std::optional<std::string> sections;
  const bool has_sections = std::filesystem::exists(name("sections.csv"));
  if (has_sections) sections = read_file(name("sections.csv"), problems);
  if (!participants || !visits || !events || (has_sections && !sections)) return {};
  RecordTexts texts{{name("participants.csv"), *participants},
                    {name("visits.csv"), *visits},
                    {name("events.csv"), *events},
                    std::nullopt};
  if (sections) texts.sections = TableText{name("sections.csv"), *sections};
  return parse_records(texts, design, problems);
}

std::vector<AnalysisRow> read_analysis(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_file(file, problems);
  if (!text) return {};
  return parse_analysis({file.string(), *text}, problems);
}

std::vector<SectionRow> read_sections(const std::filesystem::path& file, Problems& problems) {
  const std::optional<std::string> text = read_file(file, problems);
  if (!text) return {};
  FileProblems found(file.string(), problems);
  LinedTable<SectionRow> table = table_from_csv<SectionRow>(*text, found);
  check_sections(table, nullptr, found);
  return std::move(table.rows);
}

void write_records(const std::filesystem::path& folder, const TrialRecords& records) {
  write_file(folder / "participants.csv", to_csv(records.participants));
  write_file(folder / "visits.csv", to_csv(records.visits));
  write_file(folder / "events.csv", to_csv(records.events));
  if (!records.sections.empty()) write_file(folder / "sections.csv", to_csv(records.sections));
}

void write_analysis(const std::filesystem::path& file, const std::vector<AnalysisRow>& rows) {
  write_file(file, to_csv(rows));
}

const Observable* find_observable(std::string_view key) {
  for (const Observable& observable : observables()) {
    if (observable.key == key) return &observable;
  }
  return nullptr;
}

}  // namespace azoo::trial
