// Fourier transforms of cubic grids of real numbers, single precision, by FFTW. The density of a ligand fills
// only a corner of the grid: the lines that hold nothing are left out. For every size the plan is fixed: it
// comes from the shipped wisdom where there is one, else from FFTW's estimate, never from a clock, so that
// bytes repeat.
#pragma once

#include <complex>  // for complex
#include <cstddef>  // for size_t
#include <memory>   // for unique_ptr
#include <string>   // for string
#include <vector>   // for vector

namespace azoo::docking {

using SpectrumValue = std::complex<float>;

// Memory aligned for FFTW. One buffer holds real values padded along z, or their half spectrum.
class GridBuffer {
 public:
  explicit GridBuffer(std::size_t side);
  ~GridBuffer();
  GridBuffer(GridBuffer&& other) noexcept;
  GridBuffer& operator=(GridBuffer&&) = delete;

  [[nodiscard]] float* real() { return data_; }
  [[nodiscard]] const float* real() const { return data_; }
  [[nodiscard]] SpectrumValue* spectrum() { return reinterpret_cast<SpectrumValue*>(data_); }
  [[nodiscard]] const SpectrumValue* spectrum() const {
    return reinterpret_cast<const SpectrumValue*>(data_);
  }
  [[nodiscard]] std::size_t spectrum_size() const { return size_ / 2; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  float* data_;
  std::size_t size_;  // floats, padding included
};

class GridTransform {
 public:
  // corner: the density lies within the first `corner` cells of every axis.
  GridTransform(std::size_t side, std::size_t corner);
  ~GridTransform();
  GridTransform(GridTransform&&) noexcept;

  [[nodiscard]] std::size_t side() const;
  [[nodiscard]] std::size_t corner() const;
  // Floats from one z line to the next: 2 (side / 2 + 1).
  [[nodiscard]] std::size_t line() const;

  void forward(GridBuffer& grid) const;  // the whole grid
  void forward_corner(
      GridBuffer& grid) const;             // what lies outside the corner is taken as 0, and need not be set
  void backward(GridBuffer& grid) const;   // not divided by side^3
  [[nodiscard]] std::string plan() const;  // as FFTW prints it
  [[nodiscard]] bool from_wisdom() const;

  // Measures the plans of every side and returns FFTW's wisdom, to be shipped as
  // data/docking/fftw-wisdom.txt.
  [[nodiscard]] static std::string measured_wisdom();

 private:
  struct Plans;
  std::unique_ptr<Plans> plans_;
};

// The sides a grid may have: even, with small prime factors, those for which FFTW is quick.
[[nodiscard]] const std::vector<std::size_t>& grid_sides();
// The smallest of them that is not below `cells`; 0 when there is none.
[[nodiscard]] std::size_t fitting_side(std::size_t cells);
// The corners of a side: eighths of it.
[[nodiscard]] std::size_t fitting_corner(std::size_t side, std::size_t cells);

}  // namespace azoo::docking
