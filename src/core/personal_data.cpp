#include "core/personal_data.h"

#include "core/name_table.h"
#include "core/person_names.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringView>
#include <algorithm>
#include <array>

namespace hk {

namespace {

constexpr std::array<NamedValue<PersonalDataKind>, 7> kindNames{{
    {PersonalDataKind::PersonalNumber, "personal-number"},
    {PersonalDataKind::CoordinationNumber, "coordination-number"},
    {PersonalDataKind::Phone, "phone"},
    {PersonalDataKind::Email, "email"},
    {PersonalDataKind::VehicleRegistration, "registration"},
    {PersonalDataKind::BankCard, "bank-card"},
    {PersonalDataKind::PersonName, "name"},
}};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The text with its many spaces and hyphens made plain; of the same length, so that positions hold.
QString plain(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        switch (c.unicode()) {
        case u'\t':
        case u'\u00a0': // no-break space
        case u'\u2009': // thin space
        case u'\u202f': // narrow no-break space
            c = u' ';
            break;
        case u'\u2010': // hyphen
        case u'\u2011': // no-break hyphen
        case u'\u2012': // figure dash
        case u'\u2013': // en dash
        case u'\u2212': // minus
            c = u'-';
            break;
        default:
            break;
        }
    }
    return result;
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text)
        if (isDigit(c))
            digits.append(c);
    return digits;
}

/// Luhn's checksum, counted from the check digit at the end: of the ten digits YYMMDDNNNC [Skatteverket, SKV 704] and of the
/// number of a card [ISO/IEC 7812-1, annex B].
bool hasLuhnChecksum(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int product = digits[i].digitValue() * ((digits.size() - i) % 2 == 0 ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
}

/// What the ten or twelve digits are, if anything: a coordination number has 60 added to the day.
std::optional<PersonalDataKind> personalNumberKind(const QString& digits)
{
    const QString ten = digits.right(10);
    if (!hasLuhnChecksum(ten) || ten.mid(6, 3) == QLatin1String("000"))
        return std::nullopt;
    const int month = ten.mid(2, 2).toInt();
    const int day = ten.mid(4, 2).toInt();
    const int dayOfMonth = day > 60 ? day - 60 : day;
    const QStringList centuries =
        digits.size() == 12 ? QStringList{digits.left(2)}
                            : QStringList{QStringLiteral("18"), QStringLiteral("19"), QStringLiteral("20")};
    const bool valid = std::any_of(centuries.begin(), centuries.end(), [&](const QString& century) {
        const int year = (century + ten.left(2)).toInt();
        return year >= 1840 && year < 2100 && QDate::isValid(year, month, dayOfMonth);
    });
    if (!valid)
        return std::nullopt;
    return day > 60 ? PersonalDataKind::CoordinationNumber : PersonalDataKind::PersonalNumber;
}

/// Gathers matches; one that overlaps an earlier one is not taken, so the surest kinds are looked for first.
class Findings {
public:
    explicit Findings(const QString& original)
        : m_original(original)
    {}

    void add(PersonalDataKind kind, qsizetype position, qsizetype length)
    {
        const bool taken = std::any_of(m_matches.begin(), m_matches.end(), [&](const PersonalDataMatch& m) {
            return position < m.position + m.length && m.position < position + length;
        });
        if (!taken)
            m_matches.push_back({kind, position, length, m_original.mid(position, length)});
    }

    std::vector<PersonalDataMatch> inOrder()
    {
        std::sort(m_matches.begin(), m_matches.end(),
                  [](const auto& a, const auto& b) { return a.position < b.position; });
        return std::move(m_matches);
    }

private:
    const QString& m_original;
    std::vector<PersonalDataMatch> m_matches;
};

void findEmails(const QString& text, Findings& findings)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"([\p{L}\d](?:[\p{L}\d._%+-]{0,63})@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.)+\p{L}{2,24})"));
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        findings.add(PersonalDataKind::Email, match.capturedStart(), match.capturedLength());
    }
}

void findPersonalNumbers(const QString& text, Findings& findings)
{
    // A date with hyphens may be followed by a hyphen or the four digits at once, not by a space: "2024-03-01
    // 1405" is a time.
    static const QRegularExpression pattern(QStringLiteral(R"((?<![\p{L}\d])(?<!\d[.,])(?:)"
                                                           R"((?:\d{2})?\d{6} ?[-+]? ?\d{4}|)"
                                                           R"((?:\d{2})?\d{2}-\d{2}-\d{2} ?[-+] ?\d{4}|)"
                                                           R"((?:\d{2} ?)?\d{2} \d{2} \d{2} ?[-+ ] ?\d{4})"
                                                           R"()(?![\p{L}\d])(?![.,]\d))"));
    qsizetype from = 0;
    while (true) {
        const auto match = pattern.match(text, from);
        if (!match.hasMatch())
            return;
        const auto kind = personalNumberKind(digitsOf(match.capturedView()));
        if (kind)
            findings.add(*kind, match.capturedStart(), match.capturedLength());
        from = kind ? match.capturedEnd() : match.capturedStart() + 1;
    }
}

/// Whether so many digits with such a beginning are of a card that people carry: Visa, Mastercard, Maestro, American Express,
/// Diners Club.
bool isCardNumber(QStringView digits)
{
    const int two = digits.left(2).toInt();
    const int four = digits.left(4).toInt();
    switch (digits.size()) {
    case 14:
        return two == 36 || two == 38 || (four >= 3000 && four <= 3059);
    case 15:
        return two == 34 || two == 37;
    case 16:
        return digits.startsWith(u'4') || (two >= 50 && two <= 69) || (four >= 2221 && four <= 2720);
    default:
        return false;
    }
}

void findBankCards(const QString& text, Findings& findings)
{
    static const QRegularExpression pattern(QStringLiteral(R"((?<![\p{L}\d])(?<!\d[.,-])(?:)"
                                                           R"(\d{14,16}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|)"
                                                           R"(\d{4}([ -])\d{6}\2\d{4,5})"
                                                           R"()(?![\p{L}\d])(?![.,-]\d))"));
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString digits = digitsOf(match.capturedView());
        if (isCardNumber(digits) && hasLuhnChecksum(digits))
            findings.add(PersonalDataKind::BankCard, match.capturedStart(), match.capturedLength());
    }
}

/// Digits without a break, as a part of a possible phone number.
struct DigitGroup {
    qsizetype start;
    qsizetype length;
    QChar separatorAfter; ///< null where the run of groups ends
};
using DigitGroups = std::vector<DigitGroup>;

bool isSeparator(QChar c)
{
    return c == u' ' || c == u'-' || c == u'/';
}

/// The groups from `start` on, with one separator between each two.
DigitGroups groupsAt(const QString& text, qsizetype start)
{
    constexpr std::size_t mostGroups = 7;
    DigitGroups groups;
    qsizetype at = start;
    while (at < text.size() && isDigit(text[at]) && groups.size() < mostGroups) {
        qsizetype end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        groups.push_back({at, end - at, QChar()});
        if (end >= text.size() || !isSeparator(text[end]))
            break;
        qsizetype next = end + 1;
        // " - " is one separator
        while (next < text.size() && next - end < 3 && isSeparator(text[next]))
            ++next;
        if (next >= text.size() || !isDigit(text[next]))
            break;
        groups.back().separatorAfter = next - end > 1 ? QChar(u'-') : text[end];
        at = next;
    }
    return groups;
}

/// Two-, three- and four-figure area codes that are short enough to be told from other numbers [PTS, the
/// Swedish numbering plan]. All other area codes have four figures and are known by the hyphen after them.
bool isShortAreaCode(QStringView code)
{
    static constexpr std::array<QStringView, 25> codes{u"08",  u"010", u"011", u"013", u"016", u"018", u"019",
                                                       u"020", u"021", u"023", u"026", u"031", u"033", u"035",
                                                       u"036", u"040", u"042", u"044", u"046", u"054", u"060",
                                                       u"063", u"077", u"090", u"099"};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool isMobileCode(QStringView digits)
{
    return digits.size() >= 3 && digits[0] == u'0' && digits[1] == u'7' &&
           QStringView(u"02369").contains(digits[2]);
}

/// Whether the first `count` groups are written as a Swedish national number: area code, separator, and a
/// subscriber number in one piece, in threes and twos, or in three and four.
bool isNationalNumber(const QString& text, const DigitGroups& groups, std::size_t count)
{
    qsizetype digits = 0;
    for (std::size_t i = 0; i < count; ++i)
        digits += groups[i].length;
    const QStringView first = QStringView(text).mid(groups[0].start, groups[0].length);
    const bool mobile = isMobileCode(first);
    if (mobile ? digits != 10 : (digits < 8 || digits > 10))
        return false;
    if (count == 1)
        return mobile || (digits > 8 && (isShortAreaCode(first.left(3)) || isShortAreaCode(first.left(2))));
    const bool codeInForm = (mobile && first.size() <= 4) || isShortAreaCode(first) ||
                            (first.size() == 4 && groups[0].separatorAfter != u' ');
    if (!codeInForm || first.size() > 4)
        return false;
    if (count == 2)
        return groups[1].length >= 5;
    for (std::size_t i = 1; i < count; ++i) {
        const bool threeAndFour = count == 3 && i == 2 && groups[1].length == 3 && groups[2].length == 4;
        if ((groups[i].length < 2 || groups[i].length > 3) && !threeAndFour)
            return false;
        // "08-10 12-14" is opening hours
        if (i + 1 < count && groups[i].separatorAfter != groups[1].separatorAfter)
            return false;
    }
    return true;
}

/// Not in the middle of a word, a decimal, a date, a time or a longer number.
bool canBeginNumber(const QString& text, qsizetype start)
{
    if (start == 0)
        return true;
    const QChar before = text[start - 1];
    if (before.isLetterOrNumber() || before == u'+')
        return false;
    const bool digitBefore = start > 1 && isDigit(text[start - 2]);
    return !(digitBefore && QStringView(u".,:/-").contains(before));
}

bool canEndNumber(const QString& text, qsizetype end)
{
    if (end >= text.size())
        return true;
    if (text[end].isLetterOrNumber())
        return false;
    return !(QStringView(u".,:").contains(text[end]) && end + 1 < text.size() && isDigit(text[end + 1]));
}

/// "kl. 08-17 …" and sums such as "1 031 123 456".
bool isTimeOrSum(const QString& text, qsizetype start, const DigitGroups& groups, std::size_t count)
{
    static const QRegularExpression clockBefore(QStringLiteral(R"(\b(?:kl|klockan|kl\.) ?$)"),
                                                QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longestWord = 9; // "klockan " and the break before it
    const QString wordBefore = text.left(start).right(longestWord);
    const bool mobile = isMobileCode(QStringView(text).mid(start, groups[0].length));
    if (!mobile && clockBefore.match(wordBefore).hasMatch())
        return true;
    const bool afterThousands = start > 1 && text[start - 1] == u' ' && isDigit(text[start - 2]);
    return afterThousands && count > 1 &&
           std::all_of(
               groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(count), [&](const auto& group) {
                   return group.length == 3 && (&group == &groups[count - 1] || group.separatorAfter == u' ');
               });
}

/// Length of the national number that begins here, or 0.
qsizetype nationalNumberAt(const QString& text, qsizetype start)
{
    if (start + 1 >= text.size() || text[start + 1] < u'1' || text[start + 1] > u'9' ||
        !canBeginNumber(text, start))
        return 0;
    const DigitGroups groups = groupsAt(text, start);
    for (std::size_t count = groups.size(); count > 0; --count) {
        const qsizetype end = groups[count - 1].start + groups[count - 1].length;
        if (isNationalNumber(text, groups, count) && canEndNumber(text, end) &&
            !isTimeOrSum(text, start, groups, count))
            return end - start;
    }
    return 0;
}

void findPhones(const QString& text, Findings& findings)
{
    static const QRegularExpression international(
        QStringLiteral(R"((?<![\p{L}\d+])(?:)"
                       R"((?:\+|\b00)46[ -]?(?:\(0\)[ -]?|0)?[1-9](?:[ /-]?\d){6,8}|)"
                       R"(\+(?!46)[1-9](?:[ -]?\d){8,14})"
                       R"()(?![\d\p{L}])(?![.,:]\d))"));
    for (auto it = international.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        findings.add(PersonalDataKind::Phone, match.capturedStart(), match.capturedLength());
    }
    for (qsizetype at = text.indexOf(u'0'); at >= 0; at = text.indexOf(u'0', at + 1)) {
        const qsizetype length = nationalNumberAt(text, at);
        if (length == 0)
            continue;
        findings.add(PersonalDataKind::Phone, at, length);
        at += length - 1;
    }
}

/// Capitals that are often followed by three figures with a space between and are no registration: emergency
/// number, light sources, offices and laws, units, vehicles of public transport, words in a text all in
/// capitals.
bool isCommonWord(QStringView letters)
{
    static constexpr std::array<QStringView, 60> words{
        u"SOS", u"LED", u"TEL", u"MOB", u"FAX", u"SMS", u"MMS", u"GPS", u"LAN", u"USB", u"UTC", u"STK",
        u"SEK", u"EUR", u"USD", u"NOK", u"DKK", u"KOD", u"DNR", u"LGH", u"RUM", u"SAL", u"HUS", u"DEL",
        u"BUS", u"TUR", u"LSS", u"LPT", u"PBL", u"SFS", u"SOU", u"OSL", u"BRB", u"RPM", u"RPS", u"MAX",
        u"OCH", u"MED", u"HAR", u"SOM", u"ETT", u"DET", u"DEN", u"DEM", u"DOM", u"TOG", u"GER", u"FEM",
        u"TRE", u"SEX", u"PER", u"OMR", u"KAN", u"SKA", u"FEL", u"PGA", u"UNG", u"AVD", u"SID", u"TAX"};
    return std::find(words.begin(), words.end(), letters) != words.end();
}

void findRegistrations(const QString& text, Findings& findings)
{
    // Swedish plates: three letters without I, Q, V, Å, Ä, Ö; two figures; a figure or a letter that is not O
    // either [Transportstyrelsen].
    static const QRegularExpression pattern(QStringLiteral(
        R"((?<![\p{L}\d])([A-HJ-PR-UW-Z]{3})( ?)\d{2}[\dA-HJ-NPR-UW-Z](?![\p{L}\d])(?![.,:-]\d))"));
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const bool spaced = match.capturedLength(2) > 0;
        if (!spaced || !isCommonWord(match.capturedView(1)))
            findings.add(PersonalDataKind::VehicleRegistration, match.capturedStart(),
                         match.capturedLength());
    }
    // Where it is said to be one, in any case and with a hyphen, too.
    static const QRegularExpression said(
        QStringLiteral(R"(\b(?:reg(?:istrerings?)?\.?[ -]?(?:nr|nummer|skylt)?|regnr|reg)[.:]? ?)"
                       R"(([A-HJ-PR-UW-Z]{3}[ -]?\d{2}[\dA-HJ-NPR-UW-Z])(?![\p{L}\d]))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto it = said.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        findings.add(PersonalDataKind::VehicleRegistration, match.capturedStart(1), match.capturedLength(1));
    }
}

} // namespace

QString toName(PersonalDataKind kind)
{
    return nameIn(kindNames, kind);
}

PersonalDataSeverity severityOf(PersonalDataKind kind)
{
    return kind == PersonalDataKind::PersonName ? PersonalDataSeverity::Question : PersonalDataSeverity::Stop;
}

std::vector<PersonalDataMatch> findPersonalData(const QString& text)
{
    const QString searched = plain(text);
    Findings findings(text);
    if (searched.contains(u'@'))
        findEmails(searched, findings);
    if (std::any_of(searched.begin(), searched.end(), isDigit)) {
        findBankCards(searched, findings);
        findPersonalNumbers(searched, findings);
        findPhones(searched, findings);
        findRegistrations(searched, findings);
    }
    for (const TextSpan& name : findPersonNames(searched))
        findings.add(PersonalDataKind::PersonName, name.position, name.length);
    return findings.inOrder();
}

} // namespace hk
