#include "core/time_words.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <array>

namespace hk {
namespace {

struct Meaning {
    TimeWord word = TimeWord::Unknown;
    int value = 0;
};

constexpr int part(DayPart value)
{
    return static_cast<int>(value);
}

struct Entry {
    const char* words; ///< separated by spaces
    TimeWord word;
    int value = 0;
};

constexpr Entry lexicon[] = {
    {"den det de på under hela dagen the on in of i om för av en ett vid whole all", TimeWord::Filler},
    {"kl klockan at", TimeWord::AtClock},
    {"nu now", TimeWord::Now},
    {"nyss alldeles", TimeWord::JustNow},
    {"idag today", TimeWord::Day, 0},
    {"igår igar yesterday", TimeWord::Day, -1},
    {"förrgår forrgar", TimeWord::Day, -2},
    {"imorgon imorron tomorrow", TimeWord::Day, 1},
    {"övermorgon", TimeWord::Day, 2},
    {"morgon morgonen morgnar morse morning", TimeWord::DayPart, part(DayPart::Morning)},
    {"förmiddag förmiddagen fm forenoon", TimeWord::DayPart, part(DayPart::Forenoon)},
    {"lunch lunchen lunchtid middag noon lunchtime", TimeWord::DayPart, part(DayPart::Noon)},
    {"eftermiddag eftermiddagen em afternoon", TimeWord::DayPart, part(DayPart::Afternoon)},
    {"kväll kvällen kvällstid kvall evening", TimeWord::DayPart, part(DayPart::Evening)},
    {"natt natten nattetid night", TimeWord::DayPart, part(DayPart::Night)},
    {"imorse", TimeWord::ThisPart, part(DayPart::Morning)},
    {"ifm", TimeWord::ThisPart, part(DayPart::Forenoon)},
    {"iem", TimeWord::ThisPart, part(DayPart::Afternoon)},
    {"ikväll ikvall", TimeWord::ThisPart, part(DayPart::Evening)},
    {"inatt", TimeWord::ThisPart, part(DayPart::Night)},
    {"mån måndag måndagen mon monday", TimeWord::Weekday, 1},
    {"tis tisdag tisdagen tue tues tuesday", TimeWord::Weekday, 2},
    {"ons onsdag onsdagen wed wednesday", TimeWord::Weekday, 3},
    {"tor tors torsdag torsdagen thu thur thurs thursday", TimeWord::Weekday, 4},
    {"fre fredag fredagen fri friday", TimeWord::Weekday, 5},
    {"lör lördag lördagen lor sat saturday", TimeWord::Weekday, 6},
    {"sön söndag söndagen son sun sunday", TimeWord::Weekday, 7},
    {"måndags", TimeWord::LastWeekday, 1},
    {"tisdags", TimeWord::LastWeekday, 2},
    {"onsdags", TimeWord::LastWeekday, 3},
    {"torsdags", TimeWord::LastWeekday, 4},
    {"fredags", TimeWord::LastWeekday, 5},
    {"lördags", TimeWord::LastWeekday, 6},
    {"söndags", TimeWord::LastWeekday, 7},
    {"januari jan january", TimeWord::Month, 1},
    {"februari feb february", TimeWord::Month, 2},
    {"mars mar march", TimeWord::Month, 3},
    {"april apr", TimeWord::Month, 4},
    {"maj may", TimeWord::Month, 5},
    {"juni jun june", TimeWord::Month, 6},
    {"juli jul july", TimeWord::Month, 7},
    {"augusti aug august", TimeWord::Month, 8},
    {"september sep sept", TimeWord::Month, 9},
    {"oktober okt october oct", TimeWord::Month, 10},
    {"november nov", TimeWord::Month, 11},
    {"december dec", TimeWord::Month, 12},
    {"v vecka veckan week", TimeWord::Week},
    {"helg helgen veckoslut veckoslutet weekend", TimeWord::Weekend},
    {"månad månaden månader month months", TimeWord::MonthUnit},
    {"nyårsdagen", TimeWord::Feast, 101},
    {"trettondagen", TimeWord::Feast, 106},
    {"valborg valborgsmässoafton", TimeWord::Feast, 430},
    {"nationaldagen", TimeWord::Feast, 606},
    {"halloween", TimeWord::Feast, 1031},
    {"lucia", TimeWord::Feast, 1213},
    {"julafton", TimeWord::Feast, 1224},
    {"juldagen", TimeWord::Feast, 1225},
    {"annandagen", TimeWord::Feast, 1226},
    {"nyårsafton", TimeWord::Feast, 1231},
    {"midsommarafton", TimeWord::Feast, 0},
    {"midsommardagen", TimeWord::Feast, 1},
    {"förra förrförra föregående previous", TimeWord::Previous},
    {"denna detta denne this", TimeWord::This},
    {"nästa kommande next", TimeWord::Next},
    {"mellan between", TimeWord::Between},
    {"och and", TimeWord::And},
    {"till to until tills", TimeWord::Until},
    {"från from since fr", TimeWord::Since},
    {"sedan sen", TimeWord::Since, 1},
    {"ago", TimeWord::Ago},
    {"senaste sista last past", TimeWord::Latest},
    {"minut minuter minuterna min minute minutes", TimeWord::Minutes},
    {"timme timmar timmarna timmen tim h hour hours", TimeWord::Hours},
    {"dag dagar dagarna dygn dygnet dygnen day days", TimeWord::Days},
    {"veckor veckorna weeks", TimeWord::Weeks},
    {"halvtimme halvtimma halvtimmen", TimeWord::Half},
    {"ca cirka omkring ungefär runt kring about around", TimeWord::Around},
    {"efter after", TimeWord::After},
    {"före innan before", TimeWord::Before},
    {"mot", TimeWord::Towards},
    {"am", TimeWord::Am},
    {"pm", TimeWord::Pm},
    {"två two", TimeWord::Number, 2},
    {"tre three", TimeWord::Number, 3},
    {"fyra four", TimeWord::Number, 4},
    {"fem five", TimeWord::Number, 5},
    {"sex six", TimeWord::Number, 6},
    {"sju seven", TimeWord::Number, 7},
    {"åtta eight", TimeWord::Number, 8},
    {"nio nine", TimeWord::Number, 9},
    {"tio ten", TimeWord::Number, 10},
    {"elva eleven", TimeWord::Number, 11},
    {"tolv twelve", TimeWord::Number, 12},
    {"femton", TimeWord::Number, 15},
    {"tjugo", TimeWord::Number, 20},
    {"trettio", TimeWord::Number, 30},
};

const QHash<QString, Meaning>& meanings()
{
    static const QHash<QString, Meaning> table = [] {
        QHash<QString, Meaning> made;
        for (const Entry& entry : lexicon)
            for (const QString& word : QString::fromUtf8(entry.words).split(QLatin1Char(' ')))
                made.insert(word, {entry.word, entry.value});
        return made;
    }();
    return table;
}

/// Words that are written apart but mean one thing.
struct Pair {
    const char* apart;
    const char* together;
};
constexpr Pair pairs[] = {
    {"alldeles nyss", "nyss"},
    {"mitt på dagen", "lunch"},
    {"just nu", "nu"},
    {"right now", "nu"},
    {"just now", "nyss"},
    {"till och med", "till"},
    {"t o m", "till"},
    {"t\\.o\\.m\\.?", "till"},
    {"från och med", "från"},
    {"fr o m", "från"},
    {"fr\\.o\\.m\\.?", "från"},
    {"day before yesterday", "förrgår"},
    {"last night", "inatt"},
    {"tonight", "ikväll"},
    {"this morning", "imorse"},
    {"this afternoon", "iem"},
    {"this evening", "ikväll"},
    {"i går", "igår"},
    {"i gar", "igår"},
    {"i dag", "idag"},
    {"i förrgår", "förrgår"},
    {"i morse", "imorse"},
    {"i förmiddags", "ifm"},
    {"i förmiddag", "ifm"},
    {"i eftermiddags", "iem"},
    {"i eftermiddag", "iem"},
    {"i kväll", "ikväll"},
    {"i kvall", "ikväll"},
    {"i natt", "inatt"},
    {"i morgon", "imorgon"},
    {"i övermorgon", "övermorgon"},
    {"(den|det) (här|där)", "denna"},
    {"annandag jul", "annandagen"},
    {"första maj", "1/5"},
    {"en halvtimme", "halvtimme"},
    {"en kvart", "15 min"},
    {"an hour", "1 hour"},
    {"(en|ett|a) (timme|minut|dag|dygn|vecka|månad|hour|minute|day|week)", "1 \\2"},
    {"last (week|weekend|month|mon\\w*|tue\\w*|wed\\w*|thu\\w*|fri\\w*|sat\\w*|sun\\w*)\\b", "förra \\1"},
};

QString joined(QString text)
{
    struct Rule {
        QRegularExpression apart;
        QString together;
    };
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> made;
        for (const Pair& pair : pairs)
            made.push_back({QRegularExpression(QStringLiteral("(?<![\\p{L}\\d])(?:%1)(?![\\p{L}\\d])")
                                                   .arg(QString::fromUtf8(pair.apart)),
                                               QRegularExpression::UseUnicodePropertiesOption),
                            QString::fromUtf8(pair.together)});
        return made;
    }();
    for (const Rule& rule : rules)
        text.replace(rule.apart, rule.together);
    return text;
}

/// "lördagskväll", "fredagnatten": a weekday and a part of the day in one word.
std::optional<TimeToken> compound(const QString& word)
{
    static const std::array<QString, 7> days{
        QStringLiteral("måndag"), QStringLiteral("tisdag"), QStringLiteral("onsdag"), QStringLiteral("torsdag"),
        QStringLiteral("fredag"), QStringLiteral("lördag"), QStringLiteral("söndag")};
    for (int i = 0; i < 7; ++i) {
        const QString& day = days[static_cast<std::size_t>(i)];
        if (!word.startsWith(day))
            continue;
        QString rest = word.mid(day.size());
        if (rest.startsWith(QLatin1Char('s')))
            rest.remove(0, 1);
        const Meaning meaning = meanings().value(rest);
        if (meaning.word != TimeWord::DayPart)
            continue;
        TimeToken token;
        token.word = TimeWord::WeekdayPart;
        token.value = i + 1;
        token.day = meaning.value;
        return token;
    }
    return std::nullopt;
}

TimeToken wordToken(QString word)
{
    if (word.endsWith(QLatin1Char('.')))
        word.chop(1);
    TimeToken token;
    if (const auto found = meanings().constFind(word); found != meanings().constEnd()) {
        token.word = found->word;
        token.value = found->value;
        token.digits = token.word == TimeWord::Number ? 2 : 0;
    } else if (std::optional<TimeToken> made = compound(word)) {
        token = *made;
    }
    return token;
}

constexpr int clockMinute(int hour, int minute)
{
    return hour < 24 && minute < 60 ? hour * 60 + minute : hour == 24 && minute == 0 ? 1440 : -1;
}

TimeToken clockToken(TimeWord word, int minute)
{
    TimeToken token;
    token.word = minute < 0 ? TimeWord::Unknown : word;
    token.value = minute;
    return token;
}

TimeToken dateToken(int year, int month, int day)
{
    TimeToken token;
    if (!QDate::isValid(year, month, day) || year < 1900 || year > 2200)
        return token;
    token.word = TimeWord::Date;
    token.year = year;
    token.month = month;
    token.day = day;
    return token;
}

TimeToken dayOfMonthToken(int day, int month, int year)
{
    TimeToken token;
    if (!QDate::isValid(year > 0 ? year : 2024, month, day))
        return token;
    token.word = year > 0 ? TimeWord::Date : TimeWord::DayOfMonth;
    token.day = day;
    token.month = month;
    token.year = year;
    return token;
}

TimeToken numberToken(const QString& digits)
{
    TimeToken token;
    if (digits.size() == 8)
        return dateToken(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.right(2).toInt());
    if (digits.size() == 6)
        return dateToken(2000 + digits.left(2).toInt(), digits.mid(2, 2).toInt(), digits.right(2).toInt());
    if (digits.size() > 4)
        return token;
    token.word = TimeWord::Number;
    token.value = digits.toInt();
    token.digits = static_cast<int>(digits.size());
    return token;
}

/// The forms with digits, tried in this order at each place of the text.
struct Form {
    const char* pattern;
    TimeToken (*make)(const QRegularExpressionMatch&);
};

int captured(const QRegularExpressionMatch& match, int group)
{
    return match.captured(group).toInt();
}

constexpr Form forms[] = {
    {R"((\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:t(?=\d))?(?!\d))",
     [](const QRegularExpressionMatch& m) { return dateToken(captured(m, 1), captured(m, 3), captured(m, 4)); }},
    {R"((\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d))",
     [](const QRegularExpressionMatch& m) { return dateToken(captured(m, 3), captured(m, 2), captured(m, 1)); }},
    {R"((\d{1,2})/(\d{1,2})(?:(?:[-/]| (?=(?:19|20)\d\d(?!\d)))(\d{4}))?(?!\d))",
     [](const QRegularExpressionMatch& m) { return dayOfMonthToken(captured(m, 1), captured(m, 2), captured(m, 3)); }},
    {R"((\d{1,2})(?:[.:](\d\d))?[- ]?tiden(?!\p{L}))",
     [](const QRegularExpressionMatch& m) {
         return clockToken(TimeWord::AroundClock, clockMinute(captured(m, 1), captured(m, 2)));
     }},
    {R"((\d{1,2})[.:](\d\d)(?:[.:]\d\d(?:[.,]\d+)?)?(?!\d))",
     [](const QRegularExpressionMatch& m) {
         return clockToken(TimeWord::Clock, clockMinute(captured(m, 1), captured(m, 2)));
     }},
    {R"((\d{1,2}):?(?:e|a|st|nd|rd|th)(?!\p{L}))",
     [](const QRegularExpressionMatch& m) {
         TimeToken token;
         token.word = TimeWord::Ordinal;
         token.day = captured(m, 1);
         return token;
     }},
    {R"((\d+))", [](const QRegularExpressionMatch& m) { return numberToken(m.captured(1)); }},
    {R"([-–—−]+)",
     [](const QRegularExpressionMatch&) {
         TimeToken token;
         token.word = TimeWord::Dash;
         return token;
     }},
    {R"([\p{L}]+\.?)", [](const QRegularExpressionMatch& m) { return wordToken(m.captured(0)); }},
};

} // namespace

std::vector<TimeToken> timeTokens(const QString& text)
{
    struct Reader {
        QRegularExpression pattern;
        TimeToken (*make)(const QRegularExpressionMatch&);
    };
    static const std::vector<Reader> readers = [] {
        std::vector<Reader> made;
        for (const Form& form : forms)
            made.push_back({QRegularExpression(QString::fromUtf8(form.pattern),
                                               QRegularExpression::UseUnicodePropertiesOption),
                            form.make});
        return made;
    }();
    const QString plain = joined(text.simplified().toLower());
    std::vector<TimeToken> tokens;
    for (qsizetype at = 0; at < plain.size();) {
        const QChar c = plain.at(at);
        if (c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char('.') || c == QLatin1Char('(') ||
            c == QLatin1Char(')')) {
            ++at;
            continue;
        }
        TimeToken token;
        qsizetype length = 1;
        for (const Reader& reader : readers) {
            const QRegularExpressionMatch match =
                reader.pattern.match(plain, at, QRegularExpression::NormalMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption);
            if (!match.hasMatch())
                continue;
            token = reader.make(match);
            length = match.capturedLength();
            break;
        }
        token.text = plain.mid(at, length);
        tokens.push_back(std::move(token));
        at += length;
    }
    return tokens;
}

} // namespace hk
