// What README.md says about the program, held against the program.
#include <algorithm>
#include <set>
#include <sstream>

#include "program.hpp"

namespace azoo::program {
namespace {

class Readme : public ProgramTest {
 protected:
  // Lines of the table that begins with the heading, first cell only, without back quotes.
  static std::vector<std::string> first_cells(const std::string& heading) {
    std::istringstream in(content(project_folder() / "README.md"));
    std::vector<std::string> cells;
    std::string line;
    bool inside = false;
    while (std::getline(in, line)) {
      if (line.starts_with(heading)) {
        inside = true;
      } else if (inside && line.empty()) {
        break;
      } else if (inside && line.starts_with("| `")) {
        cells.push_back(line.substr(3, line.find('`', 3) - 3));
      }
    }
    EXPECT_FALSE(cells.empty()) << heading;
    return cells;
  }
};

TEST_F(Readme, names_every_file_of_the_results_folder_and_no_other) {
  ASSERT_EQ(azoo(small_trial(2, "out")).status, 0);
  std::set<std::string> there;
  for (const std::string& name : names(tree(folder / "out"))) {
    if (name.ends_with("/")) continue;
    there.insert(name.starts_with("figures/") ? "figures/*.svg" : name);
  }
  const auto cells = first_cells("| File |");
  EXPECT_EQ(std::set<std::string>(cells.begin(), cells.end()), there);
}

TEST_F(Readme, names_every_command_and_no_other) {
  std::set<std::string> named;
  for (const std::string& cell : first_cells("| Command |")) {
    const std::string rest = cell.substr(cell.find(' ') + 1);
    named.insert(rest.substr(0, rest.find(' ')));
  }
  std::istringstream help(azoo({"--help"}).out);
  std::set<std::string> known;
  std::string line;
  bool commands = false;
  while (std::getline(help, line)) {
    if (commands && line.starts_with("  ") && line[2] != ' ')
      known.insert(line.substr(2, line.find(' ', 2) - 2));
    if (line.find("ubcommands:") != std::string::npos || line.find("SUBCOMMANDS:") != std::string::npos)
      commands = true;
  }
  EXPECT_EQ(named, known);
}

TEST_F(Readme, shows_a_message_as_the_program_gives_it) {
  const std::string readme = content(project_folder() / "README.md");
  const std::size_t at = readme.find("studies/mine.toml:");
  ASSERT_NE(at, std::string::npos);
  const std::string message = readme.substr(at, readme.find('\n', at) - at);
  fs::create_directories(folder / "studies");
  // The size stands on line 14, column 8, as in the README.
  std::string study = content(project_folder() / "tests/bad_input/base.toml");
  const std::string size = "[[arm]]\nname = \"cells\"\nsize = 5\n";
  const std::size_t arm = study.find(size);
  ASSERT_NE(arm, std::string::npos);
  const std::string broken =
      study.substr(arm).replace(0, size.size(), "[[arm]]\nname = \"cells\"\nsize = -40\n");
  const std::size_t line_of_section = study.find("[screening]");
  std::string head = study.substr(0, line_of_section);
  while (std::count(head.begin(), head.end(), '\n') > 11) head.erase(0, head.find('\n') + 1);
  while (std::count(head.begin(), head.end(), '\n') < 11) head.insert(0, "\n");
  write(folder / "studies/mine.toml", head + broken + study.substr(line_of_section, arm - line_of_section));
  const Ended ended = azoo({"run", "studies/mine.toml", "--check"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find(message + "\n"), std::string::npos) << message << "\nnot in\n" << ended.err;
}

TEST_F(Readme, gives_options_of_run_that_exist) {
  const std::string readme = content(project_folder() / "README.md");
  const std::string help = azoo({"run", "--help"}).out;
  const std::size_t begin = readme.find("The usual ones of `run`");
  const std::string part = readme.substr(begin, readme.find("\n\n", begin) - begin);
  int options = 0;
  for (std::size_t at = part.find("`--"); at != std::string::npos; at = part.find("`--", at + 1)) {
    const std::string option = part.substr(at + 1, part.find_first_of(" `", at + 1) - at - 1);
    EXPECT_NE(help.find(option), std::string::npos) << option;
    ++options;
  }
  EXPECT_EQ(options, 8);
}

}  // namespace
}  // namespace azoo::program
