#pragma once

#include "core/result.h"
#include "paper/box.h"
#include "paper/document.h"

namespace hk::paper {

enum class Paper { A4, A3 };
enum class Orientation { Landscape, Portrait };

/// Page size in millimetres.
QSizeF paperSize(Paper paper, Orientation orientation);
/// "A4"
QString paperName(Paper paper);
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
    std::map<QString, QString> names;          ///< by language
    std::map<QString, SheetTemplate> sheets;   ///< by kind, such as "map"
};

/// Reads a template from JSON. Errors: FileDamaged with the place in words (row of the kind's box, unknown key, wrong value).
Result<PageTemplate> readTemplate(const QByteArray& json);

/// A template that ships with the program: "motes", "patrull", "lagesbild", "serie", "publik". Thread-safe.
/// Errors: NotFound.
Result<PageTemplate> embeddedTemplate(const QString& name);
/// Its file as it ships, to be copied and changed.
QByteArray embeddedTemplateFile(const QString& name);
/// The template of that name in `folder` where there is a file "NAME.json", else the one that ships. Errors: FileDamaged,
/// FileNotReadable with the file, NotFound.
Result<PageTemplate> templateOf(const QString& name, const QString& folder);

/// The rectangle within a sheet's margins, millimetres.
QRectF contentRect(const SheetTemplate& sheet, Paper paper, Orientation orientation);

} // namespace hk::paper
