#include "docking/pose_table.hpp"

#include <stdexcept>  // for logic_error

#include "core/csv.hpp"              // for csv_line
#include "core/number_text.hpp"      // for to_text
#include "docking/pose_columns.hpp"  // for pose_columns

namespace azoo::docking {
namespace {

bool written(const PoseColumn& column, bool with_quality) {
  return column.kind != PoseColumnKind::quality || with_quality;
}

void add_names(std::vector<std::string>& fields, bool with_quality) {
  for (const PoseColumn& column : pose_columns())
    if (written(column, with_quality)) fields.emplace_back(column.name);
  if (with_quality) fields.emplace_back(capri_column);
}

void add_values(std::vector<std::string>& fields, Pose pose, const Quality* quality) {
  Quality values = quality == nullptr ? Quality{} : *quality;
  for (const PoseColumn& column : pose_columns())
    if (written(column, quality != nullptr)) fields.push_back(azoo::to_text(column.in(pose, values)));
  if (quality != nullptr) fields.push_back(to_text(quality->capri));
}

void check_lengths(const Poses& poses, const std::vector<Quality>& qualities) {
  if (!qualities.empty() && qualities.size() != poses.size())
    throw std::logic_error("a pose table with qualities of some poses only");
}

}  // namespace

std::string poses_csv(const Poses& poses, const std::vector<Quality>& qualities) {
  check_lengths(poses, qualities);
  std::vector<std::string> fields{std::string(rank_column)};
  add_names(fields, !qualities.empty());
  std::string text = csv_line(fields);
  for (std::size_t i = 0; i < poses.size(); ++i) {
    fields = {std::to_string(i + 1)};
    add_values(fields, poses[i], qualities.empty() ? nullptr : &qualities[i]);
    text += csv_line(fields);
  }
  return text;
}

std::string clusters_csv(const Poses& poses, const std::vector<Cluster>& clusters,
                         const std::vector<Quality>& qualities) {
  check_lengths(poses, qualities);
  std::vector<std::string> fields{std::string(rank_column), "size", "pose_rank"};
  add_names(fields, !qualities.empty());
  std::string text = csv_line(fields);
  for (std::size_t c = 0; c < clusters.size(); ++c) {
    const std::size_t pose = clusters[c].representative;
    fields = {std::to_string(c + 1), std::to_string(clusters[c].members.size()), std::to_string(pose + 1)};
    add_values(fields, poses.at(pose), qualities.empty() ? nullptr : &qualities[pose]);
    text += csv_line(fields);
  }
  return text;
}

}  // namespace azoo::docking
