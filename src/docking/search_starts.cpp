#include "docking/search_starts.hpp"

#include <algorithm>  // for min
#include <array>      // for array

#include "docking/cell_list.hpp"  // for CellList

namespace azoo::docking {
namespace {

// The mean square distance of a partner's atoms between two motions, from its second moments: the middle of
// its atoms is the origin of its frame.
class MotionDistance {
 public:
  explicit MotionDistance(const ScoredPartner& partner) {
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, partner.size()));
    for (const Vector3& p : partner.positions_A) {
      rows_[0] = rows_[0] + share * p.x * p;
      rows_[1] = rows_[1] + share * p.y * p;
      rows_[2] = rows_[2] + share * p.z * p;
    }
  }
  [[nodiscard]] double squared_A(const RotationMatrix& a, const RotationMatrix& b,
                                 const Vector3& apart) const {
    double sum = dot(apart, apart);
    for (std::size_t k = 0; k < 3; ++k) {
      const Vector3 d = a.rows[k] - b.rows[k];
      sum += dot(d, {dot(rows_[0], d), dot(rows_[1], d), dot(rows_[2], d)});
    }
    return sum;
  }

 private:
  std::array<Vector3, 3> rows_{};
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

std::vector<Start> starts_at(const std::vector<RigidMotion>& motions) {
  std::vector<Start> starts;
  for (const RigidMotion& motion : motions) starts.push_back({motion, 1});
  return starts;
}

std::vector<Start> distinct_starts(const ScoredPartner& moving, const std::vector<RigidMotion>& ranked,
                                   double apart_A, std::size_t most) {
  if (apart_A <= 0.0)
    return starts_at(
        {ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(std::min(most, ranked.size()))});
  const MotionDistance distance(moving);
  std::vector<Vector3> shifts;
  std::vector<RotationMatrix> rotations;
  for (const RigidMotion& motion : ranked) {
    shifts.push_back(motion.shift_A);
    rotations.push_back(matrix_of(motion.rotation));
  }
  const CellList cells(shifts, apart_A);
  std::vector<Start> starts;
  std::vector<std::size_t> place(ranked.size(), none);  // among the starts
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    std::size_t better = none;
    cells.for_each_within(shifts[i], apart_A, [&](std::uint32_t k, double) {
      if (place[k] < better &&
          distance.squared_A(rotations[i], rotations[k], shifts[i] - shifts[k]) < apart_A * apart_A)
        better = place[k];
    });
    if (better != none) {
      ++starts[better].hits;
    } else if (starts.size() < most) {
      place[i] = starts.size();
      starts.push_back({ranked[i], 1});
    }
  }
  return starts;
}

}  // namespace azoo::docking
