// The command line of azoo, parsed. Parsing and doing are apart, so that the parser's heavy header stays
// in one source file.
#pragma once

#include <cstdint>   // for uint64_t
#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

namespace azoo::app {

// What follows `azoo evidence`.
struct EvidenceArguments {
  std::string action;  // "" (a table, or the list of them) | sql | show | advise | map | network | pool |
                       // export | check
  std::string input;   // table, statement, id, outcome, file to write, folder to check
  std::vector<std::string> where;
  std::string fields;
  std::string format = "table";
  std::string figure;
  std::vector<std::string> aetiologies;
  std::string karyotype;
  std::string inflammation;
  std::optional<double> age_years;
};

// What follows `azoo dock`.
struct DockArguments {
  std::string receptor;  // file or PDB identifier, perhaps with :CHAINS
  std::string ligand;
  std::vector<std::string> receptor_chains;
  std::vector<std::string> ligand_chains;
  std::vector<std::string> receptor_residues;
  std::vector<std::string> ligand_residues;
  std::string receptor_called;  // what the user takes it for
  std::string ligand_called;
  int receptor_model = 0;
  int ligand_model = 0;
  std::string preset = "default";
  std::string weights = "balanced";
  std::string reference;
  std::string restraints;
  std::string cluster_order = "both";
  std::optional<double> cluster_radius_A;
  std::optional<double> poses_apart_A;
  std::optional<int> top;
  std::optional<int> models;
  std::string model_format = "pdb";
  std::vector<std::string> score;  // models made elsewhere
  std::vector<std::string> score_receptor_chains;
  std::vector<std::string> score_ligand_chains;
  std::string poses;  // poses of another docker
  std::string out;
  unsigned threads = 0;
  bool force = false;
  bool offline = false;
  bool quiet = false;
};

struct Arguments {
  std::string command;  // run | analyse | section | dock | observables | validate | evidence | version
  std::string input;    // study file, data folder or file, kind of study
  std::string out;
  std::string study;  // analyse: the protocol of the data
  std::vector<std::string> overrides;
  std::vector<std::string> only;  // validate: groups of rows
  std::optional<std::uint64_t> seed;
  unsigned threads = 0;
  int replicates = 0;
  double day = 0.0;  // section: which picture, and how
  int tubule = 0;
  int replicate = 0;
  std::string participant;
  double magnification = 0.0;
  double um_per_px = 0.0;
  bool blind = false;
  bool alone = false;
  bool force = false;
  bool check = false;
  bool resume = false;
  bool quiet = false;
  EvidenceArguments evidence;
  DockArguments dock;
};

struct Parsed {
  Arguments arguments;
  bool done = false;  // help or a usage error has been answered
  int exit_status = 0;
};

[[nodiscard]] Parsed parse_command_line(int argc, char** argv);

// Exit statuses: 0 done, 2 input or usage wrong, 3 interrupted, 1 a fault of ours.
[[nodiscard]] int run_command(const Arguments& arguments);
[[nodiscard]] int analyse_command(const Arguments& arguments);
[[nodiscard]] int section_command(const Arguments& arguments);
[[nodiscard]] int dock_command(const DockArguments& arguments);
[[nodiscard]] int validate_command(const Arguments& arguments);
[[nodiscard]] int observables_command(const Arguments& arguments);
[[nodiscard]] int evidence_command(const EvidenceArguments& arguments);

}  // namespace azoo::app
