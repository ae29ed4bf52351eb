// Docks unrelated pairs of a benchmark's complexes and fits how their best score grows with size.
//
//   calibrate_chance --data FOLDER --out data/docking/chance-null.csv [--preset fast] [--weights balanced]
//                    [--pairs 420] [--threads 0] [--list]
//   calibrate_chance --fit --out data/docking/chance-null.csv [--coefficients FILE] [--draws 999]
//
// FOLDER holds one folder a complex, each with receptor.pdb.gz and ligand.pdb.gz. The first form may be
// stopped and begun again: what is done is kept. More pairs than before go on with the same list; --list
// prints it and docks nothing. The second form fits every preset and set of weights in the table, prints how
// well, and writes chance.toml beside the table.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/files.hpp"
#include "core/number_text.hpp"
#include "docking/chance_fit.hpp"
#include "docking/dock.hpp"
#include "docking/read_structure.hpp"
#include "docking/sequence_similarity.hpp"
#include "docking/unrelated_pairs.hpp"
#include "null_file.hpp"
#include "score_data.hpp"

namespace {

namespace fs = std::filesystem;
using namespace azoo;
using namespace azoo::docking;

StopFlag stop = false;
void on_signal(int) {
  stop = true;
}

using Options = std::map<std::string, std::string>;

Options options_of(int argc, char** argv) {
  Options options = {{"preset", "fast"}, {"weights", "balanced"}, {"pairs", "420"},
                     {"threads", "0"},   {"draws", "999"},        {"data", ""},
                     {"out", ""},        {"coefficients", ""}};
  const std::set<std::string> flags = {"fit", "list"};
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const std::string name = word.starts_with("--") ? word.substr(2) : "";
    if (flags.contains(name)) {
      options[name] = "yes";
    } else if (options.contains(name) && i + 1 < argc) {
      options[name] = argv[++i];
    } else {
      throw std::invalid_argument("what is '" + word + "'?");
    }
  }
  return options;
}

std::size_t count_of(const Options& options, const std::string& name) {
  const auto number = parse_integer(options.at(name));
  if (!number || *number < 0) throw std::invalid_argument("--" + name + " needs a whole number");
  return static_cast<std::size_t>(*number);
}

Structure read(const fs::path& folder, const std::string& complex, const char* partner) {
  Problems problems;
  const auto structure = read_structure(folder / complex / (std::string(partner) + ".pdb.gz"), {}, problems);
  problems.throw_if_any();
  return *structure;
}

std::vector<ComplexSequences> read_sequences(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  std::vector<ComplexSequences> complexes;
  for (const std::string& name : names) {
    complexes.push_back(
        {name, sequence_of(read(folder, name, "receptor")), sequence_of(read(folder, name, "ligand"))});
  }
  return complexes;
}

std::vector<UnrelatedPair> choose(const std::vector<ComplexSequences>& complexes, const Options& options) {
  fmt::print(stderr, "comparing the sequences of {} complexes\n", complexes.size());
  PairRules rules;
  rules.pairs = count_of(options, "pairs");
  const Relations relations(complexes, static_cast<unsigned>(count_of(options, "threads")), &stop);
  const std::vector<UnrelatedPair> pairs = unrelated_pairs(complexes, relations, rules);
  if (pairs.size() < rules.pairs) fmt::print(stderr, "there are only {} unrelated pairs\n", pairs.size());
  return pairs;
}

void print_list(const std::vector<ComplexSequences>& complexes, const std::vector<UnrelatedPair>& pairs) {
  for (const UnrelatedPair& pair : pairs) {
    const ComplexSequences& r = complexes[pair.receptor];
    const ComplexSequences& l = complexes[pair.ligand];
    fmt::print("{} {} {} {}\n", r.name, l.name, r.receptor.size(), l.ligand.size());
  }
}

// Docks one pair into its row; false, with the reason printed, when there is no pose.
bool dock_pair(const fs::path& folder, const ParameterSet& parameters, const DockOptions& options,
               NullPair& row) {
  const Structure receptor = read(folder, row.receptor, "receptor");
  const Structure ligand = read(folder, row.ligand, "ligand");
  Problems problems;
  const DockResult result = dock(receptor, ligand, parameters, options, problems, {}, &stop);
  for (const Problem& problem : problems.list())
    fmt::print(stderr, "{} with {}: {}\n", row.receptor, row.ligand, to_text(problem));
  if (problems.any() || result.poses.empty() || result.clusters.empty()) return false;
  const Cluster& first = result.clusters.front();
  row.receptor_atoms = static_cast<int>(receptor.atoms.size());
  row.ligand_atoms = static_cast<int>(ligand.atoms.size());
  row.receptor_residues = static_cast<int>(sequence_of(receptor).size());
  row.ligand_residues = static_cast<int>(sequence_of(ligand).size());
  row.best_score = result.poses.front().score;
  row.top_cluster_size = static_cast<int>(first.members.size());
  row.top_cluster_score = result.poses[first.representative].score;
  return true;
}

// What of the list is not in the table yet.
std::vector<NullPair> work_left(const std::vector<ComplexSequences>& complexes,
                                const std::vector<UnrelatedPair>& pairs, const DockOptions& how,
                                const calibrate::NullFile& file) {
  std::vector<NullPair> left;
  for (const UnrelatedPair& pair : pairs) {
    NullPair row;
    row.preset = how.preset;
    row.weights = how.weights;
    row.receptor = complexes[pair.receptor].name;
    row.ligand = complexes[pair.ligand].name;
    if (!file.has(row)) left.push_back(row);
  }
  return left;
}

int list_all(const Options& options) {
  const std::vector<ComplexSequences> complexes = read_sequences(options.at("data"));
  print_list(complexes, choose(complexes, options));
  return 0;
}

int dock_all(const Options& options) {
  const fs::path folder = options.at("data");
  Problems problems;
  const fs::path data = data_folder() / "docking";
  const ParameterSet parameters = ParameterSet::load(data, problems);
  DockOptions how;
  how.preset = options.at("preset");
  how.weights = options.at("weights");
  calibrate::NullFile file(options.at("out"),
                           calibrate::score_data_sha256(data, parameters, how.preset, how.weights, problems),
                           problems);
  problems.throw_if_any();
  how.threads = static_cast<unsigned>(count_of(options, "threads"));
  how.clusters.order = ClusterOrder::score;  // the table tells of the cluster of the best pose,
  how.poses_apart_A = 0.0;                   // with all poses that gather there
  const std::vector<ComplexSequences> complexes = read_sequences(folder);
  std::vector<NullPair> left = work_left(complexes, choose(complexes, options), how, file);
  std::size_t failed = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (stop) throw Interrupted("stopped");
    if (dock_pair(folder, parameters, how, left[i])) {
      file.add(left[i]);
    } else {
      ++failed;
    }
    const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double ahead = spent / static_cast<double>(i + 1) * static_cast<double>(left.size() - i - 1);
    fmt::print(stderr, "{} of {}: {} with {}, score {:.2f}; {:.0f} s spent, {:.0f} s left\n", i + 1,
               left.size(), left[i].receptor, left[i].ligand, left[i].best_score, spent, ahead);
  }
  if (failed > 0) fmt::print(stderr, "{} pairs gave no pose and are not in the table\n", failed);
  return failed > 0 ? 1 : 0;
}

void print_fit(const ChanceFit& fit) {
  const ChanceCoefficients& c = fit.coefficients;
  fmt::print("{} {}: {} pairs, larger partner {} to {} atoms, smaller {} to {}\n", c.preset, c.weights,
             c.pairs, c.larger_atoms[0], c.larger_atoms[1], c.smaller_atoms[0], c.smaller_atoms[1]);
  if (!fit.computed()) {
    fmt::print("  not fitted: {}\n", fit.refusal);
    return;
  }
  const char* const names[] = {"1", "ln(l/1000)", "ln(s/1000)"};
  for (std::size_t k = 0; k < 3; ++k)
    fmt::print("  location    {:<11} {:12.4f}  SE {:.4f}\n", names[k], c.location[k], fit.location_se[k]);
  for (std::size_t k = 0; k < 2; ++k)
    fmt::print("  log scale   {:<11} {:12.4f}  SE {:.4f}\n", names[2 * k], c.log_scale[k],
               fit.log_scale_se[k]);
  fmt::print("  log likelihood: constant scale {:.3f}, growing scale {:.3f}; taken: {}\n",
             fit.constant_scale.log_likelihood, fit.growing_scale.log_likelihood,
             fit.scale_grows ? "growing" : "constant");
  fmt::print("  shape, were it free: {:.4f}, SE {:.4f}, p against Gumbel's {:.3g}\n", fit.shape, fit.shape_se,
             fit.shape_p);
  fmt::print("  Anderson-Darling {:.4f}, p {:.3f} ({} draws; {} refused)\n", fit.check.distance, fit.check.p,
             fit.check.draws, fit.check.draws_refused);
  fmt::print("  smallest p that {} pairs resolve: {:.2g}\n", c.pairs,
             1.0 / (static_cast<double>(c.pairs) + 1.0));
}

int fit_all(const Options& options) {
  const fs::path table = options.at("out");
  fs::path target = options.at("coefficients");
  if (target.empty()) target = table.parent_path() / "chance.toml";
  Problems problems;
  const std::string text = read_file(table, problems).value_or("");
  const std::vector<NullPair> pairs = read_null_pairs(text, table.string(), problems);
  problems.throw_if_any();
  std::set<std::pair<std::string, std::string>> kinds;
  for (const NullPair& pair : pairs) kinds.emplace(pair.preset, pair.weights);
  std::vector<ChanceFit> fits;
  for (const auto& [preset, weights] : kinds) {
    fits.push_back(fit_chance(pairs, preset, weights, count_of(options, "draws")));
    print_fit(fits.back());
  }
  write_file(target, chance_file(fits, sha256(text)));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  try {
    const Options options = options_of(argc, argv);
    if (options.contains("fit") && !options.at("out").empty()) return fit_all(options);
    if (options.contains("list") && !options.at("data").empty()) return list_all(options);
    if (!options.at("data").empty() && !options.at("out").empty()) return dock_all(options);
    throw std::invalid_argument("needs --data and --out, or --fit and --out");
  } catch (const std::invalid_argument& fault) {
    fmt::print(stderr,
               "{}\nusage: calibrate_chance --data FOLDER --out TABLE.csv [--preset NAME] [--weights NAME] "
               "[--pairs N] [--threads N] [--list]\n       calibrate_chance --fit --out TABLE.csv "
               "[--coefficients FILE] [--draws N]\n",
               fault.what());
    return 2;
  } catch (const InputError& fault) {
    for (const Problem& problem : fault.problems()) fmt::print(stderr, "{}\n", to_text(problem));
    return 2;
  } catch (const Interrupted& fault) {
    fmt::print(stderr, "{}; the finished pairs are kept\n", fault.what());
    return 3;
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 1;
  }
}
