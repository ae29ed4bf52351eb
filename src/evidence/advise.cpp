#include "evidence/advise.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/number_text.hpp"
#include "evidence/query.hpp"
#include "evidence/show.hpp"

namespace azoo::evidence {

namespace {

// Causes that are findings of the karyotype as well.
constexpr std::array<std::pair<const char*, const char*>, 3> genetic_causes = {
    {{"klinefelter", "klinefelter"},
     {"y_microdeletion", "y_microdeletion"},
     {"genetic", "genetic_disorder"}}};

bool holds(const std::vector<std::string_view>& items, std::string_view wanted) {
  return std::find(items.begin(), items.end(), wanted) != items.end();
}

std::string either(const std::vector<std::string_view>& items) {
  std::string text;
  for (const auto item : items) text += (text.empty() ? "" : " or ") + std::string(item);
  return text;
}

std::vector<std::string> allowed_words(const Record& record, const char* field) {
  const TableSchema& schema = record.table("rules").schema;
  const auto column = schema.column(field);
  return column ? schema.fields[*column].allowed : std::vector<std::string>{};
}

enum class Fit { yes, no, open };

// A rule for a cause holds for what belongs under it; one for a narrower cause may hold.
Fit fit_aetiology(const Record& record, const std::vector<std::string_view>& of_rule,
                  const Patient& patient) {
  if (holds(of_rule, "any")) return Fit::yes;
  Fit fit = Fit::no;
  for (const std::string& cause : patient.aetiologies) {
    for (const std::string& wider : record.words().with_broader("aetiology", cause)) {
      if (holds(of_rule, wider)) return Fit::yes;
    }
    for (const auto item : of_rule) {
      const auto chain = record.words().with_broader("aetiology", std::string(item));
      if (std::find(chain.begin(), chain.end(), cause) != chain.end()) fit = Fit::open;
    }
  }
  return fit;
}

Fit fit_word(const std::vector<std::string_view>& of_rule, const std::string& known) {
  if (holds(of_rule, "any") || of_rule.empty()) return Fit::yes;
  if (known.empty()) return Fit::open;
  const bool genetic = known == "klinefelter" || known == "y_microdeletion";
  return holds(of_rule, known) || (genetic && holds(of_rule, "genetic_disorder")) ? Fit::yes : Fit::no;
}

std::optional<Advice> consider(const Record& record, const Patient& patient, std::size_t row) {
  const EvidenceTable& rules = record.table("rules");
  const auto items = [&](const char* field) { return items_of(rules.cell(row, field)); };
  Advice advice{row, {}};
  const std::array<std::pair<const char*, Fit>, 3> fits = {
      {{"aetiology", fit_aetiology(record, items("aetiology"), patient)},
       {"karyotype", fit_word(items("karyotype"), patient.karyotype)},
       {"inflammation", fit_word(items("inflammation"), patient.inflammation)}}};
  for (const auto& [field, fit] : fits) {
    if (fit == Fit::no) return std::nullopt;
    if (fit == Fit::open) advice.unless.push_back(std::string(field) + " is " + either(items(field)));
  }
  if (rules.cell(row, "age") == "older")
    advice.unless.push_back(patient.age_years ? azoo::to_text(*patient.age_years) +
                                                    " years count as older (no limit is printed)"
                                              : "the man is older (no limit is printed)");
  return advice;
}

std::string known_text(const Patient& patient) {
  std::string text;
  for (const std::string& cause : patient.aetiologies) text += (text.empty() ? "" : ", ") + cause;
  text += "; karyotype " + (patient.karyotype.empty() ? "unknown" : patient.karyotype);
  text += "; inflammation " + (patient.inflammation.empty() ? "unknown" : patient.inflammation);
  return text + "; age " + (patient.age_years ? azoo::to_text(*patient.age_years) : "unknown");
}

std::string rule_text(const Record& record, const Citations& citations, const Advice& advice) {
  const EvidenceTable& rules = record.table("rules");
  const auto cell = [&](const char* field) -> const std::string& { return rules.cell(advice.row, field); };
  std::string text = "  " + cell("id") + "  " + cell("statement") + "\n";
  const std::string relation = cell("relation") == "any" ? "" : ", " + cell("relation");
  text += "      " + cell("pathway") + ": " + cell("options") + relation + " (" + cell("strength") + ")\n";
  for (const std::string& each : advice.unless) text += "      only if " + each + "\n";
  if (!cell("reason").empty()) text += "      because: " + cell("reason") + "\n";
  text += "      " + citations.paper(cell("source")) + ", " + cell("place");
  const std::string cited = citations.text(cell("source"), cell("reference"));
  text += cited.empty() ? "\n" : "; cites " + cited + "\n";
  for (const auto& [field, word] : {std::pair{"supports", "for it"}, std::pair{"opposes", "against it"}}) {
    for (const auto id : items_of(cell(field))) {
      const auto at = record.find(std::string(id));
      text += "      " + std::string(word) + ": " + std::string(id) +
              (at ? "  " + one_line(record, *at) : "") + "\n";
    }
  }
  return text;
}

}  // namespace

Patient read_patient(const Record& record, const std::vector<std::string>& aetiologies,
                     const std::string& karyotype, const std::string& inflammation,
                     std::optional<double> age_years, Problems& problems) {
  Patient patient;
  const std::vector<std::string> causes = record.words().terms("aetiology");
  for (const std::string& wanted : aetiologies) {
    const std::string* cause = record.words().preferred("aetiology", wanted);
    if (cause == nullptr)
      problems.add({}, "--aetiology", wanted, "a cause of azoospermia: " + known_names(wanted, causes));
    else
      patient.aetiologies.push_back(*cause);
  }
  if (aetiologies.empty())
    problems.add({}, "--aetiology", "nothing", "a cause of azoospermia: " + known_names("", causes));
  const std::vector<std::string> karyotypes = allowed_words(record, "karyotype");
  std::string word = fold(karyotype);
  std::replace(word.begin(), word.end(), ' ', '_');
  if (word == "unknown") word.clear();
  if (!word.empty() && std::find(karyotypes.begin(), karyotypes.end(), word) == karyotypes.end())
    problems.add({}, "--karyotype", karyotype, "unknown, or " + known_names(word, karyotypes));
  patient.karyotype = word == "any" ? "" : word;
  const std::string inflamed = fold(inflammation);
  if (!inflamed.empty() && inflamed != "yes" && inflamed != "no" && inflamed != "unknown")
    problems.add({}, "--inflammation", inflammation, "yes, no or unknown");
  if (inflamed == "yes" || inflamed == "no") patient.inflammation = inflamed;
  constexpr double oldest_years = 120.0;
  if (age_years && !(*age_years >= 0.0 && *age_years <= oldest_years))
    problems.add({}, "--age", azoo::to_text(*age_years), "years from 0 to 120");
  patient.age_years = age_years;
  for (const auto& [cause, finding] : genetic_causes) {
    const bool told =
        std::find(patient.aetiologies.begin(), patient.aetiologies.end(), cause) != patient.aetiologies.end();
    if (told && patient.karyotype.empty()) patient.karyotype = finding;
    if (!told && patient.karyotype == finding) patient.aetiologies.emplace_back(cause);
  }
  return patient;
}

std::vector<Advice> advise(const Record& record, const Patient& patient) {
  std::vector<Advice> list;
  for (std::size_t row = 0; row < record.table("rules").rows.size(); ++row) {
    if (auto advice = consider(record, patient, row)) list.push_back(std::move(*advice));
  }
  return list;
}

std::string advice_text(const Record& record, const Patient& patient, const std::vector<Advice>& advice) {
  const EvidenceTable& rules = record.table("rules");
  const Citations citations(record);
  std::string text = "Known: " + known_text(patient) + "\n";
  struct Part {
    const char* heading;
    bool open;
    const char* polarity;
  };
  for (const Part& part :
       {Part{"For", false, "for"}, Part{"Against", false, "against"}, Part{"For, if more holds", true, "for"},
        Part{"Against, if more holds", true, "against"}}) {
    std::string body;
    for (const Advice& each : advice) {
      if (each.unless.empty() == part.open || rules.cell(each.row, "polarity") != part.polarity) continue;
      body += rule_text(record, citations, each);
    }
    text += std::string("\n") + part.heading + "\n" + (body.empty() ? "  no rule of the record\n" : body);
  }
  return text + "\n" + not_for_care + "\n";
}

Sheet advice_sheet(const Record& record, const std::vector<Advice>& advice) {
  Sheet rules = *make_sheet(record, Citations(record), "rules");
  Sheet sheet{"advice", "Rules that apply", {}, {}};
  sheet.columns = {{"verdict", FieldType::word, "", "", "for, against; with _if where more must hold"},
                   {"depends_on", FieldType::text, "", "", "what must hold beside what is known"}};
  sheet.columns.insert(sheet.columns.end(), rules.columns.begin(), rules.columns.end());
  for (const Advice& each : advice) {
    std::string depends;
    for (const std::string& one : each.unless) depends += (depends.empty() ? "" : "; ") + one;
    std::vector<std::string> row = {rules.cell(each.row, "polarity") + (depends.empty() ? "" : "_if"),
                                    depends};
    row.insert(row.end(), rules.rows[each.row].begin(), rules.rows[each.row].end());
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace azoo::evidence
