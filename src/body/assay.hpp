// What a laboratory reports for a true concentration: scatter of the single sample and of the assay,
// limits of quantification.
#pragma once

#include <string>  // for string

#include "core/random.hpp"  // for Draws

namespace azoo::body {

// All in the unit of the analyte; CVs as fractions.
struct AssayRule {
  double sampling_cv = 0.0;  // within a man between samples
  double assay_cv = 0.0;     // between determinations of one sample
  double lloq = 0.0;
  double uloq = 0.0;  // infinity when none
};

struct Reading {
  double value = 0.0;  // the limit itself when flagged
  std::string flag;    // "" | below_lloq | above_uloq
};

// One draw of a log-normal error of mean 1.
[[nodiscard]] double error_factor(double cv, Draws& draws);

// Multiplicative log-normal errors of mean 1, so that the mean over many samples is the true value.
[[nodiscard]] Reading measure(double true_value, const AssayRule& rule, Draws& draws);

}  // namespace azoo::body
