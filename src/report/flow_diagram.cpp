#include "report/flow_diagram.hpp"

#include <algorithm>  // for max
#include <vector>     // for vector

#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double letter = 14.0;
constexpr double line_height = letter * 1.32;
constexpr double padding = 12.0;
constexpr double gap = 34.0;  // between rows of boxes

using Lines = std::vector<std::string>;

Lines wrapped(const Lines& sentences, double width) {
  Lines out;
  for (const std::string& sentence : sentences) {
    for (std::string& line : wrap_words(sentence, width - 2 * padding, letter))
      out.push_back(std::move(line));
  }
  return out;
}

double box_height(const Lines& lines) {
  return static_cast<double>(lines.size()) * line_height + 2 * padding - 4.0;
}

void box(SvgCanvas& canvas, double x, double y, double width, double height, const Lines& lines,
         std::string_view fill, std::size_t bold_lines) {
  canvas.rect(x, y, width, height, {.fill = fill, .stroke = ink, .stroke_width = 1.3}, 4.0);
  double at = y + padding + letter * 0.8;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    canvas.text({x + padding, at}, lines[i], {.size = letter, .bold = i < bold_lines});
    at += line_height;
  }
}

std::string n_is(int count) {
  return "(n\u00a0=\u00a0" + std::to_string(count) + ")";  // unbreakable
}

Lines received_lines(const ArmFlow& arm) {
  if (!arm.product_planned) return {"Product: none planned in this arm"};
  Lines lines{"Product given as planned " + n_is(arm.product_as_planned),
              "less than planned " + n_is(arm.product_short)};
  if (arm.product_none > 0) lines.push_back("planned but not given " + n_is(arm.product_none));
  return lines;
}

// The four boxes below one another in one arm.
std::vector<Lines> arm_boxes(const ArmFlow& arm, double width) {
  return {wrapped({arm.label, "Allocated " + n_is(arm.allocated)}, width),
          wrapped(received_lines(arm), width),
          wrapped({"Withdrawn or lost to follow-up " + n_is(arm.withdrawn)}, width),
          wrapped({"Analysed " + n_is(arm.analysed)}, width)};
}

std::string description(const FlowCounts& counts, const std::string& allocation) {
  std::string out = "Screened " + std::to_string(counts.screened) + ", excluded " +
                    std::to_string(counts.excluded) + ", allocated " + std::to_string(counts.allocated) +
                    " (" + allocation + ").";
  for (const ArmFlow& arm : counts.arms) {
    out += " " + arm.label + ": allocated " + std::to_string(arm.allocated);
    if (arm.product_planned) {
      out += ", product as planned " + std::to_string(arm.product_as_planned) + ", less than planned " +
             std::to_string(arm.product_short) + ", not given " + std::to_string(arm.product_none);
    }
    out +=
        ", withdrawn " + std::to_string(arm.withdrawn) + ", analysed " + std::to_string(arm.analysed) + ".";
  }
  return out;
}

void draw_arms(SvgCanvas& canvas, const FlowCounts& counts, double top, double column) {
  const double width = column - 20.0;
  std::vector<std::vector<Lines>> boxes;
  std::vector<double> heights(4, 0.0);
  for (const ArmFlow& arm : counts.arms) {
    boxes.push_back(arm_boxes(arm, width));
    for (std::size_t row = 0; row < 4; ++row)
      heights[row] = std::max(heights[row], box_height(boxes.back()[row]));
  }
  const double rail = top - gap / 2;
  const auto centre = [&](std::size_t arm) { return (static_cast<double>(arm) + 0.5) * column; };
  if (counts.arms.size() > 1) {
    canvas.line({centre(0), rail}, {centre(counts.arms.size() - 1), rail},
                {.stroke = ink, .stroke_width = 1.5});
  }
  for (std::size_t arm = 0; arm < boxes.size(); ++arm) {
    double y = top;
    canvas.arrow({centre(arm), rail}, {centre(arm), top});
    for (std::size_t row = 0; row < 4; ++row) {
      // The name of the arm is bold, its count is not.
      const std::size_t bold = row == 0 ? wrapped({counts.arms[arm].label}, width).size() : 0;
      box(canvas, centre(arm) - width / 2, y, width, heights[row], boxes[arm][row],
          row == 0 ? "#e8f1f8" : "#ffffff", bold);
      if (row < 3) canvas.arrow({centre(arm), y + heights[row]}, {centre(arm), y + heights[row] + gap});
      y += heights[row] + gap;
    }
  }
}

double arms_height(const FlowCounts& counts, double width) {
  std::vector<double> heights(4, 0.0);
  for (const ArmFlow& arm : counts.arms) {
    const auto boxes = arm_boxes(arm, width);
    for (std::size_t row = 0; row < 4; ++row) heights[row] = std::max(heights[row], box_height(boxes[row]));
  }
  return heights[0] + heights[1] + heights[2] + heights[3] + 3 * gap;
}

}  // namespace

std::string allocation_words(const trial::Allocation& allocation) {
  if (allocation.method == "random") return "at random";
  return "not at random: in order of arrival";
}

std::string draw_flow_diagram(const FlowCounts& counts, const trial::Allocation& allocation) {
  const auto arms = static_cast<double>(std::max<std::size_t>(1, counts.arms.size()));
  const double width = std::max(880.0, arms * 190.0);
  const double column = width / arms;
  const double side = 400.0;  // width of the box of reasons
  const double middle = width / 2;
  const Lines screened = wrapped({"Men screened " + n_is(counts.screened)}, 300.0);
  Lines reasons{"Excluded " + n_is(counts.excluded)};
  for (const ExclusionReason& reason : counts.reasons) {
    reasons.push_back("• " + reason.text + " " + n_is(reason.men));
  }
  if (counts.excluded == 0) reasons.push_back("No man was excluded.");
  const Lines excluded = wrapped(reasons, side);
  const Lines allocated =
      wrapped({"Allocated " + n_is(counts.allocated), allocation_words(allocation)}, 330.0);
  const double y_excluded = 10.0 + box_height(screened) + 14.0;
  const double y_allocated = y_excluded + box_height(excluded) + 16.0;
  const double top = y_allocated + box_height(allocated) + gap;
  const double height = top + arms_height(counts, column - 20.0) + 12.0;

  SvgCanvas canvas("flow", width, height, "Flow of participants",
                   description(counts, allocation_words(allocation)));
  const double main_x = middle - 160.0 - (width > 900.0 ? 0.0 : 120.0);
  const double main_middle = main_x + 160.0;
  box(canvas, main_middle - 150.0, 10.0, 300.0, box_height(screened), screened, "#f4f4f4", 1);
  box(canvas, width - side - 10.0, y_excluded, side, box_height(excluded), excluded, "#ffffff", 1);
  const double branch = y_excluded + box_height(excluded) / 2;
  canvas.arrow({main_middle, branch}, {width - side - 10.0, branch});
  canvas.arrow({main_middle, 10.0 + box_height(screened)}, {main_middle, y_allocated});
  box(canvas, main_middle - 165.0, y_allocated, 330.0, box_height(allocated), allocated, "#f4f4f4", 1);
  canvas.line({main_middle, y_allocated + box_height(allocated)}, {main_middle, top - gap / 2},
              {.stroke = ink, .stroke_width = 1.5});
  if (counts.arms.empty()) {
    canvas.text({main_middle + 12.0, top}, "no arms", {.size = letter});
  } else {
    canvas.line({main_middle, top - gap / 2}, {column / 2, top - gap / 2},
                {.stroke = ink, .stroke_width = 1.5});
    draw_arms(canvas, counts, top, column);
  }
  return canvas.finish();
}

}  // namespace azoo::report
