#include "ui/methods/points_file_box.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

PointsFileBox::PointsFileBox(QWidget* parent)
    : QWidget(parent)
    , m_choose(new QToolButton(this))
    , m_words(label("caption", this))
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
    connect(m_choose, &QToolButton::clicked, this, &PointsFileBox::askFile);
    show();
}

void PointsFileBox::readFile(const QString& path)
{
    if (path.isEmpty())
        return;
    m_reading.run(
        [path](std::stop_token) {
            return methods::readPlainPoints(path, {});
        },
        [this, path](const Result<methods::StudyInput>& read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_path = path;
            m_points = std::make_shared<const methods::StudyInput>(*read);
            show();
            Q_EMIT changed();
        });
}

void PointsFileBox::show()
{
    m_words->setVisible(m_points != nullptr);
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
