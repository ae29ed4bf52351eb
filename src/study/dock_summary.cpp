#include "study/dock_summary.hpp"

#include <algorithm>
#include <cstdio>

namespace azoo::study {

namespace {

// "1 pose", "24 poses"
std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

std::string words_of(const docking::Structure& structure) {
  return structure.name + " (" + counted(structure.residues.size(), "residue") + ")";
}

std::string row(const DockOutcome& outcome, std::size_t cluster) {
  const docking::Cluster& c = outcome.result.clusters[cluster];
  const docking::Pose& pose = outcome.result.poses[c.representative];
  char text[128];
  std::snprintf(text, sizeof text, "%7zu %6zu %11.2f %6zu", cluster + 1, c.members.size(), pose.score,
                c.representative + 1);
  std::string line = text;
  if (!outcome.qualities.empty()) {
    const docking::Quality& q = outcome.qualities[c.representative];
    std::snprintf(text, sizeof text, " %6.2f %7.2f %7.2f %6.3f  ", q.fnat, q.interface_rmsd_A,
                  q.ligand_rmsd_A, q.dockq);
    line += text + docking::to_text(q.capri);
  }
  return line;
}

}  // namespace

std::vector<std::string> dock_summary(const DockOutcome& outcome) {
  const DockRequest& request = outcome.request;
  const bool searched = request.poses.empty() && request.models_elsewhere.empty();
  std::vector<std::string> lines;
  lines.push_back(
      words_of(outcome.ligand) + " on " + words_of(outcome.receptor) + ": " +
      counted(outcome.result.poses.size(), searched ? "pose" : "given pose") + " in " +
      counted(outcome.result.clusters.size(), "cluster") + ", by " +
      (request.order == docking::ClusterOrder::both ? "score and population"
                                                    : std::string(docking::to_text(request.order))) +
      ". " + (searched ? "Preset " + request.preset + ", weights " : "Weights ") + request.weights + ".");
  lines.push_back(std::string("cluster   size       score   pose") +
                  (outcome.qualities.empty() ? "" : "   fnat   iRMSD   LRMSD  DockQ  CAPRI"));
  const std::size_t shown = std::min(request.top, outcome.result.clusters.size());
  for (std::size_t i = 0; i < shown; ++i) lines.push_back(row(outcome, i));
  for (const std::string& message : outcome.messages) lines.push_back(message);
  lines.emplace_back(
      "Scores are in arbitrary units, lower is better: no energy, no affinity, not to be compared between "
      "pairs. Not for patient care.");
  return lines;
}

}  // namespace azoo::study
