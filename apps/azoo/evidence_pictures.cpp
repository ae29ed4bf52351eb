#include <algorithm>
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

// The outcome of that name, else those whose name holds the text asked for.
std::vector<evidence::PooledOutcome> wanted_outcomes(const evidence::Record& record,
                                                     const std::string& part) {
  std::vector<evidence::PooledOutcome> all = evidence::pool_outcomes(record);
  std::vector<std::string> names;
  for (const auto& outcome : all) names.push_back(outcome.outcome);
  const bool exact = std::find(names.begin(), names.end(), part) != names.end();
  if (exact) std::erase_if(all, [&part](const auto& outcome) { return outcome.outcome != part; });
  std::erase_if(all, [&part](const auto& outcome) {
    return evidence::fold(outcome.outcome).find(evidence::fold(part)) == std::string::npos;
  });
  if (all.empty())
    throw InputError(
        {{{"", 0, 0}, "OUTCOME", part, "an outcome with numbers: " + evidence::known_names(part, names)}});
  return all;
}

// One outcome for the figure: the only one, or the only one that can be pooled.
const evidence::PooledOutcome& one_of(const std::vector<evidence::PooledOutcome>& outcomes) {
  const auto poolable =
      std::count_if(outcomes.begin(), outcomes.end(), [](const auto& each) { return each.poolable(); });
  if (outcomes.size() == 1) return outcomes.front();
  if (poolable != 1)
    throw InputError({{{"", 0, 0},
                       "--figure",
                       std::to_string(outcomes.size()) + " outcomes",
                       "one outcome, named before --figure"}});
  return *std::find_if(outcomes.begin(), outcomes.end(), [](const auto& each) { return each.poolable(); });
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
    write_file(a.figure, report::forest_svg(one_of(outcomes)));
  }
  const evidence::Sheet sheet = evidence::pooling_sheet(outcomes);
  const std::string text = a.format == "csv"    ? evidence::to_csv(sheet)
                           : a.format == "json" ? evidence::to_json(sheet)
                                                : evidence::to_table(sheet, false);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

}  // namespace azoo::app
