#include "report/section_site.hpp"

#include <algorithm>  // for min, max, stable_sort
#include <set>        // for set
#include <utility>    // for pair

#include "core/number_text.hpp"

namespace azoo::report {

std::map<std::string, int, std::less<>> parse_cells(std::string_view cells) {
  std::map<std::string, int, std::less<>> out;
  std::size_t at = 0;
  while (at < cells.size()) {
    const std::size_t end = std::min(cells.find(';', at), cells.size());
    const std::string_view part = cells.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos || colon == 0) continue;
    const auto count = parse_integer(part.substr(colon + 1));
    // More than a thousand germ cells over one Sertoli cell cannot be drawn, nor be.
    if (count && *count > 0)
      out[std::string(part.substr(0, colon))] += static_cast<int>(std::min(*count, 1000LL));
  }
  return out;
}

std::vector<CrossSection> cross_sections(const std::vector<body::SectionRow>& rows, int replicate,
                                         std::string_view participant, double day) {
  std::map<int, CrossSection> by_tubule;
  for (const body::SectionRow& row : rows) {
    if (row.replicate != replicate || row.participant != participant || row.day != day) continue;
    CrossSection& section = by_tubule[row.tubule];
    section.tubule = row.tubule;
    section.state = row.tubule_state;
    section.sites_around = std::max(section.sites_around, std::max(row.sites_around, row.site + 1));
    section.sites.push_back({row.site, parse_cells(row.cells), row.stage, row.phase});
  }
  std::vector<CrossSection> out;
  for (auto& [tubule, section] : by_tubule) out.push_back(std::move(section));
  return out;
}

std::vector<double> section_days(const std::vector<body::SectionRow>& rows, int replicate,
                                 std::string_view participant) {
  std::set<double> days;
  for (const body::SectionRow& row : rows) {
    if (row.replicate == replicate && row.participant == participant) days.insert(row.day);
  }
  return {days.begin(), days.end()};
}

std::string stage_words(const CrossSection& section) {
  std::vector<std::pair<std::string, int>> stages;
  for (const SiteCells& site : section.sites) {
    if (site.stage.empty()) continue;
    const auto known = std::find_if(stages.begin(), stages.end(),
                                    [&](const auto& each) { return each.first == site.stage; });
    if (known == stages.end()) {
      stages.emplace_back(site.stage, 1);
    } else {
      ++known->second;
    }
  }
  std::stable_sort(stages.begin(), stages.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [stage, sites] : stages) {
    out += (out.empty() ? "" : ", ") + stage + " (" + std::to_string(sites) + ")";
  }
  return out;
}

}  // namespace azoo::report
