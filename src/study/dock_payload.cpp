#include "study/dock_payload.hpp"

#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "core/binary_values.hpp"
#include "study/payload.hpp"

namespace azoo::study {

namespace {

// A list whose length is not known before.
template <class T>
std::vector<T> take_values(std::istream& in) {
  std::uint64_t size = 0;
  load_value(in, size);
  std::vector<T> values;
  for (std::uint64_t i = 0; i < size; ++i) load_value(in, values.emplace_back());
  return values;
}

struct Numbers {
  double spacing_A;
  std::uint64_t grid[3];
  std::uint64_t rotations;
  std::uint64_t transforms;
  std::uint64_t poses_refined;
  std::uint64_t poses_refined_again;
  std::uint64_t swapped;
};

Numbers numbers_of(const docking::SearchRecord& record) {
  return {record.spacing_A,
          {record.grid[0], record.grid[1], record.grid[2]},
          record.rotations,
          record.transforms,
          record.poses_refined,
          record.poses_refined_again,
          record.partners_swapped ? 1U : 0U};
}

docking::SearchRecord record_of(const Numbers& numbers) {
  docking::SearchRecord record;
  record.spacing_A = numbers.spacing_A;
  for (std::size_t axis = 0; axis < 3; ++axis) record.grid[axis] = numbers.grid[axis];
  record.rotations = numbers.rotations;
  record.transforms = numbers.transforms;
  record.poses_refined = numbers.poses_refined;
  record.poses_refined_again = numbers.poses_refined_again;
  record.partners_swapped = numbers.swapped != 0;
  return record;
}

}  // namespace

std::string docked_payload(const DockedPair& pair) {
  std::ostringstream out;
  const docking::DockResult& result = pair.result;
  save_value(out, numbers_of(result.record));
  save_values(out, result.poses);
  save_value(out, static_cast<std::uint64_t>(result.clusters.size()));
  for (const docking::Cluster& cluster : result.clusters) {
    save_value(out, static_cast<std::uint64_t>(cluster.representative));
    save_values(out, std::vector<std::uint64_t>(cluster.members.begin(), cluster.members.end()));
  }
  std::string payload;
  put_part(payload, pair.fault);
  put_part(payload, result.record.plan);
  put_part(payload, out.str());
  return payload;
}

DockedPair docked_from_payload(const std::string& payload) {
  std::string_view rest = payload;
  DockedPair pair;
  pair.fault = take_part(rest);
  const std::string plan(take_part(rest));
  std::istringstream in{std::string(take_part(rest))};
  try {
    Numbers numbers{};
    load_value(in, numbers);
    pair.result.record = record_of(numbers);
    pair.result.record.plan = plan;
    pair.result.poses = take_values<docking::Pose>(in);
    std::uint64_t clusters = 0;
    load_value(in, clusters);
    for (std::uint64_t i = 0; i < clusters; ++i) {
      docking::Cluster& cluster = pair.result.clusters.emplace_back();
      std::uint64_t representative = 0;
      load_value(in, representative);
      cluster.representative = representative;
      const auto members = take_values<std::uint64_t>(in);
      cluster.members.assign(members.begin(), members.end());
    }
  } catch (const std::runtime_error& error) {
    throw std::logic_error(std::string("a docked pair that cannot be read back: ") + error.what());
  }
  return pair;
}

}  // namespace azoo::study
