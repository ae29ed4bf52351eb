#include "report/network_view.hpp"

#include <string>  // for string

#include "core/json_text.hpp"
#include "report/network_script.hpp"
#include "report/script_text.hpp"

namespace azoo::report {

namespace {

Markup script(std::string_view code) {
  return Markup{"<script>//<![CDATA[\n" + std::string(code) + "\n//]]></script>\n"};
}

Markup controls() {
  return Markup{
      "<div class=\"network-controls\">"
      "<label for=\"network-slider\">Weakest pair shown</label> "
      "<input type=\"range\" id=\"network-slider\" min=\"0\" max=\"1000\" step=\"1\" value=\"0\" "
      "style=\"width:min(100%,22rem)\"/> "
      "<output id=\"network-told\" for=\"network-slider\"></output><br/>"
      "<label for=\"network-arrangement\">Arrangement</label> "
      "<select id=\"network-arrangement\"><option value=\"columns\">two "
      "columns</option><option value=\"rings\">rings</option></select> "
      "<button type=\"button\" id=\"network-in\">closer</button> <button type=\"button\" "
      "id=\"network-out\">farther</button></div>\n"};
}

}  // namespace

Markup network_view(const screen::Network& network, std::string_view cytoscape) {
  if (network.edges.empty()) return paragraph("No pair has a score, so there is no network.");
  if (cytoscape.empty())
    return paragraph(
        "The interactive view is missing: data/page/cytoscape.min.js was not found. The network is in "
        "network.graphml and network.cyjs.");
  const std::string hint =
      "Choose a ligand (circle) or receptor (box) to see its pairs, or a line to see its numbers.";
  const std::string data =
      "var azooNetwork = {\"weight_name\": " + json_text(network.calibrated ? "z" : "minus the score") +
      ", \"hint\": " + json_text(hint) + ", \"elements\": " + screen::elements_json(network) + "};";
  Markup out =
      paragraph("Width of a line: " + network.weight_meaning +
                ". Green: stands out after correction. A line is a docking score and no interaction that "
                "anybody has observed.");
  out += controls();
  out += Markup{
      "<noscript><p>This view needs scripts; the same numbers stand in the tables above, in network.graphml "
      "and in network.cyjs.</p></noscript>\n"};
  out += Markup{
      "<div id=\"network-box\" role=\"img\" aria-label=\"Network of ligands and receptors; its numbers are "
      "in "
      "the tables\" style=\"height:560px;border:1px solid #c9c9c9;position:relative\"></div>\n"};
  out += Markup{"<p id=\"network-info\" class=\"note\" aria-live=\"polite\"></p>\n"};
  return out + script(cytoscape) + script(script_text(data)) + script(network_script);
}

}  // namespace azoo::report
