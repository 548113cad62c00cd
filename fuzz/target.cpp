// The entry points of libFuzzer: HK_FUZZ_READER names the reader that is handed the bytes.

#include "fuzz/readers.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

const hk::fuzz::Reader* chosen = nullptr;

/// Writes the reader's made examples into a folder, for libFuzzer to begin with.
void writeExamples(const QString& folder)
{
    if (!chosen->examples)
        return;
    int number = 0;
    for (const QByteArray& bytes : chosen->examples()) {
        QFile file(QDir(folder).filePath(QStringLiteral("made-%1.%2").arg(number++).arg(QLatin1String(chosen->ending))));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Lives as long as the process, as libFuzzer has no place for its end.
    static auto* const application = new QGuiApplication(*argc, *argv);
    Q_UNUSED(application)
    const QString name = qEnvironmentVariable("HK_FUZZ_READER");
    chosen = hk::fuzz::findReader(name);
    if (!chosen) {
        for (const hk::fuzz::Reader& reader : hk::fuzz::readers())
            std::printf("%s %s\n", reader.name, reader.ending);
        std::exit(name.isEmpty() ? 0 : 2);
    }
    const QString folder = qEnvironmentVariable("HK_FUZZ_EXAMPLES");
    if (!folder.isEmpty()) {
        writeExamples(folder);
        std::exit(0);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen->read(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    return 0;
}
