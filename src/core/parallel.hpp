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

// For long work that offers no place to stop, such as a testis that settles. While one of these lives, every
// parallel_for that this thread calls begins no new piece once the flag is set, and throws Interrupted. What
// was being worked on is then in no good state and is to be thrown away.
class AbandonWhenStopped {
 public:
  explicit AbandonWhenStopped(const StopFlag* stop);  // may be null
  ~AbandonWhenStopped();
  AbandonWhenStopped(const AbandonWhenStopped&) = delete;
  AbandonWhenStopped& operator=(const AbandonWhenStopped&) = delete;

 private:
  const StopFlag* outer_;
};

}  // namespace azoo
