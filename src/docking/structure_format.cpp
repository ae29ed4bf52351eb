#include "docking/structure_format.hpp"

#include <algorithm>  // for equal, count
#include <array>      // for array
#include <cctype>     // for tolower
#include <utility>    // for pair

#include "core/files.hpp"           // for is_text
#include "docking/unpack_gzip.hpp"  // for is_gzip

namespace azoo::docking {
namespace {

using namespace std::string_view_literals;

bool begins_with(std::string_view text, std::string_view small_letters) {
  return text.size() >= small_letters.size() &&
         std::equal(small_letters.begin(), small_letters.end(), text.begin(), [](char want, char is) {
           return want == static_cast<char>(std::tolower(static_cast<unsigned char>(is)));
         });
}

// A line of the given record somewhere in the text.
bool has_record(std::string_view text, std::string_view record) {
  if (text.starts_with(record)) return true;
  for (const char end : {'\n', '\r'}) {
    const std::string line = end + std::string(record);
    if (text.find(line) != std::string_view::npos) return true;
  }
  return false;
}

// What files of other kinds begin with.
std::string other_kind(std::string_view bytes) {
  static const std::array<std::pair<std::string_view, const char*>, 12> kinds = {{
      {"BZh"sv, "a file packed with bzip2"},
      {"\xfd"
       "7zXZ"sv,
       "a file packed with xz"},
      {"PK\x03\x04"sv, "a zip archive"},
      {"\x1f\x9d"sv, "a file packed with compress (.Z)"},
      {"\x28\xb5\x2f\xfd"sv, "a file packed with zstd"},
      {"\xff\xfe"sv, "text in UTF-16"},
      {"\xfe\xff"sv, "text in UTF-16"},
      {"%PDF"sv, "a PDF document"},
      {"\x89PNG"sv, "a picture"},
      {"{"sv, "JSON text"},
      {"@<TRIPOS>"sv, "a mol2 file"},
      {">"sv, "a sequence in FASTA form"},
  }};
  if (is_gzip(bytes)) return "a file that is packed twice";
  for (const auto& [magic, what] : kinds)
    if (bytes.starts_with(magic)) return what;
  return "";
}

std::string first_words(std::string_view text) {
  std::string line(text.substr(0, text.find_first_of("\r\n")));
  line.resize(std::min<std::size_t>(line.size(), 60));
  return is_text(line) ? "text that begins '" + line + "'" : "bytes that are no text";
}

}  // namespace

std::string_view without_mark(std::string_view text) noexcept {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text;
}

FormatFinding find_format(std::string_view text) {
  std::string_view rest = text;
  // Blank lines and comments may stand before mmCIF.
  while (!rest.empty()) {
    if (std::isspace(static_cast<unsigned char>(rest.front())) != 0) {
      rest.remove_prefix(1);
    } else if (rest.front() == '#') {
      rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
    } else {
      break;
    }
  }
  if (rest.empty())
    return {StructureFormat::unknown, text.empty() ? "an empty file" : "a file of blank lines and comments"};
  if (const std::string other = other_kind(rest); !other.empty()) return {StructureFormat::unknown, other};
  if (begins_with(rest, "<!doctype") || begins_with(rest, "<html"))
    return {StructureFormat::unknown, "a web page"};
  if (begins_with(rest, "<?xml") || begins_with(rest, "<")) return {StructureFormat::unknown, "XML text"};
  const std::string_view head = rest.substr(0, 65536);
  if (std::find(head.begin(), head.end(), '\0') != head.end())
    return {StructureFormat::unknown, "bytes that are no text"};
  if (begins_with(rest, "data_")) return {StructureFormat::mmcif, ""};
  if (has_record(rest, "ATOM") || has_record(rest, "HETATM")) return {StructureFormat::pdb, ""};
  for (const char* record : {"HEADER", "REMARK", "CRYST1", "TITLE ", "SEQRES", "MODEL ", "END"})
    if (rest.starts_with(record)) return {StructureFormat::unknown, "a PDB file without atoms"};
  return {StructureFormat::unknown, first_words(rest)};
}

}  // namespace azoo::docking
