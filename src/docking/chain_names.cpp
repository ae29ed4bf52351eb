#include "docking/chain_names.hpp"

#include <set>          // for set
#include <string_view>  // for string_view

namespace azoo::docking {
namespace {

// In the order in which they are given out.
class FreeNames {
 public:
  explicit FreeNames(std::set<std::string> taken) : taken_(std::move(taken)) {}

  std::string next() {
    for (const char c : letters)
      if (std::string name(1, c); taken_.insert(name).second) return name;
    for (const char a : letters)
      for (const char b : letters)
        if (std::string name = {a, b}; taken_.insert(name).second) return name;
    for (std::size_t n = 1;; ++n)
      if (std::string name = "chain" + std::to_string(n); taken_.insert(name).second) return name;
  }

 private:
  static constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::set<std::string> taken_;
};

}  // namespace

ChainNames unique_chain_names(const std::vector<const Structure*>& partners, bool one_character) {
  const auto fits = [&](const std::string& name) {
    return !name.empty() && (!one_character || name.size() == 1);
  };
  std::set<std::string> all;
  for (const Structure* partner : partners)
    for (const Residue& residue : partner->residues)
      if (fits(residue.chain)) all.insert(residue.chain);
  FreeNames free(all);
  ChainNames result;
  std::set<std::string> given;
  for (std::size_t p = 0; p < partners.size(); ++p) {
    std::map<std::string, std::string>& names = result.names.emplace_back();
    for (const Residue& residue : partners[p]->residues) {
      if (names.contains(residue.chain)) continue;
      const bool keeps = fits(residue.chain) && given.insert(residue.chain).second;
      const std::string name = keeps ? residue.chain : free.next();
      names[residue.chain] = name;
      if (!keeps) result.renamed.push_back({p, residue.chain, name});
    }
  }
  return result;
}

}  // namespace azoo::docking
