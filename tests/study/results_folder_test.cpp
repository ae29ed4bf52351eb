// The results folder: whole or absent, and never in the place of something else.
#include "study/results_folder.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

#include "core/problem.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    base_ = fs::path(testing::TempDir()) /
            (std::string("azoo_folder_") + testing::UnitTest::GetInstance()->current_test_info()->name() +
             std::to_string(::getpid()));
    fs::create_directories(base_);
    out_ = base_ / "out";
  }
  void TearDown() override { fs::remove_all(base_); }

  FolderRequest request(bool force = false, bool resume = false, const std::string& identity = "this") const {
    return {out_, force, resume, identity};
  }
  // A finished folder that holds the word.
  void finish(const std::string& word, bool force = false) const {
    ResultsFolder folder(request(force));
    for (const char* name : {"report.html", "analysis.csv"}) folder.append(name, word);
    folder.commit();
  }
  static std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static std::string refusal(const FolderRequest& request) {
    try {
      const ResultsFolder folder(request);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }

  fs::path base_;
  fs::path out_;
};

TEST_F(Folder, comes_into_being_with_commit_and_not_before) {
  {
    ResultsFolder folder(request());
    folder.append("visits.csv", "one,");
    folder.append("figures/a.svg", "<svg/>");
    folder.append("visits.csv", "two");
    EXPECT_FALSE(fs::exists(out_));
    folder.commit();
    EXPECT_EQ(content(out_ / "visits.csv"), "one,two");
    EXPECT_EQ(content(out_ / "figures/a.svg"), "<svg/>");
  }
  EXPECT_FALSE(fs::exists(partial_path(out_)));
  EXPECT_EQ(std::distance(fs::directory_iterator(base_), {}), 1);
}

TEST_F(Folder, given_up_keeps_its_partial_for_a_resume_of_the_same_only) {
  {
    ResultsFolder folder(request());
    std::ofstream(folder.journal_file()) << "records";
    folder.append("visits.csv", "half");
  }
  EXPECT_FALSE(fs::exists(out_));
  EXPECT_NE(refusal(request()).find("--resume to go on with it, or --force"), std::string::npos);
  EXPECT_NE(refusal(request(false, true, "that")).find("an interrupted run of something else"),
            std::string::npos);
  {
    ResultsFolder folder(request(false, true));
    EXPECT_EQ(content(folder.journal_file()), "records");
    folder.append("visits.csv", "whole");
    folder.commit();
  }
  EXPECT_EQ(content(out_ / "visits.csv"), "whole");
}

TEST_F(Folder, begun_anew_with_force_forgets_the_journal) {
  {
    const ResultsFolder folder(request());
    std::ofstream(folder.journal_file()) << "records";
  }
  const ResultsFolder folder(request(true, false, "that"));
  EXPECT_FALSE(fs::exists(folder.journal_file()));
}

TEST_F(Folder, that_cannot_be_resumed_leaves_nothing_when_given_up) {
  FolderRequest once = request();
  once.resumable = false;
  { const ResultsFolder folder(once); }
  EXPECT_TRUE(fs::is_empty(base_));
  {
    ResultsFolder folder(request());
    folder.discard();
  }
  EXPECT_TRUE(fs::is_empty(base_));
}

TEST_F(Folder, is_replaced_with_force_only_and_stands_until_then) {
  finish("old");
  EXPECT_NE(refusal(request()).find("--force to replace it"), std::string::npos);
  {
    ResultsFolder folder(request(true));
    folder.append("report.html", "new");
    EXPECT_EQ(content(out_ / "report.html"), "old");
    folder.commit();
  }
  EXPECT_EQ(content(out_ / "report.html"), "new");
  EXPECT_FALSE(fs::exists(out_ / "analysis.csv"));
  EXPECT_EQ(std::distance(fs::directory_iterator(base_), {}), 1);
}

TEST_F(Folder, with_something_else_is_not_replaced) {
  fs::create_directories(out_);
  std::ofstream(out_ / "thesis.txt") << "mine";
  EXPECT_NE(refusal(request(true)).find("something else than results"), std::string::npos);
  fs::remove_all(out_);
  std::ofstream(out_) << "mine";
  EXPECT_NE(refusal(request(true)).find("a file of that name"), std::string::npos);
  EXPECT_FALSE(fs::exists(partial_path(out_)));
}

TEST_F(Folder, with_the_input_in_it_is_not_replaced) {
  finish("old");
  for (const fs::path& input : {out_ / "mine.toml", out_ / ".." / "out" / "deep" / "x.csv", out_}) {
    FolderRequest one = request(true);
    one.inputs = {input};
    EXPECT_NE(refusal(one).find("holds the input"), std::string::npos) << input;
  }
  FolderRequest other = request(true);
  other.inputs = {base_ / "out2" / "mine.toml", base_ / "mine.toml"};
  EXPECT_EQ(refusal(other), "");
}

TEST_F(Folder, is_written_by_one_at_a_time) {
  const ResultsFolder first(request());
  EXPECT_NE(refusal(request(true)).find("another run is writing there"), std::string::npos);
  EXPECT_TRUE(fs::exists(first.journal_file().parent_path()));
}

TEST_F(Folder, below_a_file_or_where_nothing_can_be_written_leaves_no_trace) {
  std::ofstream(base_ / "file") << "mine";
  FolderRequest below = request();
  below.out = base_ / "file/out";
  EXPECT_NE(refusal(below).find("cannot be written"), std::string::npos);
  below.out = base_ / "new/deeper" / std::string(300, 'x');
  EXPECT_NE(refusal(below).find("cannot be written"), std::string::npos);
  EXPECT_FALSE(fs::exists(base_ / "new"));
}

TEST_F(Folder, may_be_named_with_a_slash_at_the_end) {
  FolderRequest slash = request();
  slash.out = out_.string() + "/";
  ResultsFolder folder(slash);
  folder.append("run.json", "{}");
  folder.commit();
  EXPECT_TRUE(fs::is_regular_file(out_ / "run.json"));
  EXPECT_EQ(partial_path(out_.string() + "/"), out_.string() + ".partial");
}

}  // namespace
}  // namespace azoo::study
