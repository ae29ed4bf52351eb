#include "core/files.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace azoo {

namespace fs = std::filesystem;

namespace {

// Closes on every way out.
class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }
  int close() noexcept { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

std::string reason(int error) {
  return std::system_category().message(error);
}

[[noreturn]] void fail(const fs::path& path, const char* what, int error) {
  throw Interrupted(path.string() + ": cannot " + what + ": " + reason(error));
}

// Everything in the file, up to one byte more than the limit; nullopt with errno set on a read error.
std::optional<std::string> read_up_to(int descriptor, std::size_t limit) {
  std::string content;
  std::array<char, 65536> buffer{};
  while (content.size() <= limit) {
    const ssize_t n = ::read(descriptor, buffer.data(), buffer.size());
    if (n == 0) break;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return std::nullopt;
    content.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return content;
}

// Empty when all is on the disk, else the error number.
std::optional<int> write_all(Descriptor& file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(file.number(), content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return n < 0 ? errno : ENOSPC;
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  // Some file systems cannot flush; that is no reason to stop.
  if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP) return errno;
  if (file.close() != 0) return errno;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path, Problems& problems) {
  const Place place{path.string(), 0, 0};
  constexpr std::size_t largest = std::size_t{1} << 30;
  // Without O_NONBLOCK a named pipe that nobody writes to would hold the program for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) {
    problems.add(place, "", errno == ENOENT ? "no such file" : "unreadable (" + reason(errno) + ")",
                 "a file that can be read");
    return std::nullopt;
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    problems.add(place, "", S_ISDIR(status.st_mode) ? "a directory" : "a device or pipe", "a regular file");
    return std::nullopt;
  }
  std::optional<std::string> content;
  if (static_cast<std::size_t>(status.st_size) <= largest) {
    content = read_up_to(file.number(), largest);
    if (!content) {
      problems.add(place, "", "unreadable (" + reason(errno) + ")", "a file that can be read");
      return std::nullopt;
    }
  }
  if (!content || content->size() > largest) {
    problems.add(place, "", "more than 1 GiB", "at most 1 GiB");
    return std::nullopt;
  }
  return content;
}

namespace {

// Gives what was written under a temporary name its own.
void put_in_place(const fs::path& temporary, const fs::path& path) {
  if (::rename(temporary.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(temporary.c_str());
  fail(path, "rename", error);
}

}  // namespace

void write_file(const fs::path& path, std::string_view content) {
  const fs::path temporary = path.string() + ".part";
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.number() < 0) fail(path, "create", errno);
  if (const std::optional<int> error = write_all(file, content)) {
    ::unlink(temporary.c_str());
    fail(path, "write", *error);
  }
  put_in_place(temporary, path);
}

void write_stream(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  const fs::path temporary = path.string() + ".part";
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  if (!out) fail(path, "create", errno);
  errno = 0;
  const auto why = [] { return errno != 0 ? errno : ENOSPC; };
  try {
    write(out);
  } catch (...) {
    const int error = why();
    ::unlink(temporary.c_str());
    if (out) throw;
    fail(path, "write", error);
  }
  out.close();
  const int stream_error = why();
  // Opened once more to be flushed to the disk.
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CLOEXEC));
  const std::optional<int> error = file.number() < 0 ? errno : write_all(file, "");
  if (!out || error) {
    ::unlink(temporary.c_str());
    fail(path, "write", error.value_or(stream_error));
  }
  put_in_place(temporary, path);
}

bool is_text(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x80) {
      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return false;
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xF0 && c <= 0xF4  ? 4
                               : c >= 0xE0 && c < 0xF0 ? 3
                               : c >= 0xC2 && c < 0xE0 ? 2
                                                       : 0;
    if (length == 0 || i + length > bytes.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return false;
    }
    // Second bytes that would make an overlong form, a surrogate, or a code point above U+10FFFF.
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
        (c == 0xF4 && second > 0x8F)) {
      return false;
    }
    i += length;
  }
  return true;
}

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  constexpr const char* digits = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < length; ++i) {
    text += digits[digest[i] >> 4];
    text += digits[digest[i] & 15];
  }
  return text;
}

fs::path data_folder() {
  // Read only, and nothing in the program sets it: no race.  NOLINTNEXTLINE(concurrency-mt-unsafe)
  if (const char* chosen = std::getenv("AZOO_DATA"); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    fs::path installed = program.parent_path().parent_path() / "share/azoo/data";
    if (fs::is_directory(installed, error)) return installed;
  }
  return AZOO_SOURCE_DATA_DIR;
}

}  // namespace azoo
