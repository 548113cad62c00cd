#include "ui/import_file_page.h"

#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

ImportFilePage::ImportFilePage(QWidget* parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_choose(new QPushButton(this))
    , m_paste(linkButton(this))
    , m_police(linkButton(this))
    , m_formats(label("caption", this))
    , m_fault(label("fault", this))
    , m_busy(new QProgressBar(this))
    , m_delay(new QTimer(this))
{
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("import"), IconTone::Accent).pixmap(40, 40));
    m_choose->setObjectName(QStringLiteral("importChoose"));
    m_choose->setProperty("primary", true);
    m_choose->setText(tr("&Choose file…"));
    m_paste->setObjectName(QStringLiteral("importPaste"));
    m_paste->setText(tr("Paste rows from a spreadsheet (Ctrl+V)"));
    m_police->setObjectName(QStringLiteral("importPolice"));
    m_police->setText(tr("Fetch the police's notices (polisen.se)"));
    m_police->hide();
    m_formats->setText(tr("CSV, Excel, OpenDocument, GeoPackage, GeoJSON, Shapefile, KML"));
    m_fault->setObjectName(QStringLiteral("importFileFault"));
    for (QLabel* words : {m_words, m_formats, m_fault}) {
        words->setAlignment(Qt::AlignHCenter);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
    }
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(240);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(sign, 0, Qt::AlignHCenter);
    column->addWidget(m_words);
    column->addWidget(m_choose, 0, Qt::AlignHCenter);
    column->addWidget(m_paste, 0, Qt::AlignHCenter);
    column->addWidget(m_police, 0, Qt::AlignHCenter);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addWidget(m_formats);
    column->addWidget(m_fault);
    column->addStretch(3);
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    connect(m_delay, &QTimer::timeout, m_busy, &QWidget::show);
    connect(m_choose, &QPushButton::clicked, this, &ImportFilePage::chooseFile);
    connect(m_paste, &QToolButton::clicked, this, &ImportFilePage::pasteWanted);
    connect(m_police, &QToolButton::clicked, this, &ImportFilePage::policeWanted);
    showReady();
}

void ImportFilePage::showReady()
{
    m_delay->stop();
    m_busy->hide();
    m_fault->hide();
    m_words->setText(tr("Drop a file with incidents here, or choose one."));
}

void ImportFilePage::showReading(const QString& path)
{
    showReady();
    m_words->setText(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    m_delay->start();
}

void ImportFilePage::showError(const Error& error)
{
    showWords(text::describe(error));
    m_fault->setToolTip(error.detail);
}

void ImportFilePage::showWords(const QString& fault)
{
    showReady();
    m_fault->setText(fault);
    m_fault->setToolTip({});
    m_fault->show();
}

void ImportFilePage::setUsable(bool usable)
{
    for (QWidget* way : std::initializer_list<QWidget*>{m_choose, m_paste, m_police})
        way->setEnabled(usable);
}

void ImportFilePage::setPoliceOffered(bool offered) { m_police->setVisible(offered); }

void ImportFilePage::showFetching(const QString& host)
{
    showReady();
    m_words->setText(tr("Fetching from %1…").arg(host));
    m_delay->start();
}

void ImportFilePage::chooseFile()
{
    const QString filter = tr("Tables and maps (%1)")
                               .arg(QStringLiteral("*.csv *.tsv *.tab *.txt *.xlsx *.ods *.gpkg *.geojson *.json *.shp *.kml"))
                           + QStringLiteral(";;") + tr("All files (*)");
    const QString path = QFileDialog::getOpenFileName(this, tr("Import incidents"), m_folder, filter);
    if (!path.isEmpty())
        Q_EMIT fileChosen(path);
}

void ImportFilePage::paintEvent(QPaintEvent*)
{
    const ThemeColours colours = themeColours(isDark(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colours.border.darker(isDark(palette()) ? 80 : 115), 1.5, Qt::CustomDashLine);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace hk::ui
