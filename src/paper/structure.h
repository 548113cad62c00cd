#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace hk::paper {

/// What a piece of a page is to who does not see it, as a tagged PDF names it (ISO 32000-1, 14.8.4). Figures,
/// paragraphs, headings, cells, items and links hold what is painted; tables, rows, lists and contents hold
/// those.
enum class Role {
    Artifact, ///< nothing to be read: rulings, the repeated head of a table
    Footer,   ///< the same, as it stands at the foot of every sheet
    Paragraph,
    Title,   ///< heading of the document or of a sheet
    Section, ///< heading of a section below the title
    Heading, ///< heading of a part, below that of its section or of the title
    Figure,
    Table,
    Row,
    HeadCell, ///< of the column below it
    Cell,
    List,
    Item,
    Contents,
    ContentsEntry,
    Link
};

/// A piece that is painted from here to its end.
struct Element {
    Role role = Role::Paragraph;
    QString alt = {};       ///< of a figure or a link, in words
    QRectF rect = {};       ///< of a figure or a link, millimetres on paper
    QString target = {};    ///< of a link: id of the frame it leads to
    bool continued = false; ///< goes on with the last one of its role in the same flowing part
};

/// Hears what is painted, piece by piece, in the order of reading.
class Structure {
public:
    Structure() = default;
    Structure(const Structure&) = delete;
    Structure& operator=(const Structure&) = delete;
    virtual ~Structure() = default;

    /// A frame of the sheet comes; none of an element is open.
    virtual void frame(const QString& id) = 0;
    virtual void begin(const Element& element, QPainter& painter) = 0;
    virtual void end(QPainter& painter) = 0;
    /// Whether what is painted now belongs to an element that holds content.
    virtual bool isInContent() const = 0;
    /// Text comes: whether it follows other text of the same element, so that a space stands between their
    /// words.
    virtual bool followsText() = 0;
};

} // namespace hk::paper
