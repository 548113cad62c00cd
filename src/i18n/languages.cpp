#include "i18n/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace hk::i18n {

Languages::~Languages()
{
    if (QCoreApplication::instance())
        removeAll();
}

void Languages::removeAll()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

void Languages::use(const QString& language)
{
    removeAll();
    m_current = language == QLatin1String("sv") ? QStringLiteral("sv") : QStringLiteral("en");
    QLocale::setDefault(m_current == QLatin1String("sv") ? QLocale(QLocale::Swedish, QLocale::Sweden)
                                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (m_current == QLatin1String("sv")
        && (m_qt.load(QStringLiteral("qtbase_sv"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))
            || m_qt.load(QStringLiteral(":/i18n/qt_sv.qm"))))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file, too: for its plural forms.
    if (m_own.load(QStringLiteral(":/i18n/handelsekartan_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace hk::i18n
