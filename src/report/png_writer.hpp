// An SVG picture of this program as a PNG. librsvg and cairo draw it, so the letters are those of the
// machine's fonts; on one machine the same picture gives the same bytes.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::report {

// The bytes of a PNG file. Throws std::runtime_error when the picture cannot be drawn.
[[nodiscard]] std::string png_from_svg(std::string_view svg, int width_px, int height_px);

}  // namespace azoo::report
