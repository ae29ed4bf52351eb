#include "docking/sequence_alignment.hpp"

#include <algorithm>  // for reverse
#include <cstdint>    // for uint8_t
#include <map>        // for map

namespace azoo::docking {
namespace {

constexpr int equal_score = 2;
constexpr int unequal_score = -1;
constexpr int gap_score = -2;

enum class Step : std::uint8_t { both, first_only, second_only };

// Names as small numbers: quick to compare.
std::vector<int> numbered(const std::vector<std::string>& names, std::map<std::string, int>& numbers) {
  std::vector<int> result;
  for (const std::string& name : names)
    result.push_back(numbers.try_emplace(name, static_cast<int>(numbers.size())).first->second);
  return result;
}

// The way to each cell of the table, rows of the first sequence. `score` is one row at a time.
std::vector<Step> fill_table(const std::vector<int>& a, const std::vector<int>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<Step> steps((a.size() + 1) * width, Step::both);
  std::vector<int> above(width, 0);
  std::vector<int> row(width, 0);
  for (std::size_t j = 1; j < width; ++j) steps[j] = Step::second_only;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = 0;
    steps[i * width] = Step::first_only;
    const bool last_row = i == a.size();
    for (std::size_t j = 1; j < width; ++j) {
      const int both = above[j - 1] + (a[i - 1] == b[j - 1] ? equal_score : unequal_score);
      const int first_only = above[j] + (j == b.size() ? 0 : gap_score);
      const int second_only = row[j - 1] + (last_row ? 0 : gap_score);
      Step step = Step::both;
      int best = both;
      if (first_only > best) {
        best = first_only;
        step = Step::first_only;
      }
      if (second_only > best) {
        best = second_only;
        step = Step::second_only;
      }
      row[j] = best;
      steps[i * width + j] = step;
    }
    above.swap(row);
  }
  return steps;
}

}  // namespace

SequenceAlignment align_sequences(const std::vector<std::string>& first,
                                  const std::vector<std::string>& second) {
  std::map<std::string, int> numbers;
  const std::vector<int> a = numbered(first, numbers);
  const std::vector<int> b = numbered(second, numbers);
  const std::vector<Step> steps = fill_table(a, b);
  SequenceAlignment result;
  std::size_t i = a.size();
  std::size_t j = b.size();
  while (i > 0 && j > 0) {
    const Step step = steps[i * (b.size() + 1) + j];
    if (step == Step::both) {
      result.pairs.emplace_back(i - 1, j - 1);
      if (a[i - 1] == b[j - 1]) ++result.identical;
    }
    if (step != Step::second_only) --i;
    if (step != Step::first_only) --j;
  }
  std::reverse(result.pairs.begin(), result.pairs.end());
  return result;
}

}  // namespace azoo::docking
