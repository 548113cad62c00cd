#include "paper/page_template.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <mutex>

// Outside the namespace: the macro declares a function of the global one.
static void initialisePaperResources()
{
    Q_INIT_RESOURCE(paper);
}

namespace hk::paper {

namespace {

constexpr int deepest = 16; ///< boxes within boxes

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

/// Reads boxes and keeps the first fault.
class Reader {
public:
    std::optional<Error> fault() const { return m_fault; }

    SheetTemplate sheet(const QString& kind, const QJsonObject& object)
    {
        m_place = kind;
        SheetTemplate sheet;
        checkKeys(object, {key("margin"), key("letters"), key("landscape"), key("portrait")});
        sheet.margin = number(object, key("margin"), SheetTemplate::metricMargin, 0.0, 60.0);
        sheet.letters = number(object, key("letters"), 1.0, 0.5, 3.0);
        sheet.portrait = box(object.value(key("portrait")), 0);
        sheet.landscape = object.contains(key("landscape")) ? box(object.value(key("landscape")), 0) : sheet.portrait;
        return sheet;
    }

    void fail(const QString& words)
    {
        if (!m_fault)
            m_fault = Error{ErrorCode::FileDamaged, {{}, -1, m_place}, {}, words};
    }

private:
    Box box(const QJsonValue& value, int depth)
    {
        Box box;
        if (!value.isObject() || depth > deepest) {
            fail(value.isObject() ? QStringLiteral("boxes stand too deep in one another")
                                  : QStringLiteral("a box is an object with \"part\", \"rows\" or \"columns\""));
            return box;
        }
        const QJsonObject object = value.toObject();
        checkKeys(object, {key("part"), key("rows"), key("columns"), key("gap"), key("size"), key("grow"), key("most"),
                           key("turn"), key("atEnd"), key("whole")});
        const int kinds = int(object.contains(key("part"))) + int(object.contains(key("rows"))) + int(object.contains(key("columns")));
        if (kinds != 1)
            fail(QStringLiteral("a box has exactly one of \"part\", \"rows\" and \"columns\""));
        if (object.contains(key("part"))) {
            box.part = object.value(key("part")).toString();
            if (box.part.isEmpty())
                fail(QStringLiteral("\"part\" is the name of a part"));
        } else {
            box.kind = object.contains(key("rows")) ? Box::Kind::Rows : Box::Kind::Columns;
            for (const QJsonValue& inner : object.value(box.kind == Box::Kind::Rows ? key("rows") : key("columns")).toArray())
                box.boxes.push_back(this->box(inner, depth + 1));
            if (box.boxes.empty())
                fail(QStringLiteral("\"rows\" and \"columns\" are lists of boxes"));
        }
        box.gap = number(object, key("gap"), box.gap, 0.0, 100.0);
        box.most = number(object, key("most"), 1.0, 0.01, 1.0);
        box.turn = static_cast<int>(number(object, key("turn"), 0.0, 0.0, 100.0));
        box.grow = flag(object, key("grow"));
        box.atEnd = flag(object, key("atEnd"));
        box.whole = flag(object, key("whole"));
        readSize(object.value(key("size")), box);
        return box;
    }

    void readSize(const QJsonValue& value, Box& box)
    {
        const auto good = [this](double size) {
            if (!(size > 0.0 && size <= 1000.0))
                fail(QStringLiteral("\"size\" is a length in millimetres above 0"));
            return size;
        };
        if (value.isObject()) {
            const QJsonObject sizes = value.toObject();
            for (auto it = sizes.begin(); it != sizes.end(); ++it)
                box.sizeOnPaper[it.key()] = good(it.value().toDouble());
        } else if (!value.isUndefined()) {
            box.size = good(value.toDouble());
        }
    }

    double number(const QJsonObject& object, const QString& name, double otherwise, double lowest, double highest)
    {
        const QJsonValue value = object.value(name);
        if (value.isUndefined())
            return otherwise;
        const double read = value.toDouble(lowest - 1.0);
        if (read < lowest || read > highest) {
            fail(QStringLiteral("\"%1\" is a number from %2 to %3").arg(name).arg(lowest).arg(highest));
            return otherwise;
        }
        return read;
    }

    bool flag(const QJsonObject& object, const QString& name)
    {
        const QJsonValue value = object.value(name);
        if (!value.isUndefined() && !value.isBool())
            fail(QStringLiteral("\"%1\" is true or false").arg(name));
        return value.toBool();
    }

    void checkKeys(const QJsonObject& object, const QStringList& known)
    {
        for (const QString& name : object.keys())
            if (!known.contains(name))
                fail(QStringLiteral("\"%1\" is not known here").arg(name));
    }

    QString m_place;
    std::optional<Error> m_fault;
};

} // namespace

namespace {

Result<QByteArray> fileAt(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path, -1, {}}, {}, file.errorString());
    return file.readAll();
}

/// Names the file in an error of its content.
auto in(const QString& path)
{
    return [path](Error error) {
        error.place.file = path;
        return error;
    };
}

} // namespace

QSizeF paperSize(Paper paper, Orientation orientation)
{
    const QSizeF portrait = paper == Paper::A3 ? QSizeF(297, 420) : QSizeF(210, 297);
    return orientation == Orientation::Portrait ? portrait : portrait.transposed();
}

QString paperName(Paper paper)
{
    return paper == Paper::A3 ? QStringLiteral("A3") : QStringLiteral("A4");
}

QString layoutName(Paper paper, Orientation orientation)
{
    return paperName(paper) + (orientation == Orientation::Landscape ? QStringLiteral(" landscape")
                                                                     : QStringLiteral(" portrait"));
}

double letterFactor(Paper paper)
{
    constexpr double large = 1.2;
    return paper == Paper::A3 ? large : 1.0;
}

double letterFactor(const SheetTemplate& sheet, Paper paper)
{
    return letterFactor(paper) * sheet.letters;
}

Result<PageTemplate> readTemplate(const QByteArray& json)
{
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(json, &syntax);
    if (syntax.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::FileDamaged, {}, {},
                    QStringLiteral("%1, byte %2").arg(syntax.errorString()).arg(syntax.offset));
    PageTemplate made;
    Reader reader;
    const QJsonObject root = document.object();
    const QJsonObject names = root.value(key("name")).toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        made.names[it.key()] = it.value().toString();
    const QJsonObject sheets = root.value(key("sheets")).toObject();
    for (auto it = sheets.begin(); it != sheets.end(); ++it)
        made.sheets[it.key()] = reader.sheet(it.key(), it.value().toObject());
    if (made.sheets.empty())
        reader.fail(QStringLiteral("there are no \"sheets\""));
    if (const auto fault = reader.fault())
        return tl::unexpected(*fault);
    return made;
}

QByteArray embeddedTemplateFile(const QString& name)
{
    static std::once_flag once;
    std::call_once(once, initialisePaperResources);
    QFile file(QStringLiteral(":/hk/pages/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<PageTemplate> embeddedTemplate(const QString& name)
{
    const QByteArray json = embeddedTemplateFile(name);
    if (json.isEmpty())
        return fail(ErrorCode::NotFound, {}, {name});
    return readTemplate(json);
}

Result<PageTemplate> templateOf(const QString& name, const QString& folder)
{
    const QString path = QStringLiteral("%1/%2.json").arg(folder, name);
    const Result<PageTemplate> read = folder.isEmpty() || !QFile::exists(path)
                                          ? embeddedTemplate(name)
                                          : fileAt(path).and_then([&](const QByteArray& json) {
                                                return readTemplate(json).map_error(in(path));
                                            });
    return read.and_then([&](PageTemplate made) -> Result<PageTemplate> {
        return changesOf(name, folder).map([&](PageChanges changes) {
            made.changes = std::move(changes);
            return std::move(made);
        });
    });
}

QString changesPath(const QString& name, const QString& folder)
{
    return QStringLiteral("%1/%2.changes.json").arg(folder, name);
}

Result<PageChanges> changesOf(const QString& name, const QString& folder)
{
    const QString path = changesPath(name, folder);
    if (folder.isEmpty() || !QFile::exists(path))
        return PageChanges{};
    return fileAt(path).and_then(
        [&](const QByteArray& json) { return readChanges(json).map_error(in(path)); });
}

Result<void> keepChanges(const QString& name, const QString& folder, const QString& layout,
                         const PageEdits& edits)
{
    Result<PageChanges> changes = changesOf(name, folder);
    if (!changes)
        return tl::unexpected(changes.error());
    if (edits.empty())
        changes->erase(layout);
    else
        (*changes)[layout] = edits;
    const QString path = changesPath(name, folder);
    if (changes->empty()) {
        if (QFile file(path); file.exists() && !file.remove())
            return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, file.errorString());
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(changesFile(*changes)) < 0 || !file.commit())
        return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, file.errorString());
    return {};
}

QRectF contentRect(const SheetTemplate& sheet, Paper paper, Orientation orientation)
{
    return QRectF(QPointF(), paperSize(paper, orientation)).adjusted(sheet.margin, sheet.margin, -sheet.margin, -sheet.margin);
}

} // namespace hk::paper
