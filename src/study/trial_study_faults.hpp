// Faults that show only when two fields are held together. The field is named by its path in the tree, from
// which place and found text are looked up, so that messages equal those of the readers.
#pragma once

#include <cstddef>      // for size_t
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"     // for Problems
#include "core/toml_value.hpp"  // for TomlValue

namespace azoo::study {

class StudyFaults {
 public:
  StudyFaults(const TomlValue& root, Problems& problems) : root_(&root), problems_(&problems) {}

  // `field` as in messages: "arm.0.product.site.1.dose". Found is what stands there.
  void add(std::string_view field, std::string expected);
  void add(std::string_view field, std::string found, std::string expected);

 private:
  const TomlValue* root_;
  Problems* problems_;
};

// Looks at every value of the tree, read by somebody or not: numbers are finite, texts hold no control
// characters, `source` and `note` are texts. What is reported already at a place is not reported again.
void check_every_value(const TomlValue& root, Problems& problems);

}  // namespace azoo::study
