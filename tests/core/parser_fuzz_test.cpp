// Thousands of broken documents, from fixed seeds: the parsers must come back, every problem must name
// the file, and what a parser accepted must survive being written and read again.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/csv.hpp"
#include "core/parameters.hpp"
#include "core/random.hpp"
#include "core/toml_reader.hpp"

namespace azoo {
namespace {

const char* const toml_seed =
    "title = \"a \\\"b\\\" é\"\nn = -12\nx = 1e-3\nlist = [1, 2.5, [\"c\"]]\n"
    "dose = { value = 10, source = \"p. 3\" }\n[sec.sub]\nk = 1979-05-27\n'odd' = '''\nlong'''\n"
    "[[arm]]\nname = \"one\"\n[[arm.site]]\nroute = \"r\"\n";
const char* const csv_seed = "# comment\na,b,\"c\"\"d\"\n1,2.5,\"x, y\"\n\"two\nlines\",,é\r\n3,4,5\n";

// Bytes that matter to the parsers come up often.
char some_byte(Draws& draws) {
  static const std::string special = "[]{}=.,\"'#\n\r\t \\;_-+0123456789eEuxabTZ\xEF\xBB\xBF\xC3\xA9";
  if (draws.bernoulli(0.15)) return static_cast<char>(draws.below(256));
  return special[draws.below(static_cast<std::uint32_t>(special.size()))];
}

std::string noise(Draws& draws) {
  std::string text(draws.below(200), ' ');
  for (char& c : text) c = some_byte(draws);
  return text;
}

std::string mutated(std::string text, Draws& draws) {
  const std::uint32_t changes = 1 + draws.below(6);
  for (std::uint32_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = draws.below(static_cast<std::uint32_t>(text.size()));
    const std::size_t length = 1 + draws.below(12);
    switch (draws.below(5)) {
      case 0:
        text[at] = some_byte(draws);
        break;
      case 1:
        text.insert(at, 1, some_byte(draws));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, std::string(text, draws.below(static_cast<std::uint32_t>(text.size())), length));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

void expect_places(const Problems& problems, const std::string& text) {
  for (const Problem& problem : problems.list()) {
    ASSERT_EQ(problem.place.file, "fuzz") << text;
    ASSERT_GE(problem.place.line, 0) << text;
    ASSERT_FALSE(to_text(problem).empty());
  }
}

void check_toml(const std::string& text, Draws& draws) {
  Problems problems;
  TomlValue root = parse_toml(text, "fuzz", problems);
  expect_places(problems, text);
  if (!problems.any()) {
    const std::string once = write_toml(root);
    Problems again;
    const TomlValue back = parse_toml(once, "fuzz", again);
    ASSERT_FALSE(again.any()) << text << "\n--- written as\n" << once;
    ASSERT_EQ(write_toml(back), once) << text;
  }
  TomlReader reader(root, "", problems);
  (void)reader.number_or("n", 1.0, positive);
  (void)reader.table_or_empty("sec").table_or_empty("sub").text("k");
  for (TomlReader& arm : reader.tables("arm", false)) (void)arm.tables("site", true);
  reader.finish();
  ParameterSet parameters;
  parameters.add(root, "p", problems);
  Problems override_problems;
  override_value(root, mutated("arm.0.site.0.route=[1, \"x\"]", draws), override_problems);
  (void)write_toml(root);
}

void check_csv(const std::string& text) {
  Problems problems;
  const CsvTable table = parse_csv(text, "fuzz", problems);
  expect_places(problems, text);
  ASSERT_EQ(table.rows.size(), table.row_lines.size());
  for (const auto& row : table.rows) ASSERT_EQ(row.size(), table.header.size()) << text;
  if (problems.any()) return;
  std::string written = csv_line(table.header);
  for (const auto& row : table.rows) written += csv_line(row);
  const CsvTable back = parse_csv(written, "fuzz", problems);
  ASSERT_FALSE(problems.any()) << text << "\n--- written as\n" << written;
  ASSERT_EQ(back.header, table.header) << text;
  ASSERT_EQ(back.rows, table.rows) << text;
}

TEST(ParserFuzz, toml_comes_back_from_noise_and_from_broken_documents) {
  const RandomStream stream({20240101, 0, 0, Stream::known_answer_test});
  for (std::uint32_t i = 0; i < 6000 && !HasFatalFailure(); ++i) {
    Draws draws(stream, i, 0);
    check_toml(i % 4 == 0 ? noise(draws) : mutated(toml_seed, draws), draws);
  }
}

TEST(ParserFuzz, csv_comes_back_from_noise_and_from_broken_documents) {
  const RandomStream stream({20240102, 0, 0, Stream::known_answer_test});
  for (std::uint32_t i = 0; i < 10000 && !HasFatalFailure(); ++i) {
    Draws draws(stream, i, 0);
    check_csv(i % 4 == 0 ? noise(draws) : mutated(csv_seed, draws));
  }
}

}  // namespace
}  // namespace azoo
