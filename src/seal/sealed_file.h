#pragma once

#include "core/result.h"
#include "seal/passphrase.h"

#include <QString>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace hk::seal {

/// Work that turns a passphrase into a key (Argon2id): what a guess costs.
struct KeyCost {
    std::uint64_t operations = 3;
    std::uint64_t memory = 256ULL << 20U; ///< bytes
};

/// Whether the file begins as a sealed one does. False for one that cannot be read.
bool isSealed(const QString& path);

using Progress = std::function<void(qint64 bytes, qint64 total)>;

/// Seals a file with a passphrase: encrypted and authenticated with libsodium's crypto_secretstream (XChaCha20-Poly1305) in
/// pieces of 64 KiB, the key from crypto_pwhash (Argon2id). The format is in docs/file-format.md. `to` is only replaced when
/// the new file is whole. Errors: FileNotFound, FileNotReadable, FileNotWritable, DiskFull, Cancelled; ValueMissing and
/// ValueOutOfRange of the passphrase; Internal where there is no memory for the key. Thread-safe.
Result<void> sealFile(const QString& from, const QString& to, const Passphrase& passphrase, const KeyCost& cost = {},
                      const Progress& progress = {}, const std::stop_token& stop = {});

/// Opens a sealed file. Nothing is left at `to` unless every byte is as it was sealed. Errors as sealFile, and: FileNotOurs
/// (not sealed), FileNewer, AccessDenied with the field "passphrase" (not that passphrase), FileDamaged with the field
/// "altered": cut off, changed, or put together anew.
Result<void> openSealed(const QString& from, const QString& to, const Passphrase& passphrase,
                        const Progress& progress = {}, const std::stop_token& stop = {});

} // namespace hk::seal
