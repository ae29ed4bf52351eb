// The page of a docked pair in a browser, where there is one: the 3D view is drawn from the page alone, every
// button works, and without WebGL the page says so in words. Skipped without chromium, which the build does
// not need.
#include <unistd.h>

#include <fstream>

#include "core/files.hpp"
#include "docking_interface/made_result.hpp"
#include "program/browser.hpp"
#include "report/docking_page.hpp"
#include "report/structure_view.hpp"

namespace azoo::report {
namespace {

namespace fs = std::filesystem;
using program::chromium;

// Presses every button and writes what came of it into the title.
constexpr const char* probe = R"js(<script>
var faults = 0;
window.addEventListener('error', function () { ++faults; });
document.querySelectorAll('#view-3d button').forEach(function (button) {
  try { button.click(); } catch (fault) { ++faults; }
});
document.title = 'state ' + document.getElementById('view-3d').getAttribute('data-state') + ' faults ' + faults +
    ' loaded ' + performance.getEntriesByType('resource').length + ' viewer ' + typeof $3Dmol.createViewer +
    ' canvases ' + document.querySelectorAll('.view-stage canvas').length +
    ' wide ' + (document.documentElement.scrollWidth - innerWidth);
</script>)js";

class DockingBrowser : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(chromium)) GTEST_SKIP() << "no " << chromium << " here";
    folder_ = fs::path(testing::TempDir()) / ("azoo_docking_page_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    const docking::test::MadeRun run = docking::test::two_helices();
    DockingPageInput input = docking::test::page_input(run);
    Problems problems;
    input.viewer_script = viewer_script(data_folder(), problems);
    ASSERT_FALSE(problems.any());
    std::string page = docking_report_html(input, docking_figures(input));
    page.insert(page.rfind("</body>"), probe);
    std::ofstream(folder_ / "page.html", std::ios::binary) << page;
  }
  void TearDown() override {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  // The title tells what the probe found.
  program::BrowserPage open(const std::string& more) const {
    return program::open_in_browser(folder_ / "page.html", folder_, 500, 400, more);
  }
  fs::path folder_;
};

TEST_F(DockingBrowser, draws_the_pair_and_obeys_every_button_without_a_network) {
  const program::BrowserPage page = open("--enable-unsafe-swiftshader");
  const std::string title = page.title();
  EXPECT_NE(title.find("viewer function"), std::string::npos) << title;
  EXPECT_NE(title.find("faults 0"), std::string::npos) << title << page.log;
  EXPECT_NE(title.find("loaded 0"), std::string::npos) << title;
  EXPECT_LE(std::stoi(title.substr(title.find("wide ") + 5)), 0) << "something is wider than the window";
  EXPECT_NE(page.dom.find("id=\"interface-1-diagram-title\""), std::string::npos);
  EXPECT_EQ(page.log.find("Uncaught"), std::string::npos) << page.log;
  EXPECT_EQ(page.log.find("ERR_"), std::string::npos) << page.log;
  if (title.find("state no-webgl") != std::string::npos) GTEST_SKIP() << "this chromium offers no WebGL";
  EXPECT_NE(title.find("state drawn"), std::string::npos) << title;
  EXPECT_NE(title.find("canvases 1"), std::string::npos) << title;
  EXPECT_NE(page.dom.find("Cluster 2. Sticks:"), std::string::npos)
      << "the last pose that was asked for is told";
}

TEST_F(DockingBrowser, says_in_words_that_there_is_no_webgl) {
  const program::BrowserPage page = open("--disable-3d-apis");
  const std::string title = page.title();
  EXPECT_NE(title.find("state no-webgl"), std::string::npos) << title;
  EXPECT_NE(title.find("faults 0"), std::string::npos) << title;
  EXPECT_NE(page.dom.find("offers no WebGL"), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
