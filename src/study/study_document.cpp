#include "study/study_document.hpp"

#include <algorithm>

#include "core/files.hpp"
#include "study/trial_study_names.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

// Parts are told apart by a byte that no text file holds.
std::string hash_of(const std::string& text, const std::vector<std::string>& overrides,
                    std::optional<std::uint64_t> seed) {
  std::string bytes = text;
  for (const std::string& assignment : overrides) bytes += std::string(1, '\0') + "set " + assignment;
  if (seed) bytes += std::string(1, '\0') + "seed " + std::to_string(*seed);
  return sha256(bytes);
}

void apply_overrides(TomlValue& root, const std::vector<std::string>& overrides,
                     std::optional<std::uint64_t> seed, Problems& problems) {
  for (const std::string& assignment : overrides) {
    if (is_text(assignment)) {
      override_value(root, assignment, problems);
    } else {
      problems.add({"--set", 0, 0}, "", "bytes that are not UTF-8 text",
                   "an assignment such as arm.0.size=60");
    }
  }
  if (!seed) return;
  if (*seed > static_cast<std::uint64_t>(largest_seed)) {
    problems.add({"--seed", 0, 0}, "seed", std::to_string(*seed),
                 "a whole number from 0 to " + std::to_string(largest_seed));
  } else {
    override_value(root, "seed=" + std::to_string(*seed), problems);
  }
}

}  // namespace

std::optional<StudyDocument> read_study_document(const fs::path& file,
                                                 const std::vector<std::string>& overrides,
                                                 std::optional<std::uint64_t> seed, Problems& problems) {
  const std::optional<std::string> text = read_file(file, problems);
  if (!text) return std::nullopt;
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.add({file.string(), 0, 0}, "", "an empty file", "a study file");
    return std::nullopt;
  }
  const std::size_t before = problems.list().size();
  StudyDocument document{parse_toml(*text, file.string(), problems), hash_of(*text, overrides, seed)};
  if (problems.list().size() != before) return std::nullopt;
  apply_overrides(document.root, overrides, seed, problems);
  return document;
}

std::string_view kind_of(const TomlValue& root) {
  const TomlValue* kind = root.map() == nullptr ? nullptr : root.map()->find("kind");
  const auto* word = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->data);
  return word == nullptr ? std::string_view{} : *word;
}

bool check_kind(TomlReader& root, std::string_view kind) {
  const TomlValue* value = root.raw("kind");
  const auto* word = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
  if (word != nullptr && *word == kind) return true;
  const auto& kinds = study_kinds();
  const auto is = [word](const char* ready) { return word != nullptr && *word == ready; };
  if (is("trial") || is("animal") || is("screen")) {
    root.fault("kind", "\"" + std::string(kind) + "\" here");
  } else if (word != nullptr && std::find(kinds.begin(), kinds.end(), *word) != kinds.end()) {
    root.fault("kind",
               R"("trial", "animal" or "screen"; studies of kind )" + *word + " are not yet available");
  } else {
    root.fault("kind",
               R"("trial", "animal" or "screen", the kind of the study (culture and repair are not yet )"
               "available)");
  }
  return false;
}

void override_parameters(TomlReader& root, ParameterSet& parameters, Problems& problems) {
  const TomlValue* table = root.raw("parameters");
  if (table == nullptr) return;
  if (table->map() == nullptr) {
    root.fault("parameters", "a table [parameters]");
  } else {
    parameters.override_from(*table, problems);
  }
}

}  // namespace azoo::study
