#include "seal/passphrase.h"

#include <QFile>

#include <cstdio>
#include <sodium.h>
#include <utility>

namespace hk::seal {
namespace {

constexpr qint64 longestLine = 4096;
constexpr int greatestLength = 1024;

} // namespace

Passphrase::Passphrase(const QString& words)
{
    QString normal = words.normalized(QString::NormalizationForm_C);
    m_bytes = normal.toUtf8();
    m_length = normal.size();
    sodium_memzero(normal.data(), static_cast<std::size_t>(normal.size()) * sizeof(QChar));
}

Result<Passphrase> Passphrase::fromFile(const QString& path)
{
    QFile file(path);
    const bool isInput = path == QLatin1String("-");
    if (!isInput && !file.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (isInput ? !file.open(stdin, QIODevice::ReadOnly) : !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileNotReadable, {path}, {}, file.errorString());
    QByteArray line = file.readLine(longestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    QString words = QString::fromUtf8(line);
    sodium_memzero(line.data(), static_cast<std::size_t>(line.size()));
    Passphrase passphrase(words);
    sodium_memzero(words.data(), static_cast<std::size_t>(words.size()) * sizeof(QChar));
    if (passphrase.isEmpty())
        return fail(ErrorCode::ValueMissing, {{}, -1, passphraseField});
    return passphrase;
}

Passphrase::Passphrase(Passphrase&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
    , m_length(std::exchange(other.m_length, 0))
{}

Passphrase& Passphrase::operator=(Passphrase&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
        m_length = std::exchange(other.m_length, 0);
    }
    return *this;
}

Passphrase::~Passphrase()
{
    wipe();
}

Result<void> Passphrase::isEnough() const
{
    if (isEmpty())
        return fail(ErrorCode::ValueMissing, {{}, -1, passphraseField});
    if (m_length < leastLength || m_length > greatestLength)
        return fail(ErrorCode::ValueOutOfRange, {{}, -1, passphraseField},
                    {QString(), QString::number(leastLength), QString::number(greatestLength)});
    return {};
}

void Passphrase::wipe()
{
    if (!m_bytes.isEmpty())
        sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
}

} // namespace hk::seal
