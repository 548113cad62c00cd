#include "methods/method.h"
#include "text/sentences.h"
#include "ui/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <utility>

namespace hk::ui {

void WindowActions::retranslate()
{
    newFile->setText(tr("&New file…"));
    openFile->setText(tr("&Open…"));
    recentMenu->setTitle(tr("Open &recent"));
    openSample->setText(tr("Open sa&mple"));
    saveCopy->setText(tr("&Save a copy…"));
    importFile->setText(tr("&Import…"));
    pasteRows->setText(tr("Paste ro&ws…"));
    exportPdf->setText(tr("Export &PDF…"));
    print->setText(tr("P&rint…"));
    quit->setText(tr("&Quit"));
    undo->setText(tr("&Undo"));
    redo->setText(tr("&Redo"));
    newIncident->setText(tr("&New incident"));
    newIncident->setIconText(tr("New incident"));
    newIncident->setToolTip(tr("New incident (Ctrl+N)"));
    editIncident->setText(tr("&Change incident"));
    copyIncident->setText(tr("New incident as &this one"));
    changeMany->setText(tr("Change the &marked together…"));
    mergeIncidents->setText(tr("Make the marked &one incident"));
    removeIncident->setText(tr("&Delete incident"));
    findText->setText(tr("&Find in texts"));
    search->setText(tr("&Search"));
    clearFilter->setText(tr("Clear &all filters"));
    table->setText(tr("&Table"));
    charts->setText(tr("C&harts"));
    panelsMenu->setTitle(tr("&Panels"));
    mapAlone->setText(tr("&Map alone"));
    resetWindow->setText(tr("&Reset window"));
    heatmap->setText(tr("&Heatmap"));
    heatmap->setToolTip(tr("Heatmap: density of incidents (Ctrl+1)"));
    hotspots->setText(tr("H&otspots"));
    hotspots->setToolTip(tr("Hotspots: areas where the density stands out (Ctrl+2)"));
    incidents->setText(tr("&Incidents"));
    incidents->setToolTip(tr("Incidents as symbols (Ctrl+3)"));
    edgeCorrection->setText(tr("Correct the density at the &border of the area"));
    edgeCorrection->setToolTip(tr("Near the border of the drawn area a part of each circle lies outside, where nothing is counted"));
    lockScale->setText(tr("&Lock colour scale"));
    lockScale->setToolTip(tr("The same colours for the same density when the selection changes"));
    whatIsHeatmap->setText(tr("&What does the heatmap mean?"));
    analyses->setText(tr("&Analyses"));
    analyses->setIconText(tr("Analyses"));
    analyses->setToolTip(tr("Analyses: more to ask of the incidents (Ctrl+4)"));
    compare->setText(tr("&Compare side by side"));
    compare->setIconText(tr("Compare"));
    compare->setToolTip(tr("Compare two periods side by side (Ctrl+5)"));
    const QList<methods::Method> all = methods::allMethods();
    for (qsizetype i = 0; i < methods.size(); ++i) {
        methods.at(i)->setText(methods::titleOf(all.at(i)));
        methods.at(i)->setToolTip(methods::questionOf(all.at(i)));
        methods.at(i)->setProperty("command", tr("%1: %2", "menu, choice").arg(tr("Analysis"), methods::titleOf(all.at(i))));
        methods.at(i)->setProperty("otherWords", methods::questionOf(all.at(i)));
    }
    zoomIn->setText(tr("Zoom &in"));
    zoomOut->setText(tr("Zoom &out"));
    home->setText(tr("To &Mölndals bro"));
    drawArea->setText(tr("&Draw area for the selection"));
    clearArea->setText(tr("&Clear area"));
    about->setText(tr("&About Händelsekartan"));
    keys->setText(tr("&Keys"));

    const auto alsoFoundBy = [](QAction* action, const QString& words) { action->setProperty("otherWords", words); };
    alsoFoundBy(print, tr("Printout Paper Printer", "more words to find the command Print by"));
    alsoFoundBy(exportPdf, tr("Printout Save as PDF Report", "more words to find the command Export PDF by"));
    alsoFoundBy(importFile, tr("Import CSV Excel Load file", "more words to find the command Import by"));
    alsoFoundBy(pasteRows, tr("Clipboard Excel Spreadsheet", "more words to find the command Paste rows by"));
    alsoFoundBy(clearFilter, tr("Reset filter", "more words to find the command Clear all filters by"));

    const QStringList titles{tr("&File"), tr("&Edit"), tr("&View"), tr("&Analysis"), tr("&Map"), tr("&Help")};
    for (qsizetype i = 0; i < m_menus.size(); ++i)
        m_menus.at(i)->setTitle(titles.at(i));
    if (m_printButton)
        m_printButton->setText(tr("Print"));
    if (m_toolBar)
        m_toolBar->setWindowTitle(tr("Toolbar"));
    retranslateChoices();
    updateUndo();
    if (m_toolBar)
        fitToolBar();
}

void WindowActions::retranslateChoices()
{
    m_themeMenu->setTitle(tr("T&heme"));
    m_textMenu->setTitle(tr("Te&xt size"));
    m_languageMenu->setTitle(tr("&Language"));
    m_bandwidthMenu->setTitle(tr("&Smoothing"));
    m_bandwidthMenu->setToolTip(tr("Bandwidth of the kernel density"));
    m_cellMenu->setTitle(tr("&Cell size"));
    m_kernelMenu->setTitle(tr("&Kernel"));
    m_quantileMenu->setTitle(tr("Hotspot &limit"));
    m_withinMenu->setTitle(tr("Hotspots &within"));

    const auto set = [](QActionGroup* group, const QStringList& texts) {
        for (qsizetype i = 0; i < texts.size(); ++i)
            group->actions().at(i)->setText(texts.at(i));
    };
    set(m_themes, {tr("As the &system"), tr("&Light"), tr("&Dark")});
    // A language is named in itself, so that it is found by who reads no other.
    set(m_languages, {QStringLiteral("Svenska"), QStringLiteral("English")});
    set(m_kernels, {tr("Quartic"), tr("Gaussian")});
    const auto each = [](QActionGroup* group, auto words) {
        for (QAction* action : group->actions())
            action->setText(words(action->data().toDouble()));
    };
    each(m_textScales, [](double scale) { return text::percent(scale); });
    const auto metres = [](double value) { return tr("%1 m").arg(text::number(static_cast<qint64>(value))); };
    each(m_bandwidths, metres);
    each(m_cells, metres);
    each(m_quantiles,
         [](double quantile) { return tr("Densest %1 of the cells").arg(text::percent(1.0 - quantile)); });
    each(m_withins, [metres](double value) {
        return value > 0.0 ? tr("%1 of Mölndals bro").arg(metres(value)) : tr("Everywhere");
    });
    const std::pair<const QMenu*, const QActionGroup*> menus[] = {
        {m_themeMenu, m_themes},         {m_textMenu, m_textScales}, {m_languageMenu, m_languages},
        {m_bandwidthMenu, m_bandwidths}, {m_cellMenu, m_cells},      {m_kernelMenu, m_kernels},
        {m_quantileMenu, m_quantiles},   {m_withinMenu, m_withins}};
    for (const auto& [menu, group] : menus)
        for (QAction* action : group->actions())
            action->setProperty("command", tr("%1: %2", "menu, choice").arg(menu->title(), action->text()));
    for (QAction* action : m_themes->actions())
        action->setProperty("otherWords", tr("Theme Colours", "more words to find the choice of the look by"));
}

} // namespace hk::ui
