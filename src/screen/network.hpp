// The screen as a network of ligands and receptors, for programs that draw and measure networks.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "screen/design.hpp"  // for Design
#include "screen/matrix.hpp"  // for Matrix

namespace azoo::screen {

struct NetworkNode {
  std::string id;    // "ligand:CD81"
  std::string name;  // "CD81"
  std::string kind;  // ligand | receptor
  std::string called;
  std::string identifier;
  std::size_t atoms = 0;
};

struct NetworkEdge {
  std::size_t ligand = 0;  // places in nodes
  std::size_t receptor = 0;
  double weight = no_value;  // z where scores are calibrated, else minus the score: larger is stronger
  std::size_t rank = 0;      // of the ligand at this receptor, by score
  Cell cell;
};

struct Network {
  std::string name;
  std::string weight_meaning;
  bool calibrated = false;
  std::vector<NetworkNode> nodes;  // ligands, then receptors
  std::vector<NetworkEdge> edges;  // pairs that have a score
};

[[nodiscard]] Network make_network(const Design& design, const Matrix& matrix);

// Both carry the same attributes; what has no value is left out.
[[nodiscard]] std::string to_graphml(const Network& network);
[[nodiscard]] std::string to_cyjs(const Network& network);
// The nodes and edges alone, as a script reads them.
[[nodiscard]] std::string elements_json(const Network& network);

}  // namespace azoo::screen
