#include "study/results_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
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

// The uppermost part of the path that is not there yet.
fs::path first_missing(const fs::path& path) {
  std::error_code error;
  fs::path missing = path;
  while (missing.has_parent_path() && missing.parent_path() != missing &&
         !fs::exists(missing.parent_path(), error)) {
    missing = missing.parent_path();
  }
  return missing;
}

// Whether a run, an analysis or a docking of this program made the folder; only such a folder may be
// replaced.
bool is_results_folder(const fs::path& folder) {
  std::error_code error;
  const auto holds = [&](const char* name) { return fs::is_regular_file(folder / name, error); };
  return fs::is_empty(folder, error) ||
         (holds("analysis.csv") && (holds("report.html") || holds("run.json"))) ||
         (holds("matrix.csv") && holds("run.json")) ||
         (holds("poses.csv") && holds("run.json"));
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path inside = folder_path(fs::weakly_canonical(path, error));
  const fs::path outside = folder_path(fs::weakly_canonical(folder, error));
  return std::mismatch(outside.begin(), outside.end(), inside.begin(), inside.end()).first == outside.end();
}

void check_out(const FolderRequest& request, const fs::path& out) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(out, error))) return;
  if (!fs::is_directory(out, error)) refuse(out, "a file of that name", "a folder name that is free");
  if (!request.force) refuse(out, "a folder that exists", "a new folder name, or --force to replace it");
  if (!is_results_folder(out)) {
    refuse(out, "a folder that holds something else than results",
           "a new folder name: --force replaces results folders only");
  }
  for (const fs::path& input : request.inputs) {
    if (lies_in(input, out))
      refuse(out, "a folder that holds the input " + input.string(),
             "another folder name: --force would delete it");
  }
}

void check_partial(const FolderRequest& request, const fs::path& partial) {
  std::error_code error;
  const bool begun = fs::exists(partial, error);
  if (request.resume && !begun) refuse(partial, "nothing to resume", "a run that was interrupted");
  if (begun && !request.resume && !request.force) {
    refuse(partial, "an interrupted run",
           std::string(request.resumable ? "--resume to go on with it" : "another folder name") +
               ", or --force to begin anew");
  }
}

}  // namespace

fs::path folder_path(const fs::path& out) {
  const fs::path clean = fs::absolute(out).lexically_normal();
  return clean.has_filename() ? clean : clean.parent_path();
}

fs::path partial_path(const fs::path& out) {
  return folder_path(out).string() + ".partial";
}

ResultsFolder::Lock::~Lock() {
  if (descriptor >= 0) ::close(descriptor);
}

ResultsFolder::ResultsFolder(const FolderRequest& request)
    : out_(folder_path(request.out)),
      partial_(partial_path(request.out)),
      final_(partial_ / "finished"),
      force_(request.force),
      keep_partial_(request.resumable) {
  check_out(request, out_);
  check_partial(request, partial_);
  std::error_code error;
  const bool existed = fs::exists(partial_, error);
  first_new_ = existed ? fs::path() : first_missing(partial_);
  try {
    begin(request);
  } catch (const Interrupted& full) {
    // Before the first record there is nothing to keep: the place is unfit, which is the user's to mend.
    if (!existed && lock_.descriptor >= 0) fs::remove_all(partial_, error);
    remove_made();
    refuse(out_, std::string("a place that cannot be written (") + full.what() + ")",
           "a folder name in a writable place with room");
  }
}

void ResultsFolder::take_lock() {
  const fs::path lock_file = partial_ / "lock";
  lock_.descriptor = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_.descriptor < 0) broken(lock_file, "create");
  if (::flock(lock_.descriptor, LOCK_EX | LOCK_NB) != 0)
    refuse(partial_, "another run is writing there", "another folder name, or wait for it to end");
}

void ResultsFolder::begin(const FolderRequest& request) {
  std::error_code error;
  fs::create_directories(partial_, error);
  if (error) throw Interrupted(error.message());
  take_lock();
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
    fs::remove_all(partial_ / "state", error);
    write_file(identity, request.identity);
  }
  fs::remove_all(final_, error);
  fs::create_directories(final_ / "figures", error);
  if (!error) fs::create_directories(partial_ / "state", error);
  if (error) throw Interrupted(final_.string() + ": cannot create: " + error.message());
}

ResultsFolder::~ResultsFolder() {
  for (const auto& [name, descriptor] : files_) {
    if (descriptor >= 0) ::close(descriptor);
  }
  std::error_code error;
  if (keep_partial_) return;
  fs::remove_all(partial_, error);
  remove_made();
}

// Folders on the way to OUT that were made for it and hold nothing.
void ResultsFolder::remove_made() const {
  std::error_code error;
  if (first_new_.empty()) return;
  for (fs::path made = partial_; made != first_new_.parent_path(); made = made.parent_path())
    fs::remove(made, error);
}

fs::path ResultsFolder::journal_file() const {
  return partial_ / "journal";
}

fs::path ResultsFolder::state_file(std::size_t piece) const {
  return partial_ / "state" / std::to_string(piece);
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
  put_in_place();
  keep_partial_ = true;  // from here on the name may be another run's
  std::error_code error;
  fs::remove_all(partial_, error);
}

void ResultsFolder::put_in_place() {
  // Without --force OUT was free when the run began; what has come there since is not ours to remove.
  if (::renameat2(AT_FDCWD, final_.c_str(), AT_FDCWD, out_.c_str(), RENAME_NOREPLACE) == 0) return;
  if (errno == EEXIST && force_) {
    // The earlier folder and the new one change places in one step.
    if (::renameat2(AT_FDCWD, final_.c_str(), AT_FDCWD, out_.c_str(), RENAME_EXCHANGE) == 0) return;
  }
  if (errno != EINVAL && errno != ENOSYS) broken(out_, "give the finished folder this name");
  // A file system without these renames: rename() refuses a folder that is not empty.
  const fs::path earlier = partial_ / "earlier";
  const bool set_aside = force_ && ::rename(out_.c_str(), earlier.c_str()) == 0;
  if (::rename(final_.c_str(), out_.c_str()) == 0) return;
  const int reason = errno;
  if (set_aside && ::rename(earlier.c_str(), out_.c_str()) != 0) {
    throw Interrupted(out_.string() + ": cannot be replaced; the earlier folder is now " + earlier.string());
  }
  errno = reason;
  broken(out_, "give the finished folder this name");
}

}  // namespace azoo::study
