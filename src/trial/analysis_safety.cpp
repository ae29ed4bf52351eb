// Safety, the primary question of a phase I trial: how many men had what, and how often it may happen.
#include <fmt/format.h>

#include <algorithm>  // for any_of, max
#include <cstdint>    // for int64_t
#include <functional>
#include <set>

#include "core/number_text.hpp"
#include "statistics/proportion.hpp"
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

using statistics::add_note;
using statistics::TestResult;

namespace {

using ManHas = std::function<bool(const Man&)>;

constexpr const char* all_treated = "all_treated";

std::int64_t count(const std::vector<Man>& men, const ManHas& has) {
  return std::count_if(men.begin(), men.end(), has);
}

bool any_event(const Man& man, const std::function<bool(const EventRow&)>& is) {
  return std::any_of(man.adverse_events.begin(), man.adverse_events.end(),
                     [&](const EventRow* event) { return is(*event); });
}

int worst_grade(const Man& man, const std::string& term) {
  int worst = 0;
  for (const EventRow* event : man.adverse_events) {
    if (event->term == term) worst = std::max(worst, event->grade);
  }
  return worst;
}

std::string percent_text(double percent) {
  return to_text(percent, 3) + " %";
}

// Two rows when nothing happened: the upper limit then has two readings, and both are printed in papers.
void add_share(const ReplicateData& data, const std::string& endpoint, std::size_t arm, const ManHas& has,
               const std::string& extra, std::vector<AnalysisRow>& rows) {
  const std::vector<Man>& men = data.men[arm];
  const auto n = static_cast<std::int64_t>(men.size());
  const std::int64_t cases = count(men, has);
  const double level = level_of(data.design);
  const RowKey key{"safety", endpoint, all_treated, data.design.arms[arm].name};
  std::string note = fmt::format("{} of {} men", cases, n);
  if (!extra.empty()) add_note(note, extra);
  const TestResult two_sided = in_percent(statistics::clopper_pearson(cases, n, level));
  const bool none = cases == 0 && n > 0;
  std::string two_sided_note = note;
  if (none) {
    add_note(two_sided_note,
             fmt::format("upper limit of the two-sided interval: a one-sided limit of level {}",
                         percent_text(100.0 * (1.0 + level) / 2.0)));
  }
  rows.push_back(row_of(data, key, two_sided, "%", two_sided_note));
  if (!none) return;
  TestResult one_sided =
      in_percent(statistics::clopper_pearson(cases, n, level, statistics::Alternative::less));
  one_sided.method += ", one-sided upper limit";
  if (data.design.analysis.alpha == 0.05 && n >= 30) {  // an approximation for large n
    add_note(note, fmt::format("rule of three, 3/{}: {}", n, percent_text(300.0 / static_cast<double>(n))));
  }
  rows.push_back(row_of(data, key, one_sided, "%", note));
}

// Terms and grades that occur in any arm, so that every arm has the same rows.
std::map<std::string, std::set<int>> terms_and_grades(const ReplicateData& data) {
  std::map<std::string, std::set<int>> found;
  for (const std::vector<Man>& men : data.men) {
    for (const Man& man : men) {
      for (const EventRow* event : man.adverse_events) {
        found[event->term].insert(worst_grade(man, event->term));
      }
    }
  }
  return found;
}

std::string event_count(const std::vector<Man>& men, const std::string& term) {
  std::size_t events = 0;
  for (const Man& man : men) {
    events += static_cast<std::size_t>(
        std::count_if(man.adverse_events.begin(), man.adverse_events.end(),
                      [&](const EventRow* event) { return term.empty() || event->term == term; }));
  }
  return fmt::format("{} event(s)", events);
}

void add_grade(const ReplicateData& data, const std::string& term, int grade, std::size_t arm,
               std::vector<AnalysisRow>& rows) {
  const std::vector<Man>& men = data.men[arm];
  AnalysisRow row = empty_row(data, {"safety", fmt::format("adverse event: {}, grade {}", term, grade),
                                     all_treated, data.design.arms[arm].name});
  row.method = "men by their worst grade of the term";
  row.unit = "men";
  row.n1 = static_cast<int>(men.size());
  row.estimate =
      static_cast<double>(count(men, [&](const Man& man) { return worst_grade(man, term) == grade; }));
  rows.push_back(std::move(row));
}

}  // namespace

void add_safety(const ReplicateData& data, std::vector<AnalysisRow>& rows) {
  const std::size_t arms = data.design.arms.size();
  const auto for_arms = [&](const std::string& endpoint, const ManHas& has, bool with_count) {
    for (std::size_t a = 0; a < arms; ++a) {
      add_share(data, endpoint, a, has, with_count ? event_count(data.men[a], "") : "", rows);
    }
  };
  for_arms(
      "any adverse event", [](const Man& man) { return !man.adverse_events.empty(); }, true);
  for_arms(
      "any adverse event of grade 3 or more",
      [](const Man& man) { return any_event(man, [](const EventRow& e) { return e.grade >= 3; }); }, false);
  for_arms(
      "any serious adverse event",
      [](const Man& man) { return any_event(man, [](const EventRow& e) { return e.serious == "yes"; }); },
      false);
  for_arms(
      "withdrawal", [](const Man& man) { return man.row->status == "withdrawn"; }, false);
  for (const auto& [term, grades] : terms_and_grades(data)) {
    const auto has = [&term = term](const Man& man) {
      return any_event(man, [&](const EventRow& event) { return event.term == term; });
    };
    for (std::size_t a = 0; a < arms; ++a) {
      add_share(data, "adverse event: " + term, a, has, event_count(data.men[a], term), rows);
    }
    for (const int grade : grades) {
      for (std::size_t a = 0; a < arms; ++a) add_grade(data, term, grade, a, rows);
    }
  }
}

}  // namespace azoo::trial
