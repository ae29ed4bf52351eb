#include "report/trial_view.hpp"

#include <algorithm>  // for find_if, sort, replace
#include <cmath>      // for isfinite
#include <set>        // for set

namespace azoo::report {

namespace {

std::string key_of(std::string_view man, std::string_view analyte) {
  return std::string(man) + '\x1f' + std::string(analyte);
}

struct AnalyteName {
  std::string_view key;
  std::string_view abbreviation;
  std::string_view full;
};
constexpr AnalyteName names[] = {
    {"testosterone", "Testosterone", "total testosterone"},
    {"fsh", "FSH", "follicle-stimulating hormone"},
    {"lh", "LH", "luteinizing hormone"},
    {"inhibin_b", "Inhibin B", "inhibin B"},
    {"prolactin", "Prolactin", "prolactin"},
    {"estradiol", "Oestradiol", "oestradiol"},
    {"shbg", "SHBG", "sex-hormone-binding globulin"},
    {"sperm_concentration", "Sperm concentration", "sperm concentration"},
    {"total_sperm", "Total sperm count", "total sperm count"},
    {"testis_volume", "Testis volume", "testis volume"},
};

const AnalyteName* name_of(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(names), std::end(names), [&](const auto& n) { return n.key == key; });
  return found == std::end(names) ? nullptr : found;
}

}  // namespace

TrialView::TrialView(const trial::Design& design, const trial::TrialRecords& records, int replicate)
    : design_(&design), replicate_(replicate) {
  for (const trial::Arm& arm : design.arms) {
    arms_.push_back({arm.name, arm.label.empty() ? arm.name : arm.label, &arm, {}});
  }
  for (const trial::ParticipantRow& man : records.participants) {
    if (man.replicate != replicate) continue;
    screened_.push_back(&man);
    if (man.arm.empty() || man.status == "screen_failure") continue;
    auto arm = std::find_if(arms_.begin(), arms_.end(), [&](const ArmView& a) { return a.name == man.arm; });
    if (arm == arms_.end()) arm = arms_.insert(arms_.end(), ArmView{man.arm, man.arm, nullptr, {}});
    arm->men.push_back(&man);
  }
  for (const trial::VisitRow& row : records.visits) {
    if (row.replicate != replicate) continue;
    if (!row.unit.empty()) units_.try_emplace(row.analyte, row.unit);
    if (!std::isfinite(row.value) || row.flag == "missing") continue;
    by_man_and_analyte_[key_of(row.participant, row.analyte)].push_back(&row);
  }
  for (auto& [key, rows] : by_man_and_analyte_) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->day < b->day; });
  }
  for (const trial::EventRow& event : records.events) {
    if (event.replicate == replicate) events_.push_back(&event);
  }
}

std::vector<const trial::VisitRow*> TrialView::series(std::string_view man, std::string_view analyte) const {
  const auto found = by_man_and_analyte_.find(key_of(man, analyte));
  return found == by_man_and_analyte_.end() ? std::vector<const trial::VisitRow*>{} : found->second;
}

const trial::VisitRow* TrialView::measured(std::string_view man, std::string_view visit,
                                           std::string_view analyte) const {
  const auto found = by_man_and_analyte_.find(key_of(man, analyte));
  if (found == by_man_and_analyte_.end()) return nullptr;
  for (const trial::VisitRow* row : found->second) {
    if (row->visit == visit) return row;
  }
  return nullptr;
}

Pairs TrialView::pairs(const ArmView& arm, const trial::Endpoint& endpoint) const {
  Pairs out;
  for (const trial::ParticipantRow* man : arm.men) {
    const trial::VisitRow* before = measured(man->participant, endpoint.baseline_visit, endpoint.analyte);
    const trial::VisitRow* after = measured(man->participant, endpoint.final_visit, endpoint.analyte);
    if (before == nullptr || after == nullptr) continue;
    out.before.push_back(before->value);
    out.after.push_back(after->value);
    out.flagged += static_cast<int>(!before->flag.empty()) + static_cast<int>(!after->flag.empty());
  }
  return out;
}

std::string TrialView::unit_of(std::string_view analyte) const {
  if (const auto found = units_.find(analyte); found != units_.end()) return found->second;
  for (const trial::Assay& assay : design_->assays) {
    if (assay.analyte == analyte) return assay.unit;
  }
  return "unit not stated";
}

int replicate_count(const trial::TrialRecords& records, const std::vector<trial::AnalysisRow>& analysis) {
  std::set<int> seen;
  for (const auto& row : records.participants) seen.insert(row.replicate);
  for (const auto& row : analysis) seen.insert(row.replicate);
  return static_cast<int>(seen.size());
}

std::string spaced(std::string_view key) {
  std::string out(key);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string long_name(std::string_view analyte) {
  const AnalyteName* found = name_of(analyte);
  return found == nullptr ? spaced(analyte) : std::string(found->full);
}

std::string short_name(std::string_view analyte) {
  if (const AnalyteName* found = name_of(analyte); found != nullptr) return std::string(found->abbreviation);
  std::string out = spaced(analyte);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 32);
  return out;
}

}  // namespace azoo::report
