// A made-up record of one paper with the shipped schemas, in a folder of its own that a test may damage.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/problem.hpp"
#include "evidence/check.hpp"
#include "evidence/record.hpp"

namespace azoo::evidence::fixture {

namespace fs = std::filesystem;

inline fs::path project() {
  return AZOO_PROJECT_DIR;
}
inline fs::path shipped() {
  return project() / "data/evidence";
}

inline std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

// Vanishes with the test.
class SmallRecord {
 public:
  SmallRecord() {
    std::string name = (fs::temp_directory_path() / "azoo_record_XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    fs::copy(project() / "tests/evidence/small", folder_, fs::copy_options::recursive);
    fs::copy(shipped() / "schema", folder_ / "schema", fs::copy_options::recursive);
  }
  ~SmallRecord() {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  SmallRecord(const SmallRecord&) = delete;
  SmallRecord& operator=(const SmallRecord&) = delete;

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  // Every problem, one a line, files relative to the record.
  [[nodiscard]] std::string problems() const {
    Problems problems;
    (void)check_folder(folder_, problems);
    std::string text;
    const std::string prefix = folder_.string() + "/";
    for (const Problem& problem : problems.list()) {
      std::string line = to_text(problem);
      for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix, at))
        line.erase(at, prefix.size());
      text += line + "\n";
    }
    return text;
  }

 private:
  fs::path folder_;
};

inline const Record& small() {
  static const Record record = [] {
    const SmallRecord folder;
    Problems problems;
    Record loaded = load_record(folder.folder(), problems);
    problems.throw_if_any();
    return loaded;
  }();
  return record;
}

inline const Record& real() {
  static const Record record = [] {
    Problems problems;
    Record loaded = load_record(shipped(), problems);
    problems.throw_if_any();
    return loaded;
  }();
  return record;
}

}  // namespace azoo::evidence::fixture
