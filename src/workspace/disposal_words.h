#pragma once

#include "core/category.h"
#include "store/incident_store.h"

#include <QDateTime>
#include <QList>

namespace hk::workspace {

/// A protocol before it is put on paper.
struct Protocol {
    struct Table {
        QString heading;
        QStringList columns;
        QList<QStringList> rows; ///< the last column holds numbers
    };
    QString title;
    QDateTime at;                             ///< local: of what it tells of
    QList<std::pair<QString, QString>> facts; ///< name, value
    QList<Table> tables;
    QStringList remarks;
};

/// What was disposed of, by whom, by which rules, in the language of the installed translator. Holds no incident's own words.
Protocol disposalProtocol(const store::DisposalReport& report, const store::StoreInfo& info, const CategoryList& categories);

/// "N1 Öppen narkotikahandel, internal": which incidents a rule is for.
QString describe(const store::DisposalRule& rule, const CategoryList& categories);
/// "24 months"
QString months(int months);
/// "N1 Öppen narkotikahandel"; of a category that is not in the list its code.
QString categoryWords(const QString& code, const CategoryList& categories);

} // namespace hk::workspace
