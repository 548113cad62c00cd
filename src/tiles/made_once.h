#pragma once

#include "core/result.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace hk::tiles {

/// What takes long to make, made once for all who ask, when the first of them does, on a thread of its own: one who is stopped
/// goes, and what is under way is not lost by it. It ends with its owner. After an error the next one who asks has it tried
/// again. Thread-safe.
template <class Value>
class MadeOnce {
public:
    using Make = std::function<Result<Value>(std::stop_token)>;
    explicit MadeOnce(Make make) : m_make(std::move(make)) {}

    /// Waits for it. The value stays where it is for as long as this lives. Errors: those of making it; Cancelled.
    Result<const Value*> get(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_value && !m_making) {
            m_making = true;
            m_thread = std::jthread([this](std::stop_token end) { make(std::move(end)); }); // the last one has ended its work
        }
        if (!m_changed.wait(lock, std::move(stop), [this] { return !m_making; }))
            return fail(ErrorCode::Cancelled);
        if (!m_value)
            return tl::unexpected(*m_error);
        return &*m_value;
    }

private:
    void make(std::stop_token end)
    {
        Result<Value> made = m_make(std::move(end));
        const std::scoped_lock lock(m_mutex);
        if (made)
            m_value = std::move(*made);
        else
            m_error = made.error();
        m_making = false;
        m_changed.notify_all();
    }

    const Make m_make;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_making = false;
    std::optional<Value> m_value;
    std::optional<Error> m_error;
    std::jthread m_thread; ///< ends before the rest goes
};

} // namespace hk::tiles
