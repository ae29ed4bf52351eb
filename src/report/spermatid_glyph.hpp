// Spermatids: round ones with granule, vesicle or cap of the acrosome, long ones with head and tail.
#pragma once

#include "report/nucleus_glyph.hpp"  // for Brush

namespace azoo::report {

// The cap is drawn as the periodic acid-Schiff stain shows it, which haematoxylin and eosin hardly do.
void draw_round_spermatid(const Brush& brush, const Nucleus& nucleus, const CellStyle& cell, Draws& draws);
// The tip points to the wall, the tail into the lumen.
void draw_head(const Brush& brush, const Nucleus& nucleus, double tail_um, double bend_share, Draws& draws);

}  // namespace azoo::report
