#include "cli/held_interrupt.h"

namespace hk::cli {
namespace {

constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t held = 0; // the signal that came meanwhile; set by the handler only

void hold(int signal) { held = signal; }

} // namespace

HeldInterrupt::HeldInterrupt()
{
    held = 0;
    struct sigaction action {};
    action.sa_handler = hold;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < signals.size(); ++i) {
        sigaction(signals[i], nullptr, &m_before[i]);
        if (m_before[i].sa_handler != SIG_IGN) // as under nohup
            sigaction(signals[i], &action, nullptr);
    }
}

HeldInterrupt::~HeldInterrupt()
{
    for (std::size_t i = 0; i < signals.size(); ++i)
        sigaction(signals[i], &m_before[i], nullptr);
    if (held != 0)
        std::raise(held);
}

} // namespace hk::cli
