// Files read whole and written safely: a file that exists under its name is complete.
#pragma once

#include <filesystem>   // for path
#include <functional>   // for function
#include <iosfwd>       // for ostream
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"  // for Problems

namespace azoo {

// Problems: missing, not a regular file (a directory, a device, a pipe), unreadable, larger than 1 GiB.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, Problems& problems);

// Writes to a temporary name beside the target, flushes to disk, renames. Throws Interrupted when the
// disk is full or the folder cannot be written; then nothing is left behind and an earlier file of that name
// is as it was.
void write_file(const std::filesystem::path& path, std::string_view content);

// The same for content that is too large to be held as a text: `write` puts it into the stream.
void write_stream(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

// Valid UTF-8 without control bytes other than tab and line ends.
[[nodiscard]] bool is_text(std::string_view bytes);

// SHA-256 of the bytes as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

// The project's data folder: $AZOO_DATA, else share/azoo/data beside the installed program, else the
// source tree the library was built from.
[[nodiscard]] std::filesystem::path data_folder();

}  // namespace azoo
