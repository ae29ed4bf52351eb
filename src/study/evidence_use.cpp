#include "study/evidence_use.hpp"

#include <algorithm>
#include <optional>

#include "core/files.hpp"
#include "core/problem.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

bool is_id_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

bool stands_in(std::string_view line, std::string_view id) {
  for (std::size_t at = line.find(id); at != std::string_view::npos; at = line.find(id, at + 1)) {
    const std::size_t end = at + id.size();
    const bool free_before = at == 0 || !is_id_character(line[at - 1]);
    const bool free_after = end == line.size() || !is_id_character(line[end]);
    if (free_before && free_after) return true;
  }
  return false;
}

void search(const fs::path& file, const std::string& name, std::string_view id,
            std::vector<EvidenceUse>& uses) {
  Problems problems;  // a file that cannot be read uses nothing
  const std::optional<std::string> text = read_file(file, problems);
  if (!text || text->find(id) == std::string::npos) return;
  int line = 1;
  for (std::size_t at = 0; at < text->size(); ++line) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const std::string_view one = std::string_view(*text).substr(at, end - at);
    constexpr std::size_t longest = 120;
    if (stands_in(one, id)) uses.push_back({name, line, std::string(one.substr(0, longest))});
    at = end + 1;
  }
}

}  // namespace

std::vector<EvidenceUse> evidence_uses(std::string_view id, const std::vector<fs::path>& folders) {
  std::vector<EvidenceUse> uses;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const fs::path& path = at->path();
      if (at->is_directory() && path.filename() == "evidence") {
        at.disable_recursion_pending();
        continue;
      }
      const std::string ending = path.extension().string();
      if (ending == ".toml" || ending == ".csv")
        search(path, (folder.filename() / path.lexically_relative(folder)).generic_string(), id, uses);
    }
  }
  std::sort(uses.begin(), uses.end(), [](const EvidenceUse& a, const EvidenceUse& b) {
    return a.file != b.file ? a.file < b.file : a.line < b.line;
  });
  return uses;
}

std::string to_text(const EvidenceUse& use) {
  return use.file + ":" + std::to_string(use.line) + ": " + use.text;
}

}  // namespace azoo::study
