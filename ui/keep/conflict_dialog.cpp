#include "ui/keep/conflict_dialog.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

struct Row {
    QString field;
    QString words;
};

QList<Row> rowsOf(const Incident& incident, const CategoryList& categories)
{
    const Category* category = categories.find(incident.category);
    const auto position = QStringLiteral("N %1, E %2").arg(text::number(incident.position.northing, 0),
                                                           text::number(incident.position.easting, 0));
    return {{field::category, category ? QStringLiteral("%1 %2").arg(incident.category, text::nameOf(*category)) : incident.category},
            {field::from, text::span(incident.occurredFrom, incident.occurredTo)},
            {field::position, position},
            {field::precision, text::nameOf(incident.precision)},
            {field::radius, ConflictDialog::tr("%1 m").arg(text::number(incident.radius, 0))},
            {field::area, incident.area.empty() ? QString()
                                                : ConflictDialog::tr("%Ln corners", nullptr, static_cast<int>(incident.area.size()))},
            {field::place, incident.placeName},
            {field::surroundings, text::nameOf(incident.surroundings)},
            {field::organisation, incident.organisation},
            {field::sourceType, text::nameOf(incident.sourceType)},
            {field::externalId, incident.externalId},
            {field::severity, QString::number(incident.severity)},
            {field::persons, incident.persons ? QString::number(*incident.persons) : QString()},
            {field::reportedToPolice, text::nameOf(incident.reportedToPolice)},
            {field::description, incident.description},
            {field::status, text::nameOf(incident.status)},
            {field::confidentiality, text::nameOf(incident.confidentiality)},
            {field::disposalDate, incident.disposalDate.toString(Qt::ISODate)}};
}

} // namespace

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
    const QList<Row> left = rowsOf(theirs, categories);
    const QList<Row> right = rowsOf(mine, categories);
    for (qsizetype i = 0; i < left.size(); ++i) {
        const bool otherRing = left[i].field == field::area && theirs.area != mine.area;
        const bool otherPlace = left[i].field == field::position && theirs.position != mine.position;
        if (left[i].words == right[i].words && !otherRing && !otherPlace)
            continue;
        table->insertRow(m_differences);
        table->setItem(m_differences, 0, new QTableWidgetItem(text::fieldName(left[i].field)));
        table->setItem(m_differences, 1, new QTableWidgetItem(left[i].words));
        table->setItem(m_differences, 2, new QTableWidgetItem(right[i].words));
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
