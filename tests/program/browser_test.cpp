// The report of animals in a browser, where there is one: every section is there without a network, no
// message on the console, nothing wider than the window. Skipped without chromium, which the build does not
// need.
#include <algorithm>

#include "program.hpp"

namespace azoo::program {
namespace {

constexpr const char* chromium = "/usr/bin/chromium";

class Browser : public ProgramTest {
 protected:
  // The page as the browser made it, and what it wrote, the console's messages among it. No host is found:
  // what the page would load from elsewhere fails, which the console tells.
  struct Page {
    std::string dom;
    std::string log;
  };
  Page open(const fs::path& page, int width) const {
    const auto quoted = [](const fs::path& path) { return "'" + path.string() + "'"; };
    const std::string command =
        "timeout 120 " + std::string(chromium) +
        " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync --disable-extensions --enable-logging=stderr"
        " --host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir=" +
        quoted(folder / "profile") + " --window-size=" + std::to_string(width) + ",900 --dump-dom 'file://" +
        page.string() + "' > " + quoted(folder / "dom.html") + " 2> " + quoted(folder / "log.txt");
    EXPECT_EQ(std::system(command.c_str()), 0) << content(folder / "log.txt");
    return {content(folder / "dom.html"), content(folder / "log.txt")};
  }
};

TEST_F(Browser, shows_the_whole_report_of_an_animal_study_without_a_network) {
  if (!fs::exists(chromium)) GTEST_SKIP() << "no " << chromium << " here";
  std::vector<std::string> words = {"run", (project_folder() / "studies/busulfan-mouse.toml").string(),
                                    "--out", "out"};
  for (const char* group : {"0", "1", "2", "3"})
    words.insert(words.end(), {"--set", std::string("group.") + group + ".animals=1"});
  words.insert(words.end(), {"--set", "testis.sample=4000", "--set", "testis.segments=4"});
  const Ended ended = azoo(words);
  ASSERT_EQ(ended.status, 0) << ended.err;
  // The page is static; a script in a copy of it measures how wide it came out.
  std::string html = content(folder / "out/report.html");
  const std::size_t end = html.rfind("</body>");
  ASSERT_NE(end, std::string::npos);
  html.insert(end,
              "<script>document.title='width '+(document.documentElement.scrollWidth-innerWidth)</script>");
  write(folder / "measured.html", html);
  for (const int width : {1280, 500}) {
    SCOPED_TRACE(width);
    const Page page = open(folder / "measured.html", width);
    for (const char* section : {"question", "done", "courses", "means", "dose", "stage-section", "histology",
                                "arrive", "assumptions", "repeat", "reading"})
      EXPECT_NE(page.dom.find(std::string("id=\"") + section + "\""), std::string::npos) << section;
    EXPECT_NE(page.dom.find("not for patient care"), std::string::npos);
    EXPECT_EQ(page.log.find("CONSOLE"), std::string::npos) << page.log;
    const std::size_t at = page.dom.find("<title>width ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_LE(std::stoi(page.dom.substr(at + 13)), 0) << "something is wider than the window";
  }
}

}  // namespace
}  // namespace azoo::program
