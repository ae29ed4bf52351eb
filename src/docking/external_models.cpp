#include "docking/external_models.hpp"

#include <algorithm>  // for any_of, equal, find
#include <utility>    // for move

#include "docking/backbone.hpp"          // for common_backbone, rmsd_A
#include "docking/read_structure.hpp"    // for read_structure
#include "docking/residue_matching.hpp"  // for match_partners, match_molecule

namespace azoo::docking {
namespace {

constexpr std::size_t least_points = 3;  // a superposition needs

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

std::vector<std::string> chain_names(const Structure& structure) {
  std::vector<std::string> names;
  for (const Residue& residue : structure.residues)
    if (!contains(names, residue.chain)) names.push_back(residue.chain);
  return names;
}

Structure part_of(const Structure& model, const std::vector<std::string>& chains, const std::string& role) {
  Structure part = model;
  part.name = model.name + " (" + role + ")";
  part.residues.clear();
  part.atoms.clear();
  for (Residue residue : model.residues) {
    if (!contains(chains, residue.chain)) continue;
    const std::size_t first = part.atoms.size();
    for (std::size_t i = residue.first_atom; i < residue.first_atom + residue.atom_count; ++i) {
      part.atoms.push_back(model.atoms[i]);
      part.atoms.back().residue = part.residues.size();
    }
    residue.first_atom = first;
    part.residues.push_back(std::move(residue));
  }
  return part;
}

// The chains as the user names them, checked.
bool chains_are_good(const Structure& model, const ModelChains& chains, Problems& problems) {
  const std::vector<std::string> present = chain_names(model);
  const Place place{model.file, 0, 0};
  bool good = true;
  const auto fault = [&](const std::string& field, const std::string& found, const std::string& expected) {
    problems.add(place, field, found, expected);
    good = false;
  };
  for (const auto& [role, names] :
       {std::pair{"receptor chains", &chains.receptor}, std::pair{"ligand chains", &chains.ligand}}) {
    if (names->empty()) fault(role, "none", "chains of both partners, or of neither");
    for (const std::string& name : *names)
      if (!contains(present, name)) fault(role, name, "one of the model's chains: " + joined(present));
  }
  for (const std::string& name : chains.ligand)
    if (contains(chains.receptor, name))
      fault("ligand chains", name, "a chain that is not the receptor's too");
  return good;
}

// Finds the chains of the model that are like those of the given partners.
ModelChains chains_by_likeness(const Structure& model, const Structure& receptor, const Structure& ligand,
                               std::vector<std::string>& notes, Problems& problems) {
  const MatchedPartners matched = match_partners(receptor, ligand, model, problems);
  notes = matched.notes;
  ModelChains chains;
  const auto take = [&](const std::vector<MatchedResidue>& residues, std::vector<std::string>& names) {
    for (const MatchedResidue& residue : residues)
      if (!contains(names, model.residues[residue.known].chain))
        names.push_back(model.residues[residue.known].chain);
  };
  take(matched.receptor, chains.receptor);
  take(matched.ligand, chains.ligand);
  return chains;
}

// A given molecule, laid on its likeness in the model.
struct Laid {
  RigidMotion motion;
  double rmsd_A = 0.0;
  std::size_t atoms = 0;
};

std::optional<Laid> lay(const Structure& given, const std::string& role, const Structure& likeness,
                        std::vector<std::string>& notes, Problems& problems) {
  Problems found;
  const MatchedPartners matched = match_molecule(given, role, likeness, found);
  for (const Problem& problem : found.list()) problems.add(problem);
  if (found.any()) return std::nullopt;
  notes.insert(notes.end(), matched.notes.begin(), matched.notes.end());
  const CommonBackbone backbone = common_backbone(given, likeness, matched.receptor);
  if (backbone.size() < least_points) {
    problems.add({likeness.file, 0, 0}, likeness.name,
                 std::to_string(backbone.size()) + " backbone atoms in common with " + given.name,
                 "at least three, to lay one on the other");
    return std::nullopt;
  }
  const RigidMotion motion = superposition(backbone.partner_A, backbone.known_A);
  return Laid{motion, docking::rmsd_A(motion, backbone.partner_A, backbone.known_A), backbone.size()};
}

// read_structure says so with this field.
bool no_such_model(const Problems& problems) {
  return std::any_of(problems.list().begin(), problems.list().end(),
                     [](const Problem& problem) { return problem.field == "model"; });
}

bool same_atoms(const Structure& a, const Structure& b) {
  return std::equal(a.atoms.begin(), a.atoms.end(), b.atoms.begin(), b.atoms.end(),
                    [](const Atom& p, const Atom& q) { return p.position_A == q.position_A; });
}

}  // namespace

std::vector<Structure> read_models(const std::filesystem::path& path, Problems& problems) {
  constexpr int most_models = 10'000;
  std::vector<Structure> models;
  Problems first;
  std::optional<Structure> alone = read_structure(path, StructureSelection{}, first);
  if (!alone) {
    for (const Problem& problem : first.list()) problems.add(problem);
    return models;
  }
  for (int number = 1; number <= most_models; ++number) {
    Problems found;
    StructureSelection selection;
    selection.model = number;
    std::optional<Structure> model = read_structure(path, selection, found);
    if (!model) {
      // Any other fault is the model's own.
      if (!no_such_model(found))
        for (const Problem& problem : found.list()) problems.add(problem);
      break;
    }
    models.push_back(std::move(*model));
  }
  // The first model of the file may have another number than 1.
  if (models.empty() || !same_atoms(models.front(), *alone)) models.insert(models.begin(), std::move(*alone));
  return models;
}

std::optional<ModelPartners> split_model(const Structure& model, const ModelChains& chains,
                                         const Structure& receptor, const Structure& ligand,
                                         Problems& problems) {
  ModelPartners partners;
  ModelChains taken = chains;
  if (chains.receptor.empty() && chains.ligand.empty()) {
    Problems found;
    taken = chains_by_likeness(model, receptor, ligand, partners.notes, found);
    for (const Problem& problem : found.list()) problems.add(problem);
    if (found.any()) return std::nullopt;
  } else if (!chains_are_good(model, chains, problems)) {
    return std::nullopt;
  }
  partners.receptor = part_of(model, taken.receptor, "receptor");
  partners.ligand = part_of(model, taken.ligand, "ligand");
  return partners;
}

std::optional<ModelPose> pose_of_model(const ModelPartners& model, const Structure& receptor,
                                       const Structure& ligand, Problems& problems) {
  ModelPose pose;
  const std::optional<Laid> still = lay(receptor, "receptor", model.receptor, pose.notes, problems);
  const std::optional<Laid> placed = lay(ligand, "ligand", model.ligand, pose.notes, problems);
  if (!still || !placed) return std::nullopt;
  pose.motion = compose(inverse(still->motion), placed->motion);
  pose.motion.rotation = normalised(pose.motion.rotation);
  pose.receptor_rmsd_A = still->rmsd_A;
  pose.ligand_rmsd_A = placed->rmsd_A;
  pose.receptor_atoms = still->atoms;
  pose.ligand_atoms = placed->atoms;
  return pose;
}

std::optional<Quality> quality_of_model(const ModelPartners& model, const Structure& reference,
                                        Problems& problems, std::vector<std::string>& notes) {
  Problems found;
  const ReferenceComplex complex(model.receptor, model.ligand, reference, found);
  for (const Problem& problem : found.list()) problems.add(problem);
  notes.insert(notes.end(), complex.notes().begin(), complex.notes().end());
  if (found.any()) return std::nullopt;
  return complex.quality(RigidMotion{});
}

}  // namespace azoo::docking
