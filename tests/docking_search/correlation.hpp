// The scores of every shift at one rotation, made in two ways that pass the same test: the slow one sums
// field times density over the cells, shift by shift, in double precision; the quick one is the search's own,
// by transforms. Both are held against what they stand for: the field, interpolated, at the places of the
// ligand's atoms.
#pragma once

#include <array>   // for array
#include <atomic>  // for atomic
#include <cmath>   // for floor
#include <vector>  // for vector

#include "docking/pair_score.hpp"       // for PairScore
#include "docking/rotation_search.hpp"  // for RotationSearch
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {

struct Task {
  const Pair& pair;
  SearchGrid grid;
  std::vector<Channel> channels;
};

inline std::size_t line_of(const SearchGrid& grid) {
  return 2 * (grid.side / 2 + 1);
}

// A channel's field as the search lays it out, in double precision and without padding.
inline std::vector<double> field_of(const Channel& channel, const Task& task) {
  GridBuffer buffer(task.grid.side);
  add_field(channel, task.pair.frames.standing, task.grid, buffer);
  const std::size_t n = task.grid.side, line = line_of(task.grid);
  std::vector<double> field(n * n * n);
  for (std::size_t k = 0; k < field.size(); ++k)
    field[k] = static_cast<double>(buffer.real()[k / n * line + k % n]);
  return field;
}

class DirectSum {
 public:
  DirectSum(const Task& task, const Quaternion& rotation) : side_(task.grid.side) {
    std::vector<float> x, y, z;
    for (const Vector3& p : task.pair.frames.moving.positions_A) {
      const Vector3 at = matrix_of(rotation) * p;
      x.push_back(static_cast<float>(at.x));
      y.push_back(static_cast<float>(at.y));
      z.push_back(static_cast<float>(at.z));
    }
    const std::size_t n = side_, line = line_of(task.grid);
    for (const Channel& channel : task.channels) {
      parts_.push_back({field_of(channel, task), {}});
      GridBuffer density(n);
      deposit(channel.ligand_values, x, y, z, task.grid, density);
      for (std::size_t k = 0; k < density.size(); ++k)
        if (density.real()[k] != 0.0F)
          parts_.back().filled.push_back(
              {k / line / n, k / line % n, k % line, static_cast<double>(density.real()[k])});
    }
  }
  [[nodiscard]] double at(std::size_t x, std::size_t y, std::size_t z) const {
    double sum = 0.0;
    const std::size_t n = side_;
    for (const Part& part : parts_)
      for (const Filled& f : part.filled)
        sum += f.value * part.field[((f.x + x) % n * n + (f.y + y) % n) * n + (f.z + z) % n];
    return sum;
  }

 private:
  struct Filled {
    std::size_t x, y, z;
    double value;
  };
  struct Part {
    std::vector<double> field;
    std::vector<Filled> filled;
  };
  std::size_t side_;
  std::vector<Part> parts_;
};

class ByTransforms {
 public:
  ByTransforms(const Task& task, const Quaternion& rotation) : grid_(task.grid), scores_(task.grid.side) {
    RotationSearch(task.pair.frames.standing, task.pair.frames.moving, task.channels, task.grid)
        .scores(rotation, scores_);
  }
  [[nodiscard]] double at(std::size_t x, std::size_t y, std::size_t z) const {
    return static_cast<double>(scores_.real()[(x * grid_.side + y) * line_of(grid_) + z]);
  }

 private:
  SearchGrid grid_;
  GridBuffer scores_;
};

// What is meant: every atom reads its channel's field where it lies, between the eight cells around it; the
// grid is periodic.
class Interpolated {
 public:
  Interpolated(const Task& task, const Quaternion& rotation) : task_(task), rotation_(matrix_of(rotation)) {
    for (const Channel& channel : task.channels) fields_.push_back(field_of(channel, task));
  }
  [[nodiscard]] double at(std::size_t x, std::size_t y, std::size_t z) const {
    const Vector3 centre = centre_at(task_.grid, x, y, z) - task_.grid.origin_A;
    double sum = 0.0;
    for (std::size_t j = 0; j < task_.pair.frames.moving.size(); ++j) {
      const Vector3 place =
          (1.0 / task_.grid.spacing_A) * (rotation_ * task_.pair.frames.moving.positions_A[j] + centre);
      for (std::size_t c = 0; c < fields_.size(); ++c)
        if (const auto value = static_cast<double>(task_.channels[c].ligand_values[j]); value != 0.0)
          sum += value * between(fields_[c], place);
    }
    return sum;
  }

 private:
  [[nodiscard]] double between(const std::vector<double>& field, const Vector3& place) const {
    const long n = static_cast<long>(task_.grid.side);
    const std::array<double, 3> p{place.x, place.y, place.z};
    double sum = 0.0;
    for (unsigned corner = 0; corner < 8; ++corner) {
      double share = 1.0;
      long cell = 0;
      for (unsigned axis = 0; axis < 3; ++axis) {
        const double low = std::floor(p[axis]);
        const bool high = ((corner >> axis) & 1U) != 0;
        share *= high ? p[axis] - low : 1.0 - (p[axis] - low);
        cell = cell * n + ((static_cast<long>(low) + (high ? 1 : 0)) % n + n) % n;
      }
      sum += share * field[static_cast<std::size_t>(cell)];
    }
    return sum;
  }
  Task task_;
  RotationMatrix rotation_;
  std::vector<std::vector<double>> fields_;
};

// The largest difference over every `step`-th cell, relative to the largest size of the expected scores
// there.
template <class Found, class Expected>
[[nodiscard]] double misfit(const Found& found, const Expected& expected, std::size_t side,
                            std::size_t step = 1) {
  double apart = 0.0, most = 0.0;
  for (std::size_t k = 0; k < side * side * side; k += step) {
    const std::size_t x = k / side / side, y = k / side % side, z = k % side;
    const double e = expected.at(x, y, z);
    apart = std::max(apart, std::abs(found.at(x, y, z) - e));
    most = std::max(most, std::abs(e));
  }
  return most > 0.0 ? apart / most : 1.0;
}

}  // namespace azoo::docking::search_tests
