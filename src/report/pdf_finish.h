#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace hk::report {

/// A line of the bookmarks beside the pages.
struct PdfBookmark {
    QString title;
    int level = 0;    ///< 0: outermost; one that leaps over a level stands at the next one
    int page = 0;     ///< from 0
    double top = 0.0; ///< millimetres from the top of the page
};

/// A rectangle of a page that leads somewhere when it is clicked.
struct PdfLink {
    int page = 0;
    QRectF rect;          ///< millimetres from the top left
    int targetPage = -1;  ///< from 0; -1: `uri` instead
    double targetTop = 0; ///< millimetres from the top
    QString uri = {};
    QString text = {}; ///< where it leads, for a screen reader
    int element = -1;  ///< of PdfStructure: what it belongs to; -1: none
};

/// A map on a page and the ground under it, north up.
struct PdfMap {
    int page = 0;
    QRectF frame;  ///< millimetres from the top left
    QRectF ground; ///< SWEREF 99 TM; top() is the lower northing
    QString name = {};
};

/// A piece of what is painted, for who cannot see it.
struct PdfElement {
    std::string type; ///< a standard structure type (ISO 32000-1, 14.8.4), such as "H1" or "TD"
    int parent = -1;  ///< the element it stands in, one before it; -1: the document
    QString alt = {}; ///< of a figure, in words
    int page = 0;     ///< where it begins
    QRectF box = {};  ///< of a figure, millimetres from the top left
};

/// What is painted from one mark of a page to the next.
struct PdfMark {
    int element = -1;      ///< whose content it is; -1: an artifact, nothing to be read
    bool isFooter = false; ///< of an artifact: the foot of the sheet
};

/// The structure of a tagged file, in the order of reading.
struct PdfStructure {
    std::vector<PdfElement> elements;
    std::vector<std::vector<PdfMark>>
        marks; ///< by page, as pdf::paintMark() has numbered them; empty: the file is not tagged
};

/// What a PDF says of itself beside what is painted in it.
struct PdfFacts {
    QString title;
    QString author = {};
    QString subject = {};
    QStringList keywords = {};
    QDateTime created = {}; ///< of creation and last change; null: neither is told
    QString language = QStringLiteral("sv-SE");
    std::vector<QSizeF> paper = {}; ///< of each page, millimetres; empty: as it is
    std::vector<PdfBookmark> bookmarks = {};
    std::vector<PdfLink> links = {};
    std::vector<PdfMap> maps = {};
    PdfStructure structure = {};
    bool archival = false; ///< prepared for PDF/A-2b (ISO 19005-2)
};

/// Completes a PDF that Qt has painted, whether or not GDAL has georeferenced it: exact paper, information and XMP
/// that agree, language, bookmarks, page numbers, links, maps in EPSG:3006 that GDAL and QGIS find (ISO 32000 and the
/// geospatial features of its extension level 3), short coordinates, compressed objects. The same input gives the same
/// bytes: no time and no chance is in it. Any thread; about a third of a second for a page full of map.
///
/// Errors: FileDamaged where the bytes are no PDF, ValueOutOfRange where a fact names a page that is not there,
/// FormatNotSupported (PDF/A-2b) where something cannot be archived, such as a font that is not embedded, with what
/// it is in the detail.
Result<QByteArray> finishedPdf(const QByteArray& pdf, const PdfFacts& facts);

} // namespace hk::report
