#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>
#include <memory>

namespace hk::report {

/// A page that is painted into SVG 1.1: paths as paths, text as text, pictures as PNG within the file. Unlike Qt's own
/// generator it keeps clips, without which a map would run over its frame. The same painting gives the same bytes.
/// Brushes that are not of one colour become pictures at 300 dpi.
class SvgDevice : public QPaintDevice {
public:
    static constexpr double unitsPerMillimetre = 100.0;

    explicit SvgDevice(const QSizeF& millimetres, const QString& title = {});
    ~SvgDevice() override;
    QPaintEngine* paintEngine() const override;
    /// The file, once the painter has ended.
    QByteArray bytes() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSizeF m_millimetres;
    QString m_title;
    std::unique_ptr<Engine> m_engine;
};

} // namespace hk::report
