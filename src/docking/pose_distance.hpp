// The distance between two poses that clustering uses, at the same small cost for a ligand of any size.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/pose.hpp"       // for Poses
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

// The ligand's points that are compared, see clustering.hpp.
[[nodiscard]] std::vector<Vector3> comparison_points(const Structure& ligand);

// A point y of the ligand lies at R y + s in a pose, so that the squared distances of two poses summed over a
// set of points are a quadratic form in the two motions, whose coefficients are the set's sums of 1, y and y
// y'. Those sums are taken once a pose, over its interface; points are taken from the ligand's middle.
class PoseDistances {
 public:
  PoseDistances(const Structure& receptor, const Structure& ligand, const Poses& poses,
                std::size_t poses_taken);
  [[nodiscard]] std::size_t size() const noexcept { return placed_.size(); }
  // d(a,b)^2 of clustering.hpp.
  [[nodiscard]] double squared_A(std::size_t a, std::size_t b) const noexcept;

 private:
  struct Sums {
    double count = 0.0;
    Vector3 first;
    std::array<double, 6> second{};  // xx, yy, zz, xy, xz, yz
    void add(const Vector3& y) noexcept;
  };
  struct Placed {
    RotationMatrix rotation;
    Vector3 middle;
    Sums interface;
  };
  std::vector<Placed> placed_;
};

}  // namespace azoo::docking
