#include "azoo/progress_line.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <string>

namespace azoo::app {

namespace {

// "40 s", "3 min", "2 h 5 min": an estimate, not a clock.
std::string time_text(double seconds) {
  constexpr int per_minute = 60;
  constexpr int per_hour = 3600;
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 2 * per_minute) return std::to_string(whole) + " s";
  if (whole < 2 * per_hour) return std::to_string((whole + per_minute / 2) / per_minute) + " min";
  return std::to_string(whole / per_hour) + " h " + std::to_string(whole % per_hour / per_minute) + " min";
}

// A line that is longer than the terminal would be drawn again and again below itself.
std::size_t columns() {
  constexpr std::size_t usual = 80;
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
  return size.ws_col;
}

}  // namespace

void ProgressLine::wipe() {
  const std::lock_guard lock(mutex_);
  if (drawn_) std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

void ProgressLine::update(const study::Progress& progress) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  const bool news = (!tells_work_ && !progress.now.empty()) || progress.done == progress.total;
  std::string rest;
  if (!progress.now.empty()) rest.append(progress.now).append("; ");
  rest += std::to_string(progress.done) + " of " + std::to_string(progress.total) + " ";
  rest += progress.pieces;
  draw(progress.share, progress.kept, rest, news);
  tells_work_ = tells_work_ || !progress.now.empty();
}

void ProgressLine::update(const docking::DockProgress& progress) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  const bool news = stage_ != progress.stage;
  stage_ = progress.stage;
  draw(progress.share, 0.0, stage_, news);
}

void ProgressLine::draw(double share, double kept, const std::string& rest, bool news) {
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && !news && now - last_ < std::chrono::milliseconds(100)) return;
  constexpr double percent = 100.0;
  std::string line = std::to_string(static_cast<int>(percent * share)) + " %";
  const double elapsed = std::chrono::duration<double>(now - begin_).count();
  const double worked = share - kept;
  if (worked > 0.0 && share < 1.0) line += ", about " + time_text(elapsed * (1.0 - share) / worked) + " left";
  line += ": " + rest;
  if (line.size() >= columns()) line.resize(columns() - 1);
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  last_ = now;
  drawn_ = true;
}

}  // namespace azoo::app
