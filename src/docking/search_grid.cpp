#include "docking/search_grid.hpp"

#include <algorithm>  // for min, max
#include <cmath>      // for ceil, floor, sqrt
#include <cstring>    // for memset

namespace azoo::docking {
namespace {

// Beyond this reach of the receptor's surface a ligand may feel the next image: what it gains there is
// little.
constexpr double gap_A = 5.0;

struct Box {
  Vector3 low{1e30, 1e30, 1e30};
  Vector3 high{-1e30, -1e30, -1e30};
};

Box box_of(const ScoredPartner& partner) {
  Box box;
  for (const Vector3& p : partner.positions_A) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y), std::min(box.low.z, p.z)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y), std::max(box.high.z, p.z)};
  }
  return box;
}

double radius_of(const ScoredPartner& partner) {
  double most = 0.0;
  for (const Vector3& p : partner.positions_A) most = std::max(most, dot(p, p));
  return std::sqrt(most);
}

std::size_t line_of(const SearchGrid& grid) {
  return 2 * (grid.side / 2 + 1);
}

// Cells within reach of a place, held periodic.
struct Range {
  long low;
  long high;
};
Range cells_within(double place, double reach, double spacing) {
  return {static_cast<long>(std::ceil((place - reach) / spacing)),
          static_cast<long>(std::floor((place + reach) / spacing))};
}
std::size_t wrapped(long cell, std::size_t side) {
  const long n = static_cast<long>(side);
  return static_cast<std::size_t>(((cell % n) + n) % n);
}

void add_source(const FieldSource& source, std::size_t atom, const Vector3& at, const SearchGrid& grid,
                float* field) {
  const double h = grid.spacing_A;
  const double reach2 = source.reach_A * source.reach_A;
  const Range xs = cells_within(at.x, source.reach_A, h);
  const Range ys = cells_within(at.y, source.reach_A, h);
  const Range zs = cells_within(at.z, source.reach_A, h);
  for (long x = xs.low; x <= xs.high; ++x) {
    const double dx = static_cast<double>(x) * h - at.x;
    for (long y = ys.low; y <= ys.high; ++y) {
      const double dy = static_cast<double>(y) * h - at.y;
      const double flat = dx * dx + dy * dy;
      if (flat >= reach2) continue;
      float* row = field + (wrapped(x, grid.side) * grid.side + wrapped(y, grid.side)) * line_of(grid);
      for (long z = zs.low; z <= zs.high; ++z) {
        const double dz = static_cast<double>(z) * h - at.z;
        const double r2 = flat + dz * dz;
        if (r2 >= reach2) continue;
        row[wrapped(z, grid.side)] += static_cast<float>(source.strengths[atom] * source.kernel(r2));
      }
    }
  }
}

// Where the cells of one axis lie for a field of places: those farther than the gap from the receptor are
// read one grid further on, on its open side.
std::vector<double> places_along(std::size_t side, double spacing_A, double origin_A, double low_A,
                                 double high_A, double open_side) {
  const double period_A = static_cast<double>(side) * spacing_A;
  std::vector<double> places;
  for (std::size_t cell = 0; cell < side; ++cell) {
    double at = origin_A + static_cast<double>(cell) * spacing_A;
    if (open_side > 0.0 && at < low_A - gap_A) at += period_A;
    if (open_side < 0.0 && at > high_A + gap_A) at -= period_A;
    places.push_back(at);
  }
  return places;
}

void add_place_field(const Channel& channel, const ScoredPartner& receptor, const SearchGrid& grid,
                     float* field) {
  const Box box = box_of(receptor);
  const auto along = [&](double origin, double low, double high, double open_side) {
    return places_along(grid.side, grid.spacing_A, origin, low, high, open_side);
  };
  const auto xs = along(grid.origin_A.x, box.low.x, box.high.x, channel.open_side.x);
  const auto ys = along(grid.origin_A.y, box.low.y, box.high.y, channel.open_side.y);
  const auto zs = along(grid.origin_A.z, box.low.z, box.high.z, channel.open_side.z);
  for (std::size_t x = 0; x < grid.side; ++x)
    for (std::size_t y = 0; y < grid.side; ++y)
      for (std::size_t z = 0; z < grid.side; ++z)
        field[(x * grid.side + y) * line_of(grid) + z] +=
            static_cast<float>(channel.place_field({xs[x], ys[y], zs[z]}));
}

}  // namespace

std::optional<SearchGrid> search_grid(const ScoredPartner& receptor, const ScoredPartner& ligand,
                                      double spacing_A, std::size_t most_cells) {
  const Box box = box_of(receptor);
  const Vector3 span = box.high - box.low;
  const double radius = radius_of(ligand);
  const double length_A = std::max({span.x, span.y, span.z}) + 2.0 * gap_A + 2.0 * radius;
  if (!(spacing_A > 0.0)) return std::nullopt;
  for (; spacing_A <= coarsest_spacing_A; spacing_A *= 1.1) {
    if (!(length_A <= static_cast<double>(most_cells) * spacing_A)) continue;
    const std::size_t side = fitting_side(static_cast<std::size_t>(std::ceil(length_A / spacing_A)));
    if (side == 0 || side > most_cells) continue;
    // Atoms at the rim share into the next cell; one cell more for rounding.
    const auto filled = 2 * static_cast<std::size_t>(std::ceil(radius / spacing_A)) + 4;
    const std::size_t corner = fitting_corner(side, std::min(filled, side));
    const double slack = (static_cast<double>(side) * spacing_A - length_A) / 2.0 + gap_A + radius;
    return SearchGrid{spacing_A, side, corner, box.low - Vector3{slack, slack, slack}};
  }
  return std::nullopt;
}

void add_field(const Channel& channel, const ScoredPartner& receptor, const SearchGrid& grid,
               GridBuffer& field) {
  for (const FieldSource& source : channel.sources)
    for (std::size_t i = 0; i < receptor.size(); ++i) {
      if (source.strengths[i] == 0.0) continue;
      add_source(source, i, receptor.positions_A[i] - grid.origin_A, grid, field.real());
    }
  if (channel.place_field) add_place_field(channel, receptor, grid, field.real());
}

void deposit(const std::vector<float>& values, const std::vector<float>& x, const std::vector<float>& y,
             const std::vector<float>& z, const SearchGrid& grid, GridBuffer& density) {
  const std::size_t line = line_of(grid);
  const std::size_t slab = grid.side * line;
  float* cells = density.real();
  for (std::size_t a = 0; a < grid.corner; ++a)
    for (std::size_t b = 0; b < grid.corner; ++b)
      std::memset(cells + a * slab + b * line, 0, grid.corner * sizeof(float));
  const float inverse = static_cast<float>(1.0 / grid.spacing_A);
  const float middle = static_cast<float>(grid.corner / 2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const float value = values[i];
    if (value == 0.0F) continue;
    const float fx = x[i] * inverse + middle, fy = y[i] * inverse + middle, fz = z[i] * inverse + middle;
    const float bx = std::floor(fx), by = std::floor(fy), bz = std::floor(fz);
    const float ux = fx - bx, uy = fy - by, uz = fz - bz;
    float* cell = cells + static_cast<std::size_t>(bx) * slab + static_cast<std::size_t>(by) * line +
                  static_cast<std::size_t>(bz);
    const float low = value * (1 - ux), high = value * ux;
    const float ll = low * (1 - uy), lh = low * uy, hl = high * (1 - uy), hh = high * uy;
    cell[0] += ll * (1 - uz);
    cell[1] += ll * uz;
    cell[line] += lh * (1 - uz);
    cell[line + 1] += lh * uz;
    cell[slab] += hl * (1 - uz);
    cell[slab + 1] += hl * uz;
    cell[slab + line] += hh * (1 - uz);
    cell[slab + line + 1] += hh * uz;
  }
}

Vector3 centre_at(const SearchGrid& grid, std::size_t x, std::size_t y, std::size_t z) {
  // A shift by the side is no shift: the ligand's corner is taken to begin at this cell, its centre half a
  // corner on.
  const auto place = [&](std::size_t cell, double origin) {
    const std::size_t centre = (cell + grid.corner / 2) % grid.side;
    return origin + static_cast<double>(centre) * grid.spacing_A;
  };
  return {place(x, grid.origin_A.x), place(y, grid.origin_A.y), place(z, grid.origin_A.z)};
}

}  // namespace azoo::docking
