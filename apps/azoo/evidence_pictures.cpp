#include <cstdio>

#include "azoo/evidence_actions.hpp"
#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"
#include "evidence/pooling.hpp"
#include "evidence/query.hpp"
#include "evidence/sheet_text.hpp"
#include "report/evidence_map.hpp"
#include "report/forest_figure.hpp"

namespace azoo::app {

namespace {

// Outcomes whose name holds the text asked for.
std::vector<evidence::PooledOutcome> wanted_outcomes(const evidence::Record& record,
                                                     const std::string& part) {
  std::vector<evidence::PooledOutcome> all = evidence::pool_outcomes(record);
  std::vector<std::string> names;
  for (const auto& outcome : all) names.push_back(outcome.outcome);
  std::erase_if(all, [&part](const auto& outcome) {
    return evidence::fold(outcome.outcome).find(evidence::fold(part)) == std::string::npos;
  });
  if (all.empty())
    throw InputError(
        {{{"", 0, 0}, "OUTCOME", part, "an outcome with numbers: " + evidence::known_names(part, names)}});
  return all;
}

}  // namespace

int evidence_map_action(const evidence::Record& record, const EvidenceArguments& a) {
  const std::string ending = need_ending(a.input, {".html", ".svg"});
  const report::EvidenceMap map = report::evidence_map(record);
  write_file(a.input, ending == ".html" ? report::evidence_map_html(record, map, version())
                                        : report::evidence_map_svg(map));
  std::printf("%s: %zu experiments of %zu works in %zu by %zu cells, %zu of them empty\n", a.input.c_str(),
              map.experiments, map.works, map.rows.size(), map.columns.size(), map.empty_cells);
  return 0;
}

int evidence_pool_action(const evidence::Record& record, const EvidenceArguments& a) {
  const auto outcomes = wanted_outcomes(record, a.input);
  if (!a.figure.empty()) {
    (void)need_ending(a.figure, {".svg"});
    if (outcomes.size() != 1)
      throw InputError({{{"", 0, 0},
                         "--figure",
                         std::to_string(outcomes.size()) + " outcomes",
                         "one outcome, named before --figure"}});
    write_file(a.figure, report::forest_svg(outcomes.front()));
  }
  const evidence::Sheet sheet = evidence::pooling_sheet(outcomes);
  const std::string text = a.format == "csv"    ? evidence::to_csv(sheet)
                           : a.format == "json" ? evidence::to_json(sheet)
                                                : evidence::to_table(sheet, false);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

}  // namespace azoo::app
