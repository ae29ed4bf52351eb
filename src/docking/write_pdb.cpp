// PDB text. Format: wwPDB, Atomic Coordinate Entry Format 3.3.
#include <fmt/format.h>

#include <algorithm>    // for min
#include <cmath>        // for isfinite
#include <set>          // for set
#include <string_view>  // for string_view

#include "core/files.hpp"            // for is_text
#include "docking/model_writer.hpp"  // for ModelWriter

namespace azoo::docking {
namespace {

// Text over several lines, divided at blanks where there are some; from the second on they are numbered.
void add_lines(std::string& to, const std::string& record, const std::string& text) {
  constexpr std::size_t width = 69;
  std::string_view rest = text;
  for (std::size_t n = 1; !rest.empty() && n < 100; ++n) {
    std::size_t length = std::min(width, rest.size());
    if (const std::size_t blank = rest.rfind(' ', width);
        length < rest.size() && blank != 0 && blank != rest.npos)
      length = blank;
    to += fmt::format("{:<6}  {:>2}{}{}\n", record, n == 1 ? "" : std::to_string(n), n == 1 ? "" : " ",
                      rest.substr(0, length));
    rest.remove_prefix(length);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
  }
}

class PdbWriter : public ModelWriter {
 public:
  PdbWriter(const std::vector<const Structure*>& partners, const ChainNames& names,
            const WriteOptions& options, bool several, WriteCounts& counts, Problems& problems)
      : names_(names), several_(several), counts_(counts), problems_(problems) {
    if (!options.title.empty()) add_lines(text_, "TITLE", one_line(options.title));
    for (const std::string& remark : options.remarks) {
      const std::string line = one_line(remark);
      for (std::size_t begin = 0; begin < line.size(); begin += 69)
        text_ += "REMARK   6 " + line.substr(begin, 69) + "\n";
    }
    add_parents(partners);
  }

  void add_model(int number, const std::vector<const Structure*>& partners) override {
    if (several_) text_ += fmt::format("MODEL     {:>4}\n", number);
    serial_ = 0;
    for (std::size_t p = 0; p < partners.size(); ++p) {
      const Structure& partner = *partners[p];
      for (std::size_t i = 0; i < partner.residues.size(); ++i) {
        if (!add_residue(partner, partner.residues[i], names_.names[p])) return;
        if (ends_chain(partner, i)) text_ += "TER\n";
      }
    }
    if (several_) text_ += "ENDMDL\n";
  }

  std::string finish() override { return text_ + "END\n"; }

 private:
  // A polymer ends where another chain, another kind of molecule or the partner's end follows.
  static bool ends_chain(const Structure& partner, std::size_t i) {
    const Residue& residue = partner.residues[i];
    if (i + 1 == partner.residues.size()) return true;
    const Residue& next = partner.residues[i + 1];
    const bool same =
        next.number == residue.number && next.insertion == residue.insertion && next.name == residue.name;
    return next.chain != residue.chain || same || (is_polymer(residue) && !is_polymer(next));
  }

  void add_parents(const std::vector<const Structure*>& partners) {
    std::set<std::string> told;
    for (std::size_t p = 0; p < partners.size(); ++p) {
      for (const Residue& residue : partners[p]->residues) {
        const std::string& chain = names_.names[p].at(residue.chain);
        if (!is_polymer(residue) || residue.parent == residue.name || residue.parent.size() > 3 ||
            chain.size() > 1 || residue.name.size() > 3 || !told.insert(residue.name).second)
          continue;
        const std::string number = to_hybrid36(residue.number, 4);
        if (!number.empty())
          text_ += fmt::format("MODRES      {:>3} {} {:>4}{} {:>3}\n", residue.name, chain, number,
                               residue.insertion, residue.parent);
      }
    }
  }

  bool fault(const Structure& partner, const Residue& residue, const std::string& found,
             const std::string& expected) {
    problems_.add({partner.file, 0, 0}, to_text(residue), found, expected);
    return false;
  }

  bool add_residue(const Structure& partner, const Residue& residue,
                   const std::map<std::string, std::string>& names) {
    const std::string number = to_hybrid36(residue.number, 4);
    if (number.empty())
      return fault(partner, residue, "number " + std::to_string(residue.number),
                   "a number that PDB can hold; write mmCIF");
    if (residue.number > 9999) ++counts_.hybrid_numbers;
    std::string name = residue.name;
    if (name.size() > 3) {
      name.resize(3);
      ++counts_.cut_residue_names;
    }
    for (std::size_t k = 0; k < residue.atom_count; ++k) {
      const Atom& atom = partner.atoms[residue.first_atom + k];
      const Vector3& at = atom.position_A;
      for (const double value : {at.x, at.y, at.z})
        if (!std::isfinite(value) || value < -999.9994 || value > 9999.9994)
          return fault(partner, residue, "a coordinate of " + std::to_string(value),
                       "-999.999 to 9999.999 A for PDB; write mmCIF");
      if (++serial_ > 99'999) ++counts_.hybrid_numbers;
      text_ += fmt::format(
          "{:<6}{:>5} {:<4} {:>3}{:>2}{:>4}{}   {:8.3f}{:8.3f}{:8.3f}  1.00  0.00          {:>2}\n",
          is_polymer(residue) ? "ATOM" : "HETATM", to_hybrid36(serial_, 5), placed_name(atom), name,
          names.at(residue.chain).substr(0, 2), number, residue.insertion, at.x, at.y, at.z,
          atom.element.substr(0, 2));
    }
    return true;
  }

  // The element's symbol ends in the second column.
  std::string placed_name(const Atom& atom) {
    std::string name = atom.name;
    if (name.size() > 4) {
      name.resize(4);
      ++counts_.cut_atom_names;
    }
    return name.size() < 4 && atom.element.size() < 2 ? " " + name : name;
  }

  const ChainNames& names_;
  bool several_;
  WriteCounts& counts_;
  Problems& problems_;
  std::string text_;
  long long serial_ = 0;
};

}  // namespace

std::unique_ptr<ModelWriter> pdb_writer(const std::vector<const Structure*>& partners,
                                        const ChainNames& names, const WriteOptions& options, bool several,
                                        WriteCounts& counts, Problems& problems) {
  return std::make_unique<PdbWriter>(partners, names, options, several, counts, problems);
}

// Grosse-Kunstleve et al., cci.lbl.gov/hybrid_36: digits, then capitals with a leading letter, then small
// letters.
std::string to_hybrid36(long long number, int width) {
  long long decimal = 1;
  long long base36 = 1;
  for (int i = 0; i < width; ++i) decimal *= 10;
  for (int i = 0; i + 1 < width; ++i) base36 *= 36;
  if (number < decimal && number > -decimal / 10) return std::to_string(number);
  if (number < 0) return "";
  long long beyond = number - decimal;
  const bool small = beyond >= 26 * base36;
  if (small) beyond -= 26 * base36;
  if (beyond >= 26 * base36) return "";
  beyond += 10 * base36;
  std::string text;
  for (int i = 0; i < width; ++i) {
    const int digit = static_cast<int>(beyond % 36);
    text.insert(text.begin(), static_cast<char>(digit < 10 ? '0' + digit : (small ? 'a' : 'A') + digit - 10));
    beyond /= 36;
  }
  return text;
}

}  // namespace azoo::docking
