// The results folder of a run. Work goes on in OUT.partial, beside the place where OUT will stand; when
// everything is written it becomes OUT by renaming, so that a folder that exists is whole.
#pragma once

#include <filesystem>   // for path
#include <map>          // for map
#include <memory>       // for unique_ptr
#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::study {

struct FolderRequest {
  std::filesystem::path out;
  bool force = false;    // replace an earlier OUT
  bool resume = false;   // go on with OUT.partial
  std::string identity;  // what must be equal for a resume: study, seed, data, version
};

class ResultsFolder {
 public:
  // Throws InputError, with nothing written, when OUT exists without force, cannot be written, is being
  // written by another run, or when there is nothing to resume or something else was begun there.
  explicit ResultsFolder(const FolderRequest& request);
  ~ResultsFolder();
  ResultsFolder(const ResultsFolder&) = delete;
  ResultsFolder& operator=(const ResultsFolder&) = delete;

  [[nodiscard]] std::filesystem::path journal_file() const;
  // Begins a file of the finished folder and adds to it. Throws Interrupted on a full disk.
  void append(const std::string& name, std::string_view content);
  // Makes OUT out of what was appended; removes the journal and an earlier OUT.
  void commit();

 private:
  void begin(const FolderRequest& request);

  std::filesystem::path out_;
  std::filesystem::path partial_;
  std::filesystem::path final_;
  int lock_ = -1;
  std::map<std::string, int> files_;  // descriptors
};

}  // namespace azoo::study
