#include "geo/coordinate_tokens.h"

#include <QRegularExpression>
#include <cmath>
#include <vector>

namespace hk::geo {

namespace {

using Kind = SwedishGrid::Kind;

QRegularExpression pattern(const char* text)
{
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::CaseInsensitiveOption
                                                           | QRegularExpression::UseUnicodePropertiesOption);
}

const SwedishGrid* gridNamed(const QString& name)
{
    for (const SwedishGrid& grid : swedishGrids())
        if (QLatin1String(grid.name) == name)
            return &grid;
    return nullptr;
}

/// Words for the directions as one capital letter, words that only announce a coordinate away.
QString lettersOnly(QString text)
{
    static const QRegularExpression latitude = pattern("\\b(lat(itude?|itud)?|nord(lig)?|norr|north|n)\\b\\.?\\s*[:=]?");
    static const QRegularExpression longitude = pattern("\\b(lon(g|gitude?|gitud)?|öst(lig)?|öster|ost|east|e|ö|o)\\b\\.?\\s*[:=]?");
    static const QRegularExpression south = pattern("\\b(syd(lig)?|söder|south|s)\\b\\.?");
    static const QRegularExpression west = pattern("\\b(väst(lig)?|väster|west|w|v)\\b\\.?");
    // A letter may stand right at its number: "57N", "N57".
    static const QRegularExpression before = pattern("\\b([nsewövo])(?=[+-]?\\d)");
    static const QRegularExpression behind = pattern("(?<=[\\d'\"°])([nsewövo])\\b");
    text.replace(before, QStringLiteral("\\1 ")).replace(behind, QStringLiteral(" \\1"));
    text.replace(latitude, QStringLiteral(" N ")).replace(longitude, QStringLiteral(" E "));
    text.replace(south, QStringLiteral(" S ")).replace(west, QStringLiteral(" W "));
    return text;
}

struct Number {
    double value;
    QChar mark; ///< ° ' " or null
    bool whole;
};

struct Tokens {
    std::vector<Number> numbers;
    QString letters; ///< N E S W in their order
    bool separated = false;
};

/// Nothing where the text holds anything else. `commas`: they stand between numbers, never in them.
std::optional<Tokens> tokensOf(const QString& text, bool commas)
{
    static const QRegularExpression number = pattern("^([+-]?\\d+(?:[.,]\\d+)?)\\s*(°|'|\"|(?:deg|grader|min|sek|sec|d|m)\\b)?");
    static const QRegularExpression pointOnly = pattern("^([+-]?\\d+(?:\\.\\d+)?)\\s*(°|'|\"|(?:deg|grader|min|sek|sec|d|m)\\b)?");
    Tokens made;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char(';') || c == QLatin1Char('/') || c == QLatin1Char('|')
            || c == QLatin1Char('(') || c == QLatin1Char(')') || c == QLatin1Char(':') || c == QLatin1Char('=')) {
            ++at;
            continue;
        }
        if (c == QLatin1Char('N') || c == QLatin1Char('E') || c == QLatin1Char('S') || c == QLatin1Char('W')) {
            made.letters.append(c);
            ++at;
            continue;
        }
        const QRegularExpressionMatch match = (commas ? pointOnly : number).match(text.mid(at));
        if (!match.hasMatch() || made.numbers.size() >= 6)
            return std::nullopt;
        QString digits = match.captured(1);
        const bool whole = !digits.contains(QLatin1Char('.')) && !digits.contains(QLatin1Char(','));
        const double value = digits.replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
        const QString word = match.captured(2).toLower();
        QChar mark = word.isEmpty() ? QChar() : word.front();
        if (mark == QLatin1Char('d') || mark == QLatin1Char('g'))
            mark = QChar(0xb0);
        if (mark == QLatin1Char('m'))
            mark = QLatin1Char('\'');
        if (word.startsWith(QLatin1Char('s')))
            mark = QLatin1Char('"');
        made.numbers.push_back({value, mark, whole});
        at += match.capturedLength();
    }
    return made;
}

/// Degrees of one to three numbers; nothing where minutes or seconds are none.
std::optional<double> angle(const Number* from, std::size_t count)
{
    static constexpr double parts[] = {1, 60, 3600};
    static const QChar marks[] = {QChar(0xb0), QLatin1Char('\''), QLatin1Char('"')};
    double sum = 0;
    const double sign = std::signbit(from->value) ? -1 : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Number& number = from[i];
        const bool last = i + 1 == count;
        if ((!last && !number.whole) || (i > 0 && !(number.value >= 0 && number.value < 60)))
            return std::nullopt;
        if (!number.mark.isNull() && number.mark != marks[i])
            return std::nullopt;
        sum += std::abs(number.value) / parts[i];
    }
    return sign * sum;
}

/// "573920N 0120107E", as in aviation.
std::optional<std::pair<double, double>> packedDegrees(const QString& text)
{
    static const QRegularExpression packed
        = pattern("^\\s*(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d+)?) ?N[ ,]*(\\d{3})(\\d{2})(\\d{2}(?:\\.\\d+)?) ?E\\s*$");
    const QRegularExpressionMatch match = packed.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto value = [&](int group) { return match.captured(group).toDouble(); };
    return std::pair(value(1) + value(2) / 60 + value(3) / 3600, value(4) + value(5) / 60 + value(6) / 3600);
}

} // namespace

QString plainMarks(const QString& text)
{
    QString made;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        switch (c.unicode()) {
        case 0x2032: case 0x2019: case 0x2018: case 0xb4: case 0x60: case 0x2b9: case 0x2bc:
            made.append(QLatin1Char('\''));
            break;
        case 0x2033: case 0x201d: case 0x201c: case 0x2ba:
            made.append(QLatin1Char('"'));
            break;
        case 0xba: case 0x2da:
            made.append(QChar(0xb0));
            break;
        case 0x2212: case 0x2013: case 0x2010: case 0x2011:
            made.append(QLatin1Char('-'));
            break;
        default:
            made.append(c.isSpace() ? QLatin1Char(' ') : c);
        }
    }
    return made.replace(QStringLiteral("''"), QStringLiteral("\"")).simplified();
}

NamedGrid takeGridName(QString& text)
{
    static const QRegularExpression tm = pattern("sweref[ _-]*99[ _-]*tm\\b[ :=,]*");
    static const QRegularExpression zone = pattern("(?:sweref[ _-]*99[ _-]*|^)(\\d\\d)[ _.-]?(\\d\\d)\\b(?!\\.\\d)[ :=,]*(?=.*\\d{5}|$)");
    static const QRegularExpression trailing = pattern("\\bsweref[ _-]*99[ _-]*(\\d\\d)[ _.-]?(\\d\\d)\\s*$");
    static const QRegularExpression rt = pattern(
        "\\brt[ _-]*90(?:[ _-]*(7[.,]5|5|2[.,]5|0)[ _-]*gon[ _-]*(v|w|o|ö|e)?\\b(?:[ _-]*0:-15)?)?[ :=,]*");
    static const QRegularExpression epsg = pattern("\\bepsg[: ]*(\\d{4})\\b[ :=,]*");
    static const QRegularExpression wgs = pattern("\\b(?:wgs[ _-]*84|etrs[ _-]*89)\\b[ :=,]*");
    static const QRegularExpression any = pattern("\\bsweref[ _-]*99\\b[ :=,]*");
    const auto take = [&](const QRegularExpressionMatch& match, const SwedishGrid* grid) {
        if (grid)
            text.remove(match.capturedStart(), match.capturedLength());
        return NamedGrid{grid};
    };
    if (const auto match = tm.match(text); match.hasMatch())
        return take(match, swedishGrid(3006));
    if (const auto match = epsg.match(text); match.hasMatch())
        return take(match, swedishGrid(match.captured(1).toInt()));
    if (const auto match = wgs.match(text); match.hasMatch())
        return take(match, swedishGrid(4326));
    if (const auto match = rt.match(text); match.hasMatch()) {
        QString gon = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.'));
        QString side = match.captured(2).toUpper();
        if (gon.isEmpty())
            gon = QStringLiteral("2.5");
        side = side == QStringLiteral("W") || side.isEmpty() ? QStringLiteral("V") : side == QStringLiteral("V") ? side : QStringLiteral("O");
        return take(match, gon == QStringLiteral("0") ? swedishGrid(3022) : gridNamed(QStringLiteral("RT 90 %1 gon %2").arg(gon, side)));
    }
    for (const QRegularExpression& named : {zone, trailing})
        if (const auto match = named.match(text); match.hasMatch())
            if (const SwedishGrid* grid = gridNamed(QStringLiteral("SWEREF 99 %1 %2").arg(match.captured(1), match.captured(2))))
                return take(match, grid);
    text.remove(any);
    return {};
}

std::optional<std::pair<double, double>> readDegrees(const QString& text, bool surely)
{
    if (const auto packed = packedDegrees(text))
        return packed;
    const QString plain = lettersOnly(text);
    for (const bool commas : {false, true}) {
        const auto tokens = tokensOf(plain, commas);
        if (!tokens)
            continue;
        const std::vector<Number>& numbers = tokens->numbers;
        std::size_t first = numbers.size() / 2;
        // The second degree sign tells where the second begins, also where the two are not given alike.
        for (std::size_t i = 1; i < numbers.size(); ++i)
            if (numbers[i].mark == QChar(0xb0))
                first = i;
        if (numbers.size() < 2 || first > 3 || numbers.size() - first > 3 || first == 0)
            continue;
        const auto a = angle(numbers.data(), first);
        const auto b = angle(numbers.data() + first, numbers.size() - first);
        if (!a || !b || std::abs(*a) > 180 || std::abs(*b) > 180)
            continue;
        // A house number, a date or a telephone number is no position: degrees have marks, letters, decimals or seconds.
        bool marked = surely || tokens->letters.size() == 2;
        for (const Number& number : numbers)
            marked = marked || number.mark == QChar(0xb0);
        const bool exact = !numbers[first - 1].whole && !numbers.back().whole;
        const bool seconds = numbers.size() == 6 && *a > 50 && *a < 72 && *b > 8 && *b < 26;
        if (!marked && !exact && !seconds)
            continue;
        if (tokens->letters.size() > 2)
            continue;
        double latitude = *a;
        double longitude = *b;
        const auto letter = [&](qsizetype i) { return i < tokens->letters.size() ? tokens->letters[i] : QChar(); };
        if (letter(0) == QLatin1Char('S') || letter(0) == QLatin1Char('W'))
            latitude = -latitude;
        if (letter(1) == QLatin1Char('S') || letter(1) == QLatin1Char('W'))
            longitude = -longitude;
        if (letter(0) == QLatin1Char('E') || letter(0) == QLatin1Char('W'))
            std::swap(latitude, longitude);
        return std::pair(latitude, longitude);
    }
    return std::nullopt;
}

std::optional<std::pair<double, double>> readMetres(const QString& text)
{
    static const QRegularExpression letters = pattern("\\b(nord|norr|north|öst|ost|east|[nexyöo])\\b\\s*[:=]?");
    static const QRegularExpression atNumber = pattern("\\b([nexyö])(?=\\d)");
    static const QRegularExpression unit = pattern("(?<=\\d) ?m\\b");
    static const QRegularExpression millions = pattern("(?<![\\d.,])(\\d) (\\d{3}) (\\d{3})(?!\\d)");
    static const QRegularExpression thousands = pattern("(?<![\\d.,])(\\d{2,3}) (\\d{3})(?!\\d)");
    static const QRegularExpression pair
        = pattern("^[\\s,;/()]*(\\d{5,7}(?:[.,]\\d{1,6})?)[\\s,;/()]+(\\d{5,7}(?:[.,]\\d{1,6})?)[\\s,;/()]*$");
    static const QRegularExpression oneComma = pattern("^\\s*(\\d{5,7}),(\\d{5,7})\\s*$");
    QString plain = text;
    plain.replace(atNumber, QString()).replace(letters, QStringLiteral(" ")).replace(unit, QString());
    plain.replace(millions, QStringLiteral("\\1\\2\\3")).replace(thousands, QStringLiteral("\\1\\2"));
    QRegularExpressionMatch match = oneComma.match(plain);
    if (!match.hasMatch())
        match = pair.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) {
        return match.captured(group).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    };
    return std::pair(number(1), number(2));
}

} // namespace hk::geo
