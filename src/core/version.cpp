#include "core/version.hpp"

namespace azoo {

std::string version() {
  return AZOO_VERSION;
}

}  // namespace azoo
