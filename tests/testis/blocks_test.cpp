// Long tubules are worked on in blocks by several threads, saved and loaded: none of it may show.
#include <gtest/gtest.h>

#include <numeric>
#include <sstream>
#include <stdexcept>

#include "testis/rodent.hpp"

namespace azoo::testis {
namespace {

std::string state_of(const Sheet& sheet) {
  std::stringstream out;
  sheet.save(out);
  return out.str();
}

// What can be read from a sheet, site by site. The saved bytes of lists hold padding and are not compared.
std::vector<int> sites_of(const Sheet& sheet) {
  std::vector<int> sites;
  for (int s = 0; s < sheet.segments(); ++s) {
    for (int row = 0; row < sheet.rows(s); ++row) {
      for (const SectionSite& site : sheet.cross_section(s, row).sites) {
        sites.push_back(static_cast<int>(site.phase * 1e9));
        sites.insert(sites.end(), site.stem.begin(), site.stem.end());
        sites.insert(sites.end(), site.cells.begin(), site.cells.end());
      }
    }
  }
  return sites;
}

AcuteInjury halving() {
  AcuteInjury injury;
  injury.survival.fill(0.5);
  injury.stem_survival.fill(0.5);
  return injury;
}

TEST(Blocks, one_and_two_threads_give_the_same_sites) {
  const Species mouse = rodent("mouse");
  const auto healthy = everywhere(2);
  Sheet one = rodent_sheet(mouse, 2, 600);
  Sheet two = rodent_sheet(mouse, 2, 600);
  one.settle(healthy, 1);
  two.settle(healthy, 2);
  for (int day = 0; day < 12; ++day) {
    if (day == 5) one.injure_all(halving(), 1);
    if (day == 5) two.injure_all(halving(), 2);
    one.step(healthy, 1);
    two.step(healthy, 2);
  }
  EXPECT_EQ(sites_of(one), sites_of(two));
  EXPECT_EQ(one.flows_last_step().sperm_released, two.flows_last_step().sperm_released);
}

TEST(Blocks, a_whole_testis_in_pieces_gives_the_same_at_two_threads) {
  const Species man = testis::man();
  SheetShape shape{24, 400, 1.0};  // a ring of three blocks
  Sheet one(man, shape, alike(1), 3, 0, 0, 0);
  Sheet two(man, shape, alike(1), 3, 0, 0, 0);
  const auto healthy = everywhere(1);
  one.settle(healthy, 1);
  two.settle(healthy, 2);
  for (int day = 0; day < 10; ++day) {
    one.step(healthy, 1);
    two.step(healthy, 2);
  }
  EXPECT_EQ(sites_of(one), sites_of(two));
}

TEST(Blocks, borders_do_not_show_in_the_cells_of_a_row) {
  const Species mouse = rodent("mouse");
  const auto healthy = everywhere(4);
  Sheet sheet = rodent_sheet(mouse, 4, 512);  // borders at rows 128, 256 and 384
  sheet.settle(healthy);
  double at_border = 0.0;
  double inside = 0.0;
  constexpr int days = 35;
  for (int day = 0; day < days; ++day) {
    sheet.step(healthy);
    for (int s = 0; s < 4; ++s) {
      for (const int border : {128, 256, 384}) {
        for (int row = border - 3; row < border + 3; ++row) {
          for (const auto& [offset, sum] : {std::pair{0, &at_border}, {64, &inside}}) {
            for (const SectionSite& site : sheet.cross_section(s, row - offset).sites) {
              *sum += std::accumulate(site.cells.begin(), site.cells.end(), 0);
            }
          }
        }
      }
    }
  }
  // 72 rows of 30 sites over four cycles: patches of clones leave some 3 % scatter in the ratio.
  EXPECT_NEAR(at_border / inside, 1.0, 0.1);
}

TEST(Blocks, no_cell_appears_or_vanishes_unaccounted) {
  const Species mouse = rodent("mouse");
  const auto healthy = everywhere(3);
  Sheet sheet = rodent_sheet(mouse, 3, 300, 5);
  sheet.settle(healthy);
  const auto committed_cells = [&](int s) {
    const SegmentCounts counts = sheet.counts(s);
    return std::accumulate(counts.cells.begin(), counts.cells.end(), 0.0);
  };
  const std::vector<double> before = {committed_cells(0), committed_cells(1), committed_cells(2)};
  for (int day = 0; day < 40; ++day) {
    sheet.step(healthy);
    if (day == 10) sheet.injure_all(halving());
    if (day == 20) sheet.injure(1, halving());
  }
  for (int s = 0; s < 3; ++s) {
    const Flows flows = sheet.segment_flows_since_settle(s);
    const double change = flows.committed + flows.divided - flows.died[0] - flows.died[1] - flows.died[2] -
                          flows.sperm_released - flows.lost_to_saturation;
    EXPECT_EQ(committed_cells(s) - before[static_cast<std::size_t>(s)], change);
    SegmentCounts sum;
    for (int row = 0; row < sheet.rows(s); ++row) {
      for (const SectionSite& site : sheet.cross_section(s, row).sites) {
        for (std::size_t t = 0; t < sum.cells.size(); ++t) sum.cells[t] += site.cells[t];
        for (std::size_t t = 0; t < sum.stem.size(); ++t) sum.stem[t] += site.stem[t];
      }
    }
    EXPECT_EQ(sum.cells, sheet.counts(s).cells);
    EXPECT_EQ(sum.stem, sheet.counts(s).stem);
  }
}

TEST(Checkpoint, a_loaded_state_goes_on_to_the_same_sites) {
  const Species mouse = rodent("mouse");
  const auto healthy = everywhere(2);
  Sheet straight = rodent_sheet(mouse, 2, 300, 9);
  straight.settle(healthy);
  for (int day = 0; day < 7; ++day) straight.step(healthy);
  straight.injure_all(halving());
  std::stringstream state;
  straight.save(state);
  Sheet resumed = rodent_sheet(mouse, 2, 300, 9);
  resumed.load(state);
  EXPECT_EQ(resumed.day(), 7.0);
  for (int day = 0; day < 20; ++day) {
    if (day == 3) straight.injure_all(halving());
    if (day == 3) resumed.injure_all(halving());
    straight.step(healthy);
    resumed.step(healthy, 2);
  }
  EXPECT_EQ(sites_of(straight), sites_of(resumed));
  EXPECT_EQ(straight.segment_flows_since_settle(1).sperm_released,
            resumed.segment_flows_since_settle(1).sperm_released);
}

TEST(Checkpoint, of_another_sheet_or_cut_off_is_refused) {
  const Species mouse = rodent("mouse");
  Sheet sheet = rodent_sheet(mouse, 1, 60, 1);
  sheet.settle(everywhere(1));
  const std::string whole = state_of(sheet);
  const auto refuses = [&](Sheet reader, const std::string& bytes) {
    std::stringstream in(bytes);
    EXPECT_THROW(reader.load(in), std::runtime_error);
  };
  refuses(rodent_sheet(mouse, 1, 60, 2), whole);  // another seed
  refuses(rodent_sheet(mouse, 1, 61, 1), whole);  // another shape
  refuses(rodent_sheet(mouse, 1, 60, 1), "not a state at all");
  for (std::size_t cut = 0; cut < whole.size(); cut += 997) {
    refuses(rodent_sheet(mouse, 1, 60, 1), whole.substr(0, cut));
  }
}

}  // namespace
}  // namespace azoo::testis
