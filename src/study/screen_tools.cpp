// What docks, calibrates and writes the pairs of a screen.
#include <memory>
#include <optional>
#include <utility>

#include "docking/chance.hpp"
#include "docking/dock.hpp"
#include "study/pair_files.hpp"
#include "study/run_screen.hpp"

namespace azoo::study {

namespace {

screen::ChanceFunction chance_for(std::string_view preset, std::string_view weights, Problems& problems) {
  auto model = docking::ChanceModel::load(preset, weights, problems);
  if (!model) return {};
  return [kept = std::make_shared<const docking::ChanceModel>(std::move(*model))](
             double score, double receptor_atoms, double ligand_atoms) {
    const docking::Chance chance = kept->of(score, receptor_atoms, ligand_atoms);
    return screen::AgainstChance{chance.z, chance.p, chance.smallest_p, chance.residual, chance.extrapolated};
  };
}

}  // namespace

ScreenTools screen_tools() {
  return {docking::dock, chance_for, write_pair_files};
}

}  // namespace azoo::study
