// Runs independent pieces of work on several threads. Pieces share nothing; results go to slots of their
// own, so the number of threads cannot change them.
#pragma once

#include <atomic>      // for atomic
#include <cstddef>     // for size_t
#include <functional>  // for function

namespace azoo {

// Set by a signal handler; long work looks at it and stops in good order.
using StopFlag = std::atomic<bool>;

// Calls work(i) once for every i in 0 .. count-1, on at most `threads` threads (0: all cores; never more than
// there are). When stop becomes true no new piece is begun. Returns false if stopped. The first exception of
// a piece is rethrown.
bool parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work,
                  const StopFlag* stop = nullptr);

}  // namespace azoo
