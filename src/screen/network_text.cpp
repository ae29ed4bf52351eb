// The network as GraphML and as Cytoscape's JSON.
#include <cmath>        // for isnan
#include <string_view>  // for string_view
#include <utility>      // for pair

#include "core/number_text.hpp"
#include "evidence/sheet_text.hpp"
#include "screen/network.hpp"

namespace azoo::screen {

namespace {

struct Attribute {
  std::string name;
  const char* type = "string";  // as GraphML names it: string | int | double | boolean
  std::string value;            // empty: left out
};

std::string number(double value) {
  return std::isfinite(value) ? azoo::to_text(value) : "";
}

std::vector<Attribute> attributes_of(const NetworkNode& node) {
  return {{"name", "string", node.name},
          {"kind", "string", node.kind},
          {"called", "string", node.called},
          {"pdb", "string", node.identifier},
          {"atoms", "int", std::to_string(node.atoms)}};
}

std::vector<Attribute> attributes_of(const Network& network, const NetworkEdge& edge) {
  const PairScores& scores = edge.cell.scores;
  const std::string name = network.nodes.empty() ? ""
                                                 : network.nodes[edge.ligand].name + " (docked on) " +
                                                       network.nodes[edge.receptor].name;
  return {{"name", "string", name},
          {"interaction", "string", "docked on"},
          {"weight", "double", number(edge.weight)},
          {"score", "double", number(scores.score)},
          {"cluster_score", "double", number(scores.cluster_score)},
          {"cluster_size", "int", std::to_string(scores.cluster_size)},
          {"rank", "int", std::to_string(edge.rank)},
          {"z", "double", number(edge.cell.chance.z)},
          {"p", "double", number(edge.cell.chance.p)},
          {"p_adjusted", "double", number(edge.cell.p_adjusted)},
          {"stands_out", "boolean", edge.cell.stands_out ? "true" : "false"}};
}

std::string xml(std::string_view plain) {
  std::string text;
  for (const char c : plain) {
    switch (c) {
      case '&':
        text += "&amp;";
        break;
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '"':
        text += "&quot;";
        break;
      default:
        text += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
    }
  }
  return text;
}

std::string keys(const char* prefix, const char* domain, const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes)
    text += "  <key id=\"" + std::string(prefix) + each.name + "\" for=\"" + domain + "\" attr.name=\"" +
            each.name + "\" attr.type=\"" + each.type + "\"/>\n";
  return text;
}

std::string data_elements(const char* prefix, const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes) {
    if (!each.value.empty())
      text += "<data key=\"" + std::string(prefix) + each.name + "\">" + xml(each.value) + "</data>";
  }
  return text;
}

std::string json_members(const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes) {
    if (each.value.empty()) continue;
    const bool bare = std::string_view(each.type) != "string";
    text +=
        ", " + evidence::json_text(each.name) + ": " + (bare ? each.value : evidence::json_text(each.value));
  }
  return text;
}

}  // namespace

std::string to_graphml(const Network& network) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  text +=
      "  <!-- weight: " + xml(network.weight_meaning) + ". Scores are no energies and no affinities. -->\n";
  text += keys("n_", "node", attributes_of(NetworkNode{}));
  text += keys("e_", "edge", attributes_of(Network{}, NetworkEdge{}));
  text += "  <graph id=\"screen\" edgedefault=\"undirected\">\n";
  for (std::size_t n = 0; n < network.nodes.size(); ++n)
    text += "    <node id=\"n" + std::to_string(n) + "\">" +
            data_elements("n_", attributes_of(network.nodes[n])) + "</node>\n";
  for (std::size_t e = 0; e < network.edges.size(); ++e) {
    const NetworkEdge& edge = network.edges[e];
    text += "    <edge id=\"e" + std::to_string(e) + "\" source=\"n" + std::to_string(edge.ligand) +
            "\" target=\"n" + std::to_string(edge.receptor) + "\">" +
            data_elements("e_", attributes_of(network, edge)) + "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string elements_json(const Network& network) {
  std::string text = "{\n  \"nodes\": [";
  for (std::size_t n = 0; n < network.nodes.size(); ++n)
    text += std::string(n == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"n" + std::to_string(n) + "\"" +
            json_members(attributes_of(network.nodes[n])) + "}}";
  text += "\n  ],\n  \"edges\": [";
  for (std::size_t e = 0; e < network.edges.size(); ++e) {
    const NetworkEdge& edge = network.edges[e];
    text += std::string(e == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"e" + std::to_string(e) +
            "\", \"source\": \"n" + std::to_string(edge.ligand) + "\", \"target\": \"n" +
            std::to_string(edge.receptor) + "\"" + json_members(attributes_of(network, edge)) + "}}";
  }
  return text + "\n  ]\n }";
}

std::string to_cyjs(const Network& network) {
  return "{\"format_version\": \"1.0\", \"generated_by\": \"azoo\", \"target_cytoscapejs_version\": "
         "\"~2.1\",\n"
         " \"data\": {\"name\": " +
         evidence::json_text(network.name) + ", \"weight\": " + evidence::json_text(network.weight_meaning) +
         "},\n \"elements\": " + elements_json(network) + "\n}\n";
}

}  // namespace azoo::screen
