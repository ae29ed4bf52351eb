#include "report/histology_style.hpp"

namespace azoo::report {

namespace {
const std::string root = "histology_picture.";
}

std::size_t HistologyStyle::find(std::string_view type) const {
  std::size_t best = cells.size();
  std::size_t best_length = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view name = cells[i].name;
    if (name == type) return i;
    // "b" alone would sit in many names; only words of some length count.
    const bool contains = (name.size() > 2 && type.find(name) != std::string_view::npos) ||
                          (type.size() > 2 && name.find(type) != std::string_view::npos);
    if (contains && name.size() > best_length) {
      best = i;
      best_length = name.size();
    }
  }
  if (best == cells.size() && (type == "b" || type.substr(0, 2) == "b_") && type != "b_spermatogonium") {
    return find("b_spermatogonium");
  }
  return best;
}

std::optional<HistologyStyle> histology_style(const ParameterSet& parameters) {
  if (!parameters.has(root + "tubule_diameter")) return std::nullopt;
  const auto um = [&](const char* name) { return parameters.value(root + name, "um"); };
  HistologyStyle style;
  style.tubule_diameter_um = um("tubule_diameter");
  style.sertoli_only_diameter_um = um("sertoli_only_diameter");
  style.sclerosed_diameter_um = um("sclerosed_diameter");
  style.epithelium_height_um = um("epithelium_height");
  style.sertoli_only_height_um = um("sertoli_only_height");
  style.lamina_propria_um = um("lamina_propria");
  style.hyaline_wall_um = um("hyaline_wall");
  style.sertoli_nucleus_um = um("sertoli_nucleus");
  style.leydig_nucleus_um = um("leydig_nucleus");
  style.leydig_cell_um = um("leydig_cell");
  style.myoid_nucleus_length_um = um("myoid_nucleus_length");
  style.red_cell_um = um("red_cell");
  for (const std::string& name : parameters.items(root + "cell")) {
    const std::string item = root + "cell." + name + ".";
    style.cells.push_back({name, parameters.text(item + "label"), parameters.text(item + "look"),
                           parameters.value(item + "nucleus", "um"), parameters.value(item + "height", "1")});
  }
  return style;
}

}  // namespace azoo::report
