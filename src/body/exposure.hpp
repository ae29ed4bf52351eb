// An insult that an animal undergoes: the agent as it acts in the species, and its doses. Systemic, the same
// for both testes.
#pragma once

#include <vector>  // for vector

#include "testis/insult.hpp"  // for Insult, Dose

namespace azoo::body {

struct Exposure {
  testis::Insult insult;
  std::vector<testis::Dose> doses;  // ascending by day
};

}  // namespace azoo::body
