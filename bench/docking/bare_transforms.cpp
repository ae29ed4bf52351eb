#include "bare_transforms.hpp"

#include <fftw3.h>

#include <algorithm>  // for copy
#include <random>     // for mt19937
#include <string>     // for string
#include <vector>     // for vector

#include "cost.hpp"  // for cpu_seconds

namespace azoo::bench {
namespace {

std::vector<float> random_values(std::size_t count) {
  std::mt19937 engine(1);
  std::uniform_real_distribution<float> even(-1.0F, 1.0F);
  std::vector<float> values(count);
  for (float& v : values) v = even(engine);
  return values;
}

template <class Forth, class Back>
double mean_s(docking::GridBuffer& grid, std::size_t pairs, Forth forth, Back back) {
  const std::vector<float> values = random_values(grid.size());
  double sum_s = 0.0;
  for (std::size_t i = 0; i < pairs; ++i) {
    std::copy(values.begin(), values.end(), grid.real());
    sum_s += cpu_seconds([&] {
      forth();
      back();
    });
  }
  return sum_s / static_cast<double>(2 * pairs);
}

}  // namespace

double bare_transform_s(const docking::GridTransform& transform, std::size_t pairs) {
  docking::GridBuffer grid(transform.side());
  return mean_s(
      grid, pairs, [&] { transform.forward(grid); }, [&] { transform.backward(grid); });
}

double measured_transform_s(std::size_t side, std::size_t pairs) {
  docking::GridBuffer grid(side);
  auto* spectrum = reinterpret_cast<fftwf_complex*>(grid.spectrum());
  const int n = static_cast<int>(side);
  char* text = fftwf_export_wisdom_to_string();
  fftwf_forget_wisdom();
  fftwf_plan forth = fftwf_plan_dft_r2c_3d(n, n, n, grid.real(), spectrum, FFTW_MEASURE);
  fftwf_plan back = fftwf_plan_dft_c2r_3d(n, n, n, spectrum, grid.real(), FFTW_MEASURE);
  fftwf_forget_wisdom();
  fftwf_import_wisdom_from_string(text);
  fftwf_free(text);
  const double each_s = mean_s(
      grid, pairs, [&] { fftwf_execute(forth); }, [&] { fftwf_execute(back); });
  fftwf_destroy_plan(forth);
  fftwf_destroy_plan(back);
  return each_s;
}

}  // namespace azoo::bench
