#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hk::store {

using Digest = std::array<std::byte, 32>;

/// SHA-256 (FIPS 180-4) by libsodium. Used again and again: each finish() begins anew. Move-only; one thread at a time.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    Sha256& add(std::span<const std::byte> bytes);
    Sha256& add(std::string_view text) { return add(std::as_bytes(std::span(text))); }
    Digest finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Fills with random bytes fit for secrets. Throws std::runtime_error where the system has none, which is a broken installation.
void fillRandom(std::span<std::byte> bytes);

/// Lower-case hexadecimal, and back; nothing where the text is no such digest.
std::string toHex(const Digest& digest);
bool fromHex(std::string_view hex, Digest& digest);

} // namespace hk::store
