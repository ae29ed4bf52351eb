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

Markup cell(const AnalysisRow* row) {
  if (row == nullptr) return text("not part of this analysis");
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

}  // namespace

std::string contrast_words(const trial::Design& design, const std::string& contrast) {
  for (const trial::Arm& arm : design.arms) {
    if (contrast.rfind(arm.name + ":", 0) == 0)
      return label_of(arm) + spaced(contrast.substr(arm.name.size()));
    for (const trial::Arm& other : design.arms) {
      if (contrast == arm.name + " - " + other.name) return label_of(arm) + " against " + label_of(other);
    }
  }
  return spaced(contrast);
}

double deciding_p(const AnalysisRow& row) {
  return std::isfinite(row.p_adjusted) ? row.p_adjusted : row.p;
}

std::vector<AnalysisPair> pair_analyses(const std::vector<AnalysisRow>& analysis, int replicate) {
  std::vector<std::string> endpoints;
  for (const AnalysisRow& row : analysis) {
    if (row.replicate != replicate || (row.analysis != "as_printed" && row.analysis != "recommended"))
      continue;
    if (std::find(endpoints.begin(), endpoints.end(), row.endpoint) == endpoints.end())
      endpoints.push_back(row.endpoint);
  }
  std::vector<AnalysisPair> out;
  for (const std::string& endpoint : endpoints) {
    const auto first = static_cast<std::ptrdiff_t>(out.size());
    for (const AnalysisRow& row : analysis) {
      if (row.replicate == replicate && row.analysis == "as_printed" && row.endpoint == endpoint) {
        out.push_back({endpoint, &row, nullptr});
      }
    }
    for (const AnalysisRow& row : analysis) {
      if (row.replicate != replicate || row.analysis != "recommended" || row.endpoint != endpoint) continue;
      const auto partner = std::find_if(out.begin() + first, out.end(), [&](const AnalysisPair& pair) {
        return pair.recommended == nullptr && pair.printed != nullptr &&
               pair.printed->contrast == row.contrast;
      });
      if (partner != out.end()) {
        partner->recommended = &row;
      } else {
        out.push_back({endpoint, nullptr, &row});
      }
    }
  }
  return out;
}

std::string difference_sentence(const AnalysisPair& pair, double alpha) {
  if (pair.recommended == nullptr) return "The recommended analysis does not use this comparison.";
  if (pair.printed == nullptr) return "The paper did not make this comparison.";
  const double printed = pair.printed->p;
  const double recommended = deciding_p(*pair.recommended);
  if (!std::isfinite(printed) || !std::isfinite(recommended)) return "One of the two could not be computed.";
  const bool adjusted = std::isfinite(pair.recommended->p_adjusted);
  const std::string with = adjusted ? ", corrected for the number of tests," : "";
  const std::string limit = exact(alpha);
  if (printed < alpha && recommended < alpha) return "Both read as a difference at " + limit + ".";
  if (printed >= alpha && recommended >= alpha) return "Neither reads as a difference at " + limit + ".";
  if (printed < alpha) {
    return "As printed this would be reported as a difference; the recommended test" + with +
           " does not support it.";
  }
  return "The recommended test" + with + " sees a difference that the printed one misses.";
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
    const AnalysisRow& any = pair.printed != nullptr ? *pair.printed : *pair.recommended;
    table.row(std::vector<Markup>{text(contrast_words(input.design, any.contrast)), cell(pair.printed),
                                  cell(pair.recommended),
                                  text(difference_sentence(pair, input.design.analysis.alpha))});
  }
  Markup out = table.finish();
  HtmlTable safety("Statistics on safety", {"Comparison", "Endpoint", "Result"});
  for (const AnalysisRow& row : input.analysis) {
    if (row.replicate != replicate || row.analysis != "safety") continue;
    safety.row(std::vector<Markup>{text(contrast_words(input.design, row.contrast)),
                                   text(spaced(row.endpoint)), cell(&row)});
  }
  if (!safety.empty()) out += safety.finish();
  return out;
}

}  // namespace azoo::report
