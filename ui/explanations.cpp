#include "ui/explanations.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::Explanations)
};

QString paragraph(const QString& text)
{
    return QStringLiteral("<p style=\"margin:0 0 9px 0\">%1</p>").arg(text);
}

QString keyRow(const QString& keys, const QString& what)
{
    return QStringLiteral("<tr><td style=\"padding:3px 22px 3px 0\"><b>%1</b></td><td style=\"padding:3px "
                          "0\">%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what);
}

void show(QWidget* parent, const QString& title, const QString& html)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* head = label("title", dialog);
    head->setText(title);
    auto* body = new QLabel(dialog);
    body->setTextFormat(Qt::RichText);
    body->setWordWrap(true);
    body->setOpenExternalLinks(true);
    body->setTextInteractionFlags(Qt::TextBrowserInteraction);
    body->setText(html);
    body->setMinimumWidth(440);
    auto* close = new QPushButton(Words::tr("Close"), dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(close);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(head);
    column->addWidget(body, 1);
    column->addLayout(foot);
    dialog->resize(540, dialog->sizeHint().height());
    dialog->open();
}

} // namespace

void explainHeatmap(QWidget* parent, const workspace::MapSettings& settings)
{
    const QString bandwidth = text::number(settings.bandwidth, 0);
    const QString cell = text::number(settings.cell, 0);
    const bool gaussian = settings.kernel == analysis::Kernel::Gaussian;
    const QString spread =
        gaussian
            ? Words::tr(
                  "The heatmap shows how many incidents there are per square kilometre around each spot. "
                  "Each "
                  "incident is spread out as a bell as wide as a circle of %1 m, most at its middle; where "
                  "bells overlap, they add up.")
            : Words::tr(
                  "The heatmap shows how many incidents there are per square kilometre around each spot. "
                  "Each "
                  "incident is spread out over a circle of %1 m, most at its middle and nothing at its edge; "
                  "where circles overlap, they add up.");
    const QString formula =
        gaussian
            ? Words::tr(
                  "The exact term: Gaussian kernel density, f(x) = Σ 1/(2π σ²) · exp(−d²/2σ²) for d up to "
                  "4σ, "
                  "σ = h/√8, bandwidth h = %1 m, cells of %2 m, in SWEREF 99 TM (Silverman 1986). Incidents "
                  "whose place is less well known than h are left out and counted.")
            : Words::tr(
                  "The exact term: quartic (biweight) kernel density, f(x) = Σ 3/(π h²) · (1 − d²/h²)² for "
                  "d &lt; h, bandwidth h = %1 m, cells of %2 m, in SWEREF 99 TM (Silverman 1986). Incidents "
                  "whose place is less well known than h are left out and counted.");
    const QString html =
        paragraph(spread.arg(bandwidth)) +
        paragraph(
            Words::tr(
                "A hotspot is what lies inside the contour around the densest %1 of the cells that have "
                "any density. Hotspots are ranked by the number of incidents inside.")
                .arg(text::percent(1.0 - settings.quantile))) +
        paragraph(
            Words::tr("It shows where incidents were logged, not where the risk is high for one person. Many "
                      "people or eager reporting give many incidents, too.")) +
        paragraph(formula.arg(bandwidth, cell));
    show(parent, Words::tr("What does the heatmap mean?"), html);
}

void explainKeys(QWidget* parent)
{
    const QString html =
        QStringLiteral("<table cellspacing=\"0\">") +
        keyRow(QStringLiteral("Ctrl+N"), Words::tr("New incident")) +
        keyRow(QStringLiteral("Ctrl+Enter"), Words::tr("Save the incident")) +
        keyRow(QStringLiteral("Ctrl+Shift+Enter"), Words::tr("Save the incident and go on with a new one")) +
        keyRow(QStringLiteral("Ctrl+Alt+Enter"), Words::tr("Save it and go on with more of the same report")) +
        keyRow(QStringLiteral("Ctrl+L, Ctrl+R"), Words::tr("Same place as last time, draw the area")) +
        keyRow(QStringLiteral("Ctrl+M"), Words::tr("Add as a source of the incident that is shown")) +
        keyRow(QStringLiteral("Esc"), Words::tr("Put the form away; the draft is kept")) +
        keyRow(QStringLiteral("Ctrl+K"), Words::tr("Search place, incident or command")) +
        keyRow(QStringLiteral("Ctrl+F"), Words::tr("Find in texts")) +
        keyRow(QStringLiteral("T"), Words::tr("Table")) +
        keyRow(QStringLiteral("F2"), Words::tr("Change the marked incident")) +
        keyRow(QStringLiteral("Ctrl+D"), Words::tr("New incident as the marked one")) +
        keyRow(QStringLiteral("Ctrl+E"), Words::tr("Change all marked incidents")) +
        keyRow(QStringLiteral("Ctrl+Shift+M"), Words::tr("Make the marked incidents one")) +
        keyRow(QStringLiteral("Del"), Words::tr("Delete the marked incidents; can be undone")) +
        keyRow(QStringLiteral("Ctrl+Z, Ctrl+Y"), Words::tr("Undo, redo")) +
        keyRow(QStringLiteral("Ctrl+1, Ctrl+2, Ctrl+3"), Words::tr("Heatmap, hotspots, incidents")) +
        keyRow(QStringLiteral("Ctrl+4, Ctrl+5"), Words::tr("Analyses, compare side by side")) +
        keyRow(QStringLiteral("Alt+1 – Alt+9, Alt+0"), Words::tr("One analysis, in the order of the menu")) +
        keyRow(QStringLiteral("Ctrl+0"), Words::tr("To Mölndals bro")) +
        keyRow(QStringLiteral("+, −, ← ↑ → ↓"), Words::tr("Zoom and move the map")) +
        keyRow(QStringLiteral("F11"), Words::tr("Map alone")) +
        keyRow(QStringLiteral("Ctrl+P"), Words::tr("Print")) + QStringLiteral("</table>");
    show(parent, Words::tr("Keys"), html);
}

void explainProgram(QWidget* parent)
{
    const QString html =
        paragraph(Words::tr("Version %1").arg(QApplication::applicationVersion())) +
        paragraph(Words::tr(
            "An incident map for municipalities: log what happens, see where and when it gathers, and "
            "print the map.")) +
        paragraph(Words::tr("Free software under the GNU General Public License, version 3 or later.")) +
        paragraph(
            Words::tr("Basemap: © OpenStreetMap contributors (ODbL), © Lantmäteriet, © SCB, Trafikverket."));
    show(parent, QStringLiteral("Händelsekartan"), html);
}

} // namespace hk::ui
