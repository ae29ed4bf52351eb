#include "evidence/views.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/number_text.hpp"

namespace azoo::evidence {

namespace {

struct Score {
  double value = 0.0;
  std::size_t row = 0;
};

// A difference of printed numbers has no more decimals than they have.
std::string difference(const std::string& larger, const std::string& smaller) {
  const auto decimals = [](const std::string& text) {
    const std::size_t point = text.find('.');
    return point == std::string::npos ? std::size_t{0} : text.size() - point - 1;
  };
  const auto high = parse_number(larger);
  const auto low = parse_number(smaller);
  if (!high || !low) return "";
  constexpr double ten = 10.0;
  const double scale = std::pow(ten, static_cast<double>(std::max(decimals(larger), decimals(smaller))));
  return to_text(std::round((*high - *low) * scale) / scale);
}

}  // namespace

const std::vector<View>& views() {
  static const std::vector<View> list = {
      {"in_vivo", "Experiments in animals", "experiments", "setting", {"in_vivo"}},
      {"in_vitro", "Experiments in culture", "experiments", "setting", {"in_vitro", "ex_vivo"}},
      {"exosomes",
       "Experiments with vesicles",
       "experiments",
       "form",
       {"exosomes", "extracellular_vesicles", "microvesicles"}},
      {"male_inducers", "What makes male germ cells in culture", "inducers", "germ_line", {"male"}},
      {"female_inducers", "What makes female germ cells in culture", "inducers", "germ_line", {"female"}},
      {"docking_winners", "Best ligand of each receptor and its lead over the next", "docking", "", {}}};
  return list;
}

Sheet docking_winners(const Sheet& docking) {
  Sheet view;
  view.name = "docking_winners";
  view.columns = {
      {"receptor", FieldType::name, "entity", "", "receptor, preferred name"},
      {"receptor_printed", FieldType::printed, "", "", "receptor as printed"},
      {"ligand", FieldType::name, "entity", "", "ligand of the lowest score"},
      {"ligand_printed", FieldType::printed, "", "", "that ligand as printed"},
      {"score", FieldType::number, "", "arbitrary", "its score; lower is better"},
      {"second", FieldType::name, "entity", "", "ligand of the next score"},
      {"second_score", FieldType::number, "", "arbitrary", "its score"},
      {"lead", FieldType::number, "", "arbitrary", "second_score - score; no measure of affinity"},
      {"ligands", FieldType::integer, "", "", "ligands that were scored"},
      {"source", FieldType::key, "", "", "paper"},
      {"place", FieldType::place, "", "", "where the winning score stands"},
      {"ids", FieldType::keys, "", "", "rows of the two scores"}};
  std::map<std::string, std::vector<Score>> scores;
  std::vector<std::string> order;
  for (std::size_t row = 0; row < docking.rows.size(); ++row) {
    const std::string receptor = docking.cell(row, "source") + "/" + docking.cell(row, "receptor");
    if (!scores.contains(receptor)) order.push_back(receptor);
    std::vector<Score>& list = scores[receptor];
    if (const auto value = parse_number(docking.cell(row, "score"))) list.push_back({*value, row});
  }
  for (const std::string& receptor : order) {
    std::vector<Score>& list = scores[receptor];
    if (list.empty()) continue;
    std::stable_sort(list.begin(), list.end(),
                     [](const Score& a, const Score& b) { return a.value < b.value; });
    const auto at = [&](std::size_t rank, const char* field) {
      return rank < list.size() ? docking.cell(list[rank].row, field) : std::string();
    };
    view.rows.push_back({at(0, "receptor"), at(0, "receptor_printed"), at(0, "ligand"),
                         at(0, "ligand_printed"), at(0, "score"), at(1, "ligand"), at(1, "score"),
                         difference(at(1, "score"), at(0, "score")), std::to_string(list.size()),
                         at(0, "source"), at(0, "place"),
                         at(0, "id") + (list.size() > 1 ? "; " + at(1, "id") : "")});
  }
  return view;
}

}  // namespace azoo::evidence
