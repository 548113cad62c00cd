#pragma once

#include "workspace/import_job.h"

#include <QWidget>

class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QRadioButton;
class QStandardItemModel;
class QTableView;
class QToolButton;

namespace hk::ui {

/// Why rows are rejected, in a word or two: "outside Sweden".
QString rejectionReason(ErrorCode code);

/// Last step of an import: the trial, what to do with faulty rows, the import itself and what came of it.
class ImportRunPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportRunPage(QWidget* parent = nullptr);

    void showRunning(bool trial);
    void setProgress(qint64 rows, qint64 total);
    /// After a trial: counts, reasons, first faults and the choice.
    void showTried(const workspace::ImportReport& report, const QString& rejectsPath);
    /// Under which name the choices are kept for files like this one; empty: under none.
    QString planName() const;
    void setPlanName(const QString& name);
    /// Rows that are likely to be there already are to be left out.
    bool leavesOutDuplicates() const;
    /// After the import; `rejectsPath` empty where no file was written.
    void showDone(const workspace::ImportReport& report, const QString& rejectsPath);
    void showError(const Error& error);

    /// The places that were not found, their rows and the map's names like them: text parted by tabs. FileExists.
    Result<void> savePlacesTo(const QString& path) const;

    /// The faulty rows are to stop the import.
    bool changesNothing() const;
    void chooseChangesNothing(bool nothing);
    QString rejectsPath() const { return m_rejectsPath; }
    void setRejectsPath(const QString& path);

Q_SIGNALS:
    void choiceChanged();

private:
    void showReport(const workspace::ImportReport& report);
    void hideParts();
    void chooseRejectsPath();
    void showPlaces(const workspace::ImportReport& report);
    void showNames(const workspace::ImportReport& report);
    void savePlaces();
    void openFolder();

    QLabel* m_title;
    QLabel* m_lead;
    QLabel* m_details;
    QProgressBar* m_progress;
    QWidget* m_counts;
    QLabel* m_countNumbers[5];
    QLabel* m_countNames[5];
    QWidget* m_choice;
    QRadioButton* m_leaveOut;
    QRadioButton* m_nothing;
    QCheckBox* m_duplicates;
    QLabel* m_places;
    QWidget* m_placeLinks;
    QToolButton* m_copyPlaces;
    QToolButton* m_savePlaces;
    QLabel* m_placesSaved;
    QLabel* m_names;
    QWidget* m_planRow;
    QLineEdit* m_plan;
    QString m_placeList;
    QLabel* m_path;
    QToolButton* m_changePath;
    QLabel* m_pathFault;
    QToolButton* m_folder;
    QLabel* m_reasons;
    QLabel* m_faultsTitle;
    QTableView* m_faults;
    QStandardItemModel* m_faultModel;
    QString m_rejectsPath;
};

} // namespace hk::ui
