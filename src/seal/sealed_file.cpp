#include "seal/sealed_file.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cstring>
#include <sodium.h>
#include <vector>

namespace hk::seal {
namespace {

using Byte = unsigned char;

// The header, all numbers little-endian: magic, version, identity of the key derivation, its cost, salt, header of the
// stream; a keyed hash of these, by which a wrong passphrase is known, and an unkeyed one of all, by which damage is.
constexpr std::array<Byte, 7> magic{'H', 'K', 'S', 'E', 'A', 'L', '\n'};
constexpr Byte version = 1;
constexpr Byte argon2id = 1;
constexpr std::size_t versionAt = magic.size();
constexpr std::size_t derivationAt = versionAt + 1;
constexpr std::size_t operationsAt = derivationAt + 1;
constexpr std::size_t memoryAt = operationsAt + 8;
constexpr std::size_t saltAt = memoryAt + 8;
constexpr std::size_t streamAt = saltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t checkAt = streamAt + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t hashAt = checkAt + crypto_auth_BYTES;
constexpr std::size_t hashBytes = crypto_generichash_BYTES_MIN;
constexpr std::size_t headerBytes = hashAt + hashBytes;
using Header = std::array<Byte, headerBytes>;

constexpr std::size_t pieceBytes = 64U << 10U;
constexpr std::size_t sealedPieceBytes = pieceBytes + crypto_secretstream_xchacha20poly1305_ABYTES;

// A file asks for no more than this: a crafted one must not stop the program.
constexpr std::uint64_t mostOperations = 20;
constexpr std::uint64_t mostMemory = 1ULL << 30U;

/// The key of the stream and that of the check, wiped when they go.
struct Keys {
    std::array<Byte, crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_auth_KEYBYTES> bytes{};
    Keys() = default;
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;
    ~Keys() { sodium_memzero(bytes.data(), bytes.size()); }
    const Byte* stream() const { return bytes.data(); }
    const Byte* check() const { return bytes.data() + crypto_secretstream_xchacha20poly1305_KEYBYTES; }
};

/// The state of the stream, wiped when it goes.
struct Stream {
    crypto_secretstream_xchacha20poly1305_state state{};
    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { sodium_memzero(&state, sizeof state); }
};

void put(Header& header, std::size_t at, std::uint64_t value)
{
    for (std::size_t i = 0; i < 8; ++i)
        header[at + i] = static_cast<Byte>(value >> (8 * i));
}

std::uint64_t get(const Header& header, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value |= std::uint64_t{header[at + i]} << (8 * i);
    return value;
}

bool derive(Keys& keys, const Header& header, const Passphrase& passphrase)
{
    return crypto_pwhash(keys.bytes.data(), keys.bytes.size(), passphrase.bytes().constData(),
                         static_cast<unsigned long long>(passphrase.bytes().size()), header.data() + saltAt,
                         get(header, operationsAt), static_cast<std::size_t>(get(header, memoryAt)),
                         crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Result<void> opened(QFile& file)
{
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, {file.fileName()});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {file.fileName()}, {}, file.errorString());
    return {};
}

Result<void> opened(QSaveFile& file)
{
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {file.fileName()}, {}, file.errorString());
    return {};
}

tl::unexpected<Error> altered(const QString& path) { return fail(ErrorCode::FileDamaged, {path, -1, alteredField}); }

bool write(QSaveFile& file, const Byte* bytes, std::size_t size)
{
    return file.write(reinterpret_cast<const char*>(bytes), static_cast<qint64>(size)) == static_cast<qint64>(size);
}

/// The bytes read: fewer than asked for at the end of the file only; -1 where reading fails.
qint64 read(QFile& file, Byte* bytes, std::size_t size)
{
    qint64 all = 0;
    while (all < static_cast<qint64>(size)) {
        const qint64 got = file.read(reinterpret_cast<char*>(bytes) + all, static_cast<qint64>(size) - all);
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        all += got;
    }
    return all;
}

Result<void> sealPieces(QFile& source, QSaveFile& target, Stream& stream, const Header& header, const Progress& progress,
                        const std::stop_token& stop)
{
    std::vector<Byte> plain(pieceBytes);
    std::vector<Byte> sealed(sealedPieceBytes);
    const qint64 total = source.size();
    qint64 done = 0;
    for (bool last = false; !last;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 got = read(source, plain.data(), plain.size());
        if (got < 0)
            return fail(ErrorCode::FileNotReadable, {source.fileName()}, {}, source.errorString());
        last = got < static_cast<qint64>(pieceBytes);
        unsigned long long size = 0;
        crypto_secretstream_xchacha20poly1305_push(&stream.state, sealed.data(), &size, plain.data(),
                                                   static_cast<unsigned long long>(got), header.data(), header.size(),
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : Byte{0});
        if (!write(target, sealed.data(), size))
            return fail(ErrorCode::DiskFull, {target.fileName()}, {}, target.errorString());
        done += got;
        if (progress)
            progress(done, total);
    }
    sodium_memzero(plain.data(), plain.size());
    return {};
}

Result<void> openPieces(QFile& source, QSaveFile& target, Stream& stream, const Header& header, const Progress& progress,
                        const std::stop_token& stop)
{
    std::vector<Byte> sealed(sealedPieceBytes);
    std::vector<Byte> plain(pieceBytes);
    const qint64 total = source.size();
    for (Byte tag = 0; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 got = read(source, sealed.data(), sealed.size());
        if (got < 0)
            return fail(ErrorCode::FileNotReadable, {source.fileName()}, {}, source.errorString());
        unsigned long long size = 0;
        if (got < static_cast<qint64>(crypto_secretstream_xchacha20poly1305_ABYTES) ||
            crypto_secretstream_xchacha20poly1305_pull(&stream.state, plain.data(), &size, &tag, sealed.data(),
                                                       static_cast<unsigned long long>(got), header.data(),
                                                       header.size()) != 0)
            return altered(source.fileName());
        if (!write(target, plain.data(), size))
            return fail(ErrorCode::DiskFull, {target.fileName()}, {}, target.errorString());
        if (progress)
            progress(source.pos(), total);
    }
    sodium_memzero(plain.data(), plain.size());
    if (!source.atEnd())
        return altered(source.fileName());
    return {};
}

Result<void> committed(QSaveFile& target)
{
    if (!target.commit())
        return fail(ErrorCode::DiskFull, {target.fileName()}, {}, target.errorString());
    return {};
}

/// The header of a sealed file, its damage and its cost looked at.
Result<Header> readHeader(QFile& source)
{
    Header header{};
    const qint64 got = read(source, header.data(), header.size());
    if (got < static_cast<qint64>(magic.size()) || !std::equal(magic.begin(), magic.end(), header.begin()))
        return fail(ErrorCode::FileNotOurs, {source.fileName()});
    if (got > static_cast<qint64>(versionAt) && header[versionAt] > version)
        return fail(ErrorCode::FileNewer, {source.fileName()});
    std::array<Byte, hashBytes> hash{};
    crypto_generichash(hash.data(), hash.size(), header.data(), hashAt, nullptr, 0);
    const std::uint64_t operations = get(header, operationsAt);
    const std::uint64_t memory = get(header, memoryAt);
    if (got < static_cast<qint64>(header.size()) || !std::equal(hash.begin(), hash.end(), header.begin() + hashAt) ||
        header[versionAt] != version || header[derivationAt] != argon2id || operations < crypto_pwhash_OPSLIMIT_MIN ||
        operations > mostOperations || memory < crypto_pwhash_MEMLIMIT_MIN || memory > mostMemory)
        return altered(source.fileName());
    return header;
}

} // namespace

bool isSealed(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) &&
           file.read(magic.size()) == QByteArray(reinterpret_cast<const char*>(magic.data()), magic.size());
}

Result<void> sealFile(const QString& from, const QString& to, const Passphrase& passphrase, const KeyCost& cost,
                      const Progress& progress, const std::stop_token& stop)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal);
    if (const Result<void> enough = passphrase.isEnough(); !enough)
        return enough;
    QFile source(from);
    if (const Result<void> open = opened(source); !open)
        return open;
    QSaveFile target(to);
    if (const Result<void> open = opened(target); !open)
        return open;

    Header header{};
    std::copy(magic.begin(), magic.end(), header.begin());
    header[versionAt] = version;
    header[derivationAt] = argon2id;
    put(header, operationsAt, cost.operations);
    put(header, memoryAt, cost.memory);
    randombytes_buf(header.data() + saltAt, crypto_pwhash_SALTBYTES);
    Keys keys;
    if (!derive(keys, header, passphrase))
        return fail(ErrorCode::Internal, {from});
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, header.data() + streamAt, keys.stream());
    crypto_auth(header.data() + checkAt, header.data(), checkAt, keys.check());
    crypto_generichash(header.data() + hashAt, hashBytes, header.data(), hashAt, nullptr, 0);

    if (!write(target, header.data(), header.size()))
        return fail(ErrorCode::DiskFull, {to}, {}, target.errorString());
    if (const Result<void> sealed = sealPieces(source, target, stream, header, progress, stop); !sealed)
        return sealed;
    return committed(target);
}

Result<void> openSealed(const QString& from, const QString& to, const Passphrase& passphrase, const Progress& progress,
                        const std::stop_token& stop)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal);
    if (passphrase.isEmpty())
        return fail(ErrorCode::ValueMissing, {from, -1, passphraseField});
    QFile source(from);
    if (const Result<void> open = opened(source); !open)
        return open;
    const Result<Header> header = readHeader(source);
    if (!header)
        return tl::unexpected(header.error());
    Keys keys;
    if (!derive(keys, *header, passphrase))
        return fail(ErrorCode::Internal, {from});
    if (crypto_auth_verify(header->data() + checkAt, header->data(), checkAt, keys.check()) != 0)
        return fail(ErrorCode::AccessDenied, {from, -1, passphraseField});
    Stream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, header->data() + streamAt, keys.stream()) != 0)
        return altered(from);
    QSaveFile target(to);
    if (const Result<void> open = opened(target); !open)
        return open;
    if (const Result<void> read = openPieces(source, target, stream, *header, progress, stop); !read)
        return read;
    return committed(target);
}

} // namespace hk::seal
