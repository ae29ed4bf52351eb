// The parts of a man hang together: what is done to one shows in the others, in the right order and after
// the right delay. Everything goes through the command line. Runs that are compared share their seed, and
// with it every random number, so that ratios are free of sampling noise but for rounding of whole cells.
#include "coupling/program_runs.hpp"

namespace azoo::coupling {
namespace {

const trial::TrialRecords& undisturbed() {
  static const trial::TrialRecords records = run("healthy-men.toml", {});
  return records;
}

// Mean under a disturbance over the mean without it, at one visit, in the arm without treatment.
class Ratio {
 public:
  explicit Ratio(const std::vector<std::string>& assignments)
      : records_(run("healthy-men.toml", assignments)) {}
  double operator()(const std::string& analyte, const std::string& visit) const {
    return means(records_, "observed", analyte).at(visit) /
           means(undisturbed(), "observed", analyte).at(visit);
  }
  const trial::TrialRecords& records() const { return records_; }

 private:
  trial::TrialRecords records_;
};

TEST(Coupling, halved_pachytene_survival_reaches_late_spermatids_after_their_delay_then_inhibin_b_then_fsh) {
  const Ratio ratio({"insult.0.survival_factor=0.5"});
  // Twelve men's sampled testes: ratios scatter by 1-2 %.
  constexpr double scatter = 0.04;
  EXPECT_NEAR(ratio("late_spermatids_per_sertoli", "day_8"), 1.0, scatter);
  EXPECT_NEAR(ratio("early_spermatids_per_sertoli", "day_40"), 0.5, scatter);
  // A cell that leaves pachytene needs meiosis and the round steps, some 12 d, before it counts as late.
  EXPECT_GT(ratio("late_spermatids_per_sertoli", "day_16"), 0.8);
  EXPECT_NEAR(ratio("late_spermatids_per_sertoli", "day_48"), 0.5, scatter);
  // Ejaculates follow after spermiogenesis and transit, some 27 d and more.
  EXPECT_NEAR(ratio("sperm_concentration", "day_24"), 1.0, scatter);
  EXPECT_NEAR(ratio("sperm_concentration", "day_72"), 0.5, scatter);
  EXPECT_LT(ratio("inhibin_b", "day_48"), 0.85);
  EXPECT_GT(ratio("fsh", "day_48"), 1.15);
  // FSH follows inhibin B: at day 8 it has made less of its rise than inhibin B of its fall.
  const double inhibin_done = (1.0 - ratio("inhibin_b", "day_8")) / (1.0 - ratio("inhibin_b", "day_96"));
  const double fsh_done = (ratio("fsh", "day_8") - 1.0) / (ratio("fsh", "day_96") - 1.0);
  EXPECT_LT(fsh_done, inhibin_done);
  EXPECT_NEAR(ratio("testosterone", "day_96"), 1.0, 0.01);
}

TEST(Coupling, loss_of_leydig_capacity_lowers_testosterone_and_raises_lh_and_ends_spermatogenesis) {
  const Ratio ratio({"insult.0.leydig_capacity_factor=0"});
  EXPECT_LT(ratio("testosterone", "day_96"), 0.2);
  EXPECT_GT(ratio("lh", "day_96"), 3.0);
  EXPECT_GT(ratio("fsh", "day_96"), 2.0);
  EXPECT_LT(ratio("late_spermatids_per_sertoli", "day_192"), 0.2);
  EXPECT_GT(ratio("late_spermatids_per_sertoli", "day_24"), 0.9);
}

TEST(Coupling, hcg_raises_testosterone_in_a_healthy_man_and_suppresses_his_lh) {
  const auto testosterone = means(undisturbed(), "hcg", "testosterone");
  const auto lh = means(undisturbed(), "hcg", "lh");
  EXPECT_GT(testosterone.at("day_96") / testosterone.at("before"), 1.3);
  EXPECT_LT(lh.at("day_96") / lh.at("before"), 0.5);
}

TEST(Coupling, hcg_does_nothing_for_testosterone_without_leydig_capacity) {
  const std::string none = "parameters.noa.histology.complete_spermatogenesis.leydig_median=0";
  const auto treated = means(run("healthy-men.toml", {none}), "hcg", "testosterone");
  const auto sham = means(run("healthy-men.toml", {none, "arm.1.drug.0.dose=1e-9"}), "hcg", "testosterone");
  // Adrenal testosterone alone: the same to the tolerance of the integrator (3e-4).
  for (const auto& [visit, value] : treated) EXPECT_NEAR(value / sham.at(visit), 1.0, 2e-3) << visit;
  EXPECT_LT(treated.at("day_96"), 0.2 * means(undisturbed(), "hcg", "testosterone").at("before"));
}

TEST(Coupling, an_insult_of_size_nil_changes_nothing) {
  const Ratio ratio({"insult.0.germ_cell=leptotene"});
  EXPECT_EQ(ratio("late_spermatids_per_sertoli", "day_96"), 1.0);
  EXPECT_EQ(ratio("fsh", "day_96"), 1.0);
}

}  // namespace
}  // namespace azoo::coupling
