// Groups poses that put the ligand in nearly the same place.
#pragma once

#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/pose.hpp"       // for Poses
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

// population: the pose with the most neighbours within the radius opens a cluster and takes them, then the
// next (Comeau et al., Bioinformatics 2004, doi 10.1093/bioinformatics/btg371). score: the best pose left
// does. both: as by score, then the clusters stand in the order of what their members say together,
//   -t ln( sum over members of hits exp(-score / t) ),
// which is the best score where it stands alone, and lower the more places of the search lead near it.
enum class ClusterOrder { population, score, both };

// "population", "score", "both"; none for another word.
[[nodiscard]] std::string_view to_text(ClusterOrder order);
[[nodiscard]] std::optional<ClusterOrder> cluster_order(std::string_view word);
[[nodiscard]] const std::vector<std::string>& cluster_order_words();

// Which member stands for the cluster: its centre, that is the pose that opened it, or the member with the
// best score.
enum class ClusterRepresentative { centre, best_score };

struct ClusterRules {
  double radius_A = 9.0;           // interface C-alpha RMSD
  std::size_t poses_taken = 1000;  // best poses that are clustered
  std::size_t clusters_kept = 100;
  ClusterOrder order = ClusterOrder::both;
  // t of the order `both`, in units of the score. docs/decisions/0014: 0.1 to 0.4 serve alike.
  double softness = 0.2;
  ClusterRepresentative representative = ClusterRepresentative::centre;
};

struct Cluster {
  std::size_t representative = 0;  // index into the poses
  std::vector<std::size_t>
      members;  // indices into the poses, the representative among them, best score first
};

// In order of rank. The poses are taken as ranked: a lower index is better, and settles every tie. A pose
// belongs to one cluster; neighbours are counted anew among the poses left. RMSD of two poses a and b,
// receptor fixed:
//   d(a,b)^2 = (sum over I(a) |a(x) - b(x)|^2 + sum over I(b) |a(x) - b(x)|^2) / (|I(a)| + |I(b)|)
// with I(a) the points of the ligand that lie within 10 A of any atom of the receptor in pose a, all points
// where none does: the same from either side. Points are the C-alpha atoms of amino acids, the phosphorus of
// nucleotides, the first atom of such a residue that lacks it; of a ligand without either every atom.
[[nodiscard]] std::vector<Cluster> cluster_poses(const Structure& receptor, const Structure& ligand,
                                                 const Poses& poses, const ClusterRules& rules);

// The distance above, for each of the poses against all: row by row, for a look at few poses.
[[nodiscard]] std::vector<std::vector<double>> interface_rmsds_A(const Structure& receptor,
                                                                 const Structure& ligand, const Poses& poses);

}  // namespace azoo::docking
