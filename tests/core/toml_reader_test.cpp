// Reading fields with checks: kinds, ranges, defaults, unknown keys, and all problems at once.
#include "core/toml_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace azoo {
namespace {

struct Document {
  explicit Document(std::string_view text) : root(parse_toml(text, "s.toml", problems)) {}
  TomlReader reader() { return {root, "", problems}; }
  // All messages, a line each.
  [[nodiscard]] std::string messages() const {
    std::string all;
    for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
    return all;
  }
  Problems problems;
  TomlValue root;
};

TEST(TomlReader, reads_every_kind_of_field) {
  Document document(
      "n = 1.5\nwhole = 3\nflag = true\nt = \"text\"\nw = \"up\"\nns = [1, 2.5]\nts = [\"a\"]\n[sub]\nk = "
      "1\n");
  TomlReader reader = document.reader();
  EXPECT_EQ(reader.number("n", positive), 1.5);
  EXPECT_EQ(reader.number("whole", any_number), 3.0);
  EXPECT_EQ(reader.integer("whole", 0, 5), 3);
  EXPECT_TRUE(reader.flag_or("flag", false));
  EXPECT_EQ(reader.text("t"), "text");
  EXPECT_EQ(reader.word("w", {"up", "down"}), "up");
  EXPECT_EQ(reader.numbers("ns", positive), (std::vector<double>{1.0, 2.5}));
  EXPECT_EQ(reader.texts("ts"), (std::vector<std::string>{"a"}));
  TomlReader sub = reader.table("sub");
  EXPECT_EQ(sub.integer("k", 0, 9), 1);
  sub.finish();
  reader.finish();
  EXPECT_EQ(document.messages(), "");
}

TEST(TomlReader, unwraps_values_that_name_their_source) {
  Document document(
      "dose = { value = 1e7, source = \"p. 3\" }\nname = { value = \"x\", source = \"p. 4\" }\n");
  TomlReader reader = document.reader();
  EXPECT_EQ(reader.number("dose", positive), 1e7);
  EXPECT_EQ(reader.text("name"), "x");
  reader.finish();
  EXPECT_EQ(document.messages(), "");
}

TEST(TomlReader, a_wrapped_value_allows_no_other_keys) {
  Document document("dose = { value = 1, sauce = \"p. 3\" }\n");
  TomlReader reader = document.reader();
  (void)reader.number("dose", positive);
  EXPECT_EQ(document.messages(),
            "s.toml:1:29: dose.sauce = \"p. 3\"; expected only value, unit, source and note here\n");
}

TEST(TomlReader, collects_every_problem_with_its_place) {
  Document document("n = -1\nwhole = 2.5\nflag = 1\nt = \"\"\nw = \"upp\"\nns = [1, -2]\n[sub]\nk = 99\n");
  TomlReader reader = document.reader();
  (void)reader.number("n", positive);
  (void)reader.integer("whole", 0, 5);
  (void)reader.flag_or("flag", false);
  (void)reader.text("t");
  (void)reader.word("w", {"up", "down"});
  (void)reader.numbers("ns", positive);
  (void)reader.number("absent", fraction);
  (void)reader.table("sub").integer("k", 0, 9);
  EXPECT_EQ(document.messages(),
            "s.toml:1:5: n = -1; expected a finite number > 0\n"
            "s.toml:2:9: whole = 2.5; expected a whole number from 0 to 5\n"
            "s.toml:3:8: flag = 1; expected true or false\n"
            "s.toml:4:5: t = \"\"; expected a text that is not empty\n"
            "s.toml:5:5: w = \"upp\"; expected one of up, down (did you mean up?)\n"
            "s.toml:6:10: ns = -2; expected a finite number > 0\n"
            "s.toml: absent = missing; expected a number from 0 to 1\n"
            "s.toml:8:5: sub.k = 99; expected a whole number from 0 to 9\n");
  EXPECT_THROW(document.problems.throw_if_any(), InputError);
}

TEST(TomlReader, numbers_must_be_finite) {
  Document document("a = nan\nb = inf\nc = \"1\"\n");
  TomlReader reader = document.reader();
  for (const char* key : {"a", "b", "c"}) (void)reader.number(key, any_number);
  EXPECT_EQ(document.problems.list().size(), 3U);
}

TEST(TomlReader, bounds_are_open_or_closed_as_the_rule_says) {
  Document document("zero = 0\none = 1.0\n");
  TomlReader reader = document.reader();
  EXPECT_EQ(reader.number("zero", not_negative), 0.0);
  EXPECT_EQ(reader.number("zero", fraction), 0.0);
  EXPECT_EQ(reader.number("one", fraction), 1.0);
  EXPECT_FALSE(document.problems.any());
  (void)reader.number("zero", positive);
  EXPECT_EQ(document.problems.list().size(), 1U);
}

TEST(TomlReader, an_unknown_key_names_the_nearest_known_one) {
  Document document("sise = 3\nzzzzzzzz = 1\nsource = \"s\"\nnote = \"n\"\n");
  TomlReader reader = document.reader();
  (void)reader.integer_or("size", 1, 0, 9);
  reader.finish();
  EXPECT_EQ(document.messages(),
            "s.toml:1:8: sise = unknown key; expected perhaps size\n"
            "s.toml:2:12: zzzzzzzz = unknown key; expected one of the known keys: size\n");
}

TEST(TomlReader, writes_every_default_into_the_tree) {
  Document document("[given]\nn = 1\n");
  TomlReader reader = document.reader();
  (void)reader.number_or("n", 2.0, positive);
  (void)reader.integer_or("i", 3, 0, 9);
  (void)reader.flag_or("f", true);
  (void)reader.text_or("t", "x");
  (void)reader.word_or("w", "up", {"up", "down"});
  (void)reader.numbers_or("ns", {1.0, 2.0}, positive);
  (void)reader.texts_or("ts", {"a"});
  (void)reader.table_or_empty("given").number_or("n", 5.0, positive);
  (void)reader.table_or_empty("added").number_or("m", 6.0, positive);
  reader.finish();
  EXPECT_EQ(document.messages(), "");
  EXPECT_EQ(write_toml(document.root),
            "n = 2.0\ni = 3\nf = true\nt = \"x\"\nw = \"up\"\nns = [1.0, 2.0]\nts = [\"a\"]\n"
            "\n[given]\nn = 1\n\n[added]\nm = 6.0\n");
}

TEST(TomlReader, a_reader_of_a_sub_table_outlives_defaults_written_beside_it) {
  Document document("[sub]\nk = 1\n");
  TomlReader reader = document.reader();
  TomlReader sub = reader.table("sub");
  TomlReader added = reader.table_or_empty("added");
  for (int i = 0; i < 100; ++i) (void)reader.number_or("n" + std::to_string(i), i, any_number);
  EXPECT_EQ(sub.integer("k", 0, 9), 1);
  (void)added.number_or("m", 2.0, positive);
  EXPECT_NE(write_toml(document.root).find("[added]\nm = 2.0\n"), std::string::npos);
}

TEST(TomlReader, reads_lists_of_tables_by_position) {
  Document document("[[arm]]\nsize = 1\n[[arm]]\nsize = 0\n");
  TomlReader reader = document.reader();
  auto arms = reader.tables("arm", true);
  ASSERT_EQ(arms.size(), 2U);
  EXPECT_EQ(arms[0].integer("size", 1, 9), 1);
  (void)arms[1].integer("size", 1, 9);
  EXPECT_EQ(document.messages(), "s.toml:4:8: arm.1.size = 0; expected a whole number from 1 to 9\n");
  EXPECT_TRUE(reader.tables("none", false).empty());
}

TEST(TomlReader, a_value_where_a_table_belongs_is_a_problem) {
  Document document("sub = 3\narm = 4\nlist = [1]\n");
  TomlReader reader = document.reader();
  (void)reader.table("sub");
  (void)reader.tables("arm", true);
  (void)reader.tables("list", true);
  (void)reader.tables("absent", true);
  (void)reader.table("missing");
  EXPECT_EQ(document.problems.list().size(), 5U) << document.messages();
}

TEST(NearestWord, is_near_or_nothing) {
  EXPECT_EQ(nearest_word("histolgy", {"history", "histology"}), "histology");
  EXPECT_EQ(nearest_word("dose", {"visit", "population"}), "");
  EXPECT_EQ(nearest_word("x", {"ab", "y"}), "");  // no letter in common
  EXPECT_EQ(nearest_word("", {}), "");
  EXPECT_EQ(nearest_word(std::string(1000000, 'a'), {"ab", "abc"}), "");
}

}  // namespace
}  // namespace azoo
