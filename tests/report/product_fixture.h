#pragma once

#include "page_fixture.h"
#include "report/product.h"

#include <QTemporaryDir>
#include <optional>

namespace hk::test {

/// An incident file with its analysis: what products are made of, and what the sqlite3 shell reads beside them.
class ProductFile {
public:
    explicit ProductFile(std::vector<Incident> incidents, CategoryList categories = CategoryList::standard());
    explicit ProductFile(const QString& existing);

    const QString& path() const { return m_path; }
    const workspace::SnapshotPtr& snapshot() const { return m_snapshot; }
    report::ProductInput input(const IncidentFilter& filter = {}, const workspace::MapSettings& settings = {}) const;
    /// The rows that the sqlite3 shell answers, local time being Stockholm's; nothing where it is not installed.
    std::optional<QList<QStringList>> sql(const QString& query) const;
    /// The one number that it answers.
    std::optional<qint64> number(const QString& query) const;

private:
    void read(const QString& path);
    QTemporaryDir m_folder;
    QString m_path;
    workspace::SnapshotPtr m_snapshot;
};

/// An incident at the hub moved by metres, at a local time that is not doubled.
Incident incidentAt(const char* category, const QDate& date, const QTime& time, double east, double north, int minutes = 0);

/// What each page of the PDF says: in lines as they stand side by side, then in reading order; nothing where pdftotext is not installed.
std::optional<QStringList> textOf(const paper::Document& document);

/// The bytes of the document's PDF.
QByteArray bytesOf(const paper::Document& document);

/// Options with the printing time of the pages in tests.
report::ProductOptions optionsOf(report::Product product, report::Paper paper = report::Paper::A4,
                                 report::Orientation orientation = report::Orientation::Portrait);

/// FAILs with the error's words where there is none.
paper::Document made(const report::ProductInput& input, const report::ProductOptions& options);

} // namespace hk::test
