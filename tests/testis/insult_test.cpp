// What a dose kills: laws, sourced survivals, time courses that can be cut, fractions, limits of the data.
#include "testis/insult.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "testis/epididymis.hpp"
#include "testis/man.hpp"

namespace azoo::testis {
namespace {

const ParameterSet& all_parameters() {
  static const ParameterSet set = [] {
    Problems problems;
    return ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data", problems);
  }();
  return set;
}

const Species& species_of(const std::string& name) {
  static std::map<std::string, Species> known;
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  return known.emplace(name, Species::from(all_parameters(), name)).first->second;
}

Insult insult_of(const std::string& agent, const std::string& species, const std::string& borrow_from = {}) {
  return Insult::from(all_parameters(), agent, species_of(species), borrow_from);
}

double stem_survival(const AcuteInjury& injury, const std::string& species, const std::string& type) {
  return injury.stem_survival[static_cast<std::size_t>(species_of(species).stem_index(type))];
}

double survival(const AcuteInjury& injury, const std::string& species, const std::string& type) {
  return injury.survival[static_cast<std::size_t>(species_of(species).germ_cell_index(type))];
}

// Survivals of both over one another: cell by cell.
AcuteInjury product(const AcuteInjury& a, const AcuteInjury& b) {
  AcuteInjury both = a;
  for (std::size_t t = 0; t < max_stem_types; ++t) both.stem_survival[t] *= b.stem_survival[t];
  for (std::size_t t = 0; t < max_germ_cell_types; ++t) both.survival[t] *= b.survival[t];
  return both;
}

// A survival too small for a number is 0 in both.
void expect_equal(const AcuteInjury& a, const AcuteInjury& b, double relative) {
  for (std::size_t t = 0; t < max_stem_types; ++t) {
    EXPECT_NEAR(a.stem_survival[t], b.stem_survival[t], relative * b.stem_survival[t]) << "stem type " << t;
  }
  for (std::size_t t = 0; t < max_germ_cell_types; ++t) {
    EXPECT_NEAR(a.survival[t], b.survival[t], relative * b.survival[t]) << "type " << t;
  }
}

TEST(KillLaw, of_each_form_is_what_its_formula_says) {
  KillLaw law;
  EXPECT_EQ(kill_hazard(law, 100.0), 0.0);
  law.form = KillForm::exponential;
  law.d0 = 2.0;
  EXPECT_DOUBLE_EQ(kill_hazard(law, 3.0), 1.5);
  EXPECT_DOUBLE_EQ(kill_hazard(law, 3.0, 5.0), 1.5);  // no shoulder, no memory
  law.form = KillForm::threshold;
  law.threshold = 1.0;
  EXPECT_EQ(kill_hazard(law, 0.5), 0.0);
  EXPECT_DOUBLE_EQ(kill_hazard(law, 3.0), 1.0);
  EXPECT_DOUBLE_EQ(kill_hazard(law, 3.0, 1.0), 1.5);
  law.form = KillForm::multi_target;
  law.extrapolation_number = 3.0;
  EXPECT_NEAR(std::exp(-kill_hazard(law, 3.0)), 1.0 - std::pow(1.0 - std::exp(-1.5), 3.0), 1e-14);
  // Far out the curve is n exp(-D/D0), and the branches of the formula meet at 1 and 40 D0.
  for (const double dose : {60.0, 79.99, 80.01, 4000.0}) {
    EXPECT_NEAR(kill_hazard(law, dose) + std::log(3.0), dose / 2.0, 1e-11) << dose;
  }
  EXPECT_NEAR(kill_hazard(law, 2.0 - 1e-12), kill_hazard(law, 2.0 + 1e-12), 1e-11);
  EXPECT_EQ(kill_hazard(law, 0.0), 0.0);
  law.form = KillForm::linear_quadratic;
  law.alpha = 0.2;
  law.beta = 0.05;
  EXPECT_NEAR(kill_hazard(law, 4.0), 0.2 * 4.0 + 0.05 * 16.0, 1e-14);
  // Incomplete repair: alpha D + beta D^2 + 2 beta D x.
  EXPECT_NEAR(kill_hazard(law, 4.0, 3.0), 0.8 + 0.8 + 2.0 * 0.05 * 4.0 * 3.0, 1e-14);
}

TEST(Insult, every_agent_loads_for_every_species_it_names_and_covers_every_type) {
  const std::vector<std::string> agents = insult_agents(all_parameters());
  EXPECT_EQ(agents,
            (std::vector<std::string>{"ablation", "busulfan", "cisplatin", "cyclophosphamide", "x_ray"}));
  for (const std::string& agent : agents) {
    const std::vector<std::string> names = all_parameters().items(agent + ".species");
    EXPECT_FALSE(names.empty()) << agent;
    for (const std::string& name : names) {
      const Insult insult = insult_of(agent, name);
      EXPECT_FALSE(insult.label().empty()) << agent;
      for (const double amount : {0.0, 0.01, 1.0, 7.0, 30.0, 1e4}) {
        const AcuteInjury injury = insult.single_dose(amount);
        EXPECT_TRUE(injury.valid()) << agent << " " << name << " " << amount;
      }
      EXPECT_TRUE(insult.kills_between(std::vector<Dose>{{0.0, 1.0}}, 0.0, 1.0)) << agent << " " << name;
    }
  }
}

TEST(Insult, busulfan_leaves_the_sourced_shares_of_stem_cells_in_the_mouse) {
  const Insult busulfan = insult_of("busulfan", "mouse");
  const auto left = [&](double amount) {
    return stem_survival(busulfan.single_dose(amount), "mouse", "gfra1_single");
  };
  // Ranges of B008, B007 and B006.
  EXPECT_GT(left(10.0), 0.1);
  EXPECT_LT(left(10.0), 0.5);
  EXPECT_GT(left(20.0), 0.03);
  EXPECT_LT(left(20.0), 0.2);
  EXPECT_GT(left(40.0), 0.001);
  EXPECT_LT(left(40.0), 0.05);
  EXPECT_GT(left(10.0), left(20.0));
  EXPECT_GT(left(20.0), left(40.0));
}

TEST(Insult, x_rays_kill_by_type_with_the_sourced_slopes) {
  const Insult x_ray = insult_of("x_ray", "mouse");
  const auto slope = [&](const std::string& type, double low, double high) {
    const double ratio = stem_survival(x_ray.single_dose(high), "mouse", type) /
                         stem_survival(x_ray.single_dose(low), "mouse", type);
    return -(high - low) / std::log(ratio);
  };
  EXPECT_NEAR(slope("gfra1_single", 9.0, 14.0), 1.8, 0.02);  // T022
  EXPECT_NEAR(slope("gfra1_single", 0.0, 4.0), 2.2, 0.02);   // T023, As
  EXPECT_NEAR(slope("gfra1_paired", 0.0, 4.0), 1.0, 1e-9);   // T023, Apr
  EXPECT_NEAR(slope("ngn3_aligned", 0.0, 4.0), 0.55, 1e-9);  // T023, Aal
  for (const char* type : {"a1", "a3", "b"}) {
    EXPECT_NEAR(-1.0 / std::log(survival(x_ray.single_dose(1.0), "mouse", type)), 0.45, 1e-9);
  }
  EXPECT_GT(survival(x_ray.single_dose(1.0), "mouse", "pachytene"), 0.85);
  EXPECT_EQ(survival(x_ray.single_dose(1.0), "mouse", "elongated_spermatid"), 1.0);
}

TEST(Insult, x_rays_in_man_empty_the_dividing_types_at_the_dose_that_causes_azoospermia) {
  const AcuteInjury injury = insult_of("x_ray", "human").single_dose(0.8);  // B020
  EXPECT_LT(survival(injury, "human", "b_spermatogonium"), 0.002);
  EXPECT_LT(stem_survival(injury, "human", "a_pale"), 0.01);
  // The reserve from which sperm come back: a quarter of it, fitted to the time that takes (X002).
  EXPECT_NEAR(stem_survival(injury, "human", "a_dark"), std::exp(-0.8 / 0.6), 1e-9);
  EXPECT_GT(stem_survival(injury, "human", "a_dark"), 30.0 * stem_survival(injury, "human", "a_pale"));
  EXPECT_GT(survival(injury, "human", "pachytene"), 0.7);
}

TEST(Insult, seven_doses_of_cyclophosphamide_leave_half_of_the_undifferentiated) {
  const Insult cyclophosphamide = insult_of("cyclophosphamide", "mouse");
  std::vector<Dose> course;
  for (int k = 0; k < 7; ++k) course.push_back({4.0 * k, 150.0});
  const AcuteInjury injury = cyclophosphamide.losses(course, 0.0, 40.0);
  EXPECT_NEAR(stem_survival(injury, "mouse", "gfra1_single"), 0.477,
              0.01);  // T029 less regrowth between doses
  EXPECT_LT(survival(injury, "mouse", "a3"), 1e-6);
  EXPECT_EQ(cyclophosphamide.check(course).range, DoseRange::within_data);
  SegmentConditions after;
  GermCellCounts factors;
  factors.fill(1.0);
  cyclophosphamide.apply_lasting(course, 400.0, after, factors);
  for (const double factor : factors) EXPECT_EQ(factor, 1.0);
  EXPECT_NEAR(after.niche_mitogen_supply, 0.67, 0.01);  // stays
  EXPECT_EQ(after.spermatid_gate, 1.0);
}

TEST(Insult, cisplatin_spares_stem_cells_and_kills_up_to_spermatids) {
  const AcuteInjury injury = insult_of("cisplatin", "mouse").single_dose(8.0);
  for (const StemType& type : species_of("mouse").stem_types) {
    EXPECT_EQ(stem_survival(injury, "mouse", type.name), 1.0) << type.name;  // B028
  }
  EXPECT_LT(survival(injury, "mouse", "a2"), 0.1);
  EXPECT_LT(survival(injury, "mouse", "pachytene"), 0.5);
  EXPECT_LT(survival(injury, "mouse", "round_spermatid"), 0.7);
}

TEST(Insult, survival_over_cut_intervals_multiplies_to_that_of_the_whole) {
  const std::vector<Dose> doses{{0.0, 5.0}, {0.1, 4.0}, {3.3, 6.0}, {-0.2, 3.0}};
  for (const std::string& agent : insult_agents(all_parameters())) {
    const Insult insult = insult_of(agent, "mouse");
    const AcuteInjury whole = insult.losses(doses, -1.0, 9.0);
    for (const int parts : {2, 7, 80}) {
      AcuteInjury cut;
      for (int k = 0; k < parts; ++k) {
        cut = product(cut, insult.losses(doses, -1.0 + 10.0 * k / parts, -1.0 + 10.0 * (k + 1) / parts));
      }
      expect_equal(cut, whole, 1e-12);  // rounding of up to 80 factors
    }
  }
}

TEST(Insult, a_dose_at_the_start_of_a_step_belongs_to_it_and_one_at_its_end_to_the_next) {
  const Insult x_ray = insult_of("x_ray", "mouse");
  const std::vector<Dose> dose{{2.0, 1.0}};
  EXPECT_FALSE(x_ray.kills_between(dose, 1.0, 2.0));
  EXPECT_TRUE(x_ray.kills_between(dose, 2.0, 3.0));
  EXPECT_FALSE(x_ray.kills_between(dose, 3.0, 4.0));
  expect_equal(x_ray.losses(dose, 1.0, 2.0), AcuteInjury{}, 0.0);
  expect_equal(x_ray.losses(dose, 2.0, 3.0), x_ray.single_dose(1.0), 0.0);
}

TEST(Insult, a_drug_kills_over_its_time_course) {
  const Insult busulfan = insult_of("busulfan", "mouse");
  const std::vector<Dose> dose{{0.0, 20.0}};
  const double half_time_d = all_parameters().value("busulfan.kill_half_time_d", "d");
  const double whole = std::log(stem_survival(busulfan.single_dose(20.0), "mouse", "gfra1_single"));
  const double first =
      std::log(stem_survival(busulfan.losses(dose, 0.0, half_time_d), "mouse", "gfra1_single"));
  EXPECT_NEAR(first / whole, 0.5, 1e-6);  // the course is cut at its last millionth
  EXPECT_FALSE(busulfan.kills_between(dose, 30.0, 31.0));
}

TEST(Insult, split_x_rays_spare_single_stem_cells_once_their_damage_is_repaired) {
  const Insult x_ray = insult_of("x_ray", "mouse");
  const auto left = [&](double hours_between) {
    const std::vector<Dose> doses{{0.0, 6.0}, {hours_between / 24.0, 6.0}};
    return stem_survival(x_ray.losses(doses, 0.0, 30.0), "mouse", "gfra1_single");
  };
  const double at_once = stem_survival(x_ray.single_dose(12.0), "mouse", "gfra1_single");
  EXPECT_NEAR(left(0.0) / at_once, 1.0, 1e-12);
  EXPECT_GT(left(1.0), left(0.0));
  EXPECT_GT(left(4.0), left(1.0));
  // Repaired, the shoulder comes back whole: a factor near the extrapolation number.
  const double n = all_parameters().value("x_ray.species.mouse.cell.single.extrapolation_number", "1");
  EXPECT_NEAR(left(48.0) / at_once, n, 0.02 * n);
  // B018: within about 4 h most of it.
  EXPECT_GT(left(4.0) / left(48.0), 0.9);
  // Types without a shoulder do not care.
  const std::vector<Dose> two{{0.0, 1.0}, {0.5, 1.0}};
  EXPECT_NEAR(survival(x_ray.losses(two, 0.0, 2.0), "mouse", "a1"),
              survival(x_ray.single_dose(2.0), "mouse", "a1"), 1e-14);
}

// Sperm that reach the cauda, relative to before, in windows of 16 d.
std::vector<double> sperm_after_x_rays_in_man(double gray, int windows) {
  constexpr int segments = 20;
  constexpr double window_d = 16.0;
  const std::vector<Dose> doses{{0.0, gray}};
  const Insult x_ray = insult_of("x_ray", "human");
  const auto healthy = everywhere(segments);
  Sheet sheet = sheet_of(alike(segments), 3);
  sheet.settle(healthy);
  const double before =
      expected_content(man(), SegmentPlan{}, SegmentConditions{}).sperm_per_d * sheet.totals().sertoli_cells;
  Epididymis epididymis(EpididymisParameters::from(shipped_parameters(), "human"), 1.0);
  epididymis.settle(before, 0.0);
  std::vector<double> arrived(static_cast<std::size_t>(windows), 0.0);
  for (int day = 0; day < windows * static_cast<int>(window_d); ++day) {
    if (x_ray.kills_between(doses, day, day + 1.0)) {
      for (int s = 0; s < segments; ++s) sheet.injure(s, x_ray.losses(doses, day, day + 1.0));
    }
    sheet.step(healthy);
    epididymis.step(sheet.sperm_released_last_step());
    arrived[static_cast<std::size_t>(day / window_d)] += epididymis.arrived_last_step() / (before * window_d);
  }
  return arrived;
}

TEST(Insult, x_rays_in_man_take_effect_after_weeks_and_more_for_longer_at_higher_doses) {
  const std::vector<double> low = sperm_after_x_rays_in_man(0.3, 12);
  const std::vector<double> middle = sperm_after_x_rays_in_man(0.8, 12);
  const std::vector<double> high = sperm_after_x_rays_in_man(4.0, 12);
  // Cells past the spermatogonia live at 0.3 Gy (0.93 of spermatocytes), so two windows are nearly as before;
  // the drop comes when the B spermatogonia of day 0 would have arrived, 46 + 5 d later and on.
  EXPECT_GT(low[0], 0.8);
  EXPECT_GT(low[1], 0.8);
  EXPECT_GT(low[4], 0.03);
  EXPECT_LT(middle[4], 0.02);  // B020: azoospermia from 0.8 Gy
  for (std::size_t w = 4; w < low.size(); ++w) {
    EXPECT_GT(low[w], middle[w]) << w;
    EXPECT_GT(middle[w], high[w]) << w;
  }
  EXPECT_GT(middle.back(), 0.5);
  EXPECT_LT(high.back(), 0.4);
}

TEST(Insult, what_lasts_recovers_with_its_half_time) {
  const Insult busulfan = insult_of("busulfan", "rat");
  ASSERT_TRUE(busulfan.has_lasting_effect());
  const std::vector<Dose> schedule{{0.0, 10.0}, {21.0, 10.0}};  // B010
  const auto a1 = static_cast<std::size_t>(species_of("rat").germ_cell_index("a1"));
  const auto passage = [&](double day) {
    SegmentConditions conditions;
    GermCellCounts factors;
    factors.fill(1.0);
    busulfan.apply_lasting(schedule, day, conditions, factors);
    EXPECT_EQ(conditions, SegmentConditions{});
    for (std::size_t t = 0; t < factors.size(); ++t) {
      if (t != a1) {
        EXPECT_EQ(factors[t], 1.0) << t;
      }
    }
    return factors[a1];
  };
  EXPECT_EQ(passage(0.0), 1.0);
  EXPECT_LT(passage(25.0), 0.15);
  EXPECT_GT(passage(21.0 + 56.0), passage(25.0));  // B012: recovery shows after weeks
  EXPECT_LT(passage(21.0 + 56.0), 0.8);
  EXPECT_GT(passage(400.0), 0.99);
  const double half_time_d =
      all_parameters().value("busulfan.species.rat.lasting.differentiation_block.recovery_half_time_d", "d");
  EXPECT_NEAR(std::log(passage(100.0 + half_time_d)) / std::log(passage(100.0)), 0.5, 1e-9);
}

TEST(DoseCheck, tells_doses_within_the_data_from_extrapolated_and_refused_ones) {
  const Insult busulfan = insult_of("busulfan", "mouse");
  const auto check = [&](const std::vector<Dose>& doses) { return busulfan.check(doses); };
  EXPECT_EQ(check({{0.0, 30.0}}).range, DoseRange::within_data);
  EXPECT_EQ(check({{0.0, 0.0}}).range, DoseRange::within_data);  // a control
  EXPECT_EQ(check({}).range, DoseRange::within_data);
  const DoseCheck low = check({{0.0, 2.0}});
  EXPECT_EQ(low.range, DoseRange::extrapolated);
  EXPECT_NE(low.expected.find("10 to 40 mg/kg"), std::string::npos) << low.expected;
  EXPECT_EQ(check({{0.0, 45.0}}).range, DoseRange::extrapolated);
  const DoseCheck lethal = check({{3.0, 60.0}});
  EXPECT_EQ(lethal.range, DoseRange::refused);
  EXPECT_NE(lethal.found.find("60 mg/kg"), std::string::npos) << lethal.found;
  EXPECT_NE(lethal.expected.find("50 mg/kg"), std::string::npos) << lethal.expected;
  // Two doses in one week add up; three weeks apart their total alone counts.
  EXPECT_EQ(check({{0.0, 30.0}, {2.0, 30.0}}).range, DoseRange::refused);
  EXPECT_EQ(check({{0.0, 30.0}, {21.0, 30.0}}).range, DoseRange::extrapolated);
  EXPECT_EQ(check({{0.0, 20.0}, {21.0, 20.0}}).range, DoseRange::within_data);
  EXPECT_EQ(check({{0.0, -1.0}}).range, DoseRange::refused);
  EXPECT_EQ(check({{0.0, std::numeric_limits<double>::quiet_NaN()}}).range, DoseRange::refused);
}

TEST(DoseCheck, refuses_the_printed_five_daily_doses_of_cisplatin_in_the_rat) {
  std::vector<Dose> printed;  // B030: 7 mg/kg a day for 5 days, usually lethal
  for (int day = 0; day < 5; ++day) printed.push_back({static_cast<double>(day), 7.0});
  EXPECT_EQ(insult_of("cisplatin", "rat").check(printed).range, DoseRange::refused);
}

TEST(InsultData, of_a_species_without_any_names_those_that_have_some) {
  const InsultData none = find_insult_data(all_parameters(), "busulfan", species_of("golden_hamster"));
  EXPECT_TRUE(none.species.empty());
  EXPECT_NE(none.found.find("golden_hamster"), std::string::npos) << none.found;
  EXPECT_NE(none.expected.find("mouse, rat"), std::string::npos) << none.expected;
  EXPECT_THROW((void)insult_of("busulfan", "golden_hamster"), std::invalid_argument);
  const InsultData unknown = find_insult_data(all_parameters(), "bleach", species_of("mouse"));
  EXPECT_TRUE(unknown.species.empty());
  EXPECT_NE(unknown.expected.find("x_ray"), std::string::npos) << unknown.expected;
}

TEST(InsultData, can_be_borrowed_between_rodents_with_a_flag_and_not_by_man) {
  const Insult borrowed = insult_of("busulfan", "golden_hamster", "rat");
  EXPECT_NE(borrowed.flag().find("data of rat used for golden_hamster"), std::string::npos)
      << borrowed.flag();
  expect_equal(borrowed.single_dose(10.0), insult_of("busulfan", "rat").single_dose(10.0), 0.0);
  const InsultData man = find_insult_data(all_parameters(), "busulfan", species_of("human"), "mouse");
  EXPECT_TRUE(man.species.empty());
  EXPECT_NE(man.expected.find("a_pale"), std::string::npos) << man.expected;
  EXPECT_EQ(insult_of("busulfan", "mouse", "mouse").flag(), insult_of("busulfan", "mouse").flag());
}

TEST(InsultData, that_contradicts_itself_is_refused_by_name) {
  const auto with = [](const std::string& from, const std::string& to) {
    ParameterSet set = all_parameters();
    std::string text = R"(
label = "Test"
dose_unit = "mg/kg"
kill_half_time_d = { value = 0.5, unit = "d", how = "assumed", source = "test" }
acute_window_d = { value = 7.0, unit = "d", how = "assumed", source = "test" }
[[species]]
name = "human"
lowest_dose = { value = 1.0, unit = "mg/kg", how = "assumed", source = "test" }
highest_dose = { value = 2.0, unit = "mg/kg", how = "assumed", source = "test" }
refused_above = { value = 3.0, unit = "mg/kg", how = "assumed", source = "test" }
[[species.cell]]
name = "all"
types = "a_dark, a_pale, b_spermatogonium, preleptotene, leptotene, zygotene, pachytene, secondary_spermatocyte, sa_spermatid, sb1_spermatid, sb2_spermatid, sc_spermatid, sd1_spermatid, sd2_spermatid"
law = "exponential"
d0 = { value = 2.0, unit = "mg/kg", how = "assumed", source = "test" }
)";
    if (!from.empty()) text.replace(text.find(from), from.size(), to);
    Problems problems;
    TomlValue document = parse_toml(text, "test.toml", problems);
    set.add(document, "poison", problems);
    return Insult::from(set, "poison", species_of("human"));
  };
  EXPECT_NO_THROW((void)with("", ""));
  EXPECT_THROW((void)with("exponential", "quadratic"), std::logic_error);
  EXPECT_THROW((void)with("d0 = { value = 2.0", "d0 = { value = 0.0"), std::logic_error);
  EXPECT_THROW((void)with("sd2_spermatid", "sd1_spermatid"), std::exception);
  EXPECT_THROW((void)with("lowest_dose = { value = 1.0", "lowest_dose = { value = 2.5"), std::logic_error);
}

}  // namespace
}  // namespace azoo::testis
