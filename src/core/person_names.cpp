#include "core/person_names.h"

#include <QSet>
#include <QStringList>
#include <algorithm>

namespace hk {

namespace {

QSet<QString> wordsOf(const char16_t* text)
{
    const QStringList words = QString::fromUtf16(text).split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// Given names that are no other word.
const QSet<QString>& firstNames()
{
    static const QSet<QString> names = wordsOf(
        u"adam adrian agneta agnes ahmad ahmed albin alexander alexandra alfred alice alicia ali alva amanda amelia amina amir anders "
        u"andré andreas anette anita ann anna annelie annika anneli anton arne arvid astrid axel barbro bengt benjamin berit bertil "
        u"birgit birgitta bosse britta britt camilla carina carin carl carolina caroline cecilia charlotte christer christian "
        u"christina christoffer claes clara conny daniel daniela david dennis ebba edvin elias elin elina elisabeth elisabet ella ellen "
        u"elsa emelie emil emilia emma emmanuel erik erika eric eva evelina fadi fatima felicia felix filip filippa fredrik fredrika "
        u"frida gabriel gabriella gerd gertrud gunilla gunnar gustaf gustav göran gösta hanna hannah hanne hampus harald "
        u"harry hassan helen helena helene helge henrik henry herman hugo hussein håkan ibrahim ida ingela ingegerd inger ingrid "
        u"ingvar irene isabella isabelle isak jakob jacob jan-erik jennifer jenny jens jesper jessica jimmy joakim jocke johan johanna "
        u"johannes johnny jonas jonathan jonna josef josefin josefine josefina julia karin karl karolina katarina katrin kenneth kent "
        u"kerstin kevin khaled kjell klara klas klaus krister kristian kristina kristin kristoffer kurt lars lars-erik lasse leif lena "
        u"lennart leon liam lina linda linus lisa lisbeth lotta louise lovisa lucas ludvig lukas madeleine magdalena magnus mahmoud "
        u"maja malin maria marianne marie markus marcus margareta margaretha marita martin martina mathias matilda mattias maryam "
        u"melvin michael mikael milla mirjam mohamed mohammad mohammed molly monica monika moa mona mustafa märta mårten måns nathalie "
        u"nicklas niclas niklas nicole nils nina noah nora olivia olof olle omar oscar oskar patricia patrik pelle per-erik pernilla "
        u"peter petra pierre pontus pär rasmus rebecka rebecca richard rickard robert robin roger roland rolf ronja ronny rune "
        u"samuel sandra sara sarah sebastian simon siri sofia sofie sonja staffan stefan stina susanna susanne sune svante sven "
        u"therese thomas tilda tilde tobias tomas tommy torbjörn torsten tove ulla ulrik ulrika ulrica urban valter vera victor viktor "
        u"viktoria victoria vilgot vilma wilma william wilhelm yasmin yngve yusuf yvonne zahra åsa östen");
    return names;
}

/// Given names that are words, months, first words of a sentence or of brands as well: they count beside another name.
const QSet<QString>& wordlikeFirstNames()
{
    static const QSet<QString> names = wordsOf(
        u"alf alvar august birger bo björn dag elvira ernst eskil frank gun hans inga iris ivar jan jasmin john kaj kim knut "
        u"leo liv lo love maj mark mats max mio my nelly ove penny per ralf ray rose roy rut saga selma signe sigrid siv sixten sol "
        u"sten stig tage theo tim tindra tom tor tore ture ulf vincent viola vivi elvis otto nova alma stella tyra ester lilly folke "
        u"åke");
    return names;
}

/// Family names that are no other word; those that end with -sson are known by that.
const QSet<QString>& surnames()
{
    static const QSet<QString> names = wordsOf(
        u"abdi abdullah abrahamsson ahlgren ahlström ali andreasson arvidsson axelsson bengtsson berggren berglund bergman bergqvist "
        u"bergström blomqvist blomberg boström danielsson dahlberg dahlgren ekberg ekblom ekdahl eklund eklöf ekman ekström "
        u"eliasson engström eriksson falkman forsberg forslund forsman fransson fredriksson friberg fridén gustafsson gustavsson "
        u"hedberg hedlund hedman hedström hellberg hellström henriksson hermansson holmberg holmgren holmqvist holmström håkansson "
        u"hägglund höglund isaksson ivarsson jakobsson jansson johannesson johansson jonsson josefsson jönsson karlsson "
        u"kjellberg lagerqvist larsson levin lindahl lindberg lindblom lindell lindgren lindholm lindqvist lindström "
        u"ljungberg ljunggren lundberg lundgren lundin lundmark lundqvist lundström löfgren löfström magnusson malmberg malmström "
        u"martinsson mattsson melin mohamed molin månsson mårtensson möller nilsson norberg nordin nordström norén norling nyberg "
        u"nyström nyman näslund olofsson olsson palm palmqvist persson pettersson petersson rosén rosenberg rydberg samuelsson "
        u"sandberg sandström sjöberg sjögren sjöström skoglund stenberg strandberg strömberg sundberg sundström sundqvist svensson "
        u"svedberg söderberg sörensen söderlund söderström thorsson turesson viklund wallin wallgren westerlund wiklund wikström "
        u"åberg åkerlund åkesson åström öberg öhman östlund hussein hassan haddad khalil nguyen hansen jensen nielsen virtanen");
    return names;
}

const QSet<QString>& wordlikeSurnames()
{
    static const QSet<QString> names
        = wordsOf(u"alm berg björk blad blom borg brandt dahl ek falk fors fält frisk frost glad gran hammar hav hult kvist kruse lilja "
                  u"lind ljung lund holm holmen lång löf modig nord norman nord palme park quist rask ros sand sjö skog skarp stark "
                  u"sten stål strand ström svan svärd vinter winter ögren ask rapp kling lans");
    return names;
}

/// What makes the names before it, in the genitive, a place or a business: "Gustav Adolfs torg", "Larssons bageri".
const QSet<QString>& placeWords()
{
    static const QSet<QString> words = wordsOf(
        u"torg torget gata gatan väg vägen plats platsen park parken plan planen gränd gränden allé allén backe backen stig stigen "
        u"led leden bro bron kaj kajen brygga bryggan gård gården hus huset kyrka kyrkan kapell skola skolan förskola förskolan "
        u"friskola gymnasium gymnasiet bibliotek minne minneslund staty statyn grotta hall hallen hem hage hagen udde äng dal dalen "
        u"hörna hörnan kulle höjd höjden hamn museum museet trappa trappor trapporna tunnel tunneln område bageri bageriet "
        u"kiosk kiosken livs café caféet kafé konditori bar baren krog krogen pub puben pizzeria pizzerian restaurang restaurangen "
        u"grill grillen kök gatukök korv frukt blommor salong salongen frisör frisörer optik bil bilar bilverkstad verkstad bygg el "
        u"måleri åkeri mode skor kläder vårdcentral vårdcentralen tandvård apotek butik butiken galleria center centrum gym "
        u"fastigheter taxi trafik trafikskola hotell spel tobak spelbutik stiftelse stiftelsen ab hb kb");
    return words;
}

/// Endings that make a word a place, whoever it is named after: "Ericsonsgatan".
bool isPlaceByItsEnding(QStringView word)
{
    static const QStringList endings = QStringLiteral("gatan gata vägen torget torg platsen plats parken park skolan kyrkan gränd gränden allén "
                                                      "allé backen stigen leden bron gården hallen badet hemmet kajen planen området huset")
                                           .split(u' ');
    return std::any_of(endings.begin(), endings.end(),
                       [word](const QString& ending) { return word.size() > ending.size() + 1 && word.endsWith(ending); });
}

/// Before a name that is no person of today.
const QSet<QString>& titlesOfOld()
{
    static const QSet<QString> words = wordsOf(u"sankt sankta drottning kung kronprins prins prinsessan s:t clas kristi");
    return words;
}

struct Word {
    qsizetype position = 0;
    qsizetype length = 0;
    bool capital = false; ///< begins with one
    bool shout = false;   ///< all in capitals
    bool joined = false;  ///< nothing but one space between it and the word before
};

class NameSearch {
public:
    explicit NameSearch(const QString& text)
        : m_lower(text)
    {
        for (QChar& c : m_lower)
            c = c.toLower(); // each by itself, so that positions hold
        split(text);
    }

    std::vector<TextSpan> run()
    {
        std::vector<TextSpan> found;
        for (std::size_t i = 0; i < m_words.size();) {
            const std::size_t placed = placeFrom(i);
            if (placed > i) {
                i = placed;
                continue;
            }
            const std::size_t end = nameFrom(i);
            if (end > i) {
                const qsizetype start = m_words[i].position;
                found.push_back({start, m_words[end - 1].position + m_words[end - 1].length - start});
            }
            i = std::max(end, i + 1);
        }
        return found;
    }

private:
    void split(const QString& text)
    {
        const auto inside = [&text](qsizetype at) {
            return (text[at] == u'-' || text[at] == u':') && at > 0 && at + 1 < text.size() && text[at - 1].isLetter()
                   && text[at + 1].isLetter();
        };
        for (qsizetype at = 0; at < text.size();) {
            if (!text[at].isLetter()) {
                ++at;
                continue;
            }
            Word word{at, 0, text[at].isUpper(), true, false};
            for (; at < text.size() && (text[at].isLetter() || inside(at)); ++at)
                word.shout = word.shout && !text[at].isLower();
            word.length = at - word.position;
            word.shout = word.shout && word.length > 1;
            if (at < text.size() && text[at].isDigit()) // "Anna5" is an id
                continue;
            word.joined = !m_words.empty() && word.position == m_words.back().position + m_words.back().length + 1
                          && text[word.position - 1] == u' ';
            m_words.push_back(word);
        }
    }

    QString textOf(std::size_t i) const
    {
        return QString::fromRawData(m_lower.constData() + m_words[i].position, m_words[i].length);
    }

    /// The word as it is listed: itself, or without the s of the genitive.
    template <class Is>
    static bool orGenitive(const QString& word, const Is& is)
    {
        return is(word) || (word.size() > 3 && word.endsWith(u's') && is(word.chopped(1)));
    }

    static bool isFirst(const QString& word)
    {
        return orGenitive(word, [](const QString& w) {
            if (firstNames().contains(w))
                return true;
            const qsizetype hyphen = w.indexOf(u'-');
            return hyphen > 0 && isAnyFirst(w.left(hyphen)) && isAnyFirst(w.mid(hyphen + 1));
        });
    }
    static bool isAnyFirst(const QString& word)
    {
        return orGenitive(word, [](const QString& w) { return firstNames().contains(w) || wordlikeFirstNames().contains(w); });
    }
    static bool isSurname(const QString& word)
    {
        return orGenitive(word, [](const QString& w) { return surnames().contains(w) || (w.size() > 6 && w.endsWith(QLatin1String("sson"))); });
    }
    static bool isAnySurname(const QString& word)
    {
        return isSurname(word) || orGenitive(word, [](const QString& w) { return wordlikeSurnames().contains(w); });
    }
    bool isName(std::size_t i) const
    {
        const QString word = textOf(i);
        return isAnyFirst(word) || isAnySurname(word);
    }

    /// Where the run of words named after somebody that begins here ends: behind its place word. `i`: it is none.
    std::size_t placeFrom(std::size_t i) const
    {
        constexpr std::size_t longest = 4;
        if (!m_words[i].capital)
            return i;
        if (titlesOfOld().contains(textOf(i)) && i + 1 < m_words.size() && m_words[i + 1].joined)
            return i + 2;
        for (std::size_t j = i; j < m_words.size() && j < i + longest; ++j) {
            const QString word = textOf(j);
            if (j > i && !m_words[j].joined)
                return i;
            if (isPlaceByItsEnding(word) && !isName(j))
                return j + 1;
            if (j > i && placeWords().contains(word)) {
                const QString before = textOf(j - 1);
                const bool genitive = before.endsWith(u's') || before.endsWith(u'x') || before.endsWith(u'z');
                return genitive || m_words[j].capital ? j + 1 : i;
            }
            if (!m_words[j].capital)
                return i;
        }
        return i;
    }

    /// Where the name that begins here ends. `i`: none does.
    std::size_t nameFrom(std::size_t i) const
    {
        const QString word = textOf(i);
        const bool next = i + 1 < m_words.size() && m_words[i + 1].joined;
        const bool capital = m_words[i].capital && !m_words[i].shout;
        if (next && isFirst(word) && isSurname(textOf(i + 1)))
            return behindName(i + 2); // in any case
        if (!m_words[i].capital)
            return i;
        const bool nextCapital = next && m_words[i + 1].capital;
        if (nextCapital && isAnyFirst(word) && (isAnySurname(textOf(i + 1)) || (isFirst(textOf(i + 1)) && capital)))
            return behindName(i + 2);
        if (!capital)
            return i;
        if (isFirst(word)) {
            const bool unknown = nextCapital && !m_words[i + 1].shout && !placeWords().contains(textOf(i + 1)) && m_words[i + 1].length > 1;
            return unknown ? behindName(i + 2) : i + 1;
        }
        return isSurname(word) ? i + 1 : i;
    }

    /// Further names belong to it.
    std::size_t behindName(std::size_t end) const
    {
        while (end < m_words.size() && m_words[end].joined && m_words[end].capital && isName(end))
            ++end;
        return end;
    }

    QString m_lower;
    std::vector<Word> m_words;
};

} // namespace

std::vector<TextSpan> findPersonNames(const QString& text)
{
    return NameSearch(text).run();
}

} // namespace hk
