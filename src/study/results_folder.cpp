#include "study/results_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/files.hpp"
#include "core/problem.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& path, std::string found, std::string expected) {
  throw InputError({{{path.string(), 0, 0}, "--out", std::move(found), std::move(expected)}});
}

[[noreturn]] void broken(const fs::path& path, const std::string& what) {
  throw Interrupted(path.string() + ": cannot " + what + ": " + std::strerror(errno));
}

void write_all(int descriptor, const fs::path& path, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(descriptor, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) broken(path, "write");
    content.remove_prefix(static_cast<std::size_t>(n));
  }
}

fs::path without_slash(const fs::path& path) {
  const fs::path clean = fs::absolute(path).lexically_normal();
  return clean.has_filename() ? clean : clean.parent_path();
}

}  // namespace

ResultsFolder::ResultsFolder(const FolderRequest& request)
    : out_(without_slash(request.out)), partial_(out_.string() + ".partial"), final_(partial_ / "finished") {
  std::error_code error;
  if (fs::exists(out_, error) && !fs::is_directory(out_, error))
    refuse(out_, "a file of that name", "a folder name that is free");
  if (fs::exists(out_, error) && !request.force) {
    refuse(out_, "a folder that exists", "a new folder name, or --force to replace it");
  }
  const bool begun = fs::exists(partial_, error);
  if (request.resume && !begun) refuse(partial_, "nothing to resume", "a run that was interrupted");
  if (begun && !request.resume && !request.force) {
    refuse(partial_, "an interrupted run", "--resume to go on with it, or --force to begin anew");
  }
  begin(request);
}

void ResultsFolder::begin(const FolderRequest& request) {
  std::error_code error;
  const bool existed = fs::exists(partial_, error);
  fs::create_directories(partial_, error);
  if (error)
    refuse(out_, "a place that cannot be written (" + error.message() + ")",
           "a folder name in a writable place");
  const fs::path lock_file = partial_ / "lock";
  lock_ = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0) {
    const std::string reason = std::strerror(errno);
    if (!existed) fs::remove(partial_, error);
    refuse(out_, "a place that cannot be written (" + reason + ")", "a folder name in a writable place");
  }
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    lock_ = -1;
    refuse(partial_, "another run is writing there", "another folder name, or wait for it to end");
  }
  const fs::path identity = partial_ / "identity";
  if (request.resume) {
    Problems problems;
    const auto begun = read_file(identity, problems);
    if (!begun || *begun != request.identity) {
      refuse(partial_, "an interrupted run of something else",
             "the same study, options, data and version as before");
    }
  } else {
    fs::remove(partial_ / "journal", error);
    write_file(identity, request.identity);
  }
  fs::remove_all(final_, error);
  fs::create_directories(final_ / "figures", error);
  if (error) broken(final_, "create");
}

ResultsFolder::~ResultsFolder() {
  for (const auto& [name, descriptor] : files_) ::close(descriptor);
  if (lock_ >= 0) ::close(lock_);
}

fs::path ResultsFolder::journal_file() const {
  return partial_ / "journal";
}

void ResultsFolder::append(const std::string& name, std::string_view content) {
  const fs::path path = final_ / name;
  auto found = files_.find(name);
  if (found == files_.end()) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor < 0) broken(path, "create");
    found = files_.emplace(name, descriptor).first;
  }
  write_all(found->second, path, content);
}

void ResultsFolder::commit() {
  for (auto& [name, descriptor] : files_) {
    const bool flushed = ::fsync(descriptor) == 0;
    if (::close(descriptor) != 0 || !flushed) broken(final_ / name, "write");
    descriptor = -1;
  }
  files_.clear();
  std::error_code error;
  const fs::path earlier = out_.string() + ".replaced";
  fs::remove_all(earlier, error);
  if (fs::exists(out_, error)) {
    fs::rename(out_, earlier, error);
    if (error) throw Interrupted(out_.string() + ": cannot set the earlier folder aside: " + error.message());
  }
  fs::rename(final_, out_, error);
  if (error) throw Interrupted(out_.string() + ": cannot rename the finished folder: " + error.message());
  fs::remove_all(partial_, error);
  fs::remove_all(earlier, error);
}

}  // namespace azoo::study
