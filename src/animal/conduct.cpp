#include "animal/conduct.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <istream>
#include <iterator>
#include <ostream>
#include <stdexcept>

#include "animal/observables.hpp"
#include "animal/readings.hpp"
#include "body/section_row.hpp"

namespace azoo::animal {

namespace {

// Pieces that together have the sites asked for, at least three rows each.
testis::WholeTestis pieces_of_sample(const TestisPlan& plan, const testis::Species& species) {
  testis::WholeTestis pieces;
  pieces.shape.sites_around = species.geometry.sites_around(species.sertoli_cells_per_testis);
  testis::SegmentPlan piece;
  const double rows = static_cast<double>(plan.sample) / (plan.segments * pieces.shape.sites_around);
  piece.rows = std::max(3, static_cast<int>(std::lround(rows)));
  pieces.plans.assign(static_cast<std::size_t>(plan.segments), piece);
  return pieces;
}

testis::StartPhases start_from(const std::string& word) {
  if (word == "random_phases") return testis::StartPhases::random;
  if (word == "uniform_phases") return testis::StartPhases::uniform;
  return testis::StartPhases::pattern;
}

std::string animal_name(std::size_t number) {
  char text[24];
  std::snprintf(text, sizeof text, "A%03zu", number);
  return text;
}

std::vector<GroupExposure> exposures_of(const Design& design, const ParameterSet& parameters,
                                        const testis::Species& species) {
  std::vector<GroupExposure> exposures;
  std::vector<ExposureProblem> problems;
  for (const Group& group : design.groups)
    exposures.push_back(exposure_of(group, parameters, species, problems));
  if (!problems.empty())
    throw std::logic_error("an insult that should have been refused: " + problems.front().found);
  return exposures;
}

// A row of the testis, every one as likely as any other.
testis::CrossSection random_ring(const testis::Sheet& sheet, Draws& draws) {
  std::uint32_t rows = 0;
  for (int s = 0; s < sheet.segments(); ++s) rows += static_cast<std::uint32_t>(sheet.rows(s));
  auto row = static_cast<int>(draws.below(rows));
  int segment = 0;
  while (row >= sheet.rows(segment)) row -= sheet.rows(segment++);
  return sheet.cross_section(segment, row);
}

}  // namespace

body::TestisSample sample_of(const TestisPlan& plan, const testis::Species& species,
                             const ParameterSet& parameters, const testis::Skeleton* skeleton) {
  using Size = body::TestisSample::Size;
  body::TestisSample sample;
  sample.testes = plan.testes == "both" ? 2 : 1;
  sample.size = skeleton != nullptr ? Size::measured : plan.whole ? Size::whole : Size::pieces;
  sample.tubules = skeleton != nullptr ? testis::whole_testis(species, parameters, *skeleton)
                   : plan.whole        ? testis::whole_testis(species, parameters)
                                       : pieces_of_sample(plan, species);
  sample.tubules.shape.start = start_from(plan.start);
  sample.tubules.shape.step_d = plan.step_d;
  sample.settling_d = plan.settling_d;
  return sample;
}

std::vector<Subject> subjects(const Design& design) {
  std::vector<Subject> list;
  for (std::size_t g = 0; g < design.groups.size(); ++g) {
    const Group& group = design.groups[g];
    for (const double day : group.sacrifice_d) {
      for (int i = 0; i < group.animals; ++i)
        list.push_back({g, day, i < design.histology.keep_sections, animal_name(list.size() + 1)});
    }
  }
  return list;
}

Conduct::Conduct(const Design& design, const ParameterSet& parameters, const ParameterSet& shipped,
                 const testis::Skeleton* skeleton)
    : design_(design),
      model_(parameters, shipped, design.species),
      sample_(sample_of(design.testis, model_.species, parameters, skeleton)),
      subjects_(subjects(design)),
      exposures_(exposures_of(design, parameters, model_.species)) {
  sample_.ejaculation_interval_d = design.ejaculation_interval_d;
  std::vector<std::string> words = design.readouts;
  for (const std::string& word : words) {
    for (const Readout& readout : readouts_named(model_.species, word))
      readouts_.emplace_back(readout.key, readout.unit);
  }
}

double Conduct::settling_cost_d() const {
  // Undifferentiated spermatogonia, which live alone at first, are a small part of the work.
  return model_.species.development_d() + model_.species.germ_line.spermiation_wait_d + sample_.settling_d;
}

// A state that cannot be used (the disk was full, the machine died) is no loss: the animal begins anew.
body::Animal Conduct::begin(std::size_t animal, unsigned threads, const StopFlag* stop,
                            const StateKeeper& keeper) const {
  const body::AnimalAddress address{design_.seed, animal};
  const body::TestisSizes sizes = body::draw_sizes(model_, address);
  const auto& exposures = exposures_[subjects_.at(animal).group].exposures;
  if (keeper.open) {
    try {
      if (const auto state = keeper.open()) {
        body::Animal kept(model_, sample_, sizes, address, exposures, threads, state.get());
        if (state->peek() != std::istream::traits_type::eof() || state->bad())
          throw std::runtime_error("a saved state that does not end where it should");
        return kept;
      }
    } catch (const std::runtime_error& error) {
      if (keeper.refused) keeper.refused(error.what());
    }
  }
  const AbandonWhenStopped abandon(stop);
  return {model_, sample_, sizes, address, exposures, threads};
}

AnimalRecords Conduct::follow(std::size_t animal, unsigned threads, const StopFlag* stop,
                              const StateKeeper& keeper, const DayTold& told) const {
  const Subject& subject = subjects_.at(animal);
  body::Animal living = begin(animal, threads, stop, keeper);
  const auto keep = [&] {
    if (keeper.keep) keeper.keep([&](std::ostream& out) { living.save(out); });
  };
  double kept_d = living.day();
  if (told) told(living.day());
  while (living.day() + 0.5 * design_.testis.step_d < subject.sacrifice_d) {
    if (stop != nullptr && *stop) {
      keep();
      throw Interrupted("stopped by a signal");
    }
    living.advance_to(living.day() + design_.testis.step_d);
    if (told) told(living.day());
    if (keeper.every_d > 0.0 && living.day() - kept_d >= keeper.every_d) {
      keep();
      kept_d = living.day();
    }
  }
  return read(living, animal);
}

AnimalRow Conduct::row_of(const body::Animal& animal, const Subject& subject) const {
  AnimalRow row;
  row.animal = subject.name;
  row.group = design_.groups[subject.group].name;
  row.species = design_.species;
  row.sacrificed_d = subject.sacrifice_d;
  row.testes = animal.testes() > 1 ? "both" : "left";
  double sites = 0.0;
  for (std::size_t side = 0; side < animal.testes(); ++side) {
    const testis::Sheet& sheet = animal.sheet(side);
    row.sertoli_cells += sheet.totals().sertoli_cells / static_cast<double>(animal.testes());
    for (int s = 0; s < sheet.segments(); ++s) sites += sheet.counts(s).sertoli_cells;
  }
  row.simulated_sites_percent = 100.0 * sites / static_cast<double>(animal.testes()) / row.sertoli_cells;
  for (const std::string& note : exposures_[subject.group].notes) {
    row.note += (row.note.empty() ? "" : "; ") + note;
  }
  return row;
}

AnimalRecords Conduct::read(const body::Animal& animal, std::size_t index) const {
  const Subject& subject = subjects_[index];
  AnimalRecords records;
  records.animals.push_back(row_of(animal, subject));
  const RandomStream sampling({design_.seed, 0, index, Stream::histology_sampling});
  const RandomStream counting({design_.seed, 0, index, Stream::sperm_count});
  std::vector<SectionCount> sections;
  int tubule = 0;
  for (std::size_t side = 0; side < animal.testes(); ++side) {
    for (int i = 0; i < design_.histology.cross_sections; ++i, ++tubule) {
      Draws draws(sampling, static_cast<std::uint32_t>(side + 1), static_cast<std::uint32_t>(i));
      const testis::CrossSection ring = random_ring(animal.sheet(side), draws);
      sections.push_back(count_section(model_, ring, design_.histology.counting_error_cv, draws));
      if (!subject.sections_kept) continue;
      for (SectionRow& row : body::section_rows(model_.species, ring, tubule)) {
        row.participant = subject.name;
        row.day = subject.sacrifice_d;
        records.sections.push_back(std::move(row));
      }
    }
  }
  Readings readings;
  read_histology(model_, design_.histology, sections, readings);
  read_organs(animal, sampling, readings);
  read_sperm(animal, counting, readings);
  read_course(animal, readings);
  read_waves(animal, readings);
  for (const auto& [key, unit] : readouts_) {
    const Reading& reading = readings.at(key);
    records.readouts.push_back({subject.name, records.animals.front().group, subject.sacrifice_d, key,
                                reading.value, unit, reading.flag});
  }
  return records;
}

AnimalRecords assemble(std::vector<AnimalRecords> animals) {
  AnimalRecords all;
  const auto move = [](auto& from, auto& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  for (AnimalRecords& one : animals) {
    move(one.animals, all.animals);
    move(one.readouts, all.readouts);
    move(one.sections, all.sections);
  }
  return all;
}

}  // namespace azoo::animal
