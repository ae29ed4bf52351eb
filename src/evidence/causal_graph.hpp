// The signed statements of all papers as one directed graph: who acts on whom, up or down, told by how many
// claims. Claims with the same agent, sign and target are one edge that keeps their ids. Where papers tell
// both signs for a pair, its edges are marked as contested.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "evidence/record.hpp"  // for Record

namespace azoo::evidence {

struct GraphNode {
  std::string name;
  std::size_t edges_in = 0;
  std::size_t edges_out = 0;
  std::vector<std::string> other_names;  // as printed in the papers
};

struct GraphEdge {
  std::size_t agent = 0;  // nodes
  std::size_t target = 0;
  std::string sign;  // up | down | none | unclear
  std::vector<std::string> claims;
  std::vector<std::string> sources;
  std::vector<std::string> injuries;
  std::vector<std::string> species;
  std::vector<std::string> organs;
  std::vector<std::string> compartments;
  std::vector<std::string> bases;
  std::vector<std::string> via;
  bool contested = false;  // some claim tells the other sign for the same pair
};

struct CausalGraph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

[[nodiscard]] CausalGraph causal_graph(const Record& record);

// GraphML with typed attributes; opens in Cytoscape, yEd, Gephi, igraph.
[[nodiscard]] std::string to_graphml(const CausalGraph& graph);
// Cytoscape's own JSON (CYJS).
[[nodiscard]] std::string to_cyjs(const CausalGraph& graph);

}  // namespace azoo::evidence
