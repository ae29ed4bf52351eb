#include "report/analysis_comparison.hpp"

#include <algorithm>  // for find_if, find
#include <cmath>      // for isfinite

#include "report/number_style.hpp"
#include "report/trial_view.hpp"

namespace azoo::report {

namespace {

using trial::AnalysisRow;

std::string label_of(const trial::Arm& arm) {
  return arm.label.empty() ? arm.name : arm.label;
}

// What two analyses of the same men share: the text before the colon.
std::string compared_arms(const std::string& contrast) {
  return contrast.substr(0, contrast.find(':'));
}

// The analysis itself names the rows that only stand beside the deciding test.
bool stands_beside(const AnalysisRow& row) {
  return row.note.find("which decides") != std::string::npos;
}

// How the deciding tests of one analysis read at alpha.
enum class Reading { none, difference, no_difference, mixed };
Reading reading_of(const std::vector<const AnalysisRow*>& rows, double alpha) {
  int below = 0;
  int above = 0;
  for (const AnalysisRow* row : rows) {
    if (stands_beside(*row)) continue;
    const double p = deciding_p(*row);
    if (std::isfinite(p)) ++(p < alpha ? below : above);
  }
  if (below + above == 0) return Reading::none;
  if (below > 0 && above > 0) return Reading::mixed;
  return below > 0 ? Reading::difference : Reading::no_difference;
}

Markup result(const AnalysisRow* row) {
  Markup out = element("span", text(spaced(row->method)), " class=\"method\"");
  out += Markup{"<br/>"};
  if (!std::isfinite(row->estimate) && !std::isfinite(row->p)) {
    out += text("not computed");
  } else {
    std::string value = number(row->estimate);
    if (!row->unit.empty() && row->unit != "1") value += " " + row->unit;
    if (std::isfinite(row->ci_low) || std::isfinite(row->ci_high)) {
      value += " (" + percent(row->ci_level) + " interval " + interval(row->ci_low, row->ci_high) + ")";
    }
    out += text(value) + Markup{"<br/>"} + element("strong", text(p_value(row->p)));
    if (std::isfinite(row->p_adjusted)) out += text("; adjusted " + p_value(row->p_adjusted));
  }
  std::string sizes = "n = " + std::to_string(row->n1);
  if (row->n2 > 0) sizes += " and " + std::to_string(row->n2);
  if (!row->population.empty()) sizes += ", " + spaced(row->population);
  out += Markup{"<br/>"} + element("small", text(sizes));
  if (!row->note.empty()) out += Markup{"<br/>"} + element("small", text(row->note));
  return out;
}

Markup cell(const std::vector<const AnalysisRow*>& rows) {
  if (rows.empty()) return text("not part of this analysis");
  Markup out;
  for (const AnalysisRow* row : rows) out += element("div", result(row), " class=\"result\"");
  return out;
}

}  // namespace

std::string contrast_words(const trial::Design& design, const std::string& contrast) {
  const std::string arms = compared_arms(contrast);
  const std::string rest = spaced(contrast.substr(arms.size()));
  for (const trial::Arm& arm : design.arms) {
    if (arms == arm.name) return label_of(arm) + rest;
    for (const trial::Arm& other : design.arms) {
      if (arms == arm.name + " - " + other.name) return label_of(arm) + " against " + label_of(other) + rest;
    }
  }
  return spaced(contrast);
}

double deciding_p(const AnalysisRow& row) {
  return std::isfinite(row.p_adjusted) ? row.p_adjusted : row.p;
}

std::vector<AnalysisPair> pair_analyses(const std::vector<AnalysisRow>& analysis, int replicate) {
  std::vector<AnalysisPair> out;
  for (const AnalysisRow& row : analysis) {
    const bool printed = row.analysis == "as_printed";
    if (row.replicate != replicate || (!printed && row.analysis != "recommended")) continue;
    const std::string arms = compared_arms(row.contrast);
    auto at = std::find_if(out.begin(), out.end(), [&](const AnalysisPair& pair) {
      return pair.endpoint == row.endpoint && pair.arms == arms;
    });
    if (at == out.end()) {
      // Behind the last row of the same endpoint, else at the end.
      const auto last = std::find_if(out.rbegin(), out.rend(),
                                     [&](const AnalysisPair& pair) { return pair.endpoint == row.endpoint; });
      at = out.insert(last == out.rend() ? out.end() : last.base(), AnalysisPair{row.endpoint, arms, {}, {}});
    }
    (printed ? at->printed : at->recommended).push_back(&row);
  }
  return out;
}

std::string difference_sentence(const AnalysisPair& pair, double alpha) {
  if (pair.recommended.empty()) return "The recommended analysis does not use this comparison.";
  if (pair.printed.empty()) return "The paper did not make this comparison.";
  const Reading printed = reading_of(pair.printed, alpha);
  const Reading recommended = reading_of(pair.recommended, alpha);
  if (printed == Reading::none || recommended == Reading::none) {
    return "One of the two has no P, so they cannot be compared.";
  }
  const bool adjusted = std::any_of(pair.recommended.begin(), pair.recommended.end(),
                                    [](const AnalysisRow* row) { return std::isfinite(row->p_adjusted); });
  const std::string with = adjusted ? ", corrected for the number of tests," : "";
  if (recommended == Reading::mixed) {
    return "The recommended tests do not agree with one another at " + exact(alpha) +
           (adjusted ? " (corrected for the number of tests)" : "") +
           ": the reading hangs on the method, so no difference is established.";
  }
  if (printed == recommended) {
    return (printed == Reading::difference ? "Both read as a difference at "
                                           : "Neither reads as a difference at ") +
           exact(alpha) + ".";
  }
  if (recommended == Reading::difference) {
    return "The recommended analysis" + with +
           " sees a difference that the printed one does not show clearly.";
  }
  return "As printed this would be reported as a difference; the recommended analysis" + with +
         " does not support it.";
}

Markup analysis_comparison(const TrialReportInput& input, int replicate) {
  const std::vector<AnalysisPair> pairs = pair_analyses(input.analysis, replicate);
  if (pairs.empty()) return paragraph("No analysis of this replicate was handed to the report.");
  HtmlTable table("The same comparison as printed and as recommended: estimate, interval, P, men",
                  {"Comparison", "As printed in the paper", "As recommended", "What the difference means"});
  std::string endpoint;
  bool first = true;
  for (const AnalysisPair& pair : pairs) {
    if (first || pair.endpoint != endpoint) table.group(short_name(pair.endpoint));
    first = false;
    endpoint = pair.endpoint;
    const AnalysisRow& any = pair.printed.empty() ? *pair.recommended.front() : *pair.printed.front();
    table.row(std::vector<Markup>{text(contrast_words(input.design, any.contrast)), cell(pair.printed),
                                  cell(pair.recommended),
                                  text(difference_sentence(pair, input.design.analysis.alpha))});
  }
  Markup out = table.finish();
  HtmlTable safety("Statistics on safety", {"Comparison", "Endpoint", "Result"});
  for (const AnalysisRow& row : input.analysis) {
    if (row.replicate != replicate || row.analysis != "safety") continue;
    safety.row(std::vector<Markup>{text(contrast_words(input.design, row.contrast)),
                                   text(spaced(row.endpoint)), result(&row)});
  }
  if (!safety.empty()) out += safety.finish();
  return out;
}

}  // namespace azoo::report
