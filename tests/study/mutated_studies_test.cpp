// The shipped studies, damaged at random with fixed seeds: the reader neither ends the program nor accepts a
// number that is not finite, and what it accepts reads back to the same design.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>

#include "core/files.hpp"
#include "core/random.hpp"
#include "design_text.hpp"
#include "study_files.hpp"

namespace azoo::study {
namespace {

constexpr std::uint32_t cases_per_study = 1000;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    lines.back() += c;
    if (c == '\n') lines.emplace_back();
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::uint32_t position(Draws& draws, std::size_t size) {
  return draws.below(static_cast<std::uint32_t>(size));
}

std::string with_flipped_bytes(std::string text, Draws& draws) {
  const std::uint32_t flips = 1 + draws.below(4);
  for (std::uint32_t i = 0; i < flips; ++i) {
    char& c = text[position(draws, text.size())];
    // Half of the damage stays printable, so that it is not always refused as binary.
    c = draws.bernoulli(0.5) ? static_cast<char>(0x20 + draws.below(0x5F))
                             : static_cast<char>(c ^ static_cast<char>(1u << draws.below(8)));
  }
  return text;
}

std::string with_changed_lines(const std::string& text, Draws& draws) {
  std::vector<std::string> lines = lines_of(text);
  const std::uint32_t from = position(draws, lines.size());
  const std::uint32_t to = position(draws, lines.size());
  switch (draws.below(3)) {
    case 0:
      lines.erase(lines.begin() + from);
      break;
    case 1:
      std::swap(lines[from], lines[to]);
      break;
    default:
      lines.insert(lines.begin() + to, lines[from]);
  }
  return joined(lines);
}

// The value of one line is put behind the key of another, or is one of the values that break readers.
std::string with_swapped_value(const std::string& text, Draws& draws) {
  static const std::vector<std::string> odd = {
      "nan",  "-nan", "inf",  "-inf", "1e308",      "-1e308", "-0.0",           "0", "{}", "[]",
      "\"\"", "[[]]", "true", "-1",   "4294967296", "1e-320", "{ value = nan }"};
  std::vector<std::string> lines = lines_of(text);
  for (int attempt = 0; attempt < 50; ++attempt) {
    std::string& line = lines[position(draws, lines.size())];
    const std::string other = lines[position(draws, lines.size())];
    const std::size_t here = line.find(" = ");
    const std::size_t there = other.find(" = ");
    if (here == std::string::npos || there == std::string::npos) continue;
    const bool use_odd = draws.bernoulli(0.6);
    line = line.substr(0, here + 3) +
           (use_odd ? odd[position(draws, odd.size())] + "\n" : other.substr(there + 3));
    break;
  }
  return joined(lines);
}

std::string mutated(const std::string& text, std::uint32_t number) {
  const RandomStream stream({2024, number, 0, Stream::known_answer_test});
  Draws draws(stream, 0, 0);
  switch (number % 3) {
    case 0:
      return with_flipped_bytes(text, draws);
    case 1:
      return with_changed_lines(text, draws);
    default:
      return with_swapped_value(text, draws);
  }
}

class MutatedStudies : public testing::TestWithParam<const char*> {};

TEST_P(MutatedStudies, never_end_the_program_and_never_bring_in_nan) {
  Problems problems;
  const std::string text = *read_file(shipped(GetParam()), problems);
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) /
      (std::string("azoo_mutated_") + std::to_string(::getpid()) + "_" + GetParam());
  const auto read_text = [&file](const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
    return read_with(file);
  };
  std::size_t accepted = 0;
  for (std::uint32_t number = 0; number < cases_per_study; ++number) {
    const Outcome outcome = read_text(mutated(text, number));
    ASSERT_EQ(outcome.study.has_value(), outcome.count == 0) << number;
    if (!outcome.study) continue;
    ++accepted;
    const std::string design = DesignText::of(outcome.study->design);
    std::string numbers;  // conditions write absent limits as nan, assays an absent upper limit as inf
    for (const std::string& line : lines_of(design)) {
      if (!line.starts_with("condition ") && !line.starts_with("assay ")) numbers += line;
    }
    EXPECT_EQ(numbers.find("|nan|"), std::string::npos) << number;
    EXPECT_EQ(numbers.find("inf|"), std::string::npos) << number;
    const std::string resolved = write_toml(outcome.study->resolved);
    const Outcome again = read_text(resolved);
    ASSERT_TRUE(again.study) << number << "\n" << again.messages;
    EXPECT_EQ(DesignText::of(again.study->design), design) << number;
    EXPECT_EQ(write_toml(again.study->resolved), resolved) << number;
  }
  std::filesystem::remove(file);
  // Damage to comments and sources is harmless, most other damage is not: both must have been met.
  EXPECT_GT(accepted, cases_per_study / 20);
  EXPECT_LT(accepted, cases_per_study * 19 / 20);
}

INSTANTIATE_TEST_SUITE_P(Shipped, MutatedStudies,
                         testing::Values("phase1-2024.toml", "phase1-2024-separated.toml"),
                         [](const auto& one) {
                           return std::string(one.index == 0 ? "phase1" : "separated");
                         });

}  // namespace
}  // namespace azoo::study
