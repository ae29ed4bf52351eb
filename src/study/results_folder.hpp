// The results folder of a run. Work goes on in OUT.partial, beside the place where OUT will stand; when
// everything is written it becomes OUT by renaming, so that a folder that exists is whole.
#pragma once

#include <filesystem>   // for path
#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

namespace azoo::study {

struct FolderRequest {
  std::filesystem::path out;
  bool force = false;     // replace an earlier OUT, if it is a results folder or empty
  bool resume = false;    // go on with OUT.partial
  std::string identity;   // what must be equal for a resume: study, seed, data, version
  bool resumable = true;  // false: nothing is kept of work that did not end
  // What is read and must not be lost: refused when it lies inside an OUT that would be replaced.
  std::vector<std::filesystem::path> inputs = {};
};

// The path whose last part is the folder's name, and the name under which work on it goes on.
[[nodiscard]] std::filesystem::path folder_path(const std::filesystem::path& out);
[[nodiscard]] std::filesystem::path partial_path(const std::filesystem::path& out);

class ResultsFolder {
 public:
  // Throws InputError, with nothing written, when OUT exists without force, is no results folder, cannot be
  // written, is being written by another run, or when there is nothing to resume or something else was begun
  // there.
  explicit ResultsFolder(const FolderRequest& request);
  ~ResultsFolder();
  ResultsFolder(const ResultsFolder&) = delete;
  ResultsFolder& operator=(const ResultsFolder&) = delete;

  [[nodiscard]] std::filesystem::path journal_file() const;
  // Where the state of a piece of work on its way may be kept.
  [[nodiscard]] std::filesystem::path state_file(std::size_t piece) const;
  // Where the files of the finished folder are written until then; for files that are written whole.
  [[nodiscard]] const std::filesystem::path& unfinished() const { return final_; }
  // Begins a file of the finished folder and adds to it. Throws Interrupted on a full disk.
  void append(const std::string& name, std::string_view content);
  // What was begun cannot be gone on with: OUT.partial is removed in the end.
  void discard() { keep_partial_ = false; }
  // Makes OUT out of what was appended; removes the journal and an earlier OUT, which stands whole until the
  // moment in which the new one takes its name.
  void commit();

 private:
  // Closed on every way out, also out of a constructor that throws.
  struct Lock {
    int descriptor = -1;
    ~Lock();
  };
  void take_lock();
  void begin(const FolderRequest& request);
  void put_in_place();
  void remove_made() const;

  std::filesystem::path out_;
  std::filesystem::path partial_;
  std::filesystem::path final_;
  std::filesystem::path first_new_;  // the uppermost folder that was made for this run
  bool force_ = false;
  bool keep_partial_ = true;
  Lock lock_;
  std::map<std::string, int> files_;  // descriptors
};

}  // namespace azoo::study
