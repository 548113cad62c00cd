#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace hk::analysis::detail {

/// A stream of random numbers that is the same on every machine: xoshiro256++ [Blackman & Vigna 2021],
/// started from the seed and the number of the stream by SplitMix64, so that each shuffle has a stream of its
/// own.
class RandomStream {
public:
    RandomStream(std::uint64_t seed, std::uint64_t stream) {
        std::uint64_t mixed = seed;
        mixed = next(mixed) ^ (stream * 0xd1342543de82ef95U + 0x2545f4914f6cdd1dU);
        for (std::uint64_t& word : m_state)
            word = next(mixed);
    }

    std::uint64_t operator()() {
        const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// 0 … n − 1, each as likely; n > 0.
    std::uint32_t below(std::uint32_t n) {
        // Multiply and shift without bias [Lemire 2019].
        std::uint64_t product = (operator()() >> 32) * n;
        if (auto low = static_cast<std::uint32_t>(product); low < n) {
            const std::uint32_t least = (0U - n) % n;
            while (low < least) {
                product = (operator()() >> 32) * n;
                low = static_cast<std::uint32_t>(product);
            }
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    /// [0, 1).
    double unit() { return static_cast<double>(operator()() >> 11) * 0x1p-53; }

private:
    static std::uint64_t next(std::uint64_t& state) {
        state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace hk::analysis::detail
