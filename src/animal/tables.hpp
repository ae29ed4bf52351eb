// The tables of an animal study as files: animals.csv, readouts.csv, sections.csv, analysis.csv. Written and
// read as those of a trial: see core/table_rows.hpp.
#pragma once

#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "animal/records.hpp"  // for the rows
#include "core/problem.hpp"    // for Problems

namespace azoo::animal {

[[nodiscard]] std::string to_csv(const std::vector<AnimalRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<ReadoutRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<SectionRow>& rows);
[[nodiscard]] std::string to_csv(const std::vector<SummaryRow>& rows);

struct RecordTexts {
  std::string_view animals;
  std::string_view readouts;
  std::string_view sections;  // empty: none
};

// `origin` names the tables in messages: "journal", or a folder.
[[nodiscard]] AnimalRecords parse_records(const RecordTexts& texts, const std::filesystem::path& origin,
                                          Problems& problems);

// Of a results folder; sections.csv may be absent.
[[nodiscard]] AnimalRecords read_records(const std::filesystem::path& folder, Problems& problems);
[[nodiscard]] std::vector<SummaryRow> read_summary(const std::filesystem::path& file, Problems& problems);

}  // namespace azoo::animal
