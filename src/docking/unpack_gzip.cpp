#include "docking/unpack_gzip.hpp"

#include <zlib.h>

#include <algorithm>  // for min
#include <array>      // for array
#include <memory>     // for unique_ptr
#include <new>        // for bad_alloc

namespace azoo::docking {
namespace {

// zlib's code for "15 bits of window, gzip's head".
constexpr int gzip_window = 15 + 16;

Bytef* input_of(std::string_view bytes) {
  // zlib reads through this pointer and does not write.
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

}  // namespace

bool is_gzip(std::string_view bytes) noexcept {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

std::optional<std::string> unpack_gzip(std::string_view bytes, std::size_t limit, const std::string& file,
                                       Problems& problems) {
  z_stream stream{};
  if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  std::string text;
  std::array<char, 65536> buffer{};
  const auto fault = [&](const char* found, const char* expected) {
    problems.add({file, 0, 0}, "", found, expected);
    return std::nullopt;
  };
  int status = Z_OK;
  std::string_view left = bytes;
  stream.next_in = input_of(left);
  while (true) {
    // zlib counts in 32 bits.
    if (stream.avail_in == 0 && !left.empty()) {
      const std::size_t piece = std::min<std::size_t>(left.size(), 1U << 30);
      stream.next_in = input_of(left);
      stream.avail_in = static_cast<uInt>(piece);
      left.remove_prefix(piece);
    }
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    text.append(buffer.data(), buffer.size() - stream.avail_out);
    if (text.size() > limit)
      return fault("a gzip file that unpacks to more than the limit", "at most 256 MiB unpacked");
    if (status == Z_STREAM_END) {
      const bool another = stream.avail_in >= 2 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b;
      if (!another) return text;
      if (inflateReset(&stream) != Z_OK) return fault("a damaged gzip file", "a gzip file that is whole");
    } else if (status == Z_BUF_ERROR ||
               (status == Z_OK && stream.avail_in == 0 && left.empty() && stream.avail_out > 0)) {
      return fault("a gzip file that is cut off", "a gzip file that is whole");
    } else if (status != Z_OK) {
      return fault("a damaged gzip file", "a gzip file that is whole");
    }
  }
}

std::string pack_gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, deflateEnd);
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = input_of(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::bad_alloc();
  packed.resize(stream.total_out);
  return packed;
}

}  // namespace azoo::docking
