// A graph whose nodes and edges carry attributes, as the two texts that Cytoscape, Gephi, yEd and igraph
// read: GraphML, and Cytoscape's JSON.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

namespace azoo {

struct GraphAttribute {
  std::string name;
  const char* type = "string";  // as GraphML names it: string | int | double | boolean
  std::string value;
  bool left_out_when_empty = false;
};

struct AttributedGraph {
  struct Edge {
    std::size_t source = 0;
    std::size_t target = 0;
    std::vector<GraphAttribute> attributes;
  };
  std::string id;
  bool directed = true;
  std::string comment;  // of the GraphML; may be empty
  // What every node and every edge carries, in the same order; the values do not matter.
  std::vector<GraphAttribute> node_keys;
  std::vector<GraphAttribute> edge_keys;
  std::vector<std::vector<GraphAttribute>> nodes;
  std::vector<Edge> edges;
};

[[nodiscard]] std::string to_graphml(const AttributedGraph& graph);
// {"nodes": [...], "edges": [...]}
[[nodiscard]] std::string elements_json(const AttributedGraph& graph);
// `data`: the members of the network itself as JSON, such as "\"name\": \"x\"".
[[nodiscard]] std::string to_cyjs(const AttributedGraph& graph, const std::string& data);

}  // namespace azoo
