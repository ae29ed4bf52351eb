// The columns of pose tables: one list that the writer, the reader and the messages share.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/table_columns.hpp"  // for FieldRule
#include "docking/evaluation.hpp"  // for Quality
#include "docking/pose.hpp"        // for Pose

namespace azoo::docking {

enum class PoseColumnKind { required, term, quality };

// One number of a pose or of its quality.
struct PoseColumn {
  std::string_view name;
  PoseColumnKind kind;
  double& (*in)(Pose&, Quality&);
  FieldRule rule;
};

// In the order in which they are written, rank before them and CAPRI's class after them.
[[nodiscard]] const std::vector<PoseColumn>& pose_columns();

inline constexpr std::string_view rank_column = "rank";
inline constexpr std::string_view capri_column = "capri";

[[nodiscard]] const std::vector<std::string>& capri_words();

}  // namespace azoo::docking
