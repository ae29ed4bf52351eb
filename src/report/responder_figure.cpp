#include "report/responder_figure.hpp"

#include <algorithm>  // for max

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"
#include "statistics/proportion.hpp"

namespace azoo::report {

std::string responder_visit(const trial::Design& design) {
  for (const trial::Endpoint& endpoint : design.endpoints) {
    if (endpoint.analyte == design.analysis.responder_analyte) return endpoint.final_visit;
  }
  std::string last;
  for (const trial::Visit& visit : design.visits) {
    for (const std::string& analyte : visit.analytes) {
      if (analyte == design.analysis.responder_analyte) last = visit.name;
    }
  }
  return last;
}

std::vector<ResponderCount> count_responders(const trial::Design& design, const TrialView& view) {
  std::vector<ResponderCount> out;
  if (design.analysis.responder_analyte.empty()) return out;
  const std::string visit = responder_visit(design);
  for (const ArmView& arm : view.arms()) {
    ResponderCount count;
    count.arm_label = arm.label;
    count.allocated = static_cast<int>(arm.men.size());
    for (const trial::ParticipantRow* man : arm.men) {
      const trial::VisitRow* row = view.measured(man->participant, visit, design.analysis.responder_analyte);
      if (row == nullptr) continue;
      ++count.measured;
      count.responders += static_cast<int>(row->value > design.analysis.responder_threshold);
    }
    if (count.allocated > 0) {
      const statistics::TestResult exact = statistics::clopper_pearson(count.responders, count.allocated);
      count.low = exact.ci_low;
      count.high = exact.ci_high;
    }
    out.push_back(count);
  }
  return out;
}

std::string draw_responders(const std::vector<ResponderCount>& counts, const std::string& definition) {
  if (counts.empty()) return {};
  constexpr double row_height = 50.0;
  constexpr double left = 230.0;
  constexpr double right = 640.0;
  constexpr double width = 900.0;
  std::vector<double> ends{0.0};
  std::string description = definition + ". ";
  for (const ResponderCount& count : counts) {
    if (count.allocated > 0) ends.push_back(100.0 * count.high);
    description += count.arm_label + ": " + count_of(count.responders, count.allocated) + ", 95 % interval " +
                   percent(count.low) + " to " + percent(count.high) + ". ";
  }
  AxisScale axis = AxisScale::linear(ends, true);
  axis.place(left, right);
  const double base = 16.0 + row_height * static_cast<double>(counts.size());
  SvgCanvas canvas("responders", width, base + 48.0, "Responders by arm with exact 95 % interval",
                   description);
  for (const Tick& tick : axis.ticks()) {
    const double x = axis.pixel(tick.value);
    canvas.line({x, 10.0}, {x, base}, {.stroke = grid_grey});
    canvas.text({x, base + 18.0}, tick.label, {.size = 12.0, .anchor = "middle"});
  }
  canvas.line({left, base}, {right, base}, {.stroke = ink, .stroke_width = 1.3});
  canvas.text({(left + right) / 2, base + 38.0}, "share of men allocated, %",
              {.size = 13.0, .anchor = "middle"});
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const ResponderCount& count = counts[i];
    const double y = 16.0 + row_height * (static_cast<double>(i) + 0.5);
    std::vector<std::string> name = wrap_words(count.arm_label, left - 24.0, 13.0);
    if (name.size() > 2) name.resize(2);
    canvas.text_lines({10.0, y + (name.size() > 1 ? -4.0 : 5.0)}, name, {.size = 13.0, .bold = true});
    if (count.allocated == 0) {
      canvas.text({left + 8.0, y + 5.0}, "no men in this arm", {.size = 13.0});
      continue;
    }
    const std::string_view colour = arm_style(i).colour;
    const double share = static_cast<double>(count.responders) / count.allocated;
    const double low = axis.pixel(100.0 * count.low);
    const double high = axis.pixel(100.0 * count.high);
    canvas.line({low, y}, {high, y}, {.stroke = colour, .stroke_width = 2.6});
    canvas.line({low, y - 6.0}, {low, y + 6.0}, {.stroke = colour, .stroke_width = 2.6});
    canvas.line({high, y - 6.0}, {high, y + 6.0}, {.stroke = colour, .stroke_width = 2.6});
    canvas.mark(arm_style(i).mark, {axis.pixel(100.0 * share), y}, 6.5, colour, true);
    canvas.text({right + 16.0, y - 3.0}, count_of(count.responders, count.allocated),
                {.size = 13.0, .bold = true});
    canvas.text({right + 16.0, y + 14.0},
                "95 % interval " + percent(count.low) + " to " + percent(count.high), {.size = 12.0});
  }
  return canvas.finish();
}

}  // namespace azoo::report
