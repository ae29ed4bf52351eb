// The two file formats as writers of one model after the other; write_structure.hpp is what users call.
#pragma once

#include <memory>  // for unique_ptr
#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"             // for Problems
#include "docking/chain_names.hpp"      // for ChainNames
#include "docking/structure.hpp"        // for Structure
#include "docking/write_structure.hpp"  // for WriteOptions

namespace azoo::docking {

// What a format could not hold.
struct WriteCounts {
  std::size_t cut_atom_names = 0;
  std::size_t cut_residue_names = 0;
  std::size_t hybrid_numbers = 0;
};

class ModelWriter {
 public:
  virtual ~ModelWriter() = default;
  // Partners as they stand in this model; their chains are called by the names given at the start.
  virtual void add_model(int number, const std::vector<const Structure*>& partners) = 0;
  [[nodiscard]] virtual std::string finish() = 0;
};

// Partners stand for names, entities and parents; several: more than one model follows.
[[nodiscard]] std::unique_ptr<ModelWriter> pdb_writer(const std::vector<const Structure*>& partners,
                                                      const ChainNames& names, const WriteOptions& options,
                                                      bool several, WriteCounts& counts, Problems& problems);
[[nodiscard]] std::unique_ptr<ModelWriter> mmcif_writer(const std::vector<const Structure*>& partners,
                                                        const ChainNames& names, const WriteOptions& options);

[[nodiscard]] bool is_polymer(const Residue& residue);
// Neither format holds line breaks or letters beyond ASCII: blanks stand for them.
[[nodiscard]] std::string one_line(std::string text);

// hybrid-36 of `width` columns: plain digits as long as they fit. Empty when it cannot be held.
[[nodiscard]] std::string to_hybrid36(long long number, int width);

}  // namespace azoo::docking
