#include "report/docking_page.hpp"

#include "report/docking_scores.hpp"
#include "report/docking_sections.hpp"
#include "report/interface_diagram.hpp"
#include "report/page_frame.hpp"
#include "report/report_sections.hpp"
#include "report/structure_view.hpp"

namespace azoo::report {

namespace {

Markup scores_section(const std::vector<Figure>& figures) {
  return note(
             "A first cluster that stands apart from the others, in poses and in score, is a better guess "
             "than one in a "
             "crowd; it is still a guess.") +
         element("div",
                 figure_named(figures, "clusters", "This picture is missing.", "small") +
                     figure_named(figures, "scores", "This picture is missing.", "small"),
                 " class=\"pair\"");
}

}  // namespace

std::vector<Figure> docking_figures(const DockingPageInput& input) {
  std::vector<Figure> figures;
  figures.push_back(
      {"clusters", clusters_by_size_svg(input.result, input.quality),
       "Clusters by the number of their poses and the score of the pose that stands for each. Scores in "
       "arbitrary units, no energy or affinity."});
  figures.push_back(
      {"scores", scores_by_rank_svg(input.result, input.quality),
       "Scores of the best poses by rank (line), and where the clusters' poses lie. Scores in arbitrary "
       "units, no energy or affinity."});
  for (const docking::RankedInterface& ranked : input.interfaces) {
    const std::string prefix = "interface-" + std::to_string(ranked.cluster);
    const std::string cluster = "Cluster " + std::to_string(ranked.cluster);
    figures.push_back(
        {prefix + "-overview",
         interface_overview_svg(prefix + "-overview", ranked.interface, input.receptor, input.ligand),
         cluster +
             ": what joins the partners. Areas of the discs are in proportion to the partners' surfaces."});
    figures.push_back(
        {prefix + "-diagram",
         interface_diagram_svg(prefix + "-diagram", ranked.interface, input.receptor, input.ligand),
         cluster + ": residues that touch, coloured and marked by class, with the surface that each loses. "
                   "Order is chosen so that few lines cross and says nothing about places in space."});
  }
  return figures;
}

std::string docking_report_html(const DockingPageInput& input, const std::vector<Figure>& figures) {
  const std::string title = input.ligand.name + " docked on " + input.receptor.name;
  std::vector<PageSection> sections;
  sections.push_back({"summary", "What came out", summary_box("In five lines", docking_summary(input))});
  sections.push_back({"partners", "What was docked", partners_section(input)});
  sections.push_back({"cluster-table", "Clusters of poses", clusters_section(input)});
  sections.push_back({"score-pictures", "Scores", scores_section(figures)});
  sections.push_back({"interface", "Where the partners touch", interface_section(input, figures)});
  sections.push_back({"view", "In three dimensions",
                      structure_view(input.receptor, input.ligand, input.interfaces, input.viewer_script)});
  sections.push_back({"method", "How it was done", docking_method_section(input)});
  sections.push_back({"reading", "What a score is not, and other limits", docking_reading_section()});
  return page_html({title, title + " – docking", docking_banner(), input.version}, sections);
}

}  // namespace azoo::report
