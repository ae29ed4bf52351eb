// Runs of `azoo dock` on two helices with a search of few rotations: data of their own, otherwise as shipped.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "docking_command/helices.hpp"  // for write_helices
#include "program/program.hpp"          // for ProgramTest, Settings

namespace azoo::docking_command {

namespace fs = std::filesystem;

// The number of a preset in the text of docking.toml, replaced.
inline void set_number(std::string& text, const std::string& preset, const std::string& key, int value) {
  const std::size_t section = text.find("[preset." + preset + "]");
  ASSERT_NE(section, std::string::npos);
  const std::size_t at = text.find("\n" + key + " = { value = ", section);
  ASSERT_NE(at, std::string::npos);
  const std::size_t begin = text.find("value = ", at) + 8;
  const std::size_t end = text.find(',', begin);
  text.replace(begin, end - begin, std::to_string(value));
}

class SmallSearch : public program::ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    data_ = folder.parent_path() / "data";
    fs::copy(program::project_folder() / "data", data_, fs::copy_options::recursive);
    std::string text = program::content(data_ / "docking/docking.toml");
    set_number(text, "fast", "rotations", 48);
    set_number(text, "fast", "poses_refined", 40);
    write_text(data_ / "docking/docking.toml", text);
    write_helices(folder);
  }
  // `azoo dock` with these words and the small search.
  program::Ended dock(const std::vector<std::string>& words) {
    std::vector<std::string> all = {"dock"};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--preset", "fast"});
    return azoo(all, settings());
  }
  program::Settings settings() const {
    program::Settings s;
    s.folder = folder;
    s.set = {{"AZOO_DATA", data_.string()}, {"AZOO_CACHE", (data_ / "cache").string()}};
    return s;
  }

  fs::path data_;
};

}  // namespace azoo::docking_command
