// One small complex of the benchmark: the answer does not hang on how the files are turned or named.
#include <gtest/gtest.h>

#include "docking/read_structure.hpp"
#include "docking_search/docked.hpp"

namespace azoo::docking::search_tests {
namespace {

class BenchmarkComplex : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path folder =
        std::filesystem::path(AZOO_PROJECT_DIR) / "../shared/data/docking/dev/1AY7";
    if (!std::filesystem::exists(folder / "receptor.pdb"))
      GTEST_SKIP() << "skipped: the structures of ../shared/data/docking are not there";
    Problems problems;
    receptor_ = read_structure(folder / "receptor.pdb", {}, problems);
    ligand_ = read_structure(folder / "ligand.pdb", {}, problems);
    ASSERT_FALSE(problems.any()) << text_of(problems);
  }
  // The motion that stands for the first cluster, at the preset fast as shipped but for a fifth of its
  // rotations.
  static RigidMotion top_cluster(const Structure& receptor, const Structure& ligand) {
    Problems problems;
    DockOptions options = fast(2);
    const DockResult result = dock(receptor, ligand, with_preset("fast", 720, 200), options, problems);
    problems.throw_if_any();
    return result.poses.at(result.clusters.at(0).representative).motion;
  }
  std::optional<Structure> receptor_, ligand_;
};

TEST_F(BenchmarkComplex, turning_the_files_or_exchanging_the_partners_leaves_the_top_cluster_in_place) {
  const RigidMotion first = top_cluster(*receptor_, *ligand_);
  Chance chance(101);
  const RigidMotion of_receptor = chance.motion(), of_ligand = chance.motion();
  const RigidMotion turned = top_cluster(moved(*receptor_, of_receptor), moved(*ligand_, of_ligand));
  const RigidMotion back = compose(inverse(of_receptor), compose(turned, of_ligand));
  EXPECT_LT(rmsd_A(places_of(*ligand_), first, back), 3.0);
  const RigidMotion exchanged = inverse(top_cluster(*ligand_, *receptor_));
  EXPECT_LT(rmsd_A(places_of(*ligand_), first, exchanged), 3.0);
}

}  // namespace
}  // namespace azoo::docking::search_tests
