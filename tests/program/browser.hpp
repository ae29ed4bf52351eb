// A page in a headless browser without a network, for tests of what a page shows and does. Tests skip without
// chromium, which the build does not need.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace azoo::program {

inline constexpr const char* chromium = "/usr/bin/chromium";

// The page as the browser made it, and what it wrote, the console's messages among it.
struct BrowserPage {
  std::string dom;
  std::string log;
  [[nodiscard]] std::string title() const {
    const std::size_t at = dom.find("<title>");
    return at == std::string::npos ? "" : dom.substr(at + 7, dom.find("</title>") - at - 7);
  }
};

// No host is found: what the page would load from elsewhere fails, which the console tells. Profile, page and
// log are left in `work`.
inline BrowserPage open_in_browser(const std::filesystem::path& page, const std::filesystem::path& work,
                                   int width, int height, const std::string& more = "") {
  const auto quoted = [](const std::filesystem::path& path) { return "'" + path.string() + "'"; };
  const auto content = [](const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
  };
  const std::filesystem::path dom = work / "dom.html", log = work / "log.txt";
  const std::string command =
      "timeout 170 " + std::string(chromium) +
      " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
      " --disable-component-update --disable-sync --disable-extensions --enable-logging=stderr"
      " --host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir=" +
      quoted(work / "profile") + " --window-size=" + std::to_string(width) + "," + std::to_string(height) +
      " " + more + " --dump-dom 'file://" + page.string() + "' > " + quoted(dom) + " 2> " + quoted(log);
  EXPECT_EQ(std::system(command.c_str()), 0) << content(log);
  return {content(dom), content(log)};
}

}  // namespace azoo::program
