#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace claimcheck {

/// Does `work` on several threads and hands every result to `done`, on the calling thread, in the order of the items.
/// No more than `budget` of weight is in flight, so memory stays bounded. What `work` throws, add() or finish() throws
/// when that item's turn comes. With one thread everything runs on the calling thread.
template <class Item, class Result>
class OrderedWork {
 public:
  using Work = std::function<Result(Item&&)>;
  using Done = std::function<void(Result&&)>;

  OrderedWork(unsigned threads, std::size_t budget, Work work, Done done)
      : budget_(budget), work_(std::move(work)), done_(std::move(done)) {
    if (threads > 1)
      for (unsigned i = 0; i < threads; i++) workers_.emplace_back([this](std::stop_token stop) { serve(stop); });
  }
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  void add(Item&& item, std::size_t weight) {
    if (workers_.empty()) return done_(work_(std::move(item)));
    while (!pending_.empty() && in_flight_ + weight > budget_) take_first();
    std::packaged_task<Result()> task([this, item = std::move(item)]() mutable { return work_(std::move(item)); });
    pending_.push_back({task.get_future(), weight});
    in_flight_ += weight;
    {
      std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    ready_.notify_one();
  }

  void finish() {
    while (!pending_.empty()) take_first();
  }

 private:
  struct Pending {
    std::future<Result> result;
    std::size_t weight;
  };

  void take_first() {
    Pending first = std::move(pending_.front());
    pending_.pop_front();
    in_flight_ -= first.weight;
    done_(first.result.get());
  }

  void serve(std::stop_token stop) {
    for (;;) {
      std::packaged_task<Result()> task;
      {
        std::unique_lock lock(mutex_);
        if (!ready_.wait(lock, stop, [this] { return !tasks_.empty(); }) || stop.stop_requested()) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  std::size_t budget_;
  Work work_;
  Done done_;
  std::deque<Pending> pending_;
  std::size_t in_flight_ = 0;
  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::packaged_task<Result()>> tasks_;
  std::vector<std::jthread> workers_;  ///< last, so that they stop before what they use goes
};

}  // namespace claimcheck
