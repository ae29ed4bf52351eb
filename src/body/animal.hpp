// One animal: one or two testes, each with its epididymis, lived through day by day under what it is exposed
// to. The testes are independent tissue under the same insult. The hormone axis of rodents is not modelled:
// its gates stay 1, and so does the environment of the tubules but for what an insult changes.
#pragma once

#include <array>     // for array
#include <cstdint>   // for uint64_t
#include <iosfwd>    // for istream, ostream
#include <optional>  // for optional
#include <vector>    // for vector

#include "body/animal_model.hpp"    // for AnimalModel
#include "body/exposure.hpp"        // for Exposure
#include "body/semen_course.hpp"    // for SemenCourse
#include "testis/conditions.hpp"    // for SegmentConditions
#include "testis/epididymis.hpp"    // for Epididymis
#include "testis/sheet.hpp"         // for Sheet
#include "testis/whole_testis.hpp"  // for WholeTestis

namespace azoo::body {

// How much of a testis is simulated.
struct TestisSample {
  int testes = 2;
  testis::WholeTestis tubules;  // of a whole testis, or the pieces that stand for it; weights are set here
  enum class Size {
    pieces,    // of an animal of any size: a site stands for more or fewer Sertoli cells
    whole,     // each site is one Sertoli cell; tubules are longer or shorter with the size of the testis
    measured,  // each site is one Sertoli cell; all animals have the tubules that were measured
  } size = Size::pieces;
  double settling_d = 0.0;              // lived through before day 0
  double ejaculation_interval_d = 0.0;  // 0: never; sperm then leave the cauda by its daily loss alone
};

struct AnimalAddress {
  std::uint64_t seed = 0;
  std::uint64_t animal = 0;
};

// Sertoli cells of each testis relative to the species' table.
using TestisSizes = std::array<double, 2>;

[[nodiscard]] TestisSizes draw_sizes(const AnimalModel& model, const AnimalAddress& address);
// The species as it is in this animal: animals differ in the survival of the divisions of meiosis.
[[nodiscard]] testis::Species draw_species(const AnimalModel& model, const AnimalAddress& address);
// Stem cells a Sertoli cell, relative to the species' table.
[[nodiscard]] double draw_stem_density(const AnimalModel& model, const AnimalAddress& address);

// Sperm that reach the cauda, in the steps after the first insult: whether they cease, and come again.
struct SpermArrival {
  double first_insult_d = 0.0;
  bool ceased = false;
  std::optional<double> again_d;  // end of the step in which they came again, days after the first insult
  double days_without = 0.0;
};

class Animal {
 public:
  // Begins settled, `settling_d` before day 0, and is advanced to day 0; or with the state that an animal of
  // the same arguments has saved. The model must outlive the animal. Throws std::runtime_error when the state
  // is another's or cut off.
  Animal(const AnimalModel& model, const TestisSample& sample, const TestisSizes& sizes,
         const AnimalAddress& address, std::vector<Exposure> exposures, unsigned threads = 1,
         std::istream* state = nullptr);
  void save(std::ostream& out) const;

  // Steps of the sample's step length; a day that is no multiple is reached with the last step before it.
  void advance_to(double day);

  [[nodiscard]] double day() const { return day_; }
  [[nodiscard]] const AnimalModel& model() const { return model_; }
  [[nodiscard]] std::size_t testes() const { return testes_.size(); }
  [[nodiscard]] const testis::Sheet& sheet(std::size_t side) const { return testes_[side].sheet; }
  [[nodiscard]] const testis::Epididymis& epididymis(std::size_t side) const {
    return testes_[side].epididymis;
  }
  [[nodiscard]] double size(std::size_t side) const { return testes_[side].size; }
  // Mean over the last cycle, one testis.
  [[nodiscard]] double sperm_released_per_d(std::size_t side) const;
  // Both epididymides together; nothing without an insult.
  [[nodiscard]] const std::optional<SpermArrival>& sperm_arrival() const { return arrival_; }
  // The latest ejaculate, from all epididymides; nothing of an animal that never ejaculates.
  [[nodiscard]] std::optional<double> sperm_per_ejaculate() const { return ejaculate_; }
  // Nothing without ejaculates or without an insult.
  [[nodiscard]] const std::optional<SemenCourse>& semen_course() const { return semen_; }

 private:
  struct Testis {
    double size;
    testis::Sheet sheet;
    testis::Epididymis epididymis;
    std::vector<double> released;  // of the last steps, a ring of one cycle
    std::size_t next = 0;
    std::size_t filled = 0;
  };

  [[nodiscard]] Testis make_testis(const TestisSample& sample, double size, const AnimalAddress& address,
                                   std::uint32_t side) const;
  void settle();
  void load(std::istream& in);
  void load_semen(std::istream& in);
  void step(bool with_epididymis);
  void injure();
  void watch_arrivals();
  void ejaculate();

  const AnimalModel& model_;
  std::vector<Exposure> exposures_;
  unsigned threads_;
  double step_d_;
  double day_;
  std::vector<Testis> testes_;
  std::vector<testis::SegmentConditions> conditions_;
  std::optional<SpermArrival> arrival_;
  double ejaculation_interval_d_;
  double last_ejaculation_day_ = 0.0;
  std::optional<double> ejaculate_;
  std::optional<SemenCourse> semen_;
};

}  // namespace azoo::body
