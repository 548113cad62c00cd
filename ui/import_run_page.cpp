#include "ui/import_run_page.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/import_widgets.h"
#include "ui/link_inset.h"
#include "ui/theme.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSaveFile>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

/// The sentence of a fault without the place, which has columns of its own.
QString sentenceOf(Error fault)
{
    const bool fieldDecides = fault.code == ErrorCode::ValueOutOfRange || fault.code == ErrorCode::NotFound
                              || fault.place.field == field::area;
    fault.place = {{}, -1, fieldDecides ? fault.place.field : QString()};
    const QString words = text::describe(fault);
    const QString prefix = text::fieldName(fault.place.field) + QStringLiteral(": ");
    return fault.code == ErrorCode::NotFound && words.startsWith(prefix) ? words.mid(prefix.size()) : words;
}

/// A radio button whose ring is seen on the dark window, too.
QString radioStyle(const QWidget& widget)
{
    const ThemeColours colours = themeColours(isDark(widget.palette()));
    const int size = widget.fontMetrics().height() * 4 / 5;
    return QStringLiteral("QRadioButton::indicator { width: %1px; height: %1px; border: 1px solid %2; border-radius: %3px; "
                          "background: %4; }"
                          "QRadioButton::indicator:checked { border-color: %5; background: qradialgradient(cx: 0.5, cy: 0.5, "
                          "radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 %5, stop: 0.5 %5, stop: 0.6 %4, stop: 1 %4); }"
                          "QRadioButton::indicator:focus { border-color: %5; }")
        .arg(size)
        .arg(colours.muted.name())
        .arg(size / 2 + 1)
        .arg(colours.base.name(), colours.accent.name());
}

} // namespace

QString rejectionReason(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ValueMissing:
        return ImportRunPage::tr("a value is missing");
    case ErrorCode::ValueNotUnderstood:
        return ImportRunPage::tr("a value cannot be understood");
    case ErrorCode::ValueOutOfRange:
        return ImportRunPage::tr("a number is too small or too large");
    case ErrorCode::UnknownCategory:
        return ImportRunPage::tr("no such category");
    case ErrorCode::OutsideSweden:
        return ImportRunPage::tr("the position lies outside Sweden");
    case ErrorCode::EndsBeforeStart:
        return ImportRunPage::tr("ends before it begins");
    case ErrorCode::TimeInFuture:
        return ImportRunPage::tr("the time has not come yet");
    case ErrorCode::TimeDoesNotExist:
        return ImportRunPage::tr("a time that does not exist");
    case ErrorCode::PersonalData:
        return ImportRunPage::tr("personal data in the text");
    case ErrorCode::NotFound:
        return ImportRunPage::tr("the place is not on the map");
    default:
        return ImportRunPage::tr("another fault");
    }
}

ImportRunPage::ImportRunPage(QWidget* parent)
    : QWidget(parent)
    , m_title(label("title", this))
    , m_lead(new QLabel(this))
    , m_details(label("caption", this))
    , m_progress(new QProgressBar(this))
    , m_counts(new QWidget(this))
    , m_choice(new QWidget(this))
    , m_leaveOut(new QRadioButton(m_choice))
    , m_nothing(new QRadioButton(m_choice))
    , m_duplicates(new QCheckBox(this))
    , m_places(label("muted", this))
    , m_placeLinks(new QWidget(this))
    , m_copyPlaces(linkButton(m_placeLinks))
    , m_savePlaces(linkButton(m_placeLinks))
    , m_placesSaved(label("muted", m_placeLinks))
    , m_names(label("muted", this))
    , m_planRow(new QWidget(this))
    , m_plan(new QLineEdit(m_planRow))
    , m_path(label("muted", m_choice))
    , m_changePath(linkButton(m_choice))
    , m_pathFault(label("fault", m_choice))
    , m_folder(linkButton(this))
    , m_reasons(label("muted", this))
    , m_faultsTitle(label("section", this))
    , m_faults(new QTableView(this))
    , m_faultModel(new QStandardItemModel(this))
{
    for (QLabel* words : {m_lead, m_details, m_reasons, m_pathFault, m_path, m_places, m_names,
                          m_placesSaved}) {
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
    }
    m_lead->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setObjectName(QStringLiteral("importTitle"));
    m_lead->setObjectName(QStringLiteral("importLead"));
    m_progress->setTextVisible(false);
    auto* counts = new QHBoxLayout(m_counts);
    tight(counts, 32);
    for (int i = 0; i < 5; ++i) {
        auto* one = new QVBoxLayout;
        tight(one, 0);
        m_countNumbers[i] = label("big", m_counts);
        m_countNames[i] = label("muted", m_counts);
        one->addWidget(m_countNumbers[i]);
        one->addWidget(m_countNames[i]);
        counts->addLayout(one);
    }
    counts->addStretch();

    m_leaveOut->setObjectName(QStringLiteral("importLeaveOut"));
    m_nothing->setObjectName(QStringLiteral("importNothing"));
    m_leaveOut->setText(tr("&Leave the faulty rows out, and import the others"));
    m_nothing->setText(tr("Change &nothing while there are faulty rows"));
    m_leaveOut->setChecked(true);
    m_choice->setStyleSheet(radioStyle(*this));
    m_changePath->setText(tr("Change…"));
    auto* pathRow = new QHBoxLayout;
    tight(pathRow);
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(m_changePath, 0, Qt::AlignTop);
    auto* choice = new QVBoxLayout(m_choice);
    tight(choice, 6);
    choice->addWidget(m_leaveOut);
    choice->addWidget(m_nothing);
    choice->addLayout(pathRow);
    choice->addWidget(m_pathFault);

    m_duplicates->setObjectName(QStringLiteral("importLeaveOutDuplicates"));
    m_duplicates->setToolTip(tr("The same category within 100 m at the same time as an incident that is here already"));
    m_places->setObjectName(QStringLiteral("importPlaces"));
    m_names->setObjectName(QStringLiteral("importNames"));
    m_copyPlaces->setText(tr("Copy the list"));
    m_savePlaces->setText(tr("Save the list…"));
    auto* links = new QHBoxLayout(m_placeLinks);
    tight(links, 8);
    links->setContentsMargins(-linkInset(*this), 0, 0, 0);
    links->addWidget(m_copyPlaces);
    links->addWidget(m_savePlaces);
    links->addWidget(m_placesSaved, 1);
    links->addStretch();
    m_plan->setObjectName(QStringLiteral("importPlanName"));
    m_plan->setPlaceholderText(tr("A name, such as the sender's"));
    m_plan->setMaxLength(80);
    auto* planWords = new QLabel(tr("&Keep these choices as"), m_planRow);
    planWords->setBuddy(m_plan);
    m_plan->setAccessibleName(tr("Keep these choices as"));
    m_planRow->setToolTip(tr("Offered to every desk for files with the same columns"));
    auto* planRow = new QHBoxLayout(m_planRow);
    tight(planRow);
    planRow->addWidget(planWords);
    planRow->addWidget(m_plan, 1);
    planRow->addStretch(1);
    m_folder->setText(tr("Open the folder of the rejected rows"));
    m_faultsTitle->setText(tr("The first faulty rows"));
    m_faults->setObjectName(QStringLiteral("importFaults"));
    m_faults->setAccessibleName(m_faultsTitle->text());
    m_faults->setModel(m_faultModel);
    m_faults->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_faults->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_faults->setTabKeyNavigation(false);
    m_faults->setShowGrid(false);
    alignHeadings(*m_faults);
    m_faults->setMinimumHeight(fontMetrics().height() * 8);
    m_faults->setAlternatingRowColors(true);
    m_faults->setWordWrap(true);
    m_faults->setTextElideMode(Qt::ElideNone);
    m_faults->verticalHeader()->hide();
    m_faults->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_faults->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_faults->horizontalHeader()->setStretchLastSection(true);

    auto* column = new QVBoxLayout(this);
    tight(column, 10);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    column->addWidget(m_progress);
    column->addWidget(m_details);
    column->addWidget(m_counts);
    column->addWidget(m_reasons);
    column->addWidget(m_places);
    column->addWidget(m_placeLinks);
    column->addWidget(m_names);
    column->addWidget(m_folder, 0, Qt::AlignLeft);
    column->addWidget(m_duplicates);
    column->addWidget(m_choice);
    column->addWidget(m_planRow);
    column->addWidget(m_faultsTitle);
    column->addWidget(m_faults, 1);
    column->addStretch(0);
    // Words that wrap need another height at another width.
    connect(m_faults->horizontalHeader(), &QHeaderView::sectionResized, m_faults, &QTableView::resizeRowsToContents);
    connect(m_duplicates, &QCheckBox::toggled, this, &ImportRunPage::choiceChanged);
    connect(m_savePlaces, &QToolButton::clicked, this, &ImportRunPage::savePlaces);
    connect(m_copyPlaces, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_placeList); });
    connect(m_leaveOut, &QRadioButton::toggled, this, &ImportRunPage::choiceChanged);
    connect(m_changePath, &QToolButton::clicked, this, &ImportRunPage::chooseRejectsPath);
    connect(m_folder, &QToolButton::clicked, this, &ImportRunPage::openFolder);
}

void ImportRunPage::showRunning(bool trial)
{
    m_title->setText(trial ? tr("Trying…") : tr("Importing…"));
    m_lead->setText(trial ? tr("Every row is read and checked. Nothing is changed.")
                          : tr("All rows are stored together: if you cancel, nothing is changed."));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_lead->show();
    hideParts();
    m_details->hide();
}

void ImportRunPage::hideParts()
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_counts, m_reasons, m_names, m_places, m_placeLinks, m_folder, m_duplicates,
                                                         m_choice, m_planRow, m_faultsTitle, m_faults})
        part->hide();
}

void ImportRunPage::showPlaces(const workspace::ImportReport& report)
{
    constexpr std::size_t mostShown = 12;
    QStringList sentences;
    if (report.digests > 0)
        sentences.append(tr("%Ln notice(s) that sum up others are left out.", nullptr, static_cast<int>(report.digests)));
    if (report.placesFound > 0)
        sentences.append(tr("%Ln row(s) are placed by their place name.", nullptr, static_cast<int>(report.placesFound)));
    if (report.placesClose > 0)
        sentences.append(tr("%Ln of them by a name that is only nearly that of the map, and less precisely.", nullptr,
                            static_cast<int>(report.placesClose)));
    QStringList shown;
    QStringList all;
    for (const auto& place : report.placesNotFound) {
        const QString rows = text::number(place.rows);
        if (shown.size() < static_cast<qsizetype>(mostShown))
            shown.append(place.like.isEmpty()
                             ? tr("%1 (%2)", "a reason and its number of rows").arg(place.name, rows)
                             : tr("%1 (%2; the map has %3)", "a place, its number of rows, a name like it")
                                   .arg(place.name, rows, place.like.front()));
        all.append(QStringList{place.name, QString::number(place.rows), place.like.join(QStringLiteral(", "))}
                       .join(QLatin1Char('\t')));
    }
    if (!shown.isEmpty()) {
        if (report.placesNotFound.size() > mostShown)
            shown.append(QString(QChar(0x2026)));
        sentences.append(tr("Not on the map: %1.").arg(shown.join(QStringLiteral(", "))));
    }
    if (!all.isEmpty())
        all.prepend(QStringList{tr("Place"), tr("Rows"), tr("Names of the map like it")}.join(QLatin1Char('\t')));
    m_placeList = all.join(QLatin1Char('\n')) + QLatin1Char('\n');
    m_places->setText(sentences.join(QLatin1Char(' ')));
    m_places->setVisible(!sentences.isEmpty());
    m_placeLinks->setVisible(!all.isEmpty());
    m_placesSaved->hide();
}

/// Asked about, not refused: whoever knows the file answers. The words themselves are not repeated here.
void ImportRunPage::showNames(const workspace::ImportReport& report)
{
    constexpr std::size_t mostShown = 12;
    QStringList rows;
    for (std::size_t i = 0; i < std::min(mostShown, report.firstNameQuestions.size()); ++i)
        rows.append(text::number(report.firstNameQuestions[i]));
    if (report.nameQuestions > rows.size())
        rows.append(QString(QChar(0x2026)));
    m_names->setText(tr("%Ln row(s) may name a person in the description: row %1. Look at them; a name does not belong there.",
                        "rows by number", static_cast<int>(report.nameQuestions))
                         .arg(rows.join(QStringLiteral(", "))));
    m_names->setVisible(report.nameQuestions > 0);
}

Result<void> ImportRunPage::savePlacesTo(const QString& path) const
{
    QSaveFile file(path);
    if (QFileInfo::exists(path))
        return fail(ErrorCode::FileExists, {path, -1, {}});
    const QByteArray bytes = "\xEF\xBB\xBF" + m_placeList.toUtf8(); // spreadsheets know UTF-8 by its mark
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, {path, -1, {}}, {}, file.errorString());
    return {};
}

void ImportRunPage::savePlaces()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the list"), tr("places not found.txt"),
                                                      tr("Text with tabs (*.txt)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    const Result<void> saved = savePlacesTo(path);
    m_placesSaved->setText(saved ? tr("Saved in %1").arg(QDir::toNativeSeparators(path)) : text::describe(saved.error()));
    m_placesSaved->setVisible(true);
}

QString ImportRunPage::planName() const { return m_plan->text().trimmed(); }

void ImportRunPage::setPlanName(const QString& name) { m_plan->setText(name); }

bool ImportRunPage::leavesOutDuplicates() const { return m_duplicates->isChecked(); }

void ImportRunPage::setProgress(qint64 rows, qint64 total)
{
    m_details->show();
    if (total > 0) {
        m_progress->setRange(0, 1000);
        m_progress->setValue(static_cast<int>(std::min<qint64>(1000, rows * 1000 / total)));
        m_details->setText(tr("%1 of %2 rows").arg(text::number(rows), text::number(total)));
    } else {
        m_details->setText(tr("%1 rows so far").arg(text::number(rows)));
    }
}

void ImportRunPage::showReport(const workspace::ImportReport& report)
{
    m_progress->hide();
    m_details->hide();
    const std::pair<qint64, QString> counts[] = {{report.inserted, tr("new")},
                                                 {report.updated, tr("changed")},
                                                 {report.unchanged, tr("unchanged")},
                                                 {report.duplicates, tr("likely duplicates")},
                                                 {report.rejected, tr("rejected")}};
    for (int i = 0; i < 5; ++i) {
        m_countNumbers[i]->setText(text::number(counts[i].first));
        m_countNames[i]->setText(counts[i].second);
    }
    m_counts->show();
    QStringList reasons;
    for (const auto& [code, count] : report.reasons)
        reasons.append(tr("%1 (%2)", "a reason and its number of rows").arg(rejectionReason(code), text::number(count)));
    m_reasons->setText(tr("Why: %1.", "rows are rejected").arg(reasons.join(QStringLiteral(", "))));
    m_reasons->setVisible(!reasons.isEmpty());

    m_faultModel->clear();
    m_faultModel->setHorizontalHeaderLabels({tr("Row"), tr("Field"), tr("What is wrong")});
    for (const Error& fault : report.firstFaults) {
        auto* row = new QStandardItem(text::number(fault.place.row));
        row->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        auto* name = new QStandardItem(text::fieldName(fault.place.field));
        name->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        auto* words = new QStandardItem(sentenceOf(fault));
        words->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_faultModel->appendRow({row, name, words});
    }
    fitColumns(*m_faults, *m_faults->horizontalHeader(), {0, 1});
    m_faultsTitle->setVisible(!report.firstFaults.empty());
    m_faults->setVisible(!report.firstFaults.empty());
    m_folder->hide();
    m_choice->hide();
    m_duplicates->hide();
    m_planRow->hide();
    showPlaces(report);
    showNames(report);
}

void ImportRunPage::showTried(const workspace::ImportReport& report, const QString& rejectsPath)
{
    showReport(report);
    m_title->setText(tr("Tried. Nothing has been changed yet."));
    m_lead->setText(report.rejected == 0 && report.inserted + report.updated + report.duplicates == 0
                        ? tr("Everything in the file is here already, and unchanged.")
                        : tr("%Ln row(s) read. This is what the import would do.", nullptr, static_cast<int>(report.read)));
    m_choice->setVisible(report.rejected > 0);
    m_duplicates->setText(tr("Leave out the %Ln row(s) that are likely to be here already", nullptr,
                             static_cast<int>(report.duplicates)));
    m_duplicates->setChecked(true);
    m_duplicates->setVisible(report.duplicates > 0);
    m_planRow->show();
    setRejectsPath(report.rejected + report.duplicates > 0 ? rejectsPath : QString());
}

void ImportRunPage::showDone(const workspace::ImportReport& report, const QString& rejectsPath)
{
    showReport(report);
    m_title->setText(report.nothingChanged ? tr("Nothing was changed.") : tr("The import is done."));
    if (!report.nothingChanged)
        m_lead->setText(rejectsPath.isEmpty() ? tr("It is one step: Undo takes all of it back.")
                                              : tr("It is one step: Undo takes all of it back. The rejected rows with "
                                                   "their reasons are in %1.")
                                                    .arg(QFileInfo(rejectsPath).fileName()));
    else if (rejectsPath.isEmpty())
        m_lead->setText(tr("Everything in the file was here already."));
    else
        m_lead->setText(tr("The rejected rows with their reasons are in %1. Correct them and import again.")
                            .arg(QFileInfo(rejectsPath).fileName()));
    m_rejectsPath = rejectsPath;
    m_folder->setVisible(!rejectsPath.isEmpty());
}

void ImportRunPage::showError(const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    m_title->setText(cancelled ? tr("Cancelled. Nothing was changed.") : tr("It did not work. Nothing was changed."));
    m_lead->setText(text::describe(error));
    m_lead->setVisible(!cancelled);
    m_details->setText(error.detail);
    m_details->setVisible(!error.detail.isEmpty());
    hideParts();
    m_progress->hide();
}

bool ImportRunPage::changesNothing() const { return m_nothing->isChecked(); }

void ImportRunPage::chooseChangesNothing(bool nothing) { (nothing ? m_nothing : m_leaveOut)->setChecked(true); }

void ImportRunPage::setRejectsPath(const QString& path)
{
    m_rejectsPath = path;
    m_pathFault->hide();
    m_path->setText(tr("The faulty rows are saved with their reasons in %1").arg(QDir::toNativeSeparators(path)));
}

void ImportRunPage::chooseRejectsPath()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the rejected rows"), m_rejectsPath,
                                                      tr("Text table (*.csv)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (QFileInfo::exists(path)) {
        m_pathFault->setText(text::describe({ErrorCode::FileExists, {path, -1, {}}, {}, {}}));
        m_pathFault->show();
        return;
    }
    setRejectsPath(path);
}

void ImportRunPage::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_rejectsPath).absolutePath()));
}

} // namespace hk::ui
