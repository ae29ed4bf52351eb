// Every header stands alone: it compiles by itself, with nothing included before it.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>

#include "house/source_tree.hpp"

namespace azoo::house {
namespace {

// Compiles one header alone; the compiler's words, empty when it is content.
std::string complaint(const fs::path& header, const fs::path& messages) {
  const std::string command = "g++ -std=c++20 -fsyntax-only -Wall -Wextra -I '" +
                              (project() / "src").string() + "' -include '" + header.string() +
                              "' -x c++ /dev/null > '" + messages.string() + "' 2>&1";
  const int status = std::system(command.c_str());
  const std::string words = text_of(messages);
  return status == 0 && words.empty() ? "" : words + "(status " + std::to_string(status) + ")";
}

std::vector<std::string> complaints(const std::vector<fs::path>& headers) {
  std::string name = (fs::temp_directory_path() / "azoo_headers_XXXXXX").string();
  const fs::path folder = ::mkdtemp(name.data());
  std::vector<std::string> found;
  std::mutex guard;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < headers.size(); i = next++) {
      const std::string words = complaint(headers[i], folder / std::to_string(i));
      const std::lock_guard lock(guard);
      if (!words.empty()) found.push_back(headers[i].string() + "\n" + words);
    }
  };
  std::thread other(work);
  work();
  other.join();
  fs::remove_all(folder);
  return found;
}

TEST(Headers, each_compiles_by_itself) {
  const auto headers = files_below({"src"}, {".hpp"});
  ASSERT_GT(headers.size(), 10U);
  for (const std::string& words : complaints(headers)) ADD_FAILURE() << words;
}

TEST(Headers, one_that_leans_on_another_is_caught) {
  std::string name = (fs::temp_directory_path() / "azoo_leaning_XXXXXX").string();
  const fs::path folder = ::mkdtemp(name.data());
  std::ofstream(folder / "leaning.hpp") << "#pragma once\nstd::string word();\n";
  std::ofstream(folder / "standing.hpp") << "#pragma once\n#include <string>\nstd::string word();\n";
  EXPECT_EQ(complaints({folder / "leaning.hpp", folder / "standing.hpp"}).size(), 1U);
  fs::remove_all(folder);
}

TEST(Headers, each_opens_with_a_paragraph_and_is_guarded) {
  for (const fs::path& header : files_below({"src"}, {".hpp"})) {
    const std::string text = text_of(header);
    EXPECT_TRUE(text.starts_with("// ")) << name_of(header) << " says nothing about its purpose";
    EXPECT_NE(text.find("#pragma once"), std::string::npos) << name_of(header);
  }
}

}  // namespace
}  // namespace azoo::house
