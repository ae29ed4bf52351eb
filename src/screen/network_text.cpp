// The network as GraphML and as Cytoscape's JSON.
#include <cmath>  // for isfinite

#include "core/graph_text.hpp"  // for AttributedGraph
#include "core/json_text.hpp"   // for json_text
#include "core/number_text.hpp"
#include "screen/network.hpp"

namespace azoo::screen {

namespace {

std::string number(double value) {
  return std::isfinite(value) ? azoo::to_text(value) : "";
}

std::vector<GraphAttribute> attributes_of(const NetworkNode& node) {
  return {{"name", "string", node.name, true},
          {"kind", "string", node.kind, true},
          {"called", "string", node.called, true},
          {"pdb", "string", node.identifier, true},
          {"atoms", "int", std::to_string(node.atoms), true}};
}

std::vector<GraphAttribute> attributes_of(const Network& network, const NetworkEdge& edge) {
  const PairScores& scores = edge.cell.scores;
  const std::string name = network.nodes.empty() ? ""
                                                 : network.nodes[edge.ligand].name + " (docked on) " +
                                                       network.nodes[edge.receptor].name;
  return {{"name", "string", name, true},
          {"interaction", "string", "docked on", true},
          {"weight", "double", number(edge.weight), true},
          {"score", "double", number(scores.score), true},
          {"cluster_score", "double", number(scores.cluster_score), true},
          {"cluster_size", "int", std::to_string(scores.cluster_size), true},
          {"rank", "int", std::to_string(edge.rank), true},
          {"z", "double", number(edge.cell.chance.z), true},
          {"p", "double", number(edge.cell.chance.p), true},
          {"p_adjusted", "double", number(edge.cell.p_adjusted), true},
          {"stands_out", "boolean", edge.cell.stands_out ? "true" : "false", true}};
}

AttributedGraph attributed(const Network& network) {
  AttributedGraph out{"screen",
                      false,
                      "weight: " + network.weight_meaning + ". Scores are no energies and no affinities.",
                      attributes_of(NetworkNode{}),
                      attributes_of(Network{}, NetworkEdge{}),
                      {},
                      {}};
  for (const NetworkNode& node : network.nodes) out.nodes.push_back(attributes_of(node));
  for (const NetworkEdge& edge : network.edges)
    out.edges.push_back({edge.ligand, edge.receptor, attributes_of(network, edge)});
  return out;
}

}  // namespace

std::string to_graphml(const Network& network) {
  return azoo::to_graphml(attributed(network));
}

std::string elements_json(const Network& network) {
  return azoo::elements_json(attributed(network));
}

std::string to_cyjs(const Network& network) {
  return azoo::to_cyjs(attributed(network), "\"name\": " + json_text(network.name) +
                                                ", \"weight\": " + json_text(network.weight_meaning));
}

}  // namespace azoo::screen
