#include "docking/build_structure.hpp"

#include <algorithm>      // for find
#include <set>            // for set
#include <unordered_set>  // for unordered_set

#include "docking/atom_names.hpp"       // for polymer_element
#include "docking/components.hpp"       // for component
#include "docking/fragments.hpp"        // for mark_fragments
#include "docking/select_residues.hpp"  // for select_residues
#include "docking/structure_notes.hpp"  // for RuleCounts, rule_notes

namespace azoo::docking {
namespace {

// A residue as first judged; whether it is part of a chain is seen when all are placed.
struct Draft {
  Residue residue;
  ComponentKind component = ComponentKind::unknown;
  bool needs_neighbour = false;  // is a ligand when it is bound to no residue of a chain
};

class Builder {
 public:
  Builder(const RawStructure& raw, RuleCounts& counts) : raw_(raw), counts_(counts) {}

  void add(RawResidue residue) {
    const Component& known = component(residue.name);
    if (known.kind == ComponentKind::water) {
      ++counts_.waters;
      return;
    }
    std::erase_if(residue.atoms, [&](std::size_t i) { return is_left_out(raw_.atoms[i]); });
    settle_alternates(raw_.atoms, residue, counts_.alternates);
    if (residue.atoms.empty()) return;
    Draft draft = judged(residue, known);
    draft.residue.first_atom = all_.atoms.size();
    for (const std::size_t i : residue.atoms) add_atom(raw_.atoms[i], draft);
    draft.residue.atom_count = all_.atoms.size() - draft.residue.first_atom;
    all_.residues.push_back(draft.residue);
    drafts_.push_back(std::move(draft));
  }

  // What stays, with kinds settled.
  void finish(const StructureSelection& selection, Structure& structure) {
    mark_fragments(all_);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Residue& residue = all_.residues[i];
      if (drafts_[i].needs_neighbour && residue.starts_fragment && residue.ends_fragment) {
        residue.kind = ResidueKind::ligand;
        residue.parent = residue.name;
      }
      if (stays(residue, drafts_[i], selection)) copy(residue, structure);
    }
    mark_fragments(structure);
    for (Residue& residue : structure.residues) residue.complete = is_complete(structure, residue);
    count_same_places(structure);
  }

 private:
  bool is_left_out(const RawAtom& atom) {
    if (is_unplaced(atom.position_A)) {
      ++counts_.unplaced;
      return true;
    }
    std::string element = atom.element;
    if (element.empty()) element = element_from_name(atom.name, atom.residue);
    if (element != "H" && element != "D") return false;
    ++counts_.hydrogens;
    return true;
  }

  [[nodiscard]] bool has(const RawResidue& residue, const char* name) const {
    return std::any_of(residue.atoms.begin(), residue.atoms.end(),
                       [&](std::size_t i) { return raw_.atoms[i].name == name; });
  }

  [[nodiscard]] Draft judged(const RawResidue& from, const Component& known) const {
    Draft draft;
    Residue& residue = draft.residue;
    residue.chain = from.chain;
    residue.number = from.number;
    residue.insertion = from.insertion;
    residue.name = residue.parent = from.name;
    draft.component = known.kind;
    // The file's own word on a modified residue comes before the tables.
    const auto parent = raw_.parents.find(from.name);
    const Component& given =
        known.atoms.empty() && parent != raw_.parents.end() ? component(parent->second) : known;
    const Component& used = is_polymer(given.kind) ? given : known;
    if (is_polymer(used.kind)) {
      draft.component = used.kind;
      residue.kind =
          used.kind == ComponentKind::amino_acid ? ResidueKind::amino_acid : ResidueKind::nucleotide;
      if (!used.parent.empty()) residue.parent = used.parent;
      if (from.name == "UNK" && !has(from, "CB")) residue.parent = "GLY";
      draft.needs_neighbour = from.hetero;
    } else if (known.kind == ComponentKind::unknown && has(from, "N") && has(from, "CA") && has(from, "C")) {
      residue.kind = ResidueKind::amino_acid;
      draft.needs_neighbour = true;
    } else if (known.kind == ComponentKind::unknown && has(from, "C1'") && has(from, "C3'") &&
               has(from, "O3'")) {
      residue.kind = ResidueKind::nucleotide;
      draft.needs_neighbour = true;
    } else {
      residue.kind = known.kind == ComponentKind::glycan ? ResidueKind::glycan : ResidueKind::ligand;
    }
    return draft;
  }

  void add_atom(const RawAtom& raw, Draft& draft) {
    Atom atom{raw.position_A, raw.name, raw.element, all_.residues.size()};
    const Residue& residue = draft.residue;
    if (residue.kind == ResidueKind::amino_acid) {
      atom.name = standard_amino_acid_atom(raw.name, residue.parent);
    } else if (residue.kind == ResidueKind::nucleotide) {
      atom.name = standard_nucleotide_atom(raw.name);
    }
    if (atom.name != raw.name) ++counts_.renamed_atoms;
    if (atom.element.empty()) atom.element = element_from_name(atom.name, raw.residue);
    // A standard residue has no calcium: the column says CA where the name was copied into it.
    const std::vector<std::string>& standard = component(residue.name).atoms;
    if (std::find(standard.begin(), standard.end(), atom.name) != standard.end())
      atom.element = polymer_element(atom.name);
    if (residue.kind == ResidueKind::ligand && is_ion(atom.element)) draft.residue.kind = ResidueKind::ion;
    all_.atoms.push_back(std::move(atom));
  }

  // Of a residue of one atom; organic elements alone are the rest of a ligand.
  [[nodiscard]] static bool is_ion(const std::string& element) {
    static const std::set<std::string> organic = {"C", "N", "O", "S", "P", "SE", "B", "SI", "X"};
    return !organic.contains(element);
  }
  // Alkali metals, halogens and noble gases alone come from salt, heavy-atom soaks and pressurised crystals.
  [[nodiscard]] static bool is_buffer_ion(const std::string& element) {
    static const std::set<std::string> list = {"LI", "NA", "K",  "RB", "CS", "F",  "CL",
                                               "BR", "I",  "HE", "NE", "AR", "KR", "XE"};
    return list.contains(element);
  }

  [[nodiscard]] bool stays(Residue& residue, const Draft& draft, const StructureSelection& selection) {
    if (residue.kind == ResidueKind::amino_acid || residue.kind == ResidueKind::nucleotide) return true;
    const bool single = residue.atom_count == 1;
    if (residue.kind == ResidueKind::ion && !single) residue.kind = ResidueKind::ligand;
    const bool salt = single && is_buffer_ion(all_.atoms[residue.first_atom].element);
    const bool metal = residue.kind == ResidueKind::ion && !salt;
    if (!selection.keep_buffer && (salt || (draft.component == ComponentKind::buffer && !metal))) {
      ++counts_.buffer[residue.name];
      return false;
    }
    if (!selection.keep_cofactors) {
      ++counts_.cofactors_out[residue.name];
      return false;
    }
    return true;
  }

  void copy(const Residue& from, Structure& structure) {
    Residue residue = from;
    residue.first_atom = structure.atoms.size();
    for (std::size_t k = 0; k < from.atom_count; ++k) {
      Atom atom = all_.atoms[from.first_atom + k];
      atom.residue = structure.residues.size();
      if (atom.element == "X") ++counts_.unknown_elements;
      structure.atoms.push_back(std::move(atom));
    }
    structure.residues.push_back(std::move(residue));
  }

  // Selenium stands for the sulfur of the parent.
  [[nodiscard]] static bool is_complete(const Structure& structure, const Residue& residue) {
    if (residue.kind != ResidueKind::amino_acid && residue.kind != ResidueKind::nucleotide) return true;
    const std::vector<std::string>& wanted = component(residue.parent).atoms;
    if (wanted.empty() || residue.name == "UNK") return false;
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
      if (find_atom(structure, residue, name.c_str()) != nullptr) return true;
      return (name == "SD" || name == "SG") && find_atom(structure, residue, "SE") != nullptr;
    });
  }

  void count_same_places(const Structure& structure) {
    std::unordered_set<std::string> places;
    for (const Atom& atom : structure.atoms) {
      const Vector3& at = atom.position_A;
      std::string key(reinterpret_cast<const char*>(&at), sizeof at);
      if (!places.insert(std::move(key)).second) ++counts_.same_place;
    }
  }

  const RawStructure& raw_;
  RuleCounts& counts_;
  Structure all_;
  std::vector<Draft> drafts_;
};

// Entities of the chains that stay; a molecule without chains (old COMPND) is of all.
std::vector<Entity> entities_of(const RawStructure& raw, const Structure& structure) {
  std::set<std::string> present;
  for (const Residue& residue : structure.residues) present.insert(residue.chain);
  std::vector<Entity> entities;
  for (Entity entity : raw.entities) {
    if (entity.chains.empty()) entity.chains.assign(present.begin(), present.end());
    std::erase_if(entity.chains, [&](const std::string& chain) { return !present.contains(chain); });
    if (!entity.chains.empty()) entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace

void build_structure(const RawStructure& raw, const StructureSelection& selection, const std::string& file,
                     Structure& structure, Problems& problems) {
  RuleCounts counts;
  std::vector<RawResidue> residues = group_residues(raw.atoms, counts.grouping);
  const std::size_t before = problems.list().size();
  select_residues(residues, selection, file, problems);
  if (problems.list().size() > before) return;
  settle_forms(raw.atoms, residues, counts.alternates);
  Builder builder(raw, counts);
  for (RawResidue& residue : residues) {
    for (const std::size_t i : residue.atoms)
      if (raw.atoms[i].occupancy <= 0.0 && raw.atoms[i].element != "H") ++counts.zero_occupancy;
    builder.add(std::move(residue));
  }
  builder.finish(selection, structure);
  structure.entities = entities_of(raw, structure);
  structure.notes = rule_notes(raw, structure, counts);
  if (structure.atoms.empty())
    problems.add({file, 0, 0}, "", "no atom that the rules let stay",
                 "atoms of a protein, nucleic acid or ligand (not only water, hydrogens and buffer)");
  if (structure.atoms.size() > max_atoms)
    problems.add({file, 0, 0}, "", std::to_string(structure.atoms.size()) + " heavy atoms",
                 "at most " + std::to_string(max_atoms) + "; select chains or residues");
}

}  // namespace azoo::docking
