// Figures and page of a screen: complete, well formed, self-contained, and no claim beyond what the numbers
// bear.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <regex>

#include "report/heat_map.hpp"
#include "report/markup_check.hpp"
#include "report/network_view.hpp"
#include "report/screen_report.hpp"
#include "screen/small_screen.hpp"

namespace azoo::report {
namespace {

using fixture::count_of_text;
using fixture::read_markup;
using screen::fixture::design_of;

// A made-up screen with all that the report needs, kept alive together.
struct MadeUp {
  explicit MadeUp(bool calibrated = true, std::vector<double> scores = {-300, -250, -200, -180, -280, -410})
      : design(design_of({"A", "B<", "C"}, {"R", "S"})) {
    design.ligands[0].note = "a note on A";
    screen::ChanceFunction chance;
    if (calibrated)
      chance = [](double score, double, double) {
        return screen::AgainstChance{-score / 100.0, score < -400.0 ? 0.001 : 0.3, 0.0005};
      };
    matrix = screen::make_matrix(design, screen::fixture::pairs_of(design, scores), chance);
    standings = screen::rank_ligands(matrix);
    network = screen::make_network(design, matrix);
    printed.source = "a paper, Table 9";
    printed.unit = "kcal/mol";
    printed.scores = {-30, -20, -10, -30, -20.4, -20};
    agreement = screen::compare(matrix, printed);
    searches.resize(6);
    for (auto& search : searches) search.rotations = 3600;
    for (std::size_t i = 0; i < 5; ++i) {
      structures[i].title = "A title & more";
      structures[i].residues.resize(3);
      structures[i].atoms.resize(20);
    }
  }
  [[nodiscard]] ScreenReportInput input() const {
    ScreenReportInput input{design, matrix, standings, network, searches, parameters, {}, {}};
    for (std::size_t i = 0; i < 3; ++i) input.ligands.push_back({&structures[i], {}});
    for (std::size_t i = 3; i < 5; ++i) input.receptors.push_back({&structures[i], {}});
    input.receptors[1].warnings.push_back("the study calls it S, the file says cannabinoid receptor 2");
    input.printed = &printed;
    input.agreement = &agreement;
    input.version = "9.9";
    input.cytoscape = "var cytoscape = function () {};";
    return input;
  }

  screen::Design design;
  screen::Matrix matrix;
  std::vector<screen::Standing> standings;
  screen::Network network;
  screen::PrintedMatrix printed;
  screen::Agreement agreement;
  std::vector<docking::SearchRecord> searches;
  ParameterSet parameters;
  std::array<docking::Structure, 5> structures;
};

std::string page_of(const MadeUp& made) {
  return screen_report_html(made.input(), screen_figures(made.input()));
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

TEST(ScreenPage, is_well_formed_self_contained_and_holds_every_figure) {
  for (const bool calibrated : {true, false}) {
    const MadeUp made(calibrated);
    const std::vector<Figure> figures = screen_figures(made.input());
    const std::string page = screen_report_html(made.input(), figures);
    EXPECT_EQ(read_markup(page).fault, "");
    EXPECT_EQ(figures.size(), calibrated ? 5U : 4U);
    for (const Figure& figure : figures) {
      EXPECT_EQ(read_markup(figure.svg).fault, "") << figure.name;
      EXPECT_TRUE(has(page, figure.svg)) << figure.name;
    }
    for (const auto& [name, value] : read_markup(page).attributes) {
      if (name == "src" || name == "href") {
        EXPECT_EQ(value.substr(0, 1), "#") << value;
      }
    }
    EXPECT_FALSE(std::regex_search(page, std::regex("\\b(nan|inf)\\b")));
  }
}

TEST(ScreenPage, says_what_a_score_is_not_and_whom_it_is_not_for) {
  const std::string page = page_of(MadeUp());
  for (const char* words : {"not for patient care", "arbitrary units", "no energies", "kcal/mol", "Table 9",
                            "cannabinoid receptor 2", "A made-up &lt;screen&gt; &amp; more", "B&lt;",
                            "a note on A", "What was assumed", "azoo run STUDY.toml", "3600"})
    EXPECT_TRUE(has(page, words)) << words;
}

TEST(ScreenPage, names_the_pairs_that_stand_out_and_no_others) {
  const MadeUp made;
  const std::vector<std::string> lines = screen_summary(made.input());
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[1], "Stands out: 1 of 6 pairs once their number is counted: C on S.");
  EXPECT_TRUE(
      has(lines[3], "the printed winner is ours at 1 of 2 receptors; of the printed winners none stand out."))
      << lines[3];
  EXPECT_TRUE(has(lines[4], "S say something else")) << lines[4];
}

TEST(ScreenPage, claims_nothing_without_a_calibration) {
  const MadeUp made(false);
  EXPECT_TRUE(has(screen_summary(made.input())[1], "not known"));
  const std::string page = page_of(made);
  EXPECT_TRUE(has(page, "nothing on this page says that any pair stands out"));
  EXPECT_TRUE(has(page, "not known"));
  EXPECT_FALSE(has(page, ">yes<"));
}

TEST(ScreenPage, says_when_the_calibration_is_too_coarse_for_any_pair) {
  MadeUp made;
  made.matrix =
      screen::make_matrix(made.design, screen::fixture::pairs_of(made.design, {-3, -2, -1, -3, -2, -1}),
                          [](double, double, double) {
                            return screen::AgainstChance{9.0, 0.02, 0.02};
                          });
  EXPECT_TRUE(has(screen_summary(made.input())[1], "none of 6 pairs")) << screen_summary(made.input())[1];
  EXPECT_TRUE(has(screen_summary(made.input())[1], "nor could any"));
}

TEST(ScreenPage, stands_when_no_pair_has_a_score) {
  const double none = screen::no_value;
  const MadeUp made(true, {none, none, none, none, none, none});
  EXPECT_TRUE(has(screen_summary(made.input())[0], "without a score: 6"));
  const std::string page = page_of(made);
  EXPECT_EQ(read_markup(page).fault, "");
  EXPECT_TRUE(has(page, "No pair has a score"));
}

TEST(ScreenPage, calls_no_lead_one_that_chance_gives) {
  const std::string page = page_of(MadeUp());
  EXPECT_TRUE(has(page, ": no lead"));
  EXPECT_TRUE(has(page, "the other first places are no leads"));
}

HeatMap small_map() {
  HeatMap map;
  map.name = "heat";
  map.title = "Heat";
  map.scale = "score";
  map.rows = {"A", "B"};
  map.columns = {"R", "S"};
  map.values = {-10.0, -20.0, screen::no_value, -30.0};
  map.framed = {false, true, false, true};
  map.frame_meaning = "best";
  return map;
}

TEST(HeatMap, shows_each_number_a_dash_for_none_and_a_frame_for_the_best) {
  const std::string svg = draw_heat_map(small_map());
  EXPECT_EQ(read_markup(svg).fault, "");
  for (const char* words : {">−10.0<", ">−20.0<", ">−30.0<", ">–<", ">R<", ">B<"})
    EXPECT_TRUE(has(svg, words)) << words;
  EXPECT_EQ(count_of_text(svg, "stroke=\"#E69F00\""), 2U);
  EXPECT_TRUE(has(svg, "fill=\"" + heat_colour(1.0) + "\""));
  EXPECT_TRUE(has(svg, "fill=\"" + heat_colour(0.0) + "\""));
}

TEST(HeatMap, stars_what_stands_out) {
  HeatMap map = small_map();
  EXPECT_FALSE(has(draw_heat_map(map), "−20.0*"));
  map.starred = {false, true, false, false};
  EXPECT_TRUE(has(draw_heat_map(map), "−20.0*"));
}

TEST(HeatMap, turns_its_scale_where_higher_is_stronger) {
  HeatMap map = small_map();
  // The cell of A on R comes first: the weakest of all, or the strongest.
  const auto first_cell = [&map] {
    const std::string svg = draw_heat_map(map);
    const std::size_t rect = svg.find("<rect", svg.find(">A<"));
    return svg.substr(svg.find("#", rect), 7);
  };
  EXPECT_EQ(first_cell(), heat_colour(0.0));
  map.lower_is_stronger = false;
  EXPECT_EQ(first_cell(), heat_colour(1.0));
}

// Lightness must fall from weak to strong for readers who see no hue. Luma by the weights of ITU-R BT.601.
TEST(HeatMap, gets_darker_all_the_way) {
  double before = 256.0;
  for (int i = 0; i <= 50; ++i) {
    const std::string colour = heat_colour(i / 50.0);
    const auto channel = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    const double luma = 0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5);
    EXPECT_LT(luma, before) << i;
    before = luma;
  }
}

TEST(NetworkView, keeps_names_from_ending_the_script) {
  MadeUp made;
  made.network.nodes[0].name = "</script><b>";
  const std::string html = network_view(made.network, "var cytoscape;").html;
  EXPECT_EQ(count_of_text(html, "</script>"), 3U);  // those of its own three scripts
  EXPECT_TRUE(has(html, "\\u003c/script\\u003e"));
}

TEST(NetworkView, says_so_when_its_script_is_missing) {
  EXPECT_TRUE(has(network_view(MadeUp().network, "").html, "network.graphml"));
}

}  // namespace
}  // namespace azoo::report
