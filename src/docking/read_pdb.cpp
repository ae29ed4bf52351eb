#include "docking/read_pdb.hpp"

#include <algorithm>  // for find
#include <array>      // for array
#include <cctype>     // for isalpha
#include <cmath>      // for abs
#include <optional>   // for optional

#include "core/number_text.hpp"      // for parse_number, parse_integer
#include "docking/atom_names.hpp"    // for element_from_name
#include "docking/gemmi_access.hpp"  // for element_symbol
#include "docking/pdb_header.hpp"    // for PdbHeader, pdb_columns

namespace azoo::docking {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool is_printable(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Lines end with LF, CR LF or CR.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find_first_of("\r\n");
    line = rest_.substr(0, end);
    ended_ = end != std::string_view::npos;
    std::size_t skip = ended_ ? end + 1 : rest_.size();
    if (ended_ && rest_[end] == '\r' && skip < rest_.size() && rest_[skip] == '\n') ++skip;
    rest_.remove_prefix(skip);
    ++number_;
    return true;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool cut_off() const { return !ended_; }

 private:
  std::string_view rest_;
  int number_ = 0;
  bool ended_ = true;
};

class PdbReader {
 public:
  PdbReader(std::string_view text, const std::string& file, int model, RawStructure& raw, Problems& problems)
      : lines_(text), file_(file), wanted_(model), raw_(raw), problems_(problems) {}

  bool read() {
    std::string_view line;
    while (lines_.next(line)) {
      if (line.starts_with("ATOM") || line.starts_with("HETATM")) {
        if (!take_atom(line) && (++faults_ == max_messages || raw_.atoms.size() == max_raw_atoms))
          return false;
      } else if (line.starts_with("TER")) {
        ++block_;
      } else if (line.starts_with("MODEL ") || line == "MODEL") {
        begin_model(line);
      } else if (line.starts_with("ENDMDL")) {
        in_model_ = false;
      } else if (line.starts_with("END")) {
        after_end_ = true;
        ++block_;
      } else {
        header_.take(line);
      }
    }
    header_.finish(raw_);
    if (from_segment_ > 0)
      raw_.notes.push_back("took the chain names of " + std::to_string(from_segment_) +
                           " atoms from the segment names, as the chain column is blank");
    if (pushed_ > 0)
      raw_.notes.push_back("read " + std::to_string(pushed_) +
                           " lines whose columns are pushed to the right by a long serial number");
    return faults_ == 0;
  }

 private:
  void open_model(int number) {
    while (std::find(raw_.models.begin(), raw_.models.end(), number) != raw_.models.end()) ++number;
    if (raw_.models.size() < 100'000) raw_.models.push_back(number);
    taking_ = wanted_ == 0 ? raw_.models.size() == 1 : number == wanted_;
    if (taking_) raw_.model = number;
    in_model_ = true;
    after_end_ = false;
    ++block_;
  }
  void begin_model(std::string_view line) {
    const auto number = parse_integer(pdb_columns(line, 7, 20));
    open_model(number && *number >= 0 && *number < 1'000'000'000 ? static_cast<int>(*number) : next_model());
  }
  [[nodiscard]] int next_model() const { return raw_.models.empty() ? 1 : raw_.models.back() + 1; }

  bool fault(const std::string& field, std::string_view found, const std::string& expected) {
    const std::string shown =
        is_printable(found) ? "'" + std::string(found.substr(0, 80)) + "'" : "bytes that are no text";
    problems_.add({file_, lines_.number(), 0}, field, shown, expected);
    return false;
  }

  bool take_atom(std::string_view whole) {
    std::string line(whole.substr(0, 100));
    // Six or more digits of serial number push the rest to the right.
    if (line.size() > 60 && is_digit(line[11]) && (is_digit(line[10]) || is_digit(line[6]))) {
      std::size_t digits = 0;
      while (digits < 4 && is_digit(line[11 + digits]) && line.size() > 55 + digits) ++digits;
      line.erase(11, digits);
      ++pushed_;
    }
    if (!is_printable(line)) return fault("", line, "an atom line of printable characters");
    if (line.size() < 54)
      return fault("", line,
                   lines_.cut_off() ? "a whole atom line: the file is cut off here"
                                    : "an atom line of at least 54 columns");
    RawAtom atom;
    if (!read_place(line, atom) || !read_residue(line, atom)) return false;
    if (!in_model_ || (after_end_ && begins_again(atom))) open_model(next_model());
    after_end_ = false;
    if (!taking_) return true;
    if (raw_.atoms.size() == max_raw_atoms)
      return fault("", "more than " + std::to_string(max_raw_atoms) + " atoms in one model",
                   "a molecule of a size that can be docked");
    atom.block = block_;
    raw_.atoms.push_back(atom);
    return true;
  }

  // After END the first residue comes once more: the next frame, not a second molecule.
  [[nodiscard]] bool begins_again(const RawAtom& atom) const {
    if (raw_.atoms.empty()) return false;
    const RawAtom& first = raw_.atoms.front();
    return first.chain == atom.chain && first.number == atom.number && first.insertion == atom.insertion &&
           first.residue == atom.residue && first.name == atom.name;
  }

  bool read_place(const std::string& line, RawAtom& atom) {
    const std::array<double*, 3> places = {&atom.position_A.x, &atom.position_A.y, &atom.position_A.z};
    const std::array<const char*, 3> names = {"x (columns 31-38)", "y (columns 39-46)", "z (columns 47-54)"};
    for (std::size_t i = 0; i < 3; ++i) {
      const std::string columns = pdb_columns(line, 31 + 8 * i, 38 + 8 * i);
      const std::optional<double> value = parse_number(columns);
      if (!value || std::abs(*value) > max_coordinate_A)
        return fault(names[i], columns, "a finite number between -10000 and 10000 (angstrom)");
      *places[i] = *value;
    }
    const std::optional<double> occupancy = parse_number(pdb_columns(line, 55, 60));
    atom.occupancy = occupancy ? std::max(0.0, *occupancy) : 1.0;
    return true;
  }

  bool read_residue(const std::string& line, RawAtom& atom) {
    atom.hetero = line.starts_with("HETATM");
    atom.name = pdb_columns(line, 13, 16);
    if (atom.name.empty()) return fault("atom name (columns 13-16)", "", "the name of the atom");
    atom.alternate = line[16];
    atom.residue = pdb_columns(line, 18, 20);
    atom.chain = pdb_columns(line, 21, 22);
    // Column 21 belongs to a name of four letters, or to a chain name of two.
    if (line[20] != ' ' && (line[21] == ' ' || pdb_columns(line, 18, 20) == "TIP")) {
      atom.residue = pdb_columns(line, 18, 21);
      atom.chain = pdb_columns(line, 22, 22);
    }
    if (atom.residue.empty()) return fault("residue name (columns 18-20)", "", "the name of the residue");
    if (atom.chain.empty() && line.size() > 72) {
      atom.chain = pdb_columns(line, 73, 76);
      if (!atom.chain.empty()) ++from_segment_;
    }
    if (!read_number(line, atom)) return false;
    atom.element = line.size() > 76 ? element_symbol(pdb_columns(line, 77, 78)) : "";
    if (atom.element.empty()) atom.element = element_from_name(line.substr(12, 4), atom.residue);
    return true;
  }

  bool read_number(const std::string& line, RawAtom& atom) {
    const std::string number = pdb_columns(line, 23, 26);
    atom.insertion = line[26];
    std::optional<long long> value = parse_integer(number);
    // Five digits take the column of the insertion code.
    if (value && line[22] != ' ' && is_digit(atom.insertion)) {
      value = parse_integer(pdb_columns(line, 23, 27));
      atom.insertion = ' ';
    }
    if (!value) {
      const std::optional<int> big = hybrid36(number);
      if (big) value = *big;
    }
    if (!value) return fault("residue number (columns 23-26)", number, "a whole number");
    atom.number = static_cast<int>(*value);
    return true;
  }

  Lines lines_;
  const std::string& file_;
  int wanted_;
  RawStructure& raw_;
  Problems& problems_;
  PdbHeader header_;
  std::size_t faults_ = 0;
  std::size_t from_segment_ = 0;
  std::size_t pushed_ = 0;
  int block_ = 0;
  bool in_model_ = false;
  bool taking_ = false;
  bool after_end_ = false;
};

}  // namespace

bool read_pdb(std::string_view text, const std::string& file, int model, RawStructure& raw,
              Problems& problems) {
  return PdbReader(text, file, model, raw, problems).read();
}

std::optional<int> hybrid36(std::string_view columns) {
  if (columns.size() != 4 || !is_letter(columns.front())) return std::nullopt;
  const bool small = columns.front() >= 'a';
  int value = 0;
  for (const char c : columns) {
    if (!is_digit(c) && !(is_letter(c) && (c >= 'a') == small)) return std::nullopt;
    value = 36 * value + (is_digit(c) ? c - '0' : (c - (small ? 'a' : 'A')) + 10);
  }
  // Capital letters go on after 9999, small ones after ZZZZ.
  constexpr int first_letter = 10 * 36 * 36 * 36;
  constexpr int with_capitals = 26 * 36 * 36 * 36;
  return value - first_letter + 10'000 + (small ? with_capitals : 0);
}

}  // namespace azoo::docking
