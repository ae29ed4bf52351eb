#include "report/screen_sections.hpp"

#include <algorithm>   // for sort
#include <cmath>       // for isnan
#include <filesystem>  // for path
#include <set>         // for set

#include "report/number_style.hpp"

namespace azoo::report {

namespace {

std::string joined(const std::vector<std::string>& items, const char* divider) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : divider) + item;
  return out;
}

std::string chains_of(const docking::Structure& structure) {
  std::vector<std::string> chains;
  for (const docking::Residue& residue : structure.residues) {
    if (std::find(chains.begin(), chains.end(), residue.chain) == chains.end())
      chains.push_back(residue.chain);
  }
  return joined(chains, ", ");
}

std::string entity_words(const docking::Structure& structure) {
  std::vector<std::string> words;
  for (const docking::Entity& entity : structure.entities)
    words.push_back(entity.description +
                    (entity.chains.empty() ? "" : " (" + joined(entity.chains, ", ") + ")"));
  if (words.empty()) return structure.title.empty() ? "nothing" : structure.title;
  return joined(words, "; ");
}

void add_rows(HtmlTable& table, const char* group, const std::vector<screen::Molecule>& molecules,
              const std::vector<MoleculeFacts>& facts) {
  table.group(group);
  for (std::size_t i = 0; i < facts.size() && i < molecules.size(); ++i) {
    const docking::Structure& structure = *facts[i].structure;
    const std::string code = molecules[i].identifier.empty() ? structure.identifier : molecules[i].identifier;
    table.row(std::vector<std::string>{molecules[i].name, molecules[i].called, code.empty() ? "–" : code,
                                       entity_words(structure), chains_of(structure),
                                       std::to_string(structure.residues.size()),
                                       std::to_string(structure.atoms.size())});
  }
}

Markup warning_list(const ScreenReportInput& input) {
  std::vector<Markup> items;
  const auto look = [&](const std::vector<screen::Molecule>& molecules,
                        const std::vector<MoleculeFacts>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      for (const std::string& each : facts[i].warnings)
        items.push_back(element("strong", text(molecules[i].name + ": ")) + text(each));
    }
  };
  look(input.design.ligands, input.ligands);
  look(input.design.receptors, input.receptors);
  if (items.empty()) return paragraph("No file contradicts what the study calls it.");
  return element("div", paragraph("What the files of the structures object to:") + bullet_list(items),
                 " class=\"banner\" role=\"note\"") +
         Markup{"\n"};
}

// What rules did to each structure, and what the study says of it.
Markup note_list(const ScreenReportInput& input) {
  std::vector<Markup> items;
  const auto look = [&](const std::vector<screen::Molecule>& molecules,
                        const std::vector<MoleculeFacts>& facts) {
    for (std::size_t i = 0; i < facts.size() && i < molecules.size(); ++i) {
      std::vector<std::string> words = facts[i].structure->notes;
      if (!molecules[i].note.empty()) words.insert(words.begin(), molecules[i].note);
      if (!words.empty())
        items.push_back(element("strong", text(molecules[i].name + ": ")) + text(joined(words, "; ")));
    }
  };
  look(input.design.ligands, input.ligands);
  look(input.design.receptors, input.receptors);
  if (items.empty()) return {};
  return subheading("Notes on the structures") + bullet_list(items);
}

}  // namespace

Markup screen_banner() {
  return element(
             "div",
             paragraph(
                 "Computed – not for patient care. Docking scores are in arbitrary units: no energies, no "
                 "affinities, and no sign that two proteins meet, bind or do anything in a testis."),
             " class=\"banner\" role=\"note\"") +
         Markup{"\n"};
}

Markup structures_section(const ScreenReportInput& input) {
  HtmlTable table(
      "What was docked. Atoms: heavy atoms that are scored",
      {"Name", "Called by the study", "PDB", "By the file's own words", "Chains", "Residues", "Atoms"});
  add_rows(table, "Ligands", input.design.ligands, input.ligands);
  add_rows(table, "Receptors", input.design.receptors, input.receptors);
  return warning_list(input) + table.finish("long") + note_list(input);
}

Markup search_section(const ScreenReportInput& input) {
  if (input.searches.empty()) return paragraph("Nothing was searched.");
  std::set<std::string> grids;
  std::set<std::string> spacings;
  std::set<std::string> rotations;
  std::size_t transforms = 0;
  std::size_t swapped = 0;
  for (const docking::SearchRecord& each : input.searches) {
    if (each.rotations == 0) continue;
    grids.insert(std::to_string(each.grid[0]) + " × " + std::to_string(each.grid[1]) + " × " +
                 std::to_string(each.grid[2]));
    spacings.insert(exact(each.spacing_A));
    rotations.insert(std::to_string(each.rotations));
    transforms += each.transforms;
    swapped += each.partners_swapped ? 1U : 0U;
  }
  const docking::ClusterRules& rules = input.design.clusters;
  const auto list = [](const std::set<std::string>& words) {
    return words.empty() ? std::string("–") : joined({words.begin(), words.end()}, ", ");
  };
  HtmlTable table("How the pairs were searched; each pair's own in searches.csv", {"What", "Value"});
  const auto row = [&](const char* what, const std::string& value) {
    table.row(std::vector<std::string>{what, value});
  };
  row("Preset and weights", input.design.preset + ", " + input.design.weights);
  row("Rotations", list(rotations));
  row("Grid spacing, Å", list(spacings));
  row("Grids", list(grids));
  row("Fourier transforms, all pairs", std::to_string(transforms));
  row("Pairs in which the larger partner stood still", std::to_string(swapped));
  row("Poses left out", "those within " + exact(input.design.poses_apart_A) + " Å of a better one");
  row("Clusters",
      "order by " +
          std::string(rules.order == docking::ClusterOrder::both ? "score and population"
                                                                 : docking::to_text(rules.order)) +
          ", radius " + exact(rules.radius_A) + " Å, of the best " + std::to_string(rules.poses_taken) +
          " poses");
  return table.finish();
}

Markup screen_repeat_section(const ScreenReportInput& input) {
  const auto entry = [](std::string_view term, const Markup& value) {
    return element("dt", text(term)) + element("dd", value) + Markup{"\n"};
  };
  const auto code = [](const std::string& plain) { return element("code", text(plain)); };
  Markup list;
  list += entry("Program", text("Azoo " + input.version));
  list += entry("Study", text(input.design.name));
  list += entry("SHA-256 of the study", code(input.study_sha256.empty() ? "not given" : input.study_sha256));
  return element("dl", list) +
         paragraph(
             "No random numbers are drawn: the same version, study and structures give the same bytes. The "
             "SHA-256 of every structure is in run.json and structures.csv.") +
         element("pre", code("azoo run " + input.study_file)) + Markup{"\n"};
}

Markup screen_reading_section(const ScreenReportInput& input) {
  std::vector<Markup> points;
  const auto add = [&](std::string_view plain) { points.push_back(text(plain)); };
  add("A score is the weighted sum of the terms by which poses of one pair are told apart. It is no free "
      "energy, no "
      "affinity, and has no unit; a published score with the unit kcal/mol has none either.");
  add("Scores grow with the size of both molecules. That one ligand scores better than another at a receptor "
      "may say no "
      "more than that it is larger. Only z, which compares with unrelated molecules of the same sizes, may "
      "be compared "
      "between pairs.");
  add("p answers: how often do two unrelated molecules of these sizes reach such a score? Many pairs are "
      "looked at, so p is "
      "corrected (Holm) for their number. A pair that does not stand out has not been shown not to bind.");
  add("A first place is a lead only when it lies further before the second than it would if all ligands were "
      "alike. A lead "
      "of a few tenths in scores that spread over hundreds is none.");
  add("Docking takes the molecules as rigid, in the shape of one crystal or model, without membrane (unless "
      "the study "
      "gives one), sugars, water and competitors. Whether a ligand outside the cell ever meets a receptor "
      "inside it, "
      "docking does not ask.");
  add("Binding tells neither activation nor blocking. Nothing here moves a rate of any other model of this "
      "program.");
  if (input.printed != nullptr)
    add("Agreement with a printed matrix shows that two programs order pairs alike. Both may follow size.");
  return bullet_list(points);
}

}  // namespace azoo::report
