// Real complexes: what must hold for any interface, and counts that were made elsewhere.
#include <gtest/gtest.h>

#include "core/csv.hpp"
#include "docking/interface_tables.hpp"
#include "docking_interface/molecule.hpp"

namespace azoo::docking {
namespace {

using test::known_complex;
using test::KnownComplex;
using test::shipped_rules;

class Complex : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(test::shared_complexes()))
      GTEST_SKIP() << "no complexes at " << test::shared_complexes().lexically_normal();
  }
};

RigidMotion some_motion() {
  return {rotation_about({0.7, -1.1, 2.0}), {31.0, -12.5, 7.25}};
}

void expect_same_counts(const Interface& a, const Interface& b) {
  EXPECT_EQ(a.contacts.size(), b.contacts.size());
  for (const BondKind kind : {BondKind::salt_bridge, BondKind::disulfide, BondKind::hydrogen_bond})
    EXPECT_EQ(a.bonds_of(kind), b.bonds_of(kind)) << to_text(kind);
  EXPECT_EQ(a.clashes, b.clashes);
}

TEST_F(Complex, has_as_many_native_contacts_as_the_manifest_counts) {
  Problems problems;
  const auto text = read_file(test::shared_complexes() / "manifest.tsv", problems);
  ASSERT_TRUE(text);
  std::istringstream lines(*text);
  std::string line;
  std::getline(lines, line);
  int seen = 0;
  while (std::getline(lines, line)) {
    std::vector<std::string> fields;
    std::istringstream row(line);
    for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
    // Residues that the unbound structures lack are not in the manifest's count.
    if (fields.at(0) != "dev" || fields.at(16) != "0") continue;
    const KnownComplex known = known_complex(fields[1]);
    const Interface found = interface_of(known.receptor, known.ligand, {}, shipped_rules());
    int proteins = 0;
    for (const ResidueContact& contact : found.contacts) {
      proteins += known.receptor.residues[contact.receptor_residue].kind == ResidueKind::amino_acid &&
                  known.ligand.residues[contact.ligand_residue].kind == ResidueKind::amino_acid;
    }
    EXPECT_EQ(proteins, std::stoi(fields.at(11))) << fields[1];
    ++seen;
  }
  EXPECT_GE(seen, 6);
}

TEST_F(Complex, is_the_same_interface_after_swapping_the_partners) {
  const KnownComplex known = known_complex("1AVX");
  const Interface one = interface_of(known.receptor, known.ligand, {}, shipped_rules());
  const Interface two = interface_of(known.ligand, known.receptor, {}, shipped_rules());
  expect_same_counts(one, two);
  EXPECT_NEAR(one.receptor.buried_A2, two.ligand.buried_A2, 1e-6);
  EXPECT_NEAR(one.ligand.buried_A2, two.receptor.buried_A2, 1e-6);
}

TEST_F(Complex, is_the_same_interface_wherever_it_lies) {
  const KnownComplex known = known_complex("1AVX");
  const Interface one = interface_of(known.receptor, known.ligand, {}, shipped_rules());
  // The ligand was moved away and the pose brings it back.
  const Structure away = moved(known.ligand, some_motion());
  const Interface back = interface_of(known.receptor, away, inverse(some_motion()), shipped_rules());
  expect_same_counts(one, back);
  EXPECT_NEAR(one.buried_A2(), back.buried_A2(),
              0.5);  // points at the edge of a cap may change sides by rounding
  // Both were moved together: the points lie otherwise on the atoms.
  const Interface together = interface_of(moved(known.receptor, some_motion()), away, {}, shipped_rules());
  expect_same_counts(one, together);
  EXPECT_NEAR(one.buried_A2(), together.buried_A2(), 0.005 * one.buried_A2());
  // Some ten atoms a residue with edges of two or three caps each: 0.42 A2 an edge, sqrt(30) of them, at
  // worst.
  ASSERT_EQ(one.receptor.residues.size(), together.receptor.residues.size());
  for (std::size_t r = 0; r < one.receptor.residues.size(); ++r)
    EXPECT_NEAR(one.receptor.residues[r].buried_A2, together.receptor.residues[r].buried_A2, 2.5) << r;
}

TEST_F(Complex, of_trypsin_and_its_inhibitor_has_the_salt_bridge_that_its_file_shows) {
  const KnownComplex known = known_complex("1AVX");
  const Interface found = interface_of(known.receptor, known.ligand, {}, shipped_rules());
  // By hand from the file: LYS A 43 NZ (receptor) and ASP B 1 OD1 lie 2.80 A apart; no other opposite charges
  // of side chains are nearer than 4 A.
  ASSERT_EQ(found.bonds_of(BondKind::salt_bridge), 1);
  const AtomPair& pair = found.bonds[0].atoms;
  EXPECT_EQ(to_text(known.receptor.residues[known.receptor.atoms[pair.receptor_atom].residue]), "A:43 LYS");
  EXPECT_EQ(to_text(known.ligand.residues[known.ligand.atoms[pair.ligand_atom].residue]), "B:1 ASP");
  EXPECT_NEAR(pair.distance_A, 2.80, 0.005);
  EXPECT_EQ(found.bonds_of(BondKind::disulfide), 0);
  // Both sides of an interface lose nearly the same surface.
  EXPECT_NEAR(found.receptor.buried_A2 / found.ligand.buried_A2, 1.0, 0.25);
}

TEST_F(Complex, loses_the_surface_that_freesasa_finds) {
  // FreeSASA 2.1.0 (Mitternacht, F1000Research 2016), Lee and Richards' slices, 200 of them, the same radii
  // and probe: receptor and ligand alone, then what each loses.
  struct Known {
    const char* code;
    double areas_A2[4];
  };
  for (const Known& known :
       {Known{"1AVX", {9295.89, 7939.88, 634.19, 722.93}}, Known{"1AY7", {5531.21, 4904.03, 633.07, 602.22}},
        Known{"1VFB", {10086.50, 6517.52, 670.83, 704.36}}}) {
    SCOPED_TRACE(known.code);
    const KnownComplex both = known_complex(known.code);
    const Interface found = interface_of(both.receptor, both.ligand, {}, shipped_rules());
    // Edges of caps scatter by 0.42 A2 each at most (solvent_area_test); over thousands they average out.
    EXPECT_NEAR(found.receptor.free_A2, known.areas_A2[0], 0.002 * known.areas_A2[0]);
    EXPECT_NEAR(found.ligand.free_A2, known.areas_A2[1], 0.002 * known.areas_A2[1]);
    EXPECT_NEAR(found.receptor.buried_A2, known.areas_A2[2], 0.01 * known.areas_A2[2]);
    EXPECT_NEAR(found.ligand.buried_A2, known.areas_A2[3], 0.01 * known.areas_A2[3]);
  }
}

TEST_F(Complex, gives_tables_that_read_back_and_add_up) {
  const KnownComplex known = known_complex("1AY7");
  const std::vector<RankedInterface> ranked = {
      {3, interface_of(known.receptor, known.ligand, {}, shipped_rules())}};
  const Interface& found = ranked[0].interface;
  Problems problems;
  const CsvTable residues =
      parse_csv(interface_residues_csv(known.receptor, known.ligand, ranked), "residues", problems);
  const CsvTable contacts =
      parse_csv(interface_contacts_csv(known.receptor, known.ligand, ranked), "contacts", problems);
  const CsvTable bonds =
      parse_csv(interface_bonds_csv(known.receptor, known.ligand, ranked), "bonds", problems);
  EXPECT_FALSE(problems.any());
  EXPECT_EQ(residues.rows.size(), found.receptor.residues.size() + found.ligand.residues.size());
  EXPECT_EQ(contacts.rows.size(), found.contacts.size());
  EXPECT_EQ(bonds.rows.size(), found.bonds.size());
  ASSERT_GT(found.bonds.size(), 5U);
  double buried = 0.0;
  int salt_bridges = 0;
  for (const auto& row : residues.rows) {
    EXPECT_EQ(row.at(0), "3");
    buried += std::stod(row.at(*residues.column("buried_area_A2")));
    salt_bridges += std::stoi(row.at(*residues.column("salt_bridges")));
  }
  EXPECT_NEAR(buried, found.buried_A2(), 0.05 * static_cast<double>(residues.rows.size()));  // rounded to 0.1
  EXPECT_EQ(salt_bridges, 2 * found.bonds_of(BondKind::salt_bridge));
}

TEST_F(Complex, far_apart_has_no_interface) {
  const KnownComplex known = known_complex("1AY7");
  const Interface found = interface_of(known.receptor, known.ligand, {{}, {500.0, 0, 0}}, shipped_rules());
  EXPECT_TRUE(found.contacts.empty());
  EXPECT_TRUE(found.bonds.empty());
  EXPECT_TRUE(found.receptor.residues.empty());
  EXPECT_EQ(found.buried_A2(), 0.0);
  EXPECT_GT(found.receptor.free_A2, 3000.0);
}

}  // namespace
}  // namespace azoo::docking
