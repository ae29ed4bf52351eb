// Against values of the project's Python scorer (tools/score_poses.py of the shared data), made by
// golden/make_golden.py. To make them anew: run this program with --gtest_also_run_disabled_tests
// --gtest_filter=*write_the_made_complexes*, then make_golden.py SCORER golden/made.csv 14 made_golden/made
// made_golden/made_swapped, and make_golden.py SCORER golden/dev.csv 7 on the folders of
// ../shared/data/docking/dev.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "core/csv.hpp"
#include "core/number_text.hpp"
#include "docking/evaluation.hpp"
#include "docking/read_structure.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

namespace fs = std::filesystem;

const fs::path project = AZOO_PROJECT_DIR;
const fs::path golden = project / "tests/docking_evaluation/golden";
const fs::path dev = project / "../shared/data/docking/dev";

struct Row {
  std::string complex;
  RigidMotion motion;
  Quality quality;
};

std::vector<Row> rows_of(const fs::path& file) {
  Problems problems;
  const CsvTable table = read_csv(file, problems);
  problems.throw_if_any();
  std::vector<Row> rows;
  for (const auto& fields : table.rows) {
    const auto number = [&](const char* name) {
      return parse_number(fields.at(table.column(name).value())).value();
    };
    Row row{fields[0], {}, {}};
    row.motion.rotation = normalised({number("qw"), number("qx"), number("qy"), number("qz")});
    row.motion.shift_A = {number("tx"), number("ty"), number("tz")};
    row.quality = {number("fnat"), number("irmsd_A"), number("lrmsd_A"), number("dockq"),
                   static_cast<CapriClass>(static_cast<int>(number("class")))};
    rows.push_back(row);
  }
  return rows;
}

// Written with six digits after the point.
void expect_equal(const ReferenceComplex& complex, const Row& row) {
  const Quality quality = complex.quality(row.motion);
  EXPECT_NEAR(quality.fnat, row.quality.fnat, 1e-6) << row.complex;
  EXPECT_NEAR(quality.interface_rmsd_A, row.quality.interface_rmsd_A, 1e-6) << row.complex;
  EXPECT_NEAR(quality.ligand_rmsd_A, row.quality.ligand_rmsd_A, 1e-6) << row.complex;
  EXPECT_NEAR(quality.dockq, row.quality.dockq, 1e-6) << row.complex;
  EXPECT_EQ(quality.capri, row.quality.capri) << row.complex;
}

ReferenceComplex good(const made::Complex& made) {
  Problems problems;
  ReferenceComplex complex(made.receptor, made.ligand, made.reference, problems);
  problems.throw_if_any();
  return complex;
}

std::map<std::string, made::Complex> made_complexes() {
  made::Complex made = made::unbound_complex();
  made::Complex swapped = made;
  std::swap(swapped.receptor, swapped.ligand);
  // As the scorer wants it: chain A the receptor.
  for (Structure* structure : {&swapped.receptor, &swapped.ligand, &swapped.reference})
    for (Residue& residue : structure->residues) residue.chain = residue.chain == "A" ? "B" : "A";
  return {{"made", std::move(made)}, {"made_swapped", std::move(swapped)}};
}

TEST(Golden, complexes_made_here_equal_the_scorer) {
  const auto complexes = made_complexes();
  std::size_t rows = 0;
  std::set<CapriClass> classes;
  for (const Row& row : rows_of(golden / "made.csv")) {
    expect_equal(good(complexes.at(row.complex)), row);
    classes.insert(row.quality.capri);
    ++rows;
  }
  EXPECT_EQ(rows, 28U);
  EXPECT_GE(classes.size(), 3U);
}

TEST(Golden, the_complexes_of_the_benchmark_equal_the_scorer) {
  if (!fs::exists(dev)) GTEST_SKIP() << "needs ../shared/data/docking/dev beside the project";
  std::map<std::string, ReferenceComplex> complexes;
  std::size_t rows = 0;
  for (const Row& row : rows_of(golden / "dev.csv")) {
    if (!complexes.contains(row.complex)) {
      Problems problems;
      const auto read = [&](const char* part) {
        return read_structure(dev / row.complex / (std::string(part) + ".pdb"), {}, problems)
            .value_or(Structure{});
      };
      complexes.emplace(row.complex,
                        ReferenceComplex(read("receptor"), read("ligand"), read("reference"), problems));
      problems.throw_if_any();
    }
    expect_equal(complexes.at(row.complex), row);
    ++rows;
  }
  EXPECT_EQ(complexes.size(), 12U);
  EXPECT_EQ(rows, 84U);
}

void write_pdb(const Structure& structure, const fs::path& file) {
  std::ofstream out(file);
  int serial = 0;
  char line[128];
  for (const Atom& atom : structure.atoms) {
    const Residue& residue = structure.residues[atom.residue];
    const Vector3& at = atom.position_A;
    std::snprintf(line, sizeof line,
                  "ATOM  %5d  %-3s %3s %s%4d%c   %8.3f%8.3f%8.3f  1.00  0.00          %2s\n", ++serial,
                  atom.name.c_str(), residue.name.c_str(), residue.chain.c_str(), residue.number,
                  residue.insertion, at.x, at.y, at.z, atom.element.c_str());
    out << line;
  }
  out << "END\n";
}

TEST(Golden, DISABLED_write_the_made_complexes) {
  for (const auto& [name, made] : made_complexes()) {
    fs::create_directories(fs::path("made_golden") / name);
    write_pdb(made.receptor, fs::path("made_golden") / name / "receptor.pdb");
    write_pdb(made.ligand, fs::path("made_golden") / name / "ligand.pdb");
    write_pdb(made.reference, fs::path("made_golden") / name / "reference.pdb");
  }
}

}  // namespace
}  // namespace azoo::docking
