#include "workspace/lock_patience.h"

#include <utility>

namespace hk::workspace {

LockPatience::LockPatience(std::function<void(bool)> tell)
    : m_tell(std::move(tell))
{
}

LockPatience::Turn::Turn(LockPatience& patience, Work work)
    : m_patience(patience)
{
    patience.m_work = work;
}

LockPatience::Turn::~Turn()
{
    m_patience.m_work = Work::Aside;
    if (std::exchange(m_patience.m_told, false))
        m_patience.m_tell(false);
}

bool LockPatience::wait(std::chrono::milliseconds waited)
{
    if (m_work == Work::Look)
        return waited < m_times.look;
    if (m_work == Work::Aside || m_leaving)
        return waited < m_times.aside;
    if (waited >= m_times.change)
        return false;
    if (waited >= m_times.saidAfter && !std::exchange(m_told, true))
        m_tell(true);
    return true;
}

} // namespace hk::workspace
