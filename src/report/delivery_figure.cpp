#include "report/delivery_figure.hpp"

#include <algorithm>  // for sort
#include <cmath>      // for isfinite

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"
#include "statistics/summary.hpp"

namespace azoo::report {

std::vector<ArmDelivery> deliveries(const TrialView& view) {
  std::vector<ArmDelivery> out;
  for (std::size_t i = 0; i < view.arms().size(); ++i) {
    const ArmView& arm = view.arms()[i];
    ArmDelivery delivery;
    delivery.arm = i;
    delivery.label = arm.label;
    for (const trial::ParticipantRow* man : arm.men) {
      const Delivery each = delivery_of(*man, arm);
      if (!each.planned) continue;
      delivery.percent_of_plan.push_back(100.0 * each.share);
      if (std::isfinite(man->product_cells_planned) && man->product_cells_planned > 0.0) {
        delivery.cells_planned.push_back(man->product_cells_planned);
        delivery.cells_given.push_back(std::isfinite(man->product_cells_given) ? man->product_cells_given
                                                                               : 0.0);
      }
      if (std::isfinite(man->product_viability_percent)) {
        delivery.viability_percent.push_back(man->product_viability_percent);
      }
    }
    if (!delivery.percent_of_plan.empty()) out.push_back(delivery);
  }
  return out;
}

namespace {

// Men side by side when their values would overlap.
void draw_men(SvgCanvas& canvas, const ArmDelivery& arm, const AxisScale& axis, double y) {
  std::vector<double> sorted = arm.percent_of_plan;
  std::sort(sorted.begin(), sorted.end());
  double last = -1e9;
  int stack = 0;
  for (const double value : sorted) {
    const double x = axis.pixel(value);
    stack = x - last < 6.5 ? stack + 1 : 0;
    if (stack == 0) last = x;
    const double shift = (stack % 2 == 1 ? -1.0 : 1.0) * 6.0 * ((stack + 1) / 2);
    canvas.circle(
        {x, y + (std::fabs(shift) > 22.0 ? 22.0 * (shift > 0 ? 1 : -1) : shift)}, 2.8,
        {.fill = arm_style(arm.arm).colour, .stroke = paper_white, .stroke_width = 0.5, .opacity = 0.85});
  }
  const double median = axis.pixel(statistics::quantile_type7(sorted, 0.5));
  canvas.line({median, y - 24.0}, {median, y + 24.0}, {.stroke = ink, .stroke_width = 2.4});
}

}  // namespace

std::string draw_delivery(const std::vector<ArmDelivery>& arms) {
  if (arms.empty()) return {};
  constexpr double left = 210.0;
  constexpr double right = 700.0;
  constexpr double row_height = 66.0;
  std::vector<double> values{0.0, 100.0};
  std::string description;
  for (const ArmDelivery& arm : arms) {
    values.insert(values.end(), arm.percent_of_plan.begin(), arm.percent_of_plan.end());
    description += arm.label + ": median " + number(statistics::quantile_type7(arm.percent_of_plan, 0.5)) +
                   " % of the planned dose in " + men(static_cast<int>(arm.percent_of_plan.size())) + ". ";
  }
  AxisScale axis = AxisScale::linear(values, true);
  axis.place(left, right);
  const double base = 30.0 + row_height * static_cast<double>(arms.size());
  SvgCanvas canvas("delivery", 900.0, base + 48.0, "Product given as a share of the plan, man by man",
                   description);
  for (const Tick& tick : axis.ticks()) {
    const double x = axis.pixel(tick.value);
    canvas.line({x, 24.0}, {x, base}, {.stroke = grid_grey});
    canvas.text({x, base + 18.0}, tick.label, {.size = 12.0, .anchor = "middle"});
  }
  const double plan = axis.pixel(100.0);
  canvas.line({plan, 20.0}, {plan, base}, {.stroke = ink, .stroke_width = 1.6, .dash = "5 3"});
  canvas.text({plan, 15.0}, "planned", {.size = 12.0, .anchor = "middle"});
  canvas.line({left, base}, {right, base}, {.stroke = ink, .stroke_width = 1.3});
  canvas.text({(left + right) / 2, base + 38.0}, "given, % of the planned dose (thick line: median)",
              {.size = 13.0, .anchor = "middle"});
  for (std::size_t i = 0; i < arms.size(); ++i) {
    const double y = 30.0 + row_height * (static_cast<double>(i) + 0.5);
    std::vector<std::string> name = wrap_words(arms[i].label, left - 24.0, 13.0);
    if (name.size() > 2) name.resize(2);
    canvas.text_lines({10.0, y + (name.size() > 1 ? -4.0 : 5.0)}, name, {.size = 13.0, .bold = true});
    draw_men(canvas, arms[i], axis, y);
    canvas.text({right + 16.0, y + 5.0},
                "median " + number(statistics::quantile_type7(arms[i].percent_of_plan, 0.5)) + " %",
                {.size = 13.0});
  }
  return canvas.finish();
}

}  // namespace azoo::report
