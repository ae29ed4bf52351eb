// When the men are seen, what is measured and how, and how it is analysed.
#include <algorithm>
#include <limits>
#include <set>

#include "study/trial_study_sections.hpp"
#include "trial/analysis.hpp"

namespace azoo::study {

std::vector<std::string> read_words(TomlReader& reader, std::string_view key,
                                    const std::vector<std::string>& known) {
  std::vector<std::string> words = reader.texts(key);
  std::set<std::string> seen;
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      const std::string near = nearest_word(word, known);
      std::string list = "only words of: ";
      constexpr std::size_t fit_a_line = 40;
      for (const std::string& one : known) list += (&one == &known.front() ? "" : ", ") + one;
      if (known.size() > fit_a_line) list = "only words that azoo observables lists";
      reader.fault(key, list + "; not " + word + (near.empty() ? "" : " (did you mean " + near + "?)"));
    } else if (!seen.insert(word).second) {
      reader.fault(key, "each word once, not " + word + " again");
    }
  }
  return words;
}

void read_visit(TomlReader table, trial::Visit& visit) {
  visit.name = read_identifier(table, "name");
  visit.anchor = table.word_or("anchor", "surgery", {"surgery", "aspiration"});
  visit.day = table.number("day", day_number);
  visit.window_d = table.number_or("window_d", 0.0, day_span);
  visit.analytes = read_words(table, "analytes", observable_keys());
  table.finish();
}

void read_assay(TomlReader table, trial::Assay& assay) {
  constexpr NumberRule cv{0.0, 1.0, false, "a coefficient of variation from 0 to 1"};
  assay.analyte = table.word("analyte", observable_keys({"hormone"}));
  assay.unit = table.word("unit", {observable_unit(assay.analyte)});
  assay.cv = table.number("cv", cv);
  assay.lloq = table.number_or("lloq", 0.0, not_negative);
  // No upper limit is said by leaving the key out; TOML's inf would not be a finite number.
  assay.uloq = table.has("uloq") ? table.number("uloq", positive) : std::numeric_limits<double>::infinity();
  if (assay.lloq >= assay.uloq) table.fault("uloq", "more than lloq");
  assay.method = table.text_or("method", "");
  table.finish();
}

void read_semen(TomlReader table, trial::SemenExamination& semen) {
  constexpr NumberRule share{0.0, 1.0, true, "a number > 0 and at most 1"};
  semen.pellet_fraction_examined = table.number("pellet_fraction_examined", share);
  semen.detection_probability = table.number("detection_probability", share);
  semen.dispersion_k = table.number("dispersion_k", positive);
  table.finish();
}

void read_endpoint(TomlReader table, trial::Endpoint& endpoint) {
  endpoint.analyte =
      table.word("analyte", observable_keys({"hormone", "semen", "biopsy", "ultrasound", "tissue"}));
  endpoint.baseline_visit = table.text("baseline_visit");
  endpoint.final_visit = table.text("final_visit");
  endpoint.published_direction = table.word_or("published_direction", "none", {"up", "down", "none"});
  endpoint.scale = table.word("scale", {"raw", "log", "rank"});
  endpoint.primary_efficacy = table.flag_or("primary_efficacy", false);
  table.finish();
}

void read_analysis(TomlReader table, trial::AnalysisPlan& analysis) {
  constexpr NumberRule level{0.0, 0.5, true, "a number > 0 and at most 0.5"};
  analysis.alpha = table.number_or("alpha", 0.05, level);
  analysis.reference_arm = table.text("reference_arm");
  analysis.primary_contrast_arm = table.text("primary_contrast_arm");
  analysis.as_printed = table.has("as_printed") ? read_words(table, "as_printed", trial::as_printed_methods())
                                                : table.texts_or("as_printed", {});
  analysis.recommended = table.has("recommended")
                             ? read_words(table, "recommended", trial::recommended_methods())
                             : table.texts_or("recommended", {});
  analysis.responder_analyte = table.text_or("responder_analyte", "");
  if (!analysis.responder_analyte.empty())
    analysis.responder_threshold = table.number("responder_threshold", not_negative);
  table.finish();
}

}  // namespace azoo::study
