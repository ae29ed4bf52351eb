// Measures FFTW's plans for every side of a search grid and writes the wisdom that the program ships:
//   docking_make_wisdom > data/docking/fftw-wisdom.txt
#include <cstdio>

#include "docking/grid_transform.hpp"

int main() {
  std::puts(azoo::docking::GridTransform::measured_wisdom().c_str());
}
