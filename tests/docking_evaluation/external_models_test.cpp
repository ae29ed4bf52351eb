// Models made elsewhere: taken apart by chain, told as a rigid pose, compared on their own coordinates.
#include "docking/external_models.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "docking/read_structure.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Unbound {
  made::Complex made = made::unbound_complex();
  // As a predictor gives it: the bound complex in its own frame, chains C and D, numbered from 1.
  Structure model;
  Unbound() {
    made::Numbers numbers(71);
    model = moved(made::chains(made.reference, "model", {"A", "B"}, {"C", "D"}), numbers.motion(2.0, 30.0));
    int number = 1;
    for (std::size_t r = 0; r < model.residues.size(); ++r) {
      if (r > 0 && model.residues[r].chain != model.residues[r - 1].chain) number = 1;
      model.residues[r].number = number++;
      model.residues[r].insertion = ' ';
    }
  }
};

ModelPartners split(const Structure& model, const ModelChains& chains, const made::Complex& made) {
  Problems problems;
  const auto partners = split_model(model, chains, made.receptor, made.ligand, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return partners.value_or(ModelPartners{});
}

ModelPose posed(const ModelPartners& model, const made::Complex& made) {
  Problems problems;
  const auto pose = pose_of_model(model, made.receptor, made.ligand, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return pose.value_or(ModelPose{});
}

std::vector<std::string> split_faults(const ModelChains& chains) {
  const Unbound unbound;
  Problems problems;
  EXPECT_FALSE(
      split_model(unbound.model, chains, unbound.made.receptor, unbound.made.ligand, problems).has_value());
  std::vector<std::string> lines;
  for (const Problem& problem : problems.list()) lines.push_back(to_text(problem));
  return lines;
}

TEST(ExternalModels, partners_are_taken_by_the_chains_the_user_names) {
  const Unbound unbound;
  const ModelPartners partners = split(unbound.model, {{"C"}, {"D"}}, unbound.made);
  ASSERT_EQ(partners.receptor.residues.size(), 48U);
  ASSERT_EQ(partners.ligand.residues.size(), 20U);
  EXPECT_EQ(partners.ligand.atoms.size(), unbound.made.ligand.atoms.size());
  const Residue& last = partners.ligand.residues.back();
  EXPECT_EQ(last.first_atom + last.atom_count, partners.ligand.atoms.size());
  EXPECT_EQ(partners.ligand.atoms.back().residue, 19U);
  EXPECT_EQ(partners.ligand.atoms.back().position_A, unbound.model.atoms.back().position_A);
}

TEST(ExternalModels, without_names_partners_are_found_by_sequence) {
  const Unbound unbound;
  const ModelPartners named = split(unbound.model, {{"C"}, {"D"}}, unbound.made);
  const ModelPartners found = split(unbound.model, {}, unbound.made);
  EXPECT_EQ(found.receptor.residues.size(), named.receptor.residues.size());
  EXPECT_EQ(found.ligand.residues.size(), named.ligand.residues.size());
  EXPECT_THAT(found.notes,
              testing::Contains(HasSubstr("chain B of the ligand is chain D of model by sequence")));
}

TEST(ExternalModels, a_rigid_pose_put_together_elsewhere_is_told_exactly) {
  const Unbound unbound;
  made::Numbers numbers(5);
  const RigidMotion pose = numbers.motion(2.5, 20.0);
  const RigidMotion frame = numbers.motion(2.5, 90.0);
  ModelPartners model;
  model.receptor = moved(unbound.made.receptor, frame);
  model.ligand = moved(unbound.made.ligand, compose(frame, pose));
  const ModelPose told = posed(model, unbound.made);
  EXPECT_NEAR(angle_between(told.motion.rotation, pose.rotation), 0.0, 1e-7);
  EXPECT_NEAR(length(told.motion.shift_A - pose.shift_A), 0.0, 1e-9);
  EXPECT_NEAR(told.receptor_rmsd_A, 0.0, 1e-9);
  EXPECT_NEAR(told.ligand_rmsd_A, 0.0, 1e-9);
  EXPECT_EQ(told.receptor_atoms, 4 * unbound.made.receptor.residues.size());
  EXPECT_EQ(told.ligand_atoms, 80U);
}

TEST(ExternalModels, the_rmsd_tells_how_far_the_model_is_from_rigid_partners) {
  const Unbound unbound;
  const ModelPose told = posed(split(unbound.model, {}, unbound.made), unbound.made);
  // Each coordinate was shaken by up to 0.5 A each way: variance 0.5^2 / 3, three of them. Four standard
  // deviations of such a mean over 240 coordinates are 0.06.
  EXPECT_NEAR(told.receptor_rmsd_A, 0.5, 0.06);
  EXPECT_NEAR(told.ligand_rmsd_A, 0.5, 0.06);
}

TEST(ExternalModels, quality_is_measured_on_the_models_own_coordinates) {
  const Unbound unbound;
  Problems problems;
  std::vector<std::string> notes;
  const ModelPartners partners = split(unbound.model, {}, unbound.made);
  const auto own = quality_of_model(partners, unbound.made.reference, problems, notes);
  problems.throw_if_any();
  ASSERT_TRUE(own.has_value());
  // The model is the bound complex itself, in another frame.
  EXPECT_NEAR(own->dockq, 1.0, 1e-9);
  EXPECT_EQ(own->capri, CapriClass::high);
  EXPECT_THAT(notes,
              testing::Contains(HasSubstr("chain C of the receptor is chain A of reference by sequence")));
  // The rigid pose of the unbound partners is not.
  const ReferenceComplex rigid(unbound.made.receptor, unbound.made.ligand, unbound.made.reference, problems);
  const double rigid_dockq = rigid.quality(posed(partners, unbound.made).motion).dockq;
  EXPECT_LT(rigid_dockq, 0.99);
  EXPECT_GT(rigid_dockq, 0.7);
}

TEST(ExternalModels, wrong_chains_are_told) {
  EXPECT_THAT(split_faults({{"C"}, {"X"}}),
              ElementsAre("model.pdb: ligand chains = X; expected one of the model's chains: C, D"));
  EXPECT_THAT(
      split_faults({{"C"}, {}}),
      ElementsAre("model.pdb: ligand chains = none; expected chains of both partners, or of neither"));
  EXPECT_THAT(split_faults({{"C"}, {"C"}}),
              ElementsAre("model.pdb: ligand chains = C; expected a chain that is not the receptor's too"));
}

TEST(ExternalModels, a_model_of_other_molecules_is_told) {
  const Unbound unbound;
  Structure other = made::named("other");
  made::add_helix(other, "A", 1, made::sequence(91, 40), {});
  Problems problems;
  EXPECT_FALSE(split_model(other, {}, unbound.made.receptor, unbound.made.ligand, problems).has_value());
  EXPECT_TRUE(problems.any());
  Problems more;
  EXPECT_FALSE(
      pose_of_model({other, other, {}}, unbound.made.receptor, unbound.made.ligand, more).has_value());
  EXPECT_EQ(more.list().size(), 2U);  // one a partner
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "azoo_models_XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path file(const std::string& text) const {
    std::ofstream(path_ / "models.pdb") << text;
    return path_ / "models.pdb";
  }

 private:
  std::filesystem::path path_;
};

std::string atom_line(double x) {
  char line[100];
  std::snprintf(line, sizeof line,
                "ATOM      1  CA  ALA A   1    %8.3f   2.000   3.000  1.00  0.00           C\n", x);
  return line;
}

std::string model_text(int number, double x) {
  return "MODEL     " + std::to_string(1000 + number).substr(1) + "\n" + atom_line(x) + "ENDMDL\n";
}

TEST(ExternalModels, all_models_of_a_file_are_read_in_their_order) {
  const Folder folder;
  const auto path = folder.file(model_text(1, 10.0) + model_text(2, 20.0) + model_text(3, 30.0) + "END\n");
  Problems none;
  StructureSelection beyond;
  beyond.model = 4;
  if (read_structure(path, beyond, none).has_value()) GTEST_SKIP() << "the reader does not choose models yet";
  Problems problems;
  const std::vector<Structure> models = read_models(path, problems);
  problems.throw_if_any();
  ASSERT_EQ(models.size(), 3U);
  for (std::size_t m = 0; m < 3; ++m)
    EXPECT_EQ(models[m].atoms.at(0).position_A.x, 10.0 * static_cast<double>(m + 1));
}

TEST(ExternalModels, the_first_model_may_have_any_number) {
  const Folder folder;
  Problems none;
  StructureSelection beyond;
  beyond.model = 4;
  if (read_structure(folder.file(model_text(1, 10.0)), beyond, none).has_value())
    GTEST_SKIP() << "the reader does not choose models yet";
  Problems problems;
  EXPECT_EQ(read_models(folder.file(model_text(7, 10.0)), problems).size(), 1U);
  EXPECT_EQ(read_models(folder.file(atom_line(10.0) + "END\n"), problems).size(), 1U);
  const std::vector<Structure> models =
      read_models(folder.file(model_text(0, 5.0) + model_text(1, 6.0)), problems);
  ASSERT_EQ(models.size(), 2U);
  EXPECT_EQ(models[0].atoms.at(0).position_A.x, 5.0);
  problems.throw_if_any();
}

TEST(ExternalModels, a_file_that_is_not_there_is_a_problem) {
  Problems problems;
  EXPECT_TRUE(read_models("no such folder/model.pdb", problems).empty());
  EXPECT_TRUE(problems.any());
}

}  // namespace
}  // namespace azoo::docking
