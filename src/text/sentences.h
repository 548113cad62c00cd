#pragma once

#include "core/category.h"
#include "core/incident_filter.h"
#include "core/result.h"

#include <QLocale>
#include <QString>
#include <QStringList>

/// Sentences for people, in the language of the installed translator: used by the window, the paper and the
/// command line.
namespace hk::text {

/// One sentence of what happened and one of what to do, with the place (file, row, field) where known.
QString describe(const Error& error);
/// Why a row of an import is left out as one that is there already, and what to do.
QString likelyDuplicate();
/// On screen name of a field such as "from" → "Från".
QString fieldName(const QString& field);

QString nameOf(Precision value);
QString nameOf(Surroundings value);
QString nameOf(SourceType value);
QString nameOf(PoliceReport value);
QString nameOf(IncidentStatus value);
QString nameOf(Confidentiality value);
QString nameOf(CategoryGroup value);
/// Name of the category in the current language.
QString nameOf(const Category& category);

/// Who is to be named for the map (map::attributionOf), in the current language what is the program's own wording.
QString attribution(QString named);

/// Whole numbers with the locale's grouping: "1 250".
QString number(qint64 value);
/// `digits` significant decimals with the locale's comma: "12,5".
QString number(double value, int decimals);
QString percent(double share, int decimals = 0); ///< 0.413 → "41 %"
/// "kl. 14.30"
QString clock(const QTime& time);
/// Period of a filter: "1 januari 2024 – 31 mars 2024", "från 1 januari 2024", "hela tiden".
QString period(const QDate& from, const QDate& to);
/// "fre–lör kl. 20–02"; weekdays 0 = Monday.
QString weekBand(int firstWeekday, int lastWeekday, int fromHour, int toHour);
QString weekday(int weekday, QLocale::FormatType format = QLocale::ShortFormat);
/// Hours × weekdays of a filter in words; empty where all.
QString weekHours(const WeekHours& hours);
/// The whole filter in one line, without the period: "Kategorier: N1, N2. Fre–lör kl. 20–02." or "Alla
/// händelser".
QString filter(const IncidentFilter& filter, const CategoryList& categories);
/// The parts of a filter that choose by place, a sentence each: "Inom ett ritat område.", "DeSO: 1481C1070.", "Inom 100 m från
/// Hållplatser."; empty: none.
QStringList placeFilter(const IncidentFilter& filter);
/// A span in local time: "fre 3 jan 2025 kl. 18.00 – mån 6 jan kl. 07.00".
QString span(const QDateTime& fromUtc, const QDateTime& toUtc);
/// "48 händelser" with the right plural.
QString incidents(qint64 count);

} // namespace hk::text
