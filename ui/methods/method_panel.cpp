#include "ui/methods/method_panel.h"

#include "ui/icons.h"
#include "ui/methods/method_list.h"
#include "ui/methods/result_view.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

constexpr int steps = 1000; // of the progress bar

} // namespace

MethodPanel::MethodPanel(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_list(new MethodList(m_pages))
    , m_back(linkButton(this))
    , m_title(label("title", this))
    , m_question(label("muted", this))
    , m_formPlace(new QVBoxLayout)
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_results(new ResultView(this))
    , m_grids(new QComboBox(this))
    , m_onMap(new QCheckBox(this))
    , m_onPage(new QCheckBox(this))
    , m_export(new QToolButton(this))
    , m_exports(new QMenu(m_export))
    , m_explain(linkButton(this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_back->setObjectName(QStringLiteral("allMethods"));
    m_stop->setObjectName(QStringLiteral("stopMethod"));
    m_again->setObjectName(QStringLiteral("runAgain"));
    m_grids->setObjectName(QStringLiteral("shownGrid"));
    m_onMap->setObjectName(QStringLiteral("onMap"));
    m_onPage->setObjectName(QStringLiteral("onPage"));
    m_export->setObjectName(QStringLiteral("exportResult"));
    m_explain->setObjectName(QStringLiteral("explainMethod"));
    m_pages->addWidget(m_list);
    m_pages->addWidget(buildMethodPage());
    auto* column = new QVBoxLayout(this);
    tight(column, 0);
    column->addWidget(m_pages);
    connect(m_list, &MethodList::methodChosen, this, &MethodPanel::methodWanted);
    connect(m_back, &QToolButton::clicked, this, &MethodPanel::listWanted);
    connect(m_stop, &QPushButton::clicked, this, &MethodPanel::stopWanted);
    connect(m_again, &QPushButton::clicked, this, &MethodPanel::againWanted);
    connect(m_explain, &QToolButton::clicked, this, &MethodPanel::explanationWanted);
    connect(m_onMap, &QCheckBox::toggled, this, &MethodPanel::onMapChanged);
    connect(m_onPage, &QCheckBox::toggled, this, &MethodPanel::onPageChanged);
    connect(m_grids, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT gridChosen(chosenGrid()); });
    connect(m_results, &ResultView::rowChosen, this, &MethodPanel::rowChosen);
    connect(m_results, &ResultView::rowFilterWanted, this, &MethodPanel::rowFilterWanted);
    retranslate();
    showList();
}

QWidget* MethodPanel::buildMethodPage()
{
    m_title->setWordWrap(true);
    m_question->setWordWrap(true);
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    auto* content = new QWidget(this);
    content->setProperty("panel", true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 2, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addWidget(m_title);
    column->addWidget(m_question);
    tight(m_formPlace, 0);
    column->addLayout(m_formPlace);
    column->addWidget(hairLine(content));
    auto* work = new QHBoxLayout;
    tight(work);
    work->addWidget(m_progress, 1);
    work->addWidget(m_stop);
    column->addLayout(work);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addWidget(m_results);
    column->addStretch(1);
    auto* page = new QWidget(this);
    auto* whole = new QVBoxLayout(page);
    tight(whole, 0);
    m_scroll = new PanelScroll(content, page);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(hairLine(page));
    whole->addWidget(buildFoot());
    hideProgress();
    m_again->hide();
    return page;
}

QWidget* MethodPanel::buildFoot()
{
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(m_exports);
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_grids->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_grids->setMinimumContentsLength(10);
    auto* foot = new QWidget(this);
    auto* grid = new QGridLayout(foot);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_onMap, 0, 0);
    grid->addWidget(m_onPage, 0, 1);
    grid->addWidget(m_grids, 1, 0, 1, 2);
    grid->addWidget(m_export, 2, 0, Qt::AlignLeft);
    grid->addWidget(m_explain, 2, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);
    tabByLayout(foot);
    return foot;
}

void MethodPanel::showMethod(methods::Method method, std::unique_ptr<MethodForm> form)
{
    m_method = method;
    delete m_form;
    m_form = form.release();
    m_form->setParent(this);
    m_formPlace->addWidget(m_form);
    m_form->show();
    m_scroll->guard(m_form);
    m_scroll->verticalScrollBar()->setValue(0);
    m_title->setText(methods::titleOf(method));
    m_question->setText(methods::questionOf(method));
    m_pages->setCurrentIndex(1);
}

void MethodPanel::showList()
{
    m_method.reset();
    m_pages->setCurrentIndex(0);
}

void MethodPanel::showResult(const methods::MethodResultPtr& result)
{
    hideProgress();
    m_again->hide();
    m_results->showResult(result);
    fillGrids(result.get());
    fillExports(result.get());
}

void MethodPanel::showError(const Error& error)
{
    hideProgress();
    m_again->hide();
    m_results->showError(error);
    fillGrids(nullptr);
    fillExports(nullptr);
}

void MethodPanel::showAdvice(const QString& sentence)
{
    hideProgress();
    m_again->hide();
    m_results->showAdvice(sentence);
    fillGrids(nullptr);
    fillExports(nullptr);
}

void MethodPanel::showStopped()
{
    showAdvice(tr("Stopped. Change a parameter, or work it out again."));
    m_again->show();
}

void MethodPanel::showProgress(double share, bool stoppable)
{
    m_progress->setRange(0, share < 0.0 ? 0 : steps);
    m_progress->setValue(static_cast<int>(share * steps));
    m_progress->show();
    m_stop->setVisible(stoppable);
}

void MethodPanel::hideProgress()
{
    m_progress->hide();
    m_stop->hide();
}

bool MethodPanel::isOnMap() const
{
    return m_onMap->isChecked();
}
bool MethodPanel::isOnPage() const
{
    return m_onPage->isChecked();
}
void MethodPanel::setOnMap(bool on)
{
    m_onMap->setChecked(on);
}
void MethodPanel::setOnPage(bool on)
{
    m_onPage->setChecked(on);
}

int MethodPanel::chosenGrid() const
{
    return m_grids->count() == 0 ? -1 : m_grids->currentData().toInt();
}

void MethodPanel::chooseSideBySide(bool on)
{
    const QSignalBlocker quiet(m_grids);
    const int index = m_grids->findData(sideBySide);
    if (on && index >= 0)
        m_grids->setCurrentIndex(index);
    else if (!on && chosenGrid() == sideBySide)
        m_grids->setCurrentIndex(std::max(0, m_grids->findData(0)));
}

/// What of a result can be drawn: a choice only where there is more than one thing.
void MethodPanel::fillGrids(const methods::MethodResult* result)
{
    const QSignalBlocker quiet(m_grids);
    const QString before = m_grids->currentText();
    m_grids->clear();
    int count = 0;
    if (result) {
        if (result->layer && !result->layer->shapes.empty()) {
            m_grids->addItem(result->layer->title.isEmpty() ? tr("Areas and lines") : result->layer->title, -1);
            ++count;
        }
        for (std::size_t i = 0; i < result->grids.size(); ++i)
            if (result->grids[i].grid && !result->grids[i].scale.isEmpty()) {
                m_grids->addItem(result->grids[i].title, static_cast<int>(i));
                ++count;
            }
    }
    if (result && m_method == methods::Method::PeriodComparison)
        m_grids->addItem(tr("Side by side"), sideBySide);
    // Of a comparison the difference says most; else what the method itself draws.
    const int first = m_method == methods::Method::PeriodComparison && count > 1 ? 1 : 0;
    const int same = m_grids->findText(before);
    m_grids->setCurrentIndex(same >= 0 ? same : first);
    m_grids->setVisible(count > 1);
    m_onMap->setEnabled(count > 0);
    m_onPage->setEnabled(result != nullptr);
}

void MethodPanel::fillExports(const methods::MethodResult* result)
{
    m_exports->clear();
    if (result) {
        for (std::size_t i = 0; i < result->tables.size(); ++i)
            connect(m_exports->addAction(tr("%1 (CSV)…", "title of a table").arg(result->tables[i].title)),
                    &QAction::triggered, this, [this, i] { Q_EMIT tableExportWanted(static_cast<int>(i)); });
        if (result->layer && !result->layer->shapes.empty())
            connect(m_exports->addAction(tr("%1 (GeoJSON)…", "title of a map layer")
                                             .arg(result->layer->title.isEmpty() ? result->title : result->layer->title)),
                    &QAction::triggered, this, &MethodPanel::layerExportWanted);
        for (std::size_t i = 0; i < result->grids.size(); ++i)
            connect(m_exports->addAction(tr("%1 (GeoTIFF)…", "title of a grid").arg(result->grids[i].title)),
                    &QAction::triggered, this, [this, i] { Q_EMIT gridExportWanted(static_cast<int>(i)); });
    }
    m_export->setEnabled(!m_exports->isEmpty());
}

void MethodPanel::retranslate()
{
    m_list->retranslate();
    m_back->setText(tr("‹ All analyses"));
    m_progress->setAccessibleName(tr("Working it out"));
    m_stop->setText(tr("Cancel"));
    m_again->setText(tr("Work it out again"));
    m_onMap->setText(tr("Show on the map"));
    m_onPage->setText(tr("Take along on the page"));
    m_onPage->setToolTip(tr("The result stands on the printed page and in the PDF"));
    m_grids->setAccessibleName(tr("What is shown on the map"));
    m_grids->setToolTip(tr("What is shown on the map"));
    m_export->setText(tr("Export"));
    m_explain->setText(tr("What does this mean?"));
    if (m_method) {
        m_title->setText(methods::titleOf(*m_method));
        m_question->setText(methods::questionOf(*m_method));
    }
}

void MethodPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT languageChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace hk::ui
