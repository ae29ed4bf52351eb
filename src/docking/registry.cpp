#include "docking/registry.hpp"

#include <algorithm>  // for find, any_of
#include <array>      // for array
#include <cctype>     // for isalnum, tolower
#include <utility>    // for pair

#include "core/csv.hpp"                 // for read_csv
#include "core/files.hpp"               // for data_folder
#include "docking/protein_phrases.hpp"  // for means

namespace azoo::docking {
namespace {

std::string capitals(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return result;
}

std::vector<std::string> phrases(const std::string& list) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(';', begin), list.size());
    const std::string phrase = normalised_phrase(std::string_view(list).substr(begin, end - begin));
    if (!phrase.empty()) result.push_back(phrase);
    begin = end + 1;
  }
  return result;
}

// A table whose columns are all there; without rows after a problem.
CsvTable table(const char* name, const std::vector<std::string>& columns, Problems& problems) {
  CsvTable csv = read_csv(data_folder() / "docking" / name, problems);
  for (const std::string& column : columns) {
    if (csv.column(column)) continue;
    problems.add({csv.file, 0, 0}, column, "no such column", "the columns that the registry reads");
    csv.rows.clear();
  }
  return csv;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::string described(const Entity& entity) {
  std::string text = entity.description;
  if (text.empty() && !entity.accessions.empty()) text = "UniProt " + joined(entity.accessions);
  return text + " (chain" + (entity.chains.size() == 1 ? " " : "s ") + joined(entity.chains) + ")";
}

bool is_entity(const Entity& entity, const ProteinNames* protein, const std::string& called) {
  const std::string description = normalised_phrase(entity.description);
  if (protein == nullptr) return mentions(description, normalised_phrase(called));
  if (means(description, protein->describes, protein->excludes)) return true;
  return std::any_of(entity.accessions.begin(), entity.accessions.end(), [&](const std::string& accession) {
    return std::find(protein->accessions.begin(), protein->accessions.end(), normalised_phrase(accession)) !=
           protein->accessions.end();
  });
}

}  // namespace

std::string normalised_phrase(std::string_view text) {
  static const std::array<std::pair<std::string_view, std::string_view>, 10> greek = {
      {{"\xce\xb1", "alpha"},
       {"\xce\xb2", "beta"},
       {"\xce\xb3", "gamma"},
       {"\xce\xb4", "delta"},
       {"\xce\xba", "kappa"},
       {"\xce\xbc", "mu"},
       {"\xc2\xb5", "mu"},
       {"\xe2\x80\x90", " "},
       {"\xe2\x80\x91", " "},
       {"\xe2\x80\x93", " "}}};
  std::string result;
  while (!text.empty()) {
    std::string add(1, text.front());
    std::size_t length = 1;
    for (const auto& [bytes, name] : greek)
      if (text.starts_with(bytes)) {
        add = name == " " ? " " : " " + std::string(name) + " ";
        length = bytes.size();
      }
    for (const char c : add) {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
        result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      } else if (!result.empty() && result.back() != ' ') {
        result += ' ';
      }
    }
    text.remove_prefix(length);
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

bool looks_like_identifier(std::string_view text) {
  const auto all = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
  };
  if (capitals(text).starts_with("PDB_") && text.size() == 12) return all(text.substr(4));
  return text.size() == 4 && text.front() >= '0' && text.front() <= '9' && all(text);
}

Registry Registry::load(Problems& problems) {
  Registry registry;
  const std::vector<std::string> columns = {"symbol", "name", "called", "describes", "excludes", "uniprot"};
  const CsvTable proteins = table("proteins.csv", columns, problems);
  for (const std::vector<std::string>& row : proteins.rows) {
    const auto at = [&](const char* column) -> const std::string& { return row[*proteins.column(column)]; };
    ProteinNames names{at("symbol"),
                       at("name"),
                       phrases(at("called")),
                       phrases(at("describes")),
                       phrases(at("excludes")),
                       phrases(at("uniprot"))};
    names.called.push_back(normalised_phrase(names.symbol));
    names.called.push_back(normalised_phrase(names.name));
    registry.proteins_.push_back(std::move(names));
  }
  const CsvTable notes =
      table("identifiers.csv", {"printed", "identifier", "molecule", "says", "source"}, problems);
  for (const std::vector<std::string>& row : notes.rows) {
    const auto at = [&](const char* column) -> const std::string& { return row[*notes.column(column)]; };
    registry.notes_.push_back({at("printed"), at("identifier"), at("molecule"), at("says"), at("source")});
  }
  return registry;
}

const ProteinNames* Registry::find(std::string_view called) const {
  // Blanks within a name do not matter: "VEGF-A" is "VEGFA".
  const auto close = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  const std::string wanted = close(normalised_phrase(called));
  for (const ProteinNames& protein : proteins_)
    for (const std::string& name : protein.called)
      if (close(name) == wanted) return &protein;
  return nullptr;
}

const IdentifierNote* Registry::note(std::string_view identifier) const {
  for (const IdentifierNote& note : notes_)
    if (capitals(note.printed) == capitals(identifier)) return &note;
  return nullptr;
}

std::string Registry::resolved(std::string_view identifier) const {
  const IdentifierNote* known = note(identifier);
  return known != nullptr ? known->identifier : capitals(identifier);
}

RegistryFinding Registry::check(const std::string& called, const std::string& identifier,
                                const Structure& structure) const {
  RegistryFinding finding{called, identifier, "", false, ""};
  const ProteinNames* protein = find(called);
  std::vector<std::string> named;
  for (const Entity& entity : structure.entities) {
    if (entity.description.empty() && entity.accessions.empty()) continue;
    named.push_back(described(entity));
    if (is_entity(entity, protein, called))
      finding.chains.insert(finding.chains.end(), entity.chains.begin(), entity.chains.end());
  }
  finding.agrees = !finding.chains.empty();
  finding.file_says = joined(named);
  if (named.empty() && !structure.title.empty()) {
    finding.file_says = structure.title;
    const std::string title = normalised_phrase(structure.title);
    finding.agrees = protein != nullptr ? means(title, protein->describes, protein->excludes)
                                        : mentions(title, normalised_phrase(called));
  }
  const std::string file = structure.file.empty() ? structure.name : structure.file;
  if (finding.file_says.empty()) {
    finding.checked = false;
    finding.message = file + " does not name its molecules: nothing says whether it is " + called;
  } else if (finding.agrees) {
    finding.message = called + ": " + file + " says so (" + finding.file_says + ")";
    if (named.size() > 1 && !finding.chains.empty())
      finding.message += "; it also holds other molecules: the one meant is chain " + joined(finding.chains);
  } else {
    finding.message = called + " is what the study calls it, but " + file + " says: " + finding.file_says;
    if (protein == nullptr) finding.message += " (data/docking/proteins.csv does not know " + called + ")";
  }
  const std::string own = capitals(structure.identifier);
  if (!own.empty() && looks_like_identifier(own) && looks_like_identifier(identifier) &&
      own != resolved(identifier))
    finding.message += "; the file calls itself " + own + ", not " + capitals(identifier);
  return finding;
}

RegistryFinding Registry::check_without_file(const std::string& called, const std::string& identifier) const {
  RegistryFinding finding{called, identifier, "", false, ""};
  finding.checked = false;
  const IdentifierNote* known = note(identifier);
  if (known != nullptr) {
    const ProteinNames* protein = find(called);
    finding.checked = protein != nullptr;
    finding.agrees = protein != nullptr && protein->symbol == known->symbol;
    const bool same = capitals(identifier) == known->identifier;
    finding.message = capitals(identifier) + (same ? " is " : " is taken for " + known->identifier + ": ") +
                      known->says + ", after " + known->source;
    if (finding.checked && !finding.agrees) finding.message += "; the study calls it " + called;
  } else if (!looks_like_identifier(identifier)) {
    finding.message =
        "'" + identifier +
        "' does not have the form of an identifier of the Protein Data Bank (four characters, a digit first)";
  } else {
    finding.message = "without the file of " + capitals(identifier) + " nothing says whether it is " + called;
  }
  return finding;
}

}  // namespace azoo::docking
