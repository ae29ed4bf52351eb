// The docking benchmark, where it is there: every file reads, with the atoms that its lines have.
#include <gtest/gtest.h>

#include "core/files.hpp"
#include "docking/read_structure.hpp"
#include "docking/unpack_gzip.hpp"

namespace azoo::docking {
namespace {

namespace fs = std::filesystem;

const fs::path data = fs::path(AZOO_PROJECT_DIR) / "../shared/data/docking";

bool is_expected(const std::string& note) {
  for (const char* words : {"lack atoms", "lacks atoms", "in the chains: ", "kept ligands", "single atom"})
    if (note.find(words) != std::string::npos) return true;
  // The two dyes and clusters on cysteines of one complex.
  return note == "modified residues are treated as their parents: 1 CFE as CYS, 1 CYF as CYS";
}

TEST(SharedData, every_structure_of_the_benchmark_reads_whole_and_without_surprise) {
  if (!fs::exists(data / "dev")) GTEST_SKIP() << "no benchmark structures in ../shared/data/docking";
  std::size_t files = 0;
  std::size_t atoms = 0;
  std::size_t fragments = 0;
  for (const char* part : {"dev", "train"}) {
    for (const auto& item : fs::recursive_directory_iterator(data / part)) {
      if (!item.is_regular_file() || item.path().string().find(".pdb") == std::string::npos) continue;
      Problems problems;
      const auto structure = read_structure(item.path(), {}, problems);
      ASSERT_TRUE(structure.has_value()) << to_text(problems.list().front());
      std::string text = *read_file(item.path(), problems);
      if (is_gzip(text)) text = *unpack_gzip(text, 100'000'000, "", problems);
      std::size_t lines = 0;
      for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1)
        if (text.compare(at, 4, "ATOM") == 0 || text.compare(at, 6, "HETATM") == 0) ++lines;
      EXPECT_EQ(structure->atoms.size(), lines) << item.path();
      for (const std::string& note : structure->notes)
        EXPECT_TRUE(is_expected(note)) << item.path() << ": " << note;
      for (const Residue& residue : structure->residues) fragments += residue.starts_fragment ? 1 : 0;
      atoms += structure->atoms.size();
      ++files;
    }
  }
  RecordProperty("fragments", std::to_string(fragments));
  EXPECT_EQ(files, 612U);
  EXPECT_EQ(atoms, 1'696'174U);
  // As measured; more would mean breaks where bonds are, fewer breaks overlooked.
  EXPECT_EQ(fragments, 2357U);
}

}  // namespace
}  // namespace azoo::docking
