#pragma once

#include <array>
#include <csignal>

namespace hk::cli {

/// Holds an interrupt (SIGINT, SIGTERM, SIGHUP) back while a file is being written, so that what it leaves is the whole file
/// or none; the process ends by it as soon as this goes out of scope. One at a time, on the main thread.
class HeldInterrupt {
public:
    HeldInterrupt();
    ~HeldInterrupt();
    HeldInterrupt(const HeldInterrupt&) = delete;
    HeldInterrupt& operator=(const HeldInterrupt&) = delete;

private:
    std::array<struct sigaction, 3> m_before{};
};

} // namespace hk::cli
