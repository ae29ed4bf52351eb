#include <algorithm>  // for any_of, max
#include <cmath>      // for ceil, nan
#include <limits>     // for numeric_limits
#include <optional>   // for optional
#include <set>        // for set

#include "animal/observables.hpp"
#include "report/animal_report.hpp"
#include "report/animal_view.hpp"
#include "report/dose_response.hpp"
#include "report/histology_picture.hpp"
#include "report/html_text.hpp"
#include "report/number_style.hpp"
#include "report/section_picture.hpp"
#include "report/stage_figure.hpp"
#include "report/value_panel.hpp"
#include "statistics/moments.hpp"
#include "testis/species.hpp"

namespace azoo::report {

namespace {

constexpr double page_width = 760.0;
constexpr double half_page_width = 540.0;
constexpr double panel_height = 210.0;
constexpr std::size_t panels_across = 3;
constexpr double closeup_um_per_px = 0.45;

// Against days, or one column a group when no group has a second day.
std::vector<ValueSeries> series_of(const AnimalView& view, const std::string& readout) {
  std::vector<ValueSeries> out;
  const bool columns = view.one_day_each();
  for (std::size_t g = 0; g < view.groups().size(); ++g) {
    const GroupView& group = view.groups()[g];
    ValueSeries series{group.label, g, {}};
    for (const double day : group.days) {
      series.points.push_back(
          {columns ? static_cast<double>(g) : day, view.values(group.name, day, readout)});
    }
    out.push_back(std::move(series));
  }
  return out;
}

ValuePanel panel_of(const AnimalView& view, const std::string& readout, const std::string& title) {
  ValuePanel panel;
  panel.title = title;
  panel.unit = unit_words(view.unit_of(readout));
  if (view.one_day_each()) {
    for (const GroupView& group : view.groups()) panel.columns.push_back(group.label);
    panel.join = false;
  } else {
    panel.x_title = "day of sacrifice";
    panel.label_series = true;
  }
  return panel;
}

// ": weight of one testis, mean of those taken"
std::string meaning_of(const std::string& readout) {
  for (const animal::Observable& observable : animal::observables()) {
    if (observable.key == readout) return ": " + observable.meaning;
  }
  return "";
}

void add_courses(const AnimalView& view, std::vector<Figure>& figures) {
  const bool columns = view.one_day_each();
  for (const std::string& readout : view.single_readouts()) {
    const std::vector<ValueSeries> series = series_of(view, readout);
    if (!has_values(series) || all_zero(series)) continue;
    ValuePanel panel = panel_of(view, readout, readout_name(readout));
    panel.width = half_page_width;
    panel.height = 260.0;
    const std::string name = (columns ? "groups-" : "course-") + slug(readout);
    SvgCanvas canvas(name, panel.width, panel.height, readout_name(readout),
                     series_words(series, columns ? "" : "day"));
    draw_value_panel(canvas, panel, series);
    figures.push_back({name, canvas.finish(), readout_name(readout) + meaning_of(readout) + "."});
  }
}

// All read-outs of one family as small plots side by side.
void add_family(const AnimalView& view, const Family& family, std::vector<Figure>& figures) {
  const std::vector<std::string> members = view.members(family);
  if (members.empty()) return;
  const std::vector<ValueSeries> key = series_of(view, members.front());
  const double rows = std::ceil(static_cast<double>(members.size()) / static_cast<double>(panels_across));
  const double key_height = 20.0 * (1.0 + static_cast<double>(key.size()) / 5.0) + 20.0;
  const std::string name = "courses-" + slug(family.name);
  std::string description;
  for (const std::string& member : members) {
    description += member_name(member, family) + ". " +
                   series_words(series_of(view, member), view.one_day_each() ? "" : "day");
  }
  SvgCanvas canvas(name, page_width, key_height + panel_height * rows, family.name, description);
  (void)draw_series_key(canvas, {10.0, 22.0}, page_width - 20.0, key);
  for (std::size_t i = 0; i < members.size(); ++i) {
    ValuePanel panel = panel_of(view, members[i], member_name(members[i], family));
    panel.width = page_width / static_cast<double>(panels_across);
    panel.height = panel_height;
    panel.left = panel.width * static_cast<double>(i % panels_across);
    panel.top = key_height + panel_height * static_cast<double>(i / panels_across);
    panel.label_series = false;
    for (std::string& column : panel.columns) column.clear();
    draw_value_panel(canvas, panel, series_of(view, members[i]));
  }
  figures.push_back({name, canvas.finish(),
                     readout_name(family.name) + ", by type. Small dots: animals; marks: means; bars: SD."});
}

void add_stages(const AnimalReportInput& input, const AnimalView& view, std::vector<Figure>& figures) {
  const Family& family = families().front();
  const std::vector<std::string> members = view.members(family);
  if (members.empty()) return;
  std::vector<std::string> stages;
  std::vector<double> shares;
  std::optional<testis::Species> species;
  if (input.parameters.has(input.design.species + ".cycle.duration_d")) {
    species = testis::Species::from(input.parameters, input.design.species);
  }
  for (const std::string& member : members) {
    stages.push_back(member.substr(family.prefix.size()));
    const int index = species ? species->stage_index(stages.back()) : -1;
    if (index >= 0) {
      shares.push_back(species->stages[static_cast<std::size_t>(index)].duration_d / species->cycle_d);
    }
  }
  if (shares.size() != stages.size()) shares.clear();
  std::vector<StageShares> groups;
  for (std::size_t g = 0; g < view.groups().size(); ++g) {
    const GroupView& group = view.groups()[g];
    if (group.days.empty()) continue;
    StageShares row{group.label + ", day " + exact(group.days.back()), g, {}, {}};
    bool any = false;
    for (const std::string& member : members) {
      const statistics::Moments moments =
          statistics::moments(view.values(group.name, group.days.back(), member));
      row.mean.push_back(moments.mean);
      row.sd.push_back(moments.sd);
      any = any || moments.n > 0;
    }
    if (any) groups.push_back(std::move(row));
  }
  std::string svg = draw_stage_frequencies(stages, shares, groups);
  if (svg.empty()) return;
  figures.push_back(
      {"stages", std::move(svg),
       "Share of the scored cross-sections in each stage on the last day of each group. Dashed: "
       "the share of the cycle that the stage lasts, an input of the model, so that agreement in "
       "untreated animals checks the sampling and no more."});
}

// The first animal of the group whose sections of the last recorded day were kept.
struct Kept {
  std::string animal;
  double day = 0.0;
};
std::optional<Kept> kept_sections(const AnimalReportInput& input, const GroupView& group) {
  std::optional<Kept> best;
  for (const animal::AnimalRow* row : group.animals) {
    const std::vector<double> days = section_days(input.records.sections, 0, row->animal);
    if (!days.empty() && (!best || days.back() > best->day)) best = Kept{row->animal, days.back()};
  }
  return best;
}

void add_histology(const AnimalReportInput& input, const AnimalView& view, std::vector<Figure>& figures) {
  auto style = histology_style(input.parameters, input.design.species);
  if (!style || input.records.sections.empty()) return;
  const ParameterSet& normal = input.shipped != nullptr ? *input.shipped : input.parameters;
  style->width = std::make_shared<TubuleWidth>(input.parameters, normal, input.design.species);
  for (std::size_t g = 0; g < view.groups().size(); ++g) {
    const GroupView& group = view.groups()[g];
    const std::optional<Kept> kept = kept_sections(input, group);
    if (!kept) continue;
    const std::vector<CrossSection> sections =
        cross_sections(input.records.sections, 0, kept->animal, kept->day);
    const StreamAddress address = picture_address(input.seed, 0, kept->animal, kept->day);
    const std::string title = group.label + ", " + kept->animal + ", day " + exact(kept->day);
    const std::string suffix = std::to_string(g + 1) + "-" + slug(group.name);
    std::string svg = draw_histology(sections, *style, address, {"histology-" + suffix, title});
    if (svg.empty()) continue;
    const std::size_t drawn = std::min(sections.size(), most_drawn_tubules);
    figures.push_back(
        {"histology-" + suffix, std::move(svg),
         title + ". " +
             (drawn < sections.size() ? "The first " + std::to_string(drawn) + " of " : "All of ") +
             state_words(summarise_sections(sections)) + "."});
    const SectionPicture closeup = draw_section_picture(
        {sections, 0, *style, address, closeup_um_per_px, title, true, false, "closeup-" + suffix});
    figures.push_back({"closeup-" + suffix, closeup.svg,
                       title + ", tubule " + std::to_string(sections.front().tubule) +
                           " in full. More with azoo section."});
  }
}

}  // namespace

std::vector<Figure> animal_figures(const AnimalReportInput& input) {
  const AnimalView view(input.design, input.records);
  std::vector<Figure> figures;
  add_courses(view, figures);
  for (std::size_t f = 1; f < families().size(); ++f) add_family(view, families()[f], figures);
  if (std::string svg = draw_dose_response(view, input.parameters); !svg.empty()) {
    figures.push_back(
        {"dose-response", std::move(svg),
         "Read-outs against the total dose, one plot a read-out, on the last day that all these "
         "groups share. Small dots: animals; marks: means; bars: SD. Lines join the means and "
         "are no fit."});
  }
  add_stages(input, view, figures);
  add_histology(input, view, figures);
  return figures;
}

}  // namespace azoo::report
