#include "ui/layer_crs_dialog.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace hk::ui {
namespace {

constexpr double nearHub = 8000; // metres: Mölndal and what lies around it

} // namespace

QString landingWords(const exchange::CrsGuess& guess)
{
    if (guess.metresFromHub < nearHub)
        return LayerCrsDialog::tr("lands in Mölndal");
    return LayerCrsDialog::tr("lands %1 km from Mölndal").arg(text::number(std::lround(guess.metresFromHub / 1000)));
}

LayerCrsDialog::LayerCrsDialog(const QString& layer, const std::vector<exchange::CrsGuess>& guesses, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("layerCrsDialog"));
    setWindowTitle(tr("Coordinate system of %1").arg(layer));
    auto* words = new QLabel(tr("The file does not say which coordinate system it has. Choose the one by which it lands in the "
                                "right place; the layer can be removed and added again if it does not."),
                             this);
    words->setWordWrap(true);
    for (const exchange::CrsGuess& guess : guesses) {
        auto* item = new QListWidgetItem(tr("%1 (%2) – %3").arg(guess.name, guess.crs, landingWords(guess)), m_list);
        item->setData(Qt::UserRole, guess.crs);
    }
    m_list->setAccessibleName(tr("Coordinate systems"));
    m_list->setCurrentRow(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Use"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(words);
    column->addWidget(m_list);
    column->addWidget(buttons);
    setMinimumWidth(440);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT crsChosen(chosen()); });
}

QString LayerCrsDialog::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace hk::ui
