#include "report/docking_scores.hpp"

#include <algorithm>  // for min, all_of
#include <cmath>      // for abs

#include "report/axis_scale.hpp"
#include "report/number_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

constexpr double width = 540.0;
constexpr double height = 330.0;
constexpr double plot_left = 70.0;
constexpr double plot_right = width - 18.0;
constexpr double plot_top = 44.0;
constexpr double plot_base = height - 50.0;
constexpr std::size_t most_poses = 1000;
constexpr std::size_t most_clusters = 30;
constexpr std::size_t most_numbers = 10;

struct Plot {
  AxisScale x;
  AxisScale y;
};

Plot axes(SvgCanvas& canvas, const std::vector<double>& xs, const std::vector<double>& ys,
          const std::string& title, const std::string& x_title) {
  Plot plot{AxisScale::linear(xs, true), AxisScale::linear(ys, false)};
  plot.x.place(plot_left + 6.0, plot_right - 6.0);
  plot.y.place(plot_base - 6.0, plot_top + 6.0);
  canvas.text({8.0, 20.0}, title, {.size = 13.5, .bold = true});
  double last = 1e9;
  for (const Tick& tick : plot.y.ticks()) {
    const double y = plot.y.pixel(tick.value);
    canvas.line({plot_left, y}, {plot_right, y}, {.stroke = grid_grey});
    if (last - y < 13.0) continue;
    canvas.text({plot_left - 6.0, y + 4.0}, tick.label, {.size = 11.5, .anchor = "end"});
    last = y;
  }
  canvas.line({plot_left, plot_base}, {plot_right, plot_base}, {.stroke = ink, .stroke_width = 1.2});
  last = -1e9;
  for (const Tick& tick : plot.x.ticks()) {
    const double x = plot.x.pixel(tick.value);
    canvas.line({x, plot_base}, {x, plot_base + 4.0}, {.stroke = ink});
    if (x - last < 34.0) continue;
    canvas.text({x, plot_base + 17.0}, tick.label, {.size = 11.5, .anchor = "middle"});
    last = x;
  }
  canvas.text({0.5 * (plot_left + plot_right), height - 12.0}, x_title, {.size = 12.0, .anchor = "middle"});
  canvas.text({16.0, 0.5 * (plot_top + plot_base)}, "score, arbitrary units (lower is better)",
              {.size = 12.0, .anchor = "middle", .rotate = -90.0});
  return plot;
}

bool is_near_reference(const std::vector<docking::Quality>& quality, std::size_t cluster) {
  return cluster < quality.size() && quality[cluster].capri != docking::CapriClass::incorrect;
}

void draw_cluster(SvgCanvas& canvas, Point at, std::size_t cluster, bool near_reference, bool numbered) {
  canvas.mark(near_reference ? Mark::diamond : Mark::circle, at, near_reference ? 6.0 : 5.0,
              near_reference ? "#D55E00" : "#0072B2", true);
  if (numbered)
    canvas.text({at.x + 8.0, at.y - 5.0}, std::to_string(cluster + 1), {.size = 11.5, .bold = true});
}

void draw_key(SvgCanvas& canvas, bool with_reference) {
  canvas.mark(Mark::circle, {plot_left + 8.0, 34.0}, 4.5, "#0072B2", true);
  canvas.text({plot_left + 18.0, 38.0}, "cluster, with its rank", {.size = 11.5});
  if (!with_reference) return;
  canvas.mark(Mark::diamond, {plot_left + 168.0, 34.0}, 5.0, "#D55E00", true);
  canvas.text({plot_left + 179.0, 38.0}, "the same, near the reference", {.size = 11.5});
}

std::string nearest_words(const std::vector<docking::Quality>& quality, std::size_t clusters) {
  if (quality.empty()) return "";
  for (std::size_t c = 0; c < std::min(clusters, quality.size()); ++c)
    if (is_near_reference(quality, c))
      return " The first cluster near the reference is " + std::to_string(c + 1) + ".";
  return " No cluster is near the reference.";
}

}  // namespace

std::string scores_by_rank_svg(const docking::DockResult& result,
                               const std::vector<docking::Quality>& quality) {
  const std::size_t shown = std::min(result.poses.size(), most_poses);
  std::vector<double> xs{0.0};
  std::vector<double> ys;
  for (std::size_t k = 0; k < shown; ++k) {
    xs.push_back(static_cast<double>(k + 1));
    ys.push_back(result.poses[k].score);
  }
  std::string words = "The best " + std::to_string(shown) + " poses by rank.";
  if (shown > 0) words += " Best score " + number(ys.front()) + ", last shown " + number(ys.back()) + ".";
  words += nearest_words(quality, result.clusters.size());
  SvgCanvas canvas("scores", width, height, "Score against rank of the pose", words);
  if (shown == 0) {
    canvas.text({0.5 * width, 0.5 * height}, "There are no poses.", {.anchor = "middle"});
    return canvas.finish();
  }
  const Plot plot = axes(canvas, xs, ys, "Scores of the best poses", "rank of the pose");
  std::vector<Point> line;
  for (std::size_t k = 0; k < shown; ++k)
    line.push_back({plot.x.pixel(static_cast<double>(k + 1)), plot.y.pixel(ys[k])});
  canvas.polyline(line, {.stroke = "#8A8A8A", .stroke_width = 2.0, .round_caps = true});
  // Numbers only where they do not lie on one another: the best clusters first.
  std::vector<double> numbered;
  for (std::size_t c = 0; c < std::min(result.clusters.size(), most_clusters); ++c) {
    const std::size_t pose = result.clusters[c].representative;
    if (pose >= shown) continue;
    const bool room = std::all_of(numbered.begin(), numbered.end(),
                                  [&](double x) { return std::abs(x - line[pose].x) > 20.0; });
    if (room) numbered.push_back(line[pose].x);
    draw_cluster(canvas, line[pose], c, is_near_reference(quality, c), room);
  }
  draw_key(canvas, !quality.empty());
  return canvas.finish();
}

std::string clusters_by_size_svg(const docking::DockResult& result,
                                 const std::vector<docking::Quality>& quality) {
  const std::size_t shown = std::min(result.clusters.size(), most_clusters);
  std::vector<double> xs{0.0};
  std::vector<double> ys;
  for (std::size_t c = 0; c < shown; ++c) {
    xs.push_back(static_cast<double>(result.clusters[c].members.size()));
    ys.push_back(result.poses.at(result.clusters[c].representative).score);
  }
  std::string words =
      plural(static_cast<int>(shown), "cluster", "clusters") + " by the number of poses and score.";
  for (std::size_t c = 0; c < std::min<std::size_t>(shown, 5); ++c)
    words += " Cluster " + std::to_string(c + 1) + ": " + number(xs[c + 1], 4) + " poses, score " +
             number(ys[c]) + ".";
  words += nearest_words(quality, result.clusters.size());
  SvgCanvas canvas("clusters", width, height, "Clusters by size and score", words);
  if (shown == 0) {
    canvas.text({0.5 * width, 0.5 * height}, "There are no clusters.", {.anchor = "middle"});
    return canvas.finish();
  }
  const Plot plot = axes(canvas, xs, ys, "Clusters", "poses in the cluster");
  for (std::size_t c = shown; c-- > 0;)
    draw_cluster(canvas, {plot.x.pixel(xs[c + 1]), plot.y.pixel(ys[c])}, c, is_near_reference(quality, c),
                 c < most_numbers);
  draw_key(canvas, !quality.empty());
  return canvas.finish();
}

}  // namespace azoo::report
