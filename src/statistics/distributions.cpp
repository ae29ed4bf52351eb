#include "statistics/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace azoo::statistics {

namespace {

namespace bm = boost::math;

// Arguments are checked by the callers; what is left (underflow of a tail to 0) is the right answer, not an
// error.
using Quiet = bm::policies::policy<bm::policies::domain_error<bm::policies::ignore_error>,
                                   bm::policies::pole_error<bm::policies::ignore_error>,
                                   bm::policies::overflow_error<bm::policies::ignore_error>,
                                   bm::policies::underflow_error<bm::policies::ignore_error>,
                                   bm::policies::evaluation_error<bm::policies::ignore_error>>;
using StudentT = bm::students_t_distribution<double, Quiet>;
using Normal = bm::normal_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
using Beta = bm::beta_distribution<double, Quiet>;

}  // namespace

double t_upper_tail(double t, double df) {
  return bm::cdf(bm::complement(StudentT(df), t));
}

double t_upper_quantile(double tail, double df) {
  return bm::quantile(bm::complement(StudentT(df), tail));
}

double chi_squared_upper_tail(double x, double df) {
  return bm::cdf(bm::complement(ChiSquared(df), x));
}

double normal_upper_tail(double z) {
  return bm::cdf(bm::complement(Normal(), z));
}

double normal_upper_quantile(double tail) {
  return bm::quantile(bm::complement(Normal(), tail));
}

double beta_quantile(double probability, double a, double b) {
  return bm::quantile(Beta(a, b), probability);
}

double beta_upper_quantile(double tail, double a, double b) {
  return bm::quantile(bm::complement(Beta(a, b), tail));
}

}  // namespace azoo::statistics
