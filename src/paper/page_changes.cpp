#include "paper/page_changes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hk::paper {

namespace {

const QString rectKey = QStringLiteral("rect");
const QString hiddenKey = QStringLiteral("hidden");
constexpr double longest = 1000.0; // millimetres
constexpr QSizeF leastRead(25.0, 4.0); ///< of words that must be read

std::optional<QRectF> rectOf(const QJsonValue& value)
{
    const QJsonArray sides = value.toArray();
    if (sides.size() != 4)
        return std::nullopt;
    double read[4];
    for (int i = 0; i < 4; ++i) {
        read[i] = sides.at(i).toDouble(-longest);
        if (!(read[i] >= 0.0 && read[i] <= longest))
            return std::nullopt;
    }
    const QRectF rect(read[0], read[1], read[2], read[3]);
    return rect.isEmpty() ? std::nullopt : std::optional(rect);
}

} // namespace

PageEdits lasting(const PageEdits& edits, const QStringList& never)
{
    PageEdits kept;
    for (const auto& [key, edit] : edits) {
        const bool mustBeSeen = never.contains(key.frame);
        FrameEdit part{edit.rect, std::nullopt, edit.hidden && !mustBeSeen};
        if (mustBeSeen && part.rect &&
            (part.rect->width() < leastRead.width() || part.rect->height() < leastRead.height()))
            part.rect.reset();
        if (!part.isEmpty())
            kept[key] = part;
    }
    return kept;
}

PageEdits merged(const PageEdits& below, const PageEdits& above)
{
    PageEdits all = below;
    for (const auto& [key, edit] : above) {
        FrameEdit& into = all[key];
        if (edit.rect)
            into.rect = edit.rect;
        if (edit.text)
            into.text = edit.text;
        into.hidden = into.hidden || edit.hidden;
    }
    return all;
}

QByteArray changesFile(const PageChanges& changes)
{
    QJsonObject layouts;
    for (const auto& [layout, edits] : changes) {
        QJsonObject sheets;
        for (const auto& [key, edit] : edits) {
            QJsonObject frame;
            if (edit.rect)
                frame[rectKey] =
                    QJsonArray{edit.rect->x(), edit.rect->y(), edit.rect->width(), edit.rect->height()};
            if (edit.hidden)
                frame[hiddenKey] = true;
            if (frame.isEmpty())
                continue;
            const QString number = QString::number(key.sheet + 1);
            QJsonObject sheet = sheets.value(number).toObject();
            sheet[key.frame] = frame;
            sheets[number] = sheet;
        }
        if (!sheets.isEmpty())
            layouts[layout] = sheets;
    }
    return QJsonDocument(layouts).toJson();
}

Result<PageChanges> readChanges(const QByteArray& json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::FileDamaged, {}, {},
                    QStringLiteral("%1, byte %2").arg(syntax.errorString()).arg(syntax.offset));
    PageChanges changes;
    const QJsonObject layouts = document.object();
    for (auto layout = layouts.begin(); layout != layouts.end(); ++layout) {
        const QJsonObject sheets = layout.value().toObject();
        for (auto sheet = sheets.begin(); sheet != sheets.end(); ++sheet) {
            const int number = sheet.key().toInt();
            const QString place = QStringLiteral("%1, %2").arg(layout.key(), sheet.key());
            if (number < 1 || !sheet.value().isObject())
                return fail(ErrorCode::FileDamaged, {{}, -1, place}, {},
                            QStringLiteral("sheets are numbered from \"1\""));
            const QJsonObject frames = sheet.value().toObject();
            for (auto frame = frames.begin(); frame != frames.end(); ++frame) {
                const QJsonObject object = frame.value().toObject();
                FrameEdit edit;
                edit.hidden = object.value(hiddenKey).toBool();
                if (object.contains(rectKey)) {
                    edit.rect = rectOf(object.value(rectKey));
                    if (!edit.rect)
                        return fail(ErrorCode::FileDamaged,
                                    {{}, -1, place + QStringLiteral(", ") + frame.key()}, {},
                                    QStringLiteral("\"rect\" is left, top, width and height in millimetres"));
                }
                if (!edit.isEmpty())
                    changes[layout.key()][{number - 1, frame.key()}] = edit;
            }
        }
    }
    return changes;
}

} // namespace hk::paper
