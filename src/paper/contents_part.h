#pragma once

#include "paper/part.h"

#include <vector>

namespace hk::paper {

/// What stands on which page: a line each with a number, a title, maybe an amount, and the page at the right; a click leads there.
/// Goes on in the next column or on the next page.
class ContentsPart : public Part {
public:
    struct Entry {
        QString number; ///< before the title; may be empty
        QString title;
        QString amount; ///< may be empty
        int page = 0;   ///< as printed
        QString target; ///< id of the frame that it leads to
    };
    /// `amountHead` stands over the amounts; empty: there are none, and the columns need no heads.
    ContentsPart(QString heading, std::vector<Entry> entries, QString amountHead = {});
    double height(double width, double room, const Lettering& letters) const override;
    void paint(Canvas& canvas, const QRectF& rect) const override;
    PartPtr rest(const QSizeF& size, const Lettering& letters) const override;
    std::vector<LinkArea> links(const QRectF& rect, const Lettering& letters) const override;

private:
    double top(const Lettering& letters) const;
    double rowHeight(const Lettering& letters) const;
    std::size_t rowsIn(double room, const Lettering& letters) const;

    QString m_heading;
    std::vector<Entry> m_entries;
    QString m_amountHead;
    bool m_isContinued = false; ///< goes on from the page or column before
};

} // namespace hk::paper
