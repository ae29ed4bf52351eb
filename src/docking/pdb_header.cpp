#include "docking/pdb_header.hpp"

#include <algorithm>  // for find
#include <cctype>     // for isspace
#include <utility>    // for move

#include "core/files.hpp"  // for is_text

namespace azoo::docking {
namespace {

// What a head may grow to; real ones have some thousand characters.
constexpr std::size_t longest = 200'000;

std::string trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return std::string(text);
}

// A word divided at a hyphen goes on without a blank.
void append(std::string& text, const std::string& more) {
  if (more.empty() || text.size() > longest) return;
  if (!text.empty() && text.back() != '-') text += ' ';
  text += more;
}

// "MOL_ID: 1; MOLECULE: X; CHAIN: A, B; ..." to one entity for each MOL_ID; plain text to one for all chains.
std::vector<Entity> molecules(const std::string& compound) {
  std::vector<Entity> found;
  std::size_t begin = 0;
  while (begin < compound.size() && found.size() < 10'000) {
    const std::size_t end = std::min(compound.find(';', begin), compound.size());
    const std::string token = trimmed(std::string_view(compound).substr(begin, end - begin));
    begin = end + 1;
    const std::size_t colon = token.find(':');
    const std::string key =
        colon == std::string::npos ? "" : trimmed(std::string_view(token).substr(0, colon));
    const std::string value =
        colon == std::string::npos ? "" : trimmed(std::string_view(token).substr(colon + 1));
    if (key == "MOL_ID" || found.empty()) found.emplace_back();
    if (key == "MOLECULE") {
      found.back().description = value;
    } else if (key == "CHAIN") {
      for (std::size_t from = 0; from <= value.size();) {
        const std::size_t comma = std::min(value.find(',', from), value.size());
        const std::string chain = trimmed(std::string_view(value).substr(from, comma - from));
        if (!chain.empty()) found.back().chains.push_back(chain == "NULL" ? "" : chain);
        from = comma + 1;
      }
    } else if (key.empty() && found.size() == 1 && found.back().description.empty()) {
      found.back().description = token;
    }
  }
  std::erase_if(found, [](const Entity& entity) { return entity.description.empty(); });
  return found;
}

}  // namespace

std::string pdb_columns(std::string_view line, std::size_t first, std::size_t last) {
  if (line.size() < first) return "";
  return trimmed(line.substr(first - 1, last - first + 1));
}

bool PdbHeader::take(std::string_view line) {
  const std::string record = pdb_columns(line, 1, 6);
  if (record == "HEADER") {
    identifier_ = pdb_columns(line, 63, 66);
  } else if (record == "TITLE") {
    append(title_, pdb_columns(line, 11, 80));
  } else if (record == "COMPND") {
    append(compound_, pdb_columns(line, 11, 80));
  } else if (record == "DBREF" || record == "DBREF1" || record == "DBREF2") {
    take_reference(line);
  } else if (record == "MODRES") {
    const std::string parent = pdb_columns(line, 25, 27);
    if (!parent.empty() && parents_.size() < 10'000) parents_.emplace(pdb_columns(line, 13, 15), parent);
  } else {
    return false;
  }
  return true;
}

void PdbHeader::take_reference(std::string_view line) {
  const std::string record = pdb_columns(line, 1, 6);
  std::string accession;
  if (record == "DBREF" && pdb_columns(line, 27, 32) == "UNP") accession = pdb_columns(line, 34, 41);
  // The first half of a long reference names the database, the second the accession; other databases have
  // other forms.
  if (record == "DBREF2") accession = pdb_columns(line, 19, 40);
  if (accession.empty() || accessions_.size() > 10'000) return;
  std::vector<std::string>& list = accessions_[pdb_columns(line, 13, 13)];
  if (list.size() < 100 && std::find(list.begin(), list.end(), accession) == list.end())
    list.push_back(accession);
}

void PdbHeader::finish(RawStructure& raw) const {
  if (is_text(identifier_)) raw.identifier = identifier_;
  if (is_text(title_)) raw.title = title_;
  raw.parents = parents_;
  std::map<std::string, std::vector<std::string>> left = accessions_;
  if (is_text(compound_)) raw.entities = molecules(compound_);
  for (Entity& entity : raw.entities) {
    for (const std::string& chain : entity.chains) {
      if (!left.contains(chain)) continue;
      for (const std::string& accession : left.at(chain))
        if (std::find(entity.accessions.begin(), entity.accessions.end(), accession) ==
            entity.accessions.end())
          entity.accessions.push_back(accession);
      left.erase(chain);
    }
  }
  for (auto& [chain, list] : left)
    if (is_text(chain)) raw.entities.push_back({{chain}, "", std::move(list)});
}

}  // namespace azoo::docking
