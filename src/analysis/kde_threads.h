#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace hk::analysis::detail {

/// Calls work(task) for the tasks 0 … tasks − 1 on several threads, this one among them, until all are done
/// or one says false. Each task belongs to one call alone. `makeWorker` is called once on each thread and
/// gives its `work`. What a thread throws is thrown again here.
template <class MakeWorker>
bool forTasks(std::int64_t tasks, int threads, MakeWorker makeWorker) {
    std::atomic<std::int64_t> next{0};
    std::atomic<bool> going{true};
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto run = [&] {
        try {
            auto work = makeWorker();
            while (going.load(std::memory_order_relaxed)) {
                const std::int64_t task = next.fetch_add(1);
                if (task >= tasks)
                    return;
                if (!work(task))
                    going = false;
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
            going = false;
        }
    };
    {
        std::vector<std::jthread> helpers;
        try {
            for (std::int64_t i = 1; i < std::min<std::int64_t>(threads, tasks); ++i)
                helpers.emplace_back(run);
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do all of it.
        }
        run();
    }
    if (thrown)
        std::rethrow_exception(thrown);
    return going;
}

} // namespace hk::analysis::detail
