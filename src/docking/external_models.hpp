// Complexes that were modelled elsewhere, by a predictor of structures or another docking program: taken
// apart into receptor and ligand, told as a pose of the given molecules, and compared with the known complex
// as they are.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"          // for Problems
#include "docking/evaluation.hpp"    // for Quality
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/structure.hpp"     // for Structure

namespace azoo::docking {

// Which chains of a model are which partner. Chains named for neither are left out. Both empty: found by name
// and sequence, as match_partners says.
struct ModelChains {
  std::vector<std::string> receptor;
  std::vector<std::string> ligand;
};

struct ModelPartners {
  Structure receptor;  // the model's own coordinates
  Structure ligand;
  std::vector<std::string> notes;
};

// The pose of rigid partners that is nearest to the model: each partner's backbone is laid on the model's.
struct ModelPose {
  RigidMotion motion;  // of the given ligand, the given receptor standing still
  double receptor_rmsd_A =
      0.0;  // what a rigid motion cannot tell: backbone RMSD of the given partner laid on the model
  double ligand_rmsd_A = 0.0;
  std::size_t receptor_atoms = 0;  // backbone atoms that were laid on each other
  std::size_t ligand_atoms = 0;
  std::vector<std::string> notes;
};

// All models of a file, in its order: numbers 1, 2, 3 ... as far as they go, else the first one alone.
// Problems: those of read_structure.
[[nodiscard]] std::vector<Structure> read_models(const std::filesystem::path& path, Problems& problems);

// Problems: a named chain that is not there, a chain named for both, only one partner named, a partner that
// is not found, a partner without atoms.
[[nodiscard]] std::optional<ModelPartners> split_model(const Structure& model, const ModelChains& chains,
                                                       const Structure& receptor, const Structure& ligand,
                                                       Problems& problems);

// Problems: fewer than three backbone atoms of a partner in common.
[[nodiscard]] std::optional<ModelPose> pose_of_model(const ModelPartners& model, const Structure& receptor,
                                                     const Structure& ligand, Problems& problems);

// On the model's own coordinates, so that what was modelled well or badly inside the partners counts too.
// Problems: those of ReferenceComplex. Its notes are added to `notes`.
[[nodiscard]] std::optional<Quality> quality_of_model(const ModelPartners& model, const Structure& reference,
                                                      Problems& problems, std::vector<std::string>& notes);

}  // namespace azoo::docking
