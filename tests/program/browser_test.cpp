// The report of animals in a browser, where there is one: every section is there without a network, no
// message on the console, nothing wider than the window. Skipped without chromium, which the build does not
// need.
#include <algorithm>

#include "browser.hpp"
#include "program.hpp"

namespace azoo::program {
namespace {

class Browser : public ProgramTest {};

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
    const BrowserPage page = open_in_browser(folder / "measured.html", folder, width, 900);
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
