#include "core/json_text.hpp"

#include <cstdio>  // for snprintf

namespace azoo {

std::string json_text(std::string_view plain) {
  std::string text = "\"";
  for (const char c : plain) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (c == '\n') {
      text += "\\n";
    } else if (byte < 0x20U || byte == 0x7FU) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(byte));
      text += code;
    } else {
      text += c;
    }
  }
  return text + '"';
}

}  // namespace azoo
