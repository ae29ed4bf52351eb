#include "body/semen_course.hpp"

#include "core/binary_values.hpp"

namespace azoo::body {

void SemenCourse::ejaculate(double day, double sperm) {
  const double since_d = day - first_insult_d_;
  if (since_d <= 0.0 || !(usual_sperm_ > 0.0)) return;
  if (!azoospermia_d_ && sperm * rules_.examined_share < 1.0) azoospermia_d_ = since_d;
  const bool recovered = sperm >= rules_.recovered_share * usual_sperm_;
  if (!recovered) {
    fell_ = true;
    recovered_d_.reset();  // back for a while only
  } else if (fell_ && !recovered_d_) {
    recovered_d_ = since_d;
  }
}

void SemenCourse::save(std::ostream& out) const {
  save_value(out, usual_sperm_);
  save_value(out, fell_);
  save_value(out, azoospermia_d_.value_or(-1.0));
  save_value(out, recovered_d_.value_or(-1.0));
}

void SemenCourse::load(std::istream& in) {
  const auto load_day = [&in](std::optional<double>& day) {
    double value = 0.0;
    load_value(in, value);
    day = value < 0.0 ? std::nullopt : std::optional<double>(value);
  };
  load_value(in, usual_sperm_);
  load_value(in, fell_);
  load_day(azoospermia_d_);
  load_day(recovered_d_);
}

}  // namespace azoo::body
