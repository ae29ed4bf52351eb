#include "study/dock_record.hpp"

#include <cstdint>
#include <set>
#include <utility>

#include "core/number_text.hpp"
#include "core/toml_value.hpp"
#include "core/version.hpp"
#include "study/run_record.hpp"

namespace azoo::study {

namespace {

// A word as a shell reads it back.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,=+";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

TomlValue texts(const std::vector<std::string>& list) {
  TomlArray items;
  for (const std::string& text : list) items.push_back({text, {}});
  return {std::move(items), {}};
}

template <class Whole>
TomlValue whole(Whole number) {
  return {static_cast<std::int64_t>(number), {}};
}

TomlValue partner_record(const PartnerRequest& request, const docking::Structure& structure) {
  TomlMap record;
  record.insert("input", {request.input, {}});
  if (!request.called.empty()) record.insert("called", {request.called, {}});
  record.insert("name", {structure.name, {}});
  record.insert("sha256", {structure.sha256, {}});
  record.insert("identifier", {structure.identifier, {}});
  record.insert("title", {structure.title, {}});
  std::vector<std::string> molecules;
  for (const docking::Entity& entity : structure.entities)
    molecules.push_back(joined(entity.chains) + ": " + entity.description);
  record.insert("molecules", texts(molecules));
  std::vector<std::string> chains;
  for (const docking::Residue& residue : structure.residues) {
    if (chains.empty() || chains.back() != residue.chain) chains.push_back(residue.chain);
  }
  const std::set<std::string> once(chains.begin(), chains.end());
  record.insert("chains", texts({once.begin(), once.end()}));
  record.insert("asked_residues", texts(request.residues));
  record.insert("model", whole(request.model));
  record.insert("residues", whole(structure.residues.size()));
  record.insert("heavy_atoms", whole(structure.atoms.size()));
  record.insert("notes", texts(structure.notes));
  return {std::move(record), {}};
}

TomlValue options_record(const DockRequest& request) {
  TomlMap record;
  record.insert("preset", {request.preset, {}});
  record.insert("weights", {request.weights, {}});
  record.insert("cluster_order", {std::string(docking::to_text(request.order)), {}});
  record.insert("cluster_radius_A", {request.cluster_radius_A, {}});
  record.insert("poses_apart_A", {request.poses_apart_A, {}});
  record.insert("top", whole(request.top));
  record.insert("models", whole(request.models));
  record.insert("model_format", {std::string(request.format == ModelFormat::pdb ? "pdb" : "cif"), {}});
  return {std::move(record), {}};
}

TomlValue search_record(const docking::SearchRecord& search) {
  TomlMap record;
  record.insert("spacing_A", {search.spacing_A, {}});
  record.insert("grid", {TomlArray{whole(search.grid[0]), whole(search.grid[1]), whole(search.grid[2])}, {}});
  record.insert("rotations", whole(search.rotations));
  record.insert("transforms", whole(search.transforms));
  record.insert("poses_refined", whole(search.poses_refined));
  record.insert("poses_refined_again", whole(search.poses_refined_again));
  record.insert("partners_swapped", {search.partners_swapped, {}});
  record.insert("fftw_plan", {search.plan, {}});
  return {std::move(record), {}};
}

TomlValue inputs_record(const std::vector<DockInput>& inputs) {
  TomlArray items;
  for (const DockInput& input : inputs) {
    TomlMap record;
    record.insert("role", {input.role, {}});
    record.insert("file", {input.file, {}});
    record.insert("sha256", {input.sha256, {}});
    items.push_back({std::move(record), {}});
  }
  return {std::move(items), {}};
}

void add_partner(std::string& text, const std::string& name, const PartnerRequest& partner) {
  if (!partner.chains.empty()) text += " --" + name + "-chains " + quoted(joined(partner.chains));
  if (!partner.residues.empty()) text += " --" + name + "-residues " + quoted(joined(partner.residues));
  if (!partner.called.empty()) text += " --" + name + "-called " + quoted(partner.called);
  if (partner.model != 0) text += " --" + name + "-model " + std::to_string(partner.model);
}

}  // namespace

std::string repeat_command(const DockRequest& request) {
  const DockRequest plain;
  std::string text = "azoo dock " + quoted(request.receptor.input) + " " + quoted(request.ligand.input);
  add_partner(text, "receptor", request.receptor);
  add_partner(text, "ligand", request.ligand);
  if (request.preset != plain.preset) text += " --preset " + quoted(request.preset);
  if (request.weights != plain.weights) text += " --weights " + quoted(request.weights);
  if (!request.restraints.empty()) text += " --restraints " + quoted(request.restraints.string());
  if (!request.reference.empty()) text += " --reference " + quoted(request.reference.string());
  if (request.order != plain.order)
    text += " --cluster-order " + std::string(docking::to_text(request.order));
  if (request.cluster_radius_A != plain.cluster_radius_A)
    text += " --cluster-radius " + to_text(request.cluster_radius_A);
  if (request.poses_apart_A != plain.poses_apart_A)
    text += " --poses-apart " + to_text(request.poses_apart_A);
  if (request.top != plain.top) text += " --top " + std::to_string(request.top);
  if (request.models != request.top) text += " --models " + std::to_string(request.models);
  if (request.format != plain.format) text += " --model-format cif";
  if (request.offline) text += " --offline";
  if (!request.poses.empty()) text += " --poses " + quoted(request.poses.string());
  if (!request.model_chains.receptor.empty())
    text += " --score-receptor-chains " + quoted(joined(request.model_chains.receptor));
  if (!request.model_chains.ligand.empty())
    text += " --score-ligand-chains " + quoted(joined(request.model_chains.ligand));
  for (const auto& model : request.models_elsewhere) text += " --score " + quoted(model.string());
  return text;
}

std::string dock_json(const DockRecord& record, const Execution& execution) {
  const bool searched = record.request.poses.empty() && record.request.models_elsewhere.empty();
  TomlMap root;
  root.insert("program", {std::string("azoo"), {}});
  root.insert("version", {version(), {}});
  root.insert("kind", {std::string("dock"), {}});
  root.insert("not_for_patient_care", {true, {}});
  root.insert("score", {std::string("arbitrary units, lower is better; no energy, no affinity, not to be "
                                    "compared between pairs"),
                        {}});
  root.insert("receptor", partner_record(record.request.receptor, record.receptor));
  root.insert("ligand", partner_record(record.request.ligand, record.ligand));
  root.insert("options", options_record(record.request));
  root.insert("inputs", inputs_record(record.inputs));
  root.insert("data_sha256", {record.data_sha256, {}});
  if (searched) root.insert("search", search_record(record.result.record));
  root.insert("poses", whole(record.result.poses.size()));
  root.insert("clusters", whole(record.result.clusters.size()));
  root.insert("notes", texts(record.notes));
  root.insert("repeat_with", {repeat_command(record.request), {}});
  root.insert("execution", {execution_record(execution, record.request.threads), {}});
  return to_json({std::move(root), {}});
}

}  // namespace azoo::study
