// mmCIF text after the PDBx/mmCIF dictionary, with the categories that readers of coordinates ask for.
#include <fmt/format.h>

#include <array>  // for array
#include <set>    // for set

#include "docking/model_writer.hpp"  // for ModelWriter

namespace azoo::docking {
namespace {

bool has_word(const std::string& text, const char* word) {
  const std::string_view want(word);
  if (text.size() < want.size()) return false;
  for (std::size_t i = 0; i < want.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(text[i])) != want[i]) return false;
  return true;
}

// Bare where the syntax of CIF 1.1 allows, else quoted.
std::string value(const std::string& given) {
  const std::string text = one_line(given);
  if (text.empty()) return "?";
  const bool plain = text.find_first_of(" '\"") == std::string::npos &&
                     std::string_view("_#$[];").find(text.front()) == std::string_view::npos && text != "." &&
                     text != "?";
  bool reserved = false;
  for (const char* word : {"data_", "save_", "loop_", "stop_", "global_"})
    reserved = reserved || has_word(text, word);
  if (plain && !reserved) return text;
  if (text.find('\'') == std::string::npos) return "'" + text + "'";
  if (text.find('"') == std::string::npos) return '"' + text + '"';
  return "\n;" + text + "\n;\n";
}

class MmcifWriter : public ModelWriter {
 public:
  MmcifWriter(const std::vector<const Structure*>& partners, const ChainNames& names,
              const WriteOptions& options)
      : names_(names) {
    std::string block;
    for (const char c : options.identifier)
      block += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    text_ = "data_" + (block.empty() ? "azoo" : block) + "\n#\n";
    for (const std::string& remark : options.remarks) text_ += "# " + one_line(remark) + "\n";
    text_ += "_entry.id " + value(options.identifier) + "\n";
    if (!options.title.empty()) text_ += "_struct.title " + value(options.title) + "\n";
    add_entities(partners);
    add_parents(partners);
    text_ += "#\nloop_\n";
    for (const char* column : {"group_PDB",      "id",
                               "type_symbol",    "label_atom_id",
                               "label_alt_id",   "label_comp_id",
                               "label_asym_id",  "label_entity_id",
                               "label_seq_id",   "pdbx_PDB_ins_code",
                               "Cartn_x",        "Cartn_y",
                               "Cartn_z",        "occupancy",
                               "B_iso_or_equiv", "auth_seq_id",
                               "auth_comp_id",   "auth_asym_id",
                               "auth_atom_id",   "pdbx_PDB_model_num"})
      text_ += fmt::format("_atom_site.{}\n", column);
  }

  void add_model(int number, const std::vector<const Structure*>& partners) override {
    for (std::size_t p = 0; p < partners.size(); ++p) {
      std::map<std::string, int> sequence;  // by chain
      for (const Residue& residue : partners[p]->residues) {
        const std::string& chain = names_.names[p].at(residue.chain);
        const bool polymer = is_polymer(residue);
        const std::string position = polymer ? std::to_string(++sequence[chain]) : ".";
        const std::string shown = value(chain);
        const std::string component = value(residue.name);
        const std::string insertion =
            residue.insertion == ' ' ? "?" : value(std::string(1, residue.insertion));
        for (std::size_t k = 0; k < residue.atom_count; ++k) {
          const Atom& atom = partners[p]->atoms[residue.first_atom + k];
          const std::string name = value(atom.name);
          text_ +=
              fmt::format("{} {} {} {} . {} {} {} {} {} {:.3f} {:.3f} {:.3f} 1.00 0.00 {} {} {} {} {}\n",
                          polymer ? "ATOM" : "HETATM", ++serial_, value(atom.element), name, component, shown,
                          entity_of_.at(chain), position, insertion, atom.position_A.x, atom.position_A.y,
                          atom.position_A.z, residue.number, component, shown, name, number);
        }
      }
    }
  }

  std::string finish() override { return text_ + "#\n"; }

 private:
  // One entity a chain: enough to carry what the file said the chain is.
  void add_entities(const std::vector<const Structure*>& partners) {
    std::string rows;
    for (std::size_t p = 0; p < partners.size(); ++p) {
      std::set<std::string> done;
      for (const Residue& residue : partners[p]->residues) {
        if (!done.insert(residue.chain).second) continue;
        const std::string& chain = names_.names[p].at(residue.chain);
        const std::size_t id = entity_of_.size() + 1;
        entity_of_[chain] = id;
        rows += fmt::format("{} polymer {}\n", id, value(description(*partners[p], residue.chain)));
      }
    }
    if (!rows.empty()) text_ += "#\nloop_\n_entity.id\n_entity.type\n_entity.pdbx_description\n" + rows;
  }
  static std::string description(const Structure& partner, const std::string& chain) {
    for (const Entity& entity : partner.entities)
      for (const std::string& of : entity.chains)
        if (of == chain) return entity.description;
    return "";
  }

  void add_parents(const std::vector<const Structure*>& partners) {
    std::map<std::string, std::string> parents;
    for (const Structure* partner : partners)
      for (const Residue& residue : partner->residues)
        if (is_polymer(residue) && residue.parent != residue.name)
          parents.emplace(residue.name, residue.parent);
    if (parents.empty()) return;
    text_ +=
        "#\nloop_\n_pdbx_struct_mod_residue.id\n_pdbx_struct_mod_residue.label_comp_id\n"
        "_pdbx_struct_mod_residue.parent_comp_id\n";
    int id = 0;
    for (const auto& [name, parent] : parents)
      text_ += fmt::format("{} {} {}\n", ++id, value(name), value(parent));
  }

  const ChainNames& names_;
  std::string text_;
  std::map<std::string, std::size_t> entity_of_;
  long long serial_ = 0;
};

}  // namespace

std::unique_ptr<ModelWriter> mmcif_writer(const std::vector<const Structure*>& partners,
                                          const ChainNames& names, const WriteOptions& options) {
  return std::make_unique<MmcifWriter>(partners, names, options);
}

}  // namespace azoo::docking
