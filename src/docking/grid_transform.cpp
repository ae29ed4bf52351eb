#include "docking/grid_transform.hpp"

#include <fftw3.h>

#include <algorithm>  // for copy
#include <cstring>    // for memset
#include <mutex>      // for mutex
#include <new>        // for bad_alloc

#include "core/files.hpp"  // for data_folder, read_file

namespace azoo::docking {
namespace {

// FFTW's planner is not safe to call from two threads; executing plans is.
std::mutex planner;

void read_wisdom_once() {
  static const bool done = [] {
    Problems problems;
    const auto text = read_file(data_folder() / "docking" / "fftw-wisdom.txt", problems);
    if (text) fftwf_import_wisdom_from_string(text->c_str());
    return true;
  }();
  (void)done;
}

struct PlanDeleter {
  void operator()(fftwf_plan plan) const {
    const std::lock_guard lock(planner);
    fftwf_destroy_plan(plan);
  }
};
using Plan = std::unique_ptr<std::remove_pointer_t<fftwf_plan>, PlanDeleter>;

std::string printed(const Plan& plan) {
  char* text = fftwf_sprint_plan(plan.get());
  std::string result = text ? text : "";
  fftwf_free(text);
  std::erase(result, '\n');
  return result;
}

fftwf_complex* as_fftw(SpectrumValue* values) {
  return reinterpret_cast<fftwf_complex*>(values);
}

}  // namespace

GridBuffer::GridBuffer(std::size_t side)
    : data_(fftwf_alloc_real(side * side * 2 * (side / 2 + 1))), size_(side * side * 2 * (side / 2 + 1)) {
  if (!data_) throw std::bad_alloc();
  std::memset(data_, 0, size_ * sizeof(float));
}
GridBuffer::~GridBuffer() {
  fftwf_free(data_);
}
GridBuffer::GridBuffer(GridBuffer&& other) noexcept : data_(other.data_), size_(other.size_) {
  other.data_ = nullptr;
}

struct GridTransform::Plans {
  std::size_t side = 0;
  std::size_t corner = 0;
  bool wise = true;
  Plan whole, back, along_z, along_y, along_x;

  Plans(std::size_t side_, std::size_t corner_, unsigned effort) : side(side_), corner(corner_) {
    GridBuffer scratch(side);
    const std::lock_guard lock(planner);
    make(scratch, effort | FFTW_WISDOM_ONLY);
    if (complete()) return;
    wise = false;
    make(scratch, effort);
  }
  [[nodiscard]] bool complete() const { return whole && back && along_z && along_y && along_x; }

  // The planner's lock is held; a plan replaced here was none.
  void make(GridBuffer& scratch, unsigned flags) {
    const int n = static_cast<int>(side);
    const int half = n / 2 + 1;
    const int filled = static_cast<int>(corner);
    float* real = scratch.real();
    fftwf_complex* spectrum = as_fftw(scratch.spectrum());
    const auto set = [](Plan& plan, fftwf_plan made) {
      if (!plan) plan.reset(made);
    };
    if (!whole) set(whole, fftwf_plan_dft_r2c_3d(n, n, n, real, spectrum, flags));
    if (!back) set(back, fftwf_plan_dft_c2r_3d(n, n, n, spectrum, real, flags));
    const fftwf_iodim z{n, 1, 1}, y{n, half, half}, x{n, n * half, n * half};
    const fftwf_iodim lines_z[2] = {{filled, n * 2 * half, n * half}, {filled, 2 * half, half}};
    const fftwf_iodim lines_y[2] = {{filled, n * half, n * half}, {half, 1, 1}};
    const fftwf_iodim lines_x[1] = {{n * half, 1, 1}};
    if (!along_z) set(along_z, fftwf_plan_guru_dft_r2c(1, &z, 2, lines_z, real, spectrum, flags));
    if (!along_y)
      set(along_y, fftwf_plan_guru_dft(1, &y, 2, lines_y, spectrum, spectrum, FFTW_FORWARD, flags));
    if (!along_x)
      set(along_x, fftwf_plan_guru_dft(1, &x, 1, lines_x, spectrum, spectrum, FFTW_FORWARD, flags));
  }
};

GridTransform::GridTransform(std::size_t side, std::size_t corner) {
  read_wisdom_once();
  // Wisdom of a measured plan is found only under the flag it was made with; without it the estimate stands
  // in.
  plans_ = std::make_unique<Plans>(side, corner, FFTW_ESTIMATE);
}
GridTransform::~GridTransform() = default;
GridTransform::GridTransform(GridTransform&&) noexcept = default;

std::size_t GridTransform::side() const {
  return plans_->side;
}
std::size_t GridTransform::corner() const {
  return plans_->corner;
}
std::size_t GridTransform::line() const {
  return 2 * (plans_->side / 2 + 1);
}
bool GridTransform::from_wisdom() const {
  return plans_->wise;
}

void GridTransform::forward(GridBuffer& grid) const {
  fftwf_execute_dft_r2c(plans_->whole.get(), grid.real(), as_fftw(grid.spectrum()));
}

void GridTransform::forward_corner(GridBuffer& grid) const {
  const std::size_t n = plans_->side;
  const std::size_t filled = plans_->corner;
  const std::size_t slab = n * line();
  // Rows beyond the corner are read by the second and third pass: they must hold nothing.
  for (std::size_t x = 0; x < filled; ++x) {
    for (std::size_t y = 0; y < filled; ++y)
      std::memset(grid.real() + x * slab + y * line() + filled, 0, (n - filled) * sizeof(float));
    std::memset(grid.real() + x * slab + filled * line(), 0, (n - filled) * line() * sizeof(float));
  }
  std::memset(grid.real() + filled * slab, 0, (n - filled) * slab * sizeof(float));
  fftwf_execute_dft_r2c(plans_->along_z.get(), grid.real(), as_fftw(grid.spectrum()));
  fftwf_execute_dft(plans_->along_y.get(), as_fftw(grid.spectrum()), as_fftw(grid.spectrum()));
  fftwf_execute_dft(plans_->along_x.get(), as_fftw(grid.spectrum()), as_fftw(grid.spectrum()));
}

void GridTransform::backward(GridBuffer& grid) const {
  fftwf_execute_dft_c2r(plans_->back.get(), as_fftw(grid.spectrum()), grid.real());
}

std::string GridTransform::plan() const {
  return "forward z " + printed(plans_->along_z) + " y " + printed(plans_->along_y) + " x " +
         printed(plans_->along_x) + " backward " + printed(plans_->back);
}

const std::vector<std::size_t>& grid_sides() {
  static const std::vector<std::size_t> sides{16, 24,  32,  40,  48,  54,  60,  64,  72,  80,  90,
                                              96, 108, 120, 128, 144, 160, 180, 192, 216, 240, 256};
  return sides;
}

std::size_t fitting_side(std::size_t cells) {
  for (const std::size_t side : grid_sides())
    if (side >= cells) return side;
  return 0;
}

std::size_t fitting_corner(std::size_t side, std::size_t cells) {
  for (std::size_t eighths = 2; eighths < 8; ++eighths)
    if (side * eighths / 8 >= cells) return side * eighths / 8;
  return side;
}

std::string GridTransform::measured_wisdom() {
  {
    const std::lock_guard lock(planner);
    fftwf_forget_wisdom();
  }
  for (const std::size_t side : grid_sides()) {
    if (side > 144) break;  // larger ones are rare, and measuring them takes long
    for (std::size_t eighths = 2; eighths <= 8; ++eighths)
      (void)Plans(side, fitting_corner(side, side * eighths / 8), FFTW_MEASURE);
  }
  const std::lock_guard lock(planner);
  char* text = fftwf_export_wisdom_to_string();
  std::string wisdom = text;
  fftwf_free(text);
  return wisdom;
}

}  // namespace azoo::docking
