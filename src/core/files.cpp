#include "core/files.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

namespace azoo {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path, Problems& problems) {
  const Place place{path.string(), 0, 0};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    problems.add(place, "", "no such file", "a file that can be read");
    return std::nullopt;
  }
  if (fs::is_directory(status)) {
    problems.add(place, "", "a directory", "a file");
    return std::nullopt;
  }
  constexpr std::uintmax_t largest = std::uintmax_t{1} << 30;
  const std::uintmax_t size = fs::file_size(path, error);
  if (!error && size > largest) {
    problems.add(place, "", std::to_string(size) + " bytes", "at most 1 GiB");
    return std::nullopt;
  }
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream content;
  if (!stream || !(content << stream.rdbuf() || stream.eof())) {
    if (stream && size == 0) return std::string{};
    problems.add(place, "", std::string("unreadable (") + std::strerror(errno) + ")",
                 "a file that can be read");
    return std::nullopt;
  }
  return std::move(content).str();
}

namespace {

[[noreturn]] void fail(const fs::path& path, const char* what) {
  throw Interrupted(path.string() + ": cannot " + what + ": " + std::strerror(errno));
}

}  // namespace

void write_file(const fs::path& path, std::string_view content) {
  const fs::path temporary = path.string() + ".part";
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(temporary, "create");
  std::size_t written = 0;
  while (written < content.size()) {
    const ssize_t n = ::write(descriptor, content.data() + written, content.size() - written);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int kept = errno;
      ::close(descriptor);
      ::unlink(temporary.c_str());
      errno = kept;
      fail(path, "write");
    }
    written += static_cast<std::size_t>(n);
  }
  const bool flushed = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS;
  if (::close(descriptor) != 0 || !flushed) {
    ::unlink(temporary.c_str());
    fail(path, "write");
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) fail(path, "rename");
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
  if (const char* chosen = std::getenv("AZOO_DATA"); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path installed = program.parent_path().parent_path() / "share/azoo/data";
    if (fs::is_directory(installed, error)) return installed;
  }
  return AZOO_SOURCE_DATA_DIR;
}

}  // namespace azoo
