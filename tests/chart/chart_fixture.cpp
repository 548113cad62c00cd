#include "chart_fixture.h"

#include <QFontDatabase>
#include <QPainter>
#include <cmath>

namespace hk::test {

chart::Style paperStyle()
{
    chart::Style style;
    style.font = QFont(QFontDatabase::hasFamily(QStringLiteral("Open Sans")) ? QStringLiteral("Open Sans") : QFont().family());
    style.fontUnits = 100.0;
    style.font.setPixelSize(static_cast<int>(std::lround(6.5 * 25.4 / 72 * style.fontUnits)));
    style.font.setHintingPreference(QFont::PreferNoHinting);
    return style;
}

QImage pictureOf(const chart::Chart& drawn, const QSizeF& size, double perUnit, const QColor& ground)
{
    QImage image((size * perUnit).toSize(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.scale(perUnit, perUnit);
    drawn.paint(painter);
    return image;
}

chart::HourBars sampleHours()
{
    chart::HourBars bars;
    bars.heading = {QStringLiteral("Händelser per timme på dygnet"), QStringLiteral("händelser")};
    const int counts[24] = {31, 27, 22, 14, 6, 2, 1, 4, 9, 12, 11, 14, 18, 16, 19, 24, 33, 38, 41, 47, 58, 63, 61, 44};
    std::copy(std::begin(counts), std::end(counts), bars.values.begin());
    return bars;
}

chart::WeekGrid sampleWeek()
{
    chart::WeekGrid grid;
    grid.heading = {QStringLiteral("Veckodag och timme"), QStringLiteral("händelser")};
    const chart::HourBars hours = sampleHours();
    for (std::size_t day = 0; day < 7; ++day)
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double evening = day == 4 || day == 5 ? 1.0 : 0.45;
            grid.values[24 * day + hour] = std::floor(hours.values[hour] * evening * (0.25 + 0.05 * static_cast<double>((day * 7 + hour * 3) % 5)));
        }
    return grid;
}

chart::MonthSeries sampleMonths(int months)
{
    chart::MonthSeries series;
    series.heading = {QStringLiteral("Händelser per månad"), QStringLiteral("händelser")};
    series.name = QStringLiteral("denna period");
    series.referenceName = QStringLiteral("samma månad året före");
    for (int i = 0; i < months; ++i) {
        chart::MonthSeries::Month month;
        month.year = 2025 + i / 12;
        month.month = 1 + i % 12;
        month.value = 60 + (i * 37) % 50;
        if (i > 1)
            month.yearBefore = 55 + (i * 23) % 61;
        month.whole = i + 1 < months;
        series.months.push_back(month);
    }
    return series;
}

chart::BarList sampleCategories(int count)
{
    const QStringList names{QStringLiteral("Öppen narkotikahandel"), QStringLiteral("Skadegörelse och klotter på kommunal egendom"),
                            QStringLiteral("Ordningsstörning"), QStringLiteral("Skadegörelse och klotter på privat egendom"),
                            QStringLiteral("Otrygg plats"), QStringLiteral("Cykelstöld"), QStringLiteral("Nedskräpning"),
                            QStringLiteral("Buskörning med moped"), QStringLiteral("Hot"), QStringLiteral("Trasig belysning")};
    chart::BarList list;
    list.heading = {QStringLiteral("Händelser per kategori"), QStringLiteral("händelser")};
    list.most = 8;
    for (int i = 0; i < count; ++i)
        list.bars.push_back({i < names.size() ? names.at(i) : QStringLiteral("Kategori %1").arg(i + 1), double((i * 53) % 97 + 3), {}});
    return list;
}

} // namespace hk::test
