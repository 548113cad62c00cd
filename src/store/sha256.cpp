#include "store/sha256.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdexcept>

namespace hk::store {

namespace {

void require(int result)
{
    if (result != 1)
        throw std::runtime_error("libcrypto failed");
}

int digitOf(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

} // namespace

struct Sha256::Impl {
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256()
    : m_impl(std::make_unique<Impl>())
{
    require(m_impl->algorithm && m_impl->context ? 1 : 0);
    require(EVP_DigestInit_ex2(m_impl->context.get(), m_impl->algorithm.get(), nullptr));
}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::span<const std::byte> bytes)
{
    require(EVP_DigestUpdate(m_impl->context.get(), bytes.data(), bytes.size()));
    return *this;
}

Digest Sha256::finish()
{
    Digest digest;
    require(EVP_DigestFinal_ex(m_impl->context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr));
    require(EVP_DigestInit_ex2(m_impl->context.get(), m_impl->algorithm.get(), nullptr));
    return digest;
}

void fillRandom(std::span<std::byte> bytes)
{
    require(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())));
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
