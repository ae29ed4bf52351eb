// The network's files: well formed, complete, with the same numbers; and the tables.
#include "screen/network.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/csv.hpp"
#include "core/problem.hpp"
#include "report/markup_check.hpp"
#include "screen/small_screen.hpp"
#include "screen/tables.hpp"

namespace azoo::screen {
namespace {

using fixture::design_of;
using fixture::matrix_of;

Network calibrated_network() {
  Design design = design_of({"A", "B"}, {"R", "S"});
  design.ligands[0].called = "growth & <factor> \"a\"";
  const Matrix matrix = matrix_of(design, {-1.0, -2.0, -3.0, no_value}, [](double score, double, double) {
    return AgainstChance{-2.0 * score, score == -3.0 ? 0.001 : 0.4, 0.0001};
  });
  return make_network(design, matrix);
}

TEST(Network, has_a_node_for_each_molecule_and_an_edge_for_each_pair_with_a_score) {
  const Network network = calibrated_network();
  ASSERT_EQ(network.nodes.size(), 4U);
  ASSERT_EQ(network.edges.size(), 3U);
  EXPECT_EQ(network.nodes[2].kind, "receptor");
  EXPECT_EQ(network.nodes[1].atoms, 200U);
  EXPECT_EQ(network.nodes[3].atoms, 2000U);
  EXPECT_EQ(network.edges[0].weight, 4.0);  // z of B on R, the best of R
  EXPECT_EQ(network.edges[0].rank, 1U);
}

TEST(Network, weighs_by_minus_the_score_where_nothing_is_calibrated) {
  const Design design = design_of({"A"}, {"R"});
  EXPECT_EQ(make_network(design, matrix_of(design, {-12.5})).edges[0].weight, 12.5);
}

TEST(Network, is_well_formed_graphml) {
  std::string text = to_graphml(calibrated_network());
  ASSERT_EQ(text.rfind("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", 0), 0U);
  text = text.substr(text.find('\n') + 1);
  const std::size_t comment = text.find("<!--");
  text.erase(comment, text.find("-->") + 3 - comment);
  // The little reader takes the separate ids of keys, nodes and edges alike: all must differ.
  const auto facts = report::fixture::read_markup(text);
  EXPECT_EQ(facts.fault, "");
  EXPECT_EQ(std::count(facts.tags.begin(), facts.tags.end(), "node"), 4);
  EXPECT_EQ(std::count(facts.tags.begin(), facts.tags.end(), "edge"), 3);
  EXPECT_NE(text.find("growth &amp; &lt;factor&gt; &quot;a&quot;"), std::string::npos);
  EXPECT_NE(text.find("<data key=\"e_stands_out\">true</data>"), std::string::npos);
  // Every key that is used is declared.
  for (const auto& [name, value] : facts.attributes) {
    if (name == "key") {
      EXPECT_NE(text.find("<key id=\"" + value + "\""), std::string::npos) << value;
    }
  }
}

TEST(Network, is_json_that_cytoscape_reads_with_the_same_numbers) {
  const nlohmann::json json = nlohmann::json::parse(to_cyjs(calibrated_network()));
  const auto& edges = json["elements"]["edges"];
  ASSERT_EQ(edges.size(), 3U);
  EXPECT_EQ(json["elements"]["nodes"][0]["data"]["called"], "growth & <factor> \"a\"");
  bool found = false;
  for (const auto& edge : edges) {
    const auto& data = edge["data"];
    if (data["score"] != -3.0) continue;
    found = true;
    EXPECT_EQ(data["z"], 6.0);
    EXPECT_EQ(data["weight"], 6.0);
    EXPECT_EQ(data["stands_out"], true);
    EXPECT_EQ(data["source"], "n0");
    EXPECT_EQ(data["target"], "n3");
    EXPECT_NEAR(data["p_adjusted"].get<double>(), 0.003, 1e-12);
  }
  EXPECT_TRUE(found);
}

TEST(Network, leaves_out_what_is_not_known) {
  const Design design = design_of({"A"}, {"R"});
  const Network network = make_network(design, matrix_of(design, {-1.0}));
  const nlohmann::json json = nlohmann::json::parse(to_cyjs(network));
  EXPECT_FALSE(json["elements"]["edges"][0]["data"].contains("z"));
  EXPECT_EQ(to_graphml(network).find(">nan<"), std::string::npos);
}

CsvTable table_of(const std::string& text) {
  Problems problems;
  CsvTable table = parse_csv(text, "table", problems);
  EXPECT_FALSE(problems.any());
  return table;
}

TEST(ScreenTables, tell_one_row_a_pair_with_every_listed_column) {
  const Design design = design_of({"A", "B"}, {"R", "S"});
  const Matrix matrix = matrix_of(design, {-1.0, -2.0, -3.0, no_value});
  PrintedMatrix printed;
  printed.scores = {-10, -20, -30, no_value};
  const CsvTable table = table_of(matrix_csv(matrix, rank_ligands(matrix), &printed));
  ASSERT_EQ(table.rows.size(), 4U);
  ASSERT_EQ(table.header.size(), observables().size() + 2);
  for (std::size_t i = 0; i < observables().size(); ++i) EXPECT_EQ(table.header[i + 2], observables()[i].key);
  const auto at = [&](std::size_t row, const char* column) { return table.rows[row][*table.column(column)]; };
  EXPECT_EQ(at(0, "ligand"), "A");
  EXPECT_EQ(at(0, "rank"), "2");
  EXPECT_EQ(at(1, "rank"), "1");
  EXPECT_EQ(at(1, "margin"), "1");
  EXPECT_EQ(at(2, "printed_score"), "-30");
  EXPECT_EQ(at(2, "stands_out"), "");  // nothing is calibrated
  EXPECT_EQ(at(3, "score"), "");
  EXPECT_EQ(at(3, "rank"), "");
}

TEST(ScreenTables, rank_with_the_lead_of_each_receptor) {
  const Matrix matrix = matrix_of(design_of({"A", "B", "C"}, {"R"}), {-1.0, -9.0, -3.0});
  const CsvTable table = table_of(ranking_csv(matrix, rank_ligands(matrix)));
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0][*table.column("ligand")], "B");
  EXPECT_EQ(table.rows[0][*table.column("margin")], "6");
  EXPECT_EQ(table.rows[2][*table.column("receptor_lead")], "6");
}

TEST(ScreenTables, set_agreement_down_for_each_receptor_and_for_all) {
  const Matrix matrix = matrix_of(design_of({"A", "B", "C"}, {"R"}), {-1.0, -9.0, -3.0});
  PrintedMatrix printed;
  printed.scores = {-1.0, -3.0, -9.0};
  const CsvTable table = table_of(agreement_csv(matrix, compare(matrix, printed)));
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_EQ(table.rows[0][*table.column("rank_correlation")], "0.5");
  EXPECT_EQ(table.rows[0][*table.column("our_winner")], "B");
  EXPECT_EQ(table.rows[0][*table.column("printed_winner")], "C");
  EXPECT_EQ(table.rows[0][*table.column("our_rank_of_printed_winner")], "2");
}

}  // namespace
}  // namespace azoo::screen
