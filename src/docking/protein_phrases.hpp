// Whether a text means a protein: phrases compared without regard to case, punctuation and the blanks within
// names.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

namespace azoo::docking {

// Whether the words of the phrase stand in the text one after the other; blanks inside do not matter ("pdgf
// a" finds "PDGFA" and "PDGF-A"), but the phrase begins and ends at borders of words. Both are normalised.
[[nodiscard]] bool mentions(std::string_view text, std::string_view phrase);

// One of the phrases and none of the excluded ones.
[[nodiscard]] bool means(std::string_view text, const std::vector<std::string>& phrases,
                         const std::vector<std::string>& excluded);

}  // namespace azoo::docking
