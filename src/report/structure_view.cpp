#include "report/structure_view.hpp"

#include "core/files.hpp"  // for read_file
#include "report/residue_style.hpp"
#include "report/structure_view_script.hpp"

namespace azoo::report {

namespace {

constexpr std::string_view missing_viewer =
    "The 3D viewer (data/page/3Dmol-min.js) was not found when this page was made. The models in the results "
    "folder open "
    "in any molecule viewer.";

Markup pose_buttons(const std::vector<docking::RankedInterface>& interfaces) {
  Markup buttons;
  for (std::size_t k = 0; k < interfaces.size(); ++k) {
    buttons += element("button", text("Cluster " + std::to_string(interfaces[k].cluster)),
                       " type=\"button\" data-pose=\"" + std::to_string(k) + "\" aria-pressed=\"" +
                           (k == 0 ? "true" : "false") + "\"") +
               text(" ");
  }
  return buttons;
}

Markup task_buttons() {
  Markup buttons;
  const struct {
    const char* task;
    const char* words;
  } tasks[] = {{"spin", "Spin"}, {"surface", "Surface"}, {"labels", "Residue names"}};
  for (const auto& each : tasks) {
    buttons +=
        element("button", text(each.words),
                " type=\"button\" aria-pressed=\"false\" data-task=\"" + std::string(each.task) + "\"") +
        text(" ");
  }
  return buttons + element("button", text("Reset view"), " type=\"button\" data-task=\"reset\"");
}

constexpr std::string_view view_style =
    ".view-stage{position:relative;width:100%;height:min(70vh,520px);overflow:hidden}"
    ".view-frame{border:1px solid var(--line);padding:2px;margin:.5rem 0}"
    ".view-buttons button{font:inherit;font-size:.92rem;padding:.3rem .7rem;margin:.15rem 0;"
    "border:1px solid var(--ink);background:#fff;cursor:pointer}"
    ".view-buttons button[aria-pressed=true]{background:#00558a;color:#fff}"
    ".view-key{display:inline-block;width:.9rem;height:.9rem;border:1px solid var(--ink);"
    "vertical-align:-.1rem;margin:0 .3rem 0 .8rem}"
    "@media print{.view-buttons,.view-frame{display:none}}";

Markup colour_key(std::string_view colour, const std::string& words) {
  return element("span", Markup{}, " class=\"view-key\" style=\"background:" + std::string(colour) + "\"") +
         text(words);
}

}  // namespace

std::string viewer_script(const std::filesystem::path& data_folder, Problems& problems) {
  return read_file(data_folder / "page" / "3Dmol-min.js", problems).value_or("");
}

Markup structure_view(const docking::Structure& receptor, const docking::Structure& ligand,
                      const std::vector<docking::RankedInterface>& interfaces, std::string_view viewer_script,
                      std::size_t most_atoms) {
  if (interfaces.empty()) return paragraph("There is no pose to show.");
  // A script that held its own end would break out of the page.
  if (viewer_script.empty() || viewer_script.find("</script") != std::string_view::npos)
    return paragraph(missing_viewer);
  const Markup key = element("p", colour_key(receptor_colour, "receptor: " + receptor.name) +
                                      colour_key(ligand_colour, "ligand: " + ligand.name));
  const Markup stage =
      element("div", Markup{},
              " class=\"view-stage\" role=\"img\" aria-label=\"" +
                  escape("3D model of " + receptor.name + " with " + ligand.name + " docked on it") + "\"");
  const Markup box = element("div", pose_buttons(interfaces) + task_buttons(), " class=\"view-buttons\"") +
                     key + element("div", stage, " class=\"view-frame\"") +
                     element("p", text("The 3D view needs JavaScript and WebGL."),
                             " class=\"view-words note\" aria-live=\"polite\"");
  return element("style", Markup{std::string(view_style)}) + element("div", box, " id=\"view-3d\"") +
         Markup{"\n"} +
         element("script", Markup{structure_view_data(receptor, ligand, interfaces, most_atoms)},
                 " type=\"application/json\" id=\"view-3d-data\"") +
         Markup{"\n"} + element("script", Markup{std::string(viewer_script)}) + Markup{"\n"} +
         element("script", Markup{std::string(structure_view_script)}) + Markup{"\n"};
}

}  // namespace azoo::report
