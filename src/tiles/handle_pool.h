#pragma once

#include "core/result.h"

#include <memory>
#include <mutex>
#include <vector>

namespace hk::tiles {

/// Handles that belong to one thread at a time (GDAL's, SQLite's), lent out and taken back. Thread-safe. Must outlive its leases.
template <class Handle>
class HandlePool {
public:
    class Lease {
    public:
        Lease(HandlePool& pool, std::unique_ptr<Handle> handle)
            : m_pool(&pool)
            , m_handle(std::move(handle))
        {}
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease()
        {
            if (m_handle)
                m_pool->giveBack(std::move(m_handle));
        }
        Handle& operator*() const { return *m_handle; }
        Handle* operator->() const { return m_handle.get(); }

    private:
        HandlePool* m_pool;
        std::unique_ptr<Handle> m_handle;
    };

    /// One that is idle, else a new one by `make` (Result<std::unique_ptr<Handle>>()).
    template <class Make>
    Result<Lease> take(const Make& make)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_idle.empty()) {
                std::unique_ptr<Handle> handle = std::move(m_idle.back());
                m_idle.pop_back();
                return Lease(*this, std::move(handle));
            }
        }
        Result<std::unique_ptr<Handle>> made = make();
        if (!made)
            return tl::unexpected(made.error());
        return Lease(*this, std::move(*made));
    }

    void giveBack(std::unique_ptr<Handle> handle)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle.push_back(std::move(handle));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Handle>> m_idle;
};

} // namespace hk::tiles
