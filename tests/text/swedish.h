#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QTranslator>

namespace hk::test {

/// Swedish for the source strings that decide form, not wording: shows that correct Swedish can be said with
/// them.
class SwedishWords : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char* comment, int n) const override
    {
        if (QByteArrayView(context) != "hk::text")
            return {};
        const QHash<QByteArray, QStringList> words{
            {"%1%", {QStringLiteral("%1\u00a0%")}},
            {"HH:mm", {QStringLiteral("HH.mm")}},
            {"%1, %2", {QStringLiteral("%1 %2")}},
            {"%1, %2–%3", {QStringLiteral("%1 %2–%3")}},
            {"%1, %2 – %3, %4", {QStringLiteral("%1 %2 – %3 %4")}},
            {"%1 %2–%3", {QStringLiteral("%1 kl.\u00a0%2–%3")}},
            {"%1 %2 – %3 %4", {QStringLiteral("%1 kl.\u00a0%2 – %3 kl.\u00a0%4")}},
            {"24:00", {QStringLiteral("24.00")}},
            {"%1, all day", {QStringLiteral("%1, hela dagen")}},
            {"%1 – %2, all days", {QStringLiteral("%1 – %2, hela dagar")}},
            {"every day", {QStringLiteral("alla dagar")}},
            {"from %1", {QStringLiteral("från %1")}},
            {"to %1 inclusive", {QStringLiteral("till och med %1")}},
            {"all time", {QStringLiteral("hela tiden")}},
            {"%Ln incident(s)", {QStringLiteral("%Ln händelse"), QStringLiteral("%Ln händelser")}},
            {"%Ln hour(s) of the week",
             {QStringLiteral("%Ln timme i veckan"), QStringLiteral("%Ln timmar i veckan")}},
            {"Category: %1.", {QStringLiteral("Kategori: %1."), QStringLiteral("Kategorier: %1.")}},
            {"Organisation: %1.", {QStringLiteral("Aktör: %1."), QStringLiteral("Aktörer: %1.")}},
            {"All incidents", {QStringLiteral("Alla händelser")}},
        };
        if (QByteArrayView(source) == "%1" && QByteArrayView(comment).startsWith("a time of day"))
            return QStringLiteral("kl.\u00a0%1");
        const QStringList forms = words.value(source);
        return forms.size() == 2 ? forms[n == 1 ? 0 : 1] : forms.value(0);
    }
    bool isEmpty() const override { return false; }
};

/// The language of a test, put back at its end.
class InSwedish {
public:
    InSwedish()
    {
        QLocale::setDefault(QLocale(QLocale::Swedish, QLocale::Sweden));
        QCoreApplication::installTranslator(&m_words);
    }
    ~InSwedish()
    {
        QCoreApplication::removeTranslator(&m_words);
        QLocale::setDefault(m_before);
    }
    InSwedish(const InSwedish&) = delete;
    InSwedish& operator=(const InSwedish&) = delete;

private:
    QLocale m_before;
    SwedishWords m_words;
};

class InEnglish {
public:
    InEnglish() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    ~InEnglish() { QLocale::setDefault(m_before); }
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;

private:
    QLocale m_before;
};

} // namespace hk::test
