// Runs the built program as a user does: arguments in, exit status and both streams out; and folders to work
// in that vanish with the test.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace azoo::program {

namespace fs = std::filesystem;

inline fs::path project_folder() {
  return AZOO_PROJECT_DIR;
}

inline fs::path phase1() {
  return project_folder() / "studies/phase1-2024.toml";
}

inline std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// Every file below the folder with its bytes; folders with "/".
inline std::map<std::string, std::string> tree(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (entry.is_regular_file()) files[name] = content(entry.path());
    if (entry.is_directory()) files[name + "/"] = "";
  }
  return files;
}

inline std::vector<std::string> names(const std::map<std::string, std::string>& files) {
  std::vector<std::string> list;
  for (const auto& [name, bytes] : files) list.push_back(name);
  return list;
}

struct Ended {
  int status = -1;  // exit status; -1 when a signal ended the program
  int signal = 0;
  std::string out;
  std::string err;
};

struct Settings {
  fs::path folder = ".";                      // where the program is started
  std::map<std::string, std::string> set;     // environment
  std::optional<std::uint64_t> largest_file;  // RLIMIT_FSIZE, bytes
  std::string standard_output;                // a file instead of Ended::out
};

// A started program; killed and reaped when the test ends before it.
class Running {
 public:
  Running(const std::vector<std::string>& arguments, const Settings& settings, const fs::path& streams)
      : out_(settings.standard_output.empty() ? fs::path(streams.string() + ".out")
                                              : fs::path(settings.standard_output)),
        err_(streams.string() + ".err") {
    std::vector<std::string> words = {AZOO_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    child_ = ::fork();
    if (child_ == 0) become(argv, settings);
  }
  ~Running() {
    if (child_ > 0) end_with(SIGKILL);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void send(int signal) const { ::kill(child_, signal); }
  Ended wait() {
    int state = 0;
    while (::waitpid(child_, &state, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
    Ended ended;
    if (WIFEXITED(state)) ended.status = WEXITSTATUS(state);
    if (WIFSIGNALED(state)) ended.signal = WTERMSIG(state);
    ended.out = fs::is_regular_file(out_) ? content(out_) : "";
    ended.err = content(err_);
    return ended;
  }
  Ended end_with(int signal) {
    send(signal);
    return wait();
  }

 private:
  // In the child: only calls that are safe after a fork.
  [[noreturn]] void become(const std::vector<char*>& argv, const Settings& settings) const {
    if (::chdir(settings.folder.c_str()) != 0) ::_exit(125);
    for (const auto& [name, value] : settings.set) ::setenv(name.c_str(), value.c_str(), 1);
    const int nothing = ::open("/dev/null", O_RDONLY);
    const int out = ::open(out_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    const int err = ::open(err_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ::dup2(nothing, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    if (settings.largest_file) {
      const rlimit limit{*settings.largest_file, *settings.largest_file};
      if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(125);
    }
    ::execv(argv[0], argv.data());
    ::_exit(126);
  }

  fs::path out_;
  fs::path err_;
  pid_t child_ = -1;
};

// A test with a folder of its own. Streams go to a second folder, so that "nothing was written" can be read
// off the first.
class ProgramTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    base_ = fs::path(testing::TempDir()) / (std::string("azoo_") + info->test_suite_name() + "_" +
                                            info->name() + "_" + std::to_string(::getpid()));
    folder = base_ / "work";
    fs::create_directories(folder);
  }
  void TearDown() override {
    std::error_code error;
    fs::remove_all(base_, error);
  }

  Running start(const std::vector<std::string>& arguments, Settings settings = {}) {
    if (settings.folder == ".") settings.folder = folder;
    return Running(arguments, settings, base_ / ("stream" + std::to_string(runs_++)));
  }
  Ended azoo(const std::vector<std::string>& arguments, const Settings& settings = {}) {
    return start(arguments, settings).wait();
  }

  fs::path folder;

 private:
  fs::path base_;
  int runs_ = 0;
};

// The published trial with fewer men and little tissue: some hundredths of a second.
inline std::vector<std::string> small_trial(int men_per_arm, const std::string& out,
                                            const std::vector<std::string>& more = {}) {
  const auto men = [](int n) { return std::to_string(n); };
  std::vector<std::string> words = {"run", phase1().string(), "--out", out};
  for (const std::string& assignment :
       {"arm.0.size=" + men(men_per_arm), "arm.1.size=" + men(men_per_arm),
        "screening.enrolled=" + men(2 * men_per_arm), "screening.screened=" + men(2 * men_per_arm + 2),
        std::string("sample.segments_per_testis=2"), std::string("sample.sites_around=6"),
        std::string("sample.sites_along=3")}) {
    words.emplace_back("--set");
    words.push_back(assignment);
  }
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// run.json without what may differ between two identical runs.
inline std::string without_execution(const std::string& run_json) {
  const std::size_t begin = run_json.find("\"execution\"");
  return begin == std::string::npos ? run_json : run_json.substr(0, begin);
}

inline long long number_in(const std::string& json, const std::string& key) {
  const std::size_t at = json.find("\"" + key + "\": ");
  return at == std::string::npos ? -1 : std::stoll(json.substr(at + key.size() + 4));
}

// All files of both results folders, byte by byte, but for the execution.
inline void expect_same_results(const fs::path& a, const fs::path& b) {
  auto first = tree(a);
  auto second = tree(b);
  ASSERT_FALSE(first.empty());
  EXPECT_EQ(names(first), names(second));
  for (auto* files : {&first, &second}) {
    EXPECT_NE((*files)["run.json"].find("\"execution\""), std::string::npos);
    (*files)["run.json"] = without_execution((*files)["run.json"]);
  }
  for (const auto& [name, bytes] : first) EXPECT_TRUE(second[name] == bytes) << name << " differs";
}

// Whole records in a journal, told by their header lines.
inline int records_in(const fs::path& journal) {
  const std::string bytes = content(journal);
  int records = 0;
  for (std::size_t at = bytes.find("record "); at != std::string::npos; at = bytes.find("record ", at + 1))
    ++records;
  return records;
}

// Waits until the condition holds; false after ten seconds.
inline bool wait_until(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace azoo::program
