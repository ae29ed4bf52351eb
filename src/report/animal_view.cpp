#include "report/animal_view.hpp"

#include <algorithm>  // for find_if, all_of, any_of
#include <cctype>     // for toupper
#include <cmath>      // for isfinite
#include <set>        // for set

#include "report/number_style.hpp"
#include "report/trial_view.hpp"

namespace azoo::report {

namespace {

const Family* family_of(std::string_view readout) {
  for (const Family& family : families()) {
    if (readout.substr(0, family.prefix.size()) == family.prefix) return &family;
  }
  return nullptr;
}

GroupView& group_named(std::vector<GroupView>& groups, const std::string& name) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.name == name; });
  if (found != groups.end()) return *found;
  groups.push_back({name, spaced(name), nullptr, {}, {}});
  return groups.back();
}

}  // namespace

const std::vector<Family>& families() {
  static const std::vector<Family> list = {{"stage_frequency_", "stage frequency"},
                                           {"cells_per_section_", "cells per cross-section"},
                                           {"cells_per_testis_", "cells per testis"}};
  return list;
}

AnimalView::AnimalView(const animal::Design& design, const animal::AnimalRecords& records) {
  for (const animal::Group& group : design.groups) {
    groups_.push_back({group.name, spaced(group.name), &group, {}, {}});
  }
  std::set<double> days;
  for (const animal::AnimalRow& row : records.animals) {
    GroupView& group = group_named(groups_, row.group);
    group.animals.push_back(&row);
    days.insert(row.sacrificed_d);
  }
  for (const animal::ReadoutRow& row : records.readouts) {
    if (!std::isfinite(row.value)) continue;
    (void)group_named(groups_, row.group);
    days.insert(row.day);
    if (units_.emplace(row.readout, row.unit).second) readouts_.push_back(row.readout);
    values_[{row.group, row.day, row.readout}].push_back(row.value);
  }
  days_.assign(days.begin(), days.end());
  for (GroupView& group : groups_) {
    std::set<double> own;
    for (const animal::AnimalRow* row : group.animals) own.insert(row->sacrificed_d);
    group.days.assign(own.begin(), own.end());
  }
}

std::vector<double> AnimalView::values(std::string_view group, double day, std::string_view readout) const {
  const auto found = values_.find({std::string(group), day, std::string(readout)});
  return found == values_.end() ? std::vector<double>{} : found->second;
}

std::vector<std::string> AnimalView::single_readouts() const {
  std::vector<std::string> out;
  for (const std::string& readout : readouts_) {
    if (family_of(readout) == nullptr) out.push_back(readout);
  }
  return out;
}

std::vector<std::string> AnimalView::members(const Family& family) const {
  std::vector<std::string> out;
  for (const std::string& readout : readouts_) {
    if (const Family* own = family_of(readout); own != nullptr && own->prefix == family.prefix) {
      out.push_back(readout);
    }
  }
  return out;
}

const std::string& AnimalView::unit_of(const std::string& readout) const {
  static const std::string nothing;
  const auto found = units_.find(readout);
  return found == units_.end() ? nothing : found->second;
}

bool AnimalView::one_day_each() const {
  return std::all_of(groups_.begin(), groups_.end(), [](const auto& group) { return group.days.size() < 2; });
}

std::string readout_name(std::string_view readout) {
  if (const Family* family = family_of(readout)) {
    const std::string name = family->name + ", " + member_name(readout, *family);
    return static_cast<char>(std::toupper(static_cast<unsigned char>(name[0]))) + name.substr(1);
  }
  static const std::map<std::string_view, std::string> proper = {
      {"percent_sertoli_only", "Cross-sections with Sertoli cells only"},
      {"sertoli_cells_per_testis", "Sertoli cells per testis"},
      {"elongated_spermatids_per_sertoli", "Elongated spermatids per Sertoli cell"},
      {"undifferentiated_per_testis", "Undifferentiated spermatogonia per testis"},
      {"a_single_per_testis", "A single spermatogonia per testis"},
      {"first_sperm_day", "Day of the first sperm after the insult"},
      {"wave_length_sd", "Wave length, SD"}};
  if (const auto own = proper.find(readout); own != proper.end()) return own->second;
  std::string name = spaced(readout);
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name;
}

std::string member_name(std::string_view readout, const Family& family) {
  return spaced(readout.substr(family.prefix.size()));
}

std::string unit_words(std::string_view unit) {
  if (unit == "um") return "µm";
  constexpr std::string_view millions = "1e6/";
  if (unit.starts_with(millions)) return "million/" + std::string(unit.substr(millions.size()));
  return std::string(unit);
}

std::string dose_unit(const ParameterSet& parameters, std::string_view agent) {
  return parameters.text(std::string(agent) + ".dose_unit");
}

std::string insult_words(const animal::InsultPlan& insult, std::string_view unit) {
  std::string out = spaced(insult.agent) + ", dose " + exact(insult.dose);
  if (!unit.empty()) out.append(" ").append(unit);
  if (insult.doses > 1) {
    out += " × " + std::to_string(insult.doses) + ", every " + exact(insult.interval_d) + " d from day " +
           exact(insult.day);
  } else {
    out += " on day " + exact(insult.day);
  }
  if (!insult.borrow_from.empty()) out += " (numbers of the " + spaced(insult.borrow_from) + ")";
  return out;
}

double total_dose(const animal::Group& group, std::string_view agent) {
  double sum = 0.0;
  for (const animal::InsultPlan& insult : group.insults) {
    if (insult.agent == agent) sum += insult.dose * insult.doses;
  }
  return sum;
}

}  // namespace azoo::report
