#include "report/docking_sections.hpp"
#include "report/number_style.hpp"

namespace azoo::report {

namespace {

std::string restraint_words(const docking::Restraints& restraints) {
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
  for (const docking::SiteMask& mask : restraints.masks) {
    std::string residues;
    for (const std::string& each : mask.residues) residues += (residues.empty() ? "" : ", ") + each;
    add(std::string(mask.attract ? "contacts favoured with " : "contacts forbidden with ") + residues +
        " of the " + (mask.partner == docking::Partner::receptor ? "receptor" : "ligand"));
  }
  for (const docking::DistanceRestraint& each : restraints.distances) {
    add("distance between " +
        plural(static_cast<std::int64_t>(each.receptor_residues.size()), "range", "ranges") +
        " of the receptor and " +
        plural(static_cast<std::int64_t>(each.ligand_residues.size()), "range", "ranges") +
        " of the ligand from " + exact(each.min_A) + " to " + exact(each.max_A) + " Å");
  }
  if (restraints.membrane.present)
    add("a membrane of " + exact(2.0 * restraints.membrane.half_thickness_A) +
        " Å that the ligand stays out of");
  return out.empty() ? "none" : out;
}

std::string cluster_words(const docking::ClusterRules& rules) {
  const std::string same =
      "poses are alike when the ligand's alpha carbons at the interface differ by at most " +
      exact(rules.radius_A) + " Å (RMSD, receptor fixed); of the best " + std::to_string(rules.poses_taken) +
      " poses ";
  if (rules.order == docking::ClusterOrder::population) {
    return "By population: " + same +
           "the one with most neighbours opens a cluster and takes them, then the next among those left "
           "(Comeau et al. "
           "2004). Rank 1 is the largest cluster, not the best score.";
  }
  const std::string by_score =
      same + "the best opens a cluster and takes its neighbours, then the best among those left.";
  if (rules.order == docking::ClusterOrder::score) return "By score: " + by_score;
  return "By score and population together: " + by_score +
         " Clusters then stand in the order of the soft minimum of their scores, each pose counted as often "
         "as "
         "places of the search led to it: a cluster with many good poses goes before one with a single pose "
         "that is a little better.";
}

std::string grid_words(const docking::SearchRecord& record) {
  return std::to_string(record.grid[0]) + " × " + std::to_string(record.grid[1]) + " × " +
         std::to_string(record.grid[2]) + " points, " + exact(record.spacing_A) + " Å apart";
}

}  // namespace

Markup docking_method_section(const DockingPageInput& input) {
  const docking::SearchRecord& record = input.result.record;
  const docking::Poses& poses = input.result.poses;
  const std::string ranked = counts(poses, &docking::ScoreTerms::site)
                                 ? ", ranked by a firmer one and by where on the partners they lie"
                             : counts(poses, &docking::ScoreTerms::rescoring) ? ", ranked by a firmer one"
                                                                              : "";
  const std::string search = record.rotations == 0
                                 ? "The poses were made elsewhere; here they were scored, and alike poses "
                                   "were put together in clusters."
                                 : "Both partners are rigid. Every orientation of a uniform set of rotations "
                                   "is laid on every point of a grid at "
                                   "once by the fast Fourier transform, the best placements are refined off "
                                   "the grid by a smooth form of the same score" +
                                       ranked + ", and alike poses are put together in clusters.";
  Markup out = paragraph(search);
  HtmlTable table("How it was done", {"Item", "Setting"});
  const auto row = [&](const char* item, const std::string& setting) {
    table.row(std::vector<std::string>{item, setting});
  };
  row("Preset", input.options.preset);
  row("Weights of the score's parts", input.options.weights);
  if (record.rotations > 0) {
    row("Rotations", std::to_string(record.rotations));
    row("Grid", grid_words(record));
    row("Fourier transforms", std::to_string(record.transforms));
    row("Poses refined off the grid", std::to_string(record.poses_refined));
    if (record.poses_refined_again > 0)
      row("Refined again on the score that ranks them; terms are means of both ends",
          std::to_string(record.poses_refined_again));
    row("Poses left out",
        "those within " + exact(input.options.poses_apart_A) +
            " Å of a better one (RMSD of the ligand's alpha carbons at the interface, receptor fixed)");
    if (record.partners_swapped)
      row("Inside", "the ligand, being larger, stood still; poses are told as asked for");
  }
  row("Restraints", restraint_words(input.options.restraints));
  row("Clusters", cluster_words(input.options.clusters));
  row("Poses in all", std::to_string(input.result.poses.size()));
  out += table.finish();
  if (!input.command.empty()) {
    out +=
        subheading("How to repeat this run") + element("pre", text(input.command)) + Markup{"\n"} +
        note(
            "The same files, options and version give the same poses, byte by byte, on any number of cores.");
  }
  return out;
}

Markup docking_reading_section() {
  std::vector<Markup> items;
  for (const char* each :
       {"A score is the sum of weighted terms that were tuned to bring right poses to the "
        "front of one pair's list. It has no "
        "unit, is no energy in kcal/mol and no affinity.",
        "Scores grow with the size of the molecules. They must not be compared between "
        "pairs, nor used to say that one "
        "protein binds better than another.",
        "Every pair of proteins gets a best pose, also those that never meet. Docking "
        "does not say whether two proteins bind.",
        "Rigid partners miss what moves on binding. Where loops or domains move, the "
        "right pose may be absent from the list.",
        "Of 161 known complexes of all degrees of difficulty, docked with a score that had not "
        "seen them, 37 % had an acceptable pose among the first ten clusters and 11 % as "
        "the first. Look at several, and test by mutation or cross-linking.",
        "Hydrogen bonds and salt bridges are read off heavy atoms by distance and angle; "
        "in a docked model single bonds are "
        "uncertain."})
    items.push_back(text(each));
  return bullet_list(items) +
         paragraph("Not for patient care: nothing here may guide the treatment of any person.");
}

}  // namespace azoo::report
