// One animal: its size, its insults, its sperm, its state on the way.
#include "body/animal.hpp"

#include <cmath>
#include <memory>
#include <sstream>

#include "animal/tables.hpp"
#include "core/toml_value.hpp"
#include "small_study.hpp"

namespace azoo::animal {
namespace {

body::TestisSample sample(int testes = 1) {
  TestisPlan plan{.sample = 2000, .segments = 2, .testes = testes == 1 ? "left" : "both", .settling_d = 9.0};
  return sample_of(plan, species("mouse"), shipped_parameters());
}

std::vector<body::Exposure> busulfan(double dose, double day = 0.0,
                                     const ParameterSet& parameters = shipped_parameters()) {
  const Group group{"g", 1, {1.0}, {{.agent = "busulfan", .day = day, .dose = dose}}};
  std::vector<ExposureProblem> problems;
  auto exposure = exposure_of(group, parameters, species("mouse"), problems);
  EXPECT_TRUE(problems.empty());
  return exposure.exposures;
}

std::string state_of(const body::Animal& animal) {
  std::ostringstream out;
  animal.save(out);
  return out.str();
}

TEST(Animal, begins_on_day_0_with_a_full_epididymis) {
  const body::Animal mouse(model("mouse"), sample(2), {1.0, 1.0}, {3, 0}, {});
  EXPECT_EQ(mouse.day(), 0.0);
  EXPECT_EQ(mouse.testes(), 2U);
  for (std::size_t side = 0; side < 2; ++side) {
    EXPECT_GT(mouse.sperm_released_per_d(side), 1e6);
    // Steady state: production over the daily loss of the reserve.
    const double loss_per_d = model("mouse").epididymis.reserve_loss_per_d;
    EXPECT_NEAR(mouse.epididymis(side).reserve(), mouse.sperm_released_per_d(side) / loss_per_d,
                1e-6 * mouse.epididymis(side).reserve());
  }
  EXPECT_FALSE(mouse.sperm_arrival());
}

TEST(Animal, of_another_size_has_more_cells_and_the_same_per_sertoli_cell) {
  const body::Animal small(model("mouse"), sample(), {0.8, 0.8}, {3, 0}, {});
  const body::Animal large(model("mouse"), sample(), {1.2, 1.2}, {3, 0}, {});
  EXPECT_NEAR(large.sheet(0).totals().sertoli_cells / small.sheet(0).totals().sertoli_cells, 1.5, 1e-12);
  EXPECT_NEAR(large.sheet(0).totals().stem_cells() / small.sheet(0).totals().stem_cells(), 1.5, 1e-12);
  EXPECT_NEAR(small.sheet(0).totals().sertoli_cells, 0.8 * species("mouse").sertoli_cells_per_testis, 1e-3);
}

TEST(Animal, differs_in_size_from_others_as_the_data_say) {
  constexpr int animals = 4000;
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint64_t i = 0; i < animals; ++i) {
    const double size = body::draw_sizes(model("mouse"), {5, i})[0];
    sum += size / animals;
    squares += size * size / animals;
  }
  const double cv = std::sqrt(0.08 * 0.08 + 0.03 * 0.03);  // animals and sides
  EXPECT_NEAR(sum, 1.0, 4.0 * cv / std::sqrt(animals));
  EXPECT_NEAR(std::sqrt(squares - sum * sum), cv, 0.05 * cv);  // SE of an SD: 1 / sqrt(2 x 4000) = 1.1 %
}

TEST(Animal, loses_stem_cells_to_an_insult_and_none_before_its_day) {
  body::Animal control(model("mouse"), sample(), {1.0, 1.0}, {3, 0}, {});
  body::Animal treated(model("mouse"), sample(), {1.0, 1.0}, {3, 0}, busulfan(40.0, 2.0));
  for (body::Animal* animal : {&control, &treated}) animal->advance_to(2.0);
  EXPECT_EQ(control.sheet(0).totals().stem_cells(), treated.sheet(0).totals().stem_cells());
  for (body::Animal* animal : {&control, &treated}) animal->advance_to(6.0);
  // Survival 0.0076 at 40 mg/kg, most of the kill within four days; of some 180 cells one surviving chain of
  // sixteen would be 9 %.
  EXPECT_LT(treated.sheet(0).totals().stem_cells(), 0.15 * control.sheet(0).totals().stem_cells());
}

// A made-up agent: a third of the undifferentiated spermatogonia survive 10 mg/kg, and none of those that
// differentiate; spermatocytes and later cells live.
ParameterSet ablation() {
  ParameterSet parameters = shipped_parameters();
  Problems problems;
  const TomlValue table = parse_toml(
      "[busulfan.species.mouse.cell]\nstem.d0 = 9.1\na1_to_a4.d0 = "
      "0.1\nintermediate.d0 = 0.1\nb.d0 = 0.1\n",
      "test", problems);
  parameters.override_from(table, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return parameters;
}

TEST(Animal, notices_when_sperm_cease_and_come_again) {
  // Pieces of about a wave: shorter ones release their sperm together, once a cycle, with gaps between.
  const TestisPlan plan{.sample = 56000, .segments = 2, .testes = "left", .settling_d = 9.0};
  const auto waves = sample_of(plan, species("mouse"), shipped_parameters());
  body::Animal treated(model("mouse"), waves, {1.0, 1.0}, {4, 1}, busulfan(10.0, 0.0, ablation()));
  ASSERT_TRUE(treated.sperm_arrival());
  treated.advance_to(30.0);
  EXPECT_FALSE(treated.sperm_arrival()->ceased);  // spermatocytes and later cells live
  treated.advance_to(80.0);
  EXPECT_TRUE(treated.sperm_arrival()->ceased);
  EXPECT_GT(treated.sperm_arrival()->days_without, 0.0);
  ASSERT_TRUE(treated.sperm_arrival()->again_d);
  const double again_d = *treated.sperm_arrival()->again_d;
  // From A1 to the cauda: 34.5 d to spermiation and no less than 9.5 d of transit (the kinetic floor T049).
  EXPECT_GE(again_d, 44.0);
  treated.advance_to(85.0);
  EXPECT_EQ(*treated.sperm_arrival()->again_d, again_d);
}

TEST(Animal, goes_on_from_a_saved_state_as_if_nothing_had_happened) {
  body::Animal whole(model("mouse"), sample(2), {1.0, 0.9}, {3, 0}, busulfan(20.0, 1.0));
  whole.advance_to(4.0);
  std::istringstream state(state_of(whole));
  body::Animal resumed(model("mouse"), sample(2), {1.0, 0.9}, {3, 0}, busulfan(20.0, 1.0), 1, &state);
  EXPECT_EQ(resumed.day(), 4.0);
  for (body::Animal* animal : {&whole, &resumed}) animal->advance_to(9.0);
  EXPECT_TRUE(state_of(whole) == state_of(resumed));
}

TEST(Animal, refuses_a_state_that_is_cut_off_or_of_another) {
  const body::Animal animal(model("mouse"), sample(), {1.0, 1.0}, {3, 0}, {});
  std::string state = state_of(animal);
  std::istringstream cut(state.substr(0, state.size() / 2));
  EXPECT_THROW(body::Animal(model("mouse"), sample(), {1.0, 1.0}, {3, 0}, {}, 1, &cut), std::runtime_error);
  std::istringstream other(state);
  EXPECT_THROW(body::Animal(model("mouse"), sample(), {1.0, 1.0}, {3, 0}, busulfan(20.0), 1, &other),
               std::runtime_error);
}

TEST(Sample, of_a_whole_testis_holds_all_its_sertoli_cells) {
  const testis::Species mouse = species("mouse");
  const body::TestisSample whole = sample_of({.whole = true}, mouse, shipped_parameters());
  EXPECT_EQ(static_cast<int>(whole.tubules.plans.size()), mouse.geometry.tubules);
  double sites = 0.0;
  for (const testis::SegmentPlan& plan : whole.tubules.plans)
    sites += static_cast<double>(plan.rows) * whole.tubules.shape.sites_around;
  // Rounded to whole rows, one tubule after the other.
  EXPECT_NEAR(sites, mouse.sertoli_cells_per_testis,
              mouse.geometry.tubules * whole.tubules.shape.sites_around);
}

TEST(Sample, of_a_measured_skeleton_is_the_same_in_every_animal) {
  const std::string header = "V1,Tubule_ID,Branch_ID,X,Y,Z,Stage,Ref\n";
  std::string rows;
  for (int i = 1; i <= 400; ++i) {
    const std::string node = i == 1 ? "R1" : i == 400 ? "R2" : "0";
    rows += std::to_string(i) + ",1,1," + std::to_string(100 + i) + ",20,30,7," + node + "\n";
  }
  Problems problems;
  const testis::Skeleton skeleton = testis::parse_skeleton(header + rows, "test", 9.0, problems);
  ASSERT_FALSE(problems.any());
  const body::TestisSample tubule =
      sample_of({.whole = true, .testes = "left"}, species("mouse"), shipped_parameters(), &skeleton);
  ASSERT_EQ(tubule.tubules.plans.size(), 1U);
  for (const double size : {0.8, 1.3}) {
    const body::Animal mouse(model("mouse"), tubule, {size, size}, {3, 0}, {});
    const double sites =
        static_cast<double>(tubule.tubules.plans.front().rows) * tubule.tubules.shape.sites_around;
    EXPECT_NEAR(mouse.sheet(0).totals().sertoli_cells, sites, 1e-6 * sites);
    EXPECT_NEAR(mouse.size(0), sites / species("mouse").sertoli_cells_per_testis, 1e-12);
  }
}

TEST(Conduct, gives_the_same_rows_from_a_state_kept_on_the_way_and_at_any_number_of_threads) {
  const Design design = small_design();
  const Conduct conduct(design, shipped_parameters(), shipped_parameters());
  constexpr std::size_t treated = 4;
  const AnimalRecords whole = conduct.follow(treated, 1, nullptr);
  std::string kept;
  int times = 0;
  int refused = 0;
  StateKeeper keeper{1.0,
                     [&]() -> std::unique_ptr<std::istream> {
                       if (kept.empty()) return nullptr;
                       return std::make_unique<std::istringstream>(kept);
                     },
                     [&](const std::function<void(std::ostream&)>& write) {
                       std::ostringstream out;
                       write(out);
                       kept = out.str();
                       ++times;
                     },
                     [&](const std::string&) { ++refused; }};
  StopFlag stop = true;  // while it settles: nothing to keep
  EXPECT_THROW((void)conduct.follow(treated, 1, &stop, keeper), Interrupted);
  EXPECT_EQ(times, 0);
  stop = false;
  std::vector<double> days;
  const auto stop_on_day_1 = [&](double day) {
    days.push_back(day);
    stop = day >= 1.0;
  };
  EXPECT_THROW((void)conduct.follow(treated, 1, &stop, keeper, stop_on_day_1), Interrupted);
  EXPECT_EQ(days, (std::vector<double>{0.0, 1.0}));
  EXPECT_EQ(times, 2);
  const AnimalRecords resumed = conduct.follow(treated, 2, nullptr, keeper);
  EXPECT_EQ(to_csv(resumed.readouts), to_csv(whole.readouts));
  EXPECT_EQ(to_csv(resumed.animals), to_csv(whole.animals));
  EXPECT_EQ(refused, 0);
  const std::vector<std::string> broken_states = {kept.substr(0, 100), kept + "x"};
  for (const std::string& broken : broken_states) {  // begun anew
    kept = broken;
    EXPECT_EQ(to_csv(conduct.follow(treated, 1, nullptr, keeper).readouts), to_csv(whole.readouts));
  }
  EXPECT_EQ(refused, 2);
  kept.clear();
  EXPECT_EQ(to_csv(conduct.follow(treated, 1, nullptr, keeper).readouts), to_csv(whole.readouts));
}

TEST(Exposure, of_a_refused_dose_or_a_species_without_numbers_is_a_problem) {
  std::vector<ExposureProblem> problems;
  Group group{"g", 1, {1.0}, {{.agent = "busulfan", .dose = 300.0}}};
  (void)exposure_of(group, shipped_parameters(), species("mouse"), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems.front().key, "dose");
  group.insults.front().dose = 10.0;
  (void)exposure_of(group, shipped_parameters(), species("human"), problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems.back().key, "agent");
}

TEST(Exposure, outside_the_data_is_noted) {
  std::vector<ExposureProblem> problems;
  const Group group{"g", 1, {1.0}, {{.agent = "busulfan", .dose = 5.0}}};
  const GroupExposure exposure = exposure_of(group, shipped_parameters(), species("mouse"), problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_FALSE(exposure.notes.empty());
  EXPECT_NE(exposure.notes.front().find("extrapolated"), std::string::npos) << exposure.notes.front();
}

}  // namespace
}  // namespace azoo::animal
