// What must hold between the fields of a row, between rows and between tables, beyond what one field can
// tell (table_columns.hpp). Faults name the line of the row that is at fault. Used by tables.cpp only.
#pragma once

#include <string>         // for string
#include <unordered_map>  // for unordered_map
#include <vector>         // for vector

#include "core/table_rows.hpp"  // for LinedTable, FileProblems
#include "trial/design.hpp"     // for Design
#include "trial/records.hpp"    // for the rows

namespace azoo::trial {

// Who is in participants.csv, by replicate and code.
class ParticipantIndex {
 public:
  ParticipantIndex(const LinedTable<ParticipantRow>& table, FileProblems& problems);
  [[nodiscard]] const ParticipantRow* find(int replicate, const std::string& participant) const;
  // The code of that replicate nearest to this one, "" when none is near.
  [[nodiscard]] std::string nearest(int replicate, const std::string& participant) const;

 private:
  std::unordered_map<std::string, const ParticipantRow*> by_key_;
  std::unordered_map<int, std::vector<std::string>> codes_;
};

void check_participants(const LinedTable<ParticipantRow>& table, const Design* design,
                        FileProblems& problems);
// `known` is null when participants.csv itself has faults: who is in it is then not asked.
void check_visits(const LinedTable<VisitRow>& table, const ParticipantIndex* known, const Design* design,
                  FileProblems& problems);
void check_events(const LinedTable<EventRow>& table, const ParticipantIndex* known, FileProblems& problems);
void check_sections(const LinedTable<SectionRow>& table, const ParticipantIndex* known,
                    FileProblems& problems);

}  // namespace azoo::trial
