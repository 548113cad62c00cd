#include "ui/methods/points_file_box.h"

#include "exchange/points_reader.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

PointsFileBox::PointsFileBox(QWidget* parent)
    : QWidget(parent)
    , m_choose(new QToolButton(this))
    , m_words(label("caption", this))
    , m_counting(new QWidget(this))
    , m_weights(new QComboBox(m_counting))
{
    m_choose->setObjectName(QStringLiteral("choosePoints"));
    m_choose->setText(tr("Choose a file of points…"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    m_choose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_choose->setProperty("bordered", true);
    m_words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    tight(column, 2);
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    m_weights->setObjectName(QStringLiteral("weightColumn"));
    m_weights->setAccessibleName(tr("Each row counts as"));
    m_weights->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* counting = new QHBoxLayout(m_counting);
    tight(counting, 8);
    counting->addWidget(new QLabel(tr("Each row counts as"), m_counting));
    counting->addWidget(m_weights, 1);
    column->addWidget(m_counting);
    connect(m_weights, &QComboBox::activated, this,
            [this](int index) { readFile(m_path, index > 0 ? m_weights->itemText(index) : QString()); });
    connect(m_choose, &QToolButton::clicked, this, &PointsFileBox::askFile);
    show();
}

void PointsFileBox::readFile(const QString& path, const QString& weightColumn)
{
    if (path.isEmpty())
        return;
    m_reading.run(
        [path, weightColumn](std::stop_token) -> Result<Read> {
            methods::PointColumns columns;
            columns.weight = weightColumn;
            Result<methods::StudyInput> points = methods::readPlainPoints(path, columns);
            if (!points)
                return tl::unexpected(points.error());
            return Read{std::move(*points), exchange::columnsOfPoints(path).value_or(QStringList())};
        },
        [this, path, weightColumn](const Result<Read>& read) {
            if (!read) {
                Q_EMIT failed(read.error());
                show(); // the column chosen before
                return;
            }
            m_path = path;
            m_weight = weightColumn;
            m_points = std::make_shared<const methods::StudyInput>(read->points);
            const QSignalBlocker quiet(m_weights);
            m_weights->clear();
            m_weights->addItem(tr("one"));
            m_weights->addItems(read->columns);
            show();
            Q_EMIT changed();
        });
}

void PointsFileBox::show()
{
    m_words->setVisible(m_points != nullptr);
    m_counting->setVisible(m_points != nullptr);
    const QSignalBlocker quiet(m_weights);
    m_weights->setCurrentIndex(m_weight.isEmpty() ? 0 : std::max(0, m_weights->findText(m_weight)));
    if (m_points)
        m_words->setText(tr("%1, %Ln point(s)", "name of a file", static_cast<int>(m_points->rows.size()))
                             .arg(QFileInfo(m_path).fileName()));
}

void PointsFileBox::askFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Points to compare with"), QFileInfo(m_path).path(),
        tr("Points (*.csv *.gpkg *.geojson *.json *.shp);;All files (*)"));
    readFile(path);
}

} // namespace hk::ui
