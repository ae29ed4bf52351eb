// What `azoo dock` is asked: two partners, how to dock them, and where the results go.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <functional>  // for function
#include <string>      // for string
#include <vector>      // for vector

#include "core/parallel.hpp"            // for StopFlag
#include "docking/clustering.hpp"       // for ClusterOrder
#include "docking/dock.hpp"             // for DockProgress
#include "docking/external_models.hpp"  // for ModelChains
#include "study/run_request.hpp"        // for Execution

namespace azoo::study {

// One of the two molecules, as the user names it.
struct PartnerRequest {
  std::string input;                  // a file, a PDB identifier, or one of them with ":H,L"
  std::vector<std::string> chains;    // empty: those of the input's end, else all
  std::vector<std::string> residues;  // "A:10-120"; empty: all
  int model = 0;                      // 0: the first
  std::string called;  // what the user takes it for; held against what the file says; may be empty
};

enum class ModelFormat { pdb, mmcif };

struct DockRequest {
  PartnerRequest receptor;
  PartnerRequest ligand;
  std::string preset = "default";
  std::string weights = "balanced";
  std::filesystem::path reference;   // the true complex; empty: none
  std::filesystem::path restraints;  // TOML; empty: none
  // Instead of a search: poses of another docker as a table, or whole models as structure files.
  std::filesystem::path poses;
  std::vector<std::filesystem::path> models_elsewhere;
  docking::ModelChains model_chains;  // which chains of these models are which partner; empty: found
  docking::ClusterOrder order = docking::ClusterRules{}.order;
  double cluster_radius_A = 9.0;
  double poses_apart_A = docking::DockOptions{}.poses_apart_A;
  std::size_t top = 10;     // clusters that are told of and looked at closely
  std::size_t models = 10;  // clusters whose model is written
  ModelFormat format = ModelFormat::pdb;
  std::filesystem::path out;  // empty: results/dock-RECEPTOR-LIGAND
  bool force = false;
  bool offline = false;  // identifiers are taken from the cache only
  unsigned threads = 0;  // 0: all cores
  const StopFlag* stop = nullptr;
  std::function<void(const docking::DockProgress&)> progress;
  std::function<Execution()> execution;  // called when all else is written
};

}  // namespace azoo::study
