// Reading, writing and overriding TOML trees.
#include "core/toml_value.hpp"

#include <gtest/gtest.h>

#include <string>

namespace azoo {
namespace {

TomlValue good(std::string_view text) {
  Problems problems;
  TomlValue root = parse_toml(text, "s.toml", problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return root;
}

std::string first_problem(std::string_view text) {
  Problems problems;
  (void)parse_toml(text, "s.toml", problems);
  return problems.any() ? to_text(problems.list().front()) : "";
}

const TomlValue& at(const TomlValue& root, std::string_view key) {
  return *root.map()->find(key);
}

// The text after one override, or the first problem.
std::string after(std::string_view text, std::string_view assignment) {
  TomlValue root = good(text);
  Problems problems;
  override_value(root, assignment, problems);
  return problems.any() ? to_text(problems.list().front()) : write_toml(root);
}

TEST(ParseToml, keeps_the_order_and_the_places_of_the_file) {
  const TomlValue root = good("z = 1\na = 2.5\n\n[m]\ny = \"t\"\nb = true\n");
  std::vector<std::string> keys;
  for (const auto& [key, value] : root.map()->entries) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"z", "a", "m"}));
  EXPECT_EQ(to_text(at(root, "a").place), "s.toml:2:5");
  EXPECT_EQ(at(at(root, "m"), "b").place.line, 6);
  EXPECT_EQ(std::get<std::int64_t>(at(root, "z").data), 1);
  EXPECT_EQ(std::get<double>(at(root, "a").data), 2.5);
  EXPECT_EQ(std::get<std::string>(at(at(root, "m"), "y").data), "t");
}

TEST(ParseToml, says_where_broken_toml_breaks) {
  EXPECT_EQ(first_problem("a = 1\nb = \n").substr(0, 9), "s.toml:2:");
  EXPECT_NE(first_problem("a = 1\na = 2\n").find("s.toml:2:"), std::string::npos);
  EXPECT_NE(first_problem("a = [}\n").find("s.toml: broken TOML"), std::string::npos);
  EXPECT_NE(first_problem("d = 2024-01-31\n").find("write dates as text"), std::string::npos);
  EXPECT_NE(first_problem("a = \"\xFF\"").find("not UTF-8 text"), std::string::npos);
}

TEST(ParseToml, survives_deep_nesting) {
  const std::string deep_lists = "a = " + std::string(100000, '[');
  EXPECT_NE(first_problem(deep_lists), "");
  std::string dotted = "[a";
  for (int i = 0; i < 300000; ++i) dotted += ".a";
  EXPECT_NE(first_problem("x = 1\n" + dotted + "]\n").find("s.toml:2: a name of more than 64 parts"),
            std::string::npos);
  std::string spaced = "a";
  for (int i = 0; i < 300000; ++i) spaced += " . \"a\"";
  EXPECT_NE(first_problem("b = { " + spaced + " = 1 }").find("64 parts"), std::string::npos);
  std::string tables;
  for (int i = 0; i < 5000; ++i) tables += "{ a.a.a.a.a.a.a.a = ";
  EXPECT_NE(first_problem("b = " + tables), "");
}

// toml++ 3.3 runs into unreachable code on these; the sanitizers see it when the scan is taken out.
TEST(ParseToml, letters_beyond_ascii_stand_in_texts_and_comments_only) {
  for (const char* wrong : {"é = 1\n", "a = é\n", "a = 1 é\n", "a = \"x\"é\n", "[é]\n", "a = [1,é]\n",
                            "a.é = 1\n", "a = '''x''' é\n", "a = 1\u00A0\n"}) {
    EXPECT_EQ(first_problem(wrong),
              "s.toml:1: a letter beyond ASCII outside quotes; expected quotes around names and texts that "
              "hold one")
        << wrong;
  }
  EXPECT_NE(first_problem("a = \"\\é\"\n").find("after a backslash"), std::string::npos);
  EXPECT_NE(first_problem("a = \"\"\"x\\\n  é\"\"\"\n").find("after a backslash"), std::string::npos);
  const TomlValue root = good(
      "# é\n\"é\" = 'é' # é\na = '''é\n'é''''\nb = \"\"\"\\\n x é \\\" é\"\"\"\"\nc = \"\\\\é\\\"é\" # é\nd "
      "= ''\ne = \"\" #é\n");
  EXPECT_EQ(std::get<std::string>(at(root, "é").data), "é");
  EXPECT_EQ(std::get<std::string>(at(root, "a").data), "é\n'é'");
  EXPECT_EQ(std::get<std::string>(at(root, "b").data), "x é \" é\"");
  EXPECT_EQ(std::get<std::string>(at(root, "c").data), "\\é\"é");
}

// Found by tools/fuzz_docking: toml++ reads a number on through quotes and brackets and asks whether the
// letter is a blank, where it has no answer.
TEST(ParseToml, letters_beyond_ascii_within_a_number_are_a_fault_like_another) {
  for (const char* wrong : {"a = [9999.0\"é\", 2]\n", "a = 1'é'\n", "a = +\"é\"\n", "a = 2024-01-01'é'\n",
                            "a = {b=1\"x\"\"é\"}\n", "a = -inf[\"A:é\"]\n", "a = 1=\"\u3001\"\n",
                            "a = 1\"\u1681\"\n", "a = 1\"\u2010\"\n", "a = 1\"\U0001F600\"\n"})
    EXPECT_NE(first_problem(wrong).find(": broken TOML: Error while parsing"), std::string::npos)
        << wrong << first_problem(wrong);
  const TomlValue root = good("\"a 1\".\"é\" = 2\n1.\"é\" = 1\n'3'.'é' = 3\n2=\"é\"\nc=\"é\"\nd=[1,\"é\"]\n");
  EXPECT_EQ(std::get<std::string>(at(root, "c").data), "é");
}

TEST(ParseToml, takes_texts_with_many_dots) {
  const std::string dots(500, '.');
  EXPECT_EQ(std::get<std::string>(at(good("a = \"" + dots + "\""), "a").data), dots);
}

TEST(WriteToml, reads_back_to_the_same_tree) {
  const std::string text =
      "title = \"a \\\"b\\\" \\\\ \\n \\t \\u0001 \\u007F é\"\n"
      "n = -12\nx = 1e+22\nsmall = 1e-300\nwhole = 3.0\nno = nan\nmuch = inf\nyes = true\n"
      "list = [1, 2.5, \"c\", [], [1]]\nempty = []\n\"odd key.\" = 1\n"
      "dose = { value = 10.0, source = \"p. 3\" }\n"
      "\n[sec]\nk = 1\n\n[sec.\"a b\"]\nk = 2\n\n[empty_section]\n"
      "\n[[arm]]\nname = \"one\"\n\n[arm.product]\nday = 1\n\n[[arm.product.site]]\nroute = \"r\"\n"
      "\n[[arm]]\nname = \"two\"\n";
  const std::string once = write_toml(good(text));
  EXPECT_EQ(write_toml(good(once)), once);
  const TomlValue root = good(once);
  EXPECT_EQ(std::get<std::string>(at(root, "title").data), "a \"b\" \\ \n \t \x01 \x7F é");
  EXPECT_EQ(std::get<double>(at(root, "x").data), 1e22);
  EXPECT_EQ(std::get<double>(at(root, "whole").data), 3.0);
  EXPECT_EQ(at(root, "arm").array()->size(), 2U);
  const TomlValue& site = at(at(at(root, "arm").array()->front(), "product"), "site");
  EXPECT_EQ(std::get<std::string>(at(site.array()->front(), "route").data), "r");
  EXPECT_NE(once.find("dose = { value = 10.0, source = \"p. 3\" }\n"), std::string::npos);
}

TEST(Describe, cuts_long_values_between_characters) {
  for (int shift = 0; shift < 4; ++shift) {
    std::string text(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 60; ++i) text += "漢";
    Problems problems;
    const std::string cut = describe({text, {}});
    EXPECT_LE(cut.size(), 80U);
    EXPECT_TRUE(cut.ends_with("..."));
    (void)parse_toml("a = " + cut + "\"", "cut", problems);  // text again, so nothing was split
    EXPECT_FALSE(problems.any());
  }
  EXPECT_EQ(describe({-1e7, {}}), "-1e7");
  EXPECT_EQ(describe({2.5e-8, {}}), "2.5e-8");
  EXPECT_EQ(describe({std::string("a"), {}}), "\"a\"");
}

TEST(OverrideValue, replaces_adds_and_types_values) {
  EXPECT_EQ(after("a = 1\n", "a=2.5"), "a = 2.5\n");
  EXPECT_EQ(after("a = 1\n", "a=word"), "a = \"word\"\n");
  EXPECT_EQ(after("a = 1\n", "a=two words"), "a = \"two words\"\n");
  EXPECT_EQ(after("a = 1\n", "a=\"60\""), "a = \"60\"\n");
  EXPECT_EQ(after("a = 1\n", "a=[1, 2]"), "a = [1, 2]\n");
  EXPECT_EQ(after("a = 1\n", "a="), "a = \"\"\n");
  EXPECT_EQ(after("a = 1\n", "a=2024-01-31"), "a = \"2024-01-31\"\n");
  EXPECT_EQ(after("a = 1\n", "b.c=3"), "a = 1\n\n[b]\nc = 3\n");
  EXPECT_EQ(after("[[arm]]\nsize = 1\n\n[[arm]]\nsize = 2\n", "arm.1.size=60"),
            "\n[[arm]]\nsize = 1\n\n[[arm]]\nsize = 60\n");
  EXPECT_EQ(after("\"a.b\" = 1\n", "\"a.b\"=2"), "\"a.b\" = 2\n");
  EXPECT_EQ(after("a = \"x\"\n", "a=b=c"), "a = \"b=c\"\n");
}

TEST(OverrideValue, text_cannot_smuggle_in_a_second_key) {
  EXPECT_EQ(after("a = 1\n", "a=1\nb = 2"), "a = \"1\\nb = 2\"\n");
}

TEST(OverrideValue, a_wrapped_value_does_not_keep_a_source_that_is_no_longer_true) {
  EXPECT_EQ(after("a = { value = 1, source = \"p. 3\", note = \"n\" }\n", "a=2"),
            "a = { value = 2, source = \"set by --set\", note = \"n\" }\n");
  EXPECT_EQ(after("a = { value = 1, source = \"p. 3\" }\n", "a={ value = 2, source = \"p. 4\" }"),
            "a = { value = 2, source = \"p. 4\" }\n");
  EXPECT_EQ(after("a = { value = 1 }\n", "a=2"), "a = { value = 2 }\n");
}

TEST(OverrideValue, marks_the_place_of_everything_it_sets) {
  TomlValue root = good("a = 1\n");
  Problems problems;
  override_value(root, "a=[1, { b = 2 }]", problems);
  const TomlValue& inner = at(at(root, "a").array()->at(1), "b");
  EXPECT_EQ(to_text(inner.place), "--set a=[1, { b = 2 }]");
}

TEST(OverrideValue, says_what_is_wrong) {
  EXPECT_NE(after("a = 1\n", "a").find("no KEY=VALUE"), std::string::npos);
  EXPECT_NE(after("a = 1\n", "=1").find("no KEY=VALUE"), std::string::npos);
  EXPECT_NE(after("[a]\n", "a..b=1").find("empty part between dots"), std::string::npos);
  EXPECT_NE(after("a = 1\n", "a.b=1").find("goes on below the value 1"), std::string::npos);
  EXPECT_NE(after("a = [1, 2]\n", "a.2=1").find("a position from 0 to 1"), std::string::npos);
  EXPECT_NE(after("a = [1, 2]\n", "a.x=1").find("position x"), std::string::npos);
  EXPECT_NE(after("a = []\n", "a.0=1").find("the list is empty"), std::string::npos);
  EXPECT_NE(after("a = 1\n", "\"a=1").find("quote that is never closed"), std::string::npos);
  EXPECT_NE(after("a = 1\n", "a=\xFF").find("not UTF-8"), std::string::npos);
}

}  // namespace
}  // namespace azoo
