// A product as its table in data/products states it: what it is, in what it is dosed, how it is delivered,
// how strong it may be, and which harms are known. Making it stands in manufacture.hpp and exosomes.hpp.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"   // for ParameterSet
#include "product/delivery.hpp"  // for DeliveryParameters
#include "product/potency.hpp"   // for PotencyPrior

namespace azoo::product {

struct Harm {
  std::string name;
  bool simulated = false;
  std::string text;
};

struct Product {
  std::string key;        // "bm-msc"
  std::string label;      // for people
  std::string origin;     // autologous | allogeneic
  std::string dose_unit;  // cells | ug
  DeliveryParameters delivery;
  PotencyPrior potency;
  std::vector<Harm> harms;
};

// Keys of the products that have a table.
[[nodiscard]] const std::vector<std::string>& known_products();
// "bm-msc" -> "bm_msc", the first part of the names of its parameters.
[[nodiscard]] std::string parameter_prefix(std::string_view product);
// Throws std::invalid_argument on a key that is not known.
[[nodiscard]] Product read_product(const ParameterSet& parameters, const std::string& key);

}  // namespace azoo::product
