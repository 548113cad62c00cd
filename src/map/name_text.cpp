#include "map/name_text.h"

namespace hk::map {

namespace {

/// Letters that have no accent to drop, or none that a Swede would drop.
QString letterOf(QChar c)
{
    switch (c.unicode()) {
    case 0xe6: // æ, the ä of Danes and Norwegians
    case 0x1fd:
        return QString(QChar(0xe4));
    case 0xf8: // ø, their ö
    case 0x1ff:
        return QString(QChar(0xf6));
    case 0xdf:
        return QStringLiteral("ss");
    case 0xfe:
        return QStringLiteral("th");
    case 0x153:
        return QStringLiteral("oe");
    case 0xf0:
    case 0x111:
        return QStringLiteral("d");
    case 0x142:
        return QStringLiteral("l");
    case 0x131:
        return QStringLiteral("i");
    default:
        return {};
    }
}

bool isSwedish(QChar c)
{
    return c == QChar(0xe5) || c == QChar(0xe4) || c == QChar(0xf6);
}

/// Marks that stand in a word without parting it: apostrophes of all kinds, and the colon of "S:t" and "K:a".
bool isInnerMark(QChar c)
{
    switch (c.unicode()) {
    case '\'':
    case ':':
    case '`':
    case 0xb4:
    case 0x2bc:
    case 0x2018:
    case 0x2019:
        return true;
    default:
        return false;
    }
}

void appendFolded(QString& made, QChar c)
{
    if (isSwedish(c)) {
        made.append(c);
        return;
    }
    if (const QString letter = letterOf(c); !letter.isEmpty()) {
        made.append(letter);
        return;
    }
    for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD).toLower()) {
        if (part.category() == QChar::Mark_NonSpacing || isInnerMark(part)) // \u0149 holds an apostrophe
            continue;
        if (const QString letter = letterOf(part); !letter.isEmpty())
            made.append(letter);
        else
            made.append(part.isLetterOrNumber() ? part : QLatin1Char(' '));
    }
}

/// "12 b" → "12b", at the end of a word.
QString numbersJoined(const QString& text)
{
    QString made;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool parts = text[i] == QLatin1Char(' ') && i > 0 && i + 1 < text.size() && text[i - 1].isDigit()
                           && text[i + 1].isLetter() && (i + 2 == text.size() || text[i + 2] == QLatin1Char(' '));
        if (!parts)
            made.append(text[i]);
    }
    return made;
}

/// All words of `typed` begin some word of `name`, each another one; `inOrder` tells whether one after the other.
bool wordsBegin(const QString& name, const QString& typed, bool& inOrder)
{
    const auto words = QStringView(name).split(QLatin1Char(' '));
    std::vector<bool> taken(static_cast<std::size_t>(words.size()), false);
    qsizetype last = -1;
    inOrder = true;
    for (const QStringView part : QStringView(typed).split(QLatin1Char(' '))) {
        qsizetype found = -1;
        // A whole word before a mere beginning: "bro broby" is "Broby bro" as well.
        for (const bool whole : {true, false})
            for (qsizetype i = 0; i < words.size() && found < 0; ++i)
                if (!taken[static_cast<std::size_t>(i)] && (whole ? words[i] == part : words[i].startsWith(part)))
                    found = i;
        if (found < 0)
            return false;
        taken[static_cast<std::size_t>(found)] = true;
        inOrder = inOrder && found > last;
        last = found;
    }
    return true;
}

} // namespace

QString foldedName(const QString& text)
{
    QString made;
    for (const QChar c : text.normalized(QString::NormalizationForm_C).toLower().normalized(QString::NormalizationForm_C))
        if (!isInnerMark(c))
            appendFolded(made, c);
    return numbersJoined(made.simplified());
}

bool beginsWithOneError(QStringView word, QStringView typed)
{
    qsizetype same = 0;
    while (same < typed.size() && same < word.size() && typed[same] == word[same])
        ++same;
    const QStringView q = typed.mid(same);
    const QStringView t = word.mid(same);
    if (q.isEmpty())
        return true;
    const bool swapped = q.size() > 1 && t.size() > 1 && q[0] == t[1] && q[1] == t[0] && t.mid(2).startsWith(q.mid(2));
    return swapped || (!t.isEmpty() && t.mid(1).startsWith(q.mid(1))) // changed
           || t.startsWith(q.mid(1))                                  // one too many
           || (!t.isEmpty() && t.mid(1).startsWith(q));               // one left out
}

int matchOfName(const QString& name, const QString& typed)
{
    if (name == typed)
        return match::whole;
    const auto endsWord = [&](qsizetype at) {
        const qsizetype end = at + typed.size();
        return end == name.size() || name[end] == QLatin1Char(' ');
    };
    if (name.startsWith(typed))
        return endsWord(0) ? match::words : match::beginning;
    int best = 0;
    for (qsizetype at = name.indexOf(typed); at > 0; at = name.indexOf(typed, at + 1)) {
        if (name[at - 1] == QLatin1Char(' '))
            best = std::max(best, endsWord(at) ? match::laterWords : match::later);
        else
            best = std::max(best, match::inside);
    }
    bool inOrder = false;
    if (best < match::scattered && wordsBegin(name, typed, inOrder))
        best = match::scattered + (inOrder ? 20 : 0);
    return best;
}

} // namespace hk::map
