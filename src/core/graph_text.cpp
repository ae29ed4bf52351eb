#include "core/graph_text.hpp"

#include <string_view>  // for string_view

#include "core/json_text.hpp"  // for json_text

namespace azoo {
namespace {

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

bool told(const GraphAttribute& attribute) {
  return !(attribute.left_out_when_empty && attribute.value.empty());
}

std::string keys(const char* prefix, const char* domain, const std::vector<GraphAttribute>& attributes) {
  std::string text;
  for (const GraphAttribute& each : attributes)
    text += "  <key id=\"" + std::string(prefix) + each.name + "\" for=\"" + domain + "\" attr.name=\"" +
            each.name + "\" attr.type=\"" + each.type + "\"/>\n";
  return text;
}

std::string data_elements(const char* prefix, const std::vector<GraphAttribute>& attributes) {
  std::string text;
  for (const GraphAttribute& each : attributes)
    if (told(each))
      text += "<data key=\"" + std::string(prefix) + each.name + "\">" + xml(each.value) + "</data>";
  return text;
}

std::string json_members(const std::vector<GraphAttribute>& attributes) {
  std::string text;
  for (const GraphAttribute& each : attributes) {
    if (!told(each)) continue;
    const bool bare = std::string_view(each.type) != "string";
    text += ", " + json_text(each.name) + ": " + (bare ? each.value : json_text(each.value));
  }
  return text;
}

}  // namespace

std::string to_graphml(const AttributedGraph& graph) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  if (!graph.comment.empty()) text += "  <!-- " + xml(graph.comment) + " -->\n";
  text += keys("n_", "node", graph.node_keys) + keys("e_", "edge", graph.edge_keys);
  text += "  <graph id=\"" + xml(graph.id) + "\" edgedefault=\"" +
          (graph.directed ? "directed" : "undirected") + "\">\n";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    text +=
        "    <node id=\"n" + std::to_string(n) + "\">" + data_elements("n_", graph.nodes[n]) + "</node>\n";
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const AttributedGraph::Edge& edge = graph.edges[e];
    text += "    <edge id=\"e" + std::to_string(e) + "\" source=\"n" + std::to_string(edge.source) +
            "\" target=\"n" + std::to_string(edge.target) + "\">" + data_elements("e_", edge.attributes) +
            "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string elements_json(const AttributedGraph& graph) {
  std::string text = "{\n  \"nodes\": [";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    text += std::string(n == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"n" + std::to_string(n) + "\"" +
            json_members(graph.nodes[n]) + "}}";
  text += "\n  ],\n  \"edges\": [";
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const AttributedGraph::Edge& edge = graph.edges[e];
    text += std::string(e == 0 ? "" : ",") + "\n   {\"data\": {\"id\": \"e" + std::to_string(e) +
            "\", \"source\": \"n" + std::to_string(edge.source) + "\", \"target\": \"n" +
            std::to_string(edge.target) + "\"" + json_members(edge.attributes) + "}}";
  }
  return text + "\n  ]\n }";
}

std::string to_cyjs(const AttributedGraph& graph, const std::string& data) {
  return "{\"format_version\": \"1.0\", \"generated_by\": \"azoo\", \"target_cytoscapejs_version\": "
         "\"~2.1\",\n"
         " \"data\": {" +
         data + "},\n \"elements\": " + elements_json(graph) + "\n}\n";
}

}  // namespace azoo
