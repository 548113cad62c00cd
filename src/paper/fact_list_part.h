#pragma once

#include "paper/part.h"

#include <QStringList>
#include <utility>
#include <vector>

namespace hk::paper {

/// Names with what they stand for beside them, each as many lines as it needs; goes on on the next page.
class FactListPart : public Part {
public:
    using Fact = std::pair<QString, QString>; ///< name, value
    explicit FactListPart(std::vector<Fact> facts);
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    PartPtr rest(const QSizeF& size, const Lettering& letters) const override;

private:
    struct Row {
        QStringList name;
        QStringList value;
        double height = 0.0;
    };
    struct Measures {
        double names = 0.0; ///< width of their column
        std::vector<Row> rows;
        std::size_t shown = 0;
        double height = 0.0;
    };
    Measures measure(double width, double room, const Lettering& letters) const;

    std::vector<Fact> m_facts;
    bool m_isContinued = false; ///< goes on from the page before
};

} // namespace hk::paper
