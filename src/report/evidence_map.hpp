// The evidence map: which source of cells was tried on which damage, how often, in which species, by which
// route and dose, with which result; empty cells show what nobody tried. Experiments are counted by published
// work, so that one study told by several papers counts once.
#pragma once

#include <cstddef>  // for size_t
#include <set>      // for set
#include <string>   // for string
#include <vector>   // for vector

#include "evidence/record.hpp"  // for Record

namespace azoo::report {

// One row of the table of experiments.
struct MapEntry {
  std::string id;
  std::vector<std::string> works;
  std::string paper;
  std::string citation;
  std::string species;
  std::string setting;
  std::string organ;
  std::vector<std::string> forms;
  std::string direction;
  std::string route;
  std::string dose;  // "1e6 cells a testis"; empty when the paper tells none
};

struct MapLine {
  std::string key;
  std::string label;
  std::string group;  // of rows: "Testis and sperm", "Other organs"
};

struct EvidenceMap {
  std::vector<MapLine> rows;     // damages
  std::vector<MapLine> columns;  // sources of cells
  std::vector<MapEntry> entries;
  std::vector<std::vector<std::vector<std::size_t>>> cells;  // [row][column]: entries
  std::size_t experiments = 0;                               // rows of the table
  std::size_t works = 0;                                     // published works behind them
  std::size_t empty_cells = 0;
};

[[nodiscard]] EvidenceMap evidence_map(const evidence::Record& record);

// Published works of some entries, each once.
[[nodiscard]] std::set<std::string> works_of(const EvidenceMap& map, const std::vector<std::size_t>& entries);

// A glyph and words for improved, worsened, no_change, mixed, not_stated.
[[nodiscard]] std::string direction_glyph(const std::string& direction);

// One self-contained page: the matrix with filters, and tabs for inducers, trials, micro-RNAs, conflicts,
// pooling. Reads without script too.
[[nodiscard]] std::string evidence_map_html(const evidence::Record& record, const EvidenceMap& map,
                                            const std::string& version);
[[nodiscard]] std::string evidence_map_svg(const EvidenceMap& map);

}  // namespace azoo::report
