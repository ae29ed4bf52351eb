#include "testis/provisional.hpp"

namespace azoo::testis {

std::vector<MissingItem> missing_items(const ParameterSet& parameters, const std::string& species) {
  const std::string list = species + ".missing";
  std::vector<MissingItem> items;
  for (const std::string& name : parameters.items(list)) {
    items.push_back({name, parameters.text(list + "." + name + ".assumed")});
  }
  return items;
}

}  // namespace azoo::testis
