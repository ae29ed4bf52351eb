#include "core/files.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace azoo {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "azoo_files_XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  ~Files() override { fs::remove_all(folder); }

  // The message of the problem that reading gives; "" when it reads.
  static std::string reading_problem(const fs::path& path) {
    Problems problems;
    return read_file(path, problems) ? "" : to_text(problems.list().at(0));
  }
  static std::string content(const fs::path& path) {
    Problems problems;
    return read_file(path, problems).value_or("unreadable");
  }
  [[nodiscard]] long entries() const {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
  }

  fs::path folder;
};

// Holds files of this process to `bytes` while it lives: what a full disk looks like from inside.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    before_signal_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, before_signal_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*before_signal_)(int) = nullptr;
};

TEST_F(Files, a_written_file_reads_back_byte_for_byte) {
  std::string bytes(200000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 131 % 256);
  write_file(folder / "x", bytes);
  EXPECT_EQ(content(folder / "x"), bytes);
  write_file(folder / "x", "");
  EXPECT_EQ(content(folder / "x"), "");
  EXPECT_EQ(entries(), 1);
}

TEST_F(Files, a_full_disk_is_an_interruption_and_keeps_the_earlier_file) {
  write_file(folder / "x", "earlier");
  {
    const FileSizeLimit limit(4096);
    EXPECT_THROW(write_file(folder / "x", std::string(100000, 'y')), Interrupted);
  }
  EXPECT_EQ(content(folder / "x"), "earlier");
  EXPECT_EQ(entries(), 1) << "a temporary file was left behind";
}

TEST_F(Files, a_target_that_cannot_be_replaced_leaves_nothing_behind) {
  fs::create_directory(folder / "taken");
  EXPECT_THROW(write_file(folder / "taken", "text"), Interrupted);
  EXPECT_THROW(write_file(folder / "no" / "such" / "folder", "text"), Interrupted);
  EXPECT_EQ(entries(), 1);
}

TEST_F(Files, says_why_a_file_cannot_be_read) {
  EXPECT_NE(reading_problem(folder / "absent").find("no such file"), std::string::npos);
  EXPECT_NE(reading_problem(folder).find("a directory"), std::string::npos);
  EXPECT_NE(reading_problem("/dev/zero").find("a device or pipe"), std::string::npos);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_NE(reading_problem(folder / "pipe").find("a device or pipe"), std::string::npos);
  std::ofstream(folder / "file") << "x";
  EXPECT_NE(reading_problem(folder / "file" / "below").find("unreadable"), std::string::npos);
  fs::create_symlink("loop", folder / "loop");
  EXPECT_NE(reading_problem(folder / "loop").find("unreadable"), std::string::npos);
}

TEST_F(Files, a_file_above_one_gibibyte_is_refused_without_being_read) {
  std::ofstream(folder / "huge").put('x');
  fs::resize_file(folder / "huge", (std::uintmax_t{1} << 30) + 1);  // sparse: takes no space
  EXPECT_NE(reading_problem(folder / "huge").find("more than 1 GiB"), std::string::npos);
}

TEST_F(Files, a_file_whose_size_is_unknown_beforehand_is_read) {
  EXPECT_NE(content("/proc/self/status").find("Pid:"), std::string::npos);
}

TEST(Text, accepts_utf8_and_refuses_everything_else) {
  using std::string_literals::operator""s;
  EXPECT_TRUE(is_text(""));
  EXPECT_TRUE(is_text("plain\t\r\n"));
  EXPECT_TRUE(is_text("µm é 漢 \U0001F9EC \U0010FFFF"));
  for (const std::string& wrong :
       {"\0"s, "\x1b"s, "\x7f"s, "\x80"s, "\xC0\x80"s, "\xC3"s, "\xE2\x82"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s,
        "\xF0\x80\x80\x80"s, "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "a\xFFz"s}) {
    EXPECT_FALSE(is_text(wrong));
  }
}

// FIPS 180-4 examples (NIST, "abc" and the 56-byte message) and the digest of nothing.
TEST(Sha256, gives_the_known_answers) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace azoo
