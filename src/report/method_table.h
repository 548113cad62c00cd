#pragma once

#include "methods/method_result.h"
#include "report/lettering.h"

#include <QRectF>
#include <vector>

namespace hk::report {

class Canvas;

/// A result's table set in a given width: columns as wide as they need, words cut where there is too little room.
class MethodTable {
public:
    /// `width` in millimetres.
    MethodTable(const methods::ResultTable& table, const Lettering& letters, double width);

    double headHeight() const; ///< heading of the table and of its columns
    double rowHeight() const;
    int rows() const { return static_cast<int>(m_cells.size()); }
    /// Height with so many rows, and a line for those that are cut.
    double height(int rows) const;
    /// As many rows as go into `room`; -1: not even one.
    int rowsIn(double room) const;
    void paint(Canvas& canvas, const QPointF& topLeft, int rows) const;

private:
    struct Column {
        QStringList head;
        double width = 0.0;
        bool words = false;
    };
    const Lettering& m_letters;
    QString m_title;
    double m_width;
    std::vector<Column> m_columns;
    std::vector<QStringList> m_cells; ///< by row
    int m_headLines = 1;
};

} // namespace hk::report
