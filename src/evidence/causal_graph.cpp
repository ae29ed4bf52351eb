#include "evidence/causal_graph.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace azoo::evidence {

namespace {

void add_once(std::vector<std::string>& list, std::string_view item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.emplace_back(item);
}

class GraphBuilder {
 public:
  explicit GraphBuilder(const Record& record) : claims_(record.table("claims")) {}

  CausalGraph build() {
    for (std::size_t row = 0; row < claims_.rows.size(); ++row) add(row);
    for (GraphEdge& edge : graph_.edges) {
      const bool up = edge.sign == "up";
      if (!up && edge.sign != "down") continue;
      edge.contested = edges_.contains({edge.agent, edge.target, up ? "down" : "up"});
    }
    return std::move(graph_);
  }

 private:
  struct Ends {
    std::size_t agent;
    std::size_t target;
    std::string sign;
    auto operator<=>(const Ends&) const = default;
  };

  std::size_t node(const std::string& name, const std::string& printed) {
    const auto [at, fresh] = nodes_.emplace(name, graph_.nodes.size());
    if (fresh) graph_.nodes.push_back({name, 0, 0, {}});
    if (printed != name) add_once(graph_.nodes[at->second].other_names, printed);
    return at->second;
  }

  void add(std::size_t row) {
    const auto cell = [&](const char* field) -> const std::string& { return claims_.cell(row, field); };
    if (cell("agent").empty() || cell("target").empty()) return;
    const std::size_t agent = node(cell("agent"), cell("agent_printed"));
    const std::size_t target = node(cell("target"), cell("target_printed"));
    const auto [at, fresh] = edges_.emplace(Ends{agent, target, cell("sign")}, graph_.edges.size());
    if (fresh) {
      GraphEdge edge;
      edge.agent = agent;
      edge.target = target;
      edge.sign = cell("sign");
      graph_.edges.push_back(std::move(edge));
      ++graph_.nodes[agent].edges_out;
      ++graph_.nodes[target].edges_in;
    }
    GraphEdge& edge = graph_.edges[at->second];
    edge.claims.push_back(cell("id"));
    add_once(edge.sources, cell("source"));
    for (const auto item : items_of(cell("injury"))) add_once(edge.injuries, item);
    add_once(edge.species, cell("species"));
    add_once(edge.organs, cell("organ"));
    add_once(edge.compartments, cell("compartment"));
    add_once(edge.bases, cell("basis"));
    for (const auto item : items_of(cell("via"))) add_once(edge.via, item);
  }

  const EvidenceTable& claims_;
  CausalGraph graph_;
  std::map<std::string, std::size_t> nodes_;
  std::map<Ends, std::size_t> edges_;
};

}  // namespace

CausalGraph causal_graph(const Record& record) {
  return GraphBuilder(record).build();
}

}  // namespace azoo::evidence
