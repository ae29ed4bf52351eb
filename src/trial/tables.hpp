// The tables of a trial as files: participants.csv, visits.csv, events.csv, sections.csv, analysis.csv.
//
// Written: a header of the field names in the order of the structs in records.hpp, numbers in the shortest
// form that reads back to the same double, NaN as an empty field, one '\n' a row. Read: the same, in any
// order of columns. The reader is strict, because real data come in by the same door: every fault is told
// with file, line, field, what was found and what was expected - unknown or missing columns, numbers out of
// range, unknown analytes and units, a value together with the flag `missing`, the same measurement twice,
// participants that are not in participants.csv or change their arm. Reading what was written and writing it
// again gives the same bytes.
//
// events.csv is required even when nothing happened: a file without rows says that no event was seen, an
// absent file says nothing. sections.csv may be absent. Uses core/csv.hpp.
#pragma once

#include <filesystem>   // for path
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"   // for Problems
#include "trial/design.hpp"   // for Design
#include "trial/records.hpp"  // for the rows

namespace azoo::trial {

[[nodiscard]] std::string to_csv(const std::vector<ParticipantRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<VisitRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<EventRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<SectionRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<AnalysisRow>& rows);

// The content of a file and the name it has in messages.
struct TableText {
  std::string file;
  std::string_view text;
};

struct RecordTexts {
  TableText participants;
  TableText visits;
  TableText events;
  std::optional<TableText> sections;
};

// Rows with faults are kept as far as they could be read: use the result only when no problem was added.
// Faults beyond the first 200 of a file are not listed, which a last problem says. With a design, arms,
// visits and criteria must be those of the design.
[[nodiscard]] TrialRecords parse_records(const RecordTexts& texts, const Design* design, Problems& problems);
[[nodiscard]] std::vector<AnalysisRow> parse_analysis(const TableText& table, Problems& problems);

[[nodiscard]] TrialRecords read_records(const std::filesystem::path& folder, const Design* design,
                                        Problems& problems);
[[nodiscard]] std::vector<AnalysisRow> read_analysis(const std::filesystem::path& file, Problems& problems);
// sections.csv alone, of men or animals; who is in it is not asked.
[[nodiscard]] std::vector<SectionRow> read_sections(const std::filesystem::path& file, Problems& problems);

// Into a folder that exists; sections.csv only when there are sections. Throws Interrupted as write_file.
void write_records(const std::filesystem::path& folder, const TrialRecords& records);
void write_analysis(const std::filesystem::path& file, const std::vector<AnalysisRow>& rows);

// The design's observable of that key, nullptr when there is none.
[[nodiscard]] const Observable* find_observable(std::string_view key);

}  // namespace azoo::trial
