#include "docking/pose_columns.hpp"

namespace azoo::docking {
namespace {

// Coordinates end at 10,000 A; no motion that keeps two molecules together is larger.
constexpr double largest_shift_A = 1e6;
constexpr double largest_component = 1e6;

}  // namespace

const std::vector<PoseColumn>& pose_columns() {
  using Kind = PoseColumnKind;
  const FieldRule any = field::finite();
  const FieldRule component = field::number(-largest_component, largest_component, "a number, -1e6 to 1e6");
  const FieldRule shift =
      field::number(-largest_shift_A, largest_shift_A, "a shift in angstrom, -1e6 to 1e6");
  const FieldRule share = field::number(0.0, 1.0, "a number from 0 to 1");
  const FieldRule distance = field::not_below_zero();
  static const std::vector<PoseColumn> columns{
      {"score", Kind::required, [](Pose& p, Quality&) -> double& { return p.score; }, any},
      {"repulsion", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.repulsion; }, any},
      {"attraction", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.attraction; }, any},
      {"electrostatics", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.electrostatics; },
       any},
      {"pair_potential", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.pair_potential; },
       any},
      {"rescoring", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.rescoring; }, any},
      {"site", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.site; }, any},
      {"restraints", Kind::term, [](Pose& p, Quality&) -> double& { return p.terms.restraints; }, any},
      {"qw", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.rotation.w; }, component},
      {"qx", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.rotation.x; }, component},
      {"qy", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.rotation.y; }, component},
      {"qz", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.rotation.z; }, component},
      {"tx", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.shift_A.x; }, shift},
      {"ty", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.shift_A.y; }, shift},
      {"tz", Kind::required, [](Pose& p, Quality&) -> double& { return p.motion.shift_A.z; }, shift},
      {"fnat", Kind::quality, [](Pose&, Quality& q) -> double& { return q.fnat; }, share},
      {"irmsd_A", Kind::quality, [](Pose&, Quality& q) -> double& { return q.interface_rmsd_A; }, distance},
      {"lrmsd_A", Kind::quality, [](Pose&, Quality& q) -> double& { return q.ligand_rmsd_A; }, distance},
      {"dockq", Kind::quality, [](Pose&, Quality& q) -> double& { return q.dockq; }, share},
  };
  return columns;
}

const std::vector<std::string>& capri_words() {
  static const std::vector<std::string> words{to_text(CapriClass::incorrect), to_text(CapriClass::acceptable),
                                              to_text(CapriClass::medium), to_text(CapriClass::high)};
  return words;
}

}  // namespace azoo::docking
