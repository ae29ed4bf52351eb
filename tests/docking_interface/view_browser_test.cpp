// The page of a docked pair in a browser, where there is one: the 3D view is drawn from the page alone, every
// button works, and without WebGL the page says so in words. Skipped without chromium, which the build does
// not need.
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "core/files.hpp"
#include "docking_interface/made_result.hpp"
#include "report/docking_page.hpp"
#include "report/structure_view.hpp"

namespace azoo::report {
namespace {

namespace fs = std::filesystem;
constexpr const char* chromium = "/usr/bin/chromium";

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
  std::string text(const char* name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // The title after the probe; the page and the log stay to be read.
  std::string open(const std::string& more) const {
    const std::string command =
        "timeout 170 " + std::string(chromium) +
        " --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync --disable-extensions --enable-logging=stderr"
        " --host-resolver-rules='MAP * ~NOTFOUND' --window-size=500,400 --user-data-dir='" +
        (folder_ / "profile").string() + "' " + more + " --dump-dom 'file://" +
        (folder_ / "page.html").string() + "' > '" + (folder_ / "dom.html").string() + "' 2> '" +
        (folder_ / "log.txt").string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << text("log.txt");
    const std::string dom = text("dom.html");
    const std::size_t at = dom.find("<title>");
    return at == std::string::npos ? "" : dom.substr(at + 7, dom.find("</title>") - at - 7);
  }
  fs::path folder_;
};

TEST_F(DockingBrowser, draws_the_pair_and_obeys_every_button_without_a_network) {
  const std::string title = open("--enable-unsafe-swiftshader");
  EXPECT_NE(title.find("viewer function"), std::string::npos) << title;
  EXPECT_NE(title.find("faults 0"), std::string::npos) << title << text("log.txt");
  EXPECT_NE(title.find("loaded 0"), std::string::npos) << title;
  EXPECT_LE(std::stoi(title.substr(title.find("wide ") + 5)), 0) << "something is wider than the window";
  const std::string dom = text("dom.html");
  EXPECT_NE(dom.find("id=\"interface-1-diagram-title\""), std::string::npos);
  EXPECT_EQ(text("log.txt").find("Uncaught"), std::string::npos) << text("log.txt");
  EXPECT_EQ(text("log.txt").find("ERR_"), std::string::npos) << text("log.txt");
  if (title.find("state no-webgl") != std::string::npos) GTEST_SKIP() << "this chromium offers no WebGL";
  EXPECT_NE(title.find("state drawn"), std::string::npos) << title;
  EXPECT_NE(title.find("canvases 1"), std::string::npos) << title;
  EXPECT_NE(dom.find("Cluster 2. Sticks:"), std::string::npos) << "the last pose that was asked for is told";
}

TEST_F(DockingBrowser, says_in_words_that_there_is_no_webgl) {
  const std::string title = open("--disable-3d-apis");
  EXPECT_NE(title.find("state no-webgl"), std::string::npos) << title;
  EXPECT_NE(title.find("faults 0"), std::string::npos) << title;
  EXPECT_NE(text("dom.html").find("offers no WebGL"), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
