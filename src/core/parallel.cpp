#include "core/parallel.hpp"

#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "core/problem.hpp"

namespace azoo {

namespace {

thread_local const StopFlag* abandon_flag = nullptr;

bool is_set(const StopFlag* flag) {
  return flag != nullptr && flag->load(std::memory_order_relaxed);
}

}  // namespace

AbandonWhenStopped::AbandonWhenStopped(const StopFlag* stop) : outer_(abandon_flag) {
  abandon_flag = stop;
}

AbandonWhenStopped::~AbandonWhenStopped() {
  abandon_flag = outer_;
}

bool parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work,
                  const StopFlag* stop) {
  const StopFlag* const abandon = abandon_flag;  // pieces on other threads look at it too
  const auto stopped = [stop, abandon] { return is_set(stop) || is_set(abandon); };
  const auto piece = [&](std::size_t i) {
    if (!stopped()) work(i);
  };
  if (threads == 1) {
    for (std::size_t i = 0; i < count; ++i) piece(i);
  } else {
    // More threads than cores gain nothing, and TBB would print a warning of its own.
    const auto cores = static_cast<unsigned>(std::max(1, tbb::info::default_concurrency()));
    tbb::task_arena arena(static_cast<int>(threads == 0 ? cores : std::min(threads, cores)));
    // Grain 1 and the simple partitioner: pieces differ in cost by an order of magnitude.
    arena.execute([&] {
      tbb::parallel_for(
          tbb::blocked_range<std::size_t>(0, count, 1),
          [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t i = range.begin(); i != range.end(); ++i) piece(i);
          },
          tbb::simple_partitioner());
    });
  }
  if (is_set(abandon)) throw Interrupted("stopped by a signal");
  return !stopped();
}

}  // namespace azoo
