// Where a value lies on an axis, and which ticks it carries. A logarithmic axis may keep a band of its own
// for zeros ("none found"), which a logarithm cannot show.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

namespace azoo::report {

struct Tick {
  double value = 0.0;
  std::string label;
};

class AxisScale {
 public:
  // Round limits that hold all values and `include` (often zero). Non-finite values are ignored.
  static AxisScale linear(const std::vector<double>& values, bool include_zero);
  // Decades; values <= 0 go to the band below when `values` hold any.
  static AxisScale logarithmic(const std::vector<double>& values);
  // Logarithmic when all are positive and span more than a factor of 20, or when zeros mix with values that
  // span more than a factor of 20; linear from zero otherwise.
  static AxisScale apt(const std::vector<double>& values);

  void place(double pixel_low, double pixel_high);  // pixels of the axis ends
  [[nodiscard]] double pixel(double value) const;
  [[nodiscard]] const std::vector<Tick>& ticks() const { return ticks_; }
  [[nodiscard]] bool is_logarithmic() const { return logarithmic_; }
  [[nodiscard]] bool has_zero_band() const { return zero_band_; }

 private:
  double low_ = 0.0;  // in units of the axis: value, or its decimal logarithm
  double high_ = 1.0;
  bool logarithmic_ = false;
  bool zero_band_ = false;
  double pixel_low_ = 0.0;
  double pixel_high_ = 1.0;
  std::vector<Tick> ticks_;
};

}  // namespace azoo::report
