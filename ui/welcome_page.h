#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hk::ui {

/// What is seen before a file is open: new, open, sample, and the files used last.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);
    void setRecent(const QStringList& paths);
    void setBusy(bool busy); ///< while a file is being opened

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void sampleWanted();
    void recentWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_lead;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recentTitle;
    QWidget* m_recentBox;
    QVBoxLayout* m_recent;
};

} // namespace hk::ui
