#include "study/state_file.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include "core/files.hpp"

namespace azoo::study {

namespace {

// Raised whenever a state of the version before could be read as something else.
constexpr std::string_view format = "azoo state 2";
constexpr std::size_t chunk_bytes = std::size_t{1} << 20;

struct ChunkHeader {
  std::uint64_t bytes = 0;  // 0: the end
  std::uint64_t checksum = 0;
};

// Each step is a bijection of the sum so far and of the word, so that a single changed word always shows. The
// number of the chunk counts too: chunks that change places show.
std::uint64_t checksum(std::uint64_t number, const char* bytes, std::size_t size) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
  constexpr int turn = 29;
  std::uint64_t sum = (number + 1) * odd + size;
  while (size > 0) {
    std::uint64_t word = 0;
    const std::size_t part = size < sizeof word ? size : sizeof word;
    std::memcpy(&word, bytes, part);
    sum = std::rotl((sum ^ word) * odd, turn);
    bytes += part;
    size -= part;
  }
  return sum;
}

class ChunksOut : public std::streambuf {
 public:
  explicit ChunksOut(std::ostream& out) : out_(out), chunk_(chunk_bytes) { empty(); }
  bool end() { return pass_on() && put({0, checksum(number_, nullptr, 0)}); }

 protected:
  int_type overflow(int_type c) override {
    if (!pass_on()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override { return out_ ? 0 : -1; }

 private:
  void empty() { setp(chunk_.data(), chunk_.data() + chunk_.size()); }
  bool put(const ChunkHeader& header) {
    ++number_;
    return static_cast<bool>(out_.write(reinterpret_cast<const char*>(&header), sizeof header));
  }
  bool pass_on() {
    const auto bytes = static_cast<std::size_t>(pptr() - pbase());
    if (bytes == 0) return static_cast<bool>(out_);
    put({bytes, checksum(number_, pbase(), bytes)});
    out_.write(pbase(), static_cast<std::streamsize>(bytes));
    empty();
    return static_cast<bool>(out_);
  }

  std::ostream& out_;
  std::vector<char> chunk_;
  std::uint64_t number_ = 0;
};

// The stream turns what is thrown here into its bad().
class ChunksIn : public std::streambuf {
 public:
  explicit ChunksIn(std::ifstream file) : in_(std::move(file)), chunk_(chunk_bytes) {}

 protected:
  int_type underflow() override {
    if (ended_) return traits_type::eof();
    ChunkHeader header;
    read(reinterpret_cast<char*>(&header), sizeof header);
    if (header.bytes > chunk_.size()) throw std::runtime_error("a chunk that is damaged");
    read(chunk_.data(), header.bytes);
    if (checksum(number_++, chunk_.data(), header.bytes) != header.checksum)
      throw std::runtime_error("a chunk that is damaged");
    setg(chunk_.data(), chunk_.data(), chunk_.data() + header.bytes);
    ended_ = header.bytes == 0;
    if (ended_ && in_.peek() != traits_type::eof()) throw std::runtime_error("bytes behind the end");
    return ended_ ? traits_type::eof() : traits_type::to_int_type(chunk_.front());
  }

 private:
  void read(char* bytes, std::size_t size) {
    if (!in_.read(bytes, static_cast<std::streamsize>(size))) throw std::runtime_error("cut off");
  }

  std::ifstream in_;
  std::vector<char> chunk_;
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

class StateStream : public std::istream {
 public:
  explicit StateStream(std::ifstream file) : std::istream(nullptr), chunks_(std::move(file)) {
    rdbuf(&chunks_);
  }

 private:
  ChunksIn chunks_;
};

}  // namespace

void write_state(const std::filesystem::path& file, std::string_view owner,
                 const std::function<void(std::ostream&)>& write) {
  write_stream(file, [&](std::ostream& out) {
    out << format << '\n' << owner << '\n';
    ChunksOut chunks(out);
    std::ostream into(&chunks);
    write(into);
    if (!chunks.end()) out.setstate(std::ios::failbit);
  });
}

std::unique_ptr<std::istream> open_state(const std::filesystem::path& file, std::string_view owner) {
  std::ifstream in(file, std::ios::binary);
  if (!in.is_open()) return nullptr;
  // Read with a limit: the first line of something else may be very long.
  const auto expect_line = [&in](std::string_view wanted, const char* otherwise) {
    std::string line(wanted.size() + 1, '\0');
    if (!in.read(line.data(), static_cast<std::streamsize>(line.size())) || line.back() != '\n' ||
        std::string_view(line).substr(0, wanted.size()) != wanted)
      throw std::runtime_error(otherwise);
  };
  expect_line(format, "it is of another version, or damaged");
  expect_line(owner, "it is the state of something else, or damaged");
  return std::make_unique<StateStream>(std::move(in));
}

}  // namespace azoo::study
