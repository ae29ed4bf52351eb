#include "report/forest_figure.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "report/axis_scale.hpp"
#include "report/html_text.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double width = 860.0;
constexpr double row_height = 26.0;
constexpr double top = 74.0;
constexpr double plot_left = 330.0;
constexpr double plot_right = 650.0;
constexpr double z95 = 1.959963984540054;  // 0.975 quantile of the standard normal

// Low, middle, high on the scale of the data.
struct Span {
  double low = 0.0;
  double middle = 0.0;
  double high = 0.0;
};

Span span_of(const evidence::PooledOutcome& outcome, const statistics::EffectSize& effect) {
  const double reach = z95 * std::sqrt(effect.variance);
  return {evidence::on_data_scale(outcome.scale, effect.value - reach),
          evidence::on_data_scale(outcome.scale, effect.value),
          evidence::on_data_scale(outcome.scale, effect.value + reach)};
}

std::string span_text(const Span& span) {
  return number(span.middle) + " (" + interval(span.low, span.high) + ")";
}

AxisScale axis_of(const evidence::PooledOutcome& outcome) {
  std::vector<double> values;
  if (outcome.scale == evidence::EffectScale::proportion) values = {0.0, 1.0};
  if (outcome.scale == evidence::EffectScale::odds_ratio) values = {1.0};
  for (const evidence::StudyEffect& study : outcome.studies) {
    if (!study.effect.computed()) continue;
    const Span span = span_of(outcome, study.effect);
    values.insert(values.end(), {span.low, span.middle, span.high});
  }
  if (outcome.poolable()) {
    for (const double effect : {outcome.pooled.prediction_low, outcome.pooled.prediction_high})
      values.push_back(evidence::on_data_scale(outcome.scale, effect));
  }
  const bool logarithmic = outcome.scale == evidence::EffectScale::odds_ratio;
  AxisScale axis = logarithmic ? AxisScale::logarithmic(values) : AxisScale::linear(values, true);
  axis.place(plot_left, plot_right);
  return axis;
}

void draw_axis(SvgCanvas& canvas, const AxisScale& axis, double y, const evidence::PooledOutcome& outcome) {
  for (const Tick& tick : axis.ticks()) {
    const double x = axis.pixel(tick.value);
    canvas.line({x, top - 8.0}, {x, y}, {.stroke = grid_grey});
    canvas.text({x, y + 16.0}, tick.label, {.size = 12.0, .anchor = "middle"});
  }
  const double none = outcome.scale == evidence::EffectScale::odds_ratio ? 1.0 : 0.0;
  if (outcome.scale != evidence::EffectScale::proportion)
    canvas.line({axis.pixel(none), top - 8.0}, {axis.pixel(none), y}, {.stroke = soft_ink, .dash = "4 3"});
  canvas.line({plot_left, y}, {plot_right, y}, {.stroke = ink});
  const std::string unit = outcome.unit == "1" ? "" : ", " + outcome.unit;
  canvas.text({(plot_left + plot_right) / 2.0, y + 34.0}, evidence::scale_words(outcome.scale) + unit,
              {.size = 12.0, .anchor = "middle"});
}

void draw_study(SvgCanvas& canvas, const AxisScale& axis, double y, const evidence::PooledOutcome& outcome,
                const evidence::StudyEffect& study) {
  constexpr double label_width = 300.0;
  canvas.text({16.0, y + 4.0}, shorten(study.work + ", " + study.detail, label_width, 12.0), {.size = 12.0});
  if (!study.effect.computed()) {
    canvas.text({plot_left, y + 4.0}, shorten(study.effect.refusal, width - plot_left - 16.0, 12.0),
                {.size = 12.0, .fill = soft_ink});
    return;
  }
  const Span span = span_of(outcome, study.effect);
  canvas.line({axis.pixel(span.low), y}, {axis.pixel(span.high), y}, {.stroke = ink, .stroke_width = 1.5});
  canvas.mark(Mark::square, {axis.pixel(span.middle), y}, 5.0, arm_style(0).colour, true);
  canvas.text({plot_right + 16.0, y + 4.0}, span_text(span), {.size = 12.0});
}

void draw_pooled(SvgCanvas& canvas, const AxisScale& axis, double y, const evidence::PooledOutcome& outcome) {
  const statistics::RandomEffects& p = outcome.pooled;
  const auto x = [&](double effect) { return axis.pixel(evidence::on_data_scale(outcome.scale, effect)); };
  const auto value = [&](double effect) { return evidence::on_data_scale(outcome.scale, effect); };
  canvas.text({16.0, y + 4.0}, "Random effects (REML, Hartung-Knapp)", {.size = 12.0, .bold = true});
  canvas.path("M" + coordinate(x(p.ci_low)) + " " + coordinate(y) + "L" + coordinate(x(p.estimate)) + " " +
                  coordinate(y - 8.0) + "L" + coordinate(x(p.ci_high)) + " " + coordinate(y) + "L" +
                  coordinate(x(p.estimate)) + " " + coordinate(y + 8.0) + "Z",
              {.fill = arm_style(1).colour});
  canvas.text({plot_right + 16.0, y + 4.0}, span_text({value(p.ci_low), value(p.estimate), value(p.ci_high)}),
              {.size = 12.0, .bold = true});
  y += row_height;
  canvas.text({16.0, y + 4.0}, "Prediction interval of a new study", {.size = 12.0});
  canvas.line({x(p.prediction_low), y}, {x(p.prediction_high), y},
              {.stroke = arm_style(1).colour, .stroke_width = 4.0});
  canvas.text({plot_right + 16.0, y + 4.0}, interval(value(p.prediction_low), value(p.prediction_high)),
              {.size = 12.0});
}

// Below the axis: heterogeneity and what to be careful about.
void draw_notes(SvgCanvas& canvas, double y, const evidence::PooledOutcome& outcome) {
  const statistics::RandomEffects& p = outcome.pooled;
  std::string words = "tau² " + number(p.tau2) + ", I² " + number(p.i2_percent) + " %, Q " + number(p.q) +
                      " on " + std::to_string(p.k - 1) + " degrees of freedom, " + p_value(p.q_p) + ".";
  if (!outcome.caution.empty()) words += " Caution: " + outcome.caution + ".";
  canvas.text_lines({16.0, y}, wrap_words(words, width - 32.0, 12.0), {.size = 12.0, .fill = soft_ink});
}

}  // namespace

std::string forest_svg(const evidence::PooledOutcome& outcome) {
  const double rows = static_cast<double>(outcome.studies.size()) + (outcome.poolable() ? 2.0 : 1.0);
  const double bottom = top + rows * row_height;
  const double height = bottom + (outcome.poolable() ? 112.0 : 52.0);
  SvgCanvas canvas("forest-" + slug(outcome.outcome + "-" + outcome.comparison), width, bottom + 52.0,
                   "Forest plot: " + outcome.outcome,
                   outcome.poolable() ? "Effects of single studies and their pooled mean"
                                      : "Effects of single studies; not pooled: " + outcome.reason);
  canvas.rect(0.0, 0.0, width, height, {.fill = paper_white});
  const std::string comparison = outcome.comparison.empty() ? "" : ": " + outcome.comparison;
  canvas.text({16.0, 28.0}, shorten(outcome.outcome + comparison, width - 32.0, 16.0),
              {.size = 16.0, .bold = true});
  canvas.text({16.0, 52.0}, "Study", {.size = 12.0, .bold = true});
  canvas.text({plot_right + 16.0, 52.0}, "Effect (95 % interval)", {.size = 12.0, .bold = true});
  const AxisScale axis = axis_of(outcome);
  draw_axis(canvas, axis, bottom, outcome);
  double y = top + row_height / 2.0;
  for (const evidence::StudyEffect& study : outcome.studies) {
    draw_study(canvas, axis, y, outcome, study);
    y += row_height;
  }
  if (outcome.poolable()) {
    draw_pooled(canvas, axis, y, outcome);
    draw_notes(canvas, bottom + 60.0, outcome);
  } else {
    canvas.text({16.0, y + 4.0}, shorten("Not poolable: " + outcome.reason, width - 32.0, 12.0),
                {.size = 12.0, .bold = true});
  }
  return canvas.finish();
}

}  // namespace azoo::report
