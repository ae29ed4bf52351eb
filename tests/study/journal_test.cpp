// The checkpoint of a run: what was written comes back, what is broken does not.
#include "study/journal.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "core/problem.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class JournalFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("azoo_journal_") + testing::UnitTest::GetInstance()->current_test_info()->name() +
               std::to_string(::getpid()));
    fs::create_directories(folder_);
    file_ = folder_ / "journal";
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string bytes() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void set_bytes(const std::string& text) const { std::ofstream(file_, std::ios::binary) << text; }
  // Three records: keys (0,0), (0,1), (1,0).
  void begin() const {
    Journal journal(file_);
    journal.append({0, 0}, "first");
    journal.append({0, 1},
                   std::string(1000, 'x') + "\nrecord 0 0 5 looks like a header\n" + std::string(3, '\0'));
    journal.append({1, 0}, "third");
  }

  fs::path folder_;
  fs::path file_;
};

TEST_F(JournalFile, gives_back_what_was_appended_also_when_opened_again) {
  begin();
  const Journal journal(file_);
  EXPECT_EQ(journal.size(), 3u);
  EXPECT_EQ(journal.size_below(1), 2u);
  EXPECT_EQ(journal.read({0, 0}), "first");
  EXPECT_EQ(journal.read({0, 1})->size(), 1000u + 34u + 3u);
  EXPECT_EQ(journal.read({1, 0}), "third");
  EXPECT_FALSE(journal.has({1, 1}));
  EXPECT_FALSE(journal.read({1, 1}));
}

TEST_F(JournalFile, cut_anywhere_keeps_the_whole_records_before_the_cut) {
  std::vector<std::size_t> ends;
  {
    Journal journal(file_);
    for (const char* payload : {"a", "bb", "ccc"}) {
      journal.append({static_cast<int>(ends.size()), 0}, payload);
      ends.push_back(bytes().size());
    }
  }
  const std::string text = bytes();
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    set_bytes(text.substr(0, cut));
    const Journal journal(file_);
    const auto kept = static_cast<std::size_t>(
        std::count_if(ends.begin(), ends.end(), [cut](std::size_t end) { return end <= cut; }));
    EXPECT_EQ(journal.size(), kept) << cut;
    EXPECT_EQ(bytes().size(), kept == 0 ? 0 : ends[kept - 1]) << cut;
  }
}

TEST_F(JournalFile, with_any_byte_changed_gives_back_no_changed_record) {
  {
    Journal journal(file_);
    journal.append({0, 0}, "first");
    journal.append({0, 1}, "second");
  }
  const std::string text = bytes();
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    set_bytes(changed);
    const Journal journal(file_);
    const bool in_first = at < text.size() / 2;
    EXPECT_EQ(journal.size(), in_first ? 0u : 1u) << at;
    EXPECT_EQ(journal.read({0, 0}).value_or("none"), in_first ? "none" : "first") << at;
  }
}

TEST_F(JournalFile, of_rubbish_begins_empty_and_can_be_appended_to) {
  for (const std::string& rubbish :
       {std::string(500, 'z'), std::string(500, '\0'),
        "record         0         0           -1 0000000000000000" + std::string(400, ' '),
        "record         0         0 99999999999 0000000000000000" + std::string(400, ' ')}) {
    set_bytes(rubbish);
    {
      Journal journal(file_);
      EXPECT_EQ(journal.size(), 0u);
      journal.append({2, 3}, "sound");
    }
    EXPECT_EQ(Journal(file_).read({2, 3}), "sound");
  }
}

TEST_F(JournalFile, takes_records_from_several_threads) {
  {
    Journal journal(file_);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&journal, t] {
        for (int place = 0; place < 50; ++place)
          journal.append({t, place}, std::string(static_cast<std::size_t>(place), 'p'));
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  const Journal journal(file_);
  EXPECT_EQ(journal.size(), 200u);
  for (int t = 0; t < 4; ++t) EXPECT_EQ(journal.read({t, 49})->size(), 49u);
}

TEST_F(JournalFile, without_room_says_so_and_keeps_what_was_there) {
  const auto earlier = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
  {
    Journal journal(file_);
    journal.append({0, 0}, "first");
    const rlimit small{200, limit.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    EXPECT_THROW(journal.append({0, 1}, std::string(500, 'x')), Interrupted);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    EXPECT_FALSE(journal.has({0, 1}));
    journal.append({0, 2}, "after");
  }
  std::signal(SIGXFSZ, earlier);
  const Journal journal(file_);
  EXPECT_EQ(journal.size(), 2u);
  EXPECT_EQ(journal.read({0, 2}), "after");
}

TEST_F(JournalFile, that_cannot_be_opened_says_so) {
  EXPECT_THROW(Journal(folder_ / "none/journal"), Interrupted);
}

}  // namespace
}  // namespace azoo::study
