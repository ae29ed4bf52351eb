// The causal graph as GraphML and as Cytoscape's JSON. Both carry the same attributes.
#include "core/graph_text.hpp"  // for AttributedGraph
#include "evidence/causal_graph.hpp"

namespace azoo::evidence {

namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return text;
}

// +1, -1, 0 for none; an unclear sign has no number.
std::string sign_number(const std::string& sign) {
  return sign == "up" ? "1" : sign == "down" ? "-1" : "0";
}

std::vector<GraphAttribute> attributes_of(const GraphNode& node) {
  return {{"name", "string", node.name},
          {"printed_names", "string", joined(node.other_names)},
          {"edges_in", "int", std::to_string(node.edges_in)},
          {"edges_out", "int", std::to_string(node.edges_out)}};
}

std::vector<GraphAttribute> attributes_of(const CausalGraph& graph, const GraphEdge& edge) {
  return {{"name", "string",
           graph.nodes[edge.agent].name + " (" + edge.sign + ") " + graph.nodes[edge.target].name},
          {"interaction", "string", edge.sign},
          {"sign", "int", sign_number(edge.sign)},
          {"weight", "int", std::to_string(edge.claims.size())},
          {"papers", "int", std::to_string(edge.sources.size())},
          {"contested", "boolean", edge.contested ? "true" : "false"},
          {"sources", "string", joined(edge.sources)},
          {"claims", "string", joined(edge.claims)},
          {"injury", "string", joined(edge.injuries)},
          {"species", "string", joined(edge.species)},
          {"organ", "string", joined(edge.organs)},
          {"compartment", "string", joined(edge.compartments)},
          {"basis", "string", joined(edge.bases)},
          {"via", "string", joined(edge.via)}};
}

AttributedGraph attributed(const CausalGraph& graph) {
  CausalGraph one;
  one.nodes.resize(1);
  AttributedGraph out{"claims", true, "", attributes_of(GraphNode{}), attributes_of(one, GraphEdge{}),
                      {},       {}};
  for (const GraphNode& node : graph.nodes) out.nodes.push_back(attributes_of(node));
  for (const GraphEdge& edge : graph.edges)
    out.edges.push_back({edge.agent, edge.target, attributes_of(graph, edge)});
  return out;
}

}  // namespace

std::string to_graphml(const CausalGraph& graph) {
  return azoo::to_graphml(attributed(graph));
}

std::string to_cyjs(const CausalGraph& graph) {
  return azoo::to_cyjs(
      attributed(graph),
      "\"name\": \"Signed causal statements\", \"shared_name\": \"Signed causal statements\"");
}

}  // namespace azoo::evidence
