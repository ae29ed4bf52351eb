// Links from studies and parameters to rows of the record: every id they cite is there, and the row knows
// them.
#include "study/evidence_use.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "evidence/record.hpp"
#include "study/evidence_ids.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

fs::path project() {
  return AZOO_PROJECT_DIR;
}

std::vector<EvidenceUse> uses(const std::string& id) {
  return evidence_uses(id, {project() / "studies", project() / "data"});
}

bool names(const std::vector<EvidenceUse>& list, const std::string& file) {
  return std::any_of(list.begin(), list.end(),
                     [&](const EvidenceUse& use) { return use.file == file && use.line > 0; });
}

TEST(EvidenceUse, a_row_knows_the_studies_and_parameters_that_cite_it) {
  EXPECT_TRUE(names(uses("E003-N01"), "studies/phase1-2024.toml"));
  EXPECT_TRUE(names(uses("E000-T2-01"), "studies/busulfan-mouse.toml"));
  EXPECT_TRUE(names(uses("E003-Q26"), "data/products/bm-msc.toml"));
  EXPECT_TRUE(uses("E000-T2").empty());  // the id must stand alone
  EXPECT_TRUE(uses("E000-T2-01-A").empty());
}

TEST(EvidenceUse, every_id_that_a_study_or_a_parameter_cites_is_there) {
  const std::set<std::string> ids = evidence::ids_of_record(project() / "data/evidence");
  const std::regex pattern("\\b(E[0-9]{3}|EX)-[A-DF-Z][A-Z0-9]*(-[A-Z]?[0-9]+)*");
  std::size_t cited = 0;
  for (const char* folder : {"studies", "data"}) {
    for (const auto& entry : fs::recursive_directory_iterator(project() / folder)) {
      const bool record = entry.path().string().find("/evidence/") != std::string::npos;
      if (record || entry.path().extension() != ".toml") continue;
      std::stringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      const std::string all = text.str();
      for (std::sregex_iterator at(all.begin(), all.end(), pattern), end; at != end; ++at) {
        ++cited;
        EXPECT_TRUE(ids.contains(at->str())) << at->str() << " in " << entry.path();
      }
    }
  }
  EXPECT_GE(cited, 25u);
}

TEST(EvidenceIds, are_told_from_keys_of_studies_and_targets) {
  EXPECT_TRUE(is_record_id("E000-T2-07"));
  EXPECT_TRUE(is_record_id("EX-C01"));
  for (const char* other : {"T026", "zhankina-2024", "E034", "Ewing-2001", ""})
    EXPECT_FALSE(is_record_id(other)) << other;
}

}  // namespace
}  // namespace azoo::study
