#include "docking/read_structure.hpp"

#include <algorithm>  // for find
#include <exception>  // for exception

#include "core/files.hpp"                // for read_file, sha256
#include "docking/build_structure.hpp"   // for build_structure
#include "docking/components.hpp"        // for check_components
#include "docking/gemmi_access.hpp"      // for read_mmcif
#include "docking/read_pdb.hpp"          // for read_pdb
#include "docking/structure_format.hpp"  // for find_format
#include "docking/unpack_gzip.hpp"       // for unpack_gzip

namespace azoo::docking {
namespace {

// Of text, packed or not; the largest mmCIF file of the PDB that could be docked is far smaller.
constexpr std::size_t largest_text = std::size_t{256} << 20;

// "pdb1abc.ent.gz" -> "pdb1abc"
std::string name_of(const std::string& file) {
  std::string name = std::filesystem::path(file).filename().string();
  for (const char* ending : {".gz", ".pdb", ".ent", ".cif", ".mmcif"}) {
    const std::string_view end(ending);
    if (name.size() > end.size() && name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name.empty() ? "structure" : name;
}

std::string model_list(const std::vector<int>& models) {
  std::string text;
  for (std::size_t i = 0; i < models.size(); ++i) {
    if (i == 20) return text + " ...";
    text += (i == 0 ? "" : ", ") + std::to_string(models[i]);
  }
  return text;
}

std::optional<Structure> parse(std::string_view bytes, const std::string& file,
                               const StructureSelection& selection, Problems& problems) {
  std::string unpacked;
  std::string_view text = bytes;
  if (is_gzip(bytes)) {
    std::optional<std::string> content = unpack_gzip(bytes, largest_text, file, problems);
    if (!content) return std::nullopt;
    unpacked = std::move(*content);
    text = unpacked;
  }
  text = without_mark(text);
  if (text.size() > largest_text) {
    problems.add({file, 0, 0}, "", std::to_string(text.size()) + " bytes",
                 "a structure of at most 256 MiB of text");
    return std::nullopt;
  }
  const FormatFinding finding = find_format(text);
  RawStructure raw;
  if (finding.format == StructureFormat::unknown) {
    problems.add({file, 0, 0}, "", finding.found, "a structure as PDB or mmCIF, packed with gzip or not");
    return std::nullopt;
  }
  const bool read = finding.format == StructureFormat::pdb
                        ? read_pdb(text, file, selection.model, raw, problems)
                        : read_mmcif(text, file, selection.model, raw, problems);
  if (!read) return std::nullopt;
  if (selection.model != 0 &&
      std::find(raw.models.begin(), raw.models.end(), selection.model) == raw.models.end()) {
    problems.add({file, 0, 0}, "model", std::to_string(selection.model),
                 "one of the file's models: " + model_list(raw.models));
    return std::nullopt;
  }
  Structure structure;
  structure.file = file;
  structure.name = name_of(file);
  structure.sha256 = sha256(bytes);
  structure.title = raw.title;
  structure.identifier = raw.identifier;
  const std::size_t before = problems.list().size();
  build_structure(raw, selection, file, structure, problems);
  if (problems.list().size() > before) return std::nullopt;
  return structure;
}

}  // namespace

std::optional<Structure> read_structure(const std::filesystem::path& path,
                                        const StructureSelection& selection, Problems& problems) {
  const std::optional<std::string> bytes = read_file(path, problems);
  if (!bytes) return std::nullopt;
  return parse_structure(*bytes, path.string(), selection, problems);
}

std::optional<Structure> parse_structure(std::string_view bytes, const std::string& file,
                                         const StructureSelection& selection, Problems& problems) {
  const std::size_t before = problems.list().size();
  check_components(problems);
  if (problems.list().size() > before) return std::nullopt;
  try {
    return parse(bytes, file, selection, problems);
  } catch (const std::bad_alloc&) {
    problems.add({file, 0, 0}, "", "a structure that does not fit into the memory", "a smaller one");
  } catch (const std::exception& fault) {
    problems.add({file, 0, 0}, "", fault.what(), "a structure as PDB or mmCIF");
  }
  return std::nullopt;
}

}  // namespace azoo::docking
