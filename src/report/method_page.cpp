#include "report/method_page.h"

#include "report/canvas.h"
#include "report/method_table.h"
#include "report/page_parts.h"
#include "report/translated.h"

#include <algorithm>
#include <cmath>

namespace hk::report {

namespace {

constexpr double wordsShare = 0.4; ///< of a landscape page's width
constexpr double columnGap = 9.0;
constexpr double leastTable = 30.0; ///< room that another table must have, at factor 1

/// Fills a column from the top; paints where there is a canvas, and only measures where there is none.
class Flow {
public:
    Flow(const Lettering& letters, const QRectF& rect, Canvas* canvas, std::vector<std::pair<QString, QRectF>>& frames)
        : m_letters(letters)
        , m_rect(rect)
        , m_canvas(canvas)
        , m_frames(frames)
        , m_y(rect.top())
    {}

    double room() const { return m_rect.bottom() - m_y; }

    /// A heading and paragraphs; what has no room is left out with a sign.
    void words(const QString& heading, const QStringList& paragraphs, Type type, QRgb ink)
    {
        if (paragraphs.isEmpty())
            return;
        const double f = m_letters.factor();
        const double head = heading.isEmpty() ? 0.0 : metric::heading * f;
        TextBlock block{{}, type, {}};
        for (const QString& paragraph : paragraphs)
            block.lines += m_letters.wrapped(type, Lettering::plain(paragraph), m_rect.width(), 8);
        const auto most = static_cast<qsizetype>((room() - head) / m_letters.lineHeight(type));
        if (most < 1)
            return;
        if (block.lines.size() > most) {
            block.lines.resize(most);
            block.lines.last() = m_letters.elided(type, block.lines.last() + QStringLiteral(" …"), m_rect.width());
        }
        const double height = static_cast<double>(block.lines.size()) * m_letters.lineHeight(type);
        const QRectF frame = take(QStringLiteral("words"), head + height);
        block.rect = frame.adjusted(0, head, 0, 0);
        if (!m_canvas)
            return;
        if (!heading.isEmpty())
            m_canvas->heading(frame, heading);
        m_canvas->block(block, ink);
    }

    /// `whole`: only if all its rows have room.
    void table(const methods::ResultTable& table, bool whole)
    {
        const MethodTable made(table, m_letters, m_rect.width());
        const int rows = made.rowsIn(room());
        const bool cut = rows < made.rows();
        if (rows < 0 || (cut && (whole || room() < leastTable * m_letters.factor())))
            return;
        const QRectF frame = take(QStringLiteral("table"), made.height(rows));
        if (m_canvas)
            made.paint(*m_canvas, frame.topLeft(), rows);
    }

    void bars(const methods::ResultBars& bars)
    {
        const double f = m_letters.factor();
        const double row = m_letters.lineHeight(Type::Small);
        const double head = metric::heading * f + (bars.reference.empty() ? 0.0 : row);
        const double height = head + static_cast<double>(bars.values.size()) * row;
        if (bars.values.empty() || height > room())
            return;
        const QRectF frame = take(QStringLiteral("bars"), height);
        if (m_canvas)
            paintBars(bars, frame);
    }

private:
    QRectF take(const QString& kind, double height)
    {
        const QRectF frame(m_rect.left(), m_y, m_rect.width(), height);
        m_frames.emplace_back(kind, frame);
        m_y += height + metric::rhythm * m_letters.factor();
        return frame;
    }

    static QString numberOf(const methods::ResultBars& bars, double value)
    {
        if (!std::isfinite(value))
            return QStringLiteral("–");
        const bool whole = std::all_of(bars.values.begin(), bars.values.end(), [](double v) {
            return !std::isfinite(v) || std::abs(v - std::round(v)) < 1e-9;
        });
        return QLocale().toString(value, 'f', whole ? 0 : std::abs(value) >= 10 ? 1 : 2);
    }

    void paintBars(const methods::ResultBars& bars, const QRectF& frame)
    {
        const double f = m_letters.factor();
        const double row = m_letters.lineHeight(Type::Small);
        double words = 0.0;
        double most = 0.0;
        double numbers = 0.0;
        for (const QString& label : bars.labels)
            words = std::max(words, m_letters.width(Type::Small, label));
        words = std::min(words, frame.width() * 0.4);
        for (const double value : bars.values) {
            most = std::max(most, std::isfinite(value) ? value : 0.0);
            numbers = std::max(numbers, m_letters.width(Type::Small, numberOf(bars, value)));
        }
        for (const double value : bars.reference)
            most = std::max(most, std::isfinite(value) ? value : 0.0);
        const double left = frame.left() + words + 1.6 * f;
        const double length = std::min(frame.right() - left - numbers - 1.6 * f, 90.0 * f);
        QPainter& painter = m_canvas->painter();
        double y = m_canvas->heading(frame, bars.unit.isEmpty() ? bars.title
                                                                : Tr::tr("%1, %2", "what the bars show, their unit")
                                                                      .arg(bars.title, bars.unit));
        const auto mark = [&](double at, double top) {
            painter.fillRect(QRectF(at - 0.25, top + 0.2, 0.5, row - 0.4), QColor::fromRgba(ink::black));
        };
        if (!bars.reference.empty()) {
            mark(left + 0.25, y);
            m_canvas->text({left + 1.8 * f, y + m_letters.ascent(Type::Small)}, Type::Small,
                           m_letters.elided(Type::Small, bars.referenceName, frame.right() - left - 2.0 * f), ink::grey);
            y += row;
        }
        for (std::size_t i = 0; i < bars.values.size(); ++i, y += row) {
            const double baseline = y + m_letters.ascent(Type::Small);
            m_canvas->text({left - 1.6 * f, baseline}, Type::Small,
                           m_letters.elided(Type::Small, bars.labels.value(static_cast<qsizetype>(i)), words), ink::grey,
                           Align::Right);
            const double value = std::isfinite(bars.values[i]) ? bars.values[i] : 0.0;
            const double width = most > 0.0 ? value / most * length : 0.0;
            painter.fillRect(QRectF(left, y + 0.5 * f, width, row - 1.0 * f), QColor(0x6f, 0x86, 0x9a));
            if (i < bars.reference.size() && std::isfinite(bars.reference[i]) && most > 0.0)
                mark(left + bars.reference[i] / most * length, y);
            m_canvas->text({left + length + 1.6 * f + numbers, baseline}, Type::Small, numberOf(bars, bars.values[i]),
                           ink::black, Align::Right);
        }
    }

    const Lettering& m_letters;
    QRectF m_rect;
    Canvas* m_canvas;
    std::vector<std::pair<QString, QRectF>>& m_frames;
    double m_y;
};

void fillWords(Flow& flow, const methods::MethodResult& result)
{
    flow.words(Tr::tr("Result"), result.sentences, Type::Body, ink::black);
    flow.words(Tr::tr("Mind this"), result.warnings, Type::Body, ink::black);
    flow.words(Tr::tr("Left out"), result.remarks, Type::Small, ink::grey);
    flow.words(Tr::tr("Worked out with"), result.parameters, Type::Small, ink::grey);
}

void fillNumbers(Flow& flow, const methods::MethodResult& result)
{
    for (const methods::ResultTable& table : result.tables)
        flow.table(table, &table != &result.tables.front());
    for (const methods::ResultBars& bars : result.bars)
        flow.bars(bars);
}

MapPage headOf(const MapPage& page)
{
    MapPage head = page;
    head.title = Tr::tr("Analysis: %1", "title of a method").arg(page.method->title);
    return head;
}

std::vector<std::pair<QString, QRectF>> fill(const MapPage& page, const MapLayout& layout, const Lettering& letters,
                                             Canvas* canvas)
{
    std::vector<std::pair<QString, QRectF>> frames;
    QRectF body = layout.content;
    body.setTop(layout.border.top());
    body.setBottom(layout.footer.top() - 0.5 * metric::rhythm * letters.factor());
    const methods::MethodResult& result = *page.method;
    const bool numbers = !result.tables.empty() || !result.bars.empty();
    if (page.orientation == Orientation::Portrait || !numbers) {
        Flow flow(letters, body, canvas, frames);
        fillWords(flow, result);
        fillNumbers(flow, result);
        return frames;
    }
    QRectF left = body;
    left.setWidth(body.width() * wordsShare);
    QRectF right = body;
    right.setLeft(left.right() + columnGap * letters.factor());
    Flow words(letters, left, canvas, frames);
    fillWords(words, result);
    Flow tables(letters, right, canvas, frames);
    fillNumbers(tables, result);
    // Bars that had no room beside the tables stand below the words.
    const auto painted = static_cast<std::size_t>(
        std::count_if(frames.begin(), frames.end(), [](const auto& frame) { return frame.first == QLatin1String("bars"); }));
    for (std::size_t i = painted; i < result.bars.size(); ++i)
        words.bars(result.bars[i]);
    return frames;
}

} // namespace

bool hasMethodPage(const MapPage& page)
{
    return page.method != nullptr;
}

void paintMethodPage(Canvas& canvas, const MapPage& page)
{
    const MapPage head = headOf(page);
    const Lettering& letters = canvas.letters();
    PageLayout layout;
    static_cast<MapLayout&>(layout) = layOutMap(head);
    layout.words = pageWords(head, layout.map);
    paintHead(canvas, layout);
    fill(page, layout, letters, &canvas);
    paintFooter(canvas, layout);
}

std::vector<std::pair<QString, QRectF>> methodPageFrames(const MapPage& page)
{
    const Lettering letters = letteringOf(page.paper);
    return fill(page, layOutMap(headOf(page)), letters, nullptr);
}

} // namespace hk::report
