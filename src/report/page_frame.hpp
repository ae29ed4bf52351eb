// The frame of a self-contained report page: head with the style sheet, banner, contents, sections, footer.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/html_text.hpp"  // for Markup

namespace azoo::report {

struct PageSection {
  std::string_view id;
  std::string heading;
  Markup content;
};

struct PageFrame {
  std::string title;         // the page's heading
  std::string window_title;  // plain text
  Markup banner;
  std::string version;  // of the program
};

[[nodiscard]] std::string page_html(const PageFrame& frame, const std::vector<PageSection>& sections);

// "In five lines": the part of each line before its first colon is strong.
[[nodiscard]] Markup summary_box(std::string_view heading, const std::vector<std::string>& lines);

}  // namespace azoo::report
