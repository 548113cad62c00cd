#include "workspace/attachment_file.h"

#include <QBuffer>
#include <QColorSpace>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QMimeDatabase>
#include <QSaveFile>
#include <algorithm>
#include <cstring>

namespace hk::workspace {
namespace {

constexpr int jpegQuality = 92;
constexpr qint64 mostPixels = 80'000'000;

/// A picture of the same pixels that knows nothing else: no texts, no profile, no resolution.
QImage bare(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    image = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    QImage clean(image.size(), image.format());
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(clean.scanLine(y), image.constScanLine(y), static_cast<std::size_t>(image.width()) * 4);
    return clean;
}

struct Form {
    const char* read;
    const char* write;
    const char* mediaType;
    const char* ending;
};
constexpr Form forms[] = {{"jpeg", "jpeg", "image/jpeg", "jpg"},
                          {"png", "png", "image/png", "png"},
                          {"webp", "webp", "image/webp", "webp"},
                          {"tiff", "png", "image/png", "png"}};

tl::unexpected<Error> unreadable(const QString& name)
{
    return fail(ErrorCode::FileNotReadable, ErrorPlace{name, -1, {}});
}

Result<void> cleanPicture(store::Attachment& attachment, const QByteArray& bytes)
{
    const QString name = attachment.info.name;
    QBuffer source;
    source.setData(bytes);
    if (!source.open(QIODevice::ReadOnly))
        return unreadable(name);
    QImageReader reader(&source);
    reader.setAutoTransform(true);
    QByteArray format = reader.format();
    if (format == "jpg")
        format = "jpeg";
    const Form* form = std::find_if(std::begin(forms), std::end(forms), [&](const Form& one) { return format == one.read; });
    if (form == std::end(forms))
        return fail(ErrorCode::FormatNotSupported, ErrorPlace{name, -1, {}}, {QFileInfo(name).suffix()});
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > mostPixels)
        return fail(ErrorCode::ValueOutOfRange, ErrorPlace{name, -1, {}},
                    {QString::number(qint64{size.width()} * size.height()), QStringLiteral("0"), QString::number(mostPixels)});
    const QImage image = reader.read();
    if (image.isNull())
        return unreadable(name);
    QBuffer target(&attachment.content);
    if (!target.open(QIODevice::WriteOnly))
        return unreadable(name);
    QImageWriter writer(&target, form->write);
    if (std::strcmp(form->write, "png") != 0)
        writer.setQuality(jpegQuality);
    if (!writer.write(bare(image)))
        return fail(ErrorCode::FormatNotSupported, ErrorPlace{name, -1, {}}, {QString::fromLatin1(form->write)},
                    writer.errorString());
    attachment.info.mediaType = QString::fromLatin1(form->mediaType);
    if (std::strcmp(form->read, form->write) != 0)
        attachment.info.name = QFileInfo(name).completeBaseName() + QLatin1Char('.') + QString::fromLatin1(form->ending);
    return {};
}

/// What another program would run when it is opened.
bool isProgram(const QMimeType& type, const QString& name)
{
    static const QStringList endings{
        QStringLiteral("exe"), QStringLiteral("bat"), QStringLiteral("cmd"), QStringLiteral("com"),     QStringLiteral("msi"),
        QStringLiteral("ps1"), QStringLiteral("vbs"), QStringLiteral("js"),  QStringLiteral("scr"),     QStringLiteral("jar"),
        QStringLiteral("sh"),  QStringLiteral("lnk"), QStringLiteral("hta"), QStringLiteral("desktop"), QStringLiteral("appimage")};
    return endings.contains(QFileInfo(name).suffix().toLower()) || type.inherits(QStringLiteral("application/x-executable")) ||
           type.inherits(QStringLiteral("application/x-sharedlib")) || type.inherits(QStringLiteral("application/x-shellscript"));
}

} // namespace

Result<store::Attachment> makeAttachment(const QByteArray& bytes, const QString& name)
{
    store::Attachment attachment;
    attachment.info.id = QUuid::createUuid();
    attachment.info.name = QFileInfo(name).fileName().left(200);
    if (attachment.info.name.isEmpty() || bytes.isEmpty())
        return unreadable(name);
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(attachment.info.name, bytes);
    if (isProgram(type, attachment.info.name))
        return fail(ErrorCode::FormatNotSupported, ErrorPlace{name, -1, {}}, {QFileInfo(name).suffix()});
    // By its bytes as well as by its name: a picture under another name keeps nothing either.
    const QMimeType byBytes = QMimeDatabase().mimeTypeForData(bytes);
    const auto isPicture = [](const QMimeType& one) {
        return one.name().startsWith(QStringLiteral("image/")) && !one.inherits(QStringLiteral("text/plain"));
    };
    if (isPicture(type) || isPicture(byBytes)) {
        if (const Result<void> cleaned = cleanPicture(attachment, bytes); !cleaned)
            return tl::unexpected(cleaned.error());
    } else {
        attachment.info.mediaType = type.name();
        attachment.content = bytes;
    }
    attachment.info.size = attachment.content.size();
    if (attachment.info.size > largestAttachment)
        return fail(ErrorCode::ValueOutOfRange, ErrorPlace{name, -1, {}},
                    {QString::number(attachment.info.size), QStringLiteral("0"), QString::number(largestAttachment)});
    return attachment;
}

Result<store::Attachment> readAttachment(const QString& path)
{
    constexpr qint64 largestSource = 4 * largestAttachment; // a picture may shrink
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, ErrorPlace{path, -1, {}});
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path);
    if (file.size() > largestSource)
        return fail(ErrorCode::ValueOutOfRange, ErrorPlace{path, -1, {}},
                    {QString::number(file.size()), QStringLiteral("0"), QString::number(largestAttachment)});
    return makeAttachment(file.readAll(), path);
}

Result<QString> writeAttachment(const store::Attachment& attachment, const QString& folder)
{
    const QFileInfo name(QFileInfo(attachment.info.name).fileName());
    const QDir dir(folder);
    QString path = dir.filePath(name.fileName());
    const QString ending = name.suffix().isEmpty() ? QString() : QLatin1Char('.') + name.suffix();
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = dir.filePath(QStringLiteral("%1-%2%3").arg(name.completeBaseName()).arg(number).arg(ending));
    QSaveFile file(path);
    if (name.fileName().isEmpty() || !file.open(QIODevice::WriteOnly) ||
        file.write(attachment.content) != attachment.content.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, ErrorPlace{path, -1, {}}, {}, file.errorString());
    return path;
}

} // namespace hk::workspace
