// The file of a state on its way: whole, or not used.
#include "study/state_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <stdexcept>
#include <string>

#include "core/files.hpp"
#include "core/problem.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class StateFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("azoo_state_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    file = folder_ / "0";
  }
  void TearDown() override { fs::remove_all(folder_); }

  void keep(const std::string& content, const std::string& owner = "mouse A001") const {
    write_state(file, owner, [&](std::ostream& out) { out << content; });
  }
  // What can be read back; "refused" when the state is not to be used.
  std::string read_back(const std::string& owner = "mouse A001") const {
    try {
      const auto in = open_state(file, owner);
      if (in == nullptr) return "none";
      std::string content{std::istreambuf_iterator<char>(*in), {}};
      (void)in->peek();
      return in->bad() ? "refused" : content;
    } catch (const std::runtime_error&) {
      return "refused";
    }
  }
  std::string bytes() const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void put(const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }

  fs::path file;

 private:
  fs::path folder_;
};

std::string noise(std::size_t size) {
  std::string text(size, '\0');
  std::uint32_t x = 1;
  for (char& c : text) c = static_cast<char>((x = x * 1664525U + 1013904223U) >> 24U);
  return text;
}

TEST_F(StateFile, gives_back_what_was_written) {
  EXPECT_EQ(read_back(), "none");
  constexpr std::size_t chunk = std::size_t{1} << 20;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{1000}, chunk - 1, chunk, chunk + 1, 3 * chunk + 17}) {
    keep(noise(size));
    EXPECT_TRUE(read_back() == noise(size)) << size;
  }
}

TEST_F(StateFile, with_any_byte_changed_or_cut_off_is_refused) {
  const std::string content = noise(301);
  keep(content);
  const std::string whole = bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    put(changed);
    EXPECT_EQ(read_back(), "refused") << "byte " << i;
    put(whole.substr(0, i));
    EXPECT_EQ(read_back(), "refused") << "cut off at " << i;
  }
  put(whole + "x");
  EXPECT_EQ(read_back(), "refused");
  put(whole);
  EXPECT_TRUE(read_back() == content);
}

TEST_F(StateFile, whose_chunks_have_changed_places_is_refused) {
  constexpr std::size_t chunk = std::size_t{1} << 20;
  keep(noise(2 * chunk));
  const std::string whole = bytes();
  const std::size_t head = whole.size() - 2 * (chunk + 16) - 16;
  put(whole.substr(0, head) + whole.substr(head + chunk + 16, chunk + 16) + whole.substr(head, chunk + 16) +
      whole.substr(whole.size() - 16));
  EXPECT_EQ(read_back(), "refused");
}

TEST_F(StateFile, of_another_owner_or_version_says_so) {
  keep("abc");
  EXPECT_EQ(read_back("mouse A002"), "refused");
  std::string older = bytes();
  older[older.find(' ', 5) + 1] = '1';
  put(older);
  try {
    (void)open_state(file, "mouse A001");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("another version"), std::string::npos) << error.what();
  }
}

TEST_F(StateFile, stays_as_it_was_when_the_next_one_cannot_be_written) {
  keep("before");
  EXPECT_THROW(write_state(file, "mouse A001",
                           [](std::ostream& out) {
                             out << "half";
                             throw std::logic_error("stopped on the way");
                           }),
               std::logic_error);
  EXPECT_EQ(read_back(), "before");
  EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1);
  // /dev/full takes no byte; a folder in the way lets no file be renamed.
  fs::remove(file);
  fs::create_symlink("/dev/full", file.string() + ".part");
  EXPECT_THROW(keep(noise(3 << 20)), Interrupted);
}

}  // namespace
}  // namespace azoo::study
