// What stands between a difference of two arms and the effect of the product.
#include <algorithm>  // for all_of, any_of
#include <tuple>      // for tie

#include "statistics/test_result.hpp"  // for add_note
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

namespace {

bool same(const ProductSite& a, const ProductSite& b) {
  return std::tie(a.route, a.dose, a.volume_mL) == std::tie(b.route, b.dose, b.volume_mL);
}

bool same(const DrugCourse& a, const DrugCourse& b) {
  return std::tie(a.drug, a.dose, a.unit, a.interval_d, a.first_day, a.last_day) ==
         std::tie(b.drug, b.dose, b.unit, b.interval_d, b.first_day, b.last_day);
}

// The same items in any order.
template <class Item>
bool same_items(const std::vector<Item>& a, const std::vector<Item>& b) {
  const auto held_by = [](const std::vector<Item>& list) {
    return [&list](const Item& item) {
      return std::any_of(list.begin(), list.end(), [&](const Item& other) { return same(item, other); });
    };
  };
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), held_by(b)) &&
         std::all_of(b.begin(), b.end(), held_by(a));
}

std::string product_difference(const std::optional<ProductPlan>& a, const std::optional<ProductPlan>& b) {
  if (!a && !b) return "";
  if (!a || !b || a->product != b->product) return "product";
  const bool same_plan = a->dose_unit == b->dose_unit && a->testes == b->testes && a->day == b->day &&
                         same_items(a->sites, b->sites);
  return same_plan ? "" : "dose, route or day of the product";
}

std::vector<std::string> differences(const Arm& arm, const Arm& reference) {
  std::vector<std::string> list;
  const auto injected = [](const Arm& a) { return a.vehicle || a.product.has_value(); };
  if (arm.aspiration != reference.aspiration) list.emplace_back("marrow aspiration");
  if (arm.surgery != reference.surgery) list.emplace_back("surgery");
  if (injected(arm) != injected(reference)) list.emplace_back("injection");
  if (const std::string product = product_difference(arm.product, reference.product); !product.empty()) {
    list.push_back(product);
  }
  if (!same_items(arm.drugs, reference.drugs)) list.emplace_back("drugs");
  return list;
}

}  // namespace

std::string contrast_caveat(const Design& design, const Arm& arm, const Arm& reference) {
  const std::vector<std::string> list = differences(arm, reference);
  std::string note;
  if (list.empty()) note = "same treatment as " + reference.name;
  if (list.size() > 1) {
    note = "differs from " + reference.name + " in ";
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) note += i + 1 == list.size() ? " and " : ", ";
      note += list[i];
    }
    note += ": effects cannot be separated";
  }
  if (design.allocation.method.empty()) {
    statistics::add_note(note, "whether allocation was random is not stated");
  } else if (design.allocation.method != "random") {
    statistics::add_note(note, "allocation was not random");
  }
  return note;
}

}  // namespace azoo::trial
