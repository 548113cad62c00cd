#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace hk::seal {

/// A passphrase, wiped from memory when it goes. It is never written anywhere: not into a log, an error or a setting.
class Passphrase {
public:
    static constexpr int leastLength = 12; ///< characters of a new one: three or four words

    Passphrase() = default;
    /// The same words typed on another keyboard give the same passphrase (Unicode NFC).
    explicit Passphrase(const QString& words);
    /// The first line of a file; "-" is standard input. Errors: FileNotFound, FileNotReadable, ValueMissing.
    static Result<Passphrase> fromFile(const QString& path);

    Passphrase(Passphrase&& other) noexcept;
    Passphrase& operator=(Passphrase&& other) noexcept;
    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;
    ~Passphrase();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// Whether it is long enough to protect something new: ValueOutOfRange with the field "passphrase" where not, ValueMissing
    /// where it is empty.
    Result<void> isEnough() const;
    const QByteArray& bytes() const { return m_bytes; }

private:
    void wipe();

    QByteArray m_bytes; ///< UTF-8; never shared
    qsizetype m_length = 0; ///< characters
};

/// The field of errors about a passphrase, as in Error::place.
inline const QString passphraseField = QStringLiteral("passphrase");
/// The field of errors about a file whose bytes are not as they were made.
inline const QString alteredField = QStringLiteral("altered");

} // namespace hk::seal
