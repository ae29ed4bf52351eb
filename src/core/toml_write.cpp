#include <algorithm>
#include <cmath>

#include "core/number_text.hpp"
#include "core/toml_value.hpp"

namespace azoo {

namespace {

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          constexpr const char* digits = "0123456789ABCDEF";
          out += "\\u00";
          out += digits[static_cast<unsigned char>(c) >> 4];
          out += digits[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

std::string key_text(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  return bare ? std::string(key) : quote(key);
}

std::string float_text(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  std::string text = to_text(value);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string inline_text(const TomlValue& value) {
  struct Visitor {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
    std::string operator()(double number) const { return float_text(number); }
    std::string operator()(const std::string& text) const { return quote(text); }
    std::string operator()(const TomlArray& items) const {
      std::string out = "[";
      for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? ", " : "") + inline_text(items[i]);
      return out + "]";
    }
    std::string operator()(const TomlMap& map) const {
      std::string out = "{";
      for (const auto& [key, value] : map.entries) {
        out += (out.size() > 1 ? ", " : " ") + key_text(key) + " = " + inline_text(value);
      }
      return out + " }";
    }
  };
  return std::visit(Visitor{}, value.data);
}

bool is_list_of_tables(const TomlValue& value) {
  const TomlArray* items = value.array();
  return items != nullptr && !items->empty() &&
         std::all_of(items->begin(), items->end(),
                     [](const TomlValue& item) { return item.map() != nullptr; });
}

// A value with its provenance, { value = ..., source = ... }, reads best on one line.
bool is_section(const TomlValue& value) {
  return (value.map() != nullptr && value.map()->find("value") == nullptr) || is_list_of_tables(value);
}

void write_map(const TomlMap& map, const std::string& path, std::string& out);

void write_section(const std::string& key, const TomlValue& value, const std::string& path,
                   std::string& out) {
  const std::string name = path.empty() ? key_text(key) : path + "." + key_text(key);
  if (const TomlMap* map = value.map()) {
    out += "\n[" + name + "]\n";
    write_map(*map, name, out);
    return;
  }
  for (const TomlValue& item : *value.array()) {
    out += "\n[[" + name + "]]\n";
    write_map(*item.map(), name, out);
  }
}

void write_map(const TomlMap& map, const std::string& path, std::string& out) {
  for (const auto& [key, value] : map.entries) {
    if (!is_section(value)) out += key_text(key) + " = " + inline_text(value) + "\n";
  }
  for (const auto& [key, value] : map.entries) {
    if (is_section(value)) write_section(key, value, path, out);
  }
}

}  // namespace

std::string write_toml(const TomlValue& root) {
  std::string out;
  if (const TomlMap* map = root.map()) write_map(*map, "", out);
  return out;
}

namespace {

// 1e7 and 1e-5 rather than 1e+07 and 1e-05.
std::string as_typed(const std::string& number) {
  const std::size_t exponent = number.find('e');
  if (exponent == std::string::npos) return number;
  const std::string sign = number[exponent + 1] == '-' ? "-" : "";
  return number.substr(0, exponent + 1) + sign + number.substr(number.find_first_of("123456789", exponent));
}

}  // namespace

std::string describe(const TomlValue& value) {
  std::string text = inline_text(value);
  if (const auto* number = std::get_if<double>(&value.data)) text = as_typed(to_text(*number));
  constexpr std::size_t longest = 80;
  if (text.size() <= longest) return text;
  std::size_t end = longest - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a character
  return text.substr(0, end) + "...";
}

}  // namespace azoo
