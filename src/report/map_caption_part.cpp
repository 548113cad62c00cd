#include "report/map_caption_part.h"

#include "paper/canvas.h"
#include "report/map_scale.h"
#include "report/page_words.h"
#include "report/translated.h"

namespace hk::report {

namespace {

using paper::Type;

constexpr double longestBar = 28.0; // millimetres at factor 1
constexpr double barHeight = 1.0;
constexpr double gap = 1.6;

} // namespace

MapCaptionPart::MapCaptionPart(MapPagePtr page)
    : m_page(std::move(page))
{}

QString MapCaptionPart::words() const
{
    return Tr::tr("%1  ·  North is up", "scale and paper of a small map").arg(scaleWords(*m_page));
}

double MapCaptionPart::height(double, double room, const paper::Lettering& letters) const
{
    const double needed = letters.lineHeight(Type::Tiny);
    return needed > room ? 0.0 : needed;
}

QString MapCaptionPart::altText() const
{
    return words();
}

void MapCaptionPart::paint(paper::Canvas& canvas, const QRectF& rect) const
{
    const paper::Lettering& letters = canvas.letters();
    const double f = canvas.factor();
    const ScaleBar bar = scaleBar(m_page->scale, longestBar * f);
    const double baseline = rect.top() + letters.ascent(Type::Tiny);
    const QRectF all(rect.left() + 0.1, baseline - canvas.middleOf(Type::Tiny) - barHeight * f / 2, bar.length, barHeight * f);
    const QRectF half(all.topLeft(), QSizeF(all.width() / 2, all.height()));
    canvas.painter().fillRect(half, QColor::fromRgba(paper::ink::black));
    canvas.rectangle(all, 0.15, paper::ink::black);
    const QString length = distance(*m_page, bar.metres);
    double left = all.right() + gap * f;
    canvas.text({left, baseline}, Type::Tiny, length, paper::ink::black);
    left += letters.width(Type::Tiny, length) + 2 * gap * f;
    canvas.text({rect.right(), baseline}, Type::Tiny, letters.elided(Type::Tiny, words(), rect.right() - left), paper::ink::grey,
                paper::Align::Right);
}

} // namespace hk::report
