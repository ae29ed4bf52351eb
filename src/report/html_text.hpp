// Building blocks of the page. Markup is finished HTML; plain text becomes Markup only through text(), which
// escapes, so that nothing from data can be taken for markup. Elements without content are closed (<br/>),
// so the page is also well-formed XML.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

namespace azoo::report {

struct Markup {
  std::string html;
  Markup& operator+=(const Markup& other) {
    html += other.html;
    return *this;
  }
};
[[nodiscard]] inline Markup operator+(Markup left, const Markup& right) {
  left += right;
  return left;
}

// Escapes & < > " ' and replaces control characters, which XML forbids.
[[nodiscard]] std::string escape(std::string_view plain);
[[nodiscard]] Markup text(std::string_view plain);
// <tag>content</tag>; attributes are trusted text such as ` class="note"`.
[[nodiscard]] Markup element(std::string_view tag, const Markup& content, std::string_view attributes = {});
[[nodiscard]] Markup paragraph(std::string_view plain);
[[nodiscard]] Markup note(std::string_view plain);  // a smaller paragraph
[[nodiscard]] Markup bullet_list(const std::vector<Markup>& items);
// <section> with a heading <h2 id="..."> that labels it.
[[nodiscard]] Markup section(std::string_view id, std::string_view heading, const Markup& content);
[[nodiscard]] Markup subheading(std::string_view plain);  // h3
// Letters, digits and hyphens only, for ids and file names; never empty.
[[nodiscard]] std::string slug(std::string_view plain);

// A table with caption, column headings and row headings, in a box that scrolls on narrow screens.
class HtmlTable {
 public:
  HtmlTable(std::string_view caption, const std::vector<std::string>& columns);
  // The first cell is the heading of its row.
  void row(const std::vector<Markup>& cells, std::string_view css_class = {});
  void row(const std::vector<std::string>& cells, std::string_view css_class = {});
  // A heading over the rows that follow.
  void group(std::string_view heading);
  [[nodiscard]] bool empty() const { return rows_ == 0; }
  // `box_class`: "long" limits the height on screen, not in print.
  [[nodiscard]] Markup finish(std::string_view box_class = {}) const;

 private:
  std::string caption_;
  std::vector<std::string> columns_;
  std::string body_;
  bool group_open_ = false;
  int rows_ = 0;
};

}  // namespace azoo::report
