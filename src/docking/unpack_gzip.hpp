// Unpacks gzip in memory, with a limit, so that a small file cannot fill the memory.
#pragma once

#include <cstddef>      // for size_t
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"  // for Problems

namespace azoo::docking {

[[nodiscard]] bool is_gzip(std::string_view bytes) noexcept;

// All members, one after the other; bytes after the last are passed over. Problems: cut off, damaged, larger
// than the limit when unpacked.
[[nodiscard]] std::optional<std::string> unpack_gzip(std::string_view bytes, std::size_t limit,
                                                     const std::string& file, Problems& problems);

// One member.
[[nodiscard]] std::string pack_gzip(std::string_view text);

}  // namespace azoo::docking
