// Plain values and arrays of them as bytes, for the state of a run that the same build reads again on the
// same kind of processor.
#pragma once

#include <cstdint>      // for uint64_t
#include <istream>      // for istream
#include <ostream>      // for ostream
#include <stdexcept>    // for runtime_error
#include <type_traits>  // for is_trivially_copyable_v
#include <vector>       // for vector

namespace azoo {

template <class T>
void save_value(std::ostream& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void load_value(std::istream& in, T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (!in.read(reinterpret_cast<char*>(&value), sizeof value))
    throw std::runtime_error("a saved state that is cut off");
}

template <class T>
void save_values(std::ostream& out, const std::vector<T>& values) {
  save_value(out, static_cast<std::uint64_t>(values.size()));
  for (const T& value : values) save_value(out, value);
}

// Into a list that has its length already.
template <class T>
void load_values(std::istream& in, std::vector<T>& values) {
  std::uint64_t size = 0;
  load_value(in, size);
  if (size != values.size()) throw std::runtime_error("a saved state of another size");
  for (T& value : values) load_value(in, value);
}

}  // namespace azoo
