// Labelled poses of the training complexes as the fits of the search's score take them.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "rank_fit.hpp"  // for RankedSet

namespace azoo::docking {

inline constexpr std::size_t folds = 5;
[[nodiscard]] inline std::size_t fold_of(std::size_t place) {
  return place % folds;
}

// One set a file NAME.poses, by name, of those with a near-native pose. Prints how many there are.
[[nodiscard]] std::vector<RankedSet> read_ranked_sets(const std::filesystem::path& folder);
// Poses of the same complex go together.
[[nodiscard]] std::vector<RankedSet> joined(std::vector<RankedSet> sets, const std::vector<RankedSet>& more);

[[nodiscard]] std::vector<const RankedSet*> all_of(const std::vector<RankedSet>& sets);
// All but those of `fold`; none is left out where there is no such fold.
[[nodiscard]] std::vector<const RankedSet*> outside(const std::vector<const RankedSet*>& sets,
                                                    std::size_t fold);
// Those of `others` whose complex is among `sets`.
[[nodiscard]] std::vector<const RankedSet*> of_the_same(const std::vector<const RankedSet*>& sets,
                                                        const std::vector<RankedSet>& others);

// A line: shares of complexes with a native among the first so many, and the mean of ln(rank + 1).
void print_ranks(const char* what, const std::vector<std::size_t>& ranks);

}  // namespace azoo::docking
