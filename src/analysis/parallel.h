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

/// As many threads as asked for; without a wish (0) all the machine has where `cost` (nanoseconds on one
/// thread) is worth starting them, else one.
inline int threadsFor(int asked, double cost)
{
    constexpr double worthAThread = 300e3; // ns; a thread starts in some 30 µs
    if (asked > 0)
        return asked;
    return cost < worthAThread ? 1 : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// Calls work(first, end) for blocks of 0 … count − 1 on several threads, this one among them, until all are
/// done or one says false. What a thread throws is thrown again here. Answers whether all was done.
template <class Work>
bool forBlocks(std::int64_t count, std::int64_t block, int threads, Work&& work)
{
    std::atomic<std::int64_t> next{0};
    std::atomic<bool> going{true};
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto run = [&] {
        try {
            while (going.load(std::memory_order_relaxed)) {
                const std::int64_t first = next.fetch_add(block);
                if (first >= count)
                    return;
                if (!work(first, std::min(count, first + block)))
                    going = false;
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
            going = false;
        }
    };
    {
        const std::int64_t blocks = (count + block - 1) / block;
        std::vector<std::jthread> helpers;
        try {
            for (std::int64_t i = 1; i < std::min<std::int64_t>(threads, blocks); ++i)
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
