#include "seal/sealed_file.h"
#include "support/catch.h"
#include "support/small_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <random>

using namespace hk;
using namespace hk::seal;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr KeyCost cheap{1, 8192}; // a test has nothing to protect
constexpr qsizetype piece = 65536;
constexpr qsizetype header = 7 + 1 + 1 + 8 + 8 + 16 + 24 + 16 + 32;
constexpr qsizetype sealedPiece = piece + 17;

struct Folder {
    QTemporaryDir dir;
    QString path(const char* name) const { return dir.filePath(u(name)); }
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path(name);
    }
    QByteArray read(const char* name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QStringList names() const { return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden); }
};

const QString words = u("korrekt häst batteri häftapparat");

QByteArray someBytes(qsizetype size)
{
    std::mt19937 random(4);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

QByteArray sealedBytes(const Folder& folder, const QByteArray& bytes)
{
    folder.write("plain", bytes);
    REQUIRE(sealFile(folder.path("plain"), folder.path("sealed"), Passphrase(words), cheap).has_value());
    return folder.read("sealed");
}

Result<void> open(const Folder& folder, const QString& with = words)
{
    return openSealed(folder.path("sealed"), folder.path("opened"), Passphrase(with));
}

bool isAltered(const Result<void>& result)
{
    return !result && result.error().code == ErrorCode::FileDamaged && result.error().place.field == alteredField;
}

} // namespace

TEST_CASE("what is sealed comes out as it went in, whatever its length")
{
    for (const qsizetype size : {qsizetype{0}, qsizetype{1}, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 77}) {
        INFO(size);
        const Folder folder;
        const QByteArray bytes = someBytes(size);
        const QByteArray sealed = sealedBytes(folder, bytes);
        CHECK(isSealed(folder.path("sealed")));
        CHECK_FALSE(isSealed(folder.path("plain")));
        CHECK(sealed.size() >= size + header);
        REQUIRE(open(folder).has_value());
        CHECK(folder.read("opened") == bytes);
    }
}

TEST_CASE("nothing of the content or the passphrase stands in a sealed file, and no two are alike")
{
    const Folder folder;
    const QByteArray bytes = QByteArray("platsbesiktning vid bron ").repeated(4000);
    const QByteArray one = sealedBytes(folder, bytes);
    const QByteArray two = sealedBytes(folder, bytes);
    CHECK_FALSE(one.contains("platsbesiktning"));
    CHECK_FALSE(one.contains(words.toUtf8()));
    CHECK_FALSE(one.contains("batteri"));
    CHECK(one != two);
    CHECK(one.mid(header) != two.mid(header));
}

TEST_CASE("a wrong passphrase is told from damage, and leaves nothing")
{
    const Folder folder;
    sealedBytes(folder, someBytes(1000));
    const Result<void> opened = open(folder, u("fel fras som är lång"));
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == ErrorCode::AccessDenied);
    CHECK(opened.error().place.field == passphraseField);
    CHECK_FALSE(opened.error().detail.contains(u("fras")));
    CHECK(open(folder, {}).error().code == ErrorCode::ValueMissing);
    CHECK(folder.names() == QStringList{u("plain"), u("sealed")});
}

TEST_CASE("the same passphrase typed in another form opens it")
{
    const Folder folder;
    sealedBytes(folder, "x");
    CHECK(open(folder, words.normalized(QString::NormalizationForm_D)).has_value());
}

TEST_CASE("a changed byte anywhere is refused and nothing is left")
{
    const Folder folder;
    const QByteArray sealed = sealedBytes(folder, someBytes(2 * piece + 500));
    std::mt19937 random(9);
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < header; ++i)
        places.push_back(i);
    for (int i = 0; i < 150; ++i)
        places.push_back(static_cast<qsizetype>(random() % static_cast<unsigned long>(sealed.size())));
    places.push_back(sealed.size() - 1);
    for (const qsizetype place : places) {
        QByteArray changed = sealed;
        changed[place] = static_cast<char>(changed[place] ^ (1 << random() % 8));
        folder.write("sealed", changed);
        const Result<void> opened = open(folder);
        INFO(place);
        REQUIRE_FALSE(opened.has_value());
        if (place >= 8) // before it stand what kind of file it is and its version
            CHECK(isAltered(opened));
        REQUIRE_FALSE(QFile::exists(folder.path("opened")));
    }
    CHECK(folder.names() == QStringList{u("plain"), u("sealed")});
}

TEST_CASE("a file that is cut off anywhere is refused")
{
    const Folder folder;
    const QByteArray sealed = sealedBytes(folder, someBytes(2 * piece + 500));
    std::mt19937 random(10);
    std::vector<qsizetype> sizes{8, 9, header - 1, header, header + 1, header + 17, header + sealedPiece,
                                 header + 2 * sealedPiece, header + 2 * sealedPiece + 17, sealed.size() - 1};
    for (int i = 0; i < 60; ++i)
        sizes.push_back(8 + static_cast<qsizetype>(random() % static_cast<unsigned long>(sealed.size() - 8)));
    for (const qsizetype size : sizes) {
        folder.write("sealed", sealed.left(size));
        INFO(size);
        CHECK(isAltered(open(folder)));
        REQUIRE_FALSE(QFile::exists(folder.path("opened")));
    }
}

TEST_CASE("pieces in another order, doubled, left out, of another file, or followed by more are refused")
{
    const Folder folder;
    const QByteArray other = sealedBytes(folder, someBytes(3 * piece + 5)); // the same bytes under another key
    const QByteArray sealed = sealedBytes(folder, someBytes(3 * piece + 5));
    const auto part = [](const QByteArray& from, int index) { return from.mid(header + index * sealedPiece, sealedPiece); };
    const QByteArray head = sealed.left(header);
    const std::vector<QByteArray> forgeries{
        head + part(sealed, 1) + part(sealed, 0) + part(sealed, 2) + part(sealed, 3),
        head + part(sealed, 0) + part(sealed, 0) + part(sealed, 1) + part(sealed, 2) + part(sealed, 3),
        head + part(sealed, 0) + part(sealed, 2) + part(sealed, 3),
        head + part(sealed, 0) + part(sealed, 1) + part(sealed, 3),
        head + part(other, 0) + part(sealed, 1) + part(sealed, 2) + part(sealed, 3),
        other.left(header) + sealed.mid(header),
        sealed + part(sealed, 3),
        sealed + QByteArray(1, '\0'),
        sealed + sealed,
    };
    for (std::size_t i = 0; i < forgeries.size(); ++i) {
        folder.write("sealed", forgeries[i]);
        INFO(i);
        CHECK(isAltered(open(folder)));
        REQUIRE_FALSE(QFile::exists(folder.path("opened")));
    }
}

TEST_CASE("a file of another kind, or of a newer program, is said to be that")
{
    const Folder folder;
    for (const QByteArray& bytes : {QByteArray(), QByteArray("HKSEA"), QByteArray("SQLite format 3"), someBytes(500)}) {
        folder.write("sealed", bytes);
        CHECK(open(folder).error().code == ErrorCode::FileNotOurs);
    }
    QByteArray newer = sealedBytes(folder, "x");
    newer[7] = 2;
    folder.write("sealed", newer);
    CHECK(open(folder).error().code == ErrorCode::FileNewer);
}

TEST_CASE("what was there stays as it was when sealing or opening fails")
{
    const Folder folder;
    sealedBytes(folder, someBytes(3 * piece));
    folder.write("opened", "före");
    folder.write("target", "före");
    {
        const test::SmallDisk disk(piece);
        CHECK(open(folder).error().code == ErrorCode::DiskFull);
        CHECK(sealFile(folder.path("plain"), folder.path("target"), Passphrase(words), cheap).error().code ==
              ErrorCode::DiskFull);
    }
    std::stop_source stop;
    const auto stopAfterOne = [&stop](qint64, qint64) { stop.request_stop(); };
    CHECK(sealFile(folder.path("plain"), folder.path("target"), Passphrase(words), cheap, stopAfterOne, stop.get_token())
              .error()
              .code == ErrorCode::Cancelled);
    CHECK(sealFile(folder.path("plain"), folder.path("target"), Passphrase(u("kort")), cheap).error().code ==
          ErrorCode::ValueOutOfRange);
    CHECK(sealFile(folder.path("plain"), folder.path("target"), Passphrase(), cheap).error().code ==
          ErrorCode::ValueMissing);
    CHECK(sealFile(folder.path("none"), folder.path("target"), Passphrase(words), cheap).error().code ==
          ErrorCode::FileNotFound);
    CHECK(folder.read("opened") == QByteArray("före"));
    CHECK(folder.read("target") == QByteArray("före"));
    CHECK(folder.names() == QStringList{u("opened"), u("plain"), u("sealed"), u("target")});
}

TEST_CASE("a passphrase is the first line of its file")
{
    const Folder folder;
    CHECK(Passphrase::fromFile(folder.write("p", "fyra ord på rad\r\nnästa\n")).value().bytes() ==
          QByteArray("fyra ord på rad"));
    CHECK(Passphrase::fromFile(folder.write("p", "\n")).error().code == ErrorCode::ValueMissing);
    CHECK(Passphrase::fromFile(folder.path("none")).error().code == ErrorCode::FileNotFound);
}
