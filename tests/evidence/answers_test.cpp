// Answers in more than one row of a table: a row whole, advice, the causal graph.
#include <gtest/gtest.h>

#include "evidence/advise.hpp"
#include "evidence/causal_graph.hpp"
#include "evidence/show.hpp"
#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

TEST(EvidenceShow, tells_a_row_whole_with_what_hangs_on_it) {
  Problems problems;
  const auto row = show_row(fixture::small(), "e900-t1-01", problems);
  ASSERT_TRUE(row);
  const std::string text = to_text(*row, {"studies/x.toml:3: evidence = [\"E900-T1-01\"]"});
  for (const char* part :
       {"E900-T1-01  Experiments in animals", "paper: sample-2020, 900_sample.txt", "experiments/900.csv:2",
        "1e6   (printed: 106 cells)", "1: Doe J 2001, doi 10.1000/one",
        "E900-T1-01-A01  adipose MSC raises DDX4", "E900-O01  treated, sperm_count", "studies/x.toml:3"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nnot in\n" << text;
  const auto claim = show_row(fixture::small(), "E900-A001", problems);
  ASSERT_EQ(claim->conflicts.size(), 1u);
  EXPECT_EQ(claim->conflicts[0].id, "E900-C01");
  EXPECT_NE(claim->conflicts[0].text.find("Treatment: the table is followed"), std::string::npos);
  problems.throw_if_any();
}

TEST(EvidenceShow, of_an_unknown_id_names_a_near_one) {
  Problems problems;
  EXPECT_FALSE(show_row(fixture::small(), "E900-T1-91", problems));
  EXPECT_NE(to_text(problems.list()[0]).find("perhaps E900-T1-01"), std::string::npos);
}

std::string advice(const std::vector<std::string>& aetiologies, const std::string& karyotype = "",
                   const std::string& inflammation = "", std::optional<double> age = std::nullopt) {
  Problems problems;
  const Patient patient = read_patient(fixture::small(), aetiologies, karyotype, inflammation, age, problems);
  problems.throw_if_any();
  std::string text;
  const EvidenceTable& rules = fixture::small().table("rules");
  for (const Advice& each : advise(fixture::small(), patient))
    text +=
        (text.empty() ? "" : " ") + rules.cell(each.row, "id").substr(5) + (each.unless.empty() ? "" : "?");
  return text;
}

TEST(EvidenceAdvice, keeps_rules_that_apply_and_marks_those_that_hang_on_the_unknown) {
  EXPECT_EQ(advice({"idiopathic"}), "L01? L03? L04?");
  EXPECT_EQ(advice({"idiopathic"}, "normal"), "L01 L03? L04?");
  EXPECT_EQ(advice({"idiopathic"}, "normal", "yes"), "L01 L03 L04?");
  EXPECT_EQ(advice({"idiopathic"}, "klinefelter", "no"), "L02 L04?");
  EXPECT_EQ(advice({"idiopathic"}, "normal", "no", 60.0), "L01 L04?");  // no paper prints an age limit
}

TEST(EvidenceAdvice, a_rule_for_a_wider_cause_holds_and_other_names_resolve) {
  EXPECT_EQ(advice({"klinefelter"}), "L02 L03? L04?");
  EXPECT_EQ(advice({"47,XXY"}), "L02 L03? L04?");
  EXPECT_EQ(advice({"Klinefelter syndrome"}), "L02 L03? L04?");
}

TEST(EvidenceAdvice, says_that_it_is_not_for_patient_care_and_what_is_missing) {
  Problems problems;
  const Patient patient = read_patient(fixture::small(), {"idiopathic"}, "", "unknown", 44.0, problems);
  const std::string text = advice_text(fixture::small(), patient, advise(fixture::small(), patient));
  for (const char* part :
       {"Not for patient care", "only if karyotype is normal", "only if inflammation is yes",
        "44 years count as older (no limit is printed)", "for it: E900-T1-02"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nnot in\n" << text;
}

TEST(EvidenceAdvice, refuses_words_it_does_not_know) {
  Problems problems;
  (void)read_patient(fixture::small(), {"klinefleter"}, "odd", "maybe", -3.0, problems);
  ASSERT_EQ(problems.list().size(), 4u);
  EXPECT_NE(to_text(problems.list()[0]).find("perhaps klinefelter; known are any, genetic"),
            std::string::npos);
}

TEST(EvidenceNetwork, merges_claims_and_marks_pairs_with_both_signs) {
  const CausalGraph graph = causal_graph(fixture::small());
  ASSERT_EQ(graph.nodes.size(), 4u);
  ASSERT_EQ(graph.edges.size(), 3u);
  EXPECT_EQ(graph.nodes[graph.edges[0].target].name, "DDX4");
  EXPECT_TRUE(graph.edges[0].contested);
  EXPECT_FALSE(graph.edges[1].contested);
  EXPECT_TRUE(graph.edges[2].contested);
  EXPECT_EQ(graph.nodes[graph.edges[0].target].other_names, (std::vector<std::string>{"VASA", "MVH"}));
}

TEST(EvidenceNetwork, is_written_with_typed_attributes_and_escaped_text) {
  CausalGraph graph = causal_graph(fixture::small());
  graph.nodes[0].name = "a<b>&\"c\"";
  const std::string graphml = to_graphml(graph);
  EXPECT_NE(graphml.find("<data key=\"n_name\">a&lt;b&gt;&amp;&quot;c&quot;</data>"), std::string::npos);
  EXPECT_NE(graphml.find("attr.name=\"sign\" attr.type=\"int\""), std::string::npos);
  EXPECT_NE(graphml.find("<data key=\"e_contested\">true</data>"), std::string::npos);
  const std::string cyjs = to_cyjs(graph);
  EXPECT_NE(cyjs.find("\"name\": \"a<b>&\\\"c\\\"\""), std::string::npos);
  EXPECT_NE(cyjs.find("\"sign\": -1, \"weight\": 1"), std::string::npos);
}

}  // namespace
}  // namespace azoo::evidence
