#pragma once

#include <atomic>
#include <chrono>
#include <functional>

namespace hk::workspace {

/// How long what wants to use an incident file waits for another program's lock on it, by what it is worth; and the word that a
/// change waits. Used on the store's thread but for `leave`.
class LockPatience {
public:
    enum class Work {
        Look,  ///< done again soon: whether the file has changed, a draft
        Aside, ///< what one can do without for a moment
        Change ///< what a hand has done and expects to be saved
    };
    struct Times {
        std::chrono::milliseconds look{300};
        std::chrono::milliseconds aside{4000};
        std::chrono::milliseconds change{30'000};
        std::chrono::milliseconds saidAfter{1000}; ///< that a change waits
    };
    /// `tell` is called on the store's thread: a change waits, or does so no more.
    explicit LockPatience(std::function<void(bool waiting)> tell);

    /// Before the first turn.
    void setTimes(const Times& times) { m_times = times; }
    const Times& times() const { return m_times; }
    /// From any thread: from now on nothing is worth more than what stands aside.
    void leave() { m_leaving = true; }

    /// One piece of work, as long as it lasts.
    class Turn {
    public:
        Turn(LockPatience& patience, Work work);
        ~Turn();
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        LockPatience& m_patience;
    };

    /// For IncidentStore::setLockWait.
    bool wait(std::chrono::milliseconds waited);

private:
    std::function<void(bool)> m_tell;
    Times m_times;
    std::atomic<bool> m_leaving = false;
    Work m_work = Work::Aside;
    bool m_told = false;
};

} // namespace hk::workspace
