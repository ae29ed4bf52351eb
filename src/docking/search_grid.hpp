// The grid of a search: a cube around the receptor, large enough that no ligand touches the receptor and its
// periodic image at once.
#pragma once

#include <cstddef>   // for size_t
#include <optional>  // for optional
#include <vector>    // for vector

#include "docking/channels.hpp"        // for Channel
#include "docking/grid_transform.hpp"  // for GridBuffer
#include "docking/partner.hpp"         // for ScoredPartner
#include "docking/vector3.hpp"         // for Vector3

namespace azoo::docking {

inline constexpr double coarsest_spacing_A = 4.0;  // beyond it a grid tells nothing of atoms

struct SearchGrid {
  double spacing_A = 0.0;
  std::size_t side = 0;    // cells along each axis
  std::size_t corner = 0;  // cells that a ligand takes along each axis
  Vector3 origin_A;        // place of cell 0, in the receptor's frame
};

// For partners that stand about the origin, the ligand turned any way. The spacing is widened until the grid
// has at most `most_cells` along an axis; nullopt when even 4 A are too fine.
[[nodiscard]] std::optional<SearchGrid> search_grid(const ScoredPartner& receptor,
                                                    const ScoredPartner& ligand, double spacing_A,
                                                    std::size_t most_cells = 256);

// The field of a channel at every cell, into zeroed real values.
void add_field(const Channel& channel, const ScoredPartner& receptor, const SearchGrid& grid,
               GridBuffer& field);

// Shares every ligand atom's value among the eight cells around it (trilinear), the ligand's centre standing
// at the middle of the corner. Only the corner is written, after it was cleared.
void deposit(const std::vector<float>& values, const std::vector<float>& x, const std::vector<float>& y,
             const std::vector<float>& z, const SearchGrid& grid, GridBuffer& density);

// Where the ligand's centre lies, in the receptor's frame, when the correlation is read at this cell (x, y,
// z).
[[nodiscard]] Vector3 centre_at(const SearchGrid& grid, std::size_t x, std::size_t y, std::size_t z);

}  // namespace azoo::docking
