// Tables damaged at random, always the same way: the reader never falls over, and what it refuses it can
// place.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "core/random.hpp"
#include "trial/analysis.hpp"
#include "trial/small_trial.hpp"

namespace azoo::trial::test {
namespace {

constexpr int rounds = 4000;  // about a second, together

// Replaces, inserts, deletes or doubles a few stretches of the text.
std::string damaged(std::string text, const RandomStream& random, std::uint32_t round) {
  static const std::string bytes = ",\"\n\r;#-+.0919eEx\xEF\xC3 ainfmissing\t\x01";
  const std::uint32_t edits = 1 + random.block(0, round, 0)[0] % 4;
  for (std::uint32_t edit = 1; edit <= edits && !text.empty(); ++edit) {
    const RandomBlock r = random.block(0, round, edit);
    const std::size_t at = r[0] % text.size();
    const std::size_t length = 1 + r[1] % 12;
    switch (r[2] % 4) {
      case 0:
        text[at] = bytes[r[3] % bytes.size()];
        break;
      case 1:
        text.insert(at, 1, bytes[r[3] % bytes.size()]);
        break;
      case 2:
        text.erase(at, length);
        break;
      default:
        text.insert(at, text.substr(r[3] % text.size(), length));
    }
  }
  return text;
}

TEST(TrialTablesUnderDamage, refusals_have_line_and_field_and_what_passes_can_be_analysed) {
  const Design design = small_design();
  const TrialRecords records = small_records();
  const RandomStream random({.seed = 20240607});
  int passed = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string texts[4] = {to_csv(records.participants), to_csv(records.visits), to_csv(records.events),
                            to_csv(records.sections)};
    std::string& hit = texts[round % 4];
    hit = damaged(hit, random, static_cast<std::uint32_t>(round));
    Problems problems;
    const TrialRecords read = parse_records(
        {{"p", texts[0]}, {"v", texts[1]}, {"e", texts[2]}, TableText{"s", texts[3]}}, &design, problems);
    for (const Problem& problem : problems.list()) {
      EXPECT_GT(problem.place.line, 0) << to_text(problem);
      EXPECT_FALSE(problem.field.empty()) << to_text(problem);
      EXPECT_FALSE(problem.expected.empty()) << to_text(problem);
    }
    if (problems.any()) continue;
    ++passed;
    // What passed is whole: it reads back to itself and the analysis takes it.
    Problems again;
    const std::string visits = to_csv(read.visits);
    const std::string events = to_csv(read.events);
    const std::string participants = to_csv(read.participants);
    const TrialRecords twice =
        parse_records({{"p", participants}, {"v", visits}, {"e", events}, std::nullopt}, &design, again);
    EXPECT_FALSE(again.any()) << to_text(again.list().front());
    EXPECT_EQ(to_csv(twice.visits), visits);
    if (round % 10 == 0) {
      EXPECT_NO_THROW((void)analyse(design, read));
    }
  }
  EXPECT_GT(passed, 0);
  EXPECT_LT(passed, rounds);
}

TEST(AnalysisTableUnderDamage, refusals_have_line_and_field) {
  const std::string whole = to_csv(analyse(small_design(), small_records()));
  const RandomStream random({.seed = 7});
  for (std::uint32_t round = 0; round < 300; ++round) {
    Problems problems;
    const std::string text = damaged(whole, random, round);
    (void)parse_analysis({"a", text}, problems);
    for (const Problem& problem : problems.list()) {
      EXPECT_GT(problem.place.line, 0) << to_text(problem);
      EXPECT_FALSE(problem.field.empty()) << to_text(problem);
    }
  }
}

}  // namespace
}  // namespace azoo::trial::test
