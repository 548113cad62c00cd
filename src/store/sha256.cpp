#include "store/sha256.h"

#include <sodium.h>
#include <stdexcept>

namespace hk::store {

namespace {

int digitOf(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

} // namespace

struct Sha256::Impl {
    crypto_hash_sha256_state state{};
};

Sha256::Sha256()
    : m_impl(std::make_unique<Impl>())
{
    crypto_hash_sha256_init(&m_impl->state);
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::span<const std::byte> bytes)
{
    crypto_hash_sha256_update(&m_impl->state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return *this;
}

Digest Sha256::finish()
{
    static_assert(sizeof(Digest) == crypto_hash_sha256_BYTES);
    Digest digest;
    crypto_hash_sha256_final(&m_impl->state, reinterpret_cast<unsigned char*>(digest.data()));
    crypto_hash_sha256_init(&m_impl->state);
    return digest;
}

void fillRandom(std::span<std::byte> bytes)
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be used");
    randombytes_buf(bytes.data(), bytes.size());
}

std::string toHex(const Digest& digest)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::byte byte : digest) {
        hex += digits[std::to_integer<std::size_t>(byte >> 4)];
        hex += digits[std::to_integer<std::size_t>(byte & std::byte{15})];
    }
    return hex;
}

bool fromHex(std::string_view hex, Digest& digest)
{
    if (hex.size() != 2 * digest.size())
        return false;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = digitOf(hex[2 * i]);
        const int low = digitOf(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        digest[i] = static_cast<std::byte>(16 * high + low);
    }
    return true;
}

} // namespace hk::store
