// The words a study file may use: those of the data folder (products, populations, published studies) and
// those of the program (drugs, routes, observables).
#pragma once

#include <filesystem>   // for path
#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"   // for ParameterSet
#include "core/problem.hpp"      // for Problems
#include "core/toml_reader.hpp"  // for TomlReader

namespace azoo::study {

struct KnownProduct {
  std::string dose_unit;            // cells | ug; empty when its file does not say
  std::string origin;               // autologous | allogeneic; empty when its file does not say
  std::vector<std::string> routes;  // empty when its file lists none
};

struct StudyNames {
  std::map<std::string, KnownProduct> products;               // data/products
  std::map<std::string, std::vector<std::string>> histology;  // classes of each file of data/populations
  std::vector<std::string> germ_cells;                        // of the species of the trial
  std::vector<std::string> published_studies;                 // data/evidence/outcomes
  std::vector<std::string> product_names() const;
  std::vector<std::string> mix_names() const;
};

[[nodiscard]] StudyNames find_study_names(const std::filesystem::path& data, const ParameterSet& parameters,
                                          Problems& problems);

// Kinds of studies that the design of the program knows; only the first can run.
[[nodiscard]] const std::vector<std::string>& study_kinds();
[[nodiscard]] const std::vector<std::string>& routes();
// Unit of a drug's dose by its name.
[[nodiscard]] const std::map<std::string, std::string>& drug_units();
// Keys of all observables, or of those of the kinds given.
[[nodiscard]] std::vector<std::string> observable_keys(const std::vector<std::string>& kinds = {});
// Unit and kind of an observable; empty for an unknown one.
[[nodiscard]] std::string observable_unit(std::string_view key);
[[nodiscard]] std::string observable_kind(std::string_view key);

// A word from a list that may be empty because the data folder holds nothing of the kind.
[[nodiscard]] std::string read_name(TomlReader& reader, std::string_view key,
                                    const std::vector<std::string>& known, std::string_view where);
// A name that may stand in file names and tables: letters, digits, '_' and '-', at most 64.
[[nodiscard]] std::string read_identifier(TomlReader& reader, std::string_view key);

}  // namespace azoo::study
