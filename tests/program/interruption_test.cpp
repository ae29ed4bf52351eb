// Runs that end before their end: killed, stopped by Ctrl-C, out of room. Nothing that was finished is lost,
// and the resumed run gives the bytes of one that was never stopped.
#include <sys/mount.h>

#include "program.hpp"

namespace azoo::program {
namespace {

class Interruption : public ProgramTest {
 protected:
  // 60 men and some tissue: about half a second, long enough to be met on the way.
  std::vector<std::string> trial(const std::string& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> all = {
        "--threads", "1", "--set", "sample.segments_per_testis=8", "--set", "sample.sites_around=12"};
    all.insert(all.end(), more.begin(), more.end());
    return small_trial(30, out, all);
  }
  fs::path journal() const { return folder / "out.partial/journal"; }

  // Starts the trial, waits for the records, ends it with the signal.
  Ended interrupted(int signal, int records, const std::vector<std::string>& more = {}) {
    Running running = start(trial("out", more));
    EXPECT_TRUE(wait_until([&] { return records_in(journal()) >= records; }));
    return running.end_with(signal);
  }

  // Resumes and compares with a run that was not stopped; returns run.json.
  std::string resumed(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = more;
    words.emplace_back("--resume");
    const Ended ended = azoo(trial("out", words));
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_FALSE(fs::exists(folder / "out.partial"));
    EXPECT_EQ(azoo(trial("whole")).status, 0);
    expect_same_results(folder / "whole", folder / "out");
    return content(folder / "out/run.json");
  }
};

TEST_F(Interruption, by_kill_loses_at_most_the_man_at_hand) {
  const Ended ended = interrupted(SIGKILL, 20);
  ASSERT_EQ(ended.signal, SIGKILL);
  EXPECT_FALSE(fs::exists(folder / "out"));
  const int kept = records_in(journal());
  const std::string run_json = resumed();
  const long long total = number_in(run_json, "places_total");
  const long long computed = number_in(run_json, "places_computed");
  EXPECT_GE(total, 60);
  EXPECT_EQ(number_in(run_json, "places_from_checkpoint") + computed, total);
  EXPECT_EQ(total, number_in(content(folder / "whole/run.json"), "places_total"));
  EXPECT_EQ(number_in(content(folder / "whole/run.json"), "places_computed"), total);
  // One record at most was torn; that is far below a tenth of the finished ones.
  EXPECT_GE(number_in(run_json, "places_from_checkpoint"), kept - 1);
}

TEST_F(Interruption, by_kill_again_and_again_still_ends_with_the_same_bytes) {
  ASSERT_EQ(interrupted(SIGKILL, 5).signal, SIGKILL);
  for (const int records : {15, 30, 45})
    ASSERT_EQ(interrupted(SIGKILL, records, {"--resume"}).signal, SIGKILL);
  const std::string run_json = resumed();
  EXPECT_LE(number_in(run_json, "places_computed"), number_in(run_json, "places_total") - 44);
}

TEST_F(Interruption, by_ctrl_c_says_how_to_go_on) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Ended ended = interrupted(signal, 10);
    EXPECT_EQ(ended.status, 3) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("stopped by a signal"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("--resume"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("out.partial"), std::string::npos) << ended.err;
    EXPECT_FALSE(fs::exists(folder / "out"));
    EXPECT_GE(records_in(journal()), 10);
    if (signal == SIGINT) fs::remove_all(folder / "out.partial");
  }
  const std::string run_json = resumed();
  EXPECT_GE(number_in(run_json, "places_from_checkpoint"), 10);
}

TEST_F(Interruption, is_not_resumed_as_something_else_and_not_begun_anew_unasked) {
  ASSERT_EQ(interrupted(SIGKILL, 10).signal, SIGKILL);
  const auto before = tree(folder);
  const std::vector<std::vector<std::string>> others = {{"--resume", "--seed", "5"},
                                                        {"--resume", "--set", "analysis.alpha=0.01"}};
  for (const auto& other : others) {
    const Ended ended = azoo(trial("out", other));
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find("an interrupted run of something else"), std::string::npos) << ended.err;
    EXPECT_EQ(tree(folder), before);
  }
  const Ended again = azoo(trial("out"));
  EXPECT_EQ(again.status, 2);
  EXPECT_NE(again.err.find("--resume to go on with it, or --force"), std::string::npos) << again.err;
  EXPECT_EQ(tree(folder), before);
  // With --force the checkpoint of another seed is not used.
  ASSERT_EQ(azoo(trial("out", {"--force", "--seed", "5"})).status, 0);
  EXPECT_EQ(number_in(content(folder / "out/run.json"), "places_from_checkpoint"), 0);
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
}

TEST_F(Interruption, with_a_torn_or_changed_journal_trusts_no_broken_record) {
  ASSERT_EQ(interrupted(SIGKILL, 20).signal, SIGKILL);
  const std::string whole = content(journal());
  const int kept = records_in(journal());
  // Cut in the middle of the last record.
  write(journal(), whole.substr(0, whole.rfind("record ") + 100));
  EXPECT_GE(number_in(resumed(), "places_from_checkpoint"), kept - 2);
  // A digit changed in the middle of the file: that record and those after it are computed again.
  const fs::path identity_backup = folder / "whole";
  fs::remove_all(folder / "out");
  fs::remove_all(identity_backup);
  ASSERT_EQ(interrupted(SIGKILL, 20).signal, SIGKILL);
  std::string changed = content(journal());
  const std::size_t middle = changed.find_first_of("0123456789", changed.size() / 2);
  changed[middle] = changed[middle] == '1' ? '2' : '1';
  write(journal(), changed);
  const long long used = number_in(resumed(), "places_from_checkpoint");
  EXPECT_GT(used, 0);
  EXPECT_LT(used, 19);
}

TEST_F(Interruption, while_another_run_writes_there_is_refused) {
  Running first = start(trial("out"));
  ASSERT_TRUE(wait_until([&] { return records_in(journal()) >= 2; }));
  for (const char* option : {"--resume", "--force"}) {
    const Ended second = azoo(trial("out", {option}));
    EXPECT_EQ(second.status, 2) << second.err;
    EXPECT_NE(second.err.find("another run is writing there"), std::string::npos) << second.err;
  }
  EXPECT_EQ(first.wait().status, 0);
  ASSERT_EQ(azoo(trial("whole")).status, 0);
  expect_same_results(folder / "whole", folder / "out");
}

TEST_F(Interruption, of_a_forced_run_leaves_the_earlier_results_whole) {
  ASSERT_EQ(azoo(small_trial(1, "out")).status, 0);
  const auto earlier = tree(folder / "out");
  const Ended ended = interrupted(SIGINT, 10, {"--force"});
  EXPECT_EQ(ended.status, 3);
  EXPECT_EQ(tree(folder / "out"), earlier);
  // The message says: the same command and --resume.
  (void)resumed({"--force"});
}

TEST_F(Interruption, by_the_largest_file_allowed_keeps_the_checkpoint) {
  // 20 kB: the journal gets too large on the way. 200 kB: the report does, after all men.
  for (const std::uint64_t bytes : {20'000u, 200'000u}) {
    SCOPED_TRACE(bytes);
    Settings settings;
    settings.largest_file = bytes;
    const Ended ended = azoo(trial("out"), settings);
    EXPECT_EQ(ended.status, 3) << ended.err;
    EXPECT_NE(ended.err.find("cannot write: File too large"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("--resume"), std::string::npos) << ended.err;
    EXPECT_FALSE(fs::exists(folder / "out"));
    const int kept = records_in(journal());
    EXPECT_GT(kept, 0);
    EXPECT_EQ(number_in(resumed(), "places_from_checkpoint"), kept);
    fs::remove_all(folder / "out");
    fs::remove_all(folder / "whole");
  }
}

TEST_F(Interruption, before_the_first_byte_can_be_written_leaves_nothing) {
  Settings settings;
  settings.largest_file = 0;
  // Standard error is a file too, so the message has no room either.
  EXPECT_EQ(azoo(trial("a/b/out"), settings).status, 2);
  EXPECT_EQ(names(tree(folder)), std::vector<std::string>{});
}

// A file system of its own, taken away with the test.
class SmallDisk {
 public:
  SmallDisk(const fs::path& at, const char* size) : at_(at) {
    fs::create_directories(at);
    mounted_ = ::mount("tmpfs", at.c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount(at_.c_str());
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  bool grow(const char* size) const {
    return ::mount("tmpfs", at_.c_str(), "tmpfs", MS_REMOUNT, (std::string("size=") + size).c_str()) == 0;
  }

 private:
  fs::path at_;
  bool mounted_ = false;
};

TEST_F(Interruption, by_a_full_disk_keeps_the_checkpoint) {
  const SmallDisk disk(folder / "disk", "40k");
  if (!disk.mounted()) GTEST_SKIP() << "no right to mount a small file system here";
  const Ended ended = azoo(trial("disk/out"));
  EXPECT_EQ(ended.status, 3) << ended.err;
  EXPECT_NE(ended.err.find("No space left on device"), std::string::npos) << ended.err;
  const int kept = records_in(folder / "disk/out.partial/journal");
  EXPECT_GT(kept, 0);
  EXPECT_FALSE(fs::exists(folder / "disk/out"));
  // Without more room it stops again and loses nothing.
  EXPECT_EQ(azoo(trial("disk/out", {"--resume"})).status, 3);
  EXPECT_GE(records_in(folder / "disk/out.partial/journal"), kept);
  ASSERT_TRUE(disk.grow("4m"));
  const Ended again = azoo(trial("disk/out", {"--resume"}));
  EXPECT_EQ(again.status, 0) << again.err;
  ASSERT_EQ(azoo(trial("whole")).status, 0);
  expect_same_results(folder / "whole", folder / "disk/out");
}

}  // namespace
}  // namespace azoo::program
