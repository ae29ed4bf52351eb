#include "animal/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "core/number_text.hpp"
#include "statistics/distributions.hpp"
#include "statistics/moments.hpp"
#include "statistics/t_test.hpp"

namespace azoo::animal {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double level = 0.95;

// Values of one group on one day.
struct Cell {
  std::vector<double> values;
  std::string unit;
  int without = 0;  // animals that gave no value
  int undetected = 0;
};

// By read-out, group and day.
using Cells = std::map<std::tuple<std::string, std::string, double>, Cell>;

Cells collect(const AnimalRecords& records) {
  Cells cells;
  for (const ReadoutRow& row : records.readouts) {
    Cell& cell = cells[{row.readout, row.group, row.day}];
    cell.unit = row.unit;
    if (std::isnan(row.value)) {
      ++cell.without;
    } else {
      cell.values.push_back(row.value);
    }
    cell.undetected += row.flag == "below_detection" ? 1 : 0;
  }
  return cells;
}

void add_note(SummaryRow& row, const std::string& text) {
  row.note += (row.note.empty() ? "" : "; ") + text;
}

const Group* find_group(const Design& design, const std::string& name) {
  for (const Group& group : design.groups) {
    if (group.name == name) return &group;
  }
  return nullptr;
}

// The control's values that the row is held against.
const Cell* control_cell(const Cells& cells, const Group& control, SummaryRow& row) {
  const auto same_day = cells.find({row.readout, control.name, row.day});
  if (same_day != cells.end()) return &same_day->second;
  if (control.sacrifice_d.size() != 1) {
    add_note(row, "no control animals on this day");
    return nullptr;
  }
  const double day = control.sacrifice_d.front();
  const auto only_day = cells.find({row.readout, control.name, day});
  if (only_day == cells.end()) return nullptr;
  add_note(row, "control animals of day " + to_text(day));
  return &only_day->second;
}

void compare(const Cell& own, const Cell& control, SummaryRow& row) {
  const RatioOfMeans ratio = ratio_of_means(own.values, control.values, level);
  row.ratio = ratio.ratio;
  row.ratio_low = ratio.low;
  row.ratio_high = ratio.high;
  if (own.values.empty() || control.values.empty()) return;
  const statistics::TestResult test = statistics::welch_t_test(own.values, control.values);
  if (!test.computed()) {
    add_note(row, "no test: " + test.refusal);
    return;
  }
  row.test = test.method;
  row.statistic = test.statistic;
  row.df = test.df;
  row.p = test.p;
}

SummaryRow summary_row(const Cell& cell, const std::string& group, double day, const std::string& readout) {
  SummaryRow row;
  row.group = group;
  row.day = day;
  row.readout = readout;
  row.unit = cell.unit;
  const statistics::Moments moments = statistics::moments(cell.values);
  row.n = static_cast<int>(moments.n);
  row.mean = moments.mean;
  row.sd = moments.sd;
  row.se = moments.sd / std::sqrt(static_cast<double>(moments.n));
  row.ratio = row.ratio_low = row.ratio_high = row.statistic = row.df = row.p = none;
  row.ci_level = level;
  if (cell.without > 0) add_note(row, std::to_string(cell.without) + " without a value");
  if (cell.undetected > 0) add_note(row, std::to_string(cell.undetected) + " below detection, taken as 0");
  return row;
}

// In the order in which the animals' rows give them.
std::vector<std::string> readouts_in(const AnimalRecords& records) {
  std::vector<std::string> keys;
  for (const ReadoutRow& row : records.readouts) {
    if (row.animal != records.readouts.front().animal) break;
    keys.push_back(row.readout);
  }
  return keys;
}

}  // namespace

RatioOfMeans ratio_of_means(const std::vector<double>& above, const std::vector<double>& below,
                            double ci_level) {
  const statistics::Moments a = statistics::moments(above);
  const statistics::Moments b = statistics::moments(below);
  RatioOfMeans result{none, none, none};
  if (!(b.mean > 0.0)) return result;
  result.ratio = a.mean / b.mean;
  if (!(a.mean > 0.0) || a.n < 2 || b.n < 2) return result;
  const auto variance = [](const statistics::Moments& m) {
    const double cv = m.sd / m.mean;
    return cv * cv / static_cast<double>(m.n);
  };
  const double va = variance(a);
  const double vb = variance(b);
  if (!(va + vb > 0.0)) return result;
  const double df = (va + vb) * (va + vb) /
                    (va * va / static_cast<double>(a.n - 1) + vb * vb / static_cast<double>(b.n - 1));
  const double half = statistics::t_upper_quantile((1.0 - ci_level) / 2.0, df) * std::sqrt(va + vb);
  result.low = result.ratio * std::exp(-half);
  result.high = result.ratio * std::exp(half);
  return result;
}

std::vector<SummaryRow> summarise(const Design& design, const AnimalRecords& records) {
  const Cells cells = collect(records);
  const std::vector<std::string> keys = readouts_in(records);
  const Group* control = find_group(design, design.control);
  std::vector<SummaryRow> rows;
  for (const Group& group : design.groups) {
    for (const double day : group.sacrifice_d) {
      for (const std::string& key : keys) {
        const auto found = cells.find({key, group.name, day});
        if (found == cells.end()) continue;
        SummaryRow row = summary_row(found->second, group.name, day, key);
        if (control != nullptr && control->name != group.name) {
          row.control = control->name;
          if (const Cell* other = control_cell(cells, *control, row)) compare(found->second, *other, row);
        }
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

}  // namespace azoo::animal
