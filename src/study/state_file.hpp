// The state of a piece of work on its way, in a file that is written in one pass and read in one pass: a line
// that says what it is and whose, then chunks with checksums of their own, each looked at before its bytes
// are handed on, then an end. So nothing that is damaged, cut off or another's is ever made use of, and no
// second copy of a large state is held in memory.
#pragma once

#include <filesystem>   // for path
#include <functional>   // for function
#include <iosfwd>       // for istream, ostream
#include <memory>       // for unique_ptr
#include <string_view>  // for string_view

namespace azoo::study {

// `owner` says whose state it is, in one line. Under another name first: a file of this name is whole. Throws
// Interrupted when the disk is full.
void write_state(const std::filesystem::path& file, std::string_view owner,
                 const std::function<void(std::ostream&)>& write);

// Nothing when there is no such file. Throws std::runtime_error when it is none, of another version, another
// owner's or cut off at its beginning. Damage further on makes the stream bad(), with no byte of the damaged
// chunk read.
[[nodiscard]] std::unique_ptr<std::istream> open_state(const std::filesystem::path& file,
                                                       std::string_view owner);

}  // namespace azoo::study
