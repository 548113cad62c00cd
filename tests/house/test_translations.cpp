#include "support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <algorithm>
#include <vector>

namespace {

/// One text of a .ts file.
struct Text {
    QString context;
    QString source;
    QString comment;
    QString file; ///< where it stands, if that is told
    bool unfinished = false;
    bool plural = false;
    QStringList forms; ///< one translation, or one for each number

    QString key() const { return context + QStringLiteral(" | ") + source + QStringLiteral(" | ") + comment; }
};

void readTranslation(QXmlStreamReader& xml, Text& text)
{
    text.unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
    if (!text.plural) {
        text.forms = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement())
        text.forms.append(xml.readElementText());
}

Text readMessage(QXmlStreamReader& xml, const QString& context)
{
    Text text;
    text.context = context;
    text.plural = xml.attributes().value(QStringLiteral("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            text.source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            text.comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, text);
        else if (xml.name() == QLatin1String("location")) {
            text.file = xml.attributes().value(QStringLiteral("filename")).toString();
            xml.skipCurrentElement();
        } else
            xml.skipCurrentElement();
    }
    return text;
}

std::vector<Text> readTexts(const QString& path)
{
    QFile file(path);
    CAPTURE(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            texts.push_back(readMessage(xml, context));
    }
    INFO(xml.errorString());
    REQUIRE_FALSE(xml.hasError());
    return texts;
}

QDir translationsDir()
{
    return QDir(QStringLiteral(HK_SOURCE_DIR "/resources/i18n"));
}

QStringList tsFiles()
{
    QStringList paths;
    for (const QString& name : translationsDir().entryList({QStringLiteral("*.ts")}, QDir::Files, QDir::Name))
        paths.append(translationsDir().filePath(name));
    return paths;
}

QStringList placeholders(const QString& words)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(?:\\d{1,2}|n)"));
    QStringList found;
    for (auto it = pattern.globalMatch(words); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

int ellipses(QString words)
{
    words.replace(QStringLiteral("..."), QStringLiteral("…"));
    return static_cast<int>(words.count(u'…'));
}

/// "&File" has one; "&&" and "&lt;" are none.
int mnemonics(QString words)
{
    static const QRegularExpression none(QStringLiteral("&&|&#?\\w+;"));
    static const QRegularExpression mnemonic(QStringLiteral("&\\S"));
    words.remove(none);
    return static_cast<int>(words.count(mnemonic));
}

QStringList faultsOf(const Text& text)
{
    QStringList faults;
    if (text.unfinished)
        faults.append(QStringLiteral("unfinished"));
    if (text.plural && text.forms.size() != 2)
        faults.append(QStringLiteral("needs a singular and a plural"));
    for (const QString& form : text.forms) {
        if (form.isEmpty()) {
            faults.append(QStringLiteral("empty"));
            continue;
        }
        if (placeholders(form) != placeholders(text.source))
            faults.append(QStringLiteral("other placeholders in \"%1\"").arg(form));
        if (ellipses(form) != ellipses(text.source))
            faults.append(QStringLiteral("other ellipses in \"%1\"").arg(form));
        if (mnemonics(form) != mnemonics(text.source))
            faults.append(QStringLiteral("other mnemonics in \"%1\"").arg(form));
        if (text.plural && form.contains(QLatin1String("(s)")))
            faults.append(QStringLiteral("\"(s)\" stands in \"%1\"").arg(form));
    }
    return faults;
}

/// A text with one translation.
Text translated(const char* source, const char* translation)
{
    Text text;
    text.source = QString::fromUtf8(source);
    text.forms = {QString::fromUtf8(translation)};
    return text;
}

/// The words of adjacent string literals, put together.
QString wordsOf(const QString& literals)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString words;
    for (auto it = literal.globalMatch(literals); it.hasNext();)
        words.append(it.next().captured(1));
    words.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    words.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    words.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
    return words;
}

/// The texts that a source file hands to tr(), translate() and QT_TRANSLATE_NOOP().
QStringList wrappedTexts(const QString& code)
{
    static const QRegularExpression call(QStringLiteral(
        R"((?:\btr\(|\b(?:translate|QT_TRANSLATE_NOOP)\(\s*"[^"]*"\s*,)\s*((?:"(?:[^"\\]|\\.)*"\s*)+))"));
    QStringList texts;
    for (auto it = call.globalMatch(code); it.hasNext();)
        texts.append(wordsOf(it.next().captured(1)));
    return texts;
}

QString lupdate()
{
    const QString name = QStringLiteral("lupdate");
    for (const QString& folder :
         {QString(), QLibraryInfo::path(QLibraryInfo::BinariesPath), QStringLiteral("/usr/lib/qt6/bin")}) {
        const QString found = folder.isEmpty() ? QStandardPaths::findExecutable(name)
                                               : QStandardPaths::findExecutable(name, {folder});
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

TEST_CASE("every text has a whole translation")
{
    const QStringList paths = tsFiles();
    REQUIRE(paths.contains(translationsDir().filePath(QStringLiteral("handelsekartan_sv.ts"))));
    REQUIRE(paths.contains(translationsDir().filePath(QStringLiteral("handelsekartan_en.ts"))));
    for (const QString& path : paths) {
        const std::vector<Text> texts = readTexts(path);
        CHECK_FALSE(texts.empty());
        for (const Text& text : texts)
            for (const QString& fault : faultsOf(text))
                FAIL_CHECK(QStringLiteral("%1: %2: %3")
                               .arg(QFileInfo(path).fileName(), text.key(), fault)
                               .toStdString());
    }
}

/// Three dots at the end that go on with words: after a no-break space in Swedish [Svenska skrivregler], close to the word in
/// English. Empty where they are as they should be.
QString dotsFault(const QString& words, bool swedish)
{
    static const QRegularExpression dots(QStringLiteral("[\\p{L}\\p{N})”\"](\\s*)…$"));
    const QRegularExpressionMatch found = dots.match(words);
    if (!found.hasMatch() || found.captured(1) == (swedish ? QStringLiteral("\u00a0") : QString()))
        return {};
    return QStringLiteral("the dots of \"%1\"").arg(words);
}

TEST_CASE("three dots are written in one way")
{
    for (const QString& path : tsFiles()) {
        const bool swedish = path.endsWith(QLatin1String("_sv.ts"));
        for (const Text& text : readTexts(path)) {
            QStringList faults{dotsFault(text.source, false)};
            for (const QString& form : text.forms)
                faults.append(dotsFault(form, swedish));
            faults.removeAll(QString());
            for (const QString& fault : faults)
                FAIL_CHECK(QStringLiteral("%1: %2: %3").arg(QFileInfo(path).fileName(), text.key(), fault).toStdString());
        }
    }
    CHECK(dotsFault(QStringLiteral("Spara…"), true).size() > 0);
    CHECK(dotsFault(QStringLiteral("Spara …"), true).size() > 0);
    CHECK(dotsFault(QStringLiteral("Spara\u00a0…"), true).isEmpty());
    CHECK(dotsFault(QStringLiteral("Save …"), false).size() > 0);
}

TEST_CASE("every text that the sources hand to the translator is in the Swedish file")
{
    QSet<QString> known;
    for (const Text& text : readTexts(translationsDir().filePath(QStringLiteral("handelsekartan_sv.ts"))))
        known.insert(text.source);
    const QDir root(QStringLiteral(HK_SOURCE_DIR));
    int found = 0;
    for (const QString& folder : {QStringLiteral("src"), QStringLiteral("ui")}) {
        QDirIterator it(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            for (const QString& text : wrappedTexts(QString::fromUtf8(file.readAll()))) {
                ++found;
                if (!known.contains(text))
                    FAIL_CHECK(QStringLiteral(
                                   "%1: \"%2\" is not in handelsekartan_sv.ts (scripts/update-translations)")
                                   .arg(root.relativeFilePath(file.fileName()), text)
                                   .toStdString());
            }
        }
    }
    CHECK(found > 100);
}

/// In a function whose result is of another namespace lupdate may take Tr for a class of no namespace: such a
/// text belongs to the part whose folder it stands in (scripts/update-translations).
void settleContext(Text& text)
{
    static const QRegularExpression part(QStringLiteral("(?:^|/)src/(\\w+)/"));
    if (text.context == QLatin1String("Tr"))
        text.context = QStringLiteral("hk::") + part.match(text.file).captured(1);
}

TEST_CASE("lupdate finds no text that the translations do not have")
{
    const QString program = lupdate();
    if (program.isEmpty()) {
        WARN("SKIPPED: lupdate is not installed");
        return;
    }
    QTemporaryDir folder;
    REQUIRE(folder.isValid());
    for (const QString& language : {QStringLiteral("sv"), QStringLiteral("en")}) {
        const QString name = QStringLiteral("handelsekartan_%1.ts").arg(language);
        const QString copy = folder.filePath(name);
        REQUIRE(QFile::copy(translationsDir().filePath(name), copy));
        QStringList arguments =
            QStringLiteral("-silent -locations absolute -I src -I . src ui -source-language en -ts")
                .split(u' ');
        if (language == QLatin1String("en"))
            arguments.prepend(QStringLiteral("-pluralonly"));
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(HK_SOURCE_DIR));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments + QStringList{copy});
        REQUIRE(process.waitForFinished(60000));
        REQUIRE(process.exitCode() == 0);
        QSet<QString> known;
        for (const Text& text : readTexts(translationsDir().filePath(name)))
            known.insert(text.key());
        std::vector<Text> found = readTexts(copy);
        std::for_each(found.begin(), found.end(), settleContext);
        for (const Text& text : found)
            if (!known.contains(text.key()))
                FAIL_CHECK(QStringLiteral("%1: %2 is new (scripts/update-translations)")
                               .arg(name, text.key())
                               .toStdString());
    }
}

TEST_CASE("a translation that lost or gained something is caught")
{
    CHECK(faultsOf(translated("%1 of %2", "%1 av %2")).isEmpty());
    CHECK(faultsOf(translated("%1 of %2", "%2: %1")).isEmpty());
    CHECK(faultsOf(translated("%1 of %2", "%1 av alla")).size() == 1);
    CHECK(faultsOf(translated("%1 of %2", "%1 av %2 eller %3")).size() == 1);
    CHECK(faultsOf(translated("%L1 m", "%1 m")).size() == 1);
    CHECK(faultsOf(translated("Open…", "Öppna\u00a0…")).isEmpty());
    CHECK(faultsOf(translated("Open...", "Öppna …")).isEmpty());
    CHECK(faultsOf(translated("Open…", "Öppna")).size() == 1);
    CHECK(faultsOf(translated("&Open", "&Öppna")).isEmpty());
    CHECK(faultsOf(translated("&Open", "Öppna")).size() == 1);
    CHECK(faultsOf(translated("Open", "&Öppna")).size() == 1);
    CHECK(faultsOf(translated("d &lt; h", "d &lt; h")).isEmpty());
    CHECK(faultsOf(translated("Open", "")).size() == 1);
}

TEST_CASE("a text without both its forms is caught")
{
    Text text = translated("%Ln incident(s)", "%Ln händelse");
    text.plural = true;
    CHECK(faultsOf(text).size() == 1);
    text.forms.append(QStringLiteral("%Ln händelser"));
    CHECK(faultsOf(text).isEmpty());
    text.forms[1] = QStringLiteral("%Ln händelse(s)");
    CHECK(faultsOf(text).size() == 1);
    text.forms[1] = QStringLiteral("händelser");
    CHECK(faultsOf(text).size() == 1);
    text.unfinished = true;
    CHECK(faultsOf(text).size() == 2);
}

TEST_CASE("wrapped texts are read out of the code")
{
    CHECK(wrappedTexts(
              QStringLiteral(R"(a(tr("One"), Tr::tr("Two "  "three", "note")); str("no"); tr(name);)")) ==
          QStringList{QStringLiteral("One"), QStringLiteral("Two three")});
    CHECK(wrappedTexts(QStringLiteral(R"(QCoreApplication::translate("hk::text", "A \"b\"", nullptr, 3))")) ==
          QStringList{QStringLiteral("A \"b\"")});
}
