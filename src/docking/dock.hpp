// Docks one pair: exhaustive search by FFT, off-grid refinement, clustering. Same input, same bytes, at any
// number of threads.
#pragma once

#include <cstddef>      // for size_t
#include <functional>   // for function
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parallel.hpp"       // for StopFlag
#include "core/parameters.hpp"     // for ParameterSet
#include "core/problem.hpp"        // for Problems
#include "docking/clustering.hpp"  // for Cluster, ClusterRules
#include "docking/pose.hpp"        // for Poses
#include "docking/restraints.hpp"  // for Restraints
#include "docking/structure.hpp"   // for Structure

namespace azoo::docking {

struct DockOptions {
  std::string preset = "default";    // fast | default | thorough, read from data/docking
  std::string weights = "balanced";  // balanced | electrostatic | hydrophobic | shape | antibody
  // Poses nearer to a better one than this are left out (distinct_poses.hpp); 0: none. docs/decisions/0014.
  double poses_apart_A = 3.0;
  ClusterRules clusters;
  Restraints restraints;
  unsigned threads = 0;  // 0: all cores
};

struct DockProgress {
  double share = 0.0;      // of all work of this pair, 0 to 1
  std::string_view stage;  // "searching rotations", "refining poses", "clustering"
};

// How the search was done, for the record of a run.
struct SearchRecord {
  double spacing_A = 0.0;
  std::size_t grid[3] = {0, 0, 0};
  std::size_t rotations = 0;
  std::size_t transforms = 0;  // FFTs in all
  std::size_t poses_refined = 0;
  std::size_t poses_refined_again = 0;  // on the score that ranks them
  bool partners_swapped = false;        // the larger partner stands still inside; poses are told as asked for
  std::string plan;                     // of the transforms, as FFTW prints it
};

struct DockResult {
  Poses poses;                    // refined, best first
  std::vector<Cluster> clusters;  // best first
  SearchRecord record;
};

// Problems: an unknown preset or weight set, restraints that name residues that are not there, a partner
// without atoms that can be scored, a grid beyond what memory can hold. Throws Interrupted when stop is set.
// Progress is told by one thread at a time, from any of them, and never goes back.
[[nodiscard]] DockResult dock(const Structure& receptor, const Structure& ligand,
                              const ParameterSet& parameters, const DockOptions& options, Problems& problems,
                              const std::function<void(const DockProgress&)>& progress = {},
                              const StopFlag* stop = nullptr);

// Scores poses made elsewhere by the smooth score, off the grid; order is kept. Same problems.
[[nodiscard]] Poses score_poses(const Structure& receptor, const Structure& ligand,
                                const ParameterSet& parameters, const DockOptions& options,
                                const std::vector<RigidMotion>& motions, Problems& problems);

}  // namespace azoo::docking
