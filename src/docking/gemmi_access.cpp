#include "docking/gemmi_access.hpp"

#include <algorithm>          // for find
#include <array>              // for array
#include <cctype>             // for isdigit
#include <cmath>              // for isfinite
#include <exception>          // for exception
#include <gemmi/cif.hpp>      // for read_memory
#include <gemmi/elem.hpp>     // for Element
#include <gemmi/resinfo.hpp>  // for find_tabulated_residue
#include <optional>           // for optional
#include <utility>            // for pair

#include "core/files.hpp"        // for is_text
#include "core/number_text.hpp"  // for parse_number, parse_integer

namespace azoo::docking {
namespace {

namespace cif = gemmi::cif;

enum Column {
  kX,  // the first may not be an optional one
  kY,
  kZ,
  kGroup,
  kSymbol,
  kLabelAtom,
  kAuthAtom,
  kAlternate,
  kLabelComponent,
  kAuthComponent,
  kLabelChain,
  kAuthChain,
  kLabelNumber,
  kAuthNumber,
  kInsertion,
  kOccupancy,
  kModel,
  kEntity
};

cif::Table atom_table(cif::Block& block) {
  return block.find(
      "_atom_site.",
      {"Cartn_x", "Cartn_y", "Cartn_z", "?group_PDB", "?type_symbol", "?label_atom_id", "?auth_atom_id",
       "?label_alt_id", "?label_comp_id", "?auth_comp_id", "?label_asym_id", "?auth_asym_id", "?label_seq_id",
       "?auth_seq_id", "?pdbx_PDB_ins_code", "?occupancy", "?pdbx_PDB_model_num", "?label_entity_id"});
}

std::string text_of(const cif::Table::Row& row, int column) {
  return row.has2(static_cast<size_t>(column)) ? row.str(column) : std::string();
}

std::string first_of(const cif::Table::Row& row, int preferred, int other) {
  std::string text = text_of(row, preferred);
  return text.empty() ? text_of(row, other) : text;
}

// A label of one printable character, blank for anything else.
char letter_of(char c) {
  return c > ' ' && c <= '~' ? c : ' ';
}

// "12.3(4)" carries its uncertainty.
std::optional<double> number_of(const cif::Table::Row& row, int column) {
  std::string text = text_of(row, column);
  if (const std::size_t bracket = text.find('('); bracket != std::string::npos) text.resize(bracket);
  return parse_number(text);
}

// "file:12:5: words" of the parser: line and words.
std::pair<int, std::string> place_and_words(const std::string& what) {
  std::size_t at = what.find(':');
  int line = 0;
  std::size_t digits = at == std::string::npos ? what.size() : at + 1;
  while (digits < what.size() && std::isdigit(static_cast<unsigned char>(what[digits])) != 0 &&
         line < 100'000'000)
    line = 10 * line + (what[digits++] - '0');
  const std::size_t words = what.find(": ");
  return {line, words == std::string::npos ? what : what.substr(words + 2)};
}

class AtomTableReader {
 public:
  AtomTableReader(const std::string& file, RawStructure& raw, Problems& problems)
      : file_(file), raw_(raw), problems_(problems) {}

  [[nodiscard]] bool read(cif::Block& block, int model) {
    cif::Table table = atom_table(block);
    // The model is chosen first, so that only its atoms are held.
    for (const auto row : table) note_model(row);
    raw_.model = model == 0 && !raw_.models.empty() ? raw_.models.front() : model;
    if (std::find(raw_.models.begin(), raw_.models.end(), raw_.model) == raw_.models.end()) return true;
    std::size_t number = 0;
    for (const auto row : table) {
      ++number;
      if (model_of(row) != raw_.model) continue;
      if (raw_.atoms.size() == max_raw_atoms) {
        problems_.add({file_, 0, 0}, "", "more than " + std::to_string(max_raw_atoms) + " atoms in one model",
                      "a molecule of a size that can be docked");
        return false;
      }
      if (!read_row(row, number) && ++faults_ == max_messages) break;
    }
    return faults_ == 0;
  }

 private:
  static int model_of(const cif::Table::Row& row) {
    const auto number = parse_integer(text_of(row, kModel));
    return number && *number > -1'000'000 && *number < 1'000'000'000 ? static_cast<int>(*number) : 1;
  }
  void note_model(const cif::Table::Row& row) {
    const int number = model_of(row);
    if (!raw_.models.empty() && raw_.models.back() == number) return;
    if (std::find(raw_.models.begin(), raw_.models.end(), number) == raw_.models.end() &&
        raw_.models.size() < 100'000)
      raw_.models.push_back(number);
  }

  bool fault(std::size_t row, const std::string& column, const std::string& found,
             const std::string& expected) {
    problems_.add(
        {file_, 0, 0}, "_atom_site." + column + " of atom " + std::to_string(row),
        found.empty() ? "nothing" : (is_text(found) ? found.substr(0, 60) : "bytes that are no text"),
        expected);
    return false;
  }

  bool read_row(const cif::Table::Row& row, std::size_t number) {
    RawAtom atom;
    const std::array<double*, 3> places = {&atom.position_A.x, &atom.position_A.y, &atom.position_A.z};
    const std::array<const char*, 3> names = {"Cartn_x", "Cartn_y", "Cartn_z"};
    for (std::size_t i = 0; i < 3; ++i) {
      const int column = kX + static_cast<int>(i);
      const std::optional<double> value = number_of(row, column);
      if (!value || std::abs(*value) > max_coordinate_A)
        return fault(number, names[i], text_of(row, column),
                     "a finite number between -10000 and 10000 (angstrom)");
      *places[i] = *value;
    }
    atom.name = first_of(row, kLabelAtom, kAuthAtom);
    atom.residue = first_of(row, kAuthComponent, kLabelComponent);
    atom.chain = first_of(row, kAuthChain, kLabelChain);
    if (atom.name.empty()) return fault(number, "label_atom_id", "", "the name of the atom");
    if (atom.residue.empty()) return fault(number, "label_comp_id", "", "the name of the residue");
    for (const std::string* text : {&atom.name, &atom.residue, &atom.chain})
      if (text->size() > 64 || !is_text(*text))
        return fault(number, "label_atom_id", *text, "a short printable name");
    atom.hetero = text_of(row, kGroup) == "HETATM";
    atom.element = element_symbol(text_of(row, kSymbol));
    atom.occupancy = std::max(0.0, number_of(row, kOccupancy).value_or(1.0));
    const std::string alternate = text_of(row, kAlternate);
    if (!alternate.empty()) atom.alternate = letter_of(alternate.front());
    const std::string insertion = text_of(row, kInsertion);
    if (!insertion.empty()) atom.insertion = letter_of(insertion.front());
    return read_number(row, number, atom);
  }

  bool read_number(const cif::Table::Row& row, std::size_t count, RawAtom& atom) {
    std::string text = first_of(row, kAuthNumber, kLabelNumber);
    // Old files write number and insertion code together.
    if (text.size() > 1 && std::isalpha(static_cast<unsigned char>(text.back())) != 0) {
      if (atom.insertion == ' ') atom.insertion = text.back();
      text.pop_back();
    }
    const auto value = parse_integer(text);
    if (!text.empty() && (!value || *value < -1'000'000 || *value > 10'000'000))
      return fault(count, "auth_seq_id", text, "a whole number");
    if (value) atom.number = static_cast<int>(*value);
    const std::string entity = text_of(row, kEntity);
    raw_.atoms.push_back(atom);
    if (!entity.empty() && entity.size() < 64) chain_of_entity(entity, atom.chain);
    return true;
  }

  void chain_of_entity(const std::string& id, const std::string& chain) {
    if (id == last_id_ && chain == last_chain_) return;
    last_id_ = id;
    last_chain_ = chain;
    auto& chains = entity_chains_[id];
    if (std::find(chains.begin(), chains.end(), chain) == chains.end() && chains.size() < 10'000)
      chains.push_back(chain);
  }

 public:
  [[nodiscard]] std::vector<std::string> chains_of(const std::string& entity) const {
    const auto found = entity_chains_.find(entity);
    return found == entity_chains_.end() ? std::vector<std::string>{} : found->second;
  }

 private:
  const std::string& file_;
  RawStructure& raw_;
  Problems& problems_;
  std::size_t faults_ = 0;
  std::map<std::string, std::vector<std::string>> entity_chains_;
  std::string last_id_;
  std::string last_chain_;
};

void read_names(cif::Block& block, const AtomTableReader& atoms, RawStructure& raw) {
  const auto single = [&](const char* tag) {
    const std::string* value = block.find_value(tag);
    const std::string text = value != nullptr && !cif::is_null(*value) ? cif::as_string(*value) : "";
    return is_text(text) ? text : std::string();
  };
  raw.title = single("_struct.title");
  raw.identifier = single("_entry.id");
  std::map<std::string, std::vector<std::string>> accessions;  // by entity
  for (const auto row : block.find("_struct_ref.", {"entity_id", "db_name", "pdbx_db_accession"}))
    if (row.str(1) == "UNP" && row.has2(2) && accessions[row.str(0)].size() < 100)
      accessions[row.str(0)].push_back(row.str(2));
  for (const auto row : block.find("_entity.", {"id", "?type", "?pdbx_description"})) {
    const std::string type = text_of(row, 1);
    if (type == "water" || type == "non-polymer") continue;
    Entity entity;
    entity.chains = atoms.chains_of(row.str(0));
    entity.description = text_of(row, 2);
    if (const auto found = accessions.find(row.str(0)); found != accessions.end())
      entity.accessions = found->second;
    if (is_text(entity.description) && raw.entities.size() < 10'000) raw.entities.push_back(entity);
  }
  for (const auto row :
       block.find("_pdbx_struct_mod_residue.", {"parent_comp_id", "?auth_comp_id", "?label_comp_id"}))
    if (row.has2(0)) raw.parents.emplace(first_of(row, 1, 2), row.str(0));
}

}  // namespace

bool read_mmcif(std::string_view text, const std::string& file, int model, RawStructure& raw,
                Problems& problems) {
  try {
    cif::Document document = cif::read_memory(text.data(), text.size(), "mmCIF");
    for (cif::Block& block : document.blocks) {
      if (!atom_table(block).ok()) continue;
      if (&block != &document.blocks.front() || document.blocks.size() > 1)
        raw.notes.push_back("the file has " + std::to_string(document.blocks.size()) + " data blocks; read " +
                            block.name);
      AtomTableReader reader(file, raw, problems);
      if (!reader.read(block, model)) return false;
      read_names(block, reader, raw);
      return true;
    }
    problems.add({file, 0, 0}, "_atom_site", "no table with Cartn_x, Cartn_y and Cartn_z",
                 "atoms with their coordinates");
  } catch (const std::exception& fault) {
    const auto [line, words] = place_and_words(fault.what());
    problems.add({file, line, 0}, "", is_text(words) ? words.substr(0, 200) : "text that cannot be read",
                 "mmCIF that is whole");
  }
  return false;
}

TabulatedResidue tabulated_residue(const std::string& name) {
  const gemmi::ResidueInfo info = gemmi::find_tabulated_residue(name);
  TabulatedResidue result{TabulatedKind::unknown, info.one_letter_code, info.is_dna()};
  if (info.is_amino_acid()) {
    result.kind = TabulatedKind::amino_acid;
  } else if (info.is_nucleic_acid()) {
    result.kind = TabulatedKind::nucleotide;
  } else if (info.is_water()) {
    result.kind = TabulatedKind::water;
  } else if (info.kind == gemmi::ResidueInfo::PYR || info.kind == gemmi::ResidueInfo::KET) {
    result.kind = TabulatedKind::sugar;
  } else if (info.kind == gemmi::ResidueInfo::BUF) {
    result.kind = TabulatedKind::buffer;
  } else if (info.found()) {
    result.kind = TabulatedKind::other;
  }
  return result;
}

std::string element_symbol(const std::string& text) {
  std::string symbol;
  for (const char c : text)
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) symbol += c;
  if (symbol.empty() || symbol.size() > 2) return "";
  const gemmi::Element element(symbol);
  return element == gemmi::El::X ? "" : element.uname();
}

}  // namespace azoo::docking
