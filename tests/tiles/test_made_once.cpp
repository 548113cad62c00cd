#include "support/catch.h"
#include "tiles/made_once.h"

#include <atomic>
#include <vector>

using namespace hk;
using tiles::MadeOnce;

namespace {

/// Work that goes on until the test lets it end, or it is stopped.
struct Work {
    std::mutex mutex;
    std::condition_variable_any changed;
    int begun = 0;
    bool done = false;
    bool stopped = false;

    Result<int> run(std::stop_token stop)
    {
        std::unique_lock lock(mutex);
        ++begun;
        changed.notify_all();
        stopped = !changed.wait(lock, stop, [this] { return done; });
        if (stopped)
            return fail(ErrorCode::Cancelled);
        return begun;
    }
    void awaitBegin()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return begun > 0; });
    }
    void end()
    {
        const std::scoped_lock lock(mutex);
        done = true;
        changed.notify_all();
    }
};

} // namespace

TEST_CASE("what the first one asked for is not lost when nobody waits for it any more")
{
    Work work;
    bool cancelled = false;
    MadeOnce<int> value([&work](std::stop_token stop) { return work.run(std::move(stop)); });
    {
        std::jthread first([&](std::stop_token stop) {
            const auto got = value.get(stop);
            cancelled = !got && got.error().code == ErrorCode::Cancelled;
        });
        work.awaitBegin();
    } // stopped
    CHECK(cancelled);
    work.end();
    const auto got = value.get({});
    REQUIRE(got);
    CHECK(**got == 1); // begun once
    CHECK(value.get({}).value() == *got);
}

TEST_CASE("after an error it is made anew")
{
    std::atomic<int> tries = 0;
    MadeOnce<int> value([&tries](std::stop_token) -> Result<int> {
        if (++tries == 1)
            return fail(ErrorCode::FileDamaged);
        return 7;
    });
    const auto failed = value.get({});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::FileDamaged);
    CHECK(*value.get({}).value() == 7);
    CHECK(tries == 2);
}

TEST_CASE("it ends with its owner")
{
    Work work;
    {
        MadeOnce<int> value([&work](std::stop_token stop) { return work.run(std::move(stop)); });
        std::jthread asks([&](std::stop_token stop) { (void)value.get(stop); });
        work.awaitBegin();
        asks.request_stop();
        asks.join();
    }
    CHECK(work.stopped);
}
