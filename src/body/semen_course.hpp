// What becomes of an animal's or a man's ejaculates after the first insult: the first without sperm, and the
// first that is again as rich as before. Uses nothing but numbers.
#pragma once

#include <iosfwd>    // for istream, ostream
#include <optional>  // for optional

namespace azoo::body {

struct SemenRules {
  double examined_share = 0.0;   // of an ejaculate that is searched for sperm
  double recovered_share = 0.0;  // of the usual number, at which an ejaculate counts as recovered
};

class SemenCourse {
 public:
  // Days of ejaculates from `first_insult_d` on count; `usual_sperm` is what an ejaculate held before.
  SemenCourse(const SemenRules& rules, double first_insult_d, double usual_sperm)
      : rules_(rules), first_insult_d_(first_insult_d), usual_sperm_(usual_sperm) {}

  void ejaculate(double day, double sperm);

  // Days from the first insult to the first ejaculate in which less than one sperm is expected to be seen.
  [[nodiscard]] std::optional<double> azoospermia_d() const { return azoospermia_d_; }
  // To the end of the fall below the recovered share; nothing while it lasts, or when there was none.
  [[nodiscard]] std::optional<double> recovered_d() const { return recovered_d_; }
  [[nodiscard]] bool fell() const { return fell_; }

  void save(std::ostream& out) const;
  void load(std::istream& in);

 private:
  SemenRules rules_;
  double first_insult_d_;
  double usual_sperm_;
  bool fell_ = false;
  std::optional<double> azoospermia_d_;
  std::optional<double> recovered_d_;
};

}  // namespace azoo::body
