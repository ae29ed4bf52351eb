#include "report/operating_characteristics.hpp"

#include <cmath>  // for isfinite
#include <map>    // for map
#include <tuple>  // for tuple

#include "report/analysis_comparison.hpp"
#include "report/number_style.hpp"
#include "report/trial_view.hpp"
#include "statistics/proportion.hpp"

namespace azoo::report {

std::vector<OperatingCharacteristic> operating_characteristics(
    const std::vector<trial::AnalysisRow>& analysis, double alpha) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> index;
  std::vector<OperatingCharacteristic> out;
  for (const trial::AnalysisRow& row : analysis) {
    if (row.analysis != "as_printed" && row.analysis != "recommended") continue;
    const auto [at, added] =
        index.try_emplace({row.analysis, row.endpoint, row.contrast, row.method}, out.size());
    if (added) out.push_back({row.analysis, row.endpoint, row.contrast, row.method, 0, 0});
    const double p = deciding_p(row);
    if (!std::isfinite(p)) continue;
    ++out[at->second].computed;
    out[at->second].below += static_cast<int>(p < alpha);
  }
  return out;
}

Markup operating_characteristics_table(const std::vector<trial::AnalysisRow>& analysis, double alpha,
                                       int replicates) {
  HtmlTable table("Share of " + std::to_string(replicates) +
                      " replicates in which P (adjusted where the analysis adjusts) is below " +
                      exact(alpha) + ", with the exact 95 % interval of the simulation error",
                  {"Comparison", "Analysis", "Method", "Replicates with a P", "P below " + exact(alpha),
                   "Share", "95 % interval"});
  std::string endpoint;
  bool first = true;
  for (const OperatingCharacteristic& each : operating_characteristics(analysis, alpha)) {
    if (first || each.endpoint != endpoint) table.group(short_name(each.endpoint));
    first = false;
    endpoint = each.endpoint;
    std::string share = "–";
    std::string limits = "–";
    if (each.computed > 0) {
      const statistics::TestResult exact = statistics::clopper_pearson(each.below, each.computed);
      share = percent(exact.estimate);
      limits = percent(exact.ci_low) + " to " + percent(exact.ci_high);
    }
    table.row(std::vector<std::string>{each.contrast, spaced(each.analysis), spaced(each.method),
                                       std::to_string(each.computed), std::to_string(each.below), share,
                                       limits});
  }
  if (table.empty()) return paragraph("No tests were handed to the report.");
  return table.finish("long") + note(
                                    "If the product truly does nothing in the simulation, this share is the "
                                    "false-positive rate; if it "
                                    "works, it is the power. Which of the two holds is set by the hypotheses "
                                    "switched on in the study.");
}

}  // namespace azoo::report
