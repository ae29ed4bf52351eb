#include "product/product.hpp"

#include <algorithm>
#include <stdexcept>

namespace azoo::product {

const std::vector<std::string>& known_products() {
  static const std::vector<std::string> keys = {"bm-msc", "bm-msc-exosomes"};
  return keys;
}

std::string parameter_prefix(std::string_view product) {
  std::string prefix(product);
  std::replace(prefix.begin(), prefix.end(), '-', '_');
  return prefix;
}

Product read_product(const ParameterSet& parameters, const std::string& key) {
  const auto& keys = known_products();
  if (std::find(keys.begin(), keys.end(), key) == keys.end())
    throw std::invalid_argument("no product named " + key);
  const std::string at = parameter_prefix(key);
  Product product;
  product.key = key;
  product.label = parameters.text(at + ".label");
  product.origin = parameters.text(at + ".origin");
  product.dose_unit = parameters.text(at + ".dose_unit");
  product.delivery = read_delivery(parameters, key);
  product.potency = read_potency(parameters, key);
  for (const std::string& name : parameters.items(at + ".harm")) {
    const std::string harm = at + ".harm." + name;
    product.harms.push_back(
        {name, parameters.text(harm + ".simulated") == "yes", parameters.text(harm + ".text")});
  }
  return product;
}

}  // namespace azoo::product
