// The evidence page: matrix and tabs in one file that needs no network.
#include "report/evidence_map.hpp"
#include "report/evidence_page_style.hpp"
#include "report/evidence_tabs.hpp"
#include "report/page_style.hpp"

namespace azoo::report {

namespace {

std::string joined(const std::vector<std::string>& items, const char* divider) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : divider) + item;
  return text;
}

Markup entry_markup(const MapEntry& entry) {
  std::string words = " " + entry.species + ", " + joined(entry.forms, " and ");
  if (entry.route != "not stated") words += ", " + entry.route;
  words += entry.dose.empty() ? ", dose not told" : ", " + entry.dose;
  const Markup line =
      element("span", text(direction_glyph(entry.direction)),
              " class=\"glyph " + slug(entry.direction) + "\"") +
      text(words) + Markup{"<br/>"} +
      element("span",
              text(entry.id + ", " + entry.paper + (entry.citation.empty() ? "" : "; " + entry.citation)),
              " class=\"note\"");
  const std::string data =
      data_attribute("id", entry.id) + data_attribute("works", joined(entry.works, "; ")) +
      data_attribute("species", entry.species) + data_attribute("setting", entry.setting) +
      data_attribute("form", joined(entry.forms, "; ")) + data_attribute("direction", entry.direction) +
      data_attribute("organ", entry.organ) + data_attribute("route", entry.route) +
      data_attribute("paper", entry.paper);
  return element("li", line, " class=\"item\"" + data);
}

Markup cell_markup(const EvidenceMap& map, const std::vector<std::size_t>& cell) {
  if (cell.empty()) return element("td", text("·"), " class=\"none\"");
  Markup entries;
  std::string marks;
  for (const char* direction : {"improved", "mixed", "no_change", "worsened", "not_stated"}) {
    std::size_t count = 0;
    for (const std::size_t e : cell) count += map.entries[e].direction == direction ? 1U : 0U;
    if (count > 0) marks += (marks.empty() ? "" : " ") + direction_glyph(direction) + std::to_string(count);
  }
  std::set<std::string> species;
  for (const std::size_t e : cell) {
    entries += entry_markup(map.entries[e]);
    if (map.entries[e].species != "not stated") species.insert(map.entries[e].species);
  }
  const Markup summary =
      element("span", text(std::to_string(works_of(map, cell).size())), " class=\"count\"") + text(" ") +
      element("span", text(marks), " class=\"marks\"") + Markup{"<br/>"} +
      text(joined({species.begin(), species.end()}, ", "));
  return element("td", element("details", element("summary", summary) + element("ul", entries)),
                 " data-cell=\"1\"");
}

Markup matrix(const EvidenceMap& map) {
  std::string head = element("th", text("Damage"), " scope=\"col\"").html;
  for (const MapLine& column : map.columns) head += element("th", text(column.label), " scope=\"col\"").html;
  std::string body;
  std::string group;
  for (std::size_t r = 0; r < map.rows.size(); ++r) {
    if (map.rows[r].group != group) {
      group = map.rows[r].group;
      body +=
          element("tr",
                  element("th", text(group),
                          " colspan=\"" + std::to_string(map.columns.size() + 1) + "\" scope=\"rowgroup\""),
                  " class=\"group\"")
              .html;
    }
    std::string cells = element("th", text(map.rows[r].label), " scope=\"row\"").html;
    for (const auto& cell : map.cells[r]) cells += cell_markup(map, cell).html;
    body += element("tr", Markup{cells}).html + "\n";
  }
  const Markup caption =
      element("caption", text("Damage by source of the cells. A number counts published works; ▲ improved, "
                              "± mixed, = no change, ▼ worsened, ? result not told. Open a cell for "
                              "species, route, dose and place. Hatched: nothing is recorded."));
  return element(
      "div",
      element("table",
              caption + element("thead", element("tr", Markup{head})) + element("tbody", Markup{body}),
              " class=\"map\""),
      " class=\"scroll map-box\" tabindex=\"0\" role=\"region\" aria-label=\"Evidence map\"");
}

Markup map_filters(const EvidenceMap& map) {
  std::vector<Filter> filters = {{"species", "Species", {}},  {"form", "Product", {}},
                                 {"direction", "Result", {}}, {"setting", "Setting", {}},
                                 {"organ", "Organ", {}},      {"route", "Route", {}},
                                 {"paper", "Paper", {}}};
  for (const MapEntry& entry : map.entries) {
    const std::vector<std::string> cells = {
        entry.species, joined(entry.forms, "; "), entry.direction, entry.setting, entry.organ, entry.route,
        entry.paper};
    for (std::size_t i = 0; i < filters.size(); ++i) add_value(filters[i], cells[i]);
  }
  return filter_bar(std::move(filters));
}

Markup banner() {
  return element(
      "div",
      paragraph(
          "What papers say, for research. Not for patient care. The papers are reviews and one trial; they "
          "contradict each other and themselves (tab Conflicts), and most report success."),
      " class=\"banner\"");
}

}  // namespace

std::string evidence_map_html(const evidence::Record& record, const EvidenceMap& map,
                              const std::string& version) {
  std::vector<EvidenceTab> tabs;
  tabs.push_back({"map", "Map",
                  paragraph(std::to_string(map.experiments) + " experiments in " + std::to_string(map.works) +
                            " published works; " + std::to_string(map.empty_cells) + " of " +
                            std::to_string(map.rows.size() * map.columns.size()) + " cells are empty.") +
                      map_filters(map) + matrix(map)});
  for (auto make : {inducers_tab, trials_tab, mirna_tab, conflicts_tab, pooling_tab})
    tabs.push_back(make(record));
  std::string links;
  std::string body;
  for (const EvidenceTab& tab : tabs) {
    links += element("li", element("a", text(tab.heading), " href=\"#" + slug(tab.id) + "\"")).html;
    body += section(tab.id, tab.heading, tab.content).html;
  }
  std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n";
  page +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>Evidence "
      "map</title>\n";
  page +=
      "<style>" + std::string(page_style) + std::string(evidence_page_style) + "</style>\n</head>\n<body>\n";
  page += "<a class=\"skip\" href=\"#main\">Skip to the map</a>\n<header>\n" +
          element("h1", text("Evidence map")).html + banner().html +
          element("nav", element("ul", Markup{links}, " class=\"tabs\""), " aria-label=\"Tabs\"").html +
          "\n</header>\n<main id=\"main\">\n" + body + "</main>\n<footer>\n" + note("Azoo " + version).html +
          "</footer>\n<script>" + std::string(evidence_page_script) + "</script>\n</body>\n</html>\n";
  return page;
}

}  // namespace azoo::report
