#include "docking/select_residues.hpp"

#include <algorithm>  // for any_of
#include <set>        // for set

#include "docking/residue_range.hpp"  // for ResidueRange

namespace azoo::docking {
namespace {

std::string chain_names(const std::vector<RawResidue>& residues) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const RawResidue& residue : residues)
    if (seen.insert(residue.chain).second) names.push_back(residue.chain);
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == 30) return text + " ...";
    text += (i == 0 ? "" : ", ") + (names[i].empty() ? "a chain without a name ('')" : names[i]);
  }
  return text;
}

struct Wanted {
  std::set<std::string> chains;  // empty: all
  std::vector<ResidueRange> ranges;
  std::set<std::string> cut;  // chains that have ranges

  [[nodiscard]] bool takes(const RawResidue& residue) const {
    if (!chains.empty() && !chains.contains(residue.chain)) return false;
    if (ranges.empty()) return true;
    if (!cut.contains(residue.chain)) return !chains.empty();
    return std::any_of(ranges.begin(), ranges.end(), [&](const ResidueRange& range) {
      return range.contains(residue.chain, residue.number, residue.insertion);
    });
  }
};

}  // namespace

void select_residues(std::vector<RawResidue>& residues, const StructureSelection& selection,
                     const std::string& file, Problems& problems) {
  Wanted wanted;
  std::set<std::string> present;
  for (const RawResidue& residue : residues) present.insert(residue.chain);
  for (const std::string& chain : selection.chains) {
    if (!present.contains(chain))
      problems.add({file, 0, 0}, "chain", "'" + chain + "'",
                   "one of the file's chains: " + chain_names(residues));
    wanted.chains.insert(chain);
  }
  for (const std::string& text : selection.residues) {
    const std::optional<ResidueRange> range = parse_residue_range(text);
    if (!range) {
      problems.add({file, 0, 0}, "residues", "'" + text + "'",
                   "chain and numbers such as A:10-120, B:5-40A or C:7");
      continue;
    }
    if (!present.contains(range->chain)) {
      problems.add({file, 0, 0}, "residues", "'" + text + "'",
                   "one of the file's chains: " + chain_names(residues));
    } else if (!wanted.chains.empty() && !wanted.chains.contains(range->chain)) {
      problems.add({file, 0, 0}, "residues", "'" + text + "'",
                   "a range in one of the chains that are selected");
    } else if (std::none_of(residues.begin(), residues.end(), [&](const RawResidue& residue) {
                 return range->contains(residue.chain, residue.number, residue.insertion);
               })) {
      problems.add({file, 0, 0}, "residues", "'" + text + "'", "a range that holds a residue of the file");
    }
    wanted.ranges.push_back(*range);
    wanted.cut.insert(range->chain);
  }
  std::erase_if(residues, [&](const RawResidue& residue) { return !wanted.takes(residue); });
}

}  // namespace azoo::docking
