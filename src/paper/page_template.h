#pragma once

#include "core/result.h"
#include "paper/box.h"
#include "paper/document.h"
#include "paper/page_changes.h"

namespace hk::paper {

enum class Paper { A4, A3 };
enum class Orientation { Landscape, Portrait };

/// Page size in millimetres.
QSizeF paperSize(Paper paper, Orientation orientation);
/// "A4"
QString paperName(Paper paper);
/// "A4 landscape"
QString layoutName(Paper paper, Orientation orientation);
/// Sizes that follow the paper: the text of A3 is larger, since it hangs on a wall.
double letterFactor(Paper paper);

/// How one kind of sheet is laid out, by orientation.
struct SheetTemplate {
    double margin = metricMargin; ///< millimetres
    double letters = 1.0;         ///< size of the letters, times that of the paper
    Box landscape;
    Box portrait;

    const Box& box(Orientation orientation) const { return orientation == Orientation::Landscape ? landscape : portrait; }
    static constexpr double metricMargin = 10.0;
};

/// Size of a sheet's letters on that paper.
double letterFactor(const SheetTemplate& sheet, Paper paper);

/// The kinds of sheets of a product, as a file says them (docs/sidmallar.md).
struct PageTemplate {
    std::map<QString, QString> names;        ///< by language
    std::map<QString, SheetTemplate> sheets; ///< by kind, such as "map"
    PageChanges changes;                     ///< by hand, of the file beside it
};

/// Reads a template from JSON. Errors: FileDamaged with the place in words (row of the kind's box, unknown key, wrong value).
Result<PageTemplate> readTemplate(const QByteArray& json);

/// A template that ships with the program: "motes", "patrull", "lagesbild", "serie", "publik". Thread-safe.
/// Errors: NotFound.
Result<PageTemplate> embeddedTemplate(const QString& name);
/// Its file as it ships, to be copied and changed.
QByteArray embeddedTemplateFile(const QString& name);
/// The template of that name in `folder` where there is a file "NAME.json", else the one that ships; with the
/// changes by hand of changesPath() where that file is. Errors: FileDamaged, FileNotReadable with the file,
/// NotFound.
Result<PageTemplate> templateOf(const QString& name, const QString& folder);
/// "FOLDER/NAME.changes.json": what was changed by hand in pages of this template and kept.
QString changesPath(const QString& name, const QString& folder);
/// Reads it; nothing where it is not there. Errors: FileDamaged, FileNotReadable with the file.
Result<PageChanges> changesOf(const QString& name, const QString& folder);
/// Replaces those of one layout, others stay; what is left empty is no file. Errors: those of changesOf,
/// FileNotWritable.
Result<void> keepChanges(const QString& name, const QString& folder, const QString& layout,
                         const PageEdits& edits);

/// The rectangle within a sheet's margins, millimetres.
QRectF contentRect(const SheetTemplate& sheet, Paper paper, Orientation orientation);

} // namespace hk::paper
