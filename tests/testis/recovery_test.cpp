// What comes back after a loss: stem cells find their density again from below and from above with no limit
// set on them, sperm come no sooner than the kinetics allow, and without stem cells nothing comes at all.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "testis/epididymis.hpp"
#include "testis/rodent.hpp"

namespace azoo::testis {
namespace {

constexpr int pieces = 12;
constexpr int rows = 400;  // 144,000 sites of the mouse: 3,000 GFRa1+ cells, 100 in a niche of 800 um
constexpr unsigned threads = 2;

double gfra1(const Sheet& sheet) {
  const Totals now = sheet.totals();
  return now.stem[0] + now.stem[1] + now.stem[2];
}

// Mean GFRa1+ cells over the next days.
double mean_gfra1(Sheet& sheet, const SegmentConditions& conditions, int days) {
  double mean = 0.0;
  for (int day = 0; day < days; ++day) {
    sheet.step(everywhere(pieces, conditions), threads);
    mean += gfra1(sheet) / days;
  }
  return mean;
}

// One settled mouse, its usual number of GFRa1+ cells, and courses that all start from it.
class StemCellRegulation : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Sheet sheet = rodent_sheet(mouse(), pieces, rows, 21);
    sheet.settle(everywhere(pieces), threads);
    std::stringstream state;
    sheet.save(state);
    settled_ = state.str();
    usual_ = mean_gfra1(sheet, {}, 120);
  }
  static const Species& mouse() {
    static const Species species = rodent("mouse");
    return species;
  }
  static Sheet start() {
    Sheet sheet = rodent_sheet(mouse(), pieces, rows, 21);
    std::stringstream state(settled_);
    sheet.load(state);
    return sheet;
  }
  static Sheet after_loss(double survival) {
    Sheet sheet = start();
    AcuteInjury injury;
    injury.stem_survival.fill(survival);
    sheet.injure_all(injury);
    return sheet;
  }
  // Means over 28 d, relative to the usual number.
  static std::vector<double> course(Sheet& sheet, const SegmentConditions& conditions, int months) {
    std::vector<double> means;
    for (int month = 0; month < months; ++month) {
      means.push_back(mean_gfra1(sheet, conditions, 28) / usual_);
    }
    return means;
  }
  static std::string settled_;
  static double usual_;
};
std::string StemCellRegulation::settled_;
double StemCellRegulation::usual_ = 0.0;

// A number of 3,000 cells in clones wanders by 3 to 4 %, a mean of 28 d by 3 %.
constexpr double wander = 0.1;

TEST_F(StemCellRegulation, brings_the_number_back_after_a_loss_of_seventy_percent) {
  Sheet sheet = after_loss(0.3);
  EXPECT_NEAR(gfra1(sheet) / usual_, 0.3, 0.05);
  const std::vector<double> means = course(sheet, {}, 6);
  EXPECT_LT(means[0], 0.75);
  EXPECT_GT(means[1], means[0]);
  for (std::size_t month = 1; month < means.size(); ++month) {
    EXPECT_GT(means[month], means[month - 1] - wander) << month;
    EXPECT_LT(means[month], 1.0 + wander) << month;  // no overshoot
  }
  EXPECT_NEAR(means[4], 1.0, wander);
  EXPECT_NEAR(means[5], 1.0, wander);
}

TEST_F(StemCellRegulation, brings_the_number_back_after_a_loss_of_ninety_five_percent) {
  // Slower: stretches of tubule without a stem cell have to be settled from their ends.
  Sheet sheet = after_loss(0.05);
  EXPECT_NEAR(gfra1(sheet) / usual_, 0.05, 0.025);
  const std::vector<double> means = course(sheet, {}, 18);
  for (std::size_t month = 1; month < means.size(); ++month) {
    EXPECT_GT(means[month], means[month - 1] - wander) << month;
    EXPECT_LT(means[month], 1.0 + wander) << month;
  }
  EXPECT_LT(means[2], 0.7);
  EXPECT_GT(means[8], 0.65);
  double late = 0.0;
  for (std::size_t month = 14; month < 18; ++month) late += means[month] / 4.0;
  // Both means wander, and some stretches may still be empty: seen are 0.87 to 1.0.
  EXPECT_NEAR(late, 1.0, 0.15);
}

TEST_F(StemCellRegulation, doubles_with_the_supply_of_mitogen_and_falls_back_with_it) {
  SegmentConditions rich;
  rich.niche_mitogen_supply = 2.0;
  Sheet sheet = start();
  for (int day = 0; day < 40; ++day) sheet.step(everywhere(pieces, rich), threads);
  // A044: the density is linear in the supply. Spread over more cells it may be a little more than double, as
  // a smaller share of the mitogen is cleared unused: 1.9 / 0.9.
  EXPECT_NEAR(mean_gfra1(sheet, rich, 20) / usual_, 2.1, 0.2);
  const std::vector<double> back = course(sheet, {}, 4);
  EXPECT_LT(back[0], 1.6);
  EXPECT_NEAR(back[2], 1.0, wander);
  EXPECT_NEAR(back[3], 1.0, wander);
}

TEST(Recovery, never_comes_to_a_sheet_without_stem_cells) {
  for (const char* name : {"mouse", "rat"}) {
    const Species species = rodent(name);
    Sheet sheet = rodent_sheet(species, 4, 60, 3);
    const auto healthy = everywhere(4);
    sheet.settle(healthy);
    AcuteInjury injury;
    injury.stem_survival.fill(0.0);
    sheet.injure_all(injury);
    EXPECT_EQ(sheet.totals().stem_cells(), 0.0);
    // The last A1 has left after four cycles; a ripe spermatid waits for some days.
    const int gone = static_cast<int>(4.0 * species.cycle_d + species.germ_line.spermiation_wait_d) + 2;
    double released_before = 0.0;
    double released_after = 0.0;
    for (int day = 0; day < gone + 200; ++day) {
      sheet.step(healthy);
      (day < gone ? released_before : released_after) += sheet.sperm_released_last_step();
    }
    EXPECT_GT(released_before, 0.0) << name;  // committed cells go on without them
    EXPECT_EQ(released_after, 0.0) << name;
    const Totals end = sheet.totals();
    EXPECT_EQ(end.stem_cells(), 0.0) << name;
    for (std::size_t t = 0; t < end.cells.size(); ++t) EXPECT_EQ(end.cells[t], 0.0) << name << " type " << t;
  }
}

// End of the first step in which sperm reach the cauda, when every committed cell is lost on day 0 and
// every stem cell is spared.
double first_sperm_d(const Species& species, std::uint64_t seed) {
  Sheet sheet = rodent_sheet(species, 6, 60, seed);
  const auto healthy = everywhere(6);
  sheet.settle(healthy);
  AcuteInjury injury;
  injury.survival.fill(0.0);
  sheet.injure_all(injury);
  Epididymis epididymis(EpididymisParameters::from(shipped_parameters(), species.name), 1.0);
  while (sheet.day() < 10.0 * species.cycle_d) {
    sheet.step(healthy);
    epididymis.step(sheet.sperm_released_last_step());
    if (epididymis.arrived_last_step() > 0.0) break;
  }
  return sheet.day();
}

TEST(KineticFloor, of_sperm_made_anew_holds_in_every_rodent_species) {
  // T049 gives the floor of mouse, hamster and rat; that of guinea pig and rabbit is what it is made of there
  // too, four cycles from A1 to spermiation and the shortest transit. The rat's come to 59.3 d, and are seen
  // at the end of day 60.
  const std::map<std::string, double> floor_d = {
      {"mouse", 44.0}, {"golden_hamster", 44.0}, {"rat", 60.0}, {"guinea_pig", 43.0}, {"rabbit", 52.0}};
  for (const auto& [name, least_d] : floor_d) {
    const Species species = rodent(name);
    const auto epididymis = EpididymisParameters::from(shipped_parameters(), name);
    const double kinetics_d = 4.0 * species.cycle_d + epididymis.transit_shortest_d;
    double first_d = 1e3;
    for (const std::uint64_t seed : {5U, 6U, 7U}) first_d = std::min(first_d, first_sperm_d(species, seed));
    EXPECT_GE(first_d, least_d) << name;
    // Sites spermiate up to the window too early, when the phase runs ahead of a cohort; and where some site
    // is about to let A1 in, the floor is reached within days.
    EXPECT_GE(first_d, kinetics_d - species.germ_line.spermiation_window_d) << name;
    EXPECT_LE(first_d, kinetics_d + 5.0) << name;
    RecordProperty(name, std::to_string(first_d));
  }
}

}  // namespace
}  // namespace azoo::testis
