// The page of a screen in a browser, where there is one: without a network every section is there, nothing
// complains, nothing is wider than the window, and the slider of the network shows fewer pairs the further it
// is moved. Skipped without chromium, which the build does not need.
#include "docking_screen_study/made_screen.hpp"
#include "program/browser.hpp"
#include "program/program.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;
using program::BrowserPage;
using program::chromium;

class ScreenInBrowser : public fixture::MadeScreen {};

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return "";
  return text.substr(at + begin.size(), text.find(end, at + begin.size()) - at - begin.size());
}

TEST_F(ScreenInBrowser, shows_the_whole_page_and_moves_the_network_without_a_network) {
  if (!fs::exists(chromium)) GTEST_SKIP() << "no " << chromium << " here";
  study();
  fixture::StandIn docker;
  docker.chance = [](double score, double, double) {
    return screen::AgainstChance{-score / 10.0, 0.04, 0.001};
  };
  (void)run_screen(request("out"), docker.tools());
  // A script in a copy of the page measures it, moves the slider to its ends and touches a node.
  std::string html = program::content(folder / "out/report.html");
  html.insert(html.rfind("</body>"), R"(<script>
    var box = document.getElementById('network-box'), slider = document.getElementById('network-slider');
    function shown(value) { slider.value = value; slider.dispatchEvent(new Event('input')); return box.getAttribute('data-shown'); }
    var first = box.getAttribute('data-shown'), all = shown(0), some = shown(600), least = shown(1000);
    var arrangement = document.getElementById('network-arrangement');
    arrangement.value = 'rings'; arrangement.dispatchEvent(new Event('change'));
    document.title = 'measured width=' + (document.documentElement.scrollWidth - innerWidth) + ' first=' + first +
      ' all=' + all + ' some=' + some + ' least=' + least + ' canvases=' + box.querySelectorAll('canvas').length + '.';
  </script>)");
  program::write(folder / "measured.html", html);
  for (const int width : {1280, 500}) {
    SCOPED_TRACE(width);
    const BrowserPage page = program::open_in_browser(folder / "measured.html", folder, width, 900);
    for (const char* section : {"question", "structures", "matrix", "chance", "ranking", "printed-section",
                                "network", "search", "assumptions", "repeat", "reading"})
      EXPECT_NE(page.dom.find(std::string("id=\"") + section + "\""), std::string::npos) << section;
    EXPECT_EQ(page.log.find("CONSOLE"), std::string::npos) << page.log;
    const std::string title = between(page.dom, "<title>measured ", ".</title>");
    ASSERT_NE(title, "");
    EXPECT_LE(std::stoi(between(title, "width=", " ")), 0) << "something is wider than the window";
    EXPECT_EQ(between(title, "all=", " "), "4") << title;
    EXPECT_EQ(between(title, "some=", " "), "2") << title;  // z 1.4, 1.8 | 2.8, 3.2
    EXPECT_EQ(between(title, "least=", " "), "1") << title;
    EXPECT_NE(title.find("canvases=3"), std::string::npos) << title;
    EXPECT_NE(page.dom.find("1 of 4 pairs with z of at least 3.2"), std::string::npos);
  }
}

}  // namespace
}  // namespace azoo::study
