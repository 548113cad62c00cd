#pragma once

#include "report/product.h"
#include "workspace/snapshot.h"

#include <QStringList>
#include <QTemporaryDir>
#include <optional>

namespace hk::test {

/// An incident file on disk, and what the program reads of it.
class StoredFile {
public:
    explicit StoredFile(const std::vector<Incident>& incidents,
                        const CategoryList& categories = CategoryList::standard());
    const workspace::SnapshotPtr& snapshot() const { return m_snapshot; }
    workspace::MapAnalysisPtr analysis(const IncidentFilter& filter) const;
    /// What the sqlite3 shell answers, a line each with "|" between columns, times in Europe/Stockholm for
    /// 'localtime'; nothing, with a warning, where the shell is not installed.
    std::optional<QStringList> ask(const QString& sql) const;

    /// In SQL, easting and northing of the incident `i`, exact, read from its geometry.
    static QString eastingSql();
    static QString northingSql();

private:
    QTemporaryDir m_folder;
    QString m_path;
    workspace::SnapshotPtr m_snapshot;
};

/// The 600 invented incidents of two years until 20 November 2026.
std::vector<Incident> sampleOfTwoYears();
/// One invented incident at Mölndals bro, `metres` east of it.
Incident incidentAt(const QDateTime& utc, const QString& category, double metres = 0.0);

/// A product with its defaults, made on 23 November 2026.
report::ProductOptions optionsOf(report::Product product);
Result<paper::Document> documentOf(const workspace::MapAnalysisPtr& analysis,
                                   const report::ProductOptions& options);

/// The text of a document's PDF as it stands on the page, no-break spaces as spaces; nothing, with a warning,
/// without pdftotext.
std::optional<QString> pageText(const paper::Document& document);
/// The same in the order of painting, line by line, spaces made one.
std::optional<QString> paintedText(const paper::Document& document);
/// The PDF's objects uncompressed (by qpdf); nothing, with a warning, where it is not installed.
std::optional<QByteArray> plainPdf(const paper::Document& document);
/// Cells of the first line that begins with these words; empty: there is none. Cells are two spaces or more
/// apart.
QStringList lineOf(const QString& text, const QString& words);

} // namespace hk::test
