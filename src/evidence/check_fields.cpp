#include <algorithm>
#include <optional>
#include <regex>

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"  // for nearest_word
#include "evidence/check.hpp"
#include "evidence/citation.hpp"
#include "evidence/row_faults.hpp"

namespace azoo::evidence {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string range_text(const Field& field, const std::string& kind) {
  constexpr double none = std::numeric_limits<double>::infinity();
  if (field.low > -none && field.high < none)
    return kind + " from " + to_text(field.low) + " to " + to_text(field.high);
  if (field.low > -none) return kind + " of at least " + to_text(field.low);
  if (field.high < none) return kind + " of at most " + to_text(field.high);
  return kind;
}

// Checks the cells of one field of one table.
class FieldCheck {
 public:
  FieldCheck(const Record& record, const Citations& citations, const EvidenceTable& table, const Field& field,
             Problems& problems)
      : record_(record), citations_(citations), table_(table), field_(field), faults_(table, problems) {
    if (field.pattern.empty()) return;
    try {
      pattern_.emplace(field.pattern, std::regex::ECMAScript);
    } catch (const std::regex_error&) {
      problems.add(field.place, "field." + field.name + ".pattern", in_marks(field.pattern),
                   "a regular expression");
    }
  }

  void cell(std::size_t row, const std::string& text) {
    if (text.empty()) {
      if (field_.required) faults_.add(row, field_.name, "nothing", "a value: " + field_.meaning);
      return;
    }
    if (text.front() == ' ' || text.back() == ' ')
      faults_.add(row, field_.name, in_marks(text), "a value without blanks around it");
    if (!is_list(field_.type)) return item(row, text);
    const std::vector<std::string_view> items = items_of(text);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool broken = items[i].empty() || items[i].find(';') != std::string_view::npos ||
                          items[i].front() == ' ' || items[i].back() == ' ';
      if (broken) {
        faults_.add(row, field_.name, in_marks(text), "items divided by \"; \", a semicolon and one blank");
        return;
      }
      const bool repeats = std::find(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                                     items[i]) != items.begin() + static_cast<std::ptrdiff_t>(i);
      if (repeats && field_.type != FieldType::words && field_.type != FieldType::numbers)
        faults_.add(row, field_.name, in_marks(text),
                    "each item once, not " + std::string(items[i]) + " again");
      item(row, std::string(items[i]));
    }
  }

 private:
  void item(std::size_t row, const std::string& text) {
    switch (field_.type) {
      case FieldType::number:
      case FieldType::numbers:
        number(row, text, parse_number(text), "a number");
        break;
      case FieldType::integer:
      case FieldType::integers:
      case FieldType::year:
        integer(row, text);
        break;
      case FieldType::word:
      case FieldType::words:
        word(row, text);
        break;
      case FieldType::term:
      case FieldType::terms:
        term(row, text);
        break;
      case FieldType::name:
      case FieldType::names:
        name(row, text);
        break;
      case FieldType::key:
      case FieldType::keys:
        key(row, text);
        break;
      case FieldType::doi:
        doi(row, text);
        break;
      default:
        break;
    }
    if (pattern_ && !std::regex_search(text, *pattern_))
      faults_.add(row, field_.name, in_marks(text),
                  "a text that fits " + field_.pattern +
                      (field_.example.empty() ? std::string() : ", as " + in_marks(field_.example)));
  }

  void number(std::size_t row, const std::string& text, std::optional<double> value, const char* kind) {
    if (!value)
      faults_.add(row, field_.name, in_marks(text), range_text(field_, kind));
    else if (*value < field_.low || *value > field_.high)
      faults_.add(row, field_.name, text, range_text(field_, kind));
  }

  void integer(std::size_t row, const std::string& text) {
    const std::optional<long long> whole = parse_integer(text);
    number(row, text, whole ? std::optional(static_cast<double>(*whole)) : std::nullopt, "a whole number");
    if (!whole || field_.to != "citations") return;
    const std::string& source = table_.cell(row, "source");
    if (source.empty())
      faults_.add(row, field_.name, text, "no number where no paper is named in source");
    else if (!citations_.row(source, text))
      faults_.add(row, field_.name, text, "a number of the reference list of " + source);
  }

  void word(std::size_t row, const std::string& text) {
    if (std::find(field_.allowed.begin(), field_.allowed.end(), text) != field_.allowed.end()) return;
    const std::string near = nearest_word(text, field_.allowed);
    faults_.add(row, field_.name, in_marks(text),
                "one of " + joined(field_.allowed) + (near.empty() ? "" : " (did you mean " + near + "?)"));
  }

  void term(std::size_t row, const std::string& text) {
    if (record_.words().is_term(field_.kind, text)) return;
    std::string expected = "a word of kind " + field_.kind + " in terms";
    const std::string* other = record_.words().preferred(field_.kind, text);
    const std::string near = nearest_word(text, record_.words().terms(field_.kind));
    if (other != nullptr && *other != text)
      expected += "; write " + *other;
    else if (!near.empty())
      expected += ", perhaps " + near;
    faults_.add(row, field_.name, in_marks(text), expected);
  }

  void name(std::size_t row, const std::string& text) {
    const std::string* preferred = record_.words().other_name(field_.kind, text);
    if (preferred != nullptr && *preferred != text)
      faults_.add(row, field_.name, in_marks(text), "the preferred name " + in_marks(*preferred));
  }

  void key(std::size_t row, const std::string& text) {
    const auto at = record_.find(text);
    const bool right = at && (field_.to == "any" || record_.tables()[at->table].schema.table == field_.to);
    if (!right)
      faults_.add(row, field_.name, in_marks(text),
                  "the id of a row of " + (field_.to == "any" ? std::string("the record") : field_.to));
  }

  void doi(std::size_t row, const std::string& text) {
    static const std::regex pattern("^10\\.[0-9]{4,9}/[^\\s]+$");
    if (!std::regex_search(text, pattern))
      faults_.add(row, field_.name, in_marks(text), "a bare DOI, as 10.1000/182");
  }

  const Record& record_;
  const Citations& citations_;
  const EvidenceTable& table_;
  const Field& field_;
  RowFaults faults_;
  std::optional<std::regex> pattern_;
};

}  // namespace

void check_fields(const Record& record, Problems& problems) {
  const Citations citations(record);
  for (const EvidenceTable& table : record.tables()) {
    for (std::size_t column = 0; column < table.schema.fields.size(); ++column) {
      FieldCheck check(record, citations, table, table.schema.fields[column], problems);
      for (std::size_t row = 0; row < table.rows.size(); ++row)
        check.cell(row, table.rows[row].cells[column]);
    }
  }
}

}  // namespace azoo::evidence
