// A docking result laid out by hand around a known pose: clusters near it and off it, so that the page can be
// tested without a search.
#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "docking/dock.hpp"
#include "docking/interface_tables.hpp"
#include "docking_interface/molecule.hpp"
#include "report/docking_page.hpp"

namespace azoo::docking::test {

struct MadeRun {
  Structure receptor;
  Structure ligand;
  DockResult result;
  DockOptions options;
  std::vector<RankedInterface> interfaces;
  std::vector<Quality> quality;
};

inline MadeRun made_run(Structure receptor, Structure ligand, std::size_t clusters, std::size_t interfaces) {
  MadeRun run{std::move(receptor), std::move(ligand), {}, {}, {}, {}};
  constexpr std::size_t members = 20;
  Vector3 centre;
  for (const Atom& atom : run.ligand.atoms)
    centre = centre + (1.0 / static_cast<double>(run.ligand.atoms.size())) * atom.position_A;
  for (std::size_t k = 0; k < clusters * members; ++k) {
    Pose pose;
    const auto away = static_cast<double>(k % clusters);
    // Turned about the ligand's own centre and shifted a little.
    pose.motion.rotation = rotation_about({0.08 * away, 0.05 * away, -0.06 * away});
    pose.motion.shift_A =
        centre - matrix_of(pose.motion.rotation) * centre + Vector3{0.7 * away, -0.5 * away, 0.3 * away};
    pose.terms = {120.0 + static_cast<double>(k), -300.5, -80.25 + 0.01 * static_cast<double>(k), -150.0,
                  0.0};
    pose.score = pose.terms.sum();
    run.result.poses.push_back(pose);
  }
  for (std::size_t c = 0; c < clusters; ++c) {
    Cluster cluster;
    cluster.representative = c;
    for (std::size_t k = c; k < run.result.poses.size() - c; k += clusters) cluster.members.push_back(k);
    run.result.clusters.push_back(cluster);
    run.quality.push_back({0.9 / (1.0 + static_cast<double>(c)), 1.0, 2.0,
                           0.8 / (1.0 + static_cast<double>(c)),
                           c == 0 ? CapriClass::medium : CapriClass::incorrect});
  }
  run.result.record = {1.0, {96, 96, 96}, 4608, 9216, 2000, 500, false, "made by hand"};
  for (std::size_t c = 0; c < interfaces && c < clusters; ++c)
    run.interfaces.push_back(
        {c + 1, interface_of(run.receptor, run.ligand, run.result.poses[c].motion, shipped_rules())});
  return run;
}

inline report::DockingPageInput page_input(const MadeRun& run) {
  return {run.receptor,
          run.ligand,
          run.result,
          run.options,
          run.interfaces,
          shipped_rules(),
          run.quality,
          {},
          {},
          "0.0",
          "azoo dock receptor.pdb ligand.pdb",
          ""};
}

// An ideal alpha helix of alternating residues along z; backbone, beta carbon and, where there is one, a
// charged end. 100 degrees and 1.5 A a residue (Pauling, Corey and Branson, PNAS 1951).
inline Structure helix(const std::string& chain, std::size_t residues, double x) {
  Structure structure;
  structure.name = "helix " + chain;
  const auto at = [&](double radius, double angle_deg, double z) {
    const double angle = angle_deg * 3.14159265358979 / 180.0;
    return Vector3{x + radius * std::cos(angle), radius * std::sin(angle), z};
  };
  for (std::size_t k = 0; k < residues; ++k) {
    const double turn = 100.0 * static_cast<double>(k);
    const double z = 1.5 * static_cast<double>(k);
    const bool acid = k % 2 == 0;
    std::vector<NamedPlace> atoms = {{"N", at(1.55, turn - 28.0, z - 0.9)},
                                     {"CA", at(2.29, turn, z)},
                                     {"C", at(1.65, turn + 26.0, z + 1.1)},
                                     {"O", at(1.9, turn + 24.0, z + 2.3)},
                                     {"CB", at(3.3, turn - 18.0, z - 0.4)}};
    if (acid) {
      atoms.push_back({"CG", at(4.6, turn - 14.0, z - 0.1)});
      atoms.push_back({"OD1", at(5.4, turn - 4.0, z - 0.6)});
      atoms.push_back({"OD2", at(5.2, turn - 24.0, z + 0.7)});
    } else {
      atoms.push_back({"CG", at(4.7, turn - 16.0, z)});
      atoms.push_back({"CD", at(5.9, turn - 18.0, z - 0.5)});
      atoms.push_back({"CE", at(7.1, turn - 17.0, z)});
      atoms.push_back({"NZ", at(8.3, turn - 18.0, z - 0.4)});
    }
    add_residue(structure, chain, static_cast<int>(k) + 1, acid ? "ASP" : "LYS", atoms);
  }
  structure.residues.front().starts_fragment = true;
  structure.residues.back().ends_fragment = true;
  return structure;
}

inline MadeRun two_helices() {
  return made_run(helix("A", 24, 0.0), helix("B", 18, 11.0), 3, 2);
}

}  // namespace azoo::docking::test
