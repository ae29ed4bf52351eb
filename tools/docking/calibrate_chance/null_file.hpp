// The table of unrelated pairs while it grows: opened again after a stop, one row added at a time, each whole
// or not there. Its second line says which data the scores rest on, so that scores of different data never
// mix.
#pragma once

#include <filesystem>  // for path
#include <fstream>     // for ofstream
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"         // for Problems
#include "docking/chance_null.hpp"  // for NullPair

namespace azoo::calibrate {

class NullFile {
 public:
  // A last row without a line end is what a stop left of it, and goes. Problems: the rows cannot be read, or
  // come from other score data (score_data.hpp).
  NullFile(std::filesystem::path path, const std::string& score_data, Problems& problems);

  [[nodiscard]] bool has(const docking::NullPair& work) const;
  void add(const docking::NullPair& row);  // on disk when it returns
  [[nodiscard]] const std::vector<docking::NullPair>& rows() const { return rows_; }

 private:
  std::filesystem::path path_;
  std::vector<docking::NullPair> rows_;
  std::ofstream stream_;
};

}  // namespace azoo::calibrate
