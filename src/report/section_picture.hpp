// One recorded cross-section at a given magnification, as a slide would show it: the tubule in the middle,
// the other recorded tubules of the same testis around it, a scale bar and a caption strip.
#pragma once

#include <cstdint>  // for uint64_t
#include <string>   // for string
#include <vector>   // for vector

#include "core/random.hpp"             // for StreamAddress
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/section_site.hpp"     // for CrossSection

namespace azoo::report {

struct SectionPictureInput {
  const std::vector<CrossSection>& sections;  // all of that man or animal on that day
  std::size_t shown = 0;                      // number of the asked one among them
  const HistologyStyle& style;
  StreamAddress address;
  double um_per_px = 0.25;
  std::string who;         // "Mouse, animal A001, group control, day 0"
  bool name_stage = true;  // false: leaves stages and counts out of the caption, for blind reading
  bool neighbours = true;
  std::string name = "section";  // within a page
};

struct SectionPicture {
  std::string svg;
  int width_px = 0;
  int height_px = 0;
};

// A picture of his own for everyone and every day, whatever the name.
[[nodiscard]] StreamAddress picture_address(std::uint64_t seed, std::uint64_t replicate,
                                            const std::string& who, double day);

[[nodiscard]] SectionPicture draw_section_picture(const SectionPictureInput& input);

// Side lengths in pixels that draw_section_picture() would give, without the caption strip.
struct PictureSize {
  double width_px = 0.0;
  double height_px = 0.0;
};
[[nodiscard]] PictureSize section_picture_size(const HistologyStyle& style, double um_per_px);

}  // namespace azoo::report
