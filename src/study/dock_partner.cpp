#include "study/dock_partner.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "docking/fetch_structure.hpp"
#include "docking/read_structure.hpp"
#include "docking/registry.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_there(const std::string& file) {
  std::error_code error;
  return fs::exists(file, error);
}

std::string field_of(const std::string& role) {
  return role == "receptor" ? "RECEPTOR" : "LIGAND";
}

// "H,L"; nothing when a name is empty or no name.
std::optional<std::vector<std::string>> chains_of(std::string_view text) {
  std::vector<std::string> chains(1);
  for (const char c : text) {
    if (c == ',') {
      chains.emplace_back();
    } else if (is_alphanumeric(c)) {
      chains.back() += c;
    } else {
      return std::nullopt;
    }
  }
  const bool named =
      std::none_of(chains.begin(), chains.end(), [](const auto& name) { return name.empty(); });
  return named ? std::optional(chains) : std::nullopt;
}

std::optional<PartnerName> plain_name(const std::string& text) {
  if (is_there(text)) return PartnerName{text, "", {}};
  if (docking::looks_like_identifier(text)) return PartnerName{"", text, {}};
  return std::nullopt;
}

// Where the structure lies on this machine.
std::optional<fs::path> file_of(const PartnerName& name, const docking::Registry& registry, bool offline,
                                Problems& problems) {
  if (!name.file.empty()) return name.file;
  docking::FetchOptions options;
  options.folders = {"."};
  options.allow_network = !offline;
  const auto found = docking::find_structure_file(registry.resolved(name.identifier), options, problems);
  return found ? std::optional(found->file) : std::nullopt;
}

// What is to be told of the molecule: an identifier that was read as another, a file that says something
// else.
std::vector<std::string> messages_of(const PartnerName& name, const std::string& called,
                                     const docking::Registry& registry, const docking::Structure& structure) {
  std::vector<std::string> messages;
  const std::string resolved = registry.resolved(name.identifier);
  std::string capitals = name.identifier;
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (!name.identifier.empty() && resolved != capitals)
    messages.push_back(name.identifier + " is taken for " + resolved + ", which it is a misprint of.");
  if (!called.empty()) {
    const std::string identifier = name.identifier.empty() ? structure.identifier : name.identifier;
    messages.push_back(registry.check(called, identifier, structure).message);
  }
  return messages;
}

}  // namespace

std::optional<PartnerName> name_of_partner(const std::string& input, const std::string& role,
                                           Problems& problems) {
  if (auto name = plain_name(input)) return name;
  const std::size_t colon = input.rfind(':');
  auto name = colon == std::string::npos ? std::nullopt : plain_name(input.substr(0, colon));
  if (!name) {
    problems.add({input, 0, 0}, field_of(role), "no such file",
                 "a PDB or mmCIF file, or a PDB identifier such as 1BRS; after either perhaps chains, as in "
                 "complex.pdb:H,L");
    return std::nullopt;
  }
  const auto chains = chains_of(std::string_view(input).substr(colon + 1));
  if (!chains) {
    problems.add({input, 0, 0}, field_of(role), "'" + input.substr(colon + 1) + "' after the colon",
                 "names of chains divided by commas, as in complex.pdb:H,L");
    return std::nullopt;
  }
  name->chains = *chains;
  return name;
}

std::string short_name(const PartnerName& name) {
  std::string stem = name.identifier.empty() ? fs::path(name.file).filename().string() : name.identifier;
  // "1abc.pdb.gz", "1abc.cif": endings say nothing here.
  for (const std::string_view ending : {".gz", ".pdb", ".cif", ".ent", ".mmcif"}) {
    if (stem.size() > ending.size() && stem.ends_with(ending)) stem.erase(stem.size() - ending.size());
  }
  for (const std::string& chain : name.chains) stem += "-" + chain;
  for (char& c : stem) {
    const bool plain = is_alphanumeric(c) || c == '.' || c == '-' || c == '_';
    if (!plain && static_cast<unsigned char>(c) < 0x80) c = '_';
  }
  constexpr std::size_t longest = 80;  // two of them and more must fit into the name of a folder
  return stem.substr(0, longest);
}

std::optional<Partner> read_partner(const PartnerRequest& request, const std::string& role, bool offline,
                                    Problems& problems) {
  const auto name = name_of_partner(request.input, role, problems);
  if (!name) return std::nullopt;
  if (!name->chains.empty() && !request.chains.empty()) {
    problems.add({request.input, 0, 0}, "--" + role + "-chains", "chains given twice",
                 "chains after the colon or by the option");
    return std::nullopt;
  }
  const docking::Registry registry = docking::Registry::load(problems);
  const auto file = file_of(*name, registry, offline, problems);
  if (!file) return std::nullopt;
  docking::StructureSelection selection;
  selection.chains = name->chains.empty() ? request.chains : name->chains;
  selection.residues = request.residues;
  selection.model = request.model;
  auto structure = docking::read_structure(*file, selection, problems);
  if (!structure) return std::nullopt;
  std::vector<std::string> messages = messages_of(*name, request.called, registry, *structure);
  return Partner{std::move(*structure), short_name(*name), std::move(messages)};
}

}  // namespace azoo::study
