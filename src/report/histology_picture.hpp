// Virtual histology: the first cross-sections of one man on one day as an H&E slide would show them, with a
// scale bar and a legend that counts what is drawn. For one cross-section in full see section_picture.hpp.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "core/random.hpp"             // for StreamAddress
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/section_site.hpp"     // for CrossSection

namespace azoo::report {

// Counts over all cross-sections, drawn or not.
struct SectionSummary {
  int tubules = 0;
  std::map<std::string, int, std::less<>> states;
  std::map<std::string, int, std::less<>> cells;  // by germ-cell type
};
[[nodiscard]] SectionSummary summarise_sections(const std::vector<CrossSection>& sections);
// "36 cross-sections: 5 active, 2 Sertoli cells only, 29 sclerosed"
[[nodiscard]] std::string state_words(const SectionSummary& summary);

inline constexpr std::size_t most_drawn_tubules = 12;

struct PictureLabels {
  std::string name;  // of the figure
  std::string title;
};

[[nodiscard]] std::string draw_histology(const std::vector<CrossSection>& sections,
                                         const HistologyStyle& style, const StreamAddress& address,
                                         const PictureLabels& labels);

}  // namespace azoo::report
