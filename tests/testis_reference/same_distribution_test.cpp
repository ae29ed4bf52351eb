// The fast engine and the reference implementation in distribution.
#include <gtest/gtest.h>

#include "testis_reference/history.hpp"

#include <cstdlib>

namespace azoo::testis::reference {
namespace {

int seeds(int usual) {
  const char* asked = std::getenv("SEEDS");
  return asked ? std::atoi(asked) : usual;
}

void show(const std::string& what, const std::vector<Difference>& all) {
  double squares = 0.0;
  for (const Difference& d : all) squares += d.z * d.z;
  std::printf("%s: %zu comparisons, rms z %.2f\n", what.c_str(), all.size(),
              std::sqrt(squares / static_cast<double>(all.size())));
  for (std::size_t i = 0; i < 12 && i < all.size(); ++i) {
    std::printf("   z %6.2f  %10.5g %10.5g  %s\n", all[i].z, all[i].engine, all[i].reference, all[i].name.c_str());
  }
}

TEST(Explore, all) {
  const double step = std::getenv("STEP") ? std::atof(std::getenv("STEP")) : 1.0;
  const double rstep = std::getenv("RSTEP") ? std::atof(std::getenv("RSTEP")) : step;
  const std::string only = std::getenv("ONLY") ? std::getenv("ONLY") : "";
  const auto run = [&](const std::string& name, History h, int n) {
    if (!only.empty() && name.find(only) == std::string::npos) return;
    h.step_d = step;
    h.reference_step_d = rstep;
    show(name, compare(h, seeds(n)));
  };
  History man{.species = shipped("human")};
  History mouse{.species = shipped("mouse"), .around = 30, .rows = 60, .clones = true};
  run("man", man, 100);
  man.start = StartPhases::random;
  run("man random", man, 100);
  run("mouse", mouse, 30);
  mouse.start = StartPhases::random;
  run("mouse random", mouse, 30);
}

}  // namespace
}  // namespace azoo::testis::reference
