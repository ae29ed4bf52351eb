#include "report/dose_response.hpp"

#include <algorithm>  // for find, set_intersection
#include <cmath>      // for ceil
#include <iterator>   // for back_inserter
#include <set>        // for set

#include "report/html_text.hpp"
#include "report/number_style.hpp"
#include "report/trial_view.hpp"
#include "report/value_panel.hpp"

namespace azoo::report {

namespace {

constexpr double page_width = 760.0;
constexpr double panel_height = 230.0;
constexpr std::size_t panels_across = 2;

// True when the group got nothing but that agent.
bool only_agent(const animal::Group& group, const std::string& agent) {
  return std::all_of(group.insults.begin(), group.insults.end(),
                     [&](const animal::InsultPlan& insult) { return insult.agent == agent; });
}

std::vector<ValueSeries> points_of(const AnimalView& view, const DoseSeries& found,
                                   const std::string& readout) {
  ValueSeries series{spaced(found.agent), 0, {}};
  for (std::size_t i = 0; i < found.groups.size(); ++i) {
    series.points.push_back(
        {found.doses[i], view.values(view.groups()[found.groups[i]].name, found.day, readout)});
  }
  std::sort(series.points.begin(), series.points.end(),
            [](const ValuePoint& a, const ValuePoint& b) { return a.x < b.x; });
  return {series};
}

}  // namespace

DoseSeries dose_series(const AnimalView& view) {
  std::vector<std::string> agents;
  for (const GroupView& group : view.groups()) {
    if (group.group == nullptr) continue;
    for (const animal::InsultPlan& insult : group.group->insults) {
      if (std::find(agents.begin(), agents.end(), insult.agent) == agents.end())
        agents.push_back(insult.agent);
    }
  }
  DoseSeries best;
  std::size_t most = 2;
  for (const std::string& agent : agents) {
    DoseSeries found;
    found.agent = agent;
    std::set<double> doses;
    std::vector<double> shared = view.days();
    for (std::size_t g = 0; g < view.groups().size(); ++g) {
      const GroupView& group = view.groups()[g];
      if (group.group == nullptr || group.days.empty() || !only_agent(*group.group, agent)) continue;
      std::vector<double> both;
      std::set_intersection(shared.begin(), shared.end(), group.days.begin(), group.days.end(),
                            std::back_inserter(both));
      if (both.empty()) continue;
      shared = both;
      found.groups.push_back(g);
      found.doses.push_back(total_dose(*group.group, agent));
      doses.insert(found.doses.back());
    }
    if (doses.size() <= most) continue;
    most = doses.size();
    found.day = shared.back();
    best = found;
  }
  return best;
}

std::string draw_dose_response(const AnimalView& view, const ParameterSet& parameters) {
  const DoseSeries found = dose_series(view);
  if (found.groups.empty()) return {};
  std::vector<std::string> readouts;
  for (const std::string& readout : view.single_readouts()) {
    const std::vector<ValueSeries> points = points_of(view, found, readout);
    if (has_values(points) && !all_zero(points)) readouts.push_back(readout);
  }
  if (readouts.empty()) return {};
  const double rows = std::ceil(static_cast<double>(readouts.size()) / static_cast<double>(panels_across));
  const std::string unit = dose_unit(parameters, found.agent);
  const std::string title = "Day " + exact(found.day) + ", against the total dose of " + spaced(found.agent);
  std::string description;
  for (const std::string& readout : readouts) {
    description += readout_name(readout) + ". " + series_words(points_of(view, found, readout), "dose");
  }
  SvgCanvas canvas("dose-response", page_width, 30.0 + panel_height * rows, title, description);
  canvas.text({8.0, 20.0}, title, {.size = 14.0, .bold = true});
  for (std::size_t i = 0; i < readouts.size(); ++i) {
    ValuePanel panel;
    panel.title = readout_name(readouts[i]);
    panel.unit = unit_words(view.unit_of(readouts[i]));
    panel.x_title = "total dose of " + spaced(found.agent) + (unit.empty() ? "" : ", " + unit);
    panel.width = page_width / static_cast<double>(panels_across);
    panel.height = panel_height;
    panel.left = panel.width * static_cast<double>(i % panels_across);
    panel.top = 30.0 + panel_height * static_cast<double>(i / panels_across);
    draw_value_panel(canvas, panel, points_of(view, found, readouts[i]));
  }
  return canvas.finish();
}

}  // namespace azoo::report
