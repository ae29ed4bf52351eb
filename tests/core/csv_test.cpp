#include "core/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace azoo {
namespace {

using Rows = std::vector<std::vector<std::string>>;

CsvTable good(std::string_view text) {
  Problems problems;
  CsvTable table = parse_csv(text, "t.csv", problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return table;
}

std::string first_problem(std::string_view text) {
  Problems problems;
  (void)parse_csv(text, "t.csv", problems);
  return problems.any() ? to_text(problems.list().front()) : "";
}

TEST(Csv, reads_quotes_commas_and_line_ends_inside_fields) {
  const CsvTable table = good("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n1,\n");
  EXPECT_EQ(table.header, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(table.rows, (Rows{{"x, \"y\"", "two\nlines"}, {"1", ""}}));
  EXPECT_EQ(table.row_lines, (std::vector<int>{2, 4}));
  EXPECT_EQ(to_text(table.place(1)), "t.csv:4");
  EXPECT_EQ(table.column("b"), 1U);
  EXPECT_FALSE(table.column("c").has_value());
}

TEST(Csv, reads_the_line_ends_of_every_system) {
  const Rows rows{{"1", "2"}, {"3", "4"}};
  EXPECT_EQ(good("a,b\n1,2\n3,4").rows, rows);
  EXPECT_EQ(good("a,b\r\n1,2\r\n3,4\r\n").rows, rows);
  EXPECT_EQ(good("a,b\r1,2\r3,4\r").rows, rows);
}

TEST(Csv, skips_a_byte_order_mark_comments_and_blank_lines) {
  const CsvTable table = good("\xEF\xBB\xBF# said \"so, \"open\n\n# more\na,b\n\n1,2\n");
  EXPECT_EQ(table.header[0], "a");
  EXPECT_EQ(table.rows, (Rows{{"1", "2"}}));
  EXPECT_EQ(table.row_lines, (std::vector<int>{6}));
}

TEST(Csv, keeps_an_empty_field_of_a_single_column) {
  EXPECT_EQ(good("a\n\"\"\n1\n").rows, (Rows{{""}, {"1"}}));
}

TEST(Csv, what_is_written_reads_back) {
  const Rows rows{{"", "plain", "with, comma"},
                  {"\"quoted\"", "two\nlines", "carriage\rreturn"},
                  {"#no comment", "", " blanks "},
                  {"a\r\nb", "\"", "é"}};
  std::string text = csv_line({"#a", "b", "c"});
  for (const auto& row : rows) text += csv_line(row);
  EXPECT_EQ(good(text).rows, rows);
  EXPECT_EQ(good("a\n" + csv_line({""}) + csv_line({"x"})).rows, (Rows{{""}, {"x"}}));
}

TEST(Csv, says_what_is_wrong_and_where) {
  EXPECT_EQ(first_problem("a,b\n1,2\n1\n"), "t.csv:3: 1 fields; expected 2 as in the header");
  EXPECT_EQ(first_problem("a,b\n1,\"2\n3,4\n"),
            "t.csv:2: a quote that is never closed; expected a closing quote");
  EXPECT_EQ(first_problem("a,a\n"),
            "t.csv:1: a = a column name that occurs twice; expected each column once");
  EXPECT_NE(first_problem("a,b\n\"x\"y,2\n").find("t.csv:2: text after a closing quote"), std::string::npos);
  EXPECT_NE(first_problem("a;b\n1,5;2\n").find("semicolons"), std::string::npos);
  EXPECT_NE(first_problem("").find("no header line"), std::string::npos);
  EXPECT_NE(first_problem("# only a comment\n").find("no header line"), std::string::npos);
}

TEST(Csv, refuses_bytes_that_are_not_text) {
  using std::string_literals::operator""s;
  EXPECT_NE(first_problem("a,b\n1,\0\n"s).find("not UTF-8 text"), std::string::npos);
  EXPECT_NE(first_problem("\xFF\xFE\x61\x00\x0A\x00"s).find("not UTF-8 text"), std::string::npos);
  EXPECT_NE(first_problem("a\n\xE9\n").find("not UTF-8 text"), std::string::npos);
}

}  // namespace
}  // namespace azoo
