#include "docking/structure_notes.hpp"

#include <utility>  // for pair

#include "docking/components.hpp"  // for component

namespace azoo::docking {
namespace {

// "1 water", "3 waters"
std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// "2 GOL, 1 SO4"; long lists are cut.
std::string listed(const std::map<std::string, std::size_t>& names) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& [name, count] : names) {
    if (++shown > 12) return text + " and " + std::to_string(names.size() - 12) + " more kinds";
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + name;
  }
  return text;
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 5) return text + " and " + std::to_string(items.size() - 5) + " more";
    text += (i == 0 ? "" : ", ") + items[i];
  }
  return text;
}

// What a look at the finished structure tells.
struct Survey {
  std::map<std::string, std::size_t> kept;      // ligands, ions, glycans
  std::map<std::string, std::size_t> modified;  // "MSE as MET"
  std::map<std::string, std::size_t> strange;   // polymer residues without a known parent
  std::vector<std::string> incomplete;
  std::vector<std::string> gaps;
  std::size_t unknown_residues = 0;
  std::size_t amino_acids = 0;
  std::size_t alpha_only = 0;
  std::size_t nucleotides = 0;
};

std::string place(const Residue& residue) {
  std::string text = residue.chain + ":" + std::to_string(residue.number);
  if (residue.insertion != ' ') text += residue.insertion;
  return text;
}

Survey survey(const Structure& structure) {
  Survey found;
  const Residue* last = nullptr;
  for (const Residue& residue : structure.residues) {
    if (residue.kind != ResidueKind::amino_acid && residue.kind != ResidueKind::nucleotide) {
      ++found.kept[residue.name];
      continue;
    }
    if (last != nullptr && last->chain == residue.chain && residue.starts_fragment)
      found.gaps.push_back(place(*last) + " to " + place(residue));
    last = &residue;
    const bool amino = residue.kind == ResidueKind::amino_acid;
    ++(amino ? found.amino_acids : found.nucleotides);
    if (residue.name == "UNK") ++found.unknown_residues;
    if (component(residue.parent).atoms.empty()) {
      ++found.strange[residue.name];
    } else if (residue.parent != residue.name && residue.name != "UNK") {
      ++found.modified[residue.name + " as " + residue.parent];
    }
    if (amino && residue.atom_count == 1) {
      ++found.alpha_only;
    } else if (!residue.complete && residue.name != "UNK" && !component(residue.parent).atoms.empty()) {
      found.incomplete.push_back(to_text(residue));
    }
  }
  return found;
}

class Notes {
 public:
  void add_if(std::size_t count, const std::string& text) {
    if (count > 0) list_.push_back(text);
  }
  std::vector<std::string> take() { return std::move(list_); }

 private:
  std::vector<std::string> list_;
};

void tell_left_out(const RawStructure& raw, const RuleCounts& counts, Notes& notes) {
  notes.add_if(raw.models.size() > 1 ? 1 : 0, "took model " + std::to_string(raw.model) + " of " +
                                                  std::to_string(raw.models.size()) + " models");
  notes.add_if(counts.waters, "left out " + counted(counts.waters, "water", "waters"));
  notes.add_if(counts.hydrogens, "left out " + counted(counts.hydrogens, "hydrogen atom", "hydrogen atoms"));
  notes.add_if(counts.buffer.size(), "left out substances of the crystallisation: " + listed(counts.buffer));
  notes.add_if(counts.cofactors_out.size(),
               "left out ligands, ions and glycans, as asked for: " + listed(counts.cofactors_out));
  notes.add_if(counts.unplaced, "left out " + counted(counts.unplaced, "atom", "atoms") +
                                    " that the file marks as not placed (9999.000)");
  notes.add_if(
      counts.grouping.duplicates,
      "left out " + counted(counts.grouping.duplicates, "atom", "atoms") + " given twice; the first counts");
  notes.add_if(counts.alternates.other_forms,
               "left out " + counted(counts.alternates.other_forms, "residue", "residues") +
                   " for another residue of higher occupancy at the same place");
}

void tell_choices(const RuleCounts& counts, Notes& notes) {
  notes.add_if(counts.alternates.residues,
               "took one of several positions in " +
                   counted(counts.alternates.residues, "residue", "residues") +
                   ": that of the highest occupancy, the first label among equals");
  notes.add_if(counts.grouping.numbers_again,
               counted(counts.grouping.numbers_again, "residue has", "residues have") +
                   " a number and a name that stand in the same chain before; all were kept");
  notes.add_if(counts.zero_occupancy,
               "kept " + counted(counts.zero_occupancy, "atom", "atoms") + " of zero occupancy");
  notes.add_if(counts.renamed_atoms, "gave " + counted(counts.renamed_atoms, "atom its", "atoms their") +
                                         " standard name (OT1 to O, O5* to O5' ...)");
  notes.add_if(counts.unknown_elements,
               "the element of " + counted(counts.unknown_elements, "atom", "atoms") + " cannot be told");
  notes.add_if(counts.same_place,
               counted(counts.same_place, "atom lies", "atoms lie") + " exactly on another atom");
}

}  // namespace

std::vector<std::string> rule_notes(const RawStructure& raw, const Structure& structure,
                                    const RuleCounts& counts) {
  Notes notes;
  for (const std::string& note : raw.notes) notes.add_if(1, note);
  tell_left_out(raw, counts, notes);
  tell_choices(counts, notes);
  const Survey found = survey(structure);
  notes.add_if(found.kept.size(), "kept ligands, ions and glycans: " + listed(found.kept));
  notes.add_if(found.modified.size(),
               "modified residues are treated as their parents: " + listed(found.modified));
  notes.add_if(found.unknown_residues, counted(found.unknown_residues, "residue is", "residues are") +
                                           " of unknown kind (UNK), treated as ALA, or GLY without CB");
  notes.add_if(found.strange.size(), "residues without a known parent: " + listed(found.strange));
  notes.add_if(found.nucleotides, counted(found.nucleotides, "nucleotide", "nucleotides"));
  notes.add_if(found.alpha_only, counted(found.alpha_only, "amino acid has", "amino acids have") +
                                     " a single atom (such as CA alone), of " +
                                     std::to_string(found.amino_acids));
  notes.add_if(found.incomplete.size(),
               counted(found.incomplete.size(), "residue lacks atoms and is taken as it stands: ",
                       "residues lack atoms and are taken as they stand: ") +
                   listed(found.incomplete));
  notes.add_if(found.gaps.size(),
               counted(found.gaps.size(), "gap", "gaps") + " in the chains: " + listed(found.gaps));
  return notes.take();
}

}  // namespace azoo::docking
