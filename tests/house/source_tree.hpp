// The source tree as the house tests see it: files as text, comments and literals blanked where code is
// meant.
#pragma once

#include <algorithm>    // for sort
#include <cctype>       // for isalnum
#include <filesystem>   // for path
#include <fstream>      // for ifstream
#include <iterator>     // for istreambuf_iterator
#include <set>          // for set
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

namespace azoo::house {

namespace fs = std::filesystem;

inline fs::path project() {
  return AZOO_PROJECT_DIR;
}

inline std::string text_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Files below the folders whose names end in one of the endings, sorted; an empty list of endings takes all.
inline std::vector<fs::path> files_below(const std::vector<std::string>& folders,
                                         const std::vector<std::string>& endings) {
  std::vector<fs::path> files;
  for (const std::string& folder : folders) {
    if (!fs::is_directory(project() / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(project() / folder)) {
      const std::string extension = entry.path().extension().string();
      if (entry.is_regular_file() &&
          (endings.empty() || std::find(endings.begin(), endings.end(), extension) != endings.end())) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

inline std::string name_of(const fs::path& path) {
  return fs::relative(path, project()).string();
}

// The code with comments, texts and characters replaced by blanks; lines stay where they are. Include lines
// are kept whole. Raw strings are taken as R"(...)" with any delimiter.
inline std::string code_only(std::string_view code) {
  std::string out(code);
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, out.size()); ++i) {
      if (out[i] != '\n') out[i] = ' ';
    }
  };
  const auto end_after = [&](std::string_view mark, std::size_t from) {
    const std::size_t at = code.find(mark, from);
    return at == std::string_view::npos ? code.size() : at + mark.size();
  };
  for (std::size_t i = 0; i < code.size();) {
    std::size_t end = i + 1;
    if (code.substr(i, 8) == "#include") {
      i = end_after("\n", i);
      continue;
    }
    if (code.substr(i, 2) == "//") {
      end = std::min(code.find('\n', i), code.size());
    } else if (code.substr(i, 2) == "/*") {
      end = end_after("*/", i + 2);
    } else if (code.substr(i, 2) == "R\"") {
      const std::size_t open = std::min(code.find('(', i), code.size());
      end = end_after(")" + std::string(code.substr(i + 2, open - i - 2)) + "\"", open);
    } else if (code[i] == '"' ||
               (code[i] == '\'' && (i == 0 || std::isalnum(static_cast<unsigned char>(code[i - 1])) == 0))) {
      while (end < code.size() && code[end] != code[i] && code[end] != '\n')
        end += code[end] == '\\' ? 2U : 1U;
      ++end;
    } else {
      ++i;
      continue;
    }
    blank(i, end);
    i = end;
  }
  return out;
}

struct Include {
  std::string name;
  bool quoted = false;
  int line = 0;
};

// Every #include line of a file's text.
inline std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> found;
  int line = 1;
  for (std::size_t start = 0; start < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view row = text.substr(start, end - start);
    start = end + 1;
    const auto skip_blanks = [&row] {
      while (!row.empty() && (row.front() == ' ' || row.front() == '\t')) row.remove_prefix(1);
    };
    skip_blanks();
    if (!row.starts_with('#')) continue;
    row.remove_prefix(1);
    skip_blanks();
    if (!row.starts_with("include")) continue;
    row.remove_prefix(7);
    skip_blanks();
    if (row.empty() || (row.front() != '"' && row.front() != '<')) continue;
    const char close = row.front() == '"' ? '"' : '>';
    const std::size_t stop = row.find(close, 1);
    if (stop == std::string_view::npos) continue;
    found.push_back({std::string(row.substr(1, stop - 1)), close == '"', line});
  }
  return found;
}

}  // namespace azoo::house
