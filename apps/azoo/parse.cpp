#include <CLI/CLI.hpp>
#include <iostream>

#include "azoo/commands.hpp"
#include "core/number_text.hpp"
#include "docking/clustering.hpp"

namespace azoo::app {

namespace {

void add_run(CLI::App& app, Arguments& a) {
  CLI::App* run = app.add_subcommand("run", "Run a study file and write a results folder");
  run->add_option("study", a.input, "Study file (TOML)")->required();
  run->add_option("--out", a.out, "Results folder (default: results/NAME of the study)");
  run->add_option("--seed", a.seed, "Seed instead of the study's");
  run->add_option("--threads", a.threads, "Number of threads (default: all cores)")
      ->check(CLI::Range(1U, 1024U));
  run->add_option("--set", a.overrides, "KEY=VALUE: replace a value of the study, e.g. arm.0.size=60")
      ->take_all()
      ->allow_extra_args(false);
  run->add_flag("--force", a.force, "Replace an earlier results folder");
  run->add_flag("--check", a.check, "Read and check only; write nothing");
  run->add_flag("--resume", a.resume, "Go on with an interrupted run");
  run->add_flag("--quiet", a.quiet, "No progress, no summary");
}

void add_others(CLI::App& app, Arguments& a) {
  CLI::App* analyse = app.add_subcommand("analyse", "Analyse real or simulated trial data");
  analyse
      ->add_option("data", a.input,
                   "Results folder, or visits.csv with participants.csv and events.csv beside it")
      ->required();
  analyse->add_option("--study", a.study, "Protocol of the data (default: study.toml beside them)");
  analyse->add_option("--out", a.out,
                      "Folder for analysis.csv and report.html (default: analysis to standard output)");
  analyse->add_flag("--force", a.force, "Replace an earlier folder");
  analyse->add_flag("--quiet", a.quiet, "No summary");
  CLI::App* observables = app.add_subcommand("observables", "List what a kind of study can measure");
  observables->add_option("kind", a.input, "Kind of study: trial, animal or screen")->required();
  CLI::App* validate =
      app.add_subcommand("validate", "Hold the model against published observations and known truths");
  validate->add_option("--only", a.only,
                       "Groups of rows: hormones, testis, animals, null-power (default: all)");
  validate->add_option("--replicates", a.replicates, "Replicates of null-power (default: 200)")
      ->check(CLI::Range(2, 100000));
  validate->add_option("--threads", a.threads, "Number of threads (default: all cores)")
      ->check(CLI::Range(1U, 1024U));
  validate->add_option("--out", a.out, "Write the scoreboard as CSV");
  validate->add_flag("--quiet", a.quiet, "Print the last line only");
  app.add_subcommand("version", "Print the version");
}

void add_section(CLI::App& app, Arguments& a) {
  CLI::App* section =
      app.add_subcommand("section", "Draw one recorded cross-section as a slide would show it");
  section->add_option("results", a.input, "Results folder of azoo run")->required();
  section->add_option("--day", a.day, "Day of the sections")->required();
  section->add_option("--tubule", a.tubule, "Number of the cross-section in sections.csv")->required();
  section->add_option("--animal,--participant", a.participant,
                      "Animal or man (default: the first whose sections of that day were kept)");
  section->add_option("--replicate", a.replicate, "Replicate (default: 0)")->check(CLI::Range(0, 1000000));
  auto* magnification =
      section->add_option("--magnification", a.magnification, "100, 200 or 400 (default: 400)")
          ->check(CLI::IsMember({100.0, 200.0, 400.0}));
  section->add_option("--um-per-px", a.um_per_px, "Micrometres a pixel instead of a magnification")
      ->excludes(magnification);
  section->add_option("--out", a.out, "Picture file, .png or .svg")->required();
  section->add_flag("--blind", a.blind, "Leave stage and counts out of the caption");
  section->add_flag("--alone", a.alone, "Leave out the neighbouring tubules");
  section->add_flag("--quiet", a.quiet, "Print nothing");
}

void add_partner(CLI::App& dock, const std::string& name, std::vector<std::string>& chains,
                 std::vector<std::string>& residues, int& model, std::string& called) {
  dock.add_option("--" + name + "-chains", chains, "Chains, divided by commas (default: all): H,L")
      ->delimiter(',')
      ->allow_extra_args(false);
  dock.add_option("--" + name + "-residues", residues,
                  "Residues, divided by commas (default: all): A:10-120,A:130-200")
      ->delimiter(',')
      ->allow_extra_args(false);
  dock.add_option("--" + name + "-called", called,
                  "What you take it for, such as GPER: held against what the file says it is");
  dock.add_option("--" + name + "-model", model, "Number of the model in the file (default: the first)")
      ->check(CLI::Range(1, 1000000));
}

// CLI::Range would take what is no number ("nan") for one inside.
constexpr double widest_A = 100.0;
std::string radius_check(const std::string& text) {
  const std::optional<double> value = parse_number(text);
  return value && *value > 0.0 && *value <= widest_A ? "" : text + " is no number above 0 and up to 100";
}
std::string distance_check(const std::string& text) {
  const std::optional<double> value = parse_number(text);
  return value && *value >= 0.0 && *value <= widest_A ? "" : text + " is no number from 0 to 100";
}

void add_dock_results(CLI::App& dock, DockArguments& a) {
  dock.add_option(
          "--cluster-order", a.cluster_order,
          "both (default: many good poses first), score (best pose first) or population (most poses first)")
      ->check(CLI::IsMember(docking::cluster_order_words()));
  dock.add_option("--cluster-radius", a.cluster_radius_A,
                  "Interface C-alpha RMSD within a cluster, angstrom (default: 9)")
      ->check(radius_check);
  dock.add_option("--poses-apart", a.poses_apart_A,
                  "Poses nearer to a better one are left out: interface C-alpha RMSD, angstrom (default: 3; "
                  "0: all stay)")
      ->check(distance_check);
  dock.add_option("--top", a.top, "Clusters that are told of and drawn (default: 10)")
      ->check(CLI::Range(1, 100));
  dock.add_option("--models", a.models, "Clusters whose model is written (default: as --top)")
      ->check(CLI::Range(0, 1000));
  dock.add_option("--model-format", a.model_format, "pdb (default) or cif")
      ->check(CLI::IsMember({"pdb", "cif"}));
  dock.add_option("--out", a.out, "Results folder (default: results/dock-RECEPTOR-LIGAND)");
  dock.add_flag("--force", a.force, "Replace an earlier results folder");
  dock.add_flag("--quiet", a.quiet, "No progress, no summary");
}

void add_dock_given(CLI::App& dock, DockArguments& a) {
  auto* score = dock.add_option("--score", a.score,
                                "Score these models instead of searching: files with both partners");
  score->expected(1, CLI::detail::expected_max_vector_size);
  dock.add_option("--score-receptor-chains", a.score_receptor_chains,
                  "Chains of the receptor in these models (default: found by name and sequence)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->needs(score);
  dock.add_option("--score-ligand-chains", a.score_ligand_chains, "Chains of the ligand in these models")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->needs(score);
  dock.add_option("--poses", a.poses, "Score these poses instead of searching: poses.csv of any docker")
      ->excludes(score);
}

void add_dock(CLI::App& app, DockArguments& a) {
  CLI::App* dock = app.add_subcommand("dock", "Dock two proteins and write a results folder");
  constexpr const char* partner = "File (PDB or mmCIF, also .gz) or PDB identifier; FILE:H,L takes chains";
  dock->add_option("receptor", a.receptor, partner)->required();
  dock->add_option("ligand", a.ligand, partner)->required();
  dock->add_option("--preset", a.preset, "fast, default or thorough");
  dock->add_option("--weights", a.weights,
                   "balanced (default), electrostatic, hydrophobic, shape or antibody");
  add_partner(*dock, "receptor", a.receptor_chains, a.receptor_residues, a.receptor_model, a.receptor_called);
  add_partner(*dock, "ligand", a.ligand_chains, a.ligand_residues, a.ligand_model, a.ligand_called);
  dock->add_option("--restraints", a.restraints, "What is known of the site (TOML)");
  dock->add_option("--reference", a.reference, "The true complex: poses are held against it");
  add_dock_given(*dock, a);
  dock->add_option("--threads", a.threads, "Number of threads (default: all cores)")
      ->check(CLI::Range(1U, 1024U));
  dock->add_flag("--offline", a.offline, "Do not fetch structures");
  add_dock_results(*dock, a);
  dock->footer(
      "Scores are in arbitrary units: no energy, no affinity, not to be compared between pairs.\n"
      "docs/docking.md tells of every option and file.");
}

void add_format(CLI::App& app, EvidenceArguments& a) {
  app.add_option("--format", a.format, "table, csv or json (default: table)")
      ->check(CLI::IsMember({"table", "csv", "json"}));
}

CLI::App* add_action(CLI::App& evidence, EvidenceArguments& a, const char* name, const char* what) {
  CLI::App* action = evidence.add_subcommand(name, what);
  action->callback([&a, name] { a.action = name; });
  return action;
}

void add_evidence(CLI::App& app, EvidenceArguments& a) {
  CLI::App* evidence = app.add_subcommand("evidence", "Ask the published record");
  evidence->add_option("table", a.input, "Table or view (default: list them with their row counts)");
  evidence
      ->add_option("--where", a.where,
                   "FIELD=VALUE (whole value, any name of it) or FIELD~=TEXT (part of it)")
      ->take_all()
      ->allow_extra_args(false);
  evidence->add_option("--fields", a.fields, "Fields to show, divided by commas");
  add_format(*evidence, a);
  evidence->require_subcommand(0, 1);
  CLI::App* sql = add_action(*evidence, a, "sql", "Ask in SQL; only reading is allowed");
  sql->add_option("statement", a.input, "A select statement")->required();
  add_format(*sql, a);
  CLI::App* show = add_action(*evidence, a, "show", "One row whole, with its citation, conflicts and uses");
  show->add_option("id", a.input, "Id of the row, as E000-T2-07")->required();
  show->add_option("--format", a.format, "table or json (default: table)")
      ->check(CLI::IsMember({"table", "json"}));
  CLI::App* advise =
      add_action(*evidence, a, "advise", "The published rules that apply to a man; not for patient care");
  advise->add_option("--aetiology", a.aetiologies, "Cause of azoospermia; may be given several times")
      ->take_all()
      ->allow_extra_args(false)
      ->required();
  advise->add_option("--karyotype", a.karyotype,
                     "normal, klinefelter, y_microdeletion, genetic_disorder, unknown");
  advise->add_option("--inflammation", a.inflammation, "yes, no or unknown");
  advise->add_option("--age", a.age_years, "Years");
  add_format(*advise, a);
  add_action(*evidence, a, "map", "Evidence map: what was tried on what, and where nothing was")
      ->add_option("file", a.input, "FILE.html or FILE.svg")
      ->required();
  add_action(*evidence, a, "network", "Signed causal graph of all claims")
      ->add_option("file", a.input, "FILE.graphml or FILE.cyjs")
      ->required();
  CLI::App* pool =
      add_action(*evidence, a, "pool", "Meta-analysis of comparable numbers, or why there is none");
  pool->add_option("outcome", a.input, "Part of an outcome's name (default: all)");
  pool->add_option("--figure", a.figure, "Forest plot, FILE.svg");
  add_format(*pool, a);
  add_action(*evidence, a, "export", "Write the record as an SQLite database")
      ->add_option("file", a.input, "FILE.sqlite")
      ->required();
  add_action(*evidence, a, "check", "Hold the record against its schemas and counts")
      ->add_option("folder", a.input, "Folder of a record (default: the shipped one)");
}

}  // namespace

Parsed parse_command_line(int argc, char** argv) {
  Parsed parsed;
  CLI::App app{"Azoo: azoospermia therapy, tested without animals. Not for patient care."};
  app.name("azoo");
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 done; 1 a fault of the program; 2 the input or the usage is wrong, nothing was "
      "written;\n"
      "3 stopped on the way, the checkpoint is kept for --resume.");
  add_run(app, parsed.arguments);
  add_others(app, parsed.arguments);
  add_section(app, parsed.arguments);
  add_dock(app, parsed.arguments.dock);
  add_evidence(app, parsed.arguments.evidence);
  try {
    app.parse(argc, argv);
    parsed.arguments.command = app.get_subcommands().front()->get_name();
  } catch (const CLI::ParseError& error) {
    parsed.done = true;
    constexpr int usage_is_wrong = 2;
    if (argc > 1 && app.get_subcommands().empty() && dynamic_cast<const CLI::Success*>(&error) == nullptr) {
      std::cerr
          << "azoo: unknown command or option '" << argv[1]
          << "'; expected run, analyse, section, dock, validate, observables, evidence or version (azoo "
             "--help)\n";
      parsed.exit_status = usage_is_wrong;
      return parsed;
    }
    parsed.exit_status = app.exit(error) == 0 ? 0 : usage_is_wrong;
  }
  return parsed;
}

}  // namespace azoo::app
