#include "report/histology_style.hpp"

#include <algorithm>  // for clamp, min
#include <array>      // for array
#include <cmath>      // for floor
#include <stdexcept>  // for logic_error
#include <utility>    // for pair

#include "testis/species.hpp"

namespace azoo::report {

namespace {

Look look_of(const std::string& word) {
  static const std::array<std::pair<std::string_view, Look>, 11> looks = {
      {{"dark oval", Look::dark_oval},
       {"pale oval", Look::pale_oval},
       {"flaked oval", Look::flaked_oval},
       {"crusted", Look::crusted},
       {"small dark", Look::small_dark},
       {"fine thread", Look::fine_thread},
       {"clumped thread", Look::clumped_thread},
       {"thick thread", Look::thick_thread},
       {"secondary", Look::secondary},
       {"round spermatid", Look::round_spermatid},
       {"head", Look::head}}};
  for (const auto& [name, look] : looks) {
    if (name == word) return look;
  }
  throw std::logic_error("data/pictures: look = \"" + word + "\" is no look of a nucleus");
}

Course course(const ParameterSet& parameters, const std::string& name, const char* unit) {
  return parameters.has(name) ? Course{parameters.values(name, unit)} : Course{};
}

Course scaled(Course course, double factor) {
  for (double& value : course.values) value *= factor;
  return course;
}

CellStyle read_cell(const ParameterSet& parameters, const std::string& name, const std::string& item,
                    double nucleus_scale) {
  CellStyle cell;
  cell.name = name;
  cell.label = parameters.text(item + "label");
  cell.look = look_of(parameters.text(item + "look"));
  cell.nucleus_um = scaled({parameters.values(item + "nucleus", "um")}, nucleus_scale);
  cell.length_um = scaled(course(parameters, item + "length", "um"), nucleus_scale);
  cell.height = {parameters.values(item + "height", "1")};
  cell.band = {parameters.values(item + "band", "1")};
  cell.acrosome_degrees = course(parameters, item + "acrosome", "degrees");
  cell.turned = course(parameters, item + "turned", "1");
  cell.bundled = course(parameters, item + "bundled", "1");
  cell.dividing = course(parameters, item + "dividing", "1");
  cell.residual = course(parameters, item + "residual", "1");
  return cell;
}

void read_sizes(const ParameterSet& parameters, const std::string& root, HistologyStyle& style) {
  const auto um = [&](const char* name) { return parameters.value(root + name, "um"); };
  const auto share = [&](const char* name) { return parameters.value(root + name, "1"); };
  style.sertoli_only_diameter_um = style.tubule_diameter_um * share("sertoli_only_diameter_share");
  style.sclerosed_diameter_um = style.tubule_diameter_um * share("sclerosed_diameter_share");
  style.epithelium_height_um = 0.5 * style.tubule_diameter_um * share("epithelium_height_share");
  style.sertoli_only_height_um = um("sertoli_only_height");
  style.lamina_propria_um = um("lamina_propria");
  style.hyaline_wall_um = um("hyaline_wall");
  style.sertoli_nucleus_um = um("sertoli_nucleus");
  style.sertoli_nucleus_depth_um = um("sertoli_nucleus_depth");
  style.sertoli_satellites = share("sertoli_satellites");
  style.leydig_nucleus_um = um("leydig_nucleus");
  style.leydig_cell_um = um("leydig_cell");
  style.myoid_nucleus_length_um = um("myoid_nucleus_length");
  style.myoid_layers = share("myoid_layers");
  style.stroma_fibres = share("stroma_fibres");
  style.gap_um = um("gap_between_tubules");
  style.red_cell_um = um("red_cell");
  style.tail_um = um("tail_length");
  style.head_bend = share("head_bend");
  style.section_um = um("section_thickness");
  style.lost_cap = share("lost_cap");
}

}  // namespace

double Course::at(double ripeness) const {
  if (values.empty()) return 0.0;
  const double place = std::clamp(ripeness, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto first = static_cast<std::size_t>(std::floor(place));
  const std::size_t next = std::min(first + 1, values.size() - 1);
  const double share = place - static_cast<double>(first);
  return values[first] * (1.0 - share) + values[next] * share;
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

std::optional<HistologyStyle> histology_style(const ParameterSet& parameters, const std::string& species) {
  if (!parameters.has(species + ".cycle.duration_d")) return std::nullopt;
  const testis::Species of = testis::Species::from(parameters, species);
  const std::string root =
      of.stem_scheme == testis::StemScheme::syncytia ? "picture_rodent." : "picture_primate.";
  if (!parameters.has(root + "section_thickness")) return std::nullopt;
  HistologyStyle style;
  style.species = species;
  style.tubule_diameter_um = of.geometry.tubule_diameter_um;
  style.natural_sites = of.geometry.sites_around(of.sertoli_cells_per_testis);
  style.row_um = 1e3 / of.geometry.rows_per_mm(of.sertoli_cells_per_testis);
  style.timing = germ_cell_timing(of);
  read_sizes(parameters, root, style);
  const std::string scale_name = root + "nucleus_scale." + species;
  const double nucleus_scale = parameters.has(scale_name) ? parameters.value(scale_name, "1") : 1.0;
  style.sertoli_nucleus_um *= nucleus_scale;
  for (const std::string& name : parameters.items(root + "cell")) {
    style.cells.push_back(read_cell(parameters, name, root + "cell." + name + ".", nucleus_scale));
  }
  return style;
}

}  // namespace azoo::report
