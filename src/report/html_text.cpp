#include "report/html_text.hpp"

namespace azoo::report {

std::string escape(std::string_view plain) {
  std::string out;
  out.reserve(plain.size() + 16);
  for (const char character : plain) {
    const auto byte = static_cast<unsigned char>(character);
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if ((byte < 0x20 && character != '\n' && character != '\t') || byte == 0x7f) {
          out += "\xEF\xBF\xBD";  // U+FFFD
        } else {
          out += character;
        }
    }
  }
  return out;
}

Markup text(std::string_view plain) {
  return {escape(plain)};
}

Markup element(std::string_view tag, const Markup& content, std::string_view attributes) {
  std::string out = "<" + std::string(tag) + std::string(attributes) + ">" + content.html + "</";
  return {out + std::string(tag) + ">"};
}

Markup paragraph(std::string_view plain) {
  return element("p", text(plain)) + Markup{"\n"};
}

Markup note(std::string_view plain) {
  return element("p", text(plain), " class=\"note\"") + Markup{"\n"};
}

Markup bullet_list(const std::vector<Markup>& items) {
  Markup inner;
  for (const Markup& item : items) inner += element("li", item) + Markup{"\n"};
  return items.empty() ? Markup{} : element("ul", inner) + Markup{"\n"};
}

Markup section(std::string_view id, std::string_view heading, const Markup& content) {
  const std::string name = slug(id);
  const Markup title = element("h2", text(heading), " id=\"" + name + "\"");
  return element("section", title + Markup{"\n"} + content, " aria-labelledby=\"" + name + "\"") +
         Markup{"\n"};
}

Markup subheading(std::string_view plain) {
  return element("h3", text(plain)) + Markup{"\n"};
}

std::string slug(std::string_view plain) {
  std::string out;
  for (const char character : plain) {
    const bool letter = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    if (letter) {
      out += character;
    } else if (character >= 'A' && character <= 'Z') {
      out += static_cast<char>(character - 'A' + 'a');
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

HtmlTable::HtmlTable(std::string_view caption, const std::vector<std::string>& columns)
    : caption_(caption), columns_(columns) {}

void HtmlTable::row(const std::vector<Markup>& cells, std::string_view css_class) {
  if (!group_open_) {
    body_ += "<tbody>\n";
    group_open_ = true;
  }
  body_ += css_class.empty() ? "<tr>" : "<tr class=\"" + std::string(css_class) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    body_ += i == 0 ? "<th scope=\"row\">" + cells[i].html + "</th>" : "<td>" + cells[i].html + "</td>";
  }
  body_ += "</tr>\n";
  ++rows_;
}

void HtmlTable::row(const std::vector<std::string>& cells, std::string_view css_class) {
  std::vector<Markup> escaped;
  escaped.reserve(cells.size());
  for (const std::string& cell : cells) escaped.push_back(text(cell));
  row(escaped, css_class);
}

void HtmlTable::group(std::string_view heading) {
  if (group_open_) body_ += "</tbody>\n";
  body_ += "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"" +
           std::to_string(columns_.size()) + "\">" + escape(heading) + "</th></tr>\n";
  group_open_ = true;
}

Markup HtmlTable::finish(std::string_view box_class) const {
  std::string out = "<div class=\"scroll";
  if (!box_class.empty()) out += " " + std::string(box_class);
  out += "\" role=\"region\" tabindex=\"0\" aria-label=\"" + escape("Table: " + caption_) + "\">\n<table>\n";
  out += "<caption>" + escape(caption_) + "</caption>\n<thead><tr>";
  for (const std::string& column : columns_) out += "<th scope=\"col\">" + escape(column) + "</th>";
  out += "</tr></thead>\n" + body_;
  if (group_open_) out += "</tbody>\n";
  return {out + "</table>\n</div>\n"};
}

}  // namespace azoo::report
