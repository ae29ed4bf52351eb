// Entry point of the command line; everything of substance lives in the library.
#include <cstdio>

#include "core/version.hpp"

int main() {
  std::printf("azoo %s\n", azoo::version().c_str());
  return 0;
}
