// The causal graph as GraphML and as Cytoscape's JSON. Both carry the same attributes.
#include <utility>

#include "evidence/causal_graph.hpp"
#include "evidence/sheet_text.hpp"

namespace azoo::evidence {

namespace {

struct Attribute {
  std::string name;
  std::string value;
  const char* type = "string";  // string | int | boolean, as GraphML names them
};

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return text;
}

std::string xml(std::string_view plain) {
  std::string text;
  for (const char c : plain) {
    if (c == '&')
      text += "&amp;";
    else if (c == '<')
      text += "&lt;";
    else if (c == '>')
      text += "&gt;";
    else if (c == '"')
      text += "&quot;";
    else
      text += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  }
  return text;
}

// +1, -1, 0 for none; an unclear sign has no number.
std::string sign_number(const std::string& sign) {
  return sign == "up" ? "1" : sign == "down" ? "-1" : "0";
}

std::vector<Attribute> attributes_of(const GraphNode& node) {
  return {{"name", node.name},
          {"printed_names", joined(node.other_names)},
          {"edges_in", std::to_string(node.edges_in), "int"},
          {"edges_out", std::to_string(node.edges_out), "int"}};
}

std::vector<Attribute> attributes_of(const CausalGraph& graph, const GraphEdge& edge) {
  return {{"name", graph.nodes[edge.agent].name + " (" + edge.sign + ") " + graph.nodes[edge.target].name},
          {"interaction", edge.sign},
          {"sign", sign_number(edge.sign), "int"},
          {"weight", std::to_string(edge.claims.size()), "int"},
          {"papers", std::to_string(edge.sources.size()), "int"},
          {"contested", edge.contested ? "true" : "false", "boolean"},
          {"sources", joined(edge.sources)},
          {"claims", joined(edge.claims)},
          {"injury", joined(edge.injuries)},
          {"species", joined(edge.species)},
          {"organ", joined(edge.organs)},
          {"compartment", joined(edge.compartments)},
          {"basis", joined(edge.bases)},
          {"via", joined(edge.via)}};
}

std::string data_elements(const char* prefix, const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes)
    text += "<data key=\"" + std::string(prefix) + each.name + "\">" + xml(each.value) + "</data>";
  return text;
}

std::string keys(const char* prefix, const char* domain, const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes)
    text += "  <key id=\"" + std::string(prefix) + each.name + "\" for=\"" + domain + "\" attr.name=\"" +
            each.name + "\" attr.type=\"" + each.type + "\"/>\n";
  return text;
}

std::string json_members(const std::vector<Attribute>& attributes) {
  std::string text;
  for (const Attribute& each : attributes) {
    const bool bare = std::string_view(each.type) != "string";
    text += ", " + json_text(each.name) + ": " + (bare ? each.value : json_text(each.value));
  }
  return text;
}

}  // namespace

std::string to_graphml(const CausalGraph& graph) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  text += keys("n_", "node", attributes_of(GraphNode{}));
  CausalGraph one;
  one.nodes.resize(1);
  text += keys("e_", "edge", attributes_of(one, GraphEdge{}));
  text += "  <graph id=\"claims\" edgedefault=\"directed\">\n";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    text += "    <node id=\"n" + std::to_string(n) + "\">" +
            data_elements("n_", attributes_of(graph.nodes[n])) + "</node>\n";
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const GraphEdge& edge = graph.edges[e];
    text += "    <edge id=\"e" + std::to_string(e) + "\" source=\"n" + std::to_string(edge.agent) +
            "\" target=\"n" + std::to_string(edge.target) + "\">" +
            data_elements("e_", attributes_of(graph, edge)) + "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string to_cyjs(const CausalGraph& graph) {
  std::string text =
      "{\"format_version\": \"1.0\", \"generated_by\": \"azoo\", \"target_cytoscapejs_version\": \"~2.1\",\n"
      " \"data\": {\"name\": \"Signed causal statements\", \"shared_name\": \"Signed causal statements\"},\n"
      " \"elements\": {\n  \"nodes\": [";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    text += std::string(n == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"n" + std::to_string(n) + "\"" +
            json_members(attributes_of(graph.nodes[n])) + "}}";
  text += "\n  ],\n  \"edges\": [";
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const GraphEdge& edge = graph.edges[e];
    text += std::string(e == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"e" + std::to_string(e) +
            "\", \"source\": \"n" + std::to_string(edge.agent) + "\", \"target\": \"n" +
            std::to_string(edge.target) + "\"" + json_members(attributes_of(graph, edge)) + "}}";
  }
  return text + "\n  ]\n }\n}\n";
}

}  // namespace azoo::evidence
