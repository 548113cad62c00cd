#include "report/page_layout.h"

#include "workspace/map_legend.h"

#include <algorithm>
#include <cmath>

namespace hk::report {

namespace {

using namespace metric;

constexpr double a3Factor = 1.2;

struct Sizes {
    double side; ///< width of the side column on landscape, height of the band below the map on portrait
};

Sizes sizesOf(const MapPage& page)
{
    const bool large = page.paper == Paper::A3;
    if (page.orientation == Orientation::Landscape)
        return {large ? 98.0 : 76.0};
    return {large ? 112.0 : 84.0};
}

void layOutMarks(const MapPage& page, const Lettering& letters, MapLayout& layout)
{
    const double f = letters.factor();
    const double height = 6.0 * f;
    const double padding = 2.4 * f;
    const double most = layout.content.width() * 0.36;
    double top = layout.content.top();
    const auto add = [&](const QString& text, bool filled) {
        if (text.isEmpty())
            return;
        const QString shown = letters.elided(Type::Mark, text, most - 2 * padding);
        const double width = letters.width(Type::Mark, shown) + 2 * padding;
        layout.marks.push_back({QRectF(layout.content.right() - width, top, width, height), shown, filled});
        top += height + 1.4 * f;
    };
    add(Lettering::plain(page.confidentiality), false);
    if (page.sample)
        add(headWords(page).sampleMark, true);
}

TextBlock titleBlock(const QString& title, const Lettering& letters, QRectF rect)
{
    if (letters.width(Type::Title, title) <= rect.width()) {
        rect.setHeight(letters.lineHeight(Type::Title));
        return {rect, Type::Title, title.isEmpty() ? QStringList() : QStringList{title}};
    }
    rect.setHeight(2 * letters.lineHeight(Type::TitleSmall));
    return {rect, Type::TitleSmall, letters.wrapped(Type::TitleSmall, title, rect.width(), 2)};
}

/// Period, filter and counts: on one line where they fit, else the filter on lines of its own.
TextBlock subtitleBlock(const HeadWords& words, const Lettering& letters, const QRectF& rect)
{
    constexpr int mostFilterLines = 3;
    const QString dot = QStringLiteral("  ·  ");
    const auto joined = [&](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(dot);
    };
    TextBlock block{rect, Type::Subtitle, {}};
    if (const QString all = joined({words.period, words.filter, words.counts});
        letters.width(Type::Subtitle, all) <= rect.width()) {
        block.lines = {all};
    } else {
        block.lines = {letters.elided(Type::Subtitle, joined({words.period, words.counts}), rect.width())};
        block.lines += letters.wrapped(Type::Subtitle, words.filter, rect.width(), mostFilterLines);
    }
    block.rect.setHeight(static_cast<double>(block.lines.size()) * letters.lineHeight(Type::Subtitle));
    return block;
}

double heightOf(const TextBlock& block, const Lettering& letters)
{
    return static_cast<double>(block.lines.size()) * letters.lineHeight(block.type);
}

/// How the legend of layers is measured on paper; not longer than the letters.
map::LegendMeasures legendMeasures(const Lettering& letters)
{
    const double f = letters.factor();
    map::LegendMeasures measures;
    measures.row = metric::studyRow * f;
    measures.signWidth = 6.0 * f;
    measures.signHeight = 3.2 * f;
    measures.gap = 1.6 * f;
    const auto type = [](bool heading) { return heading ? Type::Strong : Type::Small; };
    measures.width = [&letters, type](const QString& words, bool heading) { return letters.width(type(heading), words); };
    measures.elided = [&letters, type](const QString& words, bool heading, double width) {
        return letters.elided(type(heading), Lettering::plain(words), width);
    };
    measures.more = [](std::size_t lines) { return workspace::moreLegendLines(lines); };
    return measures;
}

/// Lays the parts of a column one below another.
class Column {
public:
    Column(const MapPage& page, const Lettering& letters, PageLayout& layout, const QRectF& rect)
        : m_page(page)
        , m_letters(letters)
        , m_layout(layout)
        , m_rect(rect)
        , m_top(rect.top())
        , m_bottom(rect.bottom())
        , m_f(letters.factor())
    {}

    void heatmapLegend()
    {
        if (!m_page.scene.heatmap || m_page.scene.heatmap->scale.isEmpty())
            return;
        TextBlock note{{}, Type::Small, wrapped(Type::Small, m_layout.words.heatmapNote, 3)};
        const double before = (heading + legendBar + legendNumbers + 0.8) * m_f;
        m_layout.heatmapLegend = fromTop(before + heightOf(note, m_letters));
        note.rect = m_layout.heatmapLegend.adjusted(0, before, 0, 0);
        m_layout.heatmapNote = note;
    }

    void study()
    {
        const auto& study = m_page.scene.study;
        if (!study || study->classes.empty())
            return;
        m_layout.studyTitle = {{}, Type::Heading, wrapped(Type::Heading, Lettering::plain(study->title), 2)};
        m_layout.studyNote = {{}, Type::Tiny, wrapped(Type::Tiny, Lettering::plain(study->note), 4)};
        const double title = heightOf(m_layout.studyTitle, m_letters) + 0.6 * m_f;
        const double classes = static_cast<double>(study->classes.size()) * studyRow * m_f;
        const double note = heightOf(m_layout.studyNote, m_letters);
        m_layout.study = fromTop(title + classes + (note > 0 ? 0.8 * m_f + note : 0.0));
        m_layout.studyTitle.rect = m_layout.study;
        m_layout.studyNote.rect = m_layout.study.adjusted(0, m_layout.study.height() - note, 0, 0);
    }

    /// The first words of what a method found, as many as have room: all of them stand on the next sheet.
    void method()
    {
        if (!m_page.method || m_page.showHotspots)
            return;
        auto add = [this, used = metric::heading * m_f](const QStringList& paragraphs, Type type, int most) mutable {
            TextBlock block{{}, type, {}};
            for (const QString& paragraph : paragraphs) {
                const QStringList lines = wrapped(type, Lettering::plain(paragraph), most);
                const double height = static_cast<double>(block.lines.size() + lines.size()) * m_letters.lineHeight(type);
                if (used + height > room())
                    break;
                block.lines += lines;
            }
            if (block.lines.isEmpty())
                return;
            const double height = heightOf(block, m_letters);
            block.rect = QRectF(m_rect.left(), m_top + used, m_rect.width(), height);
            used += height + 1.2 * m_f;
            m_layout.methodWords.push_back(block);
            m_layout.method = QRectF(m_rect.left(), m_top, m_rect.width(), used);
        };
        add(m_page.method->sentences, Type::Body, 6);
        add(m_page.method->warnings, Type::Small, 4);
        add(m_page.method->remarks, Type::Small, 3);
        add(m_page.method->parameters, Type::Tiny, 2);
    }

    void symbols()
    {
        if (m_layout.legend.empty())
            return;
        const auto rows = static_cast<double>((m_layout.legend.size() + 1) / 2);
        m_layout.symbols = fromTop((heading + rows * legendRow) * m_f);
    }

    void layers()
    {
        constexpr double mostOfRoom = 0.4;
        m_layout.layerRows = map::layOutLegend(m_page.layers, legendMeasures(m_letters),
                                               {m_rect.width(), mostOfRoom * room() - heading * m_f});
        if (!m_layout.layerRows.rows.empty())
            m_layout.layers = fromTop(heading * m_f + m_layout.layerRows.size.height());
    }

    void scale()
    {
        m_layout.scale = fromBottom(scaleBlock * m_f);
        const double width = m_rect.width() - 11.0 * m_f;
        QRectF text = m_layout.scale;
        text.setWidth(width);
        text.setTop(text.bottom() - 2 * m_letters.lineHeight(Type::Tiny));
        m_layout.north = {text, Type::Tiny,
                          QStringList{m_letters.elided(Type::Tiny, m_layout.words.crs, width),
                                      m_letters.elided(Type::Tiny, m_layout.words.north, width)}};
    }

    void remarks()
    {
        constexpr int mostLinesEach = 3;
        constexpr double mostOfRoom = 0.3;
        QStringList lines;
        for (const QString& remark : m_layout.words.remarks)
            lines += wrapped(Type::Small, remark, mostLinesEach);
        if (lines.isEmpty())
            return;
        const auto most = std::max<qsizetype>(
            2, static_cast<qsizetype>(room() * mostOfRoom / m_letters.lineHeight(Type::Small)));
        if (lines.size() > most) {
            lines.resize(most);
            lines.last() = m_letters.elided(Type::Small, lines.last() + QStringLiteral(" …"), m_rect.width());
        }
        m_layout.remarks = {{}, Type::Small, lines};
        m_layout.remarks.rect = fromBottom(heightOf(m_layout.remarks, m_letters));
    }

    /// The table in what is left, with as many rows as there is room for beside the key to their codes.
    void hotspots()
    {
        if (!m_page.showHotspots)
            return;
        const auto total = static_cast<int>(m_page.hotspots.size());
        TextBlock note{{}, Type::Tiny, {}};
        if (total > 0)
            note.lines = wrapped(Type::Tiny, m_layout.words.hotspotsNote, 4);
        const double gap = 1.6 * m_f;
        const int most = std::min(total, static_cast<int>(room() / (tableRow * m_f)));
        for (int rows = most; rows >= 0; --rows) {
            constexpr int mostKeyLines = 8;
            TextBlock key{{}, Type::Tiny, wrapped(Type::Tiny, codeKey(m_page, rows), mostKeyLines)};
            const bool cut = rows < total;
            const double table =
                (heading + (total > 0 ? tableHead : moreLine) + rows * tableRow + (cut ? moreLine : 0)) * m_f;
            const double below =
                heightOf(note, m_letters) + gap + (key.lines.isEmpty() ? 0 : heightOf(key, m_letters) + gap);
            if (table + below > room() && rows > 0)
                continue;
            m_layout.hotspotRows = rows;
            m_layout.hotspotsCut = total - rows;
            m_layout.hotspots = QRectF(m_rect.left(), m_top, m_rect.width(), std::min(table, room()));
            double y = m_layout.hotspots.bottom() + gap;
            for (TextBlock* block : {&key, &note}) {
                const double height = heightOf(*block, m_letters);
                if (block->lines.isEmpty() || y + height > m_bottom + 1e-6)
                    continue;
                block->rect = QRectF(m_rect.left(), y, m_rect.width(), height);
                y += height + gap;
            }
            m_layout.codes = key.rect.isEmpty() ? TextBlock{} : key;
            m_layout.hotspotsNote = note.rect.isEmpty() ? TextBlock{} : note;
            return;
        }
    }

private:
    double room() const { return m_bottom - m_top; }
    QStringList wrapped(Type type, const QString& text, int lines) const
    {
        return m_letters.wrapped(type, text, m_rect.width(), lines);
    }
    QRectF fromTop(double height)
    {
        const QRectF rect(m_rect.left(), m_top, m_rect.width(), height);
        m_top += height + rhythm * m_f;
        return rect;
    }
    QRectF fromBottom(double height)
    {
        const QRectF rect(m_rect.left(), m_bottom - height, m_rect.width(), height);
        m_bottom -= height + rhythm * m_f;
        return rect;
    }

    const MapPage& m_page;
    const Lettering& m_letters;
    PageLayout& m_layout;
    QRectF m_rect;
    double m_top;
    double m_bottom;
    double m_f;
};

} // namespace

Lettering letteringOf(Paper paper)
{
    return Lettering(paper == Paper::A3 ? a3Factor : 1.0);
}

MapLayout layOutMap(const MapPage& page)
{
    const Lettering letters = letteringOf(page.paper);
    const double f = letters.factor();
    const bool landscape = page.orientation == Orientation::Landscape;
    const QSizeF paper = paperSize(page.paper, page.orientation);
    const HeadWords words = headWords(page);

    MapLayout layout;
    layout.content = QRectF(QPointF(), paper).adjusted(margin, margin, -margin, -margin);
    layOutMarks(page, letters, layout);
    double marksWidth = 0;
    double marksBottom = layout.content.top();
    for (const Mark& mark : layout.marks) {
        marksWidth = std::max(marksWidth, mark.rect.width() + rhythm * f);
        marksBottom = std::max(marksBottom, mark.rect.bottom());
    }
    QRectF line = layout.content;
    line.setWidth(layout.content.width() - marksWidth);
    layout.title = titleBlock(words.title, letters, line);
    line.setTop(layout.title.rect.bottom() + 0.8 * f);
    layout.subtitle = subtitleBlock(words, letters, line);

    layout.footer = layout.content;
    layout.footer.setTop(layout.content.bottom() - 2 * letters.lineHeight(Type::Tiny));
    const QRectF body(QPointF(layout.content.left(),
                              std::max(layout.subtitle.rect.bottom(), marksBottom) + 0.6 * rhythm * f),
                      QPointF(layout.content.right(), layout.footer.top() - 0.5 * rhythm * f));
    const double side = sizesOf(page).side;
    layout.border = body;
    layout.side = body;
    if (landscape) {
        layout.side.setLeft(body.right() - side);
        layout.border.setRight(layout.side.left() - 1.25 * rhythm * f);
    } else {
        layout.side.setTop(body.bottom() - side);
        layout.border.setBottom(layout.side.top() - rhythm * f);
    }
    layout.map = layout.border.adjusted(band * f, band * f, -band * f, -band * f);
    return layout;
}

PageLayout layOut(const MapPage& page)
{
    const Lettering letters = letteringOf(page.paper);
    PageLayout layout;
    static_cast<MapLayout&>(layout) = layOutMap(page);
    layout.words = pageWords(page, layout.map);
    layout.legend = legendItems(page, layout.map);
    if (page.orientation == Orientation::Landscape) {
        Column column(page, letters, layout, layout.side);
        column.heatmapLegend();
        column.study();
        column.symbols();
        column.scale();
        column.remarks();
        column.layers();
        column.hotspots();
        column.method();
        return layout;
    }
    const double gap = 2 * metric::rhythm * letters.factor();
    QRectF left = layout.side;
    left.setWidth((layout.side.width() - gap) * 0.56);
    QRectF right = layout.side;
    right.setLeft(left.right() + gap);
    Column legends(page, letters, layout, right);
    legends.heatmapLegend();
    legends.study();
    legends.symbols();
    legends.scale();
    legends.layers();
    Column table(page, letters, layout, left);
    table.remarks();
    table.hotspots();
    table.method();
    return layout;
}

std::vector<std::pair<const char*, QRectF>> PageLayout::frames() const
{
    std::vector<std::pair<const char*, QRectF>> all{
        {"title", title.rect},     {"subtitle", subtitle.rect},
        {"map", border},           {"heatmap legend", heatmapLegend},
        {"symbols", symbols},      {"hotspots", hotspots},
        {"layers", layers},
        {"study", study},          {"method", method},
        {"codes", codes.rect},     {"hotspots note", hotspotsNote.rect},
        {"remarks", remarks.rect}, {"scale", scale},
        {"footer", footer}};
    for (const Mark& mark : marks)
        all.emplace_back("mark", mark.rect);
    std::erase_if(all, [](const auto& frame) { return frame.second.isEmpty(); });
    return all;
}

} // namespace hk::report
