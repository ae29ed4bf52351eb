#include "docking/rotation_search.hpp"

#include <algorithm>  // for sort, min, copy
#include <cmath>      // for ceil
#include <memory>     // for unique_ptr
#include <mutex>      // for mutex, lock_guard
#include <tuple>      // for tie

namespace azoo::docking {
namespace {

// sum = field * conj(density), or sum += that.
__attribute__((target_clones("avx2", "default"))) void multiply(const float* field, const float* density,
                                                                float* sum, std::size_t complexes) {
  for (std::size_t k = 0; k < 2 * complexes; k += 2) {
    const float a = field[k], b = field[k + 1], c = density[k], d = density[k + 1];
    sum[k] = a * c + b * d;
    sum[k + 1] = b * c - a * d;
  }
}
__attribute__((target_clones("avx2", "default"))) void multiply_add(const float* field, const float* density,
                                                                    float* sum, std::size_t complexes) {
  for (std::size_t k = 0; k < 2 * complexes; k += 2) {
    const float a = field[k], b = field[k + 1], c = density[k], d = density[k + 1];
    sum[k] += a * c + b * d;
    sum[k + 1] += b * c - a * d;
  }
}

bool better(const SearchHit& a, const SearchHit& b) {
  return std::tie(a.score, a.rotation, a.cell) < std::tie(b.score, b.rotation, b.cell);
}

}  // namespace

struct RotationSearch::Workspace {
  explicit Workspace(std::size_t side, std::size_t atoms)
      : density(side), sum(side), finder(side), x(atoms), y(atoms), z(atoms) {}
  GridBuffer density;
  GridBuffer sum;
  MinimumFinder finder;
  std::vector<float> x, y, z;
  std::vector<GridMinimum> minima;
};

RotationSearch::RotationSearch(const ScoredPartner& receptor, const ScoredPartner& ligand,
                               std::vector<Channel> channels, const SearchGrid& grid)
    : ligand_(ligand), channels_(std::move(channels)), grid_(grid), transform_(grid.side, grid.corner) {
  const auto cells = static_cast<float>(grid.side * grid.side * grid.side);
  for (const Channel& channel : channels_) {
    GridBuffer field(grid_.side);
    add_field(channel, receptor, grid_, field);
    transform_.forward(field);
    for (std::size_t k = 0; k < field.size(); ++k) field.real()[k] /= cells;
    spectra_.push_back(std::move(field));
  }
}

void RotationSearch::correlate(const Quaternion& rotation, Workspace& space) const {
  const RotationMatrix matrix = matrix_of(rotation);
  for (std::size_t i = 0; i < ligand_.size(); ++i) {
    const Vector3 p = matrix * ligand_.positions_A[i];
    space.x[i] = static_cast<float>(p.x);
    space.y[i] = static_cast<float>(p.y);
    space.z[i] = static_cast<float>(p.z);
  }
  for (std::size_t c = 0; c < channels_.size(); ++c) {
    deposit(channels_[c].ligand_values, space.x, space.y, space.z, grid_, space.density);
    transform_.forward_corner(space.density);
    const auto add = c == 0 ? multiply : multiply_add;
    add(spectra_[c].real(), space.density.real(), space.sum.real(), space.sum.spectrum_size());
  }
  transform_.backward(space.sum);
}

void RotationSearch::scores(const Quaternion& rotation, GridBuffer& result) const {
  Workspace space(grid_.side, ligand_.size());
  correlate(rotation, space);
  std::copy(space.sum.real(), space.sum.real() + space.sum.size(), result.real());
}

bool RotationSearch::run(const std::vector<Quaternion>& rotations, std::size_t a_rotation, double apart_A,
                         std::size_t kept, unsigned threads, std::vector<SearchHit>& hits,
                         const std::function<void(std::size_t)>& done, const StopFlag* stop) const {
  constexpr std::size_t piece = 16;
  const std::size_t pieces = (rotations.size() + piece - 1) / piece;
  const auto apart = static_cast<std::size_t>(std::ceil(apart_A / grid_.spacing_A));
  std::vector<std::vector<SearchHit>> found(pieces);
  std::mutex mutex;
  std::vector<std::unique_ptr<Workspace>> idle;
  const auto work = [&](std::size_t p) {
    std::unique_ptr<Workspace> space;
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        space = std::move(idle.back());
        idle.pop_back();
      }
    }
    if (!space) space = std::make_unique<Workspace>(grid_.side, ligand_.size());
    const std::size_t end = std::min(rotations.size(), (p + 1) * piece);
    for (std::size_t r = p * piece; r < end; ++r) {
      correlate(rotations[r], *space);
      space->finder.find(space->sum.real(), a_rotation, apart, space->minima);
      for (const GridMinimum& m : space->minima)
        found[p].push_back({m.score, static_cast<std::uint32_t>(r), m.cell});
    }
    if (done) done(end - p * piece);
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(space));
  };
  if (!parallel_for(pieces, threads, work, stop)) return false;
  hits.clear();
  for (const auto& part : found) hits.insert(hits.end(), part.begin(), part.end());
  std::sort(hits.begin(), hits.end(), better);
  if (hits.size() > kept) hits.resize(kept);
  return true;
}

RigidMotion RotationSearch::motion_of(const SearchHit& hit, const std::vector<Quaternion>& rotations) const {
  const std::size_t side = grid_.side;
  return {rotations[hit.rotation],
          centre_at(grid_, hit.cell / side / side, hit.cell / side % side, hit.cell % side)};
}

}  // namespace azoo::docking
