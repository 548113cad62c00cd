#include "ui/import_result_page.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace hk::ui {

ImportResultPage::ImportResultPage(QWidget* parent)
    : QWidget(parent)
    , m_title(label("title", this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_reasons(new QTableWidget(this))
{
    m_text->setObjectName(QStringLiteral("importText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_reasons->setColumnCount(2);
    m_reasons->setHorizontalHeaderLabels({tr("Rows"), tr("Reason")});
    m_reasons->verticalHeader()->hide();
    m_reasons->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_reasons->setSelectionMode(QAbstractItemView::NoSelection);
    m_reasons->setShowGrid(false);
    m_reasons->setWordWrap(true);
    m_reasons->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_reasons->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    tight(column);
    column->addWidget(m_title);
    column->addWidget(m_progress);
    column->addWidget(m_text);
    column->addWidget(m_reasons, 1);
    column->addStretch();
}

void ImportResultPage::showReady(const QString& path, const QString& rejectsPath)
{
    m_title->setText(tr("Ready to import %1").arg(QFileInfo(path).fileName()));
    m_text->setText(tr("“Try” reads and checks every row and changes nothing. Rows that cannot be taken are written, each "
                       "with its reason, to %1.")
                        .arg(QDir::toNativeSeparators(rejectsPath)));
    m_progress->hide();
    m_reasons->hide();
}

void ImportResultPage::showProgress(qint64 rows, qint64 total)
{
    m_title->setText(tr("Reading …"));
    m_reasons->hide();
    m_progress->show();
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(std::min<qint64>(1000, rows * 1000 / total)));
    m_text->setText(total > 0 ? tr("%1 of %2 rows").arg(text::number(rows), text::number(total))
                              : tr("%Ln row(s)", nullptr, static_cast<int>(rows)));
}

void ImportResultPage::showReport(const workspace::ImportReport& report, const QString& rejectsPath)
{
    m_progress->hide();
    if (report.dryRun)
        m_title->setText(tr("Tried: nothing has been changed"));
    else if (report.nothingChanged)
        m_title->setText(tr("Nothing has been changed"));
    else
        m_title->setText(tr("Imported"));
    QStringList lines{tr("%1 rows read: %2 new, %3 updated, %4 unchanged, %5 rejected.")
                          .arg(text::number(report.read), text::number(report.inserted), text::number(report.updated),
                               text::number(report.unchanged), text::number(report.rejected))};
    if (report.rejected > 0 && !rejectsPath.isEmpty() && QFileInfo::exists(rejectsPath))
        lines.append(tr("The rejected rows are in %1.").arg(QDir::toNativeSeparators(rejectsPath)));
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_reasons->setVisible(!report.reasons.empty());
    m_reasons->setRowCount(static_cast<int>(report.reasons.size()));
    for (int row = 0; row < m_reasons->rowCount(); ++row) {
        const auto& [code, count] = report.reasons[static_cast<std::size_t>(row)];
        const auto example = std::find_if(report.firstFaults.begin(), report.firstFaults.end(),
                                          [code = code](const Error& fault) { return fault.code == code; });
        auto* number = new QTableWidgetItem(text::number(count));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_reasons->setItem(row, 0, number);
        Error shown = example != report.firstFaults.end() ? *example : Error{code, {}, {}, {}};
        shown.place.file.clear();
        m_reasons->setItem(row, 1, new QTableWidgetItem(tr("For example: %1").arg(text::describe(shown))));
    }
    m_reasons->resizeRowsToContents();
}

void ImportResultPage::showError(const Error& error)
{
    m_progress->hide();
    m_reasons->hide();
    m_title->setText(error.code == ErrorCode::Cancelled ? tr("Cancelled: nothing has been changed")
                                                        : tr("Nothing has been changed"));
    m_text->setText(text::describe(error));
}

} // namespace hk::ui
