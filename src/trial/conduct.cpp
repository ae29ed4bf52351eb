#include "trial/conduct.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "core/problem.hpp"
#include "core/random.hpp"
#include "trial/allocation.hpp"
#include "trial/course.hpp"
#include "trial/eligibility.hpp"
#include "trial/population.hpp"

namespace azoo::trial {

namespace {

// Men of one place have numbers of their own; no trial screens so many for one place.
constexpr std::uint64_t men_per_place = 100'000;
// A place that so many examined men could not fill will not be filled by the next one.
constexpr int most_examined_per_place = 2'000;
// Places of one_screen_failure lie beyond those of any trial.
constexpr std::uint64_t first_extra_place = 1'000'000'000;

}  // namespace

struct Conduct::Parts {
  Parts(const Design& design_, const ParameterSet& parameters_, std::uint64_t seed_)
      : design(design_),
        parameters(parameters_),
        seed(seed_),
        population(parameters, design),
        setting{design,
                seed_,
                body::Model(parameters, design.population.mix),
                Laboratory(design, parameters, seed_),
                Treatments(design, parameters, seed_),
                VisitPlan(design, seed_)} {}

  Design design;
  ParameterSet parameters;
  std::uint64_t seed;
  PopulationModel population;
  Setting setting;
};

namespace {

struct Candidate {
  std::uint64_t man = 0;
  body::Constitution constitution;
};

[[noreturn]] void refuse_criteria(const std::string& what, std::uint64_t men) {
  throw InputError(
      {{{},
        "eligibility",
        std::to_string(men) + " men in a row " + what,
        "criteria that some men of the population meet, and, under rule \"condition\" with more men "
        "screened than enrolled, that some fail"}});
}

// Screens men for one place, one after the other.
class PlaceSearch {
 public:
  PlaceSearch(const Conduct::Parts& parts, int replicate, std::uint64_t place)
      : parts_(parts), replicate_(replicate), place_(place), next_man_((place + 1) * men_per_place) {}

  // The next man, with the reasons that are known without examining him.
  Candidate next(std::vector<std::string>& reasons) {
    Candidate candidate;
    if (next_man_ == (place_ + 2) * men_per_place)
      refuse_criteria("failing all drawn criteria", men_per_place);
    candidate.man = next_man_++;
    const auto replicate = static_cast<std::uint64_t>(replicate_);
    candidate.constitution = parts_.population.draw(parts_.seed, replicate, candidate.man);
    const RandomStream stream({parts_.seed, replicate, candidate.man, Stream::candidate_characteristics});
    Draws draws(stream, 1, 0);
    reasons = drawn_reasons(parts_.design.eligibility, draws);
    return candidate;
  }

  std::string provisional_name(const Candidate& candidate) const {
    return std::to_string(place_) + "/" + std::to_string(candidate.man % men_per_place);
  }

  // Of several men without a known reason against them, the one whose expected hormone is nearest (in
  // logarithm) to a value drawn from the printed baseline: the sample then follows that baseline as far as
  // the population allows.
  Candidate matched(TrialRecords& records) {
    const Population& population = parts_.design.population;
    const RandomStream stream(
        {parts_.seed, static_cast<std::uint64_t>(replicate_), place_, Stream::candidate_matching});
    Draws draws(stream, static_cast<std::uint32_t>(next_man_ % men_per_place), 0);
    const bool matching = !population.match_analyte.empty() && population.candidates_per_place > 1;
    const double target =
        matching ? std::log(population.match_median) + population.match_sigma_log * draws.normal() : 0.0;
    Candidate best;
    double best_distance = std::numeric_limits<double>::infinity();
    for (int k = 0; k < (matching ? population.candidates_per_place : 1); ++k) {
      // One man comes to be screened; the others of the match only lend their baseline, and whoever of them
      // is turned away was never there.
      TrialRecords not_there;
      Candidate candidate = acceptable(k == 0 ? records : not_there);
      if (!matching) return candidate;
      const double fsh = body::expected_hormones(parts_.setting.model, candidate.constitution).fsh_IU_per_L;
      const double distance = std::fabs(std::log(fsh) - target);
      if (distance < best_distance) {
        best_distance = distance;
        best = std::move(candidate);
      }
    }
    return best;
  }

  void record_failure(const Candidate& candidate, const std::vector<std::string>& reasons,
                      TrialRecords& records) {
    ParticipantRow row = participant_row(candidate.constitution, provisional_name(candidate));
    row.status = "screen_failure";
    row.failed_criteria = joined(reasons);
    records.participants.push_back(std::move(row));
  }

 private:
  Candidate acceptable(TrialRecords& records) {
    for (;;) {
      std::vector<std::string> reasons;
      Candidate candidate = next(reasons);
      if (reasons.empty()) return candidate;
      record_failure(candidate, reasons, records);
    }
  }

  const Conduct::Parts& parts_;
  int replicate_;
  std::uint64_t place_;
  std::uint64_t next_man_;
};

// The first places of an arm keep their tissue for the report.
bool keeps_sections(const Design& design, const std::vector<int>& arms, int replicate, int place) {
  if (replicate != 0) return false;
  const int arm = arms[static_cast<std::size_t>(place)];
  int earlier = 0;
  for (int p = 0; p < place; ++p) earlier += arms[static_cast<std::size_t>(p)] == arm ? 1 : 0;
  return earlier < design.histology_participants;
}

}  // namespace

Conduct::Conduct(const Design& design, const ParameterSet& parameters, std::uint64_t seed)
    : parts_(std::make_unique<Parts>(design, parameters, seed)) {}

Conduct::~Conduct() = default;

int Conduct::places() const {
  int places = 0;
  for (const Arm& arm : parts_->design.arms) places += arm.size;
  return places;
}

TrialRecords Conduct::fill_place(int replicate, int place) const {
  const std::vector<int> arms = allocate(parts_->design, parts_->seed, static_cast<std::uint64_t>(replicate));
  const Arm& arm = parts_->design.arms[static_cast<std::size_t>(arms[static_cast<std::size_t>(place)])];
  TrialRecords records;
  PlaceSearch search(*parts_, replicate, static_cast<std::uint64_t>(place));
  for (int examined = 0; examined < most_examined_per_place; ++examined) {
    const Candidate candidate = search.matched(records);
    Course course(parts_->setting, replicate, candidate.man, candidate.constitution,
                  search.provisional_name(candidate));
    const std::vector<std::string> reasons = course.screen();
    if (!reasons.empty()) {
      course.finish("screen_failure", reasons, records);
      continue;
    }
    course.treat_and_follow(arm, keeps_sections(parts_->design, arms, replicate, place));
    course.finish(course.withdrawn() ? "withdrawn" : "completed", {}, records);
    return records;
  }
  refuse_criteria("not eligible when examined", most_examined_per_place);
}

TrialRecords Conduct::one_screen_failure(int replicate, int index) const {
  TrialRecords records;
  PlaceSearch search(*parts_, replicate, first_extra_place + static_cast<std::uint64_t>(index));
  int examined = 0;
  while (records.participants.empty()) {
    std::vector<std::string> reasons;
    const Candidate candidate = search.next(reasons);
    if (!reasons.empty()) {
      search.record_failure(candidate, reasons, records);
      continue;
    }
    Course course(parts_->setting, replicate, candidate.man, candidate.constitution,
                  search.provisional_name(candidate));
    reasons = course.screen();
    if (!reasons.empty()) course.finish("screen_failure", reasons, records);
    if (++examined == most_examined_per_place && records.participants.empty())
      refuse_criteria("eligible when examined", most_examined_per_place);
  }
  return records;
}

}  // namespace azoo::trial
