#include "study/journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/files.hpp"
#include "core/problem.hpp"

namespace azoo::study {

namespace {

// "record <replicate> <place> <bytes> <hash>\n", padded to a fixed width so that it can be read in one go.
constexpr std::size_t header_bytes = 64;

// The hash covers the place too: a record under a wrong key would be another man's.
std::string hash_of(Journal::Key key, std::string_view payload) {
  std::string bytes = std::to_string(key.first) + " " + std::to_string(key.second) + "\n";
  return sha256(bytes.append(payload));
}

std::string header_for(Journal::Key key, std::string_view payload) {
  char text[header_bytes + 1];
  std::snprintf(text, sizeof text, "record %9d %9d %12zu %.16s", key.first, key.second, payload.size(),
                hash_of(key, payload).c_str());
  std::string header(text);
  header.resize(header_bytes - 1, ' ');
  return header + '\n';
}

bool read_exactly(int descriptor, std::uint64_t offset, char* buffer, std::size_t bytes) {
  std::size_t got = 0;
  while (got < bytes) {
    const ssize_t n = ::pread(descriptor, buffer + got, bytes - got, static_cast<off_t>(offset + got));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    got += static_cast<std::size_t>(n);
  }
  return true;
}

bool write_exactly(int descriptor, std::uint64_t offset, std::string_view bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n =
        ::pwrite(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    done += static_cast<std::size_t>(n);
  }
  return true;
}

}  // namespace

Journal::Journal(const std::filesystem::path& file) : file_(file) {
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw Interrupted(file.string() + ": cannot open: " + std::strerror(errno));
  recover();
}

Journal::~Journal() {
  ::close(descriptor_);
}

void Journal::recover() {
  const auto total = static_cast<std::uint64_t>(::lseek(descriptor_, 0, SEEK_END));
  std::string header(header_bytes, '\0');
  std::string payload;
  while (end_ + header_bytes < total && read_exactly(descriptor_, end_, header.data(), header_bytes)) {
    Key key;
    std::size_t bytes = 0;
    char hash[17] = "";
    if (std::sscanf(header.c_str(), "record %9d %9d %12zu %16s", &key.first, &key.second, &bytes, hash) != 4)
      break;
    if (bytes > total - end_ - header_bytes) break;
    payload.resize(bytes);
    if (!read_exactly(descriptor_, end_ + header_bytes, payload.data(), bytes)) break;
    if (header != header_for(key, payload)) break;
    records_[key] = {end_ + header_bytes, bytes};
    end_ += header_bytes + bytes;
  }
  if (end_ < total && ::ftruncate(descriptor_, static_cast<off_t>(end_)) != 0) {
    throw Interrupted(file_.string() + ": cannot cut off a broken record: " + std::strerror(errno));
  }
}

bool Journal::has(Key key) const {
  const std::lock_guard lock(mutex_);
  return records_.contains(key);
}

std::size_t Journal::size() const {
  const std::lock_guard lock(mutex_);
  return records_.size();
}

std::size_t Journal::size_below(int place) const {
  const std::lock_guard lock(mutex_);
  const auto below = [place](const auto& record) { return record.first.second < place; };
  return static_cast<std::size_t>(std::count_if(records_.begin(), records_.end(), below));
}

std::optional<std::string> Journal::read(Key key) const {
  const std::lock_guard lock(mutex_);
  const auto found = records_.find(key);
  if (found == records_.end()) return std::nullopt;
  std::string payload(found->second.bytes, '\0');
  if (!read_exactly(descriptor_, found->second.offset, payload.data(), payload.size())) {
    throw Interrupted(file_.string() + ": cannot read back a record");
  }
  return payload;
}

void Journal::append(Key key, std::string_view payload) {
  const std::string record = header_for(key, payload) + std::string(payload);
  const std::lock_guard lock(mutex_);
  if (!write_exactly(descriptor_, end_, record)) {
    const int reason = errno;
    if (::ftruncate(descriptor_, static_cast<off_t>(end_)) != 0) {
      // The tail stays and is cut off when the journal is opened again.
    }
    throw Interrupted(file_.string() + ": cannot write: " + std::strerror(reason));
  }
  records_[key] = {end_ + header_bytes, payload.size()};
  end_ += record.size();
}

}  // namespace azoo::study
