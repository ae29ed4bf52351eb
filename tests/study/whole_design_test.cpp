// Every field of a design comes from its own key: a small study whose values are all different from the
// defaults, against the design written down by hand.
#include <gtest/gtest.h>

#include "design_text.hpp"
#include "study_files.hpp"

namespace azoo::study {
namespace {

TEST(WholeDesign, takes_every_field_from_its_own_key) {
  const Outcome outcome = read_with(
      project_folder() / "tests/bad_input/base.toml",
      {"histology_participants=3", "eligibility.criterion.0.source=table 1",
       "population.secondary_infertility_fraction=0.2", "arm.0.label=BM-MSC", "arm.0.source=methods",
       "arm.0.product.testes=1", "arm.0.product.day=1", "arm.1.vehicle=true", "visit.1.window_d=2",
       "assay.0.uloq=150", "assay.0.method=ECLIA", "semen.pellet_fraction_examined=0.9",
       "analysis.responder_threshold=2", "withdrawal.source=assumed", "sample.step_d=0.5"});
  ASSERT_TRUE(outcome.study) << outcome.messages;
  EXPECT_EQ(DesignText::of(outcome.study->design),
            R"(head base|A small trial|Does the reader see every fault?|zhankina-2024|1|2|list of 2|paracrine|immune|3|-21|187|
screening 12|10|condition|2|90|-111|
criterion age|include|20 to 50 years|no|0|table 1|
condition age|20|50|nan|
criterion consent|exclude|Refuses|yes|0.1||
population noa|list of 1|mixed_atrophy|list of 1|1|31|5|24|48|0.2|fsh|21.7|0.74|4|
arm cells|BM-MSC|5|yes|yes|no|methods|yes|
product bm-msc|cells|1|70|14|21|1|
site seminiferous_tubules|1e+07|0.3|
arm hormones|hormones|5|no|no|yes||no|
drug hcg|1000|IU|3.5|0|180|
allocation random|4|
visit baseline|surgery|-21|0|list of 2|fsh|sperm_concentration|
visit after_aspiration|aspiration|14|2|list of 0|
visit day_180|surgery|180|7|list of 2|fsh|sperm_concentration|
assay fsh|IU/L|0.06|0.2|150|ECLIA|
semen 0.9|0.8|0.5|
endpoint fsh|baseline|day_180|down|log|yes|
analysis 0.05|hormones|cells|list of 1|paired_t|list of 1|rank_sum|fsh|2|
event scrotal pain|surgery|0.5|list of 5|0.75|0.24|0.01|0|0|1|assumed|assumed|
withdrawal 0.05|assumed|
sample 20|24|8|0.5|
)");
}

}  // namespace
}  // namespace azoo::study
