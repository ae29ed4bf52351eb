#include "report/assumptions_table.hpp"

#include <algorithm>   // for any_of
#include <cmath>       // for isfinite
#include <filesystem>  // for path

#include "report/number_style.hpp"

namespace azoo::report {

namespace {

std::string values_text(const std::vector<double>& values) {
  std::string out;
  for (const double value : values) out += (out.empty() ? "" : ", ") + exact(value);
  return out;
}

std::string range_text(const Parameter& parameter) {
  if (!std::isfinite(parameter.low) && !std::isfinite(parameter.high)) return "none given";
  return exact(parameter.low) + " to " + exact(parameter.high);
}

bool outside(const Parameter& parameter) {
  return std::any_of(parameter.values.begin(), parameter.values.end(), [&](double value) {
    return value < parameter.low || value > parameter.high;  // false for NaN limits
  });
}

std::string source_text(const Parameter& parameter) {
  return parameter.note.empty() ? parameter.source : parameter.source + " (" + parameter.note + ")";
}

Markup overridden_table(const ParameterSet& parameters) {
  HtmlTable table("Numbers that this study changed", {"Name", "Used here", "Shipped value", "Range", "Unit",
                                                      "How known as shipped", "Source as shipped"});
  for (const auto& [name, parameter] : parameters.all()) {
    if (!parameter.shipped) continue;
    std::string used = values_text(parameter.values);
    if (outside(parameter)) used += " – outside the range";
    table.row(std::vector<std::string>{name, used, values_text(*parameter.shipped), range_text(parameter),
                                       parameter.unit, to_text(parameter.how), source_text(parameter)});
  }
  if (table.empty()) return paragraph("This study changed no parameter: every number is the shipped one.");
  return table.finish();
}

}  // namespace

bool concerns_trial(const Parameter& parameter, const trial::Design& design) {
  const std::filesystem::path file = parameter.place.file;
  const std::string folder = file.parent_path().filename().string();
  const std::string stem = file.stem().string();
  if (folder == "species") return stem == "human";
  if (folder == "pictures") return stem == "picture-primate";
  if (folder == "insults") return false;
  if (folder == "populations") return stem == design.population.mix;
  if (folder == "products") {
    return std::any_of(design.arms.begin(), design.arms.end(),
                       [&](const trial::Arm& arm) { return arm.product && arm.product->product == stem; });
  }
  if (folder == "drugs") {
    return std::any_of(design.arms.begin(), design.arms.end(), [&](const trial::Arm& arm) {
      return std::any_of(arm.drugs.begin(), arm.drugs.end(),
                         [&](const auto& drug) { return drug.drug == stem; });
    });
  }
  return true;
}

Markup assumptions_tables(const TrialReportInput& input) {
  return assumptions_tables(input.parameters,
                            [&](const Parameter& each) { return concerns_trial(each, input.design); });
}

Markup assumptions_tables(const ParameterSet& parameters,
                          const std::function<bool(const Parameter&)>& concerns) {
  HtmlTable table(
      "Numbers that are assumed: nobody measured them for this purpose, or the source could not be checked",
      {"Name", "Value", "Range", "Unit", "Source"});
  int left_out = 0;
  std::string group;
  for (const auto& [name, parameter] : parameters.all()) {
    if (parameter.how != Known::assumed) continue;
    if (!concerns(parameter)) {
      ++left_out;
      continue;
    }
    const std::string prefix = name.substr(0, name.find('.'));
    if (prefix != group) table.group(prefix);
    group = prefix;
    table.row(std::vector<std::string>{name, values_text(parameter.values), range_text(parameter),
                                       parameter.unit, source_text(parameter)});
  }
  Markup out = subheading("Changed by this study") + overridden_table(parameters);
  out += subheading("Assumed");
  out += table.empty() ? paragraph("No assumed parameters are loaded.") : table.finish("long");
  if (left_out > 0) {
    out += note(plural(left_out, "more assumed number concerns", "more assumed numbers concern") +
                " other species, products, drugs or populations: not listed here.");
  }
  return out;
}

}  // namespace azoo::report
