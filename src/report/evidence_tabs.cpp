#include "report/evidence_tabs.hpp"

#include <algorithm>

#include "evidence/citation.hpp"
#include "evidence/pooling.hpp"
#include "evidence/sheet.hpp"
#include "report/forest_figure.hpp"

namespace azoo::report {

namespace {

using evidence::Record;
using evidence::Sheet;

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

struct ShownColumn {
  const char* field;
  const char* heading;
  const char* filter = nullptr;  // label of its filter
};

evidence::FieldType type_of(const Sheet& sheet, const char* field) {
  const auto at = sheet.column(field);
  return at ? sheet.columns[*at].type : evidence::FieldType::text;
}

// Words with underscores, which are blanks to people.
bool has_words(const Sheet& sheet, const char* field) {
  const evidence::FieldType type = type_of(sheet, field);
  return type == evidence::FieldType::term || type == evidence::FieldType::terms ||
         type == evidence::FieldType::word || type == evidence::FieldType::words;
}

bool is_prose(const Sheet& sheet, const char* field) {
  return type_of(sheet, field) == evidence::FieldType::text && std::string_view(field) != "paper" &&
         std::string_view(field) != "citation";
}

// A table of some columns of a sheet; columns with a filter also become data of the row.
Markup filtered_table(const Sheet& sheet, const char* caption, const std::vector<ShownColumn>& columns) {
  std::vector<Filter> filters;
  for (const ShownColumn& column : columns) {
    if (column.filter != nullptr) filters.push_back({column.field, column.filter, {}});
  }
  std::string head;
  for (const ShownColumn& column : columns)
    head += element("th", text(column.heading), " scope=\"col\"").html;
  std::string body;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    std::string cells;
    std::string data;
    for (const ShownColumn& column : columns) {
      const std::string& cell = sheet.cell(row, column.field);
      const bool first = cells.empty();
      const bool words = column.filter != nullptr;
      const std::string attributes = first                           ? " scope=\"row\""
                                     : is_prose(sheet, column.field) ? " class=\"prose\""
                                                                     : "";
      cells +=
          element(first ? "th" : "td", text(has_words(sheet, column.field) ? spaced(cell) : cell), attributes)
              .html;
      if (words) data += data_attribute(column.field, cell);
    }
    for (Filter& filter : filters) add_value(filter, sheet.cell(row, filter.key));
    body += element("tr", Markup{cells}, " class=\"item\"" + data).html + "\n";
  }
  const Markup table =
      element("table", element("caption", text(caption)) + element("thead", element("tr", Markup{head})) +
                           element("tbody", Markup{body}));
  return filter_bar(std::move(filters)) +
         element(
             "div", table,
             " class=\"scroll long\" tabindex=\"0\" role=\"region\" aria-label=\"" + escape(caption) + "\"");
}

Sheet sheet_of(const Record& record, const char* name) {
  return evidence::make_sheet(record, evidence::Citations(record), name).value_or(Sheet{});
}

}  // namespace

void add_value(Filter& filter, const std::string& cell) {
  for (const auto item : evidence::items_of(cell)) {
    const auto at = std::lower_bound(filter.values.begin(), filter.values.end(), item);
    if (at == filter.values.end() || *at != item) filter.values.insert(at, std::string(item));
  }
}

Markup filter_bar(std::vector<Filter> filters) {
  Markup bar;
  for (const Filter& filter : filters) {
    Markup options = element("option", text("all"), " value=\"\"");
    for (const std::string& value : filter.values)
      options += element("option", text(spaced(value)), " value=\"" + escape(value) + "\"");
    bar += element("label", text(filter.label + " ") +
                                element("select", options, " data-key=\"" + escape(filter.key) + "\""));
  }
  bar += element("label", text("Text ") + Markup{"<input type=\"search\"/>"});
  bar += element("output", text(""));
  return element("form", bar, " class=\"filters\"");
}

std::string data_attribute(const std::string& key, const std::string& cell) {
  std::string list = "|";
  for (const auto item : evidence::items_of(cell)) list += std::string(item) + "|";
  return " data-" + key + "=\"" + escape(list) + "\"";
}

EvidenceTab inducers_tab(const Record& record) {
  return {"inducers", "Inducers in culture",
          paragraph("What was reported to turn mesenchymal and other cells into germ cells in culture, by "
                    "tissue of origin.") +
              filtered_table(sheet_of(record, "inducers"), "Inducers of germ-cell differentiation",
                             {{"id", "Row"},
                              {"germ_line", "Germ line", "Germ line"},
                              {"tissue", "Tissue", "Tissue"},
                              {"species", "Species", "Species"},
                              {"donor_age", "Donor"},
                              {"inducers", "Inducers"},
                              {"inducer_kinds", "Kind", "Kind"},
                              {"citation", "Cites"},
                              {"paper", "Paper", "Paper"},
                              {"place", "Place"}})};
}

EvidenceTab trials_tab(const Record& record) {
  return {"trials", "Clinical trials",
          paragraph("Registered and reported trials as each paper tells them; one registry number in two "
                    "papers has two rows.") +
              filtered_table(sheet_of(record, "trials"), "Trials",
                             {{"id", "Row"},
                              {"registry_printed", "Registry number"},
                              {"disease", "Condition"},
                              {"organ", "Organ", "Organ"},
                              {"phase", "Phase", "Phase"},
                              {"country", "Country", "Country"},
                              {"status", "Status", "Status"},
                              {"tissue", "Cells", "Cells"},
                              {"route", "Route"},
                              {"dose_printed", "Dose as printed"},
                              {"direction", "Result", "Result"},
                              {"outcome", "Result told"},
                              {"paper", "Paper", "Paper"},
                              {"place", "Place"}})};
}

EvidenceTab mirna_tab(const Record& record) {
  Sheet sheet = sheet_of(record, "mirna");
  if (const auto organ = sheet.column("organ"))
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                     [&](const auto& a, const auto& b) { return a[*organ] < b[*organ]; });
  return {"mirna", "Micro-RNAs by organ",
          paragraph("Micro-RNAs of vesicles and cells, by organ: disease and function as told.") +
              filtered_table(sheet, "Micro-RNAs",
                             {{"mirna", "Micro-RNA"},
                              {"organ", "Organ", "Organ"},
                              {"disease_printed", "Disease as printed"},
                              {"function", "Function", "Function"},
                              {"function_printed", "As printed"},
                              {"targets", "Targets"},
                              {"tissue", "Cells", "Cells"},
                              {"citation", "Cites"},
                              {"paper", "Paper"},
                              {"id", "Row"}})};
}

EvidenceTab conflicts_tab(const Record& record) {
  Sheet sheet = sheet_of(record, "conflicts");
  const std::string count = std::to_string(sheet.rows.size());
  return {"conflicts", "Conflicts",
          paragraph(count + " places where statements cannot all hold, and what the model does with each.") +
              filtered_table(sheet, "Conflicts",
                             {{"id", "Row"},
                              {"sources", "Papers", "Paper"},
                              {"kind", "Kind", "Kind"},
                              {"topic", "About"},
                              {"statements", "What each side says"},
                              {"summary", "Why not all hold"},
                              {"treatment", "How the model treats it"},
                              {"effect", "Effect", "Effect"}})};
}

EvidenceTab pooling_tab(const Record& record) {
  Markup content = paragraph(
      "Random-effects meta-analysis (REML, Hartung-Knapp, prediction interval) where several studies report "
      "a comparable "
      "number; the reason where it cannot be done. Nothing is pooled across times, units or scales.");
  HtmlTable table("Outcomes with numbers", {"Outcome", "Comparison", "Scale", "Studies", "Verdict"});
  Markup figures;
  for (const evidence::PooledOutcome& outcome : evidence::pool_outcomes(record)) {
    std::string studies;
    for (const auto& study : outcome.studies)
      studies += (studies.empty() ? "" : "; ") + study.work + " " + study.detail + ", " + study.time;
    table.row(std::vector<std::string>{
        spaced(outcome.outcome), outcome.comparison, evidence::scale_words(outcome.scale), studies,
        outcome.poolable() ? "pooled" + (outcome.caution.empty() ? "" : "; " + outcome.caution)
                           : "not poolable: " + outcome.reason});
    if (outcome.studies.size() > 1)
      figures +=
          element("figure", element("div", Markup{forest_svg(outcome)}, " class=\"scroll\" tabindex=\"0\""));
  }
  return {"pooling", "Meta-analysis", content + table.finish() + figures};
}

}  // namespace azoo::report
