#include "pose_features.hpp"

#include <fstream>    // for ifstream, ofstream
#include <stdexcept>  // for logic_error, runtime_error

#include "docking/kernels.hpp"  // for fall_off, soft_core, damped_coulomb

namespace azoo::docking {

namespace {

constexpr double squared(double x) {
  return x * x;
}

void check(const PairScore& score, const Kernels& kernels) {
  if (kernels.attraction.size() != attraction_steps)
    throw std::logic_error("poses are described by another number of steps");
  if (short_reach_A(kernels) > score.short_reach_A() + PairScore::skin_A)
    throw std::logic_error("the kernels reach farther than the score looks");
}

}  // namespace

std::vector<float> features_of(const PairScore& score, const Kernels& kernels, const RigidMotion& motion) {
  check(score, kernels);
  const ScoredPartner& receptor = score.receptor();
  const ScoredPartner& ligand = score.ligand();
  const std::size_t types = score.model().types.names().size();
  std::vector<double> sums(feature_count(types), 0.0);
  const RotationMatrix rotation = matrix_of(motion.rotation);
  for (std::size_t j = 0; j < ligand.size(); ++j) {
    const Vector3 at = rotation * ligand.positions_A[j] + motion.shift_A;
    for (const std::uint32_t i : score.lists().near(at)) {
      const double r2 = squared_distance(at, receptor.positions_A[i]);
      sums[repulsion_part] +=
          receptor.firmness[i] * ligand.firmness[j] * soft_core(r2, squared(kernels.repulsion_reach_A));
      for (std::size_t k = 0; k < attraction_steps; ++k)
        sums[first_step + k] -=
            fall_off(r2, squared(kernels.attraction[k].near_A), squared(kernels.attraction[k].far_A));
      sums[pair_index(receptor.types[i], ligand.types[j], types)] +=
          fall_off(r2, squared(kernels.contact_near_A), squared(kernels.contact_far_A));
    }
  }
  for (const std::size_t j : score.charged_ligand()) {
    const Vector3 at = rotation * ligand.positions_A[j] + motion.shift_A;
    for (const std::size_t i : score.charged_receptor())
      sums[electrostatics_part] +=
          receptor.charges_e[i] * ligand.charges_e[j] *
          damped_coulomb(squared_distance(at, receptor.positions_A[i]), squared(kernels.electrostatic_core_A),
                         squared(kernels.electrostatic_reach_A));
  }
  return {sums.begin(), sums.end()};
}

void write_poses(const std::filesystem::path& file, const std::vector<LabelledPose>& poses) {
  std::ofstream out(file, std::ios::binary);
  const auto put = [&](float v) { out.write(reinterpret_cast<const char*>(&v), sizeof v); };
  put(static_cast<float>(poses.size()));
  put(static_cast<float>(poses.empty() ? 0 : poses[0].features.size()));
  for (const LabelledPose& p : poses) {
    const RigidMotion& m = p.motion;
    for (const float v : {p.seeded ? 1.0F : 0.0F, p.dockq, p.ligand_rmsd_A, p.interface_rmsd_A, p.fnat,
                          static_cast<float>(p.capri)})
      put(v);
    for (const double v :
         {m.rotation.w, m.rotation.x, m.rotation.y, m.rotation.z, m.shift_A.x, m.shift_A.y, m.shift_A.z})
      put(static_cast<float>(v));
    for (const float v : p.features) put(v);
  }
}

std::vector<LabelledPose> read_poses(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const auto get = [&] {
    float v = 0;
    in.read(reinterpret_cast<char*>(&v), sizeof v);
    return v;
  };
  const auto count = static_cast<std::size_t>(get());
  const auto width = static_cast<std::size_t>(get());
  std::vector<LabelledPose> poses(count);
  for (LabelledPose& p : poses) {
    p.seeded = get() != 0;
    p.dockq = get(), p.ligand_rmsd_A = get(), p.interface_rmsd_A = get(), p.fnat = get();
    p.capri = static_cast<int>(get());
    double v[7];
    for (double& x : v) x = get();
    p.motion = {{v[0], v[1], v[2], v[3]}, {v[4], v[5], v[6]}};
    p.features.resize(width);
    for (float& f : p.features) f = get();
  }
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return poses;
}

}  // namespace azoo::docking
