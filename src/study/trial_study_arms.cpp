// What the arms of a trial receive, and how men are given to them.
#include <algorithm>
#include <cmath>
#include <map>

#include "study/trial_study_sections.hpp"

namespace azoo::study {

using trial::Arm;
using trial::DrugCourse;
using trial::ProductPlan;
using trial::ProductSite;

namespace {

constexpr NumberRule injected_mL{0.0, 100.0, true, "a volume > 0 and at most 100 mL"};
constexpr NumberRule marrow{0.0, 2000.0, false, "a volume from 0 to 2000 mL"};

double read_dose(TomlReader& table, double most) {
  const double dose = table.number("dose", positive);
  if (std::isfinite(dose) && dose > most) table.fault("dose", "at most " + describe({most, {}}));
  return dose;
}

bool says(TomlReader& table, std::string_view key, const std::string& word) {
  const TomlValue* value = table.raw(key);
  if (value != nullptr && value->map() != nullptr) value = value->map()->find("value");
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
  return text != nullptr && *text == word;
}

void read_drug(TomlReader table, DrugCourse& course) {
  std::vector<std::string> drugs;
  for (const auto& [drug, unit] : drug_units()) drugs.push_back(drug);
  course.drug = table.word("drug", drugs);
  // The unit of a drug that is not known cannot be judged.
  if (says(table, "drug", course.drug)) {
    course.unit = table.word("unit", {drug_units().at(course.drug)});
  } else {
    course.unit = table.text("unit");
  }
  course.dose = read_dose(table, 1e6);
  course.interval_d = table.number("interval_d", day_interval);
  course.first_day = table.number("first_day", day_number);
  course.last_day = table.number("last_day", day_number);
  if (course.first_day > course.last_day) table.fault("first_day", "at most last_day");
  table.finish();
}

void read_site(TomlReader table, const KnownProduct& product, const std::string& unit, ProductSite& site) {
  site.route = table.word("route", product.routes.empty() ? routes() : product.routes);
  site.dose = read_dose(table, unit == "cells" ? 1e12 : 1e9);
  site.volume_mL = table.number("volume_mL", injected_mL);
  table.finish();
}

void read_product(TomlReader table, const StudyNames& names, ProductPlan& plan) {
  plan.product = read_name(table, "product", names.product_names(), "data/products");
  const auto found = names.products.find(plan.product);
  const KnownProduct product = found == names.products.end() ? KnownProduct{} : found->second;
  plan.dose_unit = table.word("dose_unit", {"cells", "ug"});
  if (!product.dose_unit.empty() && plan.dose_unit != product.dose_unit)
    table.fault("dose_unit", product.dose_unit + ", the unit of " + plan.product);
  plan.testes = static_cast<int>(table.integer_or("testes", 2, 1, 2));
  plan.day = table.number_or("day", 0.0, day_number);
  plan.marrow_mL = table.number_or("marrow_mL", 0.0, marrow);
  plan.culture_days_low = table.number_or("culture_days_low", 0.0, day_span);
  plan.culture_days_high = table.number_or("culture_days_high", 0.0, day_span);
  if (plan.culture_days_low > plan.culture_days_high)
    table.fault("culture_days_low", "at most culture_days_high");
  if (product.origin == "autologous" && plan.marrow_mL == 0.0)
    table.fault("marrow_mL", "a volume > 0: " + plan.product + " is made of the man's own marrow");
  if (product.origin == "allogeneic" && plan.marrow_mL > 0.0)
    table.fault("marrow_mL", "0: " + plan.product + " is not made of the man's own marrow");
  std::map<std::string, int> seen;
  for (TomlReader& item : table.tables("site", true)) {
    read_site(item, product, plan.dose_unit, plan.sites.emplace_back());
    if (seen[plan.sites.back().route]++ == 1)
      item.fault("route", "each route once an arm (add the doses of one route)");
  }
  table.finish();
}

}  // namespace

void read_arm(TomlReader table, const StudyNames& names, Arm& arm) {
  arm.name = read_identifier(table, "name");
  arm.label = table.text_or("label", arm.name);
  arm.size = static_cast<int>(table.integer("size", 1, most_men_per_arm));
  arm.aspiration = table.flag_or("aspiration", false);
  arm.surgery = table.flag_or("surgery", false);
  arm.vehicle = table.flag_or("vehicle", false);
  arm.source = table.text_or("source", "");
  if (table.has("product")) read_product(table.table("product"), names, arm.product.emplace());
  for (TomlReader& item : table.tables("drug", false)) read_drug(item, arm.drugs.emplace_back());
  if (arm.vehicle && arm.product) table.fault("vehicle", "false in an arm with a product");
  if (arm.product && arm.product->marrow_mL > 0.0 && !arm.aspiration)
    table.fault("aspiration", "true: the product is made of the man's own marrow");
  const bool into_tubules = arm.product && std::any_of(arm.product->sites.begin(), arm.product->sites.end(),
                                                       [](const ProductSite& site) {
                                                         return site.route == "seminiferous_tubules";
                                                       });
  if (into_tubules && !arm.surgery)
    table.fault("surgery", "true: tubules are injected under the operating microscope");
  table.finish();
}

void read_allocation(TomlReader table, trial::Allocation& allocation) {
  allocation.method = table.word("method", {"sequential", "random"});
  allocation.block_size = static_cast<int>(table.integer_or("block_size", 0, 0, most_men_screened));
  if (allocation.method == "sequential" && allocation.block_size != 0)
    table.fault("block_size", "0: only random allocation has blocks");
  table.finish();
}

}  // namespace azoo::study
