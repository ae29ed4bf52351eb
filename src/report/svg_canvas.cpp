#include "report/svg_canvas.hpp"

#include <cmath>    // for round, hypot
#include <cstdint>  // for int64_t
#include <utility>  // for move

#include "report/html_text.hpp"  // for escape, slug

namespace azoo::report {

namespace {

// Average advance of a sans-serif letter in em; wide enough for the widest common fonts.
constexpr double letter_em = 0.58;
constexpr double line_em = 1.32;

std::size_t letters(std::string_view plain) {
  std::size_t count = 0;
  for (const char c : plain) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // UTF-8 lead bytes
  return count;
}

std::string attributes(const Paint& paint) {
  std::string out = " fill=\"" + std::string(paint.fill) + "\"";
  if (paint.stroke != "none") {
    out += " stroke=\"" + std::string(paint.stroke) + "\" stroke-width=\"" + coordinate(paint.stroke_width) +
           "\"";
    if (!paint.dash.empty()) out += " stroke-dasharray=\"" + std::string(paint.dash) + "\"";
    if (paint.round_caps) out += " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
  }
  if (paint.opacity < 1.0) {
    const int hundredths = static_cast<int>(std::lround(paint.opacity * 100.0));
    out += " opacity=\"0." + std::string(hundredths < 10 ? "0" : "") + std::to_string(hundredths) + "\"";
  }
  return out;
}

}  // namespace

std::string coordinate(double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10.0));
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  std::string out = tenths < 0 ? "-" : "";
  out += std::to_string(size / 10);
  if (size % 10 != 0) out += "." + std::to_string(size % 10);
  return out;
}

double text_width(std::string_view plain, double size) {
  return static_cast<double>(letters(plain)) * letter_em * size;
}

std::vector<std::string> wrap_words(std::string_view plain, double width, double size) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < plain.size()) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    const std::string word(plain.substr(at, end - at));
    at = end + 1;
    if (word.empty()) continue;
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && text_width(longer, size) > width) {
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back(line);
  for (std::string& each : lines) each = shorten(each, width, size);
  return lines;
}

std::string shorten(std::string_view plain, double width, double size) {
  if (text_width(plain, size) <= width) return std::string(plain);
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at + 1;
    while (end < plain.size() && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U) ++end;
    const std::string longer = out + std::string(plain.substr(at, end - at));
    if (text_width(longer + "…", size) > width) break;
    out = longer;
    at = end;
  }
  return out + "…";
}

SvgCanvas::SvgCanvas(std::string name, double width, double height, std::string title,
                     std::string description)
    : name_(slug(name)),
      width_(width),
      height_(height),
      title_(std::move(title)),
      description_(std::move(description)) {}

void SvgCanvas::rect(double x, double y, double width, double height, const Paint& paint, double corner) {
  body_ += "<rect x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" width=\"" + coordinate(width) +
           "\" height=\"" + coordinate(height) + "\"";
  if (corner > 0.0) body_ += " rx=\"" + coordinate(corner) + "\"";
  body_ += attributes(paint) + "/>\n";
}

void SvgCanvas::line(Point from, Point to, const Paint& paint) {
  body_ += "<line x1=\"" + coordinate(from.x) + "\" y1=\"" + coordinate(from.y) + "\" x2=\"" +
           coordinate(to.x) + "\" y2=\"" + coordinate(to.y) + "\"" + attributes(paint) + "/>\n";
}

void SvgCanvas::arrow(Point from, Point to) {
  constexpr double head = 8.0;
  line(from, to, {.stroke = ink, .stroke_width = 1.5});
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length <= 0.0) return;
  const double ux = (to.x - from.x) / length;
  const double uy = (to.y - from.y) / length;
  const Point left{to.x - head * ux - head / 2 * uy, to.y - head * uy + head / 2 * ux};
  const Point right{to.x - head * ux + head / 2 * uy, to.y - head * uy - head / 2 * ux};
  path("M" + coordinate(to.x) + " " + coordinate(to.y) + "L" + coordinate(left.x) + " " + coordinate(left.y) +
           "L" + coordinate(right.x) + " " + coordinate(right.y) + "Z",
       {.fill = ink});
}

void SvgCanvas::circle(Point centre, double radius, const Paint& paint) {
  body_ += "<circle cx=\"" + coordinate(centre.x) + "\" cy=\"" + coordinate(centre.y) + "\" r=\"" +
           coordinate(radius) + "\"" + attributes(paint) + "/>\n";
}

void SvgCanvas::polyline(const std::vector<Point>& points, const Paint& paint) {
  std::string list;
  for (const Point& point : points) {
    if (!list.empty()) list += ' ';
    list += coordinate(point.x) + "," + coordinate(point.y);
  }
  body_ += "<polyline points=\"" + list + "\"" + attributes(paint) + "/>\n";
}

void SvgCanvas::path(std::string_view d, const Paint& paint) {
  if (d.empty()) return;
  body_ += "<path d=\"" + std::string(d) + "\"" + attributes(paint) + "/>\n";
}

void SvgCanvas::text(Point at, std::string_view plain, const Lettering& lettering) {
  if (plain.empty()) return;
  body_ += "<text x=\"" + coordinate(at.x) + "\" y=\"" + coordinate(at.y) + "\" font-size=\"" +
           coordinate(lettering.size) + "\"";
  if (lettering.anchor != "start") body_ += " text-anchor=\"" + std::string(lettering.anchor) + "\"";
  if (lettering.bold) body_ += " font-weight=\"bold\"";
  body_ += " fill=\"" + std::string(lettering.fill) + "\"";
  if (lettering.rotate != 0.0) {
    body_ += " transform=\"rotate(" + coordinate(lettering.rotate) + " " + coordinate(at.x) + " " +
             coordinate(at.y) + ")\"";
  }
  body_ += ">" + escape(plain) + "</text>\n";
}

double SvgCanvas::text_lines(Point at, const std::vector<std::string>& lines, const Lettering& lettering) {
  for (const std::string& each : lines) {
    text(at, each, lettering);
    at.y += lettering.size * line_em;
  }
  return at.y;
}

void SvgCanvas::mark(Mark mark, Point c, double r, std::string_view colour, bool filled) {
  const Paint paint{.fill = filled ? colour : paper_white, .stroke = colour, .stroke_width = 1.8};
  const auto polygon = [&](const std::vector<Point>& corners) {
    std::string d;
    for (const Point& p : corners)
      d += (d.empty() ? "M" : "L") + coordinate(c.x + r * p.x) + " " + coordinate(c.y + r * p.y);
    path(d + "Z", paint);
  };
  switch (mark) {
    case Mark::circle:
      circle(c, r, paint);
      break;
    case Mark::square:
      rect(c.x - 0.9 * r, c.y - 0.9 * r, 1.8 * r, 1.8 * r, paint);
      break;
    case Mark::triangle:
      polygon({{0, -1.15}, {1.1, 0.85}, {-1.1, 0.85}});
      break;
    case Mark::diamond:
      polygon({{0, -1.3}, {1.1, 0}, {0, 1.3}, {-1.1, 0}});
      break;
    case Mark::cross:
      polygon({{-0.4, -1.2},
               {0.4, -1.2},
               {0.4, -0.4},
               {1.2, -0.4},
               {1.2, 0.4},
               {0.4, 0.4},
               {0.4, 1.2},
               {-0.4, 1.2},
               {-0.4, 0.4},
               {-1.2, 0.4},
               {-1.2, -0.4},
               {-0.4, -0.4}});
      break;
    case Mark::triangle_down:
      polygon({{0, 1.15}, {1.1, -0.85}, {-1.1, -0.85}});
      break;
    case Mark::bar:
      rect(c.x - 0.5 * r, c.y - 1.3 * r, r, 2.6 * r, paint);
      break;
  }
}

void SvgCanvas::open_clip(double x, double y, double width, double height) {
  // A nested <svg> clips without a reference, which would need an id and a url().
  ++clips_;
  body_ += "<svg x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\" width=\"" + coordinate(width) +
           "\" height=\"" + coordinate(height) + "\" viewBox=\"" + coordinate(x) + " " + coordinate(y) + " " +
           coordinate(width) + " " + coordinate(height) + "\">\n";
}

void SvgCanvas::close_group() {
  if (clips_ == 0) return;
  --clips_;
  body_ += "</svg>\n";
}

std::string SvgCanvas::finish() const {
  const std::string w = coordinate(width_);
  const std::string h = coordinate(height_);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + w + " " + h +
                    "\" width=\"" + w + "\" height=\"" + h + "\" aria-labelledby=\"" + name_ + "-title " +
                    name_ + "-desc\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n";
  out += "<title id=\"" + name_ + "-title\">" + escape(title_) + "</title>\n";
  out += "<desc id=\"" + name_ + "-desc\">" + escape(description_) + "</desc>\n";
  out += "<rect width=\"" + w + "\" height=\"" + h + "\" fill=\"#ffffff\"/>\n";
  return out + body_ + "</svg>\n";
}

}  // namespace azoo::report
