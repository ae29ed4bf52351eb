// Colours and marks that tell arms apart for every reader: six colours of Okabe & Ito (2008, Color
// Universal Design) and a grey (their black would hide whiskers), each with a mark of its own, so that
// nothing hangs on colour alone.
#pragma once

#include <array>        // for array
#include <cstddef>      // for size_t
#include <string_view>  // for string_view

namespace azoo::report {

enum class Mark { circle, square, triangle, diamond, cross, triangle_down, bar };

struct ArmStyle {
  std::string_view colour;
  Mark mark;
};

inline constexpr std::string_view ink = "#1b1b1b";
inline constexpr std::string_view soft_ink = "#555555";
inline constexpr std::string_view grid_grey = "#d9d9d9";
inline constexpr std::string_view paper_white = "#ffffff";

inline constexpr std::array<ArmStyle, 7> arm_styles = {{{"#0072B2", Mark::circle},
                                                        {"#D55E00", Mark::square},
                                                        {"#009E73", Mark::triangle},
                                                        {"#CC79A7", Mark::diamond},
                                                        {"#E69F00", Mark::cross},
                                                        {"#56B4E9", Mark::triangle_down},
                                                        {"#8A8A8A", Mark::bar}}};

// Styles repeat after seven arms; the label beside every mark stays unique.
[[nodiscard]] constexpr const ArmStyle& arm_style(std::size_t arm) {
  return arm_styles[arm % arm_styles.size()];
}

}  // namespace azoo::report
