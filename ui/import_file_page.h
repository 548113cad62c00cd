#pragma once

#include "core/result.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;
class QToolButton;

namespace hk::ui {

/// First step of an import: a file, dropped or chosen. The dialog takes the drops.
class ImportFilePage : public QWidget {
    Q_OBJECT
public:
    explicit ImportFilePage(QWidget* parent = nullptr);

    void showReading(const QString& path); ///< said only if it lasts
    void showError(const Error& error);
    void showReady();
    void showWords(const QString& fault);
    void setUsable(bool usable);
    void setPoliceOffered(bool offered); ///< the notices of the police can be fetched
    void showFetching(const QString& host);
    void setFolder(const QString& folder) { m_folder = folder; }
    void chooseFile();
    QPushButton* button() const { return m_choose; }

Q_SIGNALS:
    void fileChosen(const QString& path);
    void pasteWanted();
    void policeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_words;
    QPushButton* m_choose;
    QToolButton* m_paste;
    QToolButton* m_police;
    QLabel* m_formats;
    QLabel* m_fault;
    QProgressBar* m_busy;
    QTimer* m_delay;
    QString m_folder;
};

} // namespace hk::ui
