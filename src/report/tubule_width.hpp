// How wide a tubule is drawn: that of an animal as the read-out of its diameter, from the cells it holds;
// where such volumes are not at hand, from the state of the tubule alone.
#pragma once

#include <map>     // for map
#include <string>  // for string

#include "body/cell_class.hpp"      // for CellClass
#include "body/tissue_volumes.hpp"  // for TissueVolumes
#include "core/parameters.hpp"      // for ParameterSet
#include "report/section_site.hpp"  // for CrossSection

namespace azoo::report {

class TubuleWidth {
 public:
  // `shipped` say what is normal, as in AnimalModel. Throws std::logic_error as Species::from.
  TubuleWidth(const ParameterSet& parameters, const ParameterSet& shipped, const std::string& species);

  // From wall to wall.
  [[nodiscard]] double diameter_um(const CrossSection& section) const;

 private:
  std::map<std::string, body::CellClass, std::less<>> class_of_;  // by recorded type
  body::TissueVolumes volumes_;
};

}  // namespace azoo::report
