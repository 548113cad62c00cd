#pragma once

#include "paper/part.h"

#include <vector>

namespace hk::paper {

/// Words and numbers in rows.
struct TableData {
    struct Column {
        QString title;
        bool words = true;  ///< to the left and cut where there is too little room; numbers stand to the right, whole
        bool strong = false;
    };
    QString title;
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    int sumRow = -1; ///< row that stands under a line, in strong letters; -1: none
    QString note;    ///< below the last row
    bool fill = false; ///< as wide as there is room for, the columns apart
};

/// A table: columns as wide as they need, words cut where there is too little room, rows without room counted in a line
/// or, where it may go on, on the next page under the same heads.
class TablePart : public Part {
public:
    enum class Overflow { Count, Continue };
    explicit TablePart(TableData data, Overflow overflow = Overflow::Count);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    PartPtr rest(const QSizeF& size, const Lettering& letters) const override;

private:
    struct Column {
        QStringList head;
        double width = 0.0;
    };
    struct Measures {
        std::vector<Column> columns;
        int headLines = 1;
        QStringList note;
        double top = 0.0; ///< heading and heads
        double row = 0.0;
        int rows = 0;     ///< that have room
        double height = 0.0;
    };
    Measures measure(double width, double room, const Lettering& letters) const;
    /// For the first of its rows.
    std::vector<Column> columnsAt(double width, std::size_t rows, const Lettering& letters) const;
    /// Heads, rows and rulings; returns the bottom of the last row.
    double paintGrid(Canvas& canvas, const QRectF& rect, const Measures& measures) const;
    void paintHeads(Canvas& canvas, const QRectF& rect, const Measures& measures, double top) const;
    void paintRow(Canvas& canvas, const QRectF& rect, const Measures& measures, std::size_t row, double top) const;

    TableData m_data;
    Overflow m_overflow;
    bool m_isContinued = false; ///< goes on from the page before
};

} // namespace hk::paper
