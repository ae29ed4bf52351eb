// Holds the fast engine and the reference together in distribution: both live through the same history from
// the same phases, many seeds; each quantity of a pair gives a difference, and the mean difference must be
// nothing but chance.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "testis/sheet.hpp"
#include "testis_reference/epithelium.hpp"

namespace azoo::testis::reference {

// Quantities of one sheet by name.
using Record = std::map<std::string, double>;

// A sheet as both implementations show it.
struct Picture {
  std::vector<SectionSite> sites;  // row by row
  int around = 0;
  Flow flow;
  std::map<int, std::pair<double, double>> clones;  // undifferentiated and GFRa1+ cells
};

inline Picture picture_of(const Sheet& sheet) {
  Picture picture;
  picture.around = sheet.sites_around();
  for (int row = 0; row < sheet.rows(0); ++row) {
    const CrossSection section = sheet.cross_section(0, row);
    picture.sites.insert(picture.sites.end(), section.sites.begin(), section.sites.end());
  }
  const Flows flows = sheet.segment_flows_since_settle(0);
  picture.flow = {flows.committed, flows.divided, flows.stem_died, flows.sperm_released, flows.died};
  for (const CloneSize& clone : sheet.clones()) {
    picture.clones[static_cast<int>(clone.clone)] = {clone.undifferentiated_cells, clone.gfra1_cells};
  }
  return picture;
}

inline Picture picture_of(const Epithelium& sheet, int around) {
  Picture picture{sheet.readings(), around, sheet.flow(), {}};
  for (const Chain& chain : sheet.chains()) {
    if (chain.clone == 0) continue;
    auto& [all, gfra1] = picture.clones[chain.clone];
    all += static_cast<double>(chain.cells.size());
    gfra1 += chain.gfra1 ? static_cast<double>(chain.cells.size()) : 0.0;
  }
  return picture;
}

// Mean, spread over sites, empty sites and likeness of neighbours of one kind of cell.
template <class Count>
void record_kind(Record& record, const std::string& name, const Picture& picture, Count count) {
  const auto sites = static_cast<double>(picture.sites.size());
  double sum = 0.0, squares = 0.0, empty = 0.0, pairs = 0.0, beyond = 0.0;
  const auto around = static_cast<std::size_t>(picture.around);
  for (std::size_t s = 0; s < picture.sites.size(); ++s) {
    const double n = count(picture.sites[s]);
    sum += n;
    squares += n * n;
    empty += n == 0.0 ? 1.0 : 0.0;
    pairs += n * count(picture.sites[s % around + 1 < around ? s + 1 : s + 1 - around]);
    if (s + 2 * around < picture.sites.size()) beyond += n * count(picture.sites[s + 2 * around]);
  }
  record[name + " a site"] = sum / sites;
  record[name + " a site, squared"] = squares / sites;
  record[name + " of the sheet, squared"] = sum * sum / sites;
  record[name + ", share of sites without"] = empty / sites;
  record[name + " x those of the next site"] = pairs / sites;
  record[name + " x those two rows on"] = beyond / sites;
}

inline void record(Record& into, const std::string& when, const Species& species, const Picture& picture) {
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) {
    record_kind(into, when + species.germ_cells[t].name, picture,
                [t](const SectionSite& site) { return static_cast<double>(site.cells[t]); });
  }
  for (std::size_t t = 0; t < species.stem_types.size(); ++t) {
    record_kind(into, when + species.stem_types[t].name, picture,
                [t](const SectionSite& site) { return static_cast<double>(site.stem[t]); });
  }
  double spermatids = 0.0, toward_i = 0.0, agreement = 0.0;
  const auto around = static_cast<std::size_t>(picture.around);
  for (std::size_t s = 0; s < picture.sites.size(); ++s) {
    GermCellCounts cells{};
    for (std::size_t t = 0; t < cells.size(); ++t) cells[t] = picture.sites[s].cells[t];
    spermatids += species.spermatids(cells);
    const double turn = 2.0 * std::acos(-1.0);
    toward_i += std::cos(turn * picture.sites[s].phase);
    const SectionSite& next = picture.sites[s % around + 1 < around ? s + 1 : s + 1 - around];
    agreement += std::cos(turn * (picture.sites[s].phase - next.phase));
  }
  const auto sites = static_cast<double>(picture.sites.size());
  into[when + "spermatids a Sertoli cell"] = spermatids / sites;
  into[when + "spermatids of the sheet, squared"] = spermatids * spermatids / sites;
  into[when + "phase"] = toward_i / sites;
  into[when + "phase, likeness of neighbours"] = agreement / sites;
  into[when + "committed"] = picture.flow.committed / sites;
  into[when + "divided"] = picture.flow.divided / sites;
  into[when + "stem cells died"] = picture.flow.stem_died / sites;
  into[when + "sperm released"] = picture.flow.released / sites;
  for (std::size_t c = 0; c < compartments; ++c)
    into[when + "died in compartment " + std::to_string(c)] = picture.flow.died[c] / sites;
}

inline void record_clones(Record& into, const std::string& when, const Picture& picture, double labelled) {
  double left = 0.0, with_gfra1 = 0.0, cells = 0.0, squares = 0.0;
  for (const auto& [number, size] : picture.clones) {
    left += 1.0;
    with_gfra1 += size.second > 0.0 ? 1.0 : 0.0;
    cells += size.first;
    squares += size.first * size.first;
  }
  into[when + "clones left"] = left / labelled;
  into[when + "clones left with GFRa1+ cells"] = with_gfra1 / labelled;
  into[when + "clone size"] = left > 0.0 ? cells / left : 0.0;
  into[when + "clone size, squared"] = left > 0.0 ? squares / left : 0.0;
}

// A mean difference in units of its standard error, as a normal variate (Wallace 1959 for Student's t).
struct Difference {
  std::string name;
  double engine = 0.0;
  double reference = 0.0;
  double z = 0.0;
};

class Comparison {
 public:
  void add(const Record& engine, const Record& reference) {
    for (const auto& [name, value] : engine) {
      Sums& s = sums_[name];
      const double d = value - reference.at(name);
      s.n += 1.0;
      s.engine += value;
      s.reference += reference.at(name);
      s.differences += d;
      s.squares += d * d;
      s.differing += d != 0.0 ? 1 : 0;
    }
  }
  // Largest first. Quantities that differ in a few pairs only are left out: their mean is far from normal.
  [[nodiscard]] std::vector<Difference> differences() const {
    std::vector<Difference> all;
    for (const auto& [name, s] : sums_) {
      const double mean = s.differences / s.n;
      const double variance = (s.squares / s.n - mean * mean) * s.n / (s.n - 1.0);
      constexpr int few = 12;
      if (s.differing < few) continue;
      const double t = mean / std::sqrt(variance / s.n);
      const double nu = s.n - 1.0;
      const double z = (8.0 * nu + 1.0) / (8.0 * nu + 3.0) * std::sqrt(nu * std::log1p(t * t / nu));
      all.push_back({name, s.engine / s.n, s.reference / s.n, t < 0.0 ? -z : z});
    }
    std::sort(all.begin(), all.end(),
              [](const Difference& a, const Difference& b) { return std::abs(a.z) > std::abs(b.z); });
    return all;
  }

 private:
  struct Sums {
    double n = 0.0, engine = 0.0, reference = 0.0, differences = 0.0, squares = 0.0;
    int differing = 0;
  };
  std::map<std::string, Sums> sums_;
};

}  // namespace azoo::testis::reference
