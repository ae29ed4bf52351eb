#include "core/parallel.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "core/problem.hpp"
#include "core/random.hpp"

namespace azoo {
namespace {

TEST(ParallelFor, gives_the_same_results_at_any_thread_count) {
  const std::size_t count = 500;
  std::vector<std::vector<double>> results;
  for (const unsigned threads : {1U, 2U, 8U, 0U, 4000000000U}) {
    std::vector<double> slots(count);
    EXPECT_TRUE(parallel_for(count, threads, [&](std::size_t i) {
      const RandomStream stream({3, 0, i, Stream::assay});
      slots[i] = Draws(stream, 0, 0).gamma(2.0);
    }));
    results.push_back(slots);
  }
  for (const auto& slots : results) EXPECT_EQ(slots, results.front());
}

TEST(ParallelFor, calls_every_piece_once) {
  for (const unsigned threads : {1U, 4U}) {
    std::vector<std::atomic<int>> calls(1000);
    EXPECT_TRUE(parallel_for(calls.size(), threads, [&](std::size_t i) { ++calls[i]; }));
    for (const auto& n : calls) ASSERT_EQ(n.load(), 1);
  }
  EXPECT_TRUE(parallel_for(0, 2, [](std::size_t) { FAIL() << "there is no piece"; }));
}

TEST(ParallelFor, begins_no_new_piece_after_stop) {
  for (const unsigned threads : {1U, 2U}) {
    StopFlag stop = false;
    std::atomic<int> done = 0;
    EXPECT_FALSE(parallel_for(
        10000, threads,
        [&](std::size_t) {
          if (++done == 10) stop = true;
        },
        &stop));
    // One piece may be under way on each other thread when the flag is set.
    EXPECT_LE(done.load(), 10 + static_cast<int>(threads));
  }
}

TEST(ParallelFor, hands_on_the_exception_of_a_piece) {
  for (const unsigned threads : {1U, 3U}) {
    EXPECT_THROW(parallel_for(100, threads,
                              [](std::size_t i) {
                                if (i == 42) throw std::runtime_error("piece 42");
                              }),
                 std::runtime_error);
  }
}

TEST(ParallelFor, within_work_that_is_to_be_abandoned_throws_once_the_flag_is_set) {
  for (const unsigned threads : {1U, 2U}) {
    StopFlag stop = false;
    std::atomic<int> done = 0;
    const auto work = [&](std::size_t) {
      if (++done == 10) stop = true;
    };
    {
      const AbandonWhenStopped abandon(&stop);
      EXPECT_THROW((void)parallel_for(1000, threads, work), Interrupted);
      EXPECT_LT(done, 1000);
      const AbandonWhenStopped nothing(nullptr);
      EXPECT_TRUE(parallel_for(5, threads, [](std::size_t) {}));
    }
    EXPECT_TRUE(parallel_for(1000, threads, work));
  }
}

TEST(ParallelFor, on_the_threads_of_another_abandons_its_own_work_alone) {
  StopFlag stop = true;
  std::atomic<int> abandoned = 0;
  std::atomic<int> finished = 0;
  EXPECT_TRUE(parallel_for(20, 2, [&](std::size_t i) {
    const AbandonWhenStopped abandon(i % 2 == 0 ? &stop : nullptr);
    try {
      if (parallel_for(100, 2, [](std::size_t) {})) ++finished;
    } catch (const Interrupted&) {
      ++abandoned;
    }
  }));
  EXPECT_EQ(abandoned, 10);
  EXPECT_EQ(finished, 10);
}

}  // namespace
}  // namespace azoo
