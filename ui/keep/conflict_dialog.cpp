#include "ui/keep/conflict_dialog.h"

#include "ui/keep/incident_difference.h"
#include "ui/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hk::ui {

ConflictDialog::ConflictDialog(const Incident& theirs, const Incident& mine, const CategoryList& categories, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Changed by somebody else"));
    auto* words = label("muted", this);
    words->setWordWrap(true);
    words->setText(theirs.changedBy.isEmpty()
                       ? tr("Another program has changed this incident since you opened it. Nothing of yours is lost.")
                       : tr("%1 has changed this incident since you opened it. Nothing of yours is lost.").arg(theirs.changedBy));
    auto* table = new QTableWidget(0, 3, this);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(tr("What differs"));
    table->setHorizontalHeaderLabels({tr("Field"), tr("Theirs"), tr("Yours")});
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setWordWrap(true);
    for (const IncidentDifference& difference : differencesOf(theirs, mine, categories)) {
        table->insertRow(m_differences);
        table->setItem(m_differences, 0, new QTableWidgetItem(difference.field));
        table->setItem(m_differences, 1, new QTableWidgetItem(difference.left));
        table->setItem(m_differences, 2, new QTableWidgetItem(difference.right));
        ++m_differences;
    }
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* save = buttons->addButton(tr("Save mine"), QDialogButtonBox::AcceptRole);
    QPushButton* take = buttons->addButton(tr("Take theirs"), QDialogButtonBox::DestructiveRole);
    QPushButton* back = buttons->addButton(tr("Back to the form"), QDialogButtonBox::RejectRole);
    back->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(640, 360);
    const auto choose = [this](Answer chosen) {
        m_answer = chosen;
        accept();
    };
    connect(save, &QPushButton::clicked, this, [choose] { choose(Answer::SaveMine); });
    connect(take, &QPushButton::clicked, this, [choose] { choose(Answer::TakeTheirs); });
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace hk::ui
