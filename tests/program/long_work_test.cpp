// Long work on one animal as a person at a terminal sees it: how far it is, Ctrl-C at any time, and going on.
#include <pty.h>
#include <sys/ioctl.h>

#include "program.hpp"

namespace azoo::program {
namespace {

// The program with a terminal for all its streams.
class Terminal {
 public:
  Terminal(const std::vector<std::string>& arguments, const fs::path& folder) {
    std::vector<std::string> words = {AZOO_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    winsize size{};
    size.ws_col = 70;
    size.ws_row = 24;
    child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (child_ == 0) {
      if (::chdir(folder.c_str()) != 0) ::_exit(125);
      ::execv(argv[0], argv.data());
      ::_exit(126);
    }
  }
  ~Terminal() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
    ::close(terminal_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // Reads until the text has been seen; false when the program ends before.
  bool sees(const std::string& text) {
    while (shown.find(text) == std::string::npos) {
      if (!read_more()) return false;
    }
    return true;
  }
  void press_ctrl_c() const { ASSERT_EQ(::write(terminal_, "\x03", 1), 1); }
  // Exit status.
  int end() {
    while (read_more()) {
    }
    int state = 0;
    ::waitpid(child_, &state, 0);
    child_ = -1;
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
  }

  std::string shown;

 private:
  bool read_more() {
    char buffer[4096];
    const ssize_t n = ::read(terminal_, buffer, sizeof buffer);
    if (n <= 0) return false;
    shown.append(buffer, static_cast<std::size_t>(n));
    return true;
  }

  int terminal_ = -1;
  pid_t child_ = -1;
};

class LongWork : public ProgramTest {
 protected:
  // One mouse of this many Sertoli cells for a hundred days.
  std::vector<std::string> mouse(const std::string& out, int sites,
                                 const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {
        "run", (project_folder() / "studies/normal-mouse.toml").string(), "--out", out, "--threads", "1"};
    for (const std::string& assignment :
         {std::string("group.0.sacrifice_d=[100]"), std::string("group.0.animals=1"),
          "testis.sample=" + std::to_string(sites), std::string("testis.segments=4"),
          std::string("testis.testes=\"left\""), std::string("histology.cross_sections=5")})
      words.insert(words.end(), {"--set", assignment});
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  fs::path state() const { return folder / "out.partial/state/0"; }
};

constexpr int some_sites = 20'000;   // about a second
constexpr int many_sites = 400'000;  // seconds to settle

TEST_F(LongWork, on_a_terminal_tells_the_day_the_share_and_the_time_left) {
  Terminal terminal(mouse("out", some_sites), folder);
  EXPECT_EQ(terminal.end(), 0) << terminal.shown;
  EXPECT_NE(terminal.shown.find("A001 settles"), std::string::npos) << terminal.shown;
  EXPECT_NE(terminal.shown.find(" of 100"), std::string::npos) << terminal.shown;
  EXPECT_NE(terminal.shown.find(" %, about "), std::string::npos) << terminal.shown;
  EXPECT_NE(terminal.shown.find(" left: A001 at day "), std::string::npos) << terminal.shown;
  // Each drawing fits the line, or the terminal would fill with them; the last one is wiped.
  const std::string drawn = terminal.shown.substr(0, terminal.shown.find("Simulated"));
  EXPECT_TRUE(drawn.ends_with("\r\x1B[K")) << drawn;
  for (std::size_t at = drawn.find('\r'); at != std::string::npos; at = drawn.find('\r', at + 1))
    EXPECT_LT(std::min(drawn.find('\r', at + 1), drawn.size()) - at - 4, 70U) << drawn.substr(at);
}

TEST_F(LongWork, away_from_a_terminal_or_quiet_tells_nothing_on_the_way) {
  EXPECT_EQ(azoo(mouse("out", some_sites)).err, "");
  Terminal terminal(mouse("quiet", some_sites, {"--quiet"}), folder);
  EXPECT_EQ(terminal.end(), 0);
  EXPECT_EQ(terminal.shown, "");
}

TEST_F(LongWork, stopped_by_ctrl_c_keeps_its_state_without_being_asked_and_goes_on_from_there) {
  Terminal first(mouse("out", some_sites), folder);
  ASSERT_TRUE(first.sees("A001 at day "));
  first.press_ctrl_c();
  EXPECT_EQ(first.end(), 3) << first.shown;
  EXPECT_NE(first.shown.find("Ctrl-C again ends at once"), std::string::npos) << first.shown;
  EXPECT_NE(first.shown.find("go on with the same command and --resume"), std::string::npos) << first.shown;
  EXPECT_TRUE(fs::exists(state()));
  Terminal second(mouse("out", some_sites, {"--resume"}), folder);
  EXPECT_EQ(second.end(), 0) << second.shown;
  EXPECT_EQ(second.shown.find("at day 0 of"), std::string::npos) << second.shown;
  EXPECT_EQ(second.shown.find("was not used"), std::string::npos) << second.shown;
  ASSERT_EQ(azoo(mouse("whole", some_sites)).status, 0);
  expect_same_results(folder / "whole", folder / "out");
}

// Were settling not abandoned, it would end first, and the state of day 0 would be kept.
TEST_F(LongWork, stopped_while_it_settles_is_abandoned_at_once) {
  Terminal terminal(mouse("out", many_sites), folder);
  ASSERT_TRUE(terminal.sees("A001 settles"));
  terminal.press_ctrl_c();
  EXPECT_EQ(terminal.end(), 3) << terminal.shown;
  EXPECT_EQ(terminal.shown.find("at day "), std::string::npos) << terminal.shown;
  EXPECT_NE(terminal.shown.find("--resume"), std::string::npos) << terminal.shown;
  EXPECT_TRUE(fs::exists(state().parent_path()));
  EXPECT_FALSE(fs::exists(state()));
}

TEST_F(LongWork, with_a_damaged_state_begins_anew_and_says_so) {
  ASSERT_EQ(azoo(mouse("whole", some_sites)).status, 0);
  for (const int damage : {0, 1, 2, 3}) {
    SCOPED_TRACE(damage);
    Running running = start(mouse("out", some_sites, {"--set", "checkpoint.every_d=5"}));
    ASSERT_TRUE(wait_until([&] { return fs::exists(state()); }));
    ASSERT_EQ(running.end_with(SIGKILL).signal, SIGKILL);
    std::string bytes = content(state());
    ASSERT_GT(bytes.size(), 100'000U);
    if (damage == 0) bytes.resize(bytes.size() / 2);
    if (damage == 1) bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    if (damage == 2) bytes = bytes.substr(0, 10) + "1" + bytes.substr(10);
    if (damage == 3) bytes.clear();
    write(state(), bytes);
    const Ended ended = azoo(mouse("out", some_sites, {"--set", "checkpoint.every_d=5", "--resume"}));
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("The kept state of A001 was not used"), std::string::npos) << ended.out;
    for (const char* file : {"animals.csv", "readouts.csv", "sections.csv"})
      EXPECT_TRUE(content(folder / "out" / file) == content(folder / "whole" / file)) << file;
    fs::remove_all(folder / "out");
  }
}

TEST_F(LongWork, whose_state_finds_no_room_stops_in_good_order) {
  Settings settings;
  settings.largest_file = 300'000;
  const Ended ended = azoo(mouse("out", some_sites, {"--set", "checkpoint.every_d=5"}), settings);
  EXPECT_EQ(ended.status, 3) << ended.err;
  EXPECT_NE(ended.err.find("cannot write: File too large"), std::string::npos) << ended.err;
  EXPECT_TRUE(fs::is_empty(state().parent_path()));
}

}  // namespace
}  // namespace azoo::program
