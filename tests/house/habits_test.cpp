// Habits of the library (the front ends in apps/ print and keep the time): it never prints, exits or reads
// the clock; files stay short; heavy headers stay in one file each; nothing names a place on somebody's
// machine.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "house/source_tree.hpp"

namespace azoo::house {
namespace {

struct Habit {
  std::string what;
  std::regex pattern;
};

const std::vector<Habit>& habits() {
  static const std::vector<Habit> list = {
      {"prints",
       std::regex(
           R"(\bstd::(cout|cerr|clog)\b|\b(printf|puts|putchar|vprintf)\s*\(|\bfmt::print\s*\(|\bstd::fputs\b)")},
      {"exits", std::regex(R"(\b(exit|_exit|_Exit|quick_exit|abort|terminate)\s*\()")},
      {"reads the clock",
       std::regex(
           R"(\b(system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday|localtime|gmtime)\b|\bstd::time\s*\(|[^\w.>:]time\s*\(\s*(NULL|nullptr|0|&)|\bstd::clock\s*\()")},
      {"draws its own random numbers",
       std::regex(R"(\bstd::(mt19937|random_device|rand|srand|default_random_engine)\b|[^\w]s?rand\s*\()")},
  };
  return list;
}

std::vector<std::string> breaches(const std::string& name, std::string_view text) {
  std::vector<std::string> found;
  const std::string code = code_only(text);
  for (const Habit& habit : habits()) {
    std::smatch match;
    if (std::regex_search(code, match, habit.pattern)) {
      const auto line = 1 + std::count(code.begin(), code.begin() + match.position(0), '\n');
      found.push_back(name + ":" + std::to_string(line) + " " + habit.what + ": " + match.str());
    }
  }
  return found;
}

TEST(Habits, the_library_never_prints_exits_or_reads_the_clock) {
  for (const fs::path& file : files_below({"src"}, {".cpp", ".hpp"})) {
    for (const std::string& breach : breaches(name_of(file), text_of(file))) ADD_FAILURE() << breach;
  }
}

TEST(Habits, the_search_sees_through_comments_and_texts) {
  EXPECT_EQ(breaches("src/x.cpp", "std::cout << 1;").size(), 1U);
  EXPECT_EQ(breaches("src/x.cpp", "int a;\nstd::printf(\"x\");").at(0), "src/x.cpp:2 prints: printf(");
  EXPECT_EQ(breaches("src/x.cpp", "std::exit(2);").size(), 1U);
  EXPECT_EQ(breaches("src/x.cpp", "auto t = std::chrono::steady_clock::now();").size(), 1U);
  EXPECT_EQ(breaches("src/x.cpp", "auto t = time(nullptr);").size(), 1U);
  EXPECT_EQ(breaches("src/x.cpp", "std::mt19937 g(1);").size(), 1U);
  EXPECT_TRUE(
      breaches("src/x.cpp",
               "// std::cout << 1\n/* exit(1) */ f(\"printf( \\\" exit(\"); g('\"'); h(R\"(abort())\");")
          .empty());
  EXPECT_TRUE(
      breaches("src/x.cpp", "double time(double day); snprintf(b, n, \"%d\", 1); on_exit_time(3); f.time(0);")
          .empty());
  EXPECT_EQ(breaches("src/x.cpp", "f('\"'); std::exit(1); g(1'000'000);").size(), 1U);
}

TEST(Habits, sources_stay_under_350_lines) {
  for (const fs::path& file : files_below({"src", "apps"}, {".cpp", ".hpp"})) {
    const std::string text = text_of(file);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 350) << name_of(file);
  }
}

TEST(Habits, a_heavy_header_stands_in_one_source_file_and_in_no_header) {
  const std::map<std::string, std::regex> heavy = {
      {"toml++", std::regex("^toml\\+\\+/")},
      {"CLI11", std::regex("^CLI/")},
      {"nlohmann", std::regex("^nlohmann/")},
      {"SUNDIALS", std::regex("^(arkode|cvode|sundials|nvector|sunlinsol|sunmatrix)/")},
      {"OpenSSL", std::regex("^openssl/")},
      {"SQLite", std::regex("^sqlite3")},
      {"FFTW", std::regex("^fftw3")},
      {"librsvg", std::regex("^librsvg/")},
      {"cairo", std::regex("^cairo")},
      {"Random123", std::regex("^Random123/")},
      {"gemmi", std::regex("^gemmi/")},
      {"cpp-httplib", std::regex("^httplib")},
  };
  std::map<std::string, std::set<std::string>> users;
  for (const fs::path& file : files_below({"src", "apps"}, {".cpp", ".hpp"})) {
    for (const Include& include : includes_of(text_of(file))) {
      for (const auto& [library, pattern] : heavy) {
        if (!std::regex_search(include.name, pattern)) continue;
        users[library].insert(name_of(file));
        EXPECT_NE(file.extension(), ".hpp") << name_of(file) << " includes " << library;
      }
    }
  }
  for (const auto& [library, files] : users) {
    EXPECT_LE(files.size(), 1U) << library << " is included by " << testing::PrintToString(files);
  }
}

// Folders that hold what was built or run, not what is kept.
bool is_kept(const std::string& name) {
  for (const char* folder : {".git/", "build/", "results/", ".cache/"}) {
    if (name.starts_with(folder)) return false;
  }
  return name != "compile_commands.json" && name != ".git";  // a file in a second working tree
}

std::string personal_path(const std::string& text) {
  // In two pieces, so that this file does not name what it looks for.
  static const std::regex pattern(
      "(/ho"
      "me/|/wo"
      "rk/|/Us"
      "ers/|/ro"
      "ot/|[A-Z]:\\\\\\\\Us"
      "ers)[A-Za-z0-9_.-]*");
  std::smatch match;
  // Part of a longer relative path or address ("docs/home/x", "https://site/home/") is no absolute path.
  for (auto at = text.cbegin(); std::regex_search(at, text.cend(), match, pattern); at = match[0].second) {
    const auto before = match[0].first == text.cbegin() ? ' ' : *(match[0].first - 1);
    if (std::isalnum(static_cast<unsigned char>(before)) == 0 &&
        std::string("._-/}").find(before) == std::string::npos)
      return match.str();
  }
  return "";
}

TEST(Habits, no_kept_text_names_a_place_on_somebodys_machine) {
  std::size_t seen = 0;
  for (const auto& entry : fs::directory_iterator(project())) {
    std::vector<fs::path> files;
    const std::string name = name_of(entry.path());
    if (!is_kept(name + (entry.is_directory() ? "/" : ""))) continue;
    if (entry.is_directory()) {
      files = files_below({name}, {});
    } else if (entry.is_regular_file()) {
      files = {entry.path()};
    }
    for (const fs::path& file : files) {
      if (fs::file_size(file) > (1U << 20)) continue;
      const std::string text = text_of(file);
      if (text.find('\0') != std::string::npos) continue;
      ++seen;
      EXPECT_EQ(personal_path(text), "") << name_of(file);
    }
  }
  EXPECT_GT(seen, 30U);
}

TEST(Habits, the_search_for_places_finds_them_and_leaves_addresses_alone) {
  EXPECT_NE(personal_path("see /ho"
                          "me/ann/data.csv"),
            "");
  EXPECT_NE(personal_path("\"/wo"
                          "rk/x\""),
            "");
  EXPECT_EQ(personal_path("https://example.org/ho"
                          "me/page and docs/wo"
                          "rk/x"),
            "");
}

}  // namespace
}  // namespace azoo::house
