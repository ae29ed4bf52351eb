#include "screen/design.hpp"

namespace azoo::screen {

namespace {

void add(docking::Restraints& to, const docking::Restraints& more) {
  to.masks.insert(to.masks.end(), more.masks.begin(), more.masks.end());
  to.distances.insert(to.distances.end(), more.distances.begin(), more.distances.end());
  if (more.membrane.present) to.membrane = more.membrane;
}

}  // namespace

std::string pair_name(const Design& design, Pair pair) {
  return design.ligands[pair.ligand].name + "--" + design.receptors[pair.receptor].name;
}

docking::DockOptions options_of(const Design& design, Pair pair) {
  docking::DockOptions options;
  options.preset = design.preset;
  options.weights = design.weights;
  options.poses_apart_A = design.poses_apart_A;
  options.clusters = design.clusters;
  options.restraints = design.receptors[pair.receptor].restraints;
  for (const PairRestraints& each : design.pairs) {
    if (each.ligand == design.ligands[pair.ligand].name &&
        each.receptor == design.receptors[pair.receptor].name)
      add(options.restraints, each.restraints);
  }
  return options;
}

bool is_restrained(const Design& design, Pair pair) {
  const docking::Restraints restraints = options_of(design, pair).restraints;
  return restraints.membrane.present || !restraints.masks.empty() || !restraints.distances.empty();
}

}  // namespace azoo::screen
