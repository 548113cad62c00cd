#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace hk::i18n {

/// The language of the window, the paper and the command line: installs the translation of our own texts and of Qt's, and
/// sets the default locale, so that words, numbers and dates follow together. Needs the application object.
class Languages {
public:
    Languages() = default;
    ~Languages();
    Languages(const Languages&) = delete;
    Languages& operator=(const Languages&) = delete;

    /// "sv" or "en"; anything else is English.
    void use(const QString& language);
    QString current() const { return m_current; }

private:
    void removeAll();
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace hk::i18n
