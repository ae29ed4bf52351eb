#include "report/docking_sections.hpp"

#include <algorithm>  // for min, find, any_of, count_if

#include "report/number_style.hpp"

namespace azoo::report {

namespace {

using docking::BondKind;
using docking::Structure;

constexpr std::size_t most_cluster_rows = 30;

std::string chains_of(const Structure& structure) {
  std::vector<std::string> names;
  for (const docking::Residue& residue : structure.residues)
    if (std::find(names.begin(), names.end(), residue.chain) == names.end()) names.push_back(residue.chain);
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "–" : out;
}

std::string entities_of(const Structure& structure) {
  std::string out;
  for (const docking::Entity& entity : structure.entities) {
    std::string chains;
    for (const std::string& chain : entity.chains) chains += (chains.empty() ? "" : ", ") + chain;
    out += (out.empty() ? "" : "; ") + entity.description + (chains.empty() ? "" : " (chain " + chains + ")");
  }
  return out.empty() ? "the file does not say" : out;
}

std::string or_dash(const std::string& words) {
  return words.empty() ? "–" : words;
}

std::size_t count_of_kind(const Structure& structure, docking::ResidueKind kind) {
  return static_cast<std::size_t>(std::count_if(structure.residues.begin(), structure.residues.end(),
                                                [&](const auto& residue) { return residue.kind == kind; }));
}

std::string content_of(const Structure& structure) {
  const struct {
    docking::ResidueKind kind;
    const char* one;
    const char* many;
  } kinds[] = {{docking::ResidueKind::amino_acid, "amino acid", "amino acids"},
               {docking::ResidueKind::nucleotide, "nucleotide", "nucleotides"},
               {docking::ResidueKind::glycan, "sugar", "sugars"},
               {docking::ResidueKind::ligand, "cofactor or ligand", "cofactors or ligands"},
               {docking::ResidueKind::ion, "ion", "ions"}};
  std::string out;
  for (const auto& each : kinds) {
    const std::size_t count = count_of_kind(structure, each.kind);
    if (count > 0)
      out += (out.empty() ? "" : ", ") + plural(static_cast<std::int64_t>(count), each.one, each.many);
  }
  return out + "; " + plural(static_cast<std::int64_t>(structure.atoms.size()), "heavy atom", "heavy atoms");
}

Markup notes_of(const std::string& heading, const std::vector<std::string>& notes) {
  if (notes.empty()) return {};
  std::vector<Markup> items;
  for (const std::string& each : notes) items.push_back(text(each));
  return subheading(heading) + bullet_list(items);
}

std::string bonds_words(const docking::Interface& interface) {
  const auto count = [&](BondKind kind) { return interface.bonds_of(kind); };
  std::string out = plural(count(BondKind::hydrogen_bond), "hydrogen bond", "hydrogen bonds") + ", " +
                    plural(count(BondKind::salt_bridge), "salt bridge", "salt bridges");
  if (count(BondKind::disulfide) > 0)
    out += ", " + plural(count(BondKind::disulfide), "disulfide", "disulfides");
  return out;
}

}  // namespace

std::string capri_words(docking::CapriClass capri) {
  switch (capri) {
    case docking::CapriClass::acceptable:
      return "acceptable";
    case docking::CapriClass::medium:
      return "medium";
    case docking::CapriClass::high:
      return "high";
    case docking::CapriClass::incorrect:
      break;
  }
  return "incorrect";
}

Markup docking_banner() {
  return element(
             "div",
             paragraph(
                 "Computed – not for patient care. A docked pose is a guess by geometry and statistics; no "
                 "binding was measured. Scores are in arbitrary units: no energy, no affinity."),
             " class=\"banner\" role=\"note\"") +
         Markup{"\n"};
}

std::vector<std::string> docking_summary(const DockingPageInput& input) {
  const docking::DockResult& result = input.result;
  std::vector<std::string> lines;
  lines.push_back("Docked: " + input.ligand.name + " (ligand) on " + input.receptor.name +
                  " (receptor), both rigid.");
  if (result.clusters.empty()) {
    lines.emplace_back("Best cluster: none, the run gave no poses.");
  } else {
    const docking::Cluster& best = result.clusters.front();
    std::string words = "Best cluster: " + std::to_string(best.members.size()) + " of " +
                        plural(static_cast<std::int64_t>(result.poses.size()), "pose", "poses") + ", score " +
                        number(result.poses.at(best.representative).score, 4);
    if (result.clusters.size() > 1) {
      const docking::Cluster& next = result.clusters[1];
      words += "; the next holds " + std::to_string(next.members.size()) + ", score " +
               number(result.poses.at(next.representative).score, 4);
    }
    lines.push_back(words + ".");
  }
  if (input.interfaces.empty()) {
    lines.emplace_back("Interface: none.");
  } else {
    const docking::Interface& interface = input.interfaces.front().interface;
    lines.push_back(
        "Its interface: " + std::to_string(interface.receptor.in_contact) + " and " +
        std::to_string(interface.ligand.in_contact) + " residues in contact, " + bonds_words(interface) +
        ", " + number(interface.buried_A2(), 4) + " Å² of surface lost on both sides together" +
        (interface.clashes > 0 ? ", " + plural(interface.clashes, "clash", "clashes") : "") + ".");
  }
  if (input.quality.empty()) {
    lines.emplace_back("Right or wrong: not known; no reference complex was given.");
  } else {
    const docking::Quality& first = input.quality.front();
    lines.push_back("Against the reference: the best cluster is " + capri_words(first.capri) + " (DockQ " +
                    number(first.dockq, 2) + ").");
  }
  lines.emplace_back(
      "Read with care: scores of different pairs cannot be compared, and small leads mean nothing.");
  return lines;
}

Markup partners_section(const DockingPageInput& input) {
  HtmlTable table("What was docked", {"", "Receptor", "Ligand"});
  const auto row = [&](const char* what, const std::string& receptor, const std::string& ligand) {
    if (receptor.empty() && ligand.empty()) return;
    table.row(std::vector<std::string>{what, or_dash(receptor), or_dash(ligand)});
  };
  const Structure& a = input.receptor;
  const Structure& b = input.ligand;
  row("Name", a.name, b.name);
  row("Title in the file", a.title, b.title);
  row("PDB code in the file", a.identifier, b.identifier);
  row("Molecules, as the file names them", entities_of(a), entities_of(b));
  row("Chains", chains_of(a), chains_of(b));
  row("Content", content_of(a), content_of(b));
  row("File", a.file, b.file);
  row("SHA-256 of the file", a.sha256, b.sha256);
  Markup out = table.finish();
  if (!input.messages.empty()) out += notes_of("What does not agree", input.messages);
  return out + notes_of("What was done with the receptor's file", a.notes) +
         notes_of("What was done with the ligand's file", b.notes);
}

bool counts(const docking::Poses& poses, double docking::ScoreTerms::*term) {
  return std::any_of(poses.begin(), poses.end(),
                     [&](const docking::Pose& pose) { return pose.terms.*term != 0.0; });
}

Markup clusters_section(const DockingPageInput& input) {
  const docking::DockResult& result = input.result;
  if (result.clusters.empty()) return paragraph("There are no clusters.");
  std::vector<std::string> columns = {"Cluster",    "Poses",          "Score",     "Repulsion",
                                      "Attraction", "Electrostatics", "Potential", "Rescoring"};
  const bool sited = counts(result.poses, &docking::ScoreTerms::site);
  const bool restrained = counts(result.poses, &docking::ScoreTerms::restraints);
  if (sited) columns.emplace_back("Site");
  if (restrained) columns.emplace_back("Restraints");
  const bool judged = !input.quality.empty();
  if (judged) columns.insert(columns.end(), {"CAPRI class", "DockQ", "fnat", "i-RMSD, Å", "L-RMSD, Å"});
  HtmlTable table(
      "Clusters, best first: the pose that stands for each, its score in arbitrary units (lower is better) "
      "and the score's weighted parts",
      columns);
  const std::size_t shown = std::min(result.clusters.size(), most_cluster_rows);
  for (std::size_t c = 0; c < shown; ++c) {
    const docking::Pose& pose = result.poses.at(result.clusters[c].representative);
    std::vector<std::string> cells = {std::to_string(c + 1),
                                      std::to_string(result.clusters[c].members.size())};
    for (const double value : {pose.score, pose.terms.repulsion, pose.terms.attraction,
                               pose.terms.electrostatics, pose.terms.pair_potential, pose.terms.rescoring})
      cells.push_back(number(value, 4));
    if (sited) cells.push_back(number(pose.terms.site, 4));
    if (restrained) cells.push_back(number(pose.terms.restraints, 4));
    if (judged && c < input.quality.size()) {
      const docking::Quality& quality = input.quality[c];
      cells.push_back(capri_words(quality.capri));
      for (const double value :
           {quality.dockq, quality.fnat, quality.interface_rmsd_A, quality.ligand_rmsd_A})
        cells.push_back(number(value, 2));
    }
    cells.resize(columns.size(), "–");
    table.row(cells);
  }
  Markup out = table.finish("long");
  if (shown < result.clusters.size()) {
    out += note("The first " + std::to_string(shown) + " of " + std::to_string(result.clusters.size()) +
                " clusters; all are in clusters.csv.");
  }
  if (judged) {
    out += note(
        "Judged against the reference by CAPRI's measures (Mendez et al. 2003) and DockQ (Basu and Wallner "
        "2016). "
        "The reference had no part in the search.");
  }
  return out + notes_of("Notes on the reference", input.reference_notes);
}

}  // namespace azoo::report
