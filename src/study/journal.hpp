// The checkpoint of a run: one appended record per finished place of a trial. A record that was cut
// off by a crash or a full disk is recognised by its length and hash, and dropped.
#pragma once

#include <cstdint>      // for uint64_t
#include <filesystem>   // for path
#include <map>          // for map
#include <mutex>        // for mutex
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for pair

namespace azoo::study {

class Journal {
 public:
  using Key = std::pair<int, int>;  // replicate, place

  // Opens or begins the file; whole records already in it are kept, a broken tail is cut off. Throws
  // Interrupted when the file cannot be written.
  explicit Journal(const std::filesystem::path& file);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  [[nodiscard]] bool has(Key key) const;
  [[nodiscard]] std::size_t size() const;
  // Records of places below this one, over all replicates.
  [[nodiscard]] std::size_t size_below(int place) const;
  // The payload of a record; nothing when there is none.
  [[nodiscard]] std::optional<std::string> read(Key key) const;
  // May be called from several threads. Throws Interrupted when the disk is full; what was there before stays
  // whole.
  void append(Key key, std::string_view payload);

 private:
  struct Span {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
  };
  void recover();

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::uint64_t end_ = 0;
  std::map<Key, Span> records_;
  mutable std::mutex mutex_;
};

}  // namespace azoo::study
