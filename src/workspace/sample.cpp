#include "workspace/sample.h"

#include "core/local_time.h"
#include "geo/transform.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numbers>
#include <random>

namespace hk::workspace {
namespace {

/// Uniform and normal numbers of our own, so that a seed gives the same sample with every standard library.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }
    quint64 bits() { return m_engine(); }
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    int below(int limit) { return static_cast<int>(uniform() * limit); }
    bool chance(double probability) { return uniform() < probability; }
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    template <class Range, class Weight>
    std::size_t pick(const Range& range, Weight weight)
    {
        double total = 0.0;
        for (const auto& item : range)
            total += weight(item);
        double left = uniform() * total;
        std::size_t index = 0;
        for (const auto& item : range) {
            left -= weight(item);
            if (left < 0.0)
                return index;
            ++index;
        }
        return static_cast<std::size_t>(std::size(range)) - 1;
    }

private:
    std::mt19937_64 m_engine;
};

enum class Rhythm { HubEvening, ShopDay, School, NightCarPark, Park, AnyTime };

struct CategoryShare {
    const char* code;
    double weight;
};

/// A place where the invented incidents gather.
struct Scene {
    const char* name;
    double lon;
    double lat;
    double spread; ///< standard deviation, metres
    double weight;
    Rhythm rhythm;
    std::array<CategoryShare, 7> categories;
};

// Positions are those of public places of the town; weights are invented.
const std::array scenes{
    Scene{"Mölndals bro", 12.01870, 57.65560, 30, 20, Rhythm::HubEvening,
          {{{"N1", 24}, {"O1", 16}, {"G1", 15}, {"O2", 12}, {"V1", 7}, {"V2", 5}, {"O3", 12}}}},
    Scene{"Mölndals station", 12.01830, 57.65640, 25, 6, Rhythm::HubEvening,
          {{{"O3", 16}, {"S3", 9}, {"O4", 11}, {"V3", 9}, {"T1", 12}, {"N1", 12}, {"R2", 8}}}},
    Scene{"Mölndal Galleria", 12.01361, 57.65493, 28, 12, Rhythm::ShopDay,
          {{{"T1", 44}, {"G2", 15}, {"O3", 13}, {"V3", 7}, {"O1", 7}, {"S1", 6}, {"N2", 4}}}},
    Scene{"Mölndals torg", 12.01553, 57.65559, 25, 3, Rhythm::HubEvening,
          {{{"O2", 19}, {"G1", 17}, {"O1", 13}, {"M1", 10}, {"S2", 9}, {"N1", 10}, {"X2", 4}}}},
    Scene{"Broplatsen", 12.01662, 57.65386, 30, 6, Rhythm::NightCarPark,
          {{{"X1", 15}, {"P1", 20}, {"P3", 15}, {"T2", 14}, {"S1", 12}, {"S2", 11}, {"M2", 6}}}},
    Scene{"Mölndals stadshus", 12.01396, 57.65750, 28, 7, Rhythm::ShopDay,
          {{{"V3", 21}, {"O3", 16}, {"S2", 14}, {"S3", 9}, {"M1", 9}, {"O4", 8}, {"P4", 7}}}},
    Scene{"Stadsbiblioteket", 12.01194, 57.65547, 20, 3, Rhythm::School,
          {{{"G2", 28}, {"O3", 21}, {"T1", 11}, {"S1", 9}, {"V3", 8}, {"N2", 6}, {"O4", 5}}}},
    Scene{"Kvarnbyskolan", 12.02297, 57.65659, 30, 8, Rhythm::School,
          {{{"S1", 24}, {"G2", 22}, {"S3", 15}, {"S2", 14}, {"R2", 9}, {"S4", 4}, {"P2", 5}}}},
    Scene{"Fässbergsskolan", 12.00930, 57.65650, 30, 7, Rhythm::School,
          {{{"S1", 23}, {"G2", 22}, {"S2", 16}, {"R1", 12}, {"S3", 12}, {"V2", 4}, {"P1", 6}}}},
    Scene{"Stadshusparken", 12.01480, 57.65840, 35, 4, Rhythm::Park,
          {{{"N2", 22}, {"G1", 17}, {"P2", 13}, {"M1", 15}, {"O2", 13}, {"P1", 10}, {"M2", 6}}}},
    Scene{"Gamla torget", 12.02662, 57.65645, 30, 7, Rhythm::Park,
          {{{"S2", 21}, {"M1", 18}, {"O3", 14}, {"R2", 11}, {"G2", 11}, {"P4", 8}, {"S1", 9}}}},
    Scene{"Mölndals sjukhus", 12.01234, 57.66110, 35, 7, Rhythm::AnyTime,
          {{{"V3", 30}, {"V1", 17}, {"T1", 15}, {"O4", 13}, {"O3", 12}, {"T2", 6}, {"R1", 4}}}},
    Scene{"Parkeringen Hotellgatan", 12.01495, 57.65356, 25, 3, Rhythm::NightCarPark,
          {{{"T2", 32}, {"S1", 21}, {"S3", 15}, {"R1", 13}, {"P3", 7}, {"P1", 7}, {"T1", 3}}}},
    Scene{"Mölndals centrum", 12.01700, 57.65600, 450, 7, Rhythm::AnyTime,
          {{{"S2", 15}, {"R2", 15}, {"R1", 13}, {"M1", 13}, {"S1", 13}, {"T2", 12}, {"T3", 4}}}},
};

struct Teller {
    const char* name;
    SourceType type;
    double weight;
};
const std::array tellers{
    Teller{"Mölndals stad", SourceType::Desk, 30},    Teller{"Polisen", SourceType::Partner, 22},
    Teller{"Västtrafik", SourceType::Partner, 16},    Teller{"Ordningsvakter", SourceType::Partner, 12},
    Teller{"Fastighetsägare", SourceType::Partner, 9}, Teller{"Skolan", SourceType::Partner, 6},
    Teller{"Invånare", SourceType::Citizen, 5},
};

/// Weight of an hour of the week for a rhythm; weekday 0 is Monday.
double hourWeight(Rhythm rhythm, int weekday, int hour)
{
    const bool weekend = weekday >= 4; // Friday, Saturday, Sunday
    const bool late = hour >= 20 || hour < 2;
    const bool day = hour >= 10 && hour < 19;
    switch (rhythm) {
    case Rhythm::HubEvening:
        return (late ? (weekend && weekday != 6 ? 9.0 : 3.0) : hour >= 15 ? 3.0 : hour >= 7 ? 1.2 : 0.3);
    case Rhythm::ShopDay:
        return day ? (hour >= 15 ? 5.0 : 3.0) * (weekday == 5 ? 1.5 : weekday == 6 ? 0.6 : 1.0) : 0.15;
    case Rhythm::School:
        return (weekday < 5 && hour >= 11 && hour < 18 ? 5.0 : 0.2) + (late ? 1.0 : 0.0);
    case Rhythm::NightCarPark:
        return hour >= 22 || hour < 5 ? 4.0 : hour >= 17 ? 1.5 : 0.5;
    case Rhythm::Park:
        return hour >= 16 ? (weekend ? 4.0 : 2.5) : hour >= 8 ? 1.0 : 0.4;
    case Rhythm::AnyTime:
        return hour >= 7 ? 1.5 : 0.5;
    }
    return 1.0;
}

/// Warm half of the year is livelier outdoors.
double monthWeight(int month)
{
    static constexpr std::array weights{0.8, 0.8, 0.9, 1.0, 1.2, 1.3, 1.0, 1.2, 1.2, 1.1, 1.0, 0.9};
    return weights[static_cast<std::size_t>(month - 1)];
}

const char* wordsFor(const QString& category, Dice& dice)
{
    struct Words {
        char group;
        std::array<const char*, 3> texts;
    };
    static constexpr std::array table{
        Words{'N', {"Misstänkt överlåtelse vid busskurerna.", "Kvarlämnade verktyg, städat.", "Upprepade iakttagelser samma kväll."}},
        Words{'S', {"Anmält till fastighetsägaren.", "Fotograferat och sanerat.", "Skadan är avspärrad."}},
        Words{'G', {"Större grupp, skingrades efter samtal.", "Hög ljudnivå, förbipasserande tog omvägar.", "Fältgruppen informerad."}},
        Words{'O', {"Lugnt efter ingripande.", "Väktare på plats.", "Störde resande vid hållplatsen."}},
        Words{'V', {"Polis på plats.", "Personal fick stöd efteråt.", "Händelsen filmades av kamera."}},
        Words{'T', {"Upptäckt vid stängning.", "Gods återfunnet i närheten.", "Rutan krossad på fordon."}},
        Words{'R', {"Hög fart på gångbana.", "Elsparkcyklar blockerar gångstråket.", "Körning mot trafikreglerna."}},
        Words{'M', {"Nedskräpning vid bänkarna.", "Städning beställd.", "Säckar och kartonger kvarlämnade."}},
        Words{'P', {"Lampa ur funktion.", "Skymd sikt av buskar.", "Öde stråk efter butikernas stängning."}},
        Words{'X', {"Lösa stenar vid byggstaketet.", "Upplag inom räckhåll.", "Planerad aktivitet på torget."}},
    };
    for (const Words& words : table)
        if (category.startsWith(QLatin1Char(words.group)))
            return words.texts[static_cast<std::size_t>(dice.below(3))];
    return "";
}

/// A local moment of the day, moved on where the clock has no such time.
QDateTime momentAt(const QDate& date, int hour, int minute)
{
    Result<LocalTime> time = fromLocal(date, QTime(hour, minute));
    if (!time)
        time = fromLocal(date, QTime(hour + 1, minute));
    return time ? time->utc : QDateTime(date, QTime(12, 0), Qt::UTC);
}

class Sampler {
public:
    Sampler(const SampleOptions& options, const QDate& end)
        : m_dice(options.seed)
        , m_first(end.addMonths(-24).addDays(1))
        , m_end(end)
    {
    }

    Incident next()
    {
        const Scene& scene = scenes[m_dice.pick(scenes, [](const Scene& s) { return s.weight; })];
        const CategoryShare& share = scene.categories[m_dice.pick(scene.categories, [](const CategoryShare& c) {
            return c.weight;
        })];
        Incident incident;
        incident.id = QUuid(static_cast<uint>(m_dice.bits()), static_cast<ushort>(m_dice.bits()),
                            static_cast<ushort>((m_dice.bits() & 0x0fffU) | 0x4000U),
                            static_cast<uchar>((m_dice.bits() & 0x3fU) | 0x80U), byte(), byte(), byte(), byte(), byte(),
                            byte(), byte());
        incident.category = QString::fromLatin1(share.code);
        setTime(incident, scene);
        setPlace(incident, scene);
        const Teller& teller = tellers[m_dice.pick(tellers, [](const Teller& t) { return t.weight; })];
        incident.organisation = QString::fromUtf8(teller.name);
        incident.sourceType = teller.type;
        const QChar group = incident.category.at(0);
        incident.severity = group == QLatin1Char('V') || incident.category == QLatin1String("T3")
                                ? 2 + m_dice.below(2)
                                : 1 + (m_dice.chance(0.3) ? 1 : 0);
        if (group == QLatin1Char('G') || group == QLatin1Char('O'))
            incident.persons = 2 + m_dice.below(14);
        incident.reportedToPolice = m_dice.chance(0.45)  ? PoliceReport::Yes
                                    : m_dice.chance(0.6) ? PoliceReport::No
                                                         : PoliceReport::Unknown;
        incident.surroundings = scene.rhythm == Rhythm::ShopDay && m_dice.chance(0.6) ? Surroundings::Indoor
                                                                                      : Surroundings::Outdoor;
        incident.status = m_dice.chance(0.7)   ? IncidentStatus::Closed
                          : m_dice.chance(0.5) ? IncidentStatus::InProgress
                                               : IncidentStatus::New;
        incident.confidentiality = m_dice.chance(0.2) ? Confidentiality::Partner : Confidentiality::Internal;
        if (m_dice.chance(0.55))
            incident.description = QString::fromUtf8(wordsFor(incident.category, m_dice));
        return incident;
    }

private:
    uchar byte() { return static_cast<uchar>(m_dice.bits()); }

    QDate day(const Scene& scene)
    {
        // A slow rise at the building site and the hub's seasons: dates are drawn again until the month's weight agrees.
        const auto days = static_cast<int>(m_first.daysTo(m_end)) + 1;
        for (;;) {
            const int offset = m_dice.below(days);
            const QDate date = m_first.addDays(offset);
            double weight = monthWeight(date.month()) / 1.3;
            if (scene.rhythm == Rhythm::School && date.month() == 7)
                weight *= 0.3;
            if (qstrcmp(scene.name, "Broplatsen") == 0)
                weight *= 0.3 + 0.7 * offset / days;
            if (m_dice.chance(weight))
                return date;
        }
    }

    void setTime(Incident& incident, const Scene& scene)
    {
        const QDate date = day(scene);
        std::array<int, 24> hours{};
        for (int hour = 0; hour < 24; ++hour)
            hours[static_cast<std::size_t>(hour)] = hour;
        QDate when = date;
        // Weekday by rhythm: the date is moved within its week so that weekends fill at the hub.
        std::array<int, 7> weekdays{0, 1, 2, 3, 4, 5, 6};
        const auto weekdayWeight = [&](int weekday) {
            double sum = 0.0;
            for (int hour : hours)
                sum += hourWeight(scene.rhythm, weekday, hour);
            return sum;
        };
        const int weekday = weekdays[m_dice.pick(weekdays, weekdayWeight)];
        when = date.addDays(weekday - (date.dayOfWeek() - 1));
        if (when < m_first)
            when = when.addDays(7);
        if (when > m_end)
            when = when.addDays(-7);
        const int hour = hours[m_dice.pick(hours, [&](int h) { return hourWeight(scene.rhythm, weekday, h); })];
        incident.occurredFrom = momentAt(when, hour, 5 * m_dice.below(12));
        incident.occurredTo = incident.occurredFrom;

        const QChar group = incident.category.at(0);
        const bool found = group == QLatin1Char('S') || group == QLatin1Char('M') || incident.category == QLatin1String("T2");
        const QDateTime limit = momentAt(m_end, 23, 55);
        const auto spanOf = [&](qint64 minutes) {
            const QDateTime to = incident.occurredFrom.addSecs(minutes * 60);
            if (to <= limit)
                incident.occurredTo = to;
        };
        if (found && m_dice.chance(0.45)) { // discovered afterwards: overnight, or over a weekend
            if (m_dice.chance(0.3))
                spanOf(60 * (36 + m_dice.below(30)));
            else
                spanOf(60 * (5 + m_dice.below(10)));
        } else if (m_dice.chance(0.02)) {
            spanOf(24 * 60 * (7 + m_dice.below(7))); // "some time last week"
        } else if (m_dice.chance(0.3)) {
            spanOf(15 * (1 + m_dice.below(12)));
        }
    }

    void setPlace(Incident& incident, const Scene& scene)
    {
        const Sweref99 centre = m_transform.toSweref(LonLat{scene.lon, scene.lat});
        incident.placeName = QString::fromUtf8(scene.name);
        const double die = m_dice.uniform();
        double spread = scene.spread;
        if (die < 0.58) {
            incident.precision = Precision::Point;
        } else if (die < 0.80) {
            incident.precision = Precision::Street;
        } else if (die < 0.95) {
            incident.precision = Precision::Place;
            spread = 5.0; // the place itself
        } else {
            incident.precision = Precision::Area;
            spread = 60.0;
        }
        incident.position = {std::round((centre.easting + spread * m_dice.normal()) * 10.0) / 10.0,
                             std::round((centre.northing + spread * m_dice.normal()) * 10.0) / 10.0};
        incident.radius = defaultRadius(incident.precision);
        if (incident.precision != Precision::Area)
            return;
        incident.radius = 120.0 + 20.0 * m_dice.below(7);
        if (m_dice.chance(0.4)) {
            const double half = incident.radius / std::numbers::sqrt2;
            for (const auto& [east, north] : {std::pair{-1.0, -1.0}, {1.0, -0.8}, {0.9, 1.0}, {-0.8, 0.9}})
                incident.area.push_back({std::round(incident.position.easting + east * half),
                                         std::round(incident.position.northing + north * half)});
        }
    }

    Dice m_dice;
    QDate m_first;
    QDate m_end;
    geo::Sweref99Transform m_transform;
};

} // namespace

std::vector<Incident> sampleIncidents(const SampleOptions& options)
{
    const QDate end = options.end.isValid() ? options.end : QDate::currentDate().addDays(-1);
    Sampler sampler(options, end);
    std::vector<Incident> incidents;
    incidents.reserve(static_cast<std::size_t>(std::max(0, options.count)));
    for (int i = 0; i < options.count; ++i)
        incidents.push_back(sampler.next());
    std::stable_sort(incidents.begin(), incidents.end(),
                     [](const Incident& a, const Incident& b) { return a.occurredFrom < b.occurredFrom; });
    return incidents;
}

Result<void> makeSample(store::IncidentStore& store, const SampleOptions& options)
{
    Result<store::IncidentStore::Import> transaction = store.beginImport();
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const Incident& incident : sampleIncidents(options))
        if (const Result<store::ImportOutcome> put = transaction->put(incident); !put)
            return tl::unexpected(put.error());
    return transaction->commit();
}

} // namespace hk::workspace
