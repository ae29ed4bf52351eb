// One docked pair as a journal record and back, bit by bit: a pair that was kept gives the bytes of one
// docked now.
#pragma once

#include <string>  // for string

#include "docking/dock.hpp"  // for DockResult

namespace azoo::study {

struct DockedPair {
  docking::DockResult result;  // empty when there was a fault
  std::string fault;           // why the pair could not be docked
};

[[nodiscard]] std::string docked_payload(const DockedPair& pair);
// Throws std::logic_error for a record that docked_payload has not made.
[[nodiscard]] DockedPair docked_from_payload(const std::string& payload);

}  // namespace azoo::study
