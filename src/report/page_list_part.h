#pragma once

#include "paper/part.h"

#include <vector>

namespace hk::report {

/// A list of pages that leads to its pages: number, title, an amount and the page in a row each; goes on on the next page or
/// column.
class PageListPart : public paper::Part {
public:
    struct Entry {
        QString number; ///< before the title; may be empty
        QString title;
        QString amount; ///< may be empty
        int page = 0;   ///< as printed
        QString target; ///< id of the frame it leads to
    };
    /// `amountHead` stands over the amounts; empty: there are none.
    PageListPart(QString heading, QString amountHead, std::vector<Entry> entries);
    double height(double width, double room, const paper::Lettering& letters) const override;
    void paint(paper::Canvas& canvas, const QRectF& rect) const override;
    paper::PartPtr rest(const QSizeF& size, const paper::Lettering& letters) const override;
    std::vector<paper::LinkArea> links(const QRectF& rect, const paper::Lettering& letters) const override;

private:
    double top(const paper::Lettering& letters) const;
    double rowHeight(const paper::Lettering& letters) const;
    std::size_t rowsIn(double room, const paper::Lettering& letters) const;

    QString m_heading;
    QString m_amountHead;
    std::vector<Entry> m_entries;
    bool m_isContinued = false; ///< goes on from the page or column before
};

} // namespace hk::report
