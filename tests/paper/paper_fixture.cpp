#include "paper_fixture.h"

#include <QBuffer>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hk::test {

namespace {

/// Takes down the texts that are drawn.
class WordEngine : public QPaintEngine {
public:
    explicit WordEngine(std::vector<PlacedWords>& words)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , m_words(words)
    {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        m_words.push_back({item.text(), painter()->combinedTransform().map(at)});
    }
    Type type() const override { return QPaintEngine::User; }

private:
    std::vector<PlacedWords>& m_words;
};

class WordDevice : public QPaintDevice {
public:
    explicit WordDevice(std::vector<PlacedWords>& words)
        : m_engine(words)
    {}
    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int side = 10'000;
        constexpr int perInch = 96;
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return side;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return perInch;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    mutable WordEngine m_engine;
};

} // namespace

double PlainPart::height(double, double room, const paper::Lettering&) const
{
    if (m_high <= room)
        return m_high;
    return m_step > 0.0 ? std::floor(room / m_step) * m_step : 0.0;
}

paper::PartPtr PlainPart::rest(const QSizeF& size, const paper::Lettering&) const
{
    constexpr double hair = 1e-6;
    return m_step > 0.0 && size.height() < m_high - hair ? plain(m_high - size.height(), m_step, m_wide)
                                                         : nullptr;
}

paper::PartPtr plain(double high, double step, double wide)
{
    return std::make_shared<PlainPart>(high, step, wide);
}

std::vector<PlacedWords> placedWords(const paper::Part& part, const QRectF& rect,
                                     const paper::Lettering& letters)
{
    std::vector<PlacedWords> words;
    WordDevice device(words);
    QPainter painter(&device);
    paper::Canvas canvas(painter, letters);
    part.paint(canvas, rect);
    painter.end();
    return words;
}

QStringList wordsOf(const paper::Part& part, const QRectF& rect, const paper::Lettering& letters)
{
    QStringList words;
    for (const PlacedWords& placed : placedWords(part, rect, letters))
        words.append(placed.words);
    return words;
}

} // namespace hk::test
