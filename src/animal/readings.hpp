// What was read from one animal, by the key of the read-out.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "animal/design.hpp"         // for HistologyPlan
#include "animal/section_count.hpp"  // for SectionCount
#include "body/animal.hpp"           // for Animal
#include "core/random.hpp"           // for RandomStream

namespace azoo::animal {

struct Reading {
  double value = 0.0;  // NaN when there is none
  std::string flag;    // as in ReadoutRow
};

using Readings = std::map<std::string, Reading>;

// From the cross-sections of an animal, those of both testes together.
void read_histology(const body::AnimalModel& model, const HistologyPlan& plan,
                    const std::vector<SectionCount>& sections, Readings& readings);
// Weight of the testes, and counts that only the simulation sees.
void read_organs(const body::Animal& animal, const RandomStream& stream, Readings& readings);
// Heads and sperm in the counting chamber; needs the weight among the readings.
void read_sperm(const body::Animal& animal, const RandomStream& stream, Readings& readings);
// When sperm ceased and came again.
void read_course(const body::Animal& animal, Readings& readings);

// Waves along the tubules; none in a species without.
void read_waves(const body::Animal& animal, Readings& readings);

// Spermatids of these cells that withstand homogenisation: those of the last days before release.
[[nodiscard]] double homogenate_heads(const body::AnimalModel& model, const testis::GermCellCounts& cells);

}  // namespace azoo::animal
