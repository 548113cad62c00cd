#include "fuzz/mutation.h"
#include "fuzz/readers.h"
#include "support/catch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace hk;
using namespace hk::fuzz;

namespace {

constexpr int mutations = 1000; // of each reader

QString corpusOf(const Reader& reader)
{
    return QStringLiteral(HK_SOURCE_DIR "/tests/data/fuzz/") + QLatin1String(reader.name);
}

/// What lies in the reader's folder, and what is made for it.
std::vector<QByteArray> examplesOf(const Reader& reader)
{
    std::vector<QByteArray> examples;
    const QDir folder(corpusOf(reader));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        examples.push_back(file.readAll());
    }
    if (reader.examples)
        for (const QByteArray& made : reader.examples())
            examples.push_back(made);
    return examples;
}

/// What the reader says against the bytes; empty: nothing.
std::string complaintOf(const Reader& reader, const QByteArray& bytes)
{
    try {
        reader.read(bytes);
        return {};
    } catch (const std::exception& broken) {
        return broken.what();
    }
}

} // namespace

TEST_CASE("every reader has examples, and a folder of examples has its reader")
{
    for (const Reader& reader : readers()) {
        INFO(reader.name);
        CHECK(!examplesOf(reader).empty());
        CHECK(findReader(QLatin1String(reader.name)) == &reader);
    }
    for (const QString& name : QDir(QStringLiteral(HK_SOURCE_DIR "/tests/data/fuzz")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        INFO(name.toStdString());
        CHECK(findReader(name) != nullptr);
    }
}

TEST_CASE("a thousand damaged inputs do no reader any harm")
{
    for (const Reader& reader : readers()) {
        DYNAMIC_SECTION(reader.name)
        {
            const std::vector<QByteArray> examples = examplesOf(reader);
            REQUIRE(!examples.empty());
            for (const QByteArray& example : examples)
                CHECK(complaintOf(reader, example) == "");
            CHECK(complaintOf(reader, {}) == "");
            std::mt19937 random(20240611);
            std::string complaints;
            for (int i = 0; i < mutations && complaints.empty(); ++i) {
                const QByteArray& good = examples[static_cast<std::size_t>(i) % examples.size()];
                const QByteArray bytes = test::damaged(good, examples[random() % examples.size()], random);
                complaints = complaintOf(reader, bytes);
                if (!complaints.empty())
                    complaints += ": mutation " + std::to_string(i) + ", " + bytes.left(400).toPercentEncoding(" \"{}[]<>:,/").toStdString();
            }
            CHECK(complaints == "");
        }
    }
}
