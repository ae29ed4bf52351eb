#include "report/page_frame.hpp"

#include "report/page_style.hpp"

namespace azoo::report {

std::string page_html(const PageFrame& frame, const std::vector<PageSection>& sections) {
  std::vector<Markup> links;
  Markup body;
  for (const PageSection& each : sections) {
    links.push_back(element("a", text(each.heading), " href=\"#" + slug(each.id) + "\""));
    body += section(each.id, each.heading, each.content);
  }
  std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n";
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
  page += "<title>" + escape(frame.window_title) + "</title>\n";
  page += "<style>" + std::string(page_style) + "</style>\n</head>\n<body>\n";
  page += "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n";
  page += "<header>\n" + element("h1", text(frame.title)).html + "\n" + frame.banner.html;
  page += element("nav", bullet_list(links), " aria-label=\"Contents\"").html + "\n</header>\n";
  page += "<main id=\"main\">\n" + body.html + "</main>\n";
  page +=
      "<footer>\n" + frame.banner.html + note("Azoo " + frame.version).html + "</footer>\n</body>\n</html>\n";
  return page;
}

Markup summary_box(std::string_view heading, const std::vector<std::string>& lines) {
  std::vector<Markup> items;
  for (const std::string& line : lines) {
    const std::size_t colon = line.find(':');
    items.push_back(colon == std::string::npos
                        ? text(line)
                        : element("strong", text(line.substr(0, colon + 1))) + text(line.substr(colon + 1)));
  }
  return subheading(heading) + element("div", bullet_list(items), " class=\"summary\"") + Markup{"\n"};
}

}  // namespace azoo::report
